"""Notices: the problems of a file with errors, while the last good version is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.model.problems import count_problems, repeated_problems
from dashboard.page.attributes import aria
from dashboard.words.numbers import count

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
    kept = "There is nothing to show yet." if empty else "The last good version is shown."
    repeated = repeated_problems(errors)
    lines = [html.Li(_item(problem)) for problem in repeated[:MOST_SHOWN]]
    if rest := sum(problem.count for problem in repeated[MOST_SHOWN:]):
        lines.append(html.Li(f"and {rest:,} more: run “check --all” to see them all"))
    heading = f"{errors[0].path} has {count(total, 'problem')}. {kept}"
    # The list scrolls, so the keyboard must reach it.
    problems = html.Ol(lines, tabIndex=0, **aria(labelledby="notice-heading"))
    return [html.Div([html.Strong(heading, id="notice-heading"), problems], className="notice")]


def _item(problem: RepeatedProblem) -> list[Component | str]:
    elsewhere = problem.elsewhere(_MOST_LINES)
    message = f" {problem.first.message}" + (f" ({elsewhere})" if elsewhere else "")
    return [html.Span(_place(problem.first), className="problem-place"), message]


def _place(problem: Problem) -> str:
    if problem.code in _OF_THE_FILE:
        return "the file"
    return f"line {problem.line}:{problem.column}"
