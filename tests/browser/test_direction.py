"""Names and titles of any script on the screen: what stands around them keeps its order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

FIRST, SECOND = "צבא", "الجيش"
OPEN = "\u202e"
"""Right-to-left override: it turns all text around until its element or isolate ends."""
FILE = f"""
actors:
  - {{id: one, name: "{FIRST}", kind: armed_group}}
  - {{id: two, name: "{OPEN}{SECOND}", kind: armed_group}}
events:
  - {{id: a, date: 2023-05-01, title: "{OPEN}הודעה", actors: [one], targets: [two]}}
  - {{id: b, date: 2024-05-01, title: B, actors: [one], targets: [two], links: {{follows: [a]}}}}
"""
# The left edge of each of some texts within an element, on the screen.
LEFT_EDGES = """
([selector, texts]) => {
  const element = document.querySelector(selector);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = {};
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const text of texts) {
      const at = node.data.indexOf(text);
      if (at < 0 || text in found) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      found[text] = range.getBoundingClientRect().left;
    }
  }
  return texts.map((text) => found[text]);
}
"""


@pytest.fixture
def shown(serve: Any, tmp_path: Any, page_of: OpenPage) -> ThePage:
    file = tmp_path / "events.yaml"
    file.write_text(FILE, "utf-8")
    served: Served = serve(file)
    shown = ThePage(page_of(1440, 1800), served.url)
    shown.open("event=b")
    return shown


def in_order(shown: ThePage, selector: str, *texts: str) -> bool:
    """Whether texts within an element are in this order from left to right."""
    edges = shown.page.evaluate(LEFT_EDGES, [selector, list(texts)])
    assert None not in edges, (selector, edges)
    return bool(edges == sorted(edges) and len(set(edges)) == len(edges))


def test_who_acts_on_whom_reads_from_left_to_right(shown: ThePage) -> None:
    assert in_order(shown, "[data-event-id=a] .row-actors", FIRST, "→", SECOND)
    assert in_order(shown, "#event-details .card-acts", FIRST, "→", SECOND)
    assert in_order(shown, "#event-details .links", "23", "הודעה")
    shown.mark("a").hover()
    assert in_order(shown, ".tip-box", FIRST, "→", SECOND)
    assert in_order(shown, ".tip-box", "May", "2023")
    assert in_order(shown, ".tip-box", "reported", "sources")
