"""Linking by pointing: what belongs together stands out everywhere at once, without a request."""

from __future__ import annotations

import pytest
from playwright.sync_api import Request

from tests.browser.the_page import ThePage

MOST_MILLISECONDS = 50
"""From the event of the pointer until the next frame is painted with the marks."""
# The time from pointing at an element until its parts are marked and the frame is painted.
POINT = """
async (part) => {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  const begun = performance.now();
  part.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
  return new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))));
}
"""
LINKED = """
(region) => [...document.querySelectorAll(region + " .linked")].map(
  ({ dataset }) => dataset.event ?? dataset.dyad ?? dataset.actor)
"""
REGIONS = ("#timeline", "#relations", "#change", "#event-list")


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page with nothing pointed at, loaded by the first test only."""
    lasting.go_on()
    lasting.page.keyboard.press("Escape")
    return lasting


def linked(shown: ThePage) -> dict[str, set[str]]:
    """Events, dyads and actors that stand out, by region."""
    return {region: set(shown.page.evaluate(LINKED, region)) for region in REGIONS}


def both_ways(*dyads: str) -> set[str]:
    return {":".join(ends) for dyad in dyads for ends in (dyad.split(":"), dyad.split(":")[::-1])}


@pytest.mark.parametrize(
    "selector",
    [
        '#timeline .event[data-event="treaty"]',
        '#timeline .title[data-event="treaty"]',
        '#event-list [data-event="treaty"]',
    ],
)
def test_an_event_stands_out_in_timeline_list_and_relations(shown: ThePage, selector: str) -> None:
    asked: list[Request] = []

    def ask(request: Request) -> None:
        asked.append(request)

    shown.page.on("request", ask)
    times = [shown.page.locator(selector).evaluate(POINT)]
    found = linked(shown)
    assert found["#timeline"] >= {"treaty"}
    assert not found["#timeline"] & (set(shown.listed()) - {"treaty"})
    assert found["#event-list"] == {"treaty"}
    assert found["#relations"] == {"PRK", "RUS", "RUS:PRK", "PRK:RUS"}
    for _ in range(4):
        shown.page.mouse.move(0, 0)
        times.append(shown.page.locator(selector).evaluate(POINT))
    assert min(times) <= MOST_MILLISECONDS
    shown.page.remove_listener("request", ask)
    assert not [request for request in asked if "revision" not in request.url]


@pytest.mark.parametrize(
    "selector",
    ['#relations a[data-actor="JPN"]', '#timeline a[data-actor="JPN"]'],
    ids=["node", "lane"],
)
def test_an_actor_stands_out_with_its_events_and_dyads(shown: ThePage, selector: str) -> None:
    events = {event["id"] for event in shown.api("api/events?country=JPN")["events"]}
    dyads = {dyad for dyad in map(":".join, shown.edges()) if "JPN" in dyad}
    shown.page.locator(selector).first.evaluate(POINT)
    found = linked(shown)
    assert found["#event-list"] == events
    assert found["#timeline"] == events | {"JPN"}
    assert found["#relations"] == dyads | {"JPN"}


def test_a_dyad_stands_out_with_its_events_and_actors(shown: ThePage) -> None:
    events = {event["id"] for event in shown.api("api/events?dyad=RUS:PRK:both")["events"]}
    shown.half("RUS", "PRK").evaluate(POINT)
    found = linked(shown)
    assert found["#event-list"] == events
    assert found["#timeline"] == events | {"RUS", "PRK"}
    assert found["#relations"] == both_ways("RUS:PRK") | {"RUS", "PRK"}


def test_the_rest_fades_and_comes_back(shown: ThePage) -> None:
    opacity = '() => getComputedStyle(document.querySelector("[data-event=vostochny]")).opacity'
    assert shown.page.evaluate(opacity) == "1"
    shown.event("treaty").evaluate(POINT)
    assert float(shown.page.evaluate(opacity)) < 0.5
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate(opacity) == "1"
    assert not any(linked(shown).values())


def test_opening_an_event_marks_its_dyads(shown: ThePage) -> None:
    shown.follow("event=treaty")
    marked = shown.page.eval_on_selector_all(
        "#relations .of-open", "(parts) => parts.map(({ dataset }) => dataset.dyad)"
    )
    assert set(filter(None, marked)) == both_ways("RUS:PRK")
