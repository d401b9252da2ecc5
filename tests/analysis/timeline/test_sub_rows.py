"""Sub-rows: which marks and bars of a lane are placed one below the other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.sub_rows import MOST_ROWS, Items, Packed, pack


def items(*rows: tuple[int, float, float, float, bool]) -> Items:
    columns = zip(*rows, strict=True) if rows else ((),) * 5
    lane, x, begin, end, has_bar = (np.array(column) for column in columns)
    return Items(lane.astype(int), x, begin, end, has_bar.astype(bool))


def mark(x: float, lane: int = 0) -> tuple[int, float, float, float, bool]:
    return lane, x, x - 6.5, x + 6.5, False


def bar(begin: float, end: float, lane: int = 0) -> tuple[int, float, float, float, bool]:
    return lane, begin, begin - 6.5, end, True


def packed(*rows: tuple[int, float, float, float, bool], most: int = 2) -> Packed:
    return pack(items(*rows), most)


def test_a_mark_without_neighbours_is_in_the_middle_of_its_lane() -> None:
    assert packed(mark(10), mark(100), mark(10, lane=1)).offset.tolist() == [0, 0, 0]


def test_two_marks_that_overlap_are_above_and_below_the_middle() -> None:
    assert packed(mark(10), mark(14)).offset.tolist() == [-0.5, 0.5]


def test_a_third_mark_that_overlaps_is_crowded_where_two_sub_rows_are_allowed() -> None:
    assert packed(mark(10), mark(12), mark(14)).crowded.any()
    assert not packed(mark(10), mark(12), mark(14), most=3).crowded.any()


def test_a_group_ends_where_nothing_overlaps() -> None:
    found = packed(mark(10), mark(14), mark(50), mark(90), mark(95))
    assert found.rows.tolist() == [2, 2, 1, 2, 2]


def test_bars_open_as_many_sub_rows_as_they_need() -> None:
    found = packed(*(bar(20 * n, 400) for n in range(6)))
    assert sorted(found.row.tolist()) == [0, 1, 2, 3, 4, 5]
    assert not found.crowded.any()


def test_nothing_has_no_sub_rows() -> None:
    assert packed().row.tolist() == []


BARS = st.lists(
    st.tuples(st.integers(0, 2), st.floats(0, 900), st.floats(0, 300), st.booleans()), max_size=30
)


@given(BARS, st.integers(1, 3))
def test_bars_of_a_lane_never_lie_on_each_other(
    rows: list[tuple[int, float, float, bool]], most: int
) -> None:
    made = [
        bar(begin, begin + length, lane) if has_bar else mark(begin, lane)
        for lane, begin, length, has_bar in rows
    ]
    found, given_ = packed(*made, most=most), items(*made)
    for one in range(len(made)):
        for other in range(one):
            both = given_.has_bar[one] and given_.has_bar[other]
            same = (
                given_.lane[one] == given_.lane[other] and found.offset[one] == found.offset[other]
            )
            overlap = (
                given_.begin[one] < given_.end[other] and given_.begin[other] < given_.end[one]
            )
            assert not (both and same and overlap) or found.rows[one] == MOST_ROWS


@given(st.lists(st.floats(0, 900), max_size=40), st.integers(1, 3))
def test_marks_that_are_not_crowded_are_apart(places: list[float], most: int) -> None:
    found = packed(*map(mark, places), most=most)
    assert found.row.max(initial=0) < most
    free = np.flatnonzero(~found.crowded)
    for one in free:
        for other in free[free < one]:
            if found.offset[one] == found.offset[other]:
                assert abs(places[one] - places[other]) >= 9 - 1e-9


@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_fewest_sub_rows_are_used(most: int) -> None:
    assert packed(*(mark(15 * n) for n in range(20)), most=most).rows.max() == 1
