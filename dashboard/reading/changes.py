"""Changes of a watched file: how many events differ between two states of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.book import Book


@dataclass(frozen=True)
class FileChange:
    """The difference between a state of a file and the state before.

    Attributes:
        before: revision of the state before.
        was_broken, is_broken: whether the file had errors before, and has errors now.
        added, removed, changed: numbers of events.
    """

    before: str
    was_broken: bool
    is_broken: bool
    added: int = 0
    removed: int = 0
    changed: int = 0


def hashes_of(book: Book) -> dict[str, int]:
    r"""Return a hash of each event by its id; comments and places in the file do not count.

    >>> from dashboard.reading.book import read_book
    >>> one, other = (
    ...     f"{comment}- {{id: a, date: 2023, title: A, actors: [Japan]}}"
    ...     for comment in ("", "# a comment\n")
    ... )
    >>> hashes_of(read_book(one).book) == hashes_of(read_book(other).book)
    True
    """
    return {event.id: hash(event) for event in book.events}


def count_changes(old: Mapping[str, int], new: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of events that were added, removed and changed.

    >>> count_changes({"a": 1, "b": 2}, {"b": 3, "c": 4})
    {'added': 1, 'removed': 1, 'changed': 1}
    """
    return {
        "added": len(new.keys() - old.keys()),
        "removed": len(old.keys() - new.keys()),
        "changed": sum(own != new.get(id_, own) for id_, own in old.items()),
    }
