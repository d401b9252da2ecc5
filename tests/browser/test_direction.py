"""Names and titles of any script on the screen: what stands around them keeps its order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.the_page import ThePage

FIRST, SECOND = "צבא", "الجيش"
OPEN = "\u202e"
"""Right-to-left override: it turns all text around until its element or isolate ends."""
FILE = f"""
title: אירועים
lang: he
actors:
  - {{id: one, name: "{FIRST}", kind: armed_group}}
  - {{id: two, name: "{OPEN}{SECOND}", kind: armed_group}}
events:
  - id: a
    date: 2023-05-01
    title: "{OPEN}הודעה"
    actors: [one]
    targets: [two]
    sources: [{{title: هجوم, publisher: {SECOND}, date: 2023-10-07, lang: ar}}]
  - id: b
    date: 2024-05-01
    title: B
    lang: en
    description: About B
    actors: [one]
    targets: [two]
    links: {{follows: [a]}}
"""
# Boxes of the lines of a text within an element.
LINES = """
([selector, text]) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return range.getClientRects().length;
  }
}
"""
LANGUAGE = "(part) => part.closest('[lang]').getAttribute('lang')"
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


@pytest.fixture(scope="module")
def lasting(
    page_of_file: Callable[..., ThePage], tmp_path_factory: pytest.TempPathFactory
) -> ThePage:
    file = tmp_path_factory.mktemp("direction") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return page_of_file(file, height=1800)


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    lasting.go_on("event=b")
    return lasting


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
    assert in_order(shown, ".tip-box", "reported", "source")


def test_the_arrow_points_from_actor_to_target_in_every_view(shown: ThePage) -> None:
    for view, part in (("measures", "tr"), ("over_time", ".course-name")):
        shown.follow(f"dyad=one%3Atwo&nodes=actor&relations={view}")
        both = shown.page.locator(f"#relations-panel {part}").filter(has_text=FIRST)
        both.filter(has_text=SECOND).first.evaluate("(part) => { part.id = 'tested'; }")
        assert in_order(shown, "#tested", FIRST, SECOND), view
    shown.follow("event=a")
    assert shown.page.evaluate(LINES, [".sources", "7 October 2023"]) == 1
    assert in_order(shown, ".sources", "7", "October", "2023")


def test_the_language_of_file_event_and_source_reaches_their_elements(shown: ThePage) -> None:
    found = {
        "#page-title": "he",
        "[data-event-id=a] .row-title": "he",
        "[data-event-id=b] .row-title": "en",
        "#timeline .title[data-event=a] text": "he",
        "#timeline .title[data-event=b] text": "en",
        "#card-title": "en",
        "#event-details .description": "en",
        "#event-details .links a": "he",
    }
    page = shown.page
    assert {part: page.locator(part).first.evaluate(LANGUAGE) for part in found} == found
    shown.follow("event=a")
    assert page.locator(".sources bdi").first.evaluate(LANGUAGE) == "ar"


def test_a_page_from_right_to_left_is_mirrored_but_time_is_not(shown: ThePage) -> None:
    page = shown.page
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    boxes = [page.locator(part).bounding_box() for part in (".evidence", ".panel.timeline")]
    evidence, timeline = (box for box in boxes if box)
    assert evidence["x"] < timeline["x"]
    marks = [shown.mark(id_).bounding_box() for id_ in "ab"]
    first, second = (box for box in marks if box)
    assert first["x"] < second["x"]
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
    page.evaluate("() => { document.documentElement.removeAttribute('dir'); }")
