"""The command ``add``: an event from options, or from answers on a terminal, into a file."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.event_options import OPTIONS
from dashboard.model.dates import DateError, parse_date
from dashboard.paths import is_packaged
from dashboard.words.quotes import printable
from dashboard.writing.edits import AddEvent, Value
from dashboard.writing.errors import BrokenFileError, InvalidEventError
from dashboard.writing.store import EventsFile, Saved

if TYPE_CHECKING:
    import argparse


_STAND_INS: dict[str, Value | None] = {
    "date": "2000",
    "title": "An event",
    "actors": ["United Nations"],
}
"""The fields that an event needs, and what stands for those that are not known yet."""
_QUESTIONS = {
    "date": "Date (such as 2023-10-26, 2023-10, 2023-10-18/2023-10-19, 1991~): ",
    "title": "Title: ",
    "actors": "Actors, with commas between them: ",
}


class CannotAddError(Exception):
    """The event was not added; ``messages`` say why, ``code`` is what to exit with."""

    def __init__(self, code: int, *messages: str) -> None:
        self.code = code
        self.messages = messages
        super().__init__("; ".join(messages))


@dataclass(frozen=True, slots=True)
class _Asking:
    """Questions on a terminal, each answer checked as ``check`` would."""

    store: EventsFile

    def complete(self, fields: dict[str, Any]) -> None:
        """Ask for what an event needs and has not."""
        for key in _STAND_INS:
            while key not in fields:
                answer = input(_QUESTIONS[key]).strip()
                if not answer:
                    continue
                value = _names(answer) if key == "actors" else answer
                if messages := self.objections(fields, key, value):
                    print(*messages, sep="\n", file=sys.stderr)
                    continue
                fields[key] = value
                if key == "date":
                    print(f"  = {_said(answer)}")

    def objections(self, fields: dict[str, Any], key: str, value: Any) -> list[str]:
        """Return the problem of the value of one field, empty if it is valid."""
        try:
            self.store.preview(AddEvent({**_STAND_INS, **fields, key: value}))
        except InvalidEventError as error:
            return [found.problem.message for found in error.problems if found.field == key]
        return []


def add(options: argparse.Namespace) -> None:
    """Add the event that the options, and the answers to questions, describe.

    Raises:
        CannotAddError: it was not added.
        EditError: it was not added, for a reason that lies in the file.
    """
    store = EventsFile(_file(options.file))
    fields = {
        option.key: value
        for option in OPTIONS
        if (value := getattr(options, option.key)) is not None
    }
    missing = [option.name for option in OPTIONS if option.key in _STAND_INS.keys() - fields.keys()]
    if missing and not sys.stdin.isatty():
        raise CannotAddError(2, f"an event needs {', '.join(missing)} (see --help)")
    try:
        if not options.dry_run:
            store.check_writable()
        if missing:
            store.preview(AddEvent({**_STAND_INS, **fields}))
            _Asking(store).complete(fields)
        edit = AddEvent({option.key: fields.get(option.key) for option in OPTIONS})
        if options.dry_run:
            print(store.preview(edit).diff())
            return
        saved = store.save(edit)
    except InvalidEventError as error:
        names = {option.key: option.name for option in OPTIONS}
        said = [
            f"{names.get(found.field, found.field)}: {found.problem.message}"
            for found in error.problems
        ]
        raise CannotAddError(1, *said) from error
    except BrokenFileError as error:
        raise CannotAddError(1, *map(str, error.problems)) from error
    except (EOFError, KeyboardInterrupt):
        print()  # the terminal's cursor is after a question
        raise CannotAddError(2, "nothing was added") from None
    _tell(store.path, saved, fields["date"])


def _tell(path: Path, saved: Saved, date: str) -> None:
    edited = saved.edited
    print(f"{printable(str(path))}:{edited.line}: added {edited.event_id} ({_said(date)})")
    for problem in edited.warnings:
        if problem.line == edited.line:
            print(problem)
    if saved.backup is not None:
        print(f"The version before is kept in {printable(str(saved.backup))}")
    else:
        print("No copy of the version before is kept: the cache folder cannot be written")


def _file(given: Path | None) -> Path:
    """Return the file to add to: never the example that is shipped."""
    file = given or Path("events.yaml")
    if given is None and not os.path.lexists(file):
        message = "there is no events.yaml here: run init first, or name a file"
        raise CannotAddError(2, message)
    if is_packaged(file):
        message = f"{file} is the example that is shipped: run init for a file of your own"
        raise CannotAddError(2, message)
    return file


def _names(answer: str) -> list[str]:
    parts = answer.split(";" if ";" in answer else ",")
    return [name for part in parts if (name := part.strip())]


def _said(date: str) -> str:
    try:
        return parse_date(date).in_words()
    except DateError:  # such as a day that UTC has and the file's zone has not
        return date
