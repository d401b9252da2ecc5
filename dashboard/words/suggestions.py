"""Suggestions: the known word that a misspelt one is nearest to, or all the known words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIMILARITY = 0.6
"""Least similarity of a suggestion (Ratcliff and Metzener 1988, as in ``difflib``)."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the end of a message, which suggests the nearest known word, or an empty text.

    >>> did_you_mean("contry", ["country", "type"])
    ': did you mean "country"?'
    >>> did_you_mean("q", ["country", "type"])
    ''
    """
    folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=_SIMILARITY)
    return f': did you mean "{folded[near[0]]}"?' if near else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the end of a message: the nearest known word, else all of them.

    >>> suggestion("contry", ["country", "type"])
    ': did you mean "country"?'
    >>> suggestion("q", ["country", "type"])
    ': use one of country, type'
    """
    names = list(known)
    return did_you_mean(word, names) or f": use one of {', '.join(names)}"
