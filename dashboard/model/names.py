"""Names of actors: the normalised spellings under which a text is looked up."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.model.letters import without_case_and_marks
from dashboard.words.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_CACHED = 16_384
"""Number of texts whose forms are cached."""
_LONGEST_CACHED = 100
"""Characters of a text up to which its forms are cached, so that the caches stay small."""
_SIMILARITY = 0.8
"""Least similarity of a misspelling (Ratcliff and Metzener 1988, as in ``difflib``)."""
_CANDIDATES = 6
"""Number of similar names that are compared further."""
_APOSTROPHES = "'’‘‛ʼʻʹ`′"
_SEPARATORS = "-‐‑‒–—−_/,;:()[]"
_CHARACTERS = str.maketrans(
    {
        "&": " and ",
        **dict.fromkeys("." + _APOSTROPHES, ""),
        **dict.fromkeys(_SEPARATORS, " "),
    }
)
_WORDS = {"st": "saint"}
_BRACKET = re.compile(r"([^()\[\]]++)[(\[]([^()\[\]]*+)[)\]]\s*+")
_COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
_QUALIFIERS = frozenset(_COMPASS | {"american", "british", "dutch", "french"})
"""Words in a bracket that distinguish two places, so that the bracket cannot be dropped."""


def normalise(text: str) -> str:
    """Return the form in which names are compared; applying it twice changes nothing more.

    Case, accents, dots and apostrophes are removed; hyphens, slashes, commas and brackets count
    as spaces; ``&`` is "and", "St" is "Saint", and a leading "the" is dropped.

    >>> normalise("The  CÔTE d’Ivoire"), normalise("St. Kitts & Nevis")
    ('cote divoire', 'saint kitts and nevis')
    """
    return _cached_form(text) if len(text) <= _LONGEST_CACHED else _normalised(text)


def _normalised(text: str) -> str:
    plain = without_case_and_marks(text).translate(_CHARACTERS)
    words = [_WORDS.get(word, word) for word in plain.split()]
    first = 0
    while first < len(words) - 1 and words[first] == "the":
        first += 1
    return " ".join(words[first:])


_cached_form = lru_cache(maxsize=_CACHED)(_normalised)


def spellings(text: str) -> tuple[str, ...]:
    """Return the normalised forms under which ``text`` is looked up, the most literal first.

    A bracket is dropped in the last form, unless it distinguishes two places.

    >>> spellings("Korea, Republic of")
    ('korea republic of', 'republic of korea')
    >>> spellings("Russia (Soviet Union)"), spellings("Ireland (Northern)")[-1]
    (('russia soviet union', 'soviet union russia', 'russia'), 'northern ireland')
    """
    return _cached_spellings(text) if len(text) <= _LONGEST_CACHED else _spellings(text)


def _spellings(text: str) -> tuple[str, ...]:
    forms = [normalise(text)]
    if bracket := _BRACKET.fullmatch(text):
        head, tail = bracket.groups()
        forms.append(normalise(f"{tail} {head}"))
        if normalise(tail) not in _QUALIFIERS:
            forms.extend(spellings(head))
    elif "," in text:
        head, _, tail = text.partition(",")
        forms.append(normalise(f"{tail} {head}"))
    return tuple(dict.fromkeys(forms))


_cached_spellings = lru_cache(maxsize=_CACHED)(_spellings)


def similar(text: str, names: Iterable[str]) -> list[str]:
    """Return the normalised names that ``text`` may be a misspelling of, the best first.

    >>> similar("Phillipines", ["philippines", "palestine", "poland"])
    ['philippines']
    """
    forms = spellings(text)
    found: dict[str, None] = {}
    for wanted in dict.fromkeys((*forms, _core(forms[0]))):
        # People rarely mistype the first letter: "Hamas" does not mean "Bahamas".
        candidates = [name for name in names if name[:1] == wanted[:1] and len(name) > 2]
        for name in nearest(wanted, candidates, _CANDIDATES, _SIMILARITY):
            # "Republic of Panama" looks like "Republic of Myanmar" only for its beginning.
            if SequenceMatcher(None, _core(name), _core(wanted)).ratio() >= _SIMILARITY:
                found[name] = None
    return list(found)


def _core(name: str) -> str:
    return name.rpartition(" of ")[2]
