"""The foot of the timeline: labels of ticks that fit and do not collide, and bands of periods."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.axis import (
    TICK_FONT,
    AxisTick,
    PeriodBand,
    axis_ticks,
    place_periods,
)
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.window import Window
from tests.examples import tables_of

BESIDE = 12
WINDOWS = st.builds(
    lambda lower, share: Window.spanning(lower, lower + 600 * (10**9) ** share),
    st.integers(MIN_SECOND, MAX_SECOND),
    st.floats(0, 1),
)
SCALES = st.sampled_from([0.9, 1.0, 1.2])
ROOMS = st.builds(PlotArea, st.floats(256, 600), st.just(True), SCALES) | st.builds(
    PlotArea, st.floats(468, 2400), st.just(False), SCALES
)


def in_view(window: Window, plot_area: PlotArea) -> list[AxisTick]:
    return [tick for tick in axis_ticks(window, plot_area) if 0 <= tick.x <= plot_area.width]


def texts(begin: str, end: str, width: float = 500.0) -> list[str]:
    found = in_view(Window.from_texts(begin, end), PlotArea(width))
    return [f"{tick.label} {tick.context}".strip() for tick in found]


def test_the_context_stands_at_the_first_tick_in_view_and_wherever_it_changes() -> None:
    autumn = ["Oct 2023", "Nov", "Dec", "Jan 2024", "Feb", "Mar"]
    assert texts("2023-09-10", "2024-02", 700) == autumn


def test_what_would_be_cut_off_is_left_out() -> None:
    day = "26 Oct 2023 UTC"
    assert texts("2023-10-26T18:00Z", "2023-10-27T05:59Z")[:2] == ["", f"21:00 {day}"]
    assert texts("2023-10-26T17:20Z", "2023-10-27T05:19Z")[:2] == ["18:00", f"21:00 {day}"]
    assert texts("2023-09", "2024-02", 700)[:2] == ["Sep", "Oct 2023"]


def test_a_label_is_left_out_where_its_new_context_would_be_cut_off() -> None:
    assert texts("2023-10-26", "2023-10-27T23:59Z")[-2:] == ["12:00", ""]


def test_of_two_contexts_that_would_overlap_the_later_stands() -> None:
    found = texts("2023-10-26T19:00Z", "2023-10-27T12:59Z", 600)
    assert found == ["21:00", "00:00 27 Oct 2023 UTC", "03:00", "06:00", "09:00", "12:00"]


def test_years_need_no_context() -> None:
    assert texts("1990", "2023") == ["", "2000", "2010", "2020"]


def test_ticks_go_on_beyond_the_window_for_a_drag() -> None:
    plot_area = PlotArea(900)
    places = [tick.x for tick in axis_ticks(Window.from_texts("2023", "2023"), plot_area)]
    assert places[0] < -plot_area.width / 4
    assert places[-1] > plot_area.width * 5 / 4


@given(WINDOWS, ROOMS)
def test_two_or_more_ticks_are_labelled_in_view(window: Window, plot_area: PlotArea) -> None:
    labelled = [tick for tick in in_view(window, plot_area) if tick.label]
    assert 2 <= len(labelled) <= plot_area.width / 45 + 1


@given(WINDOWS, ROOMS)
def test_labels_and_contexts_are_whole_and_do_not_collide(
    window: Window, plot_area: PlotArea
) -> None:
    found = in_view(window, plot_area)
    for part in ("label", "context"):
        boxes = [
            (tick.label_x - half, tick.label_x + half)
            for tick in found
            if (text := getattr(tick, part))
            for half in [text_width(text, TICK_FONT, scale=plot_area.scale) / 2]
        ]
        assert all(left >= -BESIDE and right <= plot_area.width + BESIDE for left, right in boxes)
        assert all(one[1] <= other[0] for one, other in pairwise(boxes))


@given(WINDOWS, ROOMS)
def test_no_two_ticks_read_alike(window: Window, plot_area: PlotArea) -> None:
    read, context = [], ""
    for tick in in_view(window, plot_area):
        context = tick.context or context
        if tick.label:
            read.append((tick.label, context))
    assert len(set(read)) == len(read)


@given(WINDOWS, ROOMS)
@example(Window(-44940, -33900), PlotArea(256.0, compact=True, scale=1.2))
def test_a_context_is_seen_where_there_is_one(window: Window, plot_area: PlotArea) -> None:
    around = axis_ticks(window, plot_area)
    if any(tick.context for tick in around):
        assert any(tick.context for tick in around if 0 <= tick.x <= plot_area.width)


def bands(periods: str, begin: str, end: str, width: float = 1000.0) -> tuple[PeriodBand, ...]:
    listed = f"periods: [{periods}]\nevents: []"
    scale = TimeScale.even(Window.from_texts(begin, end), width)
    return place_periods(tables_of(listed), scale, PlotArea(width))


def test_periods_in_view_are_bands_with_their_names_in_the_middle_of_what_is_seen() -> None:
    (band,) = bands("{name: The war, date: 2000/2009}", "2005", "2014")
    assert (band.name, band.row) == ("The war", 0)
    assert (band.left, band.right) == (pytest.approx(-500, abs=2), pytest.approx(500, abs=2))
    assert band.middle == pytest.approx(250, abs=1)


def test_periods_out_of_view_have_no_band() -> None:
    assert bands("{name: Before, date: 1990/1999}, {name: After, date: 2020}", "2000", "2019") == ()


def test_periods_that_overlap_stand_in_rows_and_others_share_one() -> None:
    found = bands(
        "{name: One, date: 2000/2004}, {name: Two, date: 2003/2006}, {name: Three, date: 2005}",
        "2000",
        "2009",
    )
    assert [(band.name, band.row) for band in found] == [("One", 0), ("Two", 1), ("Three", 0)]


def test_a_name_without_room_is_shortened_or_left_out() -> None:
    name = "A very long name of a period"
    wide = bands(f"{{name: {name}, date: 2000}}", "2000", "2009", 3000)
    narrow = bands(f"{{name: {name}, date: 2000}}", "2000", "2009", 1000)
    tiny = bands(f"{{name: {name}, date: 2000}}", "2000", "2009", 200)
    assert [band.name for band in (*wide, *narrow, *tiny)] == [name, "A very long…", ""]


def test_open_periods_end_beyond_the_picture() -> None:
    (band,) = bands("{name: Since then, date: 2005/..}", "2000", "2009")
    assert 1000 < band.right <= 2000


def test_a_period_of_one_long_word_is_named_in_part() -> None:
    (band,) = bands(f"{{name: {'W' * 300}, date: 2023-03/2023-09}}", "2023", "2023")
    assert band.name.startswith("WWWWWWWW")
    assert band.name.endswith("…")
    (narrow,) = bands(f"{{name: {'W' * 300}, date: 2023-03-01/2023-03-10}}", "2023", "2023")
    assert narrow.name == ""
