"""Sorting within events."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.ordering import first_of_equals, order_within, rows_within

PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3) | st.integers(0, 2**62)))


@given(PAIRS)
def test_rows_are_ordered_by_event_then_key_and_else_as_they_were(
    pairs: list[tuple[int, int]],
) -> None:
    event, key = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    expected = sorted(range(len(pairs)), key=lambda row: pairs[row])
    assert order_within(event.astype(np.int32), key).tolist() == expected


def test_the_first_of_equal_rows_is_kept() -> None:
    one, two = np.array([1, 1, 1, 2, 2]), np.array([3, 3, 4, 4, 4])
    assert first_of_equals(one, two).tolist() == [True, False, True, True, False]
    assert first_of_equals(one[:0]).tolist() == []


@given(st.lists(st.integers(0, 9), max_size=30), st.lists(st.booleans(), min_size=10, max_size=10))
def test_a_slice_holds_all_rows_whose_event_is_flagged(
    events: list[int], flags: list[bool]
) -> None:
    event, flagged = np.array(sorted(events), dtype=np.int32), np.array(flags)
    found = rows_within(event, flagged)
    assert flagged[event[found]].sum() == flagged[event].sum()
    if len(event[found]):
        assert event[found][0] >= flagged.argmax()
