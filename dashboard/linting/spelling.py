"""How names are compared for misspellings: by the customs of transliteration, and by one letter."""

from __future__ import annotations

import re
from typing import Final

from dashboard.model.limits import LONGEST_COMPARED
from dashboard.model.names import normalise

_CYRILLIC: Final = str.maketrans(
    {
        **dict(zip("абвгґдезиіїйклмнопрстуфыэёь", "abvggdeziiiiklmnoprstufyeei", strict=True)),
        **{"ь": "", "ъ": "", "є": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"},
        **{"щ": "shch", "ю": "iu", "я": "ia"},
    }
)
_CUSTOMS: Final = (
    (re.compile("shch|sch|tsch|tch"), "ch"),
    (re.compile("kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ks"), "x"),
    (re.compile("w"), "v"),
    (re.compile("ck"), "k"),
    (re.compile(r"\B[yj]"), "i"),  # not the first letter: Yong is not Jong
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What transliterations write in several ways, and the one that names are compared by."""
_SHORTEST: Final = 5
"""Letters that a word must have for one of them to be a slip: Iran is not Iraq."""


def sound(name: str) -> str:
    """Return a name as it is compared: its words in order, each by one custom of spelling.

    "Sergei LAVROV", "Lavrov, Sergey" and "Сергей Лавров" are all the same.
    """
    # Composed letters first: й must not lose its breve with the accents.
    text = normalise(name.casefold().translate(_CYRILLIC))
    for pattern, letters in _CUSTOMS:
        text = pattern.sub(letters, text)
    return " ".join(sorted(text.split()))


def near_keys(name: str) -> list[str]:
    """Return texts of which two names share one if they are equal or one letter apart.

    They are the name itself and the name without each of its letters (Garbe 2012, the symmetric
    delete algorithm). A long name is its only key: the keys of all its letters would take the
    square of its length.
    """
    if len(name) > LONGEST_COMPARED:
        return [name]
    return list(dict.fromkeys([name, *(name[:i] + name[i + 1 :] for i in range(len(name)))]))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two names differ by one slip: a letter changed, added, left out, or two swapped.

    Only one word may differ, of five letters or more and not in its first; a digit is no slip,
    and neither is a final "a", which makes the name of a woman.
    """
    words, others = one.split(), other.split()
    differing = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(differing) != 1:
        return False
    short, long = sorted(differing[0], key=len)
    if len(short) < _SHORTEST or short[0] != long[0] or not (short + long).isalpha():
        return False
    if len(short) != len(long):
        return short + "a" != long and any(
            long[:i] + long[i + 1 :] == short for i in range(len(long))
        )
    places = [i for i, pair in enumerate(zip(short, long, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return True
    first, last = places[0], places[-1]
    swapped = (short[first], short[last]) == (long[last], long[first])
    return len(places) == 2 and last == first + 1 and swapped
