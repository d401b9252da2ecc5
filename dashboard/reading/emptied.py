"""Detection of files that lost their events by accident.

After a full disk, a crash or during an unfinished save, a file is empty or has only its beginning.
A file without events on purpose has ``events: []``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.problems import Problem
from dashboard.reading.document import events_in, read_document

if TYPE_CHECKING:
    from dashboard.model.book import Book


def is_emptied(text: str, book: Book) -> bool:
    """Whether a text has no events, and no empty list of events either.

    Args:
        text: text of the file.
        book: book that was read from it.
    """
    return not book.events and events_in(read_document(text, "").root) is None


def emptied(text: str, name: str) -> Problem:
    """Return the problem of a file that had events and has none now.

    Args:
        text: text of the file.
        name: name of the file.
    """
    state = "has no events any more" if text.strip() else "is empty"
    message = (
        f"the file {state}, so the last good version is shown: "
        "put the events back, or write “events: []” to empty it on purpose"
    )
    return Problem(name, 1, 1, "emptied", message)
