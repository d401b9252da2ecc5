"""Moving through time by wheel, fingers, mouse, keyboard, presets and play; real input each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.budgets import generated_yaml
from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

META = "document.querySelector('#timeline .js-plotly-plot').layout.meta"
DAY = 86_400


@pytest.fixture
def shown(episode: Served, page_of: OpenPage) -> ThePage:
    page = ThePage(page_of(1440, 1000), episode.url)
    page.open()
    return page


def window(page: ThePage) -> tuple[float, float]:
    lower, upper = page.page.evaluate(f"() => [{META}.lower, {META}.upper]")
    return lower, upper


def span(page: ThePage) -> float:
    lower, upper = window(page)
    return upper - lower


def begins_after(page: ThePage, second: float) -> bool:
    return window(page)[0] >= second - DAY


def plot(page: ThePage, chart: str = "timeline") -> dict[str, float]:
    page.page.locator(f"#{chart}").scroll_into_view_if_needed()
    box = page.page.locator(f"#{chart} .nsewdrag").first.bounding_box()
    assert box
    return dict(box)


def wait_until(page: ThePage, holds: Callable[[], bool]) -> None:
    for _ in range(120):
        if holds():
            return
        page.page.wait_for_timeout(50)
    raise AssertionError(f"still {window(page)}")


def do(page: ThePage, action: Callable[[], object]) -> tuple[float, float]:
    """Acts, waits until the server has drawn another window, and returns it."""
    before = window(page)
    action()
    wait_until(page, lambda: window(page) != before)
    page.page.wait_for_timeout(800)
    page.settle()
    return window(page)


def press(page: ThePage, *keys: str) -> None:
    for key in keys:
        page.page.keyboard.press(key)


def test_the_wheel_zooms_around_the_pointer(shown: ThePage) -> None:
    box = plot(shown)
    lower, upper = window(shown)
    at = lower + 0.25 * (upper - lower)
    shown.page.mouse.move(box["x"] + 0.25 * box["width"], box["y"] + 0.8 * box["height"])
    new_lower, new_upper = do(shown, lambda: shown.page.mouse.wheel(0, -300))
    assert new_upper - new_lower < 0.8 * (upper - lower)
    assert new_lower + 0.25 * (new_upper - new_lower) == pytest.approx(at, abs=3 * DAY)
    do(shown, lambda: shown.page.mouse.wheel(0, 300))
    assert span(shown) == pytest.approx(upper - lower, rel=0.05)


def test_dragging_pans_and_a_double_click_shows_all(shown: ThePage) -> None:
    whole = window(shown)
    lower, upper = do(shown, lambda: shown.page.click("[data-zoom=in]"))
    box = plot(shown)
    y = box["y"] + 0.97 * box["height"]

    def drag() -> None:
        shown.page.mouse.move(box["x"] + 700, y)
        shown.page.mouse.down()
        shown.page.mouse.move(box["x"] + 500, y, steps=8)
        shown.page.mouse.up()

    moved = do(shown, drag)
    shift = 200 / box["width"] * (upper - lower)
    assert moved[0] == pytest.approx(lower + shift, abs=2 * DAY)
    assert moved[1] - moved[0] == pytest.approx(upper - lower, abs=2 * DAY)
    box = plot(shown)
    middle = box["y"] + 0.6 * box["height"]
    again = do(shown, lambda: shown.page.mouse.dblclick(box["x"] + 20, middle))
    assert again == whole


@pytest.mark.parametrize(("name", "months"), [("month", 1), ("quarter", 3), ("year", 12)])
def test_presets_show_calendar_units(shown: ThePage, name: str, months: int) -> None:
    lower, upper = do(shown, lambda: shown.page.click(f"[data-preset={name}]"))
    begin, end = (datetime.fromtimestamp(second, UTC) for second in (lower, upper))
    assert (begin.day, begin.hour, end.day, end.hour) == (1, 0, 1, 0)
    assert (end.year - begin.year) * 12 + end.month - begin.month == months
    assert (begin.month - 1) % months == 0
    assert shown.listed()
    do(shown, lambda: shown.page.click("[data-zoom=fit]"))
    assert shown.summary().startswith("16 events")


def test_keys_pan_zoom_and_fit(shown: ThePage) -> None:
    shown.page.focus(".figure-timeline")
    whole = window(shown)
    lower, upper = do(shown, lambda: press(shown, "+"))
    assert upper - lower == pytest.approx(0.6 * (whole[1] - whole[0]), rel=0.05)
    right = do(shown, lambda: press(shown, "ArrowRight"))
    assert right[0] > lower
    left = do(shown, lambda: press(shown, "ArrowLeft", "ArrowLeft"))
    assert left[0] < lower
    out = do(shown, lambda: press(shown, "-"))
    assert out[1] - out[0] > upper - lower
    assert do(shown, lambda: press(shown, "Home")) == whole


def test_arrows_walk_through_all_events_in_time_order_and_enter_opens(shown: ThePage) -> None:
    shown.page.focus(".figure-timeline")
    titles = shown.page.locator("#event-list .row-title").all_text_contents()
    said = []
    for _ in titles:
        press(shown, "ArrowDown")
        said.append(shown.page.inner_text("#timeline-announcer"))
    assert [title for title, words in zip(titles, said, strict=True) if title in words] == titles
    assert re.search(r"16 of 16", said[-1])
    press(shown, "ArrowUp")
    assert "15 of 16" in shown.page.inner_text("#timeline-announcer")
    shown.page.wait_for_function(
        "(title) => document.querySelector('#timeline .hoverlayer').textContent.includes(title)",
        arg=titles[14],
    )
    press(shown, "Enter")
    shown.settle()
    assert shown.page.inner_text("#card-title") == titles[14]


WATCH_DELAYS = """
() => {
  const own = window.setTimeout;
  window.delays = [];
  window.setTimeout = (call, delay, ...rest) => {
    window.delays.push(delay);
    return own(call, delay, ...rest);
  };
}
"""


@pytest.mark.parametrize(("speed", "delay"), [("Slow", 2400), ("Normal", 1200), ("Fast", 600)])
def test_play_walks_from_window_to_window_at_three_speeds(
    shown: ThePage, speed: str, delay: int
) -> None:
    shown.open("from=2023-08-01&to=2023-08-31")
    shown.page.locator("#play-speed label", has_text=speed).click()
    end = window(shown)[1]
    shown.page.evaluate(WATCH_DELAYS)
    shown.page.click("#play")
    assert shown.page.get_attribute("#play", "aria-pressed") == "true"
    wait_until(shown, partial(begins_after, shown, end))
    wait_until(shown, partial(begins_after, shown, window(shown)[1]))
    assert shown.page.evaluate("delay => delays.filter((one) => one === delay).length", delay) >= 2
    shown.page.click("#play")
    assert shown.page.get_attribute("#play", "aria-pressed") == "false"
    shown.page.wait_for_timeout(900)
    still = window(shown)
    shown.page.wait_for_timeout(900)
    assert window(shown) == still


def test_play_begins_at_the_beginning_and_stops_at_the_end(shown: ThePage) -> None:
    lower, upper = window(shown)
    shown.page.locator("#play-speed label", has_text="Fast").click()
    shown.page.click("#play")
    wait_until(shown, lambda: span(shown) < (upper - lower) / 10)
    assert window(shown)[0] == pytest.approx(lower, abs=2 * DAY)
    shown.page.click("#play")
    shown.open("from=2024-10-01&to=2024-10-31")
    shown.page.click("#play")
    shown.page.wait_for_function(
        "() => document.querySelector('#play').getAttribute('aria-pressed') === 'false'"
    )


@pytest.mark.parametrize(("motion", "slides"), [("no-preference", True), ("reduce", False)])
def test_play_slides_only_for_those_who_want_motion(
    episode: Served, page_of: OpenPage, motion: Any, slides: bool
) -> None:
    shown = ThePage(page_of(1440, 1000, reduced_motion=motion), episode.url)
    shown.open("from=2023-08-01&to=2023-08-31")
    first = window(shown)
    shown.page.evaluate(
        """() => {
          window.ranges = new Set();
          const graph = document.querySelector("#timeline .js-plotly-plot");
          graph.on("plotly_update", () => window.ranges.add(String(graph.layout.xaxis.range)));
        }"""
    )
    shown.page.click("#play")
    wait_until(shown, lambda: window(shown)[0] >= first[1] - DAY)
    shown.page.click("#play")
    assert (shown.page.evaluate("() => window.ranges.size") > 3) == slides


def test_two_fingers_zoom_around_them(episode: Served, page_of: OpenPage) -> None:
    page = page_of(800, 1000, has_touch=True)
    shown = ThePage(page, episode.url)
    shown.open()
    box = plot(shown)
    y = box["y"] + 0.9 * box["height"]
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *shares: float) -> None:
        points = [{"x": box["x"] + share * box["width"], "y": y} for share in shares]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    lower, upper = window(shown)
    middle = (lower + upper) / 2

    def spread() -> None:
        fingers("touchStart", 0.4, 0.6)
        for step in range(1, 9):
            fingers("touchMove", 0.4 - step * 0.02, 0.6 + step * 0.02)
        fingers("touchEnd")

    new_lower, new_upper = do(shown, spread)
    assert new_upper - new_lower == pytest.approx((upper - lower) * 0.2 / 0.52, rel=0.06)
    assert (new_lower + new_upper) / 2 == pytest.approx(middle, abs=3 * DAY)


def test_both_ends_of_the_strip_can_be_dragged(shown: ThePage) -> None:
    lower, upper = window(shown)
    box = plot(shown, "overview")
    y = box["y"] + box["height"] / 2

    def drag(begin: float, end: float) -> None:
        shown.page.mouse.move(box["x"] + begin * box["width"], y)
        shown.page.mouse.down()
        shown.page.mouse.move(box["x"] + end * box["width"], y, steps=8)
        shown.page.mouse.up()

    after_left = do(shown, lambda: drag(0.002, 0.3))
    assert after_left[0] == pytest.approx(lower + 0.3 * (upper - lower), abs=3 * DAY)
    after_right = do(shown, lambda: drag(0.998, 0.7))
    assert after_right[1] == pytest.approx(lower + 0.7 * (upper - lower), abs=3 * DAY)
    assert after_right[0] == pytest.approx(after_left[0], abs=3 * DAY)


def test_a_click_on_a_bar_zooms_into_it(serve: Any, page_of: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    file.write_text(generated_yaml(1_500), "utf-8")
    served = serve(file)
    shown = ThePage(page_of(1440, 1000), served.url)
    shown.open()
    before = span(shown)
    bins = shown.page.evaluate(f"() => {META}.bins")
    assert bins > 50
    box = plot(shown)
    lane = shown.page.evaluate(
        """() => {
          const { yaxis } = document.querySelector("#timeline .js-plotly-plot")._fullLayout;
          return yaxis.l2p(yaxis.tickvals[2]);
        }"""
    )
    x = box["x"] + (bins // 2 + 0.5) / bins * box["width"]
    lower, upper = do(shown, lambda: shown.page.mouse.click(x, box["y"] + lane + 17))
    assert upper - lower == pytest.approx(before / bins, abs=2 * DAY)
    listed = int(re.findall(r"\d+", shown.page.inner_text("#list-heading"))[0])
    assert 0 < listed < 60
    shown.page.close()  # it would ask a server that is gone
    served.stop()


def test_as_known_on_a_day_hides_what_was_not_public_everywhere(shown: ThePage) -> None:
    shown.page.fill("#known-on", "2023-10-20")
    shown.page.wait_for_function("() => location.search.includes('as_known_on=2023-10-20')")
    shown.settle()
    listed = set(shown.listed())
    assert listed
    assert "joint-statement" not in listed
    assert shown.marked() == listed
    answer = shown.api("api/events?as_known_on=2023-10-20")
    assert {event["id"] for event in answer["events"]} == listed
    edges = shown.api("api/relations?as_known_on=2023-10-20")["edges"]
    assert {id_ for edge in edges for id_ in edge["events"]} <= listed
    assert set(shown.edges()) == {(edge["source"], edge["target"]) for edge in edges}
    assert "as known on 2023-10-20" in shown.summary()
    shown.page.fill("#known-on", "soon")
    shown.page.wait_for_selector(".chip-unknown")
    assert shown.summary().startswith("16 events")


def test_only_confirmed_and_reported_is_one_click(shown: ThePage) -> None:
    shown.page.click("#firm-only a")
    shown.settle()
    assert shown.parameters() == [("status", "confirmed"), ("status", "reported")]
    badges = set(shown.page.locator("#event-list .badge").all_text_contents())
    assert badges == {"confirmed", "reported"}
    shown.page.click("#firm-only a")
    shown.settle()
    assert shown.parameters() == []


def test_lanes_are_pinned_on_top_and_stay_in_the_address(shown: ThePage) -> None:
    shown.choose("pinned-lanes", "Ukraine", "Russia")
    assert shown.parameters() == [("pin", "UKR"), ("pin", "RUS")]
    names = shown.page.locator("#timeline .yaxislayer-above .ytick text").all_text_contents()
    assert names[:2] == ["Ukraine", "Russia"]


def test_the_open_events_links_are_drawn_and_walked(shown: ThePage) -> None:
    shown.open("event=joint-statement")
    words = set(shown.trace("timeline", "arc words")["text"])
    assert words
    follow = shown.page.locator("#event-details .links a").first
    title = follow.inner_text()
    follow.click()
    shown.settle()
    assert shown.page.inner_text("#card-title") == title
    shown.page.locator("label", has_text="All links").click()
    shown.page.wait_for_function("() => location.search.includes('links=all')")
