"""A text without events that does not say that none are meant.

A full disk, a program that crashed or a save that is not over leaves nothing, or only the beginning
of a file. Whoever means a file without events writes so: ``events: []``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.problems import Problem
from dashboard.reading.document import read_document
from dashboard.reading.nodes import ListNode, MapNode

if TYPE_CHECKING:
    from dashboard.model.book import Book

_CODE = "emptied"


def is_emptied(text: str, book: Book) -> bool:
    """Whether a text has no events and does not say so.

    Args:
        text: of the file.
        book: what was read from it.
    """
    if book.events:
        return False
    root = read_document(text, "").root
    events = root.spot("events") if isinstance(root, MapNode) else root
    return not isinstance(events, ListNode)


def emptied(text: str, name: str) -> Problem:
    """Return the problem of a file that had events and is emptied now.

    Args:
        text: of the file.
        name: of the file.
    """
    state = "has no events any more" if text.strip() else "is empty"
    message = (
        f"the file {state}, so the last good version is shown: "
        "put the events back, or write “events: []” to empty it on purpose"
    )
    return Problem(name, 1, 1, _CODE, message)
