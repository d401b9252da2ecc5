"""Reports of ``check``: as text for people, as JSON for programs, and as GitHub annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dashboard.model.problems import count_problems
from dashboard.words.numbers import count
from dashboard.words.quotes import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.model.problems import Problem


def report(problems: Sequence[Problem], files: int, form: str) -> str:
    """Return the problems of some files in one of ``FORMATS``.

    Example:
        >>> report([], files=2, form="text")
        '0 errors, 0 warnings in 2 files'
    """
    return _WRITERS[form](problems, files)


def _text(problems: Sequence[Problem], files: int) -> str:
    errors = count_problems(problem for problem in problems if problem.is_error)
    warnings = count(count_problems(problems) - errors, "warning")
    total = f"{count(errors, 'error')}, {warnings} in {count(files, 'file')}"
    return "\n".join([*map(str, problems), total])


def _json(problems: Sequence[Problem], files: int) -> str:
    errors = count_problems(problem for problem in problems if problem.is_error)
    records = [problem.as_dict() for problem in problems]
    counts = {"files": files, "errors": errors, "warnings": count_problems(problems) - errors}
    return json.dumps({**counts, "problems": records}, indent=2)


def _github(problems: Sequence[Problem], _files: int) -> str:
    """Write workflow commands; GitHub shows them beside the lines of a change."""
    return "\n".join(
        f"::{p.severity} file={_property(p.path)},line={p.line},col={p.column},"
        f"title={_property(p.code)}::{_data(p.message)}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return printable(_data(text).replace(":", "%3A").replace(",", "%2C"))


_WRITERS: dict[str, Callable[[Sequence[Problem], int], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
FORMATS = tuple(_WRITERS)
