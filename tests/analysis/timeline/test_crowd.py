"""Crowds: when marks collide too often, and which events are then drawn one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.crowd import (
    MOST_EVENTS,
    Singles,
    choose_singles,
    count_crowd,
    covered_share,
    too_crowded,
)
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.query.columns import BoolArray
from dashboard.query.selection import Selection
from dashboard.query.window import Window
from tests.examples import tables_of

SIZE = 13.0


def share(*marks: tuple[float, int, int]) -> float:
    x, lane, event = np.array(marks, dtype=float).reshape(-1, 3).T
    return covered_share(x, lane.astype(int), event.astype(int), SIZE)


def lens(distance: float) -> float:
    """The share of a circle that another of the same size covers."""
    u = distance / SIZE
    return 2 / math.pi * (math.acos(u) - u * math.sqrt(1 - u * u))


@pytest.mark.parametrize("distance", [1.0, 5.0, 5.2, 5.3, 6.0, 12.0])
def test_a_mark_is_covered_where_more_than_half_of_its_circle_is(distance: float) -> None:
    assert share((50, 0, 1), (50 + distance, 0, 2)) == (1.0 if lens(distance) > 0.5 else 0.0)


@pytest.mark.parametrize(
    ("other", "why"),
    [((50, 1, 2), "another lane"), ((50, 0, 1), "the same event"), ((70, 0, 2), "far away")],
)
def test_a_mark_is_not_covered(other: tuple[float, int, int], why: str) -> None:
    assert share((50, 0, 1), other) == 0, why


def test_the_order_of_marks_does_not_matter() -> None:
    marks = [(10.0, 0, 1), (80.0, 0, 2), (12.0, 0, 3), (50.0, 1, 1), (120.0, 0, 4)]
    assert share(*marks) == share(*marks[::-1]) == pytest.approx(2 / 5)
    assert share() == share((1, 0, 0)) == 0


@pytest.mark.parametrize(("pairs", "crowded"), [(1, False), (2, False), (3, True)])
def test_histograms_begin_at_five_percent_of_covered_marks(pairs: int, crowded: bool) -> None:
    x = np.arange(80) * 20.0
    x[1 : 2 * pairs : 2] = x[0 : 2 * pairs : 2] + 2
    assert too_crowded(x, np.zeros(80, int), np.arange(80), SIZE) == crowded


def test_too_many_events_are_a_crowd_however_far_apart() -> None:
    for number in (MOST_EVENTS, MOST_EVENTS + 1):
        x = np.arange(number) * 100.0
        assert too_crowded(x, np.zeros(number, int), np.arange(number)) == (number > MOST_EVENTS)


DAYS = "\n".join(
    f"- {{date: 2020-{month:02d}-15, title: T, actors: Japan}}" for month in range(1, 13)
)
YEAR = Window.from_texts("2020", "2020")


def chosen(window: Window, linked: list[int], crowded: bool) -> tuple[Singles, BoolArray]:
    dataset = Dataset(tables_of(DAYS))
    selected = Selection(window=window).apply(dataset.tables)
    lanes = lay_out_lanes(dataset, "country", selected.matching)
    singles = choose_singles(dataset, lanes, selected, window, linked, lambda _: crowded)
    return singles, selected.visible


def test_few_events_are_drawn_one_by_one_also_those_that_a_drag_brings_into_view() -> None:
    singles, visible = chosen(Window.from_texts("2020-05", "2020-08"), [], crowded=False)
    assert singles.rows.tolist() == [2, 3, 4, 5, 6, 7, 8, 9]
    assert (singles.is_crowd, singles.is_dense) == (False, False)
    assert np.flatnonzero(visible).tolist() == [4, 5, 6, 7]


def test_events_whose_marks_collide_are_a_crowd_although_they_are_few() -> None:
    singles, _ = chosen(YEAR, [3], crowded=True)
    assert (singles.is_crowd, singles.is_dense) == (True, True)
    assert 3 in singles.rows


def test_the_crowd_is_counted_without_the_events_drawn_one_by_one() -> None:
    dataset = Dataset(tables_of(DAYS))
    selected = Selection().apply(dataset.tables)
    lanes = lay_out_lanes(dataset, "country", selected.matching)
    arguments = (dataset, lanes, selected.visible)
    some = count_crowd(*arguments, np.array([0, 5]), YEAR, 366.0)
    assert some is not None
    assert int(some.established.sum() + some.in_doubt.sum()) == 10
    assert count_crowd(*arguments, np.arange(12), YEAR, 366.0) is None


def test_bins_lead_to_their_window_within_the_selection() -> None:
    dataset = Dataset(tables_of(DAYS))
    selection = Selection(countries=("JPN",))
    selected = selection.apply(dataset.tables)
    lanes = lay_out_lanes(dataset, "country", selected.matching)
    none = np.array([], dtype=np.int64)
    twice = lambda seconds: (seconds - YEAR.lower) / 86_400 * 2  # noqa: E731
    found = count_crowd(
        dataset, lanes, selected.visible, none, YEAR, 366.0, selection=selection, to_x=twice
    )
    assert found is not None
    assert found.queries[0] == "country=JPN&from=2020-01-01&to=2020-01-10"
    assert found.edges.tolist() == twice(found.seconds).tolist()
