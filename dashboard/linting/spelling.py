"""Spelling of names: two names are similar by transliteration or by a single letter."""

from __future__ import annotations

import re
from typing import Final

from dashboard.model.names import bracketed, normalise
from dashboard.words.suggestions import LONGEST_COMPARED

_CYRILLIC: Final = str.maketrans(
    {
        **dict(zip("абвгґдезиіїйклмнопрстуфыэёь", "abvggdeziiiiklmnoprstufyeei", strict=True)),
        **{"ь": "", "ъ": "", "є": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"},
        **{"щ": "shch", "ю": "iu", "я": "ia"},
    }
)
_CUSTOMS: Final = (
    (re.compile(r"\b(\w) (?=\w\b)"), r"\1"),  # initials: J. K. and J.K.
    (re.compile(r"\b(?:q|g(?=a))"), "k"),  # Qaddafi, Gaddafi and Kadafi
    (re.compile("shch|sch|tsch|tch"), "ch"),
    (re.compile("kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ou|oo|eo|eu"), "u"),  # Jeong-eun and Jong Un
    (re.compile("ks"), "x"),
    (re.compile("w"), "v"),
    (re.compile("ck"), "k"),
    (re.compile(r"\B[yj]"), "i"),  # not the first letter: Yong is not Jong
    (re.compile("o"), "u"),
    (re.compile(r"\Be"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Spellings that differ between transliterations, each with the one that names are compared by."""
_SMALL: Final = frozenset(("of", "the", "and", "for", "de", "du", "des", "la", "del"))
"""Words that initials leave out."""
_SHORTEST_SURNAME: Final = 4
"""Least number of letters of a surname that may be given alone."""
_SHORTEST_INITIALS: Final = 3
"""Least number of letters of an abbreviation."""
_SHORTEST: Final = 5
"""Least number of letters of a word in which one letter may be a slip: Iran is not Iraq."""


def sound(name: str) -> str:
    """Return the form by which names are compared: sorted words, spelt in one way.

    >>> sound("Sergei LAVROV"), sound("Lavrov, Sergey"), sound("Сергей Лавров")
    ('lavruv sirgi', 'lavruv sirgi', 'lavruv sirgi')
    """
    # Composed letters first: й must not lose its breve with the accents.
    text = normalise(name.casefold().translate(_CYRILLIC))
    for pattern, letters in _CUSTOMS:
        text = pattern.sub(letters, text)
    return " ".join(sorted(text.split()))


def near_keys(name: str) -> list[str]:
    """Return lookup keys: two names that are equal or one letter apart have a key in common.

    The keys are the name and the name without each of its letters (Garbe 2012, the symmetric
    delete algorithm). A long name is its only key: the keys of all its letters would take the
    square of its length.

    >>> near_keys("kim")
    ['kim', 'im', 'km', 'ki']
    """
    if len(name) > LONGEST_COMPARED:
        return [name]
    return list(dict.fromkeys([name, *(name[:i] + name[i + 1 :] for i in range(len(name)))]))


def one_letter_apart(one: str, other: str) -> bool:
    """Return whether two names differ by one slip: a letter changed, added or left out, or a swap.

    Only one word may differ; it has five letters or more and keeps its first letter. A digit is
    not a slip, and neither is a final "a", which distinguishes the names of women.

    >>> one_letter_apart("lavrov", "lavrow"), one_letter_apart("iran", "iraq")
    (True, False)
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


def short_forms(name: str, *, is_person: bool) -> set[str]:
    """Return the short forms by which a name of several words may be given, as by ``short_key``.

    Those of a person are the first and the last word, those of a group its initials and an
    abbreviation in a bracket.

    >>> sorted(short_forms("Volodymyr Zelensky", is_person=True))
    ['vuludimir', 'zilinski']
    >>> short_forms("Department of Homeland Security", is_person=False)
    {'dhs'}
    """
    head, tail = bracketed(name) or (name, "")
    words = [word for word in normalise(head).split() if word not in _SMALL]
    if len(words) < 2:
        return set()
    if is_person:
        ends = (words[0], words[-1])
        return {sound(word) for word in ends if len(word) >= _SHORTEST_SURNAME}
    initials = "".join(word[0] for word in words)
    return {form for form in (initials, normalise(tail)) if len(form) >= _SHORTEST_INITIALS}


def short_key(name: str, *, is_person: bool) -> str:
    """Return the form under which a name of one word is looked up as short, or an empty text.

    >>> short_key("DHS", is_person=False), short_key("Sinn Féin", is_person=False)
    ('dhs', '')
    """
    word = normalise(name)
    if " " in word or not (is_person or name.isupper()):
        return ""
    return sound(word) if is_person else word
