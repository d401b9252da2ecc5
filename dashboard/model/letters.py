"""Letters without what they are composed of, in time proportional to the length of the text."""

from __future__ import annotations

import unicodedata

_SHORT = 1_000
"""Characters up to which a text is decomposed as it is."""
_IOTA = "\u0345"
"""A mark that becomes a letter when case is folded, so it is kept."""
_MARKS_ALONE = dict.fromkeys((0x0F73, 0x0F75, 0x0F81))
"""Tibetan vowels that count as letters and decompose into marks alone."""


def decomposed(text: str) -> str:
    """Return the compatibility decomposition (NFKD) of a text whose marks are dropped afterwards.

    Marks are sorted while a text is decomposed, which takes the square of their number. So in a
    long text those that are written apart are dropped before.

    >>> decomposed("é") == "e\u0301"
    True
    """
    if len(text) > _SHORT and not text.isascii():
        kept = text.translate(_MARKS_ALONE)
        text = "".join(sign for sign in kept if sign == _IOTA or not unicodedata.combining(sign))
    return unicodedata.normalize("NFKD", text)


def unmarked(text: str) -> str:
    """Return a text without its combining marks.

    >>> unmarked(decomposed("Côte d’Ivoire"))
    'Cote d’Ivoire'
    """
    return "".join(sign for sign in text if not unicodedata.combining(sign))
