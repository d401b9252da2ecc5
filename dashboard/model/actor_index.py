"""Index of the names of actors: the tables, and a file's own list that comes before them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.actor_table import (
    codes_of,
    group_ids,
    known_actors,
    native_names,
    other_meanings,
)
from dashboard.model.names import normalise, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model.actor import Actor, Years


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """Actors by id and by normalised name.

    Attributes:
        by_id: all actors.
        by_name: the actors that a name means, in any year.
        dated: names that need the years of the event or a choice, with the actors that had the
            name only in former years.
        coded: states that a code of the file's system has stood for, the likeliest first; empty
            for ISO, whose codes are names.
        near: names by first letter and length, filled by the first search for similar names.
    """

    by_id: Mapping[str, Actor]
    by_name: Mapping[str, tuple[Actor, ...]]
    dated: Mapping[str, tuple[Actor, ...]]
    coded: Mapping[str, tuple[Actor, ...]]
    near: dict[tuple[str, int], list[str]] = field(default_factory=dict, compare=False)

    def near_names(self, form: str, most: int) -> Iterable[str]:
        """Return the names with the first letter of ``form`` whose length differs by ``most``."""
        if not self.near:
            found: dict[tuple[str, int], list[str]] = {}
            for name in chain(self.by_name, native_names()):
                found.setdefault((name[:1], len(name)), []).append(name)
            self.near.update(found)  # in one step, since threads share the index
        lengths = range(len(form) - most, len(form) + most + 1)
        return chain.from_iterable(self.near.get((form[:1], length), ()) for length in lengths)


def index_actors(own: tuple[Actor, ...], system: str) -> ActorIndex:
    """Return the index of the tables and a file's own actors.

    Args:
        own: actors of the file, each id once.
        system: the system of ``CODE_SYSTEMS`` whose codes the file uses.
    """
    table = {row.id: row for row in known_actors()}
    mine = {actor.id: actor for actor in own}
    kept = {id_ for id_, actor in mine.items() if id_ in table and _is_same(actor, table[id_])}
    actors = table | {
        id_: _completed(actor, table[id_]) if id_ in kept else actor for id_, actor in mine.items()
    }
    rows = [actors[id_] for id_ in table if id_ not in mine or id_ in kept]
    of_table = _by_name((text, row) for row in rows for text in _names(row, system))
    for form, meanings in other_meanings().items():
        of_row = tuple(actors[id_] for id_ in meanings if id_ in actors)
        of_table[form] = tuple(dict.fromkeys((*of_table.get(form, ()), *of_row)))
    of_file = _by_name((text, actors[actor.id]) for actor in own for text in actor.names)
    by_name = of_table | _absorbed(own, rows) | of_file
    coded = {
        code: tuple(actors[id_] for id_ in ids)
        for code, ids in (codes_of(system).items() if system != "iso" else ())
        if code not in of_file
    }
    dated = _by_name((name.name, row) for row in rows for name in row.former)
    shared = {form for form, found in by_name.items() if len(found) > 1}
    missing = {form for form, meanings in other_meanings().items() if "" in meanings}
    for form in shared | (missing & by_name.keys()) | coded.keys():
        dated.setdefault(form, ())
    for form, found in of_file.items():
        if len(found) == 1:
            dated.pop(form, None)
    return ActorIndex(
        MappingProxyType(actors),
        MappingProxyType(by_name),
        MappingProxyType(dated),
        MappingProxyType(coded),
    )


def was_called(actor: Actor, form: str, years: Years) -> bool:
    """Whether a normalised name was that of the actor in one of the years."""
    return any(
        name.first <= years[1] and years[0] <= name.last and normalise(name.name) == form
        for name in actor.former
    )


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


def _by_name(named: Iterable[tuple[str, Actor]]) -> dict[str, tuple[Actor, ...]]:
    index: dict[str, dict[str, Actor]] = {}
    for text, actor in named:
        if key := normalise(text):
            index.setdefault(key, {}).setdefault(actor.id, actor)
    return {key: tuple(found.values()) for key, found in index.items()}


def _names(row: Actor, system: str) -> tuple[str, ...]:
    """Return the names of a row; the ids of states are ISO codes and count only among them."""
    is_coded = row.kind == "country" and system != "iso"
    return (row.name, *row.aliases) if is_coded else row.names


def _is_same(actor: Actor, row: Actor) -> bool:
    if actor.kind == row.kind and (actor.kind == "country" or actor.name == actor.id):
        return True
    known = {normalise(text) for text in row.names[1:]}
    return any(form in known for text in actor.names[1:] for form in spellings(text))


def _completed(actor: Actor, row: Actor) -> Actor:
    return replace(
        actor,
        name=row.name if actor.name == actor.id else actor.name,
        country=actor.country or (row.country if actor.name == actor.id else None),
        members=actor.members or row.members,
        aliases=tuple(dict.fromkeys((*actor.aliases, row.name, *row.aliases))),
        active=row.active if actor.active == (None, None) else actor.active,
        codes=row.codes,
        former=row.former,
    )


def _absorbed(own: tuple[Actor, ...], rows: list[Actor]) -> dict[str, tuple[Actor, ...]]:
    """Return the names of groups that the file lists under an id of its own, with its actor.

    A file with its own "Hamas" means it by "Islamic Resistance Movement" as well.
    """
    groups: dict[str, Actor] = {}
    for row in rows:
        if own and row.id in group_ids():
            groups.update((normalise(name), row) for name in row.names)
    found: dict[str, tuple[Actor, ...]] = {}
    for actor in own:
        same = groups.get(normalise(actor.name))
        if same and same.id != actor.id and (same.kind == "country") == (actor.kind == "country"):
            found |= dict.fromkeys(map(normalise, same.names), (actor,))
    return found


def ended_last(state: Actor) -> float:
    """Return the last year of a state: of a union and its successor the union is meant."""
    return inf if state.active[1] is None else state.active[1]


def choices(found: Iterable[Actor]) -> tuple[str, ...]:
    """Return the names, or if some are alike the ids, that distinguish actors."""
    actors = list(found)
    names = {normalise(actor.name): actor.name for actor in actors}
    # Names that are compared as equal do not distinguish their actors.
    distinct = names.values() if len(names) == len(actors) else [actor.id for actor in actors]
    return tuple(sorted(distinct))
