"""The rule about an event that may be in the file twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_event
from dashboard.model.calendar import DAY_SECONDS
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.book import Book, Event

_NEAR = 2 * DAY_SECONDS
"""Largest distance between two entries that may be one event, in seconds."""
_LOOK_BACK = 10
"""Number of earlier events of the same type and actors that an event is compared with."""
_ALIKE = 0.6
"""Least share of common words by which two titles are similar."""


def near_duplicate(book: Book) -> Iterator[Finding]:
    """Find an event with the type, the actors and almost the title of one within two days.

    Two events of one import are not compared: its data set describes many acts with the same
    words, and the import has already folded its repeats.
    """
    groups: dict[object, list[Event]] = defaultdict(list)
    for event in book.events:
        groups[event.type, frozenset(event.actors), frozenset(event.targets)].append(event)
    for group in groups.values():
        group.sort(key=lambda event: event.date.lower)
        for index, later in enumerate(group):
            for earlier in reversed(group[max(index - _LOOK_BACK, 0) : index]):
                if later.date.lower - earlier.date.lower > _NEAR:
                    break
                if _are_similar(earlier.title, later.title) and not _of_one_import(earlier, later):
                    yield of_event(later, _repetition(earlier, later))
                    break


def _repetition(earlier: Event, later: Event) -> str:
    remedy = "keep one of them, or make the titles differ"
    return f"{quoted(later.title)} may repeat the event on line {earlier.line}: {remedy}"


def _of_one_import(one: Event, other: Event) -> bool:
    """Whether both events cite a listed source whose id begins their own ids."""
    sources = {source.id for source in one.sources} & {source.id for source in other.sources}
    return any(
        one.id.startswith(f"{id_}-") and other.id.startswith(f"{id_}-") for id_ in sources if id_
    )


def _are_similar(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) >= _ALIKE * len(words | others)
