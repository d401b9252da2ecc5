"""Over time drawn: each bar is as high as the number of events that a click on it lists."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dashboard.analysis.relations.over_time import compute
from dashboard.analysis.span import shown_window, span_of
from dashboard.figures.courses import MARGINS
from dashboard.model.scores import SIDES
from dashboard.page.relations.over_time import draw
from dashboard.page.viewport import Viewport
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.window import Window
from tests.benchmarks.worlds import world
from tests.callback_payloads import SENT
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import (
    NASTY,
    NASTY_FILE,
    VIEWPORT,
    Drawn,
    chosen_books,
    is_plain,
    listed,
    many_worlds,
    of_class,
    of_tag,
)
from tests.query.books import UNHURRIED
from tests.questions import question_of

WORLDS = many_worlds()
SHOWN = pytest.mark.parametrize(
    ("tables", "query"), [one[1:] for one in WORLDS], ids=[one[0] for one in WORLDS]
)
NARROW = Viewport.of({**SENT, "timeline": [366, 0], "relations": [366, 0]})


def drawn(tables: Tables, selection: Selection | str, viewport: Viewport = VIEWPORT) -> Any:
    return draw(compute(question_of(tables, selection, time_axis=viewport.course_area)), viewport)


def courses(part: Any) -> list[Drawn]:
    return of_class(part, "course")


def events_told(words: str) -> int:
    """The number of events that a bar or a heading speaks of."""
    (count,) = re.findall(r"([\d,]+|no) events?\b", words)
    return 0 if count == "no" else int(count.replace(",", ""))


def assert_every_bar_lists_its_events(tables: Tables, part: Any) -> None:
    for link in of_tag(part, "a"):
        count = listed(link[1]["href"], tables)
        assert events_told(link[1]["aria-label"]) == count > 0


@SHOWN
@pytest.mark.parametrize("viewport", [VIEWPORT, NARROW], ids=["wide", "narrow"])
def test_every_bar_says_how_many_events_it_lists(
    tables: Tables, query: str, viewport: Viewport
) -> None:
    part = drawn(tables, query, viewport)
    assert of_tag(part, "a")
    assert_every_bar_lists_its_events(tables, part)


@given(chosen_books())
@UNHURRIED
def test_every_bar_of_a_random_book_says_how_many_events_it_lists(
    it: tuple[Tables, Selection],
) -> None:
    tables, selection = it
    part = drawn(tables, selection)
    assert_every_bar_lists_its_events(tables, part)
    assert is_plain(part)


@SHOWN
def test_a_total_is_the_number_of_events_in_view_of_its_direction(
    tables: Tables, query: str
) -> None:
    selection = Selection.from_query(query, tables, strict=False)
    part = drawn(tables, query)
    headings = of_class(part, "course-name")
    assert len(headings) == len(courses(part))
    for heading, course in zip(headings, courses(part), strict=True):
        link = of_tag(course, "a")
        if not link:
            assert events_told(drawn_text(heading[2][-1])) == 0
            continue
        dyad = Selection.from_query(link[0][1]["href"][1:], tables, strict=False).dyads
        if dyad and drawn_text(heading[2][0]) != "All acts":
            chosen = replace(selection, dyads=(replace(dyad[0], side=""),))
        else:
            chosen = replace(selection, dyads=())
        count = int(chosen.apply(tables).visible.sum())
        assert events_told(drawn_text(heading[2][-1])) == count


@SHOWN
def test_bars_are_as_high_as_their_events_are_many(tables: Tables, query: str) -> None:
    for course in courses(drawn(tables, query)):
        by_period: dict[str, float] = {}
        links = of_tag(course, "a")
        all_acts = course[1]["aria-label"] == "All acts"
        for link in links:
            (rect,) = of_tag(link, "rect")
            period = rect[1]["x"] if all_acts else link[1]["href"]
            by_period[period] = by_period.get(period, 0.0) + float(rect[1]["height"])
        counts = {}
        for link in links:
            (rect,) = of_tag(link, "rect")
            period = rect[1]["x"] if all_acts else link[1]["href"]
            counts[period] = events_told(link[1]["aria-label"])
        heights = [by_period[period] / counts[period] for period in counts]
        assert heights == pytest.approx([heights[0]] * len(heights), rel=0.2, abs=0.11)


def test_cooperation_stands_above_the_axis_and_conflict_below() -> None:
    tables = world(1_500, countries=14)
    for course in courses(drawn(tables, "dyad=USA:CHN")):
        (zero,) = of_class(course, "zero")
        axis = float(zero[1]["y1"])
        seen = set()
        for link in of_tag(course, "a"):
            (dyad,) = Selection.from_query(link[1]["href"][1:], tables, strict=False).dyads
            (rect,) = of_tag(link, "rect")
            top, tall = float(rect[1]["y"]), float(rect[1]["height"])
            if dyad.side == "conflict":
                assert top == pytest.approx(axis, abs=0.11)
            else:
                assert top + tall <= axis + 0.11
            assert top >= -0.01
            assert top + tall <= float(course[1]["height"])
            seen.add(dyad.side)
        assert seen == set(SIDES)


def test_bars_of_a_period_do_not_cover_each_other() -> None:
    tables = world(1_500, countries=14)
    for query in ("", "dyad=USA:CHN", "country=RUS"):
        for course in courses(drawn(tables, query)):
            rects = [rect[1] for rect in of_tag(course, "rect")]
            for one in rects:
                for other in rects:
                    if one is other or one["x"] != other["x"]:
                        continue
                    tops = float(one["y"]), float(other["y"])
                    lows = tops[0] + float(one["height"]), tops[1] + float(other["height"])
                    assert min(lows) <= max(tops) + 0.21


@SHOWN
def test_bars_stand_at_their_time(tables: Tables, query: str) -> None:
    selection = Selection.from_query(query, tables, strict=False)
    window = shown_window(span_of(tables), selection.window)
    plot_area, left = VIEWPORT.course_area, MARGINS[0] + 1
    for link in of_tag(drawn(tables, query), "a"):
        period = Selection.from_query(link[1]["href"][1:], tables, strict=False).window
        assert period is not None
        (rect,) = of_tag(link, "rect")
        wanted = (period.lower - window.lower) / window.span * plot_area.width
        assert 0 <= float(rect[1]["x"]) - wanted <= left


def test_both_directions_share_one_scale() -> None:
    tables = shipped()
    parts = courses(drawn(tables, "dyad=PRK:RUS"))
    assert len(parts) == 2
    heights = {
        float(rect[1]["height"]) / events_told(link[1]["aria-label"])
        for course in parts
        for link in of_tag(course, "a")
        for rect in of_tag(link, "rect")
    }
    assert max(heights) - min(heights) < 0.11


def test_an_open_event_divides_the_time() -> None:
    tables = shipped()
    part = drawn(tables, "dyad=RUS:PRK&event=vostochny")
    change, back = (drawn_text(each) for each in of_class(part, "course-change"))
    assert change == (
        "Before “Kim and Putin meet at Vostochny”: 1 event, mean +1.9 (few). "
        "After it: 2 events, mean +5.0 (few)."
    )
    assert back == (
        "Before “Kim and Putin meet at Vostochny”: 1 event, mean +8.3 (few). "
        "After it: 3 events, mean +8.2."
    )
    assert all(len(of_class(course, "focus-line")) == 1 for course in courses(part))
    assert not of_class(drawn(tables, "dyad=RUS:PRK"), "focus-line")
    outside = drawn(tables, "dyad=RUS:PRK&event=vostochny&from=2024")
    assert not of_class(outside, "focus-line")


def test_a_bar_opens_no_event_and_keeps_the_other_filters() -> None:
    tables = shipped()
    query = "dyad=RUS:PRK:both&status=confirmed&status=reported&event=vostochny"
    for link in of_tag(drawn(tables, query), "a"):
        chosen = Selection.from_query(link[1]["href"][1:], tables, strict=False)
        assert chosen.event == ""
        assert chosen.statuses == ("confirmed", "reported")
        assert isinstance(chosen.window, Window)


@pytest.mark.parametrize(
    "query", ["dyad=lavrov:PRK", "country=RUS&from=2024&to=2023", "from=2023-10&to=2023-10-00"]
)
def test_what_means_nothing_in_the_address_changes_no_number(query: str) -> None:
    part = drawn(shipped(), query)
    assert of_tag(part, "a")
    assert_every_bar_lists_its_events(shipped(), part)


@pytest.mark.parametrize("query", ["", "nodes=actor", "nodes=actor&actor=nasty&event=a"])
def test_texts_of_the_file_are_never_markup(query: str) -> None:
    part = drawn(tables_of(NASTY_FILE), query)
    assert is_plain(part)
    if "event" in query:
        assert NASTY in drawn_text(part)


@pytest.mark.parametrize(
    ("tables", "query"),
    [
        (tables_of(""), ""),
        (tables_of(""), "country=JPN"),
        (shipped(), "text=zzz"),
        (shipped(), "dyad=JPN:CHL"),
    ],
)
def test_where_nothing_happened_there_is_no_bar(tables: Tables, query: str) -> None:
    part = drawn(tables, query)
    assert not of_tag(part, "a")
    assert courses(part)
    assert all("no event" in drawn_text(each) for each in of_class(part, "course-name"))
    assert is_plain(part)


def test_two_dyads_are_one_above_the_other_on_one_axis() -> None:
    tables = shipped()
    part = drawn(tables, "dyad=RUS:PRK&dyad=PRK:USA:both")
    names = [drawn_text(each[2][0]) for each in of_class(part, "course-name")]
    assert names == [
        "Russia → North Korea",
        "North Korea → Russia",
        "North Korea → United States",
        "United States → North Korea",
    ]
    assert len({(each[1]["width"], each[1]["height"]) for each in courses(part)}) == 1
    assert_every_bar_lists_its_events(tables, part)


def test_a_menu_adds_a_pair_and_keeps_those_that_are_shown() -> None:
    tables = shipped()
    for query, shown in (
        ("", ()),
        ("dyad=RUS:PRK", ("RUS:PRK",)),
        ("country=JPN", ("*:JPN:both",)),
    ):
        _, *options = of_tag(of_class(drawn(tables, query), "compare"), "option")
        for option in options:
            dyads = Selection.from_query(option[1]["value"], tables).dyads
            assert tuple(dyad.text() for dyad in dyads[:-1]) == shown
            count = int(dyads[-1].both and re.findall(r"\((\d+)\)", drawn_text(option))[0])
            assert count > 0
    full = "&".join(f"dyad=PRK:{one}" for one in ("RUS", "USA", "JPN", "KOR"))
    assert not of_class(drawn(tables, full), "compare")
    assert "1 more is not" in drawn_text(drawn(tables, f"{full}&dyad=RUS:USA")[0])
