"""The rule about events that may be in the file twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_event, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.book import Book, Event

_NEAR = 2 * 86_400
"""Events of one type between the same actors this close may be one event written twice."""
_LOOK_BACK = 10
"""Events before one, of the same type and actors, that it is compared with."""
_ALIKE = 0.6
"""Share of words that two titles must have in common to be called alike."""


def near_duplicate(book: Book) -> Iterator[Finding]:
    """Find the later of two events of one type, by the same actors, days apart, alike in title."""
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in book.events:
        groups[event.type, frozenset(event.actors), frozenset(event.targets)].append(event)
    for group in groups.values():
        group.sort(key=lambda event: event.date.lower)
        for place, later in enumerate(group):
            for earlier in reversed(group[max(place - _LOOK_BACK, 0) : place]):
                if later.date.lower - earlier.date.lower > _NEAR:
                    break
                if _alike(earlier.title, later.title):
                    yield of_event(later, _repetition(earlier, later))
                    break


def _repetition(earlier: Event, later: Event) -> str:
    remedy = "keep one of them, or make the titles differ"
    return f"{quoted(later)} may be the event on line {earlier.line} again: {remedy}"


def _alike(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) >= _ALIKE * len(words | others)
