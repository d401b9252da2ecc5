"""The axis of the upright timeline: every row is within the pixels of its own day."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.upright_axis import BAND, Break, Stack, stack_rows
from dashboard.query.window import Window

DAY, HOUR = 86_400, 3_600
WINDOW = Window(0, 40 * DAY)
GAP = Break("4 months without an event")


def stacked(
    begins: list[int], instants: list[float], breaks: list[Break | None] | None = None
) -> Stack:
    begin = np.array(begins, dtype=float)
    return stack_rows(
        [36.0] * len(begins),
        np.array(instants, dtype=float),
        begin,
        begin + DAY,
        breaks or [None] * (len(begins) + 1),
        WINDOW,
    )


def y_of(stack: Stack, seconds: float) -> float:
    return float(np.interp(seconds, *np.array(stack.knots).T))


def test_a_day_is_as_high_as_its_rows_and_days_without_events_are_low() -> None:
    stack = stacked([DAY, DAY, 5 * DAY], [1.4 * DAY, 1.6 * DAY, 5.5 * DAY])
    assert y_of(stack, 2 * DAY) - y_of(stack, DAY) == pytest.approx(72)
    assert y_of(stack, 5 * DAY) - y_of(stack, 2 * DAY) == pytest.approx(2)


def test_a_band_is_between_the_days_that_it_parts() -> None:
    stack = stacked([0, 20 * DAY], [DAY / 2, 20.5 * DAY], [None, GAP, None])
    (gap,) = stack.gaps
    assert (gap.top, gap.bottom, gap.words) == (36, 36 + BAND, GAP.words)
    assert (y_of(stack, DAY), y_of(stack, 20 * DAY)) == (gap.top, gap.bottom)
    assert stack.top.tolist() == [0, 36 + BAND]


def test_without_rows_there_is_only_the_break() -> None:
    stack = stacked([], [], [Break("No event")])
    assert [gap.words for gap in stack.gaps] == ["No event"]
    assert stack.knots == ((0.0, 0.0), (40.0 * DAY, BAND))


def test_a_row_that_began_before_the_window_is_at_its_begin() -> None:
    stack = stacked([-9 * DAY, 0], [-8.5 * DAY, DAY / 2])
    assert stack.top.tolist() == [0, 36]
    assert 0 < stack.y[0] <= y_of(stack, 1)


EVENTS = st.lists(
    # Day, shift of its zone, and time within the day.
    st.tuples(
        st.integers(0, 39),
        st.sampled_from([-9 * HOUR, 0, 0, 5 * HOUR]),
        st.sampled_from([0, DAY // 2, DAY - 60]),
        st.booleans(),
    ),
    max_size=30,
)


@given(EVENTS)
def test_marks_are_within_their_own_days_whatever_the_zone(
    events: list[tuple[int, int, int, bool]],
) -> None:
    ordered = sorted((day * DAY + shift, day * DAY + shift + at) for day, shift, at, _ in events)
    ordered.sort(key=lambda ends: ends[1])
    begins, instants = [begin for begin, _ in ordered], [float(at) for _, at in ordered]
    stack = stacked(begins, instants, [GAP if gap else None for *_, gap in events] + [None])
    seconds, y = np.array(stack.knots).T
    assert (np.diff(seconds) > 0).all()
    assert (np.diff(y) > 0).all()
    assert (seconds[0], seconds[-1], y[0], y[-1]) == (0, 40 * DAY, 0, stack.height)
    for begin, mark in zip(begins, stack.y.tolist(), strict=True):
        assert y_of(stack, begin) - 0.01 <= mark <= y_of(stack, begin + DAY) + 0.01
    edges = [(top, top + 36) for top in stack.top.tolist()] + [gap[:2] for gap in stack.gaps]
    assert all(one[1] <= other[0] + 1e-6 for one, other in pairwise(sorted(edges)))
