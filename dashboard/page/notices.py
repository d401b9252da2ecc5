"""Notices: the problems of a file with errors, while the last good version is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.model.problems import count_problems
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.analysis.dataset import Dataset
    from dashboard.model.problems import Problem
    from dashboard.reading.watched import Snapshot

MOST_SHOWN = 12
"""Largest number of problems in a notice."""
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
    lines = [
        html.Li([html.Span(_place(p), className="problem-place"), f" {p.message}"])
        for p in errors[:MOST_SHOWN]
    ]
    if len(errors) > MOST_SHOWN:
        lines.append(html.Li(f"and {total - MOST_SHOWN:,} more: run “check” to see them all"))
    heading = f"{errors[0].path} has {count(total, 'problem')}. {kept}"
    return [html.Div([html.Strong(heading), html.Ol(lines)], className="notice")]


def _place(problem: Problem) -> str:
    if problem.code in _OF_THE_FILE:
        return "the file"
    return f"line {problem.line}:{problem.column}"
