"""What a file says is shown as text and nothing else, and nothing leaves the machine."""

from __future__ import annotations

from typing import Any
from urllib.request import urlopen

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

NASTY = "<img src=x onerror=alert(1)> R&D <b>1991</b> %{y} </script>"
FILE = f"""
title: "{NASTY}"
description: "{NASTY}"
actors:
  - {{id: nasty, name: "{NASTY}", kind: organization}}
periods:
  - {{name: "{NASTY}", date: 2023}}
events:
  - id: one
    date: 2023-05-01
    title: "{NASTY}"
    description: "{NASTY}"
    place: "{NASTY}"
    tags: ["{NASTY}"]
    actors: [nasty]
    targets: [Japan]
    claims:
      - {{by: [nasty], stance: asserts, note: "{NASTY}"}}
    sources:
      - {{title: "{NASTY}", publisher: "{NASTY}", url: "https://example.org/?a=1&b=<b>"}}
"""


@pytest.fixture(scope="module")
def served(serve: Any, tmp_path_factory: pytest.TempPathFactory) -> Served:
    file = tmp_path_factory.mktemp("nasty") / "events.yaml"
    file.write_text(FILE, "utf-8")
    served: Served = serve(file)
    return served


def test_markup_in_a_file_is_text_everywhere(served: Served, page_of: OpenPage) -> None:
    shown = ThePage(page_of(1440, 900), served.url)
    shown.open("event=one")
    page = shown.page
    for place in ("#page-title", "#event-list .row-title", "#card-title", "#event-details"):
        assert NASTY in page.inner_text(place), place
    titles = page.locator("#timeline .title text").all_text_contents()
    assert any(text.startswith("<img src=x onerror=alert(1)>") for text in titles)
    shown.mark("one").hover()
    assert NASTY in shown.tip()
    assert page.locator(".screen :is(img, script), .figure b, .tip-box :is(b, img)").count() == 0


def test_every_answer_carries_the_headers(served: Served) -> None:
    for path in ("", "healthz", "api/events", "_dash-layout"):
        with urlopen(f"{served.url}{path}") as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "unsafe-eval" not in policy
            assert "default-src 'none'" in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Permissions-Policy"]
