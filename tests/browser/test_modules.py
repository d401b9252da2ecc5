"""The browser's modules: each runs once and before Dash, and their pure parts do as they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage
from tests.examples import ASSETS

DAY = 86_400


@pytest.fixture(scope="module")
def page(episode: Served, lasting_page_of: OpenPage) -> Page:
    opened = lasting_page_of()
    opened.goto(f"{episode.url}/healthz")
    return opened


def call(page: Page, module: str, function: str, *arguments: Any) -> Any:
    """What a function of a module returns; the page is none of the dashboard's."""
    return page.evaluate(
        """async ([module, name, given]) => (await import(module))[name](...given)""",
        [f"{ASSETS}modules/{module}.mjs", function, arguments],
    )


def second(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def modules(loaded: list[str]) -> list[str]:
    """Names of the loaded modules, of which none may be loaded twice."""
    found = [url.partition(ASSETS)[2] for url in loaded if ".mjs" in url]
    assert len(found) == len(set(found)) > 20
    assert all(name.endswith(".mjs") for name in found)
    return found


def test_dash_starts_once_all_modules_have_run_and_none_is_loaded_twice(
    episode: Served, page_of: OpenPage
) -> None:
    page = page_of()
    loaded: list[str] = []
    page.on("response", lambda answer: loaded.append(answer.url))
    held: list[Route] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/time_scale.mjs", lambda route: held.append(route))
    page.goto(episode.url, wait_until="commit")
    page.wait_for_function("() => window.DashRenderer && document.readyState === 'interactive'")
    page.wait_for_function("() => document.querySelector('#_dash-renderer')")
    while not held:
        page.wait_for_timeout(50)
    assert not [url for url in asked if "_dash-layout" in url]
    held[0].continue_()
    page.wait_for_selector("#timeline > svg")
    ThePage(page, episode.url).settle()
    assert not any("/edit/" in name for name in modules(loaded))


def test_the_editor_is_loaded_in_edit_mode_and_a_click_before_is_not_lost(
    tmp_path: Path, serve: Callable[..., Served], page_of: OpenPage
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("events: [{date: 2023, title: A visit, actors: [Japan]}]\n", "utf-8")
    served = serve(file, "--edit")
    page = page_of()
    loaded: list[str] = []
    held: list[Route] = []
    page.on("response", lambda answer: loaded.append(answer.url))
    page.route("**/edit/form.mjs", lambda route: held.append(route))
    ThePage(page, served.url).open()
    page.click("#add-event")
    held[0].continue_()
    page.wait_for_selector(".edit-dialog")
    page.close()
    served.stop()
    assert any("/edit/" in name for name in modules(loaded))


def test_seconds_and_pixels_are_turned_into_each_other(page: Page) -> None:
    even = {"knots": [[-1000, 0], [3000, 800]]}
    assert call(page, "time_scale", "toSecond", even, 200) == 0
    assert call(page, "time_scale", "toX", even, 0) == 200
    # The middle day is stretched; beyond the ends the outer lines go on.
    stretched = {"knots": [[0, 0], [100, 10], [200, 90], [300, 100]]}
    for second_, x in ((50, 5), (150, 50), (200, 90), (400, 110), (-100, -10)):
        assert call(page, "time_scale", "toX", stretched, second_) == x
        assert call(page, "time_scale", "toSecond", stretched, x) == second_


def test_a_window_is_zoomed_around_a_point_and_moved_by_a_share(page: Page) -> None:
    assert call(page, "time_scale", "zoomed", [0, 100], 0.5, 0.2) == [10, 60]
    assert call(page, "time_scale", "zoomed", [0, 100], 2) == [-50, 150]
    assert call(page, "time_scale", "panned", [100, 200], -0.2) == [80, 180]


def test_two_fingers_keep_the_seconds_under_them(page: Page) -> None:
    lower, upper = call(page, "time_scale", "pinched", [100, 200], [0.25, 0.75])
    assert (lower + 0.25 * (upper - lower), lower + 0.75 * (upper - lower)) == (100, 200)
    assert call(page, "time_scale", "pinched", [100, 200], [0.5, 0.51]) is None
    assert call(page, "time_scale", "pinched", [100, 200], [0.75, 0.25]) is None


@pytest.mark.parametrize(
    ("window", "whole", "expected"),
    [
        ([200, 600], 0, [300, 700]),  # the window moves there
        ([0, 1000], 1000, [437.5, 562.5]),  # of the whole span, an eighth
    ],
)
def test_a_click_on_the_strip_shows_the_time_around_it(
    window: list[float], whole: float, expected: list[float], page: Page
) -> None:
    assert call(page, "overview_gestures", "around", window, 500, whole) == expected


@pytest.mark.parametrize(
    ("at", "months", "begin", "end"),
    [
        ("2024-02-29T23:59", 1, "2024-02-01", "2024-03-01"),
        ("2024-12-31T12:00", 3, "2024-10-01", "2025-01-01"),
        ("2023-10-26T00:00", 12, "2023-01-01", "2024-01-01"),
        ("0099-05-01T00:00", 1, "0099-05-01", "0099-06-01"),
    ],
)
def test_a_preset_is_the_calendar_unit_of_a_moment(
    at: str, months: int, begin: str, end: str, page: Page
) -> None:
    found = call(page, "time_scale", "calendarUnit", second(at), months)
    assert found == [second(begin), second(end)]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (201, 150, [150, 600]),  # the left end
        (601, 700, [200, 700]),  # the right end
        (601, 100, [100, 200]),  # the right end, past the left
        (400, 450, [250, 650]),  # the window itself
        (800, 750, [750, 800]),  # a new window
    ],
)
def test_the_strip_drags_an_end_the_window_or_a_new_one(
    begin: float, end: float, expected: list[float], page: Page
) -> None:
    whole = {"lower": 0, "upper": 1000}
    drag = call(page, "overview_gestures", "beginDrag", [200, 600], begin, 10, whole)
    assert call(page, "overview_gestures", "dragTo", drag, end) == expected


def test_empty_inputs_are_no_difference_between_two_forms(page: Page) -> None:
    form = [["title", "A visit"], ["actors.0", "Japan"]]
    assert call(page, "edit/form", "areSame", form, [*form, ["actors.1", ""]])
    assert not call(page, "edit/form", "areSame", form, [*form, ["actors.1", "Chile"]])


def test_sentences_are_those_of_the_catalogue_in_the_document(
    episode: Served, page_of: OpenPage
) -> None:
    page = page_of()
    page.goto(f"{episode.url}/healthz")
    catalogue = {
        "texts": {"{n} of {all}": "{n} из {all}", "a button\u0004Save": "Сохранить"},
        "plurals": {"{n} save": {"one": "{n} правка", "few": "{n} правки", "other": "{n} правок"}},
    }
    page.evaluate(
        """(words) => {
          document.documentElement.lang = "ru";
          const made = document.createElement("script");
          Object.assign(made, { type: "application/json", id: "catalogue", textContent: words });
          document.head.append(made);
        }""",
        json.dumps(catalogue),
    )
    numbers = {"n": 1, "all": 12_000}
    assert call(page, "words", "gettext", "{n} of {all}", numbers) == "1 из 12\u00a0000"
    assert call(page, "words", "gettext", "{n} of {year}", {"year": "2023"}) == "{n} of 2023"
    assert call(page, "words", "pgettext", "a button", "Save") == "Сохранить"
    assert call(page, "words", "pgettext", "a verb", "Save") == "Save"
    found = [call(page, "words", "ngettext", "{n} save", "{n} saves", n) for n in (1, 2, 5, 21)]
    assert found == ["1 правка", "2 правки", "5 правок", "21 правка"]


def test_sentences_without_a_catalogue_are_english(page: Page) -> None:
    found = [call(page, "words", "ngettext", "{n} save", "{n} saves", n) for n in (1, 1200)]
    assert found == ["1 save", "1,200 saves"]
