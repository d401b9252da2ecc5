"""Similar words, found in bounded time: what ``difflib`` finds, unless that would take too long."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from dashboard.model.limits import LONGEST_COMPARED, MOST_LETTERS_COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], most: int, similarity: float) -> list[str]:
    """Return those of ``words`` that are most similar to ``word``, the best first.

    Similarity is that of Ratcliff and Metzener (1988). Long texts resemble nothing, and where there
    is too much to compare nothing is returned: a comparison takes the product of both lengths.

    Args:
        word: what is searched for.
        words: where it is searched.
        most: how many are returned at most.
        similarity: the least that counts, from 0 to 1.

    >>> nearest("vist", ["visit", "deny", "consult"], 1, 0.6)
    ['visit']
    >>> nearest("a" * 1000, ["a" * 1000], 1, 0.6)
    []
    """
    if len(word) > LONGEST_COMPARED:
        return []
    candidates = [known for known in words if len(known) <= LONGEST_COMPARED]
    if len(word) * sum(map(len, candidates)) > MOST_LETTERS_COMPARED:
        return []
    return get_close_matches(word, candidates, most, similarity)


def close_match(word: str, words: Iterable[str]) -> str:
    """Return ``: did you mean "…"?`` for the most similar of ``words``, or an empty text."""
    if len(word) > LONGEST_COMPARED:
        return ""
    folded = {known.casefold(): known for known in words}
    near = nearest(word.casefold(), folded, 1, 0.6)
    return f': did you mean "{folded[near[0]]}"?' if near else ""
