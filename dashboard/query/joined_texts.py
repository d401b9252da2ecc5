"""Joined texts: many texts in one run of bytes, without a Python object for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK = 16_384
"""Number of texts that are joined, or decoded, at a time."""
SEPARATOR = "\n"
"""Text after each text; it is white space, so no word that is searched for reaches over it."""


class JoinedTexts(Sequence[str]):
    """Texts as one run of UTF-8, from which each is decoded when it is asked for.

    Attributes:
        data: the texts, one after the other, each with ``SEPARATOR`` behind it.
        ends: offset behind each text and its separator; the first entry is 0.

    Example:
        >>> JoinedTexts.of(["Visit", "방문"])[1]
        '방문'
    """

    def __init__(self, data: bytes, ends: NDArray[np.int64]) -> None:
        """Take the bytes, and keep the offsets as small as they can be."""
        self.data = data
        is_small = len(data) <= np.iinfo(np.int32).max
        self.ends: NDArray[np.integer] = ends.astype(np.int32) if is_small else ends

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Join texts."""
        parts: list[bytes] = []
        sizes: list[int] = [0]
        # In chunks, so that a million texts are never in memory a second time.
        for begin in range(0, len(texts), CHUNK):
            some = [encoded(text + SEPARATOR) for text in texts[begin : begin + CHUNK]]
            parts.append(b"".join(some))
            sizes += map(len, some)
        return cls(b"".join(parts), np.fromiter(accumulate(sizes), np.int64, len(sizes)))

    @classmethod
    def of_lines(cls, data: bytes) -> Self:
        """Take lines, each with its end, that contain no other ``SEPARATOR``."""
        ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == ord(SEPARATOR)) + 1
        return cls(data, np.concatenate([[0], ends]))

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.ends) - 1

    def __getitem__(self, at: Any) -> Any:
        """Return a text; or an array of those that an array of numbers names."""
        if not isinstance(at, np.ndarray):
            return self.data[self.ends[at] : self.ends[at + 1] - 1].decode("utf-8", "surrogatepass")
        texts = np.empty(len(at), dtype=object)
        runs = zip(self.ends[at].tolist(), (self.ends[at + 1] - 1).tolist(), strict=True)
        texts[:] = [self.data[one:two].decode("utf-8", "surrogatepass") for one, two in runs]
        return texts

    @property
    def nbytes(self) -> int:
        """Size of the texts and their offsets."""
        return len(self.data) + self.ends.nbytes


def encoded(text: str) -> bytes:
    """Return the UTF-8 of a text, also of half a pair of surrogates."""
    return text.encode("utf-8", "surrogatepass")
