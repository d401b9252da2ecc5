"""Heights of titles and lanes that fit the plot area, or are as high as needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.plot_area import (
    HEAD_GAP,
    LANES_GAP,
    LEAST_LANE,
    Heights,
    PlotArea,
    choose_heights,
)

FREE = PlotArea(1200)
SCREEN = PlotArea(904, height=330)


def total(heights: Heights) -> float:
    rows = heights.rows_above + heights.rows_below
    return sum(heights.lanes) + rows * heights.title_row + HEAD_GAP + 2 * LANES_GAP


@pytest.mark.parametrize(
    ("events", "above", "below"), [(0, 2, 1), (3, 2, 1), (5, 3, 2), (100, 7, 7)]
)
def test_few_events_need_few_rows_of_titles(events: int, above: int, below: int) -> None:
    found = choose_heights(FREE, (1,) * 5, events)
    assert (found.rows_above, found.rows_below) == (above, below)


def test_six_lanes_and_ten_rows_of_titles_fit_one_screen() -> None:
    found = choose_heights(SCREEN, (1,) * 6, 30)
    assert (found.rows_above, found.rows_below) == (5, 5)
    assert min(found.lanes) >= 26
    assert total(found) <= SCREEN.height


def test_a_lane_with_sub_rows_is_higher_and_one_without_marks_gives_its_space_away() -> None:
    one, two, none = choose_heights(FREE, (1, 2, 0), 10).lanes
    assert two > one > none == LEAST_LANE


def test_lanes_and_sub_rows_are_lower_where_space_is_scarce() -> None:
    usual, scarce = (choose_heights(area, (2,) * 7, 30) for area in (FREE, SCREEN))
    assert scarce.sub_row < usual.sub_row
    assert sum(scarce.lanes) < sum(usual.lanes)
    assert scarce.rows_above + scarce.rows_below >= 7


def test_where_nothing_fits_the_timeline_is_higher_than_asked() -> None:
    found = choose_heights(SCREEN, (3,) * 12, 60)
    assert total(found) > SCREEN.height
    assert (found.rows_above, found.rows_below) == (6, 5)


@given(st.lists(st.integers(0, 8), max_size=14), st.integers(0, 200), st.floats(1, 1200))
def test_heights_are_never_below_the_least(sub_rows: list[int], events: int, height: float) -> None:
    found = choose_heights(PlotArea(900, height=height), sub_rows, events)
    assert len(found.lanes) == len(sub_rows)
    least = [max(LEAST_LANE, found.sub_row * rows) for rows in sub_rows]
    assert all(lane >= low for lane, low in zip(found.lanes, least, strict=True))
    assert found.title_row >= 1.28 * found.font >= 1.28 * 12
    assert 0 <= found.rows_above - found.rows_below <= 1
