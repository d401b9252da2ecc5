"""Entries for the actors that a file uses but does not list, ready to paste under ``actors``.

Kind and country are guessed from the words of a name, such as "Ministry" or "(Iran)"; the table of
words is ``data/actor_words.csv``.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from dashboard.model.actor import ActorKind
from dashboard.model.letters import slug
from dashboard.model.missing_values import MISSING
from dashboard.model.names import normalise, spellings
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.model.actors import ActorDirectory

_PLAIN = re.compile(r"[^\W\d_](?:[\w.'’&()/-]| (?![ #]))*")
"""Text that is the same in braces with and without quotes, except for ``_YAML_WORDS``."""
_YAML_WORDS = MISSING | frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*+)[)\]]")
_POSSESSIVE = re.compile(r"['’]s\b")
_BETWEEN_PARTS = re.compile(r",|\bof\b|\bin\b")
_PERSON = re.compile(r"(?:[^\W\d_]\.)++|[^\W\d_][\w'’-]*+\.?")
"""A word of a person's name, or its initials."""
_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "van", "von")
)
_MOST_WORDS_OF_PERSON = 4
_MOST_WORDS_OF_COUNTRY = 4
_SHORT_COUNTRIES = frozenset(("us", "usa", "uk", "uae"))
"""Names of countries that count although they have no more letters than codes."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class MissingActor:
    """An actor that a file uses but does not list, and its proposed entry.

    Attributes:
        id: proposed id, which no other actor has.
        name: its most frequent spelling in the file.
        kind: proposed kind.
        country: name of the country that the name states, or an empty text.
        is_stated: whether the words of the name state the kind.
        uses: number of places in the file that use the actor.
        near: known names that are similar: the name may be a misspelling.
    """

    id: str
    name: str
    kind: ActorKind
    country: str
    is_stated: bool
    uses: int = 1
    near: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """The entry in YAML, without the dash of its list."""
        values = {"id": self.id, "name": self.name, "kind": self.kind, "country": self.country}
        return f"{{{', '.join(f'{key}: {_scalar(text)}' for key, text in values.items() if text)}}}"


class Use(NamedTuple):
    """A name that no actor has: how often it is used, similar names, and the only kind allowed."""

    name: str
    uses: int = 1
    near: tuple[str, ...] = ()
    kind: ActorKind | None = None


def missing_entry(name: str, directory: ActorDirectory) -> str:
    """Return the entry of one missing actor, to paste after a dash under ``actors``.

    A comment names the other kinds, unless the words of the name state the kind.

    Example:
        >>> from dashboard.model.actors import ActorDirectory
        >>> missing_entry("Students (Iran)", ActorDirectory.standard())
        '{id: students-iran, name: Students (Iran), kind: organization, country: Iran}'
    """
    (actor,) = missing_actors([Use(name)], directory)
    if actor.is_stated:
        return actor.entry
    others = listed([kind for kind in get_args(ActorKind) if kind != actor.kind], "or")
    return f"{actor.entry}  # or kind: {others}"


def missing_actors(names: Iterable[Use], directory: ActorDirectory) -> list[MissingActor]:
    """Return an actor for each different name, the most used first.

    Spellings that the directory would not distinguish become one actor. The ids are valid, and
    neither they nor the names hide another actor.

    Args:
        names: names that ``directory`` does not resolve, none of them empty after ``normalise``.
        directory: the actors of the file.

    Example:
        >>> from dashboard.model.actors import ActorDirectory
        >>> names = [Use("Itombwe army", 2), Use("Itombwe Army", 3), Use("Bank Nord")]
        >>> found = missing_actors(names, ActorDirectory.standard())
        >>> [(actor.id, actor.kind, actor.uses) for actor in found]
        [('itombwe-army', 'armed_group', 5), ('bank-nord', 'organization', 1)]
    """
    uses = _different(names)
    owners = {normalise(use.name): use.name for use in uses}
    found = []
    for use in uses:
        word = next(
            word
            for word in _ids(use.name)
            if owners.get(normalise(word), use.name) == use.name and not directory.has_name(word)
        )
        owners[normalise(word)] = use.name
        stated, is_of_state = _kind(use.name)
        kind = use.kind or stated
        country = "" if kind == "country" else _country(use.name, is_of_state, directory)
        guess: ActorKind = kind or _guess(use.name, directory)
        found.append(
            MissingActor(word, use.name, guess, country, kind is not None, use.uses, use.near)
        )
    return found


def _different(names: Iterable[Use]) -> list[Use]:
    """Return the names without further spellings of the same name, the most used first."""
    first: dict[str, Use] = {}
    for use in sorted(names, key=lambda use: -use.uses):
        forms = spellings(use.name)
        key = next((form for form in forms if form in first), forms[0])
        known = first.setdefault(key, use)
        if known is not use:
            first[key] = known._replace(uses=known.uses + use.uses, kind=known.kind or use.kind)
    return sorted(first.values(), key=lambda use: -use.uses)


def _ids(name: str) -> Iterator[str]:
    """Yield ids for a name, the best first."""
    base = slug(name) or "actor"
    yield base
    number = 2
    while True:
        yield f"{base[:190]}-{number}"
        number += 1


class _Row(NamedTuple):
    """Words of names that state a kind.

    Attributes:
        kind: the kind.
        place: ``first`` if a name has to begin with the words, else ``any``.
        is_of_state: whether a country in the name is that of the actor: "Army of Peru".
        words: the words, as normalised names.
    """

    kind: ActorKind
    place: str
    is_of_state: bool
    words: tuple[str, ...]


@cache
def _rows() -> tuple[_Row, ...]:
    text = files("dashboard.data").joinpath("actor_words.csv").read_text(encoding="utf-8")
    return tuple(
        _Row(
            cast("ActorKind", row["kind"]),
            row["place"],
            row["state"] == "yes",
            tuple(f" {word} " for word in row["words"].split("|")),
        )
        for row in csv.DictReader(text.splitlines())
    )


def _kind(name: str) -> tuple[ActorKind | None, bool]:
    """Return the kind that a name states, and whether a country in the name is that of the actor.

    >>> _kind("Ministry of Defence of Peru"), _kind("President Haddad"), _kind("Jordan Peterson")
    (('organization', True), ('person', True), (None, False))
    """
    text = f" {normalise(name)} "
    for row in _rows():
        if any(text.startswith(w) if row.place == "first" else w in text for w in row.words):
            return row.kind, row.is_of_state
    return None, False


def _guess(name: str, directory: ActorDirectory) -> ActorKind:
    """Return the likeliest kind of a name that states none; a capital is a government."""
    is_person = _is_person(name) and directory.pointed_at(name) is None
    return "person" if is_person else "organization"


def _is_person(name: str) -> bool:
    """Whether a name looks like that of a person: "Emmanuel A. Haddad", "Otto von Bismarck"."""
    words = [word for word in name.split() if word.casefold() not in _PARTICLES]
    is_short = 1 < len(words) <= _MOST_WORDS_OF_PERSON
    return is_short and all(map(_is_part_of_person, words))


def _is_part_of_person(word: str) -> bool:
    """Whether a word begins with a capital letter and is not an abbreviation such as "NATO"."""
    is_abbreviation = len(word) > 1 and word.isupper() and "." not in word
    return word[0].isupper() and not is_abbreviation and _PERSON.fullmatch(word) is not None


def _country(name: str, of_state: bool, directory: ActorDirectory) -> str:
    """Return the name of the country that a name states, or an empty text.

    A country in a bracket always counts, another one only in the name of a body of a state:
    "University of Georgia" and "Jordan Peterson" state none.
    """
    brackets = [match[1] for match in _IN_BRACKETS.finditer(name)]
    plain = _POSSESSIVE.sub("", _IN_BRACKETS.sub(" ", name))
    words = plain.split()
    behind = _BETWEEN_PARTS.split(plain)[:0:-1]
    before = [" ".join(words[:n]) for n in range(_MOST_WORDS_OF_COUNTRY, 0, -1)]
    parts = [*behind, *brackets, *before] if of_state else brackets
    for part in parts:
        form = normalise(part)
        if len(form) < _SHORTEST and form not in _SHORT_COUNTRIES:
            continue
        try:
            actor = directory.resolve(part, suggest=False)
        except LookupError:
            pointed = directory.pointed_at(part) if of_state else None
            if pointed is None:
                continue
            actor = pointed
        if actor.kind == "country":
            return actor.name
    return ""


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text[-1] != " " and not {text, text.casefold()} & _YAML_WORDS:
        return text
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in written)
