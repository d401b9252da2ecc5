"""Rules about the actors of a file's own list: unused entries and duplicates."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_actor
from dashboard.linting.spelling import near_keys, one_letter_apart, short_forms, short_key, sound
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.actors import Actor
    from dashboard.model.book import Book

_Spelling = tuple[str, str, "Actor"]
"""A name in its compared form (see ``sound``), as it is written, and the actor."""


def unused_actor(book: Book) -> Iterator[Finding]:
    """Find listed actors that nothing refers to."""
    if not book.listed:
        return
    used = _used(book)
    for actor in book.listed:
        used.update(actor.members)
        used.add(actor.country or "")
    for actor in book.listed:
        if actor.id not in used:
            message = f"actor {quoted(actor.id)} is listed but never used: remove it, or use it"
            yield of_actor(book, actor, message)


def similar_actors(book: Book) -> Iterator[Finding]:
    """Find listed actors that may duplicate another one, listed or built in and used.

    Each name is looked up under the few keys of its misspellings, so that the time grows with the
    number of names and not with its square.
    """
    if not book.listed:
        return
    own = {actor.id for actor in book.listed}
    built_in = [book.directory.get(actor) for actor in sorted(_used(book) - own - {""})]
    short = _shortened([*built_in, *book.listed])
    seen: dict[tuple[str, str], list[_Spelling]] = defaultdict(list)
    for actor in built_in:
        _find(actor, seen)
    for actor in book.listed:
        what = "another spelling of"
        found = _find(actor, seen)
        if found is None and actor.id in short:
            what, found = "short for", short[actor.id]
        if found is not None:
            mine, theirs, other = found
            where = f" on line {book.places[other.id][0]}" if other.id in own else ""
            message = f"{quoted(mine)} may be {what} {quoted(theirs)}{where}"
            yield of_actor(book, actor, f"{message}: keep one, and list the other as its alias")


def _shortened(actors: list[Actor]) -> dict[str, tuple[str, str, Actor]]:
    """Return the actors with a name that is short for one long name: both names and the other."""
    longer: dict[tuple[str, str], list[tuple[str, Actor]]] = defaultdict(list)
    for actor in actors:
        kind = _comparable_kind(actor)
        for name in (actor.name, *actor.aliases):
            for form in short_forms(name, is_person=kind == "person"):
                longer[kind, form].append((name, actor))
    found: dict[str, tuple[str, str, Actor]] = {}
    for actor in actors:
        kind = _comparable_kind(actor)
        for name in (actor.name, *actor.aliases):
            key = short_key(name, is_person=kind == "person")
            owners = [pair for pair in longer.get((kind, key), ()) if pair[1] is not actor]
            # A surname of two persons is short for neither; two spellings of one count as one.
            if owners and len({sound(written) for written, _ in owners}) == 1:
                found.setdefault(actor.id, (name, *owners[0]))
    return found


def _find(
    actor: Actor, seen: dict[tuple[str, str], list[_Spelling]]
) -> tuple[str, str, Actor] | None:
    """Return a name of ``actor``, a similar name seen before and its actor; then add all names."""
    found = None
    added: list[tuple[tuple[str, str], _Spelling]] = []
    for name in dict.fromkeys((actor.name, *actor.aliases)):
        mine = sound(name)
        for word in near_keys(mine):
            key = (_comparable_kind(actor), word)
            for sounds, written, other in seen[key]:
                if found is None and (sounds == mine or one_letter_apart(sounds, mine)):
                    found = name, written, other
            added.append((key, (mine, name, actor)))
    for key, spelling in added:
        seen[key].append(spelling)
    return found


def _comparable_kind(actor: Actor) -> str:
    """Return the group of kinds within which two entries may be duplicates."""
    return actor.kind if actor.kind in ("person", "country") else "group"


def _used(book: Book) -> set[str]:
    """Return the ids of all actors that events, claims and places refer to."""
    used: set[str] = set()
    for event in book.events:
        used.update(event.actors, event.targets, event.aimed_at)
        for claim in event.claims:
            used.update(claim.by)
        if event.place is not None:
            used.add(event.place.country)
    return used
