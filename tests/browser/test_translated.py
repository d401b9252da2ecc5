"""No text of a chart is read back: keys and clicks do the same with other labels and tips."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Route

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

WORDS = "⟦…⟧"
LABELS = re.compile(r'(aria-label|data-tip)="[^"]*"')


def translate(route: Route) -> None:
    """Passes the drawings of a callback's answer on with other labels and tips."""
    answer = route.fetch()
    body = json.loads(answer.text() or "null")
    charts = (body or {}).get("response", {}).get("charts", {}).get("data", {})
    for id_, text in charts.items():
        charts[id_] = LABELS.sub(rf'\1="{WORDS}"', text)
    route.fulfill(response=answer, body=json.dumps(body) if body else answer.body())


def press(shown: ThePage, chart: str, steps: int) -> None:
    """Walks a chart by keys, and presses Enter."""
    shown.page.locator(f".figure-{chart}").focus()
    for _ in range(steps):
        shown.page.keyboard.press("ArrowDown")
    shown.after(lambda: shown.page.keyboard.press("Enter"))


def test_other_labels_and_tips_change_nothing_that_keys_and_clicks_do(
    episode: Served, page_of: OpenPage
) -> None:
    shown = ThePage(page_of(1440, 900), episode.url)
    shown.page.route("**/_dash-update-component*", translate)
    shown.open()
    events = shown.listed()
    dyads = shown.page.eval_on_selector_all(
        "#relations a[data-dyad]",
        """(parts) => parts.map(({ dataset }) => dataset)
          .sort((one, other) => one.order - other.order).map(({ dyad }) => dyad)""",
    )

    def leads_to(name: str, value: str) -> None:
        assert shown.parameters() == [(name, value)]
        found = shown.api(f"api/events?{shown.query}")["events"]
        assert set(shown.listed()) == {event["id"] for event in found}

    press(shown, "timeline", 3)
    leads_to("event", events[2])
    shown.after(shown.mark("poe-veto").click)
    leads_to("event", "poe-veto")
    shown.follow("")
    press(shown, "relations", 5)
    leads_to("dyad", dyads[4])
    shown.follow("")
    shown.click_half("RUS", "PRK")
    leads_to("dyad", "RUS:PRK")
    shown.follow("")
    shown.after(shown.page.locator('#relations a[data-actor="JPN"] .dot').click)
    leads_to("country", "JPN")
    shown.follow("")
    shown.mark("treaty").hover()
    assert shown.tip() == WORDS
