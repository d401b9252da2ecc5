"""How names of actors are compared: the spellings under which a text is looked up."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.model.letters import decomposed, unmarked
from dashboard.model.similar import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_CACHED = 16_384
"""Names whose normalised forms are kept."""
_LONGEST_CACHED = 100
"""Characters of a name up to which its forms are kept, so that the caches stay small."""
_SIMILARITY = 0.8
_LISTED = 6
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
"""In a bracket these tell two places apart, so the text before it alone names another one."""


def normalise(text: str) -> str:
    """Return ``text`` as it is compared: "The  CÔTE d’Ivoire" becomes "cote divoire".

    Case, accents, dots and apostrophes vanish; hyphens, slashes, commas and brackets count as
    spaces; ``&`` is "and", "St" is "Saint", and "the" in front is dropped. Applying it twice
    changes nothing more.
    """
    return _cached_form(text) if len(text) <= _LONGEST_CACHED else _normalised(text)


def _normalised(text: str) -> str:
    # An acute accent typed as an apostrophe decomposes to a space and a combining mark.
    folded = decomposed(decomposed(text.replace("´", "'")).casefold())
    words = [_WORDS.get(word, word) for word in unmarked(folded).translate(_CHARACTERS).split()]
    first = 0
    while first < len(words) - 1 and words[first] == "the":
        first += 1
    return " ".join(words[first:])


_cached_form = lru_cache(maxsize=_CACHED)(_normalised)


def spellings(text: str) -> tuple[str, ...]:
    """Return the normalised forms under which ``text`` is looked up, the most literal first.

    "Korea, Republic of" is also "republic of korea"; "Russia (Soviet Union)" is also
    "soviet union russia" and, last, "russia". A bracket that tells two places apart, as in
    "Ireland (Northern)", is never dropped.
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
    """Return those of the normalised ``names`` that ``text`` may be a misspelling of, best first.

    Similarity is that of Ratcliff and Metzener (1988) as in ``difflib``, at least 0.8.
    """
    forms = spellings(text)
    found: dict[str, None] = {}
    for wanted in dict.fromkeys((*forms, _core(forms[0]))):
        # People rarely mistype the first letter: "Hamas" does not mean "Bahamas".
        candidates = [name for name in names if name[:1] == wanted[:1] and len(name) > 2]
        for name in nearest(wanted, candidates, _LISTED, _SIMILARITY):
            # "Republic of Panama" looks like "Republic of Myanmar" only for its beginning.
            if SequenceMatcher(None, _core(name), _core(wanted)).ratio() >= _SIMILARITY:
                found[name] = None
    return list(found)


def _core(name: str) -> str:
    return name.rpartition(" of ")[2]
