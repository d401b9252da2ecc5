"""Text search over all events at once: the words of every event in one long string."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

_BETWEEN = "\n"


def plain(text: str) -> str:
    """Return text without case and accents, so that ``Türkiye`` is found by ``turkiye``."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@dataclass(frozen=True)
class TextIndex:
    """The texts of n events, one line each; ``starts`` has n + 1 offsets into ``lines``."""

    lines: str
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, columns: pd.DataFrame) -> TextIndex:
        """Index all columns of a frame, one line a row."""
        texts = [columns[name].tolist() for name in columns]
        joined = _BETWEEN.join(
            " ".join(row).replace(_BETWEEN, " ") for row in zip(*texts, strict=True)
        )
        lines = plain(joined) + _BETWEEN
        ends = np.flatnonzero(
            np.frombuffer(lines.encode("utf-32-le"), dtype="<u4") == ord(_BETWEEN)
        )
        return cls(lines, np.concatenate(([0], ends + 1)))

    def matches(self, text: str) -> NDArray[np.bool_]:
        """Return for each row whether it contains every word of ``text``."""
        found = np.ones(len(self.starts) - 1, dtype=bool)
        for word in plain(text).split():
            found &= self._contains(word)
        return found

    def _contains(self, word: str) -> NDArray[np.bool_]:
        """Jump from hit to hit; after a hit go on with the next row."""
        found = np.zeros(len(self.starts) - 1, dtype=bool)
        find = self.lines.find
        position = find(word)
        while position >= 0:
            row = int(np.searchsorted(self.starts, position, side="right")) - 1
            found[row] = True
            position = find(word, int(self.starts[row + 1]))
        return found
