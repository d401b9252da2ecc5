"""Texts without case and combining marks, and words for URLs made of them, in linear time."""

from __future__ import annotations

import re
import unicodedata

from dashboard.model.limits import LONGEST_ID

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_SHORT = 1_000
"""Characters of the longest text that is decomposed without removing marks first."""
_IOTA = "\u0345"
"""Iota subscript: it is kept, since case folding turns it into a letter."""
_MARKS_ALONE = dict.fromkeys((0x0F73, 0x0F75, 0x0F81))
"""Tibetan vowels that count as letters but decompose into marks only."""


def decomposed(text: str) -> str:
    """Return the compatibility decomposition (NFKD) of a text, for callers that remove the marks.

    Decomposition sorts the marks of a letter, in time proportional to the square of their number.
    Therefore marks that are characters of their own are removed from a long text first.

    >>> decomposed("é") == "e\u0301"
    True
    """
    if len(text) > _SHORT and not text.isascii():
        kept = text.translate(_MARKS_ALONE)
        text = "".join(char for char in kept if char == _IOTA or not unicodedata.combining(char))
    return unicodedata.normalize("NFKD", text)


def unmarked(text: str) -> str:
    """Return a text without its combining marks.

    >>> unmarked(decomposed("Côte d’Ivoire"))
    'Cote d’Ivoire'
    """
    return "".join(char for char in text if not unicodedata.combining(char))


def without_case_and_marks(text: str) -> str:
    """Return the form of a text in which neither case nor accents make a difference.

    >>> without_case_and_marks("CÔTE d´Ivoire")
    "cote d'ivoire"
    """
    if text.isascii():
        return text.casefold()
    # An acute accent typed as an apostrophe decomposes to a space and a combining mark.
    return unmarked(decomposed(decomposed(text.replace("´", "'")).casefold()))


def slug(text: str) -> str:
    """Return a word for URLs: lower case, accents dropped, anything else but letters a hyphen.

    >>> slug("2023-10-22 First trilateral air exercise")
    '2023-10-22-first-trilateral-air-exercise'
    """
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFC", unmarked(decomposed(text)))
    return _BETWEEN_WORDS.sub("-", plain.lower()).strip("-")[:LONGEST_ID].rstrip("-")
