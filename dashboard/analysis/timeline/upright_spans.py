"""Bars of the events that last, beside their marks in the upright timeline.

●      x of the column
│┃     a bar on the right of the marks, from the row of its event down to its end
■┃┃    a bar on the left, where the right is taken; a third bar at the same time has no place
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.model.dates import MAX_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.timeline.upright import Mark
    from dashboard.analysis.timeline.upright_axis import Stack
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

SIDES = (9.0, -9.0)
"""Distances of a bar from the middle of its column, in pixels: the first that is free is used."""
_LEAST = 6.0
"""Shortest part of a bar beyond its row, in pixels."""
_APART = 3.0
"""Least distance of two bars on the same side of a column, in pixels."""


class Span(NamedTuple):
    """A bar of an event that lasts.

    Attributes:
        row: position of its event in ``Upright.rows``.
        tone: code of the ``Tone`` of its mark.
        x: x of its middle in pixels.
        top, bottom: y of its ends.
        goes_on: whether the event goes on beyond the window, or has no end.
        fades: whether the end is unknown.
    """

    row: int
    tone: int
    x: float
    top: float
    bottom: float
    goes_on: bool
    fades: bool


def place_spans(
    tables: Tables, rows: IntArray, marks: Sequence[Mark], stack: Stack, window: Window
) -> tuple[Span, ...]:
    """Place the bars of events that last beyond their row; no two bars overlap.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events`` that are drawn.
        marks: their marks, ordered by row.
        stack: positions of the rows, and the axis.
        window: the window that is drawn.
    """
    events, upper = tables.events.iloc[rows], tables.upper[rows]
    seconds, knots = np.array(stack.knots).T
    end = np.interp(np.clip(upper, window.lower, window.upper), seconds, knots).tolist()
    begins_before = (tables.lower[rows] < window.lower).tolist()
    goes_on = ((upper > window.upper) | (upper >= MAX_SECOND)).tolist()
    is_lasting = events["interval"].to_numpy() & ~events["unknown_start"].to_numpy()
    lasts, fades = is_lasting.tolist(), events["unknown_end"].tolist()
    free: dict[float, float] = {}
    spans = []
    for mark in marks:
        half = mark.y - float(stack.top[mark.row])
        if not lasts[mark.row] or end[mark.row] < mark.y + half + _LEAST:
            continue
        top = 0.0 if begins_before[mark.row] else mark.y
        sides = (mark.x + by for by in SIDES)
        x = next((x for x in sides if free.get(x, -_APART) + _APART <= top), None)
        if x is not None:
            free[x] = bottom = end[mark.row]
            ends = (goes_on[mark.row], fades[mark.row])
            spans.append(Span(mark.row, mark.tone, x, top, bottom, *ends))
    return tuple(spans)
