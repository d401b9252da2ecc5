"""Warnings on a book that can be read: what a careful editor would ask its author."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.model.dates import civil_from_days
from dashboard.model.problems import Problem, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.book import Book, Event
    from dashboard.reading.nodes import Node

_DAY = 86_400
_NEAR = 2 * _DAY
"""Events of one type between the same actors this close may be one event written twice."""
_LOOK_BACK = 10
"""Events before one, of the same type and actors, that it is compared with."""
_ALIKE = 0.6
"""Share of words that two titles must have in common to be called alike."""


def warn(book: Book, path: str, actor_places: dict[str, Node]) -> list[Problem]:
    """Return all warnings on a book, in no particular order.

    Args:
        book: what the file says.
        path: the file's name, for problems.
        actor_places: where each actor of the file's own list stands.
    """
    found = [
        Problem(path, event.line, event.column, code, message, "warning")
        for event in book.events
        for code, message in _of_event(event, book)
    ]
    found += [
        Problem(path, event.line, event.column, "near-duplicate", message, "warning")
        for event, message in _near_duplicates(book.events)
    ]
    used = _used_actors(book)
    for actor in book.listed:
        if actor.id not in used:
            node = actor_places[actor.id]
            message = f'actor "{actor.id}" is listed but never used: remove it, or use it'
            place = (path, node.line, node.column)
            found.append(Problem(*place, "unused-actor", message, "warning"))
    return found


def _of_event(event: Event, book: Book) -> Iterator[tuple[str, str]]:
    sources = event.sources + tuple(claim.source for claim in event.claims if claim.source)
    if not sources:
        yield "no-source", f'"{shown(event.title)}" has no source: add sources: [https://…]'
    elif event.status == "alleged" and len(set(sources)) == 1:
        yield "single-source", f'"{shown(event.title)}" is alleged by a single source: add another'
    for source in dict.fromkeys(sources):
        if source.date is not None and source.date.upper <= event.date.lower - _DAY:
            name = source.publisher or source.title or source.url or source.author
            message = f'source "{shown(name)}" is dated {source.date.text}, before the event'
            yield "source-before-event", f"{message} ({event.date.text}): check both dates"
    if event.known is not None and event.known.upper <= event.date.lower:
        message = f"known since {event.known.text}, before it happened ({event.date.text})"
        yield "known-before-event", f"{message}: check both dates"
    yield from _outside_years(event, book)


def _outside_years(event: Event, book: Book) -> Iterator[tuple[str, str]]:
    for actor_id in dict.fromkeys(event.actors + event.targets + event.aimed_at):
        actor = book.directory.get(actor_id)
        begin, end = actor.active
        if begin is None and end is None:
            continue
        first = civil_from_days(event.date.lower // _DAY)[0]
        last = civil_from_days((event.date.upper - 1) // _DAY)[0]
        if (begin is not None and last < begin) or (end is not None and first > end):
            years = f"{begin if begin is not None else ''}–{end if end is not None else ''}"
            message = f"{actor.name} existed {years}, not at {event.date.text}"
            yield "actor-years", f"{message}: name the state of that time, or mend the date"


def _used_actors(book: Book) -> set[str]:
    used: set[str] = set()
    for event in book.events:
        used.update(event.actors, event.targets, event.aimed_at)
        for claim in event.claims:
            used.update(claim.by)
        if event.place is not None:
            used.add(event.place.country)
    for actor in book.listed:
        used.update(actor.members)
        used.add(actor.country or "")
    return used


def _near_duplicates(events: tuple[Event, ...]) -> Iterator[tuple[Event, str]]:
    """Yield the later of two events of one type, by the same actors, days apart, alike in title."""
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in events:
        groups[event.type, frozenset(event.actors), frozenset(event.targets)].append(event)
    for group in groups.values():
        if len(group) == 1:
            continue
        group.sort(key=lambda event: event.date.lower)
        for place, later in enumerate(group):
            for earlier in reversed(group[max(place - _LOOK_BACK, 0) : place]):
                if later.date.lower - earlier.date.lower > _NEAR:
                    break
                if _alike(earlier.title, later.title):
                    yield later, _repetition(earlier, later)
                    break


def _repetition(earlier: Event, later: Event) -> str:
    remedy = "keep one of them, or make the titles differ"
    return f'"{shown(later.title)}" may be the event on line {earlier.line} again: {remedy}'


def _alike(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) >= _ALIKE * len(words | others)
