"""Postings: rows by key."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.postings import Postings

KEYS, ROWS = 6, 400


@given(
    st.lists(st.tuples(st.integers(0, KEYS - 1), st.integers(0, ROWS - 1))),
    st.sets(st.integers(0, KEYS - 1)),
    st.booleans(),
)
def test_a_row_is_flagged_when_any_of_the_keys_occurs_in_it(
    pairs: list[tuple[int, int]], wanted: set[int], crowded: bool
) -> None:
    if crowded:  # so that one key has many rows
        pairs += [(0, row) for row in range(0, ROWS, 2)]
    keys, rows = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    postings = Postings.of(keys.astype(np.int8), rows, KEYS, ROWS)
    found = postings.flags(np.array(sorted(wanted), dtype=np.int64))
    assert set(found.nonzero()[0].tolist()) == {row for key, row in pairs if key in wanted}
    assert len(postings.rows) == len(set(pairs))


def test_there_may_be_nothing() -> None:
    none = np.empty(0, dtype=np.int32)
    assert Postings.of(none, none, 0, 0).flags(none).tolist() == []
    assert Postings.of(none, none, 2, 3).flags(np.array([1])).tolist() == [False] * 3
