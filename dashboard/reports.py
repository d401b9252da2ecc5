"""Reports of ``check``: as text for people, as JSON for programs, and as GitHub annotations.

A problem that occurs many times is one problem with its places.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.problems import count_problems, repeated_problems
from dashboard.words.numbers import count
from dashboard.words.quotes import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dashboard.model.problems import Problem, RepeatedProblem

MOST_OF_CODE = 20
"""Different problems of one code in one file that the text report prints without ``--all``."""
_MOST_LINES = 3
"""Lines that are named of a problem with many places."""


class _Report(NamedTuple):
    """The content of a report: problems, the number of files, and whether to list everything."""

    problems: Sequence[Problem]
    files: int
    all: bool


def report(problems: Sequence[Problem], files: int, form: str, *, list_all: bool = False) -> str:
    """Return the problems of some files in one of ``FORMATS``.

    Args:
        problems: the problems, each at one place.
        files: number of files.
        form: one of ``FORMATS``.
        list_all: whether the text lists all problems with all places; JSON always does.

    Example:
        >>> report([], files=2, form="text")
        '0 errors, 0 warnings in 2 files'
    """
    return _WRITERS[form](_Report(problems, files, list_all))


def _text(given: _Report) -> str:
    problems = given.problems
    repeated = repeated_problems(problems)
    errors = count_problems(problem for problem in problems if problem.is_error)
    warnings = count(count_problems(problems) - errors, "warning")
    total = f"{count(errors, 'error')}, {warnings} in {count(given.files, 'file')}"
    hidden: Counter[str] = Counter()
    lines = list(_listed(repeated, given.all, hidden))
    if len(problems) > len({problem.code for problem in problems}):
        lines += _totals(repeated, hidden)
    return "\n".join([*lines, *_hints(repeated), total])


def _listed(
    repeated: Sequence[RepeatedProblem], list_all: bool, hidden: Counter[str]
) -> Iterator[str]:
    """Yield the lines of the problems, and count those that are left out in ``hidden``."""
    shown: Counter[tuple[str, str]] = Counter()
    for problem in repeated:
        first = problem.first
        shown[first.path, first.code] += 1
        if not list_all and shown[first.path, first.code] > MOST_OF_CODE:
            hidden[first.code] += 1
            continue
        yield str(first)
        if elsewhere := problem.elsewhere(None if list_all else _MOST_LINES):
            yield f"    {elsewhere}"


def _totals(repeated: Sequence[RepeatedProblem], hidden: Counter[str]) -> Iterator[str]:
    """Yield a line for each code, the most frequent first."""
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for problem in repeated:
        counts[problem.first.code] += problem.count
        different[problem.first.code] += 1
    for code, number in counts.most_common():
        line = f"{number:,} × {code}"
        line += f", {different[code]:,} different" if different[code] < number else ""
        yield f"{line}, {hidden[code]:,} not shown: see --all" if hidden[code] else line


def _hints(repeated: Sequence[RepeatedProblem]) -> Iterator[str]:
    """Yield the commands that fix many problems at once."""
    unknown = [p for p in repeated if p.first.code == "unknown-actor" and not p.first.fix]
    if len(unknown) > 1:
        yield "check --actors FILE prints entries of the unknown actors, ready to paste"
    if fixes := sum(problem.count for problem in repeated if problem.first.fix):
        noun, which = ("remedy is", "it") if fixes == 1 else ("remedies are", "them")
        yield f"{fixes:,} {noun} certain: check --fix FILE writes {which} into the file"


def _json(given: _Report) -> str:
    errors = count_problems(problem for problem in given.problems if problem.is_error)
    warnings = count_problems(given.problems) - errors
    records = [problem.as_dict() for problem in repeated_problems(given.problems)]
    counts = {"files": given.files, "errors": errors, "warnings": warnings}
    return json.dumps({**counts, "problems": records}, indent=2)


def _github(given: _Report) -> str:
    """Write workflow commands; GitHub shows them beside the lines of a change."""
    return "\n".join(map(_annotation, repeated_problems(given.problems)))


def _annotation(problem: RepeatedProblem) -> str:
    first, elsewhere = problem.first, problem.elsewhere(_MOST_LINES)
    message = f"{first.message} ({elsewhere})" if elsewhere else first.message
    place = f"file={_property(first.path)},line={first.line},col={first.column}"
    return f"::{first.severity} {place},title={_property(first.code)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return printable(_data(text).replace(":", "%3A").replace(",", "%2C"))


_WRITERS: dict[str, Callable[[_Report], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
FORMATS = tuple(_WRITERS)
