"""Names of actors: the normalised spellings under which a text is looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.model.letters import without_case_and_marks
from dashboard.words.suggestions import LONGEST_COMPARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_CACHED = 16_384
"""Number of texts whose forms are cached."""
_LONGEST_CACHED = 100
"""Characters of a text up to which its forms are cached, so that the caches stay small."""
_SHORTEST = 4
"""Letters of the shortest name that is searched or proposed: USDA does not mean USA."""
_LONG = 10
"""Letters from which a name may have two slips; a shorter one has one."""
_MOST_COMPARED = 2_000
"""Largest number of names that one search compares."""
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
_COMPASS = frozenset(("north", "south", "east", "west"))


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

    >>> spellings("Korea, Republic of")
    ('korea republic of', 'republic of korea')
    >>> spellings("Ireland (Northern)"), spellings("Korea North")[-1], spellings("N.Korea")
    (('ireland northern', 'northern ireland'), 'north korea', ('nkorea', 'n korea'))
    """
    return _cached_spellings(text) if len(text) <= _LONGEST_CACHED else _spellings(text)


def _spellings(text: str) -> tuple[str, ...]:
    forms = [normalise(text)]
    first, _, last = forms[0].rpartition(" ")
    if parts := bracketed(text):
        forms.append(normalise(" ".join(reversed(parts))))
    elif "," in text:
        head, _, tail = text.partition(",")
        forms.append(normalise(f"{tail} {head}"))
    elif last in _COMPASS and first:
        forms.append(f"{last} {first}")
    if "." in text:  # "U. S." and "N.Korea"
        forms += normalise(text.replace(". ", ".")), normalise(text.replace(".", ". "))
    return tuple(dict.fromkeys(forms))


_cached_spellings = lru_cache(maxsize=_CACHED)(_spellings)


def bracketed(text: str) -> tuple[str, str] | None:
    """Return the text before a bracket at the end and the text in it, if there is one.

    >>> bracketed("Russia (Soviet Union)")
    ('Russia', 'Soviet Union')
    """
    found = _BRACKET.fullmatch(text)
    return (found[1].strip(), found[2].strip()) if found else None


def similar(text: str, near: Callable[[str, int], Iterable[str]]) -> list[str]:
    """Return the normalised names that ``text`` may be a misspelling of, the best first.

    The bar is high: one slip in a name of up to nine letters, two in a longer one, none in the
    first letter, since people rarely mistype it: "Hamas" does not mean "Bahamas".

    Args:
        text: the name, as written.
        near: returns the names with the first letter of a normalised name whose length differs
            by at most so many letters.

    >>> similar("Phillipines", lambda form, most: ["philippines", "palestine", "poland"])
    ['philippines']
    >>> similar("Somalilan", lambda form, most: ["somalia"])
    []
    """
    found: dict[str, int] = {}
    for wanted in spellings(text):
        core = wanted.rpartition(" of ")[2]
        most = 0 if len(core) < _SHORTEST else 1 if len(core) < _LONG else 2
        if not most or len(wanted) > LONGEST_COMPARED:
            continue
        for name in islice(near(wanted, most), _MOST_COMPARED):
            if len(name) >= _SHORTEST and (made := slips(wanted, name, most)) <= most:
                found[name] = min(made, found.get(name, made))
    return sorted(found, key=found.__getitem__)


def slips(one: str, other: str, most: int) -> int:
    """Return the number of letters changed, added, left out or swapped, at most ``most`` + 1.

    It is the optimal string alignment distance (Damerau 1964).

    >>> slips("untied", "united", 2), slips("iran", "iraq", 2), slips("mali", "angola", 1)
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, with_letter in enumerate(other, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != with_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == with_letter:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return min(row[-1], most + 1)
