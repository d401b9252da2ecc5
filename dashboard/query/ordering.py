"""Sorting rows within their events, and keeping the first of equals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = np.iinfo(np.int64).max


def order_within(event: NDArray[np.integer], key: NDArray[np.integer]) -> NDArray[np.intp]:
    """Return the stable order of rows by event and then by key, neither of them negative.

    Fast where the events are in order already: only the few rows of each have to be put right.
    """
    if not len(event):
        return np.empty(0, dtype=np.intp)
    # One sort of a combined number is ten times faster than a sort by two columns.
    width = int(key.max()) + 1
    if width > _LARGEST // (int(event.max()) + 1):
        key = np.unique(key, return_inverse=True)[1]
        width = len(key)
    return np.argsort(event.astype(np.int64) * width + key, kind="stable")


def first_of_equals(*columns: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return for each row whether it differs from the one before it in any column."""
    first = np.ones(len(columns[0]), dtype=bool)
    if len(first):
        first[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return first


def rows_within(event: NDArray[np.integer], flags: NDArray[np.bool_]) -> slice:
    """Return a slice of rows, ordered by event, that holds all whose event is flagged.

    A window of a long file flags a short run of its events: what is outside need not be looked at.
    """
    if not flags.any():
        return slice(0, 0)
    first, after = int(flags.argmax()), len(flags) - int(flags[::-1].argmax())
    # Keys of another type would have the whole column copied.
    begin, end = np.searchsorted(event, np.array([first, after], dtype=event.dtype))
    return slice(int(begin), int(end))
