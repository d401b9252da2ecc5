"""Notices: the problems of a file with errors, while the last good version is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.model.problems import count_problems, repeated_problems
from dashboard.page.attributes import IN_ENGLISH, aria
from dashboard.words.direction import isolated
from dashboard.words.language import ngettext, pgettext

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.analysis.dataset import Dataset
    from dashboard.model.problems import Problem, RepeatedProblem
    from dashboard.reading.watched import Snapshot

MOST_SHOWN = 12
"""Largest number of different problems in a notice."""
_MOST_LINES = 3
"""Lines that are named of a problem with many places."""
_OF_THE_FILE = ("no-file", "unreadable", "too-large")
"""Codes of problems that have no line."""


def notices(snapshot: Snapshot[Dataset]) -> list[Component]:
    """Return a notice for a file with errors, or an empty list for a good file."""
    errors = [problem for problem in snapshot.problems if problem.is_error]
    if not errors:
        return []
    total = count_problems(errors)
    empty = snapshot.content.tables.events.empty
    repeated = repeated_problems(errors)
    lines = [html.Li(_item(problem)) for problem in repeated[:MOST_SHOWN]]
    if rest := sum(problem.count for problem in repeated[MOST_SHOWN:]):
        lines.append(
            html.Li(
                ngettext(
                    "and {n} more: run “check --all” to see them all",
                    "and {n} more: run “check --all” to see them all",
                    rest,
                )
            )
        )
    heading = _heading(isolated(errors[0].path), total, nothing_shown=empty)
    # The list scrolls, so the keyboard must reach it.
    problems = html.Ol(lines, tabIndex=0, **aria(labelledby="notice-heading"))
    return [html.Div([html.Strong(heading, id="notice-heading"), problems], className="notice")]


def _heading(path: str, total: int, *, nothing_shown: bool) -> str:
    if nothing_shown:
        return ngettext(
            "{path} has {n} problem. There is nothing to show yet.",
            "{path} has {n} problems. There is nothing to show yet.",
            total,
            path=path,
        )
    return ngettext(
        "{path} has {n} problem. The last good version is shown.",
        "{path} has {n} problems. The last good version is shown.",
        total,
        path=path,
    )


def _item(problem: RepeatedProblem) -> list[Component | str]:
    elsewhere = problem.elsewhere(_MOST_LINES)
    message = problem.first.message + (f" ({elsewhere})" if elsewhere else "")
    return [
        html.Span(_place(problem.first), className="problem-place"),
        " ",
        html.Span(message, **IN_ENGLISH),
    ]


def _place(problem: Problem) -> str:
    if problem.code in _OF_THE_FILE:
        return pgettext("place of a problem", "the file")
    place = f"{problem.line}:{problem.column}"
    return pgettext("place of a problem: line and column", "line {place}", place=place)
