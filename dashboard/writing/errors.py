"""Errors of edits; after each of them the file is unchanged.

EditError
├── BrokenFileError      the file already has errors
├── NoSuchEventError     no event has the id
├── InvalidEventError    the reader does not accept the new values
├── LinkedEventError     other events link to an id that would be removed
├── UnprovenEditError    the edited text would not read back as intended
└── StoreError           the file cannot be read or written
    ├── BusyError        another process has locked the file for too long
    └── ConflictError    the file has changed since the caller read it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model.problems import count_problems
from dashboard.words.lists import first_of
from dashboard.words.numbers import count
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model.problems import Problem

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A problem of an edited event, and the path of its value.

    Attributes:
        where: keys and indices from the event down, such as ``("claims", 0, "stance")``; empty
            if the problem is not in the event.
        problem: the problem that ``check`` would report in the edited text.
    """

    where: tuple[str | int, ...]
    problem: Problem

    @property
    def field(self) -> str:
        """The event's key, or an empty text."""
        return str(self.where[0]) if self.where else ""


class EditError(Exception):
    """The edit was not made; the message has the cause and the remedy."""


class BrokenFileError(EditError):
    """The file has errors, so the effect of an edit would be unknown."""

    def __init__(self, path: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problem for problem in problems if problem.is_error)
        first = self.problems[0] if self.problems else "it cannot be read"
        errors = count(count_problems(self.problems), "error")
        super().__init__(f"{path} has {errors}: fix the file first ({first})")


class NoSuchEventError(EditError):
    """No event of the file has the id."""

    def __init__(self, event_id: str, hint: str) -> None:
        self.event_id = event_id
        super().__init__(
            f"no event has the id {quoted(event_id)}{hint or ': it may have been deleted'}"
        )


class InvalidEventError(EditError):
    """The reader does not accept the new values; ``problems`` have the paths of the values."""

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = tuple(problems)
        messages = [found.problem.message for found in self.problems]
        more = [f"and {len(messages) - _MOST_NAMED:,} more"] if messages[_MOST_NAMED:] else []
        super().__init__("; ".join([*messages[:_MOST_NAMED], *more]))


class LinkedEventError(EditError):
    """Other events link to an id that would be removed; ``by`` are their ids."""

    def __init__(self, event_id: str, by: Sequence[str]) -> None:
        self.event_id = event_id
        self.by = tuple(by)
        named = first_of([extract(other) for other in self.by], _MOST_NAMED)
        super().__init__(f"{quoted(event_id)} is linked from {named}: remove those links first")


class UnprovenEditError(EditError):
    """The edited text would not read back as intended, so it was not written."""

    def __init__(self, path: str, line: int) -> None:
        self.line = line
        place = f"{path}:{line}" if line else path
        super().__init__(
            f"{place}: this place is written in a way that cannot be edited safely here: "
            "edit the file by hand"
        )


class StoreError(EditError):
    """The file cannot be read or written."""


class BusyError(StoreError):
    """Another process has locked the file for too long."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(f"{path} is being saved by another process for {seconds:g} s: try again")


class ConflictError(StoreError):
    """The file has changed since the caller read it.

    Attributes:
        text: its text now.
        revision: revision of that text.
    """

    def __init__(self, path: str, text: str, revision: str) -> None:
        self.text = text
        self.revision = revision
        super().__init__(f"{path} has changed meanwhile: look at the change, then save again")
