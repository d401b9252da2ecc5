"""Postings: for each key the rows in which it occurs, so that a look-up costs its answer alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEW = 32
"""Rows of a key from which on it is worth a step of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Rows by key: ``rows[starts[key] : starts[key + 1]]``, ascending, each once.

    Attributes:
        starts: one offset into ``rows`` for each key, and one more.
        rows: the rows of all keys, one key after the other.
        total: number of rows that there are.
    """

    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    total: int

    @classmethod
    def of(
        cls, keys: NDArray[np.integer], rows: NDArray[np.integer], key_count: int, total: int
    ) -> Postings:
        """Gather pairs of key and row; both arrays are of the same length, in any order."""
        pairs = keys.astype(np.int64) * max(total, 1) + rows
        pairs.sort()
        pairs = pairs[first_of_equals(pairs)]
        bounds = np.arange(key_count + 1, dtype=np.int64) * max(total, 1)
        starts = np.searchsorted(pairs, bounds)
        pairs -= np.repeat(bounds[:-1], np.diff(starts))
        return cls(starts, pairs.astype(np.int32), total)

    def flags(self, keys: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Return for each row whether any of the keys occurs in it."""
        found = np.zeros(self.total, dtype=bool)
        begin, size = self.starts[keys], self.starts[keys + 1] - self.starts[keys]
        many = size >= _FEW
        for first, after in zip(begin[many], begin[many] + size[many], strict=True):
            found[self.rows[first:after]] = True
        begin, size = begin[~many], size[~many]
        # Positions of all their rows at once: each key's run continues where the last one ended.
        run = np.arange(size.sum()) + np.repeat(begin - np.cumsum(size) + size, size)
        found[self.rows[run]] = True
        return found
