"""The upright timeline of a narrow plot as a complete specification: time runs down.

             x of columns      title_x                width
    -head ── ┌ ╱Japan╱Russia ───────────────────────┐
    0 ────── ├───│─────│────── 13 Sep 2023 ─────────┤  top of a row
             │   ●─────○       Kim and Putin meet   │  y of its marks
             │   │┃    │┃      at Vostochny         │  bars of what lasts, beside the marks
             ├───│┃────│────── 13 Oct 2023 · denied ┤
             │   ■     │       White House shows …  │
             ├ ▒▒▒▒▒ 4 months without an event ▒▒▒▒ ┤  a gap
    height ─ └──────────────────────────────────────┘

y runs downward from 0 at the upper edge of the first row. The names of the columns are above it.
Drawing needs nothing else: neither the tables nor the selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.span import shown_window
from dashboard.analysis.timeline.finding import find_events
from dashboard.analysis.timeline.lanes import lanes_of
from dashboard.analysis.timeline.upright_axis import Gap, stack_rows
from dashboard.analysis.timeline.upright_columns import (
    EDGE,
    STEP,
    Column,
    choose_columns,
    height_of_names,
    name_places,
)
from dashboard.analysis.timeline.upright_rows import Row, choose_rows, find_breaks, write_rows
from dashboard.analysis.timeline.upright_spans import Span, place_spans
from dashboard.analysis.tone import tones_of
from dashboard.model.codes import Role
from dashboard.query.relations import signal_scores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.plot_area import PlotArea
    from dashboard.analysis.timeline.upright_columns import Place
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

UPRIGHT_BELOW = 480.0
"""Width of the plot in pixels below which the timeline is upright."""
_GUTTER = 8.0
"""Free pixels between the columns and the titles."""


class Mark(NamedTuple):
    """The sign of one event in one column.

    Attributes:
        row: position of its event in ``Upright.rows``.
        event: id of its event.
        lane: id of its column.
        actor: id of the actor that takes part; empty in lanes of no actor.
        role: code of the ``Role``.
        tone: code of the ``Tone``: that of the event, or, of one aimed at, of the act toward it.
        x, y: its middle in pixels.
    """

    row: int
    event: str
    lane: str
    actor: str
    role: int
    tone: int
    x: float
    y: float


@dataclass(frozen=True)
class Upright:
    """Everything that is drawn.

    Attributes:
        query: query string of the selection.
        width: width of the plot in pixels.
        head: height of the names of the columns, above y = 0.
        height: height of the rows, below y = 0.
        window: the time from y = 0 to y = ``height``.
        columns: the columns from left to right.
        title_x: x at which dates and titles begin.
        rows: the events, from top to bottom.
        top, y: (rows) y of the upper edge, and of the marks.
        marks: the marks, ordered by row and column.
        spans: bars of the events that last beyond their row.
        gaps: bands of time without an event, or with events that are not drawn.
        knots: knots (second, y) of the time axis, which is linear between them.
        finding: what the timeline shows, in words.
    """

    query: str
    width: float
    head: float
    height: float
    window: Window
    columns: tuple[Column, ...]
    title_x: float
    rows: tuple[Row, ...]
    top: FloatArray
    y: FloatArray
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...]
    knots: tuple[tuple[float, float], ...]
    finding: str


def lay_out_upright(
    dataset: Dataset, selection: Selection, selected: Selected, plot_area: PlotArea
) -> Upright:
    """Compute the upright timeline of a selection for a plot area.

    >>> from dashboard import Selection, load
    >>> from dashboard.analysis.dataset import Dataset
    >>> from dashboard.analysis.timeline.plot_area import PlotArea
    >>> tables, everything = load("events.yaml"), Selection()
    >>> phone = PlotArea(390.0)
    >>> upright = lay_out_upright(Dataset(tables), everything, everything.apply(tables), phone)
    >>> [column.name for column in upright.columns][-1]
    'others'

    Args:
        dataset: the dataset.
        selection: the selection.
        selected: flags of the events that it picks.
        plot_area: the plot area; its height does not matter.
    """
    tables = dataset.tables
    window = shown_window(dataset.span, selection.window)
    chosen = choose_columns(dataset, selection, plot_area)
    title_x = EDGE + STEP * len(chosen.columns) + _GUTTER
    opened = tables.row_of.get(selection.event, -1)
    shown = choose_rows(dataset, selected.visible, opened)
    rows = write_rows(tables, selection, shown, plot_area.width - title_x - EDGE, plot_area.scale)
    begin, end = _days(tables, shown)
    breaks = find_breaks(tables, selection, selected, shown, window)
    instant = tables.instant[shown]
    stack = stack_rows([row.height for row in rows], instant, begin, end, breaks, window)
    places = name_places(tables, chosen, selection.lanes, shown)
    marks = _place_marks(tables, places, chosen.columns, shown, stack.y)
    return Upright(
        query=selection.to_query(),
        width=plot_area.width,
        head=height_of_names(chosen.columns, plot_area.scale),
        height=stack.height,
        window=window,
        columns=chosen.columns,
        title_x=title_x,
        rows=rows,
        top=stack.top,
        y=stack.y,
        marks=marks,
        spans=place_spans(tables, shown, marks, stack, window),
        gaps=stack.gaps,
        knots=stack.knots,
        finding=find_events(dataset, selected.visible, lanes_of(dataset, selection)),
    )


def _days(tables: Tables, rows: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return the bounds of the day on which each event is drawn, in seconds.

    The day of an event of one day is its own, in its own zone; that of any other event is the day
    of its instant in UTC.
    """
    day = 86_400.0
    lower, upper, instant = tables.lower[rows], tables.upper[rows], tables.instant[rows]
    is_own = (instant >= lower) & (instant < lower + day)
    is_own &= tables.events["precision"].to_numpy()[rows] == "day"
    begin = np.where(is_own, lower, np.floor(instant / day) * day)
    is_whole = is_own & (upper - lower < 1.1 * day)
    return begin, np.where(is_whole, upper, begin + day)


def _place_marks(
    tables: Tables,
    places: Iterable[Place],
    columns: tuple[Column, ...],
    rows: IntArray,
    y: FloatArray,
) -> tuple[Mark, ...]:
    """Place the marks of some events in their rows and columns."""
    events = tables.events.iloc[rows]
    ids, tone = list(events["id"]), tones_of(events["score"].to_numpy()).tolist()
    toward_third = tones_of(signal_scores(events)).tolist()
    position = {int(event): row for row, event in enumerate(rows)}
    marks = []
    for event, number, actor, role in places:
        row, column = position[event], columns[number]
        own = (toward_third if role == Role.AIMED_AT else tone)[row]
        marks.append(Mark(row, ids[row], column.id, actor, role, own, column.x, float(y[row])))
    return tuple(sorted(marks, key=lambda mark: (mark.row, mark.x)))
