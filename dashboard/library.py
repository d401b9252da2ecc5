"""For notebooks and scripts: load a file, select, and get Plotly figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations import network
from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.room import Room
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.relations import draw_network
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.query.selection import Selection
from dashboard.query.tabulate import tabulate
from dashboard.reading.watched import read_file

if TYPE_CHECKING:
    from dashboard.model.problems import Problem
    from dashboard.query.tables import Tables


class EventsFileError(ValueError):
    """An events file with errors; ``problems`` lists them all, with line and column."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def load(path: str | Path) -> Tables:
    """Read an events file into tables.

    Raises:
        EventsFileError: where the file cannot be read or has errors.
    """
    reading, _ = read_file(Path(path), str(path))
    if reading.book is None:
        raise EventsFileError(tuple(problem for problem in reading.problems if problem.is_error))
    return tabulate(reading.book)


def timeline_figure(
    tables: Tables,
    selection: Selection | None = None,
    *,
    width: float = 1100.0,
    scheme: str = "light",
) -> go.Figure:
    """Return the timeline of a selection (default: everything), ``width`` pixels wide.

    ``scheme`` is ``light`` or ``dark``.
    """
    chosen = selection or Selection()
    compact = width < 640
    room = Room(width - sum(margins(compact)), compact)
    timeline = lay_out_timeline(Dataset(tables), chosen, chosen.apply(tables), room)
    return go.Figure(draw_timeline(timeline, scheme, compact))


def relations_figure(
    tables: Tables,
    selection: Selection | None = None,
    *,
    width: float = 760.0,
    height: float = 500.0,
    scheme: str = "light",
) -> go.Figure:
    """Return the network of a selection (default: everything), in pixels.

    Nodes are placed where the whole of ``tables`` puts them, whatever is selected.
    """
    chosen = selection or Selection()
    question = Question.of(Dataset(tables), chosen, size=Size(width, height))
    drawn = network.compute(question)
    figure = go.Figure(draw_network(drawn, scheme))
    if note := drawn.note:
        place = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0, "yanchor": "bottom"}
        figure.add_annotation(text=note, showarrow=False, **place)
    return figure
