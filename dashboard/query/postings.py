"""Postings: the rows of each key, so that the time of a look-up depends on its result only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEW = 32
"""Number of rows from which a key is looked up on its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Rows by key: ``rows[starts[key] : starts[key + 1]]``, ascending, each once.

    Attributes:
        starts: offset into ``rows`` for each key, and the length of ``rows``.
        rows: the rows of all keys, one key after the other.
        total: number of rows of the table.

    Example:
        >>> postings = Postings.of(np.array([0, 1, 1]), np.array([2, 0, 2]), key_count=2, total=4)
        >>> postings.flags(np.array([1])).tolist()
        [True, False, True, False]
    """

    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    total: int

    @classmethod
    def of(
        cls, keys: NDArray[np.integer], rows: NDArray[np.integer], key_count: int, total: int
    ) -> Postings:
        """Build postings from pairs of key and row in any order; both arrays have one length."""
        pairs = keys.astype(np.int64) * max(total, 1) + rows
        pairs.sort()
        pairs = pairs[first_of_equals(pairs)]
        bounds = np.arange(key_count + 1, dtype=np.int64) * max(total, 1)
        starts = np.searchsorted(pairs, bounds)
        pairs -= np.repeat(bounds[:-1], np.diff(starts))
        return cls(starts, pairs.astype(np.int32), total)

    def flags(self, keys: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Return for each row whether any of the keys occurs in it."""
        mask = np.zeros(self.total, dtype=bool)
        begin, size = self.starts[keys], self.starts[keys + 1] - self.starts[keys]
        many = size >= _FEW
        for first, after in zip(begin[many], begin[many] + size[many], strict=True):
            mask[self.rows[first:after]] = True
        begin, size = begin[~many], size[~many]
        # Offsets of the rows of all other keys at once, one run of offsets for each key.
        run = np.arange(size.sum()) + np.repeat(begin - np.cumsum(size) + size, size)
        mask[self.rows[run]] = True
        return mask
