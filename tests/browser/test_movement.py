"""Moving through time by wheel, fingers, mouse, keyboard, presets and play; real input each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import pytest

from tests.benchmarks.budgets import generated_yaml
from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import DAY, DRAWN, ThePage

Window = tuple[float, float]


def begins_after(page: ThePage, second: float) -> bool:
    return page.window()[0] >= second - DAY


def plot(page: ThePage, chart: str = "timeline") -> dict[str, float]:
    box = page.page.locator(f"#{chart} > svg .plot-area").bounding_box()
    assert box
    return dict(box)


def wait_until(page: ThePage, holds: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if holds():
            return
        page.page.wait_for_timeout(30)
    raise AssertionError(f"still {page.window()}")


def do(page: ThePage, action: Callable[[], object]) -> Window:
    """Acts, waits until the server has drawn another window, and returns it."""
    before = page.window()
    action()
    wait_until(page, lambda: page.window() != before)
    now = before
    while now != page.window():
        # A movement is drawn on its way, too, and its end is sent after a rest.
        now = page.window()
        page.page.wait_for_timeout(120)
        page.settle()
    return now


def press(page: ThePage, *keys: str) -> None:
    for key in keys:
        page.page.keyboard.press(key)


def drag(page: ThePage, chart: str, begin: float, end: float, down: float = 0.5) -> None:
    """Drags from one share of the width of a plot to another."""
    box = plot(page, chart)
    y = box["y"] + down * box["height"]
    page.page.mouse.move(box["x"] + begin * box["width"], y)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + end * box["width"], y, steps=8)
    page.page.mouse.up()


def span(window: Window) -> float:
    return window[1] - window[0]


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The page of the module, which shows all events; it is opened once."""
    lasting.go_on()
    return lasting


@pytest.fixture
def even(lasting: ThePage) -> ThePage:
    """The page of the module, which shows all events on an axis that is not stretched."""
    lasting.go_on("axis=even")
    return lasting


@pytest.mark.parametrize("how", ["Control", "focus"])
def test_the_wheel_zooms_around_the_pointer_with_ctrl_or_the_focus(even: ThePage, how: str) -> None:
    shown = even
    box = plot(shown)
    whole = shown.window()
    at = whole[0] + 0.25 * span(whole)
    shown.page.mouse.move(box["x"] + 0.25 * box["width"], box["y"] + 0.97 * box["height"])
    if how == "focus":
        shown.page.focus(".figure-timeline")
    else:
        shown.page.keyboard.down(how)
    try:
        near = do(shown, lambda: shown.page.mouse.wheel(0, -300))
        assert span(near) < 0.8 * span(whole)
        assert near[0] + 0.25 * span(near) == pytest.approx(at, abs=3 * DAY)
        again = do(shown, lambda: shown.page.mouse.wheel(0, 300))
        assert span(again) == pytest.approx(span(whole), rel=0.05)
    finally:
        shown.page.keyboard.up("Control")


def test_without_ctrl_and_focus_the_wheel_scrolls_the_page(shown: ThePage) -> None:
    shown.resize(1000, 500)
    before = shown.page.url
    shown.mark("treaty").hover()
    shown.page.mouse.wheel(0, 200)
    shown.page.wait_for_function("() => scrollY > 100")
    assert shown.page.url == before
    shown.resize(1440)


def test_dragging_pans_and_a_double_click_shows_all(even: ThePage) -> None:
    shown = even
    whole = shown.window()
    begun = do(shown, lambda: shown.page.click("[data-zoom=in]"))
    moved = do(shown, lambda: drag(shown, "timeline", 0.7, 0.5, down=0.97))
    assert moved[0] == pytest.approx(begun[0] + 0.2 * span(begun), abs=2 * DAY)
    assert span(moved) == pytest.approx(span(begun), abs=2 * DAY)
    box = plot(shown)
    x, y = box["x"] + 20, box["y"] + 0.97 * box["height"]
    assert do(shown, lambda: shown.page.mouse.dblclick(x, y)) == whole


def test_buttons_zoom_go_earlier_and_later_and_show_all(even: ThePage) -> None:
    shown = even
    whole = shown.window()
    windows = [whole]
    for name in ("in", "in", "later", "earlier", "out"):
        windows.append(do(shown, lambda name=name: shown.page.click(f"[data-zoom={name}]")))
        assert set(shown.listed()) == {
            event["id"] for event in shown.api(f"api/events?{shown.query}")["events"]
        }
    _, _, near, later, earlier, wide = windows
    assert later[0] > near[0]
    assert earlier[0] == pytest.approx(near[0], abs=2 * DAY)
    assert span(wide) > span(near)
    assert do(shown, lambda: shown.page.click("[data-zoom=fit]")) == whole


def test_presets_show_calendar_units(shown: ThePage) -> None:
    menu = shown.page.locator("details.menu:has([data-preset])")
    for name, months in (("month", 1), ("quarter", 3), ("year", 12)):
        if menu.get_attribute("open") is None:
            menu.locator("> summary").click()
        window = do(shown, lambda name=name: shown.page.click(f"[data-preset={name}]"))
        begin, end = (datetime.fromtimestamp(second, UTC) for second in window)
        assert (begin.day, begin.hour, end.day, end.hour) == (1, 0, 1, 0)
        assert (end.year - begin.year) * 12 + end.month - begin.month == months
        assert (begin.month - 1) % months == 0
        assert shown.listed()


def test_two_fields_set_the_first_and_the_last_day(shown: ThePage) -> None:
    fields = shown.page.locator("#window-from"), shown.page.locator("#window-to")
    assert re.fullmatch(r"2023-07-\d\d", fields[0].get_attribute("placeholder") or "")
    fields[0].fill("2023-10")
    shown.after(lambda: press(shown, "Tab"))
    fields[1].fill("2023-10-26")
    shown.after(lambda: press(shown, "Enter"))
    assert shown.parameters() == [("from", "2023-10-01"), ("to", "2023-10-26")]
    assert "26 Oct 2023" in shown.summary()


def test_keys_pan_zoom_and_fit(even: ThePage) -> None:
    shown = even
    shown.page.focus(".figure-timeline")
    whole = shown.window()
    near = do(shown, lambda: press(shown, "+"))
    assert span(near) == pytest.approx(0.6 * span(whole), rel=0.05)
    right = do(shown, lambda: press(shown, "ArrowRight"))
    assert right[0] > near[0]
    left = do(shown, lambda: press(shown, "ArrowLeft", "ArrowLeft"))
    assert left[0] < near[0]
    assert span(do(shown, lambda: press(shown, "-"))) > span(near)
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
    assert "Condemn · −2.0" in " ".join(said)
    # The mark itself has the ring, also after a new drawing; a sentence is announced again.
    rings = shown.page.locator("#timeline .event.walked > .walk-ring")
    assert rings.count() == 1
    ends = []
    for _ in range(2):
        press(shown, "ArrowDown")
        ends.append(shown.page.text_content("#timeline-announcer") or "")
    assert ends[0].strip("\u00a0") == ends[1].strip("\u00a0") != ends[0] + ends[1]
    assert ends[0] != ends[1]
    press(shown, "End")
    assert "16 of 16" in shown.page.inner_text("#timeline-announcer")
    press(shown, "ArrowUp")
    assert "15 of 16" in shown.page.inner_text("#timeline-announcer")
    assert titles[14] in shown.tip()
    shown.after(lambda: press(shown, "Enter"))
    assert shown.page.inner_text("#card-title") == titles[14]


# Records the pauses of play, which are cut short, and the windows that the timeline is drawn for.
WATCH_PLAY = """
(pauses) => {
  const own = window.setTimeout;
  window.seen = { pauses: [], windows: [] };
  window.setTimeout = (call, delay, ...rest) => {
    if (!pauses.includes(delay)) return own(call, delay, ...rest);
    window.seen.pauses.push(delay);
    return own(call, Math.min(delay, 600), ...rest);
  };
  document.addEventListener("drawn", ({ target }) => {
    if (target.id !== "timeline") return;
    const { lower, upper } = target.querySelector(":scope > svg").dataset;
    window.seen.windows.push([Number(lower), Number(upper)]);
  });
}
"""
PAUSES = {"Slow": 2400, "Normal": 1200, "Fast": 600}
WEEK = "from=2023-08-01&to=2023-08-07"


@pytest.fixture(scope="module")
def at_play(episode: Served, lasting_page_of: OpenPage) -> ThePage:
    """A page on which the pauses of play are short."""
    shown = ThePage(lasting_page_of(1440, 900), episode.url)
    shown.open(WEEK)
    shown.page.evaluate(WATCH_PLAY, list(PAUSES.values()))
    return shown


def play_on(shown: ThePage, query: str, windows: int) -> None:
    """Plays from an address on until so many windows have been drawn."""
    shown.go_on(query)
    shown.page.evaluate("() => { window.seen = { pauses: [], windows: [] }; }")
    shown.page.click("#play")
    assert shown.page.get_attribute("#play", "aria-pressed") == "true"
    shown.page.wait_for_function("(n) => window.seen.windows.length >= n", arg=windows)


def seen(shown: ThePage) -> dict[str, list[Any]]:
    """The pauses and the windows since play began."""
    found: dict[str, list[Any]] = shown.page.evaluate("() => window.seen")
    return found


def test_play_walks_from_window_to_window_at_three_speeds(at_play: ThePage) -> None:
    shown, page = at_play, at_play.page
    for speed, pause in PAUSES.items():
        shown.pick("play-speed", speed)
        play_on(shown, WEEK, 2)
        assert len(seen(shown)["pauses"]) >= 3
        assert set(seen(shown)["pauses"]) == {pause}
        begin = datetime(2023, 8, 1, tzinfo=UTC).timestamp()
        for lower, upper in seen(shown)["windows"]:
            assert lower >= begin + 6 * DAY
            assert upper - lower == pytest.approx(7 * DAY, abs=DAY)
            begin = lower
        page.click("#play")
        assert page.get_attribute("#play", "aria-pressed") == "false"
    shown.settle()
    still = shown.window()
    page.wait_for_timeout(700)
    assert shown.window() == still


def test_play_begins_at_the_beginning_and_stops_at_the_end(at_play: ThePage) -> None:
    shown = at_play
    shown.go_on()
    whole, events = shown.window(), shown.listed()
    play_on(shown, "", 1)
    shown.page.click("#play")
    assert seen(shown)["windows"][0][0] == pytest.approx(whole[0], abs=2 * DAY)
    assert span(seen(shown)["windows"][0]) < span(whole) / 10
    # The end of the file is in view.
    play_on(shown, "from=2024-04-01&to=2024-10-31", 2)
    assert seen(shown)["windows"][0][0] == pytest.approx(whole[0], abs=2 * DAY)
    shown.page.wait_for_selector("#play[aria-pressed=false]")
    shown.settle()
    assert events[-1] in shown.marked()


def moving(shown: ThePage) -> None:
    """Records where the first mark is placed, in every frame."""
    shown.page.evaluate(
        """() => {
          window.places = new Set();
          const look = () => {
            if (!window.places) return;
            const mark = document.querySelector("#timeline .event[data-x]");
            window.places.add(mark?.dataset.event + mark?.getAttribute("transform"));
            requestAnimationFrame(look);
          };
          look();
        }"""
    )


def test_play_and_titles_move_only_for_those_who_want_motion(at_play: ThePage) -> None:
    shown, page = at_play, at_play.page
    # Filled into a variable of the page: a transition is over before a test can look at it.
    page.evaluate(
        """() => {
          const own = Element.prototype.animate;
          Element.prototype.animate = function (...given) {
            window.animated += 1;
            return own.apply(this, given);
          };
        }"""
    )
    motions: tuple[tuple[Literal["reduce", "no-preference"], bool], ...] = (
        ("reduce", False),
        ("no-preference", True),
    )
    for motion, moves in motions:
        page.emulate_media(reduced_motion=motion)
        shown.go_on("from=2023-08-01&to=2023-09-30")
        page.evaluate("() => { window.animated = 0; }")
        do(shown, lambda: page.click("[data-zoom=out]"))
        assert (page.evaluate("() => window.animated") > 0) == moves
        shown.go_on("from=2023-08-01&to=2023-09-30")
        first = shown.window()
        moving(shown)
        page.click("#play")
        wait_until(shown, lambda end=first[1]: begins_after(shown, end))
        page.click("#play")
        assert (page.evaluate("() => window.places.size") > 8) == moves
        page.evaluate("() => { window.places = null; }")


@pytest.fixture(scope="module")
def touched(
    episode: Served, lasting_page_of: OpenPage
) -> Iterator[tuple[ThePage, Callable[..., None]]]:
    """A page on a touch screen, and a function that puts fingers on it."""
    page = lasting_page_of(1000, 900, has_touch=True)
    shown = ThePage(page, episode.url)
    shown.open("axis=even")
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *points: tuple[float, float]) -> None:
        sent = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": sent})

    yield shown, fingers
    touch.detach()


def test_two_fingers_zoom_around_them(touched: tuple[ThePage, Callable[..., None]]) -> None:
    shown, fingers = touched
    shown.go_on("axis=even")
    box = plot(shown)
    y = box["y"] + 0.5 * box["height"]

    def at(share: float) -> tuple[float, float]:
        return box["x"] + share * box["width"], y

    whole = shown.window()

    def spread() -> None:
        fingers("touchStart", at(0.4), at(0.6))
        for step in range(1, 9):
            fingers("touchMove", at(0.4 - step * 0.02), at(0.6 + step * 0.02))
        fingers("touchEnd")

    near = do(shown, spread)
    assert span(near) == pytest.approx(span(whole) * 0.2 / 0.52, rel=0.06)
    assert sum(near) / 2 == pytest.approx(sum(whole) / 2, abs=3 * DAY)


@pytest.mark.parametrize("chart", ["timeline", "relations"])
def test_one_finger_on_a_chart_scrolls_the_page_and_changes_no_address(
    chart: str, touched: tuple[ThePage, Callable[..., None]]
) -> None:
    shown, fingers = touched
    page = shown.page
    before = page.url, shown.window()
    page.locator(f"#{chart}").scroll_into_view_if_needed()
    page.evaluate("() => scrollTo(0, 0)")
    box = page.locator(f".figure-{chart}").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, 800)
    fingers("touchStart", (x, y))
    for step in range(1, 21):
        fingers("touchMove", (x, y - 10 * step))
    fingers("touchEnd")
    page.wait_for_function("() => scrollY >= 150")
    page.wait_for_timeout(200)
    assert (page.url, shown.window()) == before


def test_the_strip_sets_moves_and_drags_the_window(shown: ThePage) -> None:
    whole = shown.window()

    def at(share: float) -> float:
        return whole[0] + share * span(whole)

    near = pytest.approx
    left = do(shown, lambda: drag(shown, "overview", 0.002, 0.3))
    assert left == near((at(0.3), whole[1]), abs=4 * DAY)
    right = do(shown, lambda: drag(shown, "overview", 0.998, 0.7))
    assert right == near((left[0], at(0.7)), abs=4 * DAY)
    moved = do(shown, lambda: drag(shown, "overview", 0.5, 0.6))
    assert moved == near((right[0] + 0.1 * span(whole), at(0.8)), abs=4 * DAY)
    new = do(shown, lambda: drag(shown, "overview", 0.2, 0.1))
    assert new == near((at(0.1), at(0.2)), abs=4 * DAY)
    box = plot(shown, "overview")
    x, y = box["x"] + 0.6 * box["width"], box["y"] + box["height"] / 2
    clicked = do(shown, lambda: shown.page.mouse.click(x, y))
    assert sum(clicked) / 2 == near(at(0.6), abs=4 * DAY)
    assert span(clicked) == near(span(new), abs=4 * DAY)


@pytest.fixture
def crowd(
    serve: Callable[..., Served],
    tmp_path_factory: pytest.TempPathFactory,
    page_of: OpenPage,
) -> Iterator[ThePage]:
    """A page with histograms."""
    file: Path = tmp_path_factory.mktemp("many") / "events.yaml"
    file.write_text(generated_yaml(1_500), "utf-8")
    served = serve(file)
    shown = ThePage(page_of(1440, 900), served.url)
    shown.open()
    yield shown
    shown.page.close()  # it would ask a server that is gone
    served.stop()


def test_a_click_on_a_bar_zooms_into_it(crowd: ThePage) -> None:
    page = crowd.page
    cell = page.locator("#timeline .cell").nth(10)
    begin, end = cell.evaluate(
        "({ parentElement: { dataset } }) => [dataset.from, dataset.to].map(Number)"
    )
    words = cell.get_attribute("aria-label") or ""
    cell.hover()
    assert crowd.tip() == words
    assert re.search(r": \d+ events?", words)
    window = do(crowd, cell.click)
    assert window == pytest.approx((begin, end), abs=2 * DAY)
    listed = int(re.findall(r"\d+", page.inner_text("#list-heading"))[0])
    assert 0 < listed < 200


def test_as_known_on_a_day_hides_what_was_not_public_everywhere(shown: ThePage) -> None:
    shown.unfold("known-on")
    shown.after(lambda: shown.page.fill("#known-on", "2023-10-20"))
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
    shown.page.wait_for_selector("#known-on[aria-invalid=true]")
    described = (shown.page.get_attribute("#known-on", "aria-describedby") or "").split()
    words = [shown.page.inner_text(f'[id="{id_}"]') for id_ in described]
    assert any("such as 2023, 2023-10 or 2023-10-20" in text for text in words)
    assert any('"soon" is not a valid date' in text for text in words)
    assert "soon" in shown.page.inner_text("#not-understood")
    assert shown.summary().startswith("16 events")


def test_only_confirmed_and_reported_is_one_click(shown: ThePage) -> None:
    for wanted in ([("status", "confirmed"), ("status", "reported")], []):
        shown.after(lambda: shown.page.click("#firm-only a"))
        assert shown.parameters() == wanted
        events = shown.api(f"api/events?{shown.query}")["events"]
        assert shown.listed() == [event["id"] for event in events]
        statuses = {event["status"] for event in events}
        assert (statuses == {"confirmed", "reported"}) == bool(wanted)


def test_lanes_are_pinned_on_top_and_stay_in_the_address(shown: ThePage) -> None:
    shown.choose("pinned-lanes", "Ukraine", "Russia")
    assert shown.parameters() == [("pin", "UKR"), ("pin", "RUS")]
    names = shown.page.locator("#timeline .lane-name").all_text_contents()
    assert [name.strip("\u2068\u2069") for name in names[:2]] == ["Ukraine", "Russia"]


def test_the_open_events_links_are_drawn_and_walked(shown: ThePage) -> None:
    shown.follow("event=joint-statement")
    assert shown.page.locator(f"{DRAWN} .arc.chain").count()
    assert all(shown.page.locator(f"{DRAWN} .arc-label").all_text_contents())
    follow = shown.page.locator("#event-details .links a").first
    title = follow.inner_text()
    shown.after(follow.click)
    assert shown.page.inner_text("#card-title") == title
    shown.unfold("all-links")
    shown.after(shown.page.locator("label", has_text="All links").click)
    assert ("links", "all") in shown.parameters()
