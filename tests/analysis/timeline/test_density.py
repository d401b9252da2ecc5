"""Densities: counts per lane and bin that lose no mark and double none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.density import BIN_WIDTH, MOST_BINS, Density, count_density
from dashboard.query.matching import sides_of

SCORES = {"cooperation": 7.4, "neutral": 0.0, "conflict": -9.0}


def count(marks: list[tuple[float, int, float]], lanes: int = 3, width: float = 100.0) -> Density:
    table = np.array(marks, dtype=float).reshape(-1, 3)
    rows = np.arange(len(table))
    return count_density(
        table[:, 0], sides_of(table[:, 2]), rows, table[:, 1].astype(int), lanes, width
    )


def by_side(counts: Density) -> dict[str, np.ndarray]:
    return {name: getattr(counts, name) for name in SCORES}


def test_a_mark_counts_in_its_lane_its_bin_and_on_its_side() -> None:
    counts = count([(50.0, 1, 8.3), (51.0, 1, 2.5), (50.0, 2, -2.0), (99.9, 0, 0.0)], width=80.0)
    assert counts.edges.tolist() == pytest.approx(np.arange(0, 81, 8).tolist())
    assert counts.cooperation[1].tolist() == [0, 0, 0, 0, 0, 0, 2, 0, 0, 0]
    assert counts.conflict[2].tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert (counts.cooperation.sum(), counts.conflict.sum(), counts.neutral.sum()) == (2, 1, 0)


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (-10, "conflict"),
        (-1, "conflict"),
        (-0.9, "neutral"),
        (0.9, "neutral"),
        (1, "cooperation"),
        (10, "cooperation"),
    ],
)
def test_the_side_is_that_of_the_tone(score: float, name: str) -> None:
    counts = by_side(count([(5.0, 0, score)]))
    assert {found for found, cells in counts.items() if cells.any()} == {name}


def test_the_greatest_count_is_that_of_one_side_of_one_bin() -> None:
    up = [(5.0, 0, SCORES["cooperation"])] * 2 + [(5.0, 0, SCORES["neutral"])] * 2
    down = [(5.0, 0, SCORES["conflict"])] * 3
    assert count([*up, *down]).most == 4
    assert count(down).most == 3
    assert count([]).most == 0


def test_an_event_of_several_lanes_counts_in_each_and_one_without_a_place_in_none() -> None:
    x, lanes_of = np.array([5.0, np.nan]), np.array([0, 2, 1])
    counts = count_density(
        x, sides_of(np.array([7.0, 7.0])), np.array([0, 0, 1]), lanes_of, 3, 80.0
    )
    assert counts.cooperation.sum(axis=1).tolist() == [1, 0, 1]


def test_nothing_in_no_lanes_is_nothing() -> None:
    assert count([], lanes=0).cooperation.shape == (0, 12)


MARKS = st.lists(st.tuples(st.floats(-50, 450), st.integers(0, 4), st.floats(-10, 10)), max_size=80)


@given(MARKS, st.floats(1, 400))
def test_every_mark_inside_is_counted_once(
    marks: list[tuple[float, int, float]], width: float
) -> None:
    counts = by_side(count(marks, 5, width))
    inside = [mark for mark in marks if 0 <= mark[0] < width]
    for lane in range(5):
        here = sum(int(cells[lane].sum()) for cells in counts.values())
        assert here == sum(mark[1] == lane for mark in inside)
    friendly = sum(mark[2] >= 1 for mark in inside)
    assert int(counts["cooperation"].sum()) == friendly
    assert int(counts["conflict"].sum()) == sum(mark[2] <= -1 for mark in inside)


@given(st.floats(1, 3000), st.floats(0, 1, exclude_max=True))
def test_a_mark_counts_in_the_bin_around_it(width: float, share: float) -> None:
    x = share * width
    counts = count([(x, 0, 5.0)], 1, width)
    (bin_,) = np.flatnonzero(counts.cooperation[0])
    assert counts.edges[bin_] - 1e-6 <= x <= counts.edges[bin_ + 1] + 1e-6


@given(st.floats(1, 6000))
def test_bins_fill_the_width_and_are_few(width: float) -> None:
    edges = count([], 1, width).edges
    assert (edges[0], edges[-1]) == (0, pytest.approx(width))
    assert 1 <= len(edges) - 1 <= MOST_BINS
    assert len(edges) == 2 or np.diff(edges).min() >= BIN_WIDTH - 1e-6
