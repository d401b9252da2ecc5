"""No text of a chart is read back: keys and clicks do the same with other labels and tips."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

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


ACTS: tuple[Callable[[ThePage], None], ...] = (
    lambda shown: press(shown, "timeline", 3),
    lambda shown: press(shown, "relations", 5),
    lambda shown: shown.after(shown.mark("poe-veto").click),
    lambda shown: shown.click_half("RUS", "PRK"),
    lambda shown: shown.after(shown.page.locator('#relations a[data-actor="JPN"] .dot').click),
)


def visit(shown: ThePage) -> list[object]:
    """What each act leads to."""
    done: list[object] = []
    shown.open()
    for act in ACTS:
        act(shown)
        done.append((shown.parameters(), shown.listed()))
        shown.follow("")
    return done


def test_other_labels_and_tips_change_nothing_that_keys_and_clicks_do(
    episode: Served, page_of: OpenPage
) -> None:
    plain, other = (ThePage(page_of(1440, 900), episode.url) for _ in range(2))
    other.page.route("**/_dash-update-component*", translate)
    assert visit(plain) == visit(other)
    other.mark("treaty").hover()
    assert other.tip() == WORDS
