"""Text search over all events at once: each different word is compared only once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.letters import without_case_and_marks
from dashboard.query.postings import Postings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    from numpy.typing import NDArray

_CHUNK = 16_384
"""Number of texts that are split into words at a time."""
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Invisible characters: soft hyphens, joiners and direction marks."""
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_UNSEEN, ""),
        **dict.fromkeys("‘’‛ʼʻ′`", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **{"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"},
    }
)
"""Replacements for characters that Unicode does not decompose and keyboards do not have."""


def folded(text: str) -> str:
    """Return text without case and accents.

    Example:
        >>> folded("Türkiye’s"), folded("Łódź")
        ("turkiye's", 'lodz')
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return without_case_and_marks(text).translate(_LETTERS)


@dataclass(frozen=True, slots=True, eq=False)
class TextIndex:
    """The different words of all texts, and the rows in which each occurs.

    Attributes:
        words: the words without case and accents, each once.
        postings: rows by position in ``words``.
    """

    words: tuple[str, ...]
    postings: Postings

    @classmethod
    def of(cls, columns: pd.DataFrame) -> TextIndex:
        """Index the columns of a frame, of texts or tuples of texts, each row as one text."""
        rows_of_texts = zip(*(map(_text, columns[name].tolist()) for name in columns), strict=True)
        texts = map(" ".join, rows_of_texts)
        number: defaultdict[str, int] = defaultdict()
        number.default_factory = number.__len__
        words, sizes = _numbered(texts, number)
        rows = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        # Only now is anything decomposed: there are far fewer words than texts.
        keys: dict[str, int] = {}
        merged = np.array(
            [keys.setdefault(folded(word), len(keys)) for word in number], dtype=np.int32
        )
        postings = Postings.of(merged[words], rows, len(keys), len(columns))
        return cls(tuple(keys), postings)

    def matches(self, text: str) -> NDArray[np.bool_]:
        """Return for each row whether it contains every word of ``text``, in any order.

        A word may also be a part of another word.
        """
        mask = np.ones(self.postings.total, dtype=bool)
        for wanted in dict.fromkeys(folded(text).split()):
            if not mask.any():
                break
            keys = [key for key, word in enumerate(self.words) if wanted in word]
            mask &= self.postings.flags(np.array(keys, dtype=np.int64))
        return mask


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _numbered(
    texts: Iterable[str], number: defaultdict[str, int]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the numbers of the words of all texts in order, and the word count of each text."""
    words: list[NDArray[np.int32]] = [np.empty(0, dtype=np.int32)]
    sizes: list[int] = []
    rest = iter(texts)
    # In chunks, so that the words of a million texts are never in memory at the same time.
    while chunk := [text.split() for text in islice(rest, _CHUNK)]:
        sizes += map(len, chunk)
        words.append(np.fromiter(map(number.__getitem__, chain.from_iterable(chunk)), np.int32))
    return np.concatenate(words), np.array(sizes, dtype=np.int32)
