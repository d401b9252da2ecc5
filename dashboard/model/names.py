"""How names of actors are compared: the spellings under which a text is looked up."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CACHED = 16_384
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
_BRACKET = re.compile(r"\s*([^()\[\]]+?)\s*[(\[]([^()\[\]]*)[)\]]\s*")
_COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
_QUALIFIERS = frozenset(_COMPASS | {"american", "british", "dutch", "french"})
"""In a bracket these tell two places apart, so the text before it alone names another one."""


@lru_cache(maxsize=_CACHED)
def normalise(text: str) -> str:
    """Return ``text`` as it is compared: "The  CÔTE d’Ivoire" becomes "cote divoire".

    Case, accents, dots and apostrophes vanish; hyphens, slashes, commas and brackets count as
    spaces; ``&`` is "and", "St" is "Saint", and "the" in front is dropped. Applying it twice
    changes nothing more.
    """
    # An acute accent typed as an apostrophe decomposes to a space and a combining mark.
    decomposed = unicodedata.normalize("NFKD", text.replace("´", "'"))
    folded = unicodedata.normalize("NFKD", decomposed.casefold())
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    words = [_WORDS.get(word, word) for word in bare.translate(_CHARACTERS).split()]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=_CACHED)
def spellings(text: str) -> tuple[str, ...]:
    """Return the normalised forms under which ``text`` is looked up, the most literal first.

    "Korea, Republic of" is also "republic of korea"; "Russia (Soviet Union)" is also
    "soviet union russia" and, last, "russia". A bracket that tells two places apart, as in
    "Ireland (Northern)", is never dropped.
    """
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


def similar(text: str, names: Iterable[str]) -> list[str]:
    """Return those of the normalised ``names`` that ``text`` may be a misspelling of, best first.

    Similarity is that of Ratcliff and Metzener (1988) as in ``difflib``, at least 0.8.
    """
    forms = spellings(text)
    found: dict[str, None] = {}
    for wanted in dict.fromkeys((*forms, _core(forms[0]))):
        # People rarely mistype the first letter: "Hamas" does not mean "Bahamas".
        candidates = [name for name in names if name[:1] == wanted[:1] and len(name) > 2]
        for name in get_close_matches(wanted, candidates, _LISTED, _SIMILARITY):
            # "Republic of Panama" looks like "Republic of Myanmar" only for its beginning.
            if SequenceMatcher(None, _core(name), _core(wanted)).ratio() >= _SIMILARITY:
                found[name] = None
    return list(found)


def _core(name: str) -> str:
    return name.rpartition(" of ")[2]
