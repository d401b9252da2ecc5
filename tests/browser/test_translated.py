"""No text of a chart is read back: keys and clicks do the same with other tooltips."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Route

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

WORDS = "⟦…⟧"
TOOLTIPS = ("hovertext", "hovertemplate", "meta")
"""Where a trace has its tooltips."""


def translated(value: Any) -> Any:
    """A text, or each of a list of texts, as a pseudo-translation."""
    return [translated(each) for each in value] if isinstance(value, list) else WORDS


def translate(route: Route) -> None:
    """Passes a callback's answer on with other tooltips."""
    answer = route.fetch()
    body = json.loads(answer.text() or "null")
    for properties in (body or {}).get("response", {}).values():
        for trace in (properties.get("figure") or {}).get("data", []):
            trace.update({key: translated(trace[key]) for key in TOOLTIPS if key in trace})
    route.fulfill(response=answer, body=json.dumps(body) if body else answer.body())


def walk(shown: ThePage, chart: str, steps: int) -> list[str]:
    """What is announced while the keyboard walks a chart."""
    shown.page.locator(f".figure-{chart}").focus()
    said = []
    for _ in range(steps):
        shown.page.keyboard.press("ArrowDown")
        said.append(shown.page.inner_text(f"#{chart}-announcer"))
    return said


def click(shown: ThePage, chart: str, name: str, number: int) -> str:
    """The tooltip of a mark, which is then clicked."""
    x, y = shown.on_screen(chart, name, number)
    shown.page.mouse.move(x - 3, y)
    shown.page.mouse.move(x, y)
    shown.page.wait_for_selector(f"#{chart} .hoverlayer .hovertext")
    tooltip = shown.page.text_content(f"#{chart} .hoverlayer .hovertext") or ""
    before = shown.page.url
    shown.page.mouse.click(x, y)
    shown.page.wait_for_function("(before) => location.href !== before", arg=before)
    shown.settle()
    return tooltip


def visit(shown: ThePage) -> tuple[list[object], list[str]]:
    """What keys and clicks do on both charts, and the tooltips on the way."""
    shown.open()
    edges = shown.trace("relations", "edges")["customdata"]
    marks = [id_ for id_, _ in shown.trace("timeline", "marks")["customdata"]]
    done: list[object] = [*walk(shown, "timeline", 16), *walk(shown, "relations", len(edges))]
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_function("() => location.search.includes('dyad=')")
    shown.settle()
    done.append((shown.parameters(), shown.listed()))
    shown.open()
    walk(shown, "timeline", 3)
    shown.page.keyboard.press("Enter")
    shown.settle()
    done.append((shown.parameters(), shown.page.inner_text("#card-title")))
    tooltips = []
    for chart, name, number in (
        ("timeline", "marks", marks.index("poe-veto")),
        ("relations", "edges", 0),
        ("relations", "nodes", 0),
    ):
        shown.open()
        tooltips.append(click(shown, chart, name, number))
        done.append((shown.parameters(), shown.listed()))
    return done, tooltips


def test_other_tooltips_change_nothing_that_keys_and_clicks_do(
    episode: Served, page_of: OpenPage
) -> None:
    plain, other = (ThePage(page_of(1440, 1000), episode.url) for _ in range(2))
    other.page.route("**/_dash-update-component*", translate)
    done, tooltips = visit(plain)
    assert not [words for words in tooltips if WORDS in words]
    assert visit(other) == (done, [WORDS] * len(tooltips))
