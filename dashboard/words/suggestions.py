"""Suggestions: the known words that a misspelt one is nearest to, or all the known words.

A comparison of two words takes time in proportion to the product of their lengths, so what is
compared is limited.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_COMPARED = 100
"""Characters of the longest word for which similar ones are searched, or that is proposed."""
MOST_LETTERS_COMPARED = 20_000_000
"""Limit of one search: letters of the word times letters of all words that it is compared with."""
_SHORTEST = 4
"""Least letters of the longer of two words that are one slip apart: "lan" is "lat" or "lon"."""
_BETWEEN_WORDS = re.compile(r"[\s_\-]+")
_SIMILARITY = 0.6
"""Least similarity of a suggestion (Ratcliff and Metzener 1988, as in ``difflib``)."""
HIGH_SIMILARITY = 0.78
"""Least similarity of a misspelt word; words that mean something else are mostly below it."""
_SHORT, _SHORT_SIMILARITY = 4, 0.66
"""Letters of a short word, and its least similarity: one letter of three may differ."""
_NEGATIONS = ("anti", "counter", "dis", "in", "mis", "no", "un")


def nearest(word: str, known: Iterable[str], most: int, similarity: float) -> list[str]:
    """Return the known words that are most similar to ``word``, the best first.

    Long words are similar to nothing. If there is too much to compare, the list is empty.

    Args:
        word: what is searched for.
        known: where it is searched.
        most: largest number of words that are returned.
        similarity: least similarity, from 0 to 1 (Ratcliff and Metzener 1988).

    >>> nearest("vist", ["visit", "deny", "consult"], 1, 0.6)
    ['visit']
    >>> nearest("a" * 1000, ["a" * 1000], 1, 0.6)
    []
    """
    if len(word) > LONGEST_COMPARED:
        return []
    candidates = [name for name in known if len(name) <= LONGEST_COMPARED]
    if len(word) * sum(map(len, candidates)) > MOST_LETTERS_COMPARED:
        return []
    return get_close_matches(word, candidates, most, similarity)


def did_you_mean(word: str, known: Iterable[str], similarity: float = _SIMILARITY) -> str:
    """Return the end of a message, which suggests the nearest known word, or an empty text.

    A word is not suggested for its negation.

    >>> did_you_mean("contry", ["country", "type"])
    ': did you mean "country"?'
    >>> did_you_mean("q", ["country", "type"]), did_you_mean("unconfirmed", ["confirmed"])
    ('', '')
    """
    folded = {name.casefold(): name for name in known}
    word = word.casefold()
    is_short = similarity > _SHORT_SIMILARITY and len(word) <= _SHORT
    near = nearest(word, folded, 1, _SHORT_SIMILARITY if is_short else similarity)
    if not near or (is_short and near[0][:1] != word[:1]):
        return ""
    if any(word.startswith(no) and not near[0].startswith(no) for no in _NEGATIONS):
        return ""
    return f': did you mean "{folded[near[0]]}"?'


def use_one_of(known: Iterable[str]) -> str:
    """Return the end of a message, which lists the known words.

    >>> use_one_of(["country", "type"])
    ': use one of country, type'
    """
    return f": use one of {', '.join(known)}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the end of a message: the nearest known word, else all of them.

    >>> suggestion("contry", ["country", "type"])
    ': did you mean "country"?'
    >>> suggestion("q", ["country", "type"])
    ': use one of country, type'
    """
    names = list(known)
    return did_you_mean(word, names) or use_one_of(names)


def meant_word(word: str, known: Iterable[str]) -> str:
    """Return the known word that a word certainly means, or an empty text.

    Certain are other letter cases, hyphens and spaces; and one slip (a letter changed, added or
    left out, or two neighbours swapped), if no second known word is as near. A digit is never a
    slip, and the first letter is never wrong.

    >>> meant_word("Force-Posture", ["force_posture"]), meant_word("titel", ["title", "type"])
    ('force_posture', 'title')
    >>> meant_word("actor2", ["actors"]), meant_word("tile", ["title", "tilt"])
    ('', '')
    """
    if len(word) > LONGEST_COMPARED:
        return ""
    names = {_folded(name): name for name in known}
    folded = _folded(word)
    if folded in names:
        return names[folded]
    near = [name for form, name in names.items() if is_one_slip(folded, form)]
    return near[0] if len(near) == 1 else ""


def is_one_slip(one: str, other: str) -> bool:
    """Return whether two words differ by a letter changed, added or left out, or by a swap.

    The longer one has at least four letters, and both begin with the same letter.

    >>> is_one_slip("titel", "title"), is_one_slip("dats", "date"), is_one_slip("date", "date2")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(long) < _SHORTEST:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    end = 0
    while end < len(short) - start and short[-1 - end] == long[-1 - end]:
        end += 1
    differing = short[start : len(short) - end], long[start : len(long) - end]
    is_swap = len(differing[0]) == 2 and differing[0] == differing[1][::-1]
    is_slip = max(map(len, differing)) == 1
    return start > 0 and (is_slip or is_swap) and "".join(differing).isalpha()


def _folded(word: str) -> str:
    return _BETWEEN_WORDS.sub("_", word.strip()).casefold()
