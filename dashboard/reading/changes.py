"""Changes of a watched file: how many events differ between two states of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.book import Book
_OTHERS = re.compile(r"\n(?: *#| *-?$|[^ \n])", re.MULTILINE)
"""A line that may follow an event: a comment, an empty line, a dash, or other parts of the file."""


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


def prints_of(text: str, book: Book) -> dict[str, int]:
    r"""Return a hash of the text of each event, by its id.

    >>> from dashboard.reading.book import read_book
    >>> one, other = (
    ...     f"- {{id: a, date: 2023, title: A, actors: [Japan]}}\n{comment}"
    ...     for comment in ("", "# a comment\n")
    ... )
    >>> prints_of(one, read_book(one).book) == prints_of(other, read_book(other).book)
    True
    """
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    events = sorted(book.events, key=lambda event: (event.line, event.column))
    begins = [starts[min(event.line, len(starts)) - 1] + event.column - 1 for event in events]
    ends = [*begins, len(text)][1:]
    return {
        event.id: hash(_own_lines(text[begin:end]))
        for event, begin, end in zip(events, begins, ends, strict=False)
    }


def _own_lines(text: str) -> str:
    r"""Return the text of an event, without what follows it: comments, and other parts of the file.

    >>> _own_lines("date: 2023\n    title: A\n\n  # next\n  - ")
    'date: 2023\n    title: A'
    """
    own = text.rstrip().removesuffix("\n  -").rstrip()
    if not _OTHERS.search(own):
        return own
    first, *others = own.split("\n")
    lines = [first]
    for line in others:
        if line[:1].strip() and line[0] not in "-#":
            break
        lines.append(line.rstrip())
    while len(lines) > 1 and (lines[-1].strip() in ("", "-") or lines[-1].lstrip()[0] == "#"):
        lines.pop()
    return "\n".join(lines)


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
