"""Rows by id: a mapping that needs twelve bytes for each id of a packed column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.packed import Packed


class RowsById(Mapping[str, int]):
    """The row of each id of a column, found by its hash.

    Example:
        >>> from dashboard.query.packed import Packed
        >>> RowsById(Packed.of(["treaty", "visit"]))["visit"]
        1
    """

    def __init__(self, ids: Packed) -> None:
        """Sort the hashes of ids that are all different."""
        self._ids = ids
        hashes = np.fromiter(map(hash, ids), np.int64, len(ids))
        order = np.argsort(hashes)
        self._hashes, self._rows = hashes[order], order.astype(np.int32)

    def __getitem__(self, id_: str) -> int:
        """Return the row of an id."""
        wanted = np.int64(hash(id_))
        first, after = (self._hashes.searchsorted(wanted, side) for side in ("left", "right"))
        for row in self._rows[first:after].tolist():
            if self._ids[row] == id_:
                return int(row)
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in the order of their rows."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Return the number of ids."""
        return len(self._ids)
