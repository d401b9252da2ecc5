"""Actors: states, organisations and a file's own list, found by exact name or id."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dashboard.model.names import normalise, similar, spellings
from dashboard.words.lists import listed
from dashboard.words.numbers import count
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ActorKind = Literal["country", "person", "organization", "bloc", "armed_group"]

_SUGGESTIONS = 3
"""Largest number of names that an error proposes."""
_NAMED = 6
"""Largest number of names that a message lists."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, person or group that can act, be a target or make a claim.

    Attributes:
        id: unique in a directory: the ISO 3166-1 alpha-3 code of a state, the abbreviation of an
            organisation.
        name: the name that is printed.
        kind: one of ``ACTOR_KINDS``.
        country: id of the country that a person, organisation or armed group counts for.
        members: ids of the members of a bloc or organisation.
        aliases: other names that mean the same actor.
        color: ``#rrggbb``, when the file sets one.
        active: first and last year in which a historic state existed, both included.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    color: str | None = None
    active: tuple[int | None, int | None] = (None, None)

    @property
    def names(self) -> tuple[str, ...]:
        """The texts that refer to this actor: id, name and aliases."""
        return (self.id, self.name, *self.aliases)


class UnknownNameError(LookupError):
    """No actor has this name; the message proposes names or an entry to add."""

    def __init__(self, text: str, suggestions: tuple[str, ...] = ()) -> None:
        self.text = text
        self.suggestions = suggestions
        remedy = (
            f"did you mean {_either(suggestions)}?"
            if suggestions
            else 'add it to the top-level "actors" list, with an id, a name and a kind'
        )
        super().__init__(f"unknown actor {quoted(text)}: {remedy}")


class AmbiguousNameError(LookupError):
    """Several actors have this name; ``choices`` are names that distinguish them."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        self.text = text
        self.choices = choices
        super().__init__(f"{quoted(text)} is ambiguous: write {_either(choices)}")


@dataclass(frozen=True, slots=True)
class ActorDirectory:
    """An immutable directory of actors by id and name.

    Names are compared by ``names.spellings`` and never guessed. A name of a file's own actor hides
    the same name in the table.

    >>> directory = ActorDirectory.standard()
    >>> directory.resolve("DPRK").name, directory.resolve("U.S.").id
    ('North Korea', 'USA')
    """

    _table: tuple[Actor, ...]
    _own: tuple[Actor, ...]
    _by_id: Mapping[str, Actor]
    _by_name: Mapping[str, tuple[Actor, ...]]

    @classmethod
    def standard(cls) -> ActorDirectory:
        """Return the directory of the states, organisations and blocs of the table."""
        return _standard()

    def with_actors(self, actors: Iterable[Actor]) -> ActorDirectory:
        """Return a directory with more actors, which win over present ones by id and by name.

        An actor with the id of a row of the table replaces the row. It inherits the values that
        it does not set if both are the same actor: both are countries, they share a name, or the
        new one has no name of its own (its name is its id). Of several ``actors`` with one id the
        first counts.
        """
        added: dict[str, Actor] = {}
        for actor in actors:
            added.setdefault(actor.id, actor)
        if not added:
            return self
        return _directory(self._table, {actor.id: actor for actor in self._own} | added)

    def resolve(self, text: str, *, suggest: bool = True) -> Actor:
        """Return the actor with the name or id ``text``.

        Args:
            text: a name, or an id.
            suggest: whether to search names that are similar to an unknown one.

        Raises:
            AmbiguousNameError: several actors have this name.
            UnknownNameError: no actor has it.
        """
        for spelling in spellings(text):
            found = self._by_name.get(spelling)
            if found is not None:
                if len(found) > 1:
                    raise AmbiguousNameError(text, _choices(found))
                return found[0]
        raise UnknownNameError(text, self.suggestions(text) if suggest else ())

    def get(self, id: str) -> Actor:
        """Return the actor with exactly this id.

        Raises:
            UnknownNameError: no actor has it.
        """
        try:
            return self._by_id[id]
        except KeyError:
            raise UnknownNameError(id, self.suggestions(id)) from None

    def party_of(self, id: str) -> str:
        """Return the id of the country for which an actor speaks, else its own id.

        Persons and organisations speak for their country, an armed group for itself.

        >>> ActorDirectory.standard().party_of("JPN")
        'JPN'
        """
        actor = self.get(id)
        return actor.country if actor.country and actor.kind != "armed_group" else id

    def suggestions(self, text: str) -> tuple[str, ...]:
        """Return up to three names similar to ``text``, the most similar first.

        >>> ActorDirectory.standard().suggestions("Koria")
        ('South Korea', 'North Korea')
        """
        found = (self._by_name[name] for name in similar(text, self._by_name))
        return tuple(dict.fromkeys(actor.name for actors in found for actor in actors))[
            :_SUGGESTIONS
        ]

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)


def collisions(actors: Iterable[Actor]) -> list[tuple[str, Actor, Actor]]:
    """Return each name that two actors share, with the earlier and the later actor.

    The name is written as in the later actor.
    """
    owners: dict[str, Actor] = {}
    found: dict[tuple[str, int], tuple[str, Actor, Actor]] = {}
    for position, actor in enumerate(actors):
        for text in actor.names:
            key = normalise(text)
            owner = owners.setdefault(key, actor)
            if key and owner is not actor:
                found.setdefault((key, position), (text, owner, actor))
    return list(found.values())


def _directory(table: tuple[Actor, ...], own: Mapping[str, Actor]) -> ActorDirectory:
    rows = {row.id: row for row in table}
    kept = {id_ for id_, actor in own.items() if id_ in rows and _is_same(actor, rows[id_])}
    actors = rows | {
        id_: _completed(actor, rows[id_]) if id_ in kept else actor for id_, actor in own.items()
    }
    of_table = _index(
        (text, actors[row.id])
        for row in table
        if row.id not in own or row.id in kept
        for text in row.names
    )
    of_file = _index((text, actors[actor.id]) for actor in own.values() for text in actor.names)
    return ActorDirectory(
        table, tuple(own.values()), MappingProxyType(actors), MappingProxyType(of_table | of_file)
    )


def _index(named: Iterable[tuple[str, Actor]]) -> dict[str, tuple[Actor, ...]]:
    index: dict[str, dict[str, Actor]] = {}
    for text, actor in named:
        if key := normalise(text):
            index.setdefault(key, {}).setdefault(actor.id, actor)
    return {key: tuple(found.values()) for key, found in index.items()}


def _is_same(actor: Actor, row: Actor) -> bool:
    if actor.kind == row.kind and (actor.kind == "country" or actor.name == actor.id):
        return True
    known = {normalise(text) for text in row.names[1:]}
    return any(form in known for text in actor.names[1:] for form in spellings(text))


def _completed(actor: Actor, row: Actor) -> Actor:
    return replace(
        actor,
        name=row.name if actor.name == actor.id else actor.name,
        members=actor.members or row.members,
        aliases=tuple(dict.fromkeys((*actor.aliases, row.name, *row.aliases))),
        active=row.active if actor.active == (None, None) else actor.active,
    )


def _choices(found: tuple[Actor, ...]) -> tuple[str, ...]:
    names = {actor.name for actor in found}
    distinct = names if len(names) == len(found) else {actor.id for actor in found}
    return tuple(sorted(distinct))


def _either(names: tuple[str, ...]) -> str:
    choices = [quoted(name) for name in names[:_NAMED]]
    choices += [f"one of {count(len(names) - _NAMED, 'other')}"] if len(names) > _NAMED else []
    return listed(choices, "or")


@cache
def _standard() -> ActorDirectory:
    text = files("dashboard.data").joinpath("countries.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    members: dict[str, list[str]] = {}
    for row in rows:
        for organization in _split(row["member_of"]):
            members.setdefault(organization, []).append(row["id"])
    return _directory(
        tuple(
            Actor(
                id=row["id"],
                name=row["name"],
                kind=cast("ActorKind", row["kind"]),
                members=tuple(members.get(row["id"], ())),
                aliases=_split(row["iso2"]) + _split(row["aliases"]),
                active=(_year(row["from"]), _year(row["to"])),
            )
            for row in rows
        ),
        {},
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
