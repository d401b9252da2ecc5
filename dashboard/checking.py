"""The command ``check``: problems of files, their certain remedies, entries of missing actors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dashboard.exits import CLEAN, PROBLEMS, UNUSABLE, fail
from dashboard.linting.lint import lint
from dashboard.model.missing_actors import missing_actors
from dashboard.model.names import normalise
from dashboard.paths import is_packaged
from dashboard.reading.book import Reading
from dashboard.reading.document import Document, read_document
from dashboard.reading.nodes import ListNode, MapNode
from dashboard.reading.syntax import split_lines
from dashboard.reading.watched import read_file
from dashboard.reports import report
from dashboard.words.lists import listed
from dashboard.words.numbers import count
from dashboard.words.quotes import printable, quoted
from dashboard.writing.errors import BrokenFileError, EditError
from dashboard.writing.store import EventsFile

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dashboard.model.missing_actors import MissingActor
    from dashboard.model.problems import Problem

_UNREADABLE = {"no-file", "unreadable", "too-large"}
_SEPARATORS = ",;|/"
"""Characters that may separate several names in one text."""


def check(options: argparse.Namespace) -> int:
    """Print the problems of files and return the exit code."""
    if options.fix:
        return _fix(options.files[0], options)
    if options.actors:
        return _print_actors(options.files[0])
    readings = [(read_file(Path(file), file)[0], file) for file in options.files]
    return _report(
        [p for found, file in readings for p in _problems(found, file, options)], options
    )


def _problems(reading: Reading, file: str, options: argparse.Namespace) -> tuple[Problem, ...]:
    """Return the problems of a reading, by all rules if the options ask for them."""
    if options.lint and reading.book is not None:
        return lint(reading.book, file)
    return reading.problems


def _report(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    unusable = [problem for problem in problems if problem.code in _UNREADABLE]
    files = len(options.files)
    if options.format == "text":
        problems = [problem for problem in problems if problem not in unusable]
        files -= len(unusable)
        for problem in unusable:
            fail(f"{problem.path}: {problem.message}")
    if files and (text := report(problems, files, options.format, list_all=options.all)):
        print(text)
    if unusable:
        return UNUSABLE
    wrong = problems if options.strict else [found for found in problems if found.is_error]
    return PROBLEMS if wrong else CLEAN


def _fix(file: str, options: argparse.Namespace) -> int:
    """Write the certain remedies into a file, print the change and the problems that are left."""
    path = Path(file)
    if is_packaged(path):
        return fail(f"{file} is the example that is shipped: run init for a file of your own")
    try:
        fixed, backup = EventsFile(path).fix(file)
    except BrokenFileError as error:
        code = _report(error.problems, options)
        return fail("no remedy was applied: fix the errors of YAML first, then try again", code)
    except EditError as error:
        return fail(str(error))
    if fixed.applied:
        print(fixed.diff())
        kept = f": the version before is kept in {printable(str(backup))}" if backup else ""
        print(f"{count(fixed.applied, 'remedy', 'remedies')} applied{kept}")
    else:
        print("no remedy applied: none is certain, or the file would not read better")
    return _report(_problems(fixed.reading, file, options), options)


def _print_actors(file: str) -> int:
    """Print the entries of the actors that a file uses but does not list."""
    reading, text = read_file(Path(file), file)
    if [problem for problem in reading.problems if problem.code in _UNREADABLE]:
        return fail(f"{file}: {reading.problems[0].message}")
    uses = [use for use in reading.missing if normalise(use.name)]
    if not uses:
        rest = "" if reading.book is not None else ", as far as it can be read: run check first"
        print(f"# {printable(file)} uses no actors that are missing{rest}")
        return CLEAN
    form = _form(read_document(text, file))
    lines = [
        form.item(actor.entry, _remarks(actor)) for actor in missing_actors(uses, reading.directory)
    ]
    print(*form.head, *lines, *form.foot, sep="\n")
    return CLEAN


class _Form(NamedTuple):
    """The lines around pasted entries, and the parts of the line of an entry around it."""

    head: tuple[str, ...]
    before: str = "  - "
    after: str = ""
    foot: tuple[str, ...] = ()

    def item(self, entry: str, remark: str) -> str:
        """Return the line of an entry."""
        return f"{self.before}{entry}{self.after}  # {remark}"


def _form(document: Document) -> _Form:
    """Return the form in which entries can be pasted into a document."""
    root, lines = document.root, split_lines(document.text)
    if isinstance(root, ListNode):
        return _Form(("# paste above the first event", "actors:"), foot=("events:",))
    if not isinstance(root, MapNode):
        return _Form(("actors:",))
    is_flow = lines[root.line - 1].startswith("{", root.column - 1)
    if not root.has("actors"):
        return _Form(("actors: [",), "  ", ",", ("],",)) if is_flow else _Form(("actors:",))
    actors = root.entries["actors"][1]
    head = f"# paste into the list “actors” on line {actors.line}"
    if is_flow or lines[actors.line - 1].startswith("[", actors.column - 1):
        return _Form((head,), "  ", ",")
    return _Form((head,), f"{' ' * (actors.column - 1)}- ")


def _remarks(actor: MissingActor) -> str:
    """Return the comment beside an entry: its uses, and what to look at before it is kept."""
    remarks = [count(actor.uses, "time")]
    if not actor.is_stated:
        remarks.append("kind is a guess")
    if any(mark in actor.name for mark in _SEPARATORS):
        remarks.append("one actor?")
    if actor.near:
        remarks.append(f"or did you mean {listed(map(quoted, actor.near), 'or')}?")
    return "; ".join(remarks)
