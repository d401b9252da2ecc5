"""Rules about the actors of a file's own list: those without use, and those listed twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_actor
from dashboard.linting.spelling import near_keys, one_letter_apart, sound
from dashboard.model.problems import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.actors import Actor
    from dashboard.model.book import Book

_Spelling = tuple[str, str, "Actor"]
"""A name as it sounds, as it is written, and whose it is."""


def unused_actor(book: Book) -> Iterator[Finding]:
    """Find entries that nothing refers to."""
    if not book.listed:
        return
    used = _used(book)
    for actor in book.listed:
        used.update(actor.members)
        used.add(actor.country or "")
    for actor in book.listed:
        if actor.id not in used:
            message = f'actor "{shown(actor.id)}" is listed but never used: remove it, or use it'
            yield of_actor(book, actor, message)


def similar_actors(book: Book) -> Iterator[Finding]:
    """Find entries that may name an actor which is listed, or built in and used, already.

    Each name is looked up under the few keys of its misspellings, so that time grows with the
    number of names and not with its square.
    """
    if not book.listed:
        return
    own = {actor.id for actor in book.listed}
    built_in = (book.directory.get(actor) for actor in _used(book) - own - {""})
    seen: dict[tuple[str, str], list[_Spelling]] = defaultdict(list)
    for actor in sorted(built_in, key=lambda actor: actor.id):
        _find(actor, seen)
    for actor in book.listed:
        found = _find(actor, seen)
        if found is not None:
            mine, theirs, other = found
            where = f" on line {book.places[other.id][0]}" if other.id in own else ""
            message = f'"{shown(mine)}" may be another spelling of "{shown(theirs)}"{where}'
            yield of_actor(book, actor, f"{message}: keep one, and list the other as its alias")


def _find(
    actor: Actor, seen: dict[tuple[str, str], list[_Spelling]]
) -> tuple[str, str, Actor] | None:
    """Return a name of an actor and the similar one of another seen before; then add its names."""
    found = None
    added: list[tuple[tuple[str, str], _Spelling]] = []
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        mine = sound(name)
        for word in near_keys(mine):
            key = (_sort(actor), word)
            for sounds, written, other in seen[key]:
                if found is None and (sounds == mine or one_letter_apart(sounds, mine)):
                    found = name, written, other
            added.append((key, (mine, name, actor)))
    for key, spelling in added:
        seen[key].append(spelling)
    return found


def _sort(actor: Actor) -> str:
    """Return what only the like of may be the same actor: a person is no state and no group."""
    return actor.kind if actor.kind in ("person", "country") else "group"


def _used(book: Book) -> set[str]:
    """Return the ids of all who take part, speak, or are where an event happened."""
    used: set[str] = set()
    for event in book.events:
        used.update(event.actors, event.targets, event.aimed_at)
        for claim in event.claims:
            used.update(claim.by)
        if event.place is not None:
            used.add(event.place.country)
    return used
