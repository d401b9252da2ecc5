"""Text search over all events at once: the texts are searched as they are, without an index."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.letters import without_case_and_marks
from dashboard.query.joined_texts import CHUNK, SEPARATOR, JoinedTexts, encoded
from dashboard.query.packed import pooled
from dashboard.query.recent import Recent

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.query.columns import BoolArray, IntArray

_RUN = 1 << 22
"""Number of bytes that are searched at a time, at least."""
_KEPT_WORDS = 8
"""Words whose rows are kept: a page asks for the same ones several times."""
_ASCII = 0x80
"""The bytes of characters that are not in ASCII begin here."""
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


class _Folded(dict[str, str]):
    """Words without case and accents, by the words as they are written."""

    def __missing__(self, word: str) -> str:
        self[word] = folded(word)
        return self[word]


def all_folded(texts: JoinedTexts, numbers: IntArray) -> JoinedTexts:
    """Return texts as ``folded`` does, each different word being folded once.

    Args:
        texts: all texts.
        numbers: numbers of those that are folded.

    Example:
        >>> list(all_folded(JoinedTexts.of(["Gruß", "Visit", "ein Grüßchen"]), np.array([0, 2])))
        ['gruss', 'ein grusschen']
    """
    plain, parts = _Folded(), []
    # In chunks, so that the words of a million texts are never in memory at the same time.
    for begin in range(0, len(numbers), CHUNK):
        some = texts[numbers[begin : begin + CHUNK]]
        lines = "".join(f"{text.replace(SEPARATOR, ' ')} {SEPARATOR} " for text in some)
        words = map(plain.__getitem__, lines.split(" "))
        parts.append(encoded(" ".join(words).replace(f" {SEPARATOR} ", SEPARATOR)))
    return JoinedTexts.of_lines(b"".join(parts))


@dataclass(frozen=True, slots=True, eq=False)
class SearchedColumn:
    """A column of texts as bytes in which a word is found without an index.

    Attributes:
        texts: the different texts. Those in ASCII are in lower case only while they are searched,
            which takes less time than the search and no memory.
        others: numbers of the texts that are not in ASCII.
        folded_others: these texts without case and accents.
        codes: number of the text of each row.
    """

    texts: JoinedTexts
    others: IntArray
    folded_others: JoinedTexts
    codes: IntArray

    @classmethod
    def of(cls, column: pd.Series) -> SearchedColumn:
        """Prepare a column of texts or tuples of texts."""
        pool, codes = pooled(column)
        texts = pool if isinstance(pool, JoinedTexts) else JoinedTexts.of(list(map(_text, pool)))
        others = _not_ascii(texts)
        return cls(texts, others, all_folded(texts, others), codes)

    def matches(self, word: str) -> BoolArray:
        """Return for each row whether a word without case and accents is in its text."""
        found = _found(self.texts, word)
        found[self.others] = _found(self.folded_others, word)
        return found[self.codes]


@dataclass(frozen=True, slots=True, eq=False)
class TextIndex:
    """The texts that the text filter searches.

    Attributes:
        columns: the columns; a word is in a row if it is in any of them.
        total: number of rows.
        recent: rows of the words of the last searches.
    """

    columns: tuple[SearchedColumn, ...]
    total: int
    recent: Recent = field(default_factory=lambda: Recent(_KEPT_WORDS), repr=False)

    @classmethod
    def of(cls, columns: pd.DataFrame) -> TextIndex:
        """Prepare the columns of a frame, of texts or tuples of texts."""
        searched = tuple(SearchedColumn.of(columns[name]) for name in columns)
        return cls(searched, len(columns))

    def matches(self, text: str) -> BoolArray:
        """Return for each row whether it contains every word of ``text``, in any order.

        A word may also be a part of another word.
        """
        mask = np.ones(self.total, dtype=bool)
        for wanted in dict.fromkeys(folded(text).split()):
            if not mask.any():
                break
            mask &= self.recent.remember(wanted, partial(self._with, wanted))
        return mask

    def _with(self, word: str) -> BoolArray:
        """Return for each row whether a word without case and accents is in any column."""
        found: BoolArray = np.logical_or.reduce([each.matches(word) for each in self.columns])
        return found


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _not_ascii(texts: JoinedTexts) -> IntArray:
    """Return the numbers of the texts that are not in ASCII."""
    if texts.data.isascii():
        return np.empty(0, dtype=np.int64)
    data = np.frombuffer(texts.data, dtype=np.uint8)
    return np.flatnonzero(np.bitwise_or.reduceat(data, texts.ends[:-1]) >= _ASCII)


def _found(texts: JoinedTexts, word: str) -> BoolArray:
    """Return for each text whether a word is in it, with its ASCII letters in lower case."""
    found = np.zeros(len(texts), dtype=bool)
    wanted = encoded(word)
    bounds = np.searchsorted(
        texts.ends, np.arange(0, len(texts.data), _RUN).astype(texts.ends.dtype)
    )
    for first, after in pairwise([*np.unique(bounds).tolist(), len(texts)]):
        begin = int(texts.ends[first])
        run = texts.data[begin : int(texts.ends[after])].lower().replace(b"`", b"'")
        places = begin + _places(run, wanted)
        found[np.searchsorted(texts.ends, places.astype(texts.ends.dtype), "right") - 1] = True
    return found


def _places(run: bytes, wanted: bytes) -> IntArray:
    """Return the offsets at which some bytes are found in a run of bytes."""
    if len(wanted) == 1:
        return np.flatnonzero(np.frombuffer(run, dtype=np.uint8) == wanted[0])
    between = run.split(wanted)
    sizes = np.fromiter(map(len, between), np.int64, len(between))
    return np.cumsum(sizes + len(wanted))[:-1] - len(wanted)
