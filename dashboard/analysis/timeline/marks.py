"""Marks of the events that are drawn one by one: their positions, links between lanes, and bars.

        left     x      right
lane 0   ╺━━━━━━━●━━━━━━━━━╸   y of a mark; a bar if the event lasts
                 │ top         the link joins the lanes of all participants
lane 1           │
                 │ bottom
lane 2   ╺━━━━━━━○━━━━━━━━━╸
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.tone import tones_of
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Role
from dashboard.query.relations import signal_scores

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

GAP = 11.0
"""Distance between neighbouring marks that would otherwise overlap, in pixels."""
FARTHEST = 18.0
"""Largest shift of a mark from its true position, in pixels."""
DAY_BAR_WIDTH = 120.0
"""Width in pixels from which a single day is drawn as a bar."""
SOFT_BAR_WIDTH = 26.0
"""Smallest width of a bar with pointed ends, in pixels."""


@dataclass(frozen=True)
class Marks:
    """One row for each event that is drawn one by one, and one row for each of its marks.

    Attributes:
        event: (events) rows of ``Tables.events``, in order of time.
        x: (events) x of the link between lanes.
        left, right: (events) x of the ends of the bar.
        has_bar: (events) whether a bar is drawn: the event lasts, or its date is not exact.
        soft: (events) whether the ends of the bar are uncertain.
        tone: (events) code of the ``Tone`` of the score.
        status: (events) code of the ``Status``.
        importance: (events) importance, from 1 to 5.
        top, bottom: (events) y of the ends of the link between lanes.
        owner: (marks) position of the mark's event in ``event``.
        y: (marks) y of the mark.
        role: (marks) code of the strongest ``Role`` in the lane of the mark.
        mark_tone: (marks) code of the ``Tone`` of the mark: that of the event, or, of one aimed
            at, that of the act toward it.
    """

    event: IntArray
    x: FloatArray
    left: FloatArray
    right: FloatArray
    has_bar: BoolArray
    soft: BoolArray
    tone: IntArray
    status: IntArray
    importance: IntArray
    top: FloatArray
    bottom: FloatArray
    owner: IntArray
    y: FloatArray
    role: IntArray
    mark_tone: IntArray


_OF_MARKS = ("owner", "y", "role", "mark_tone")
"""Fields of ``Marks`` that have one row for each mark; the others have one for each event."""


def spread_apart(x: FloatArray) -> FloatArray:
    """Return positions moved apart: ``GAP`` pixels between neighbours, in the same order.

    The result is the nearest such positions in least squares, found by pooling adjacent violators
    (Ayer et al. 1955). Where a crowd would push a member farther than ``FARTHEST`` pixels from its
    true position, the whole crowd is compressed until no member is.

    >>> spread_apart(np.array([10.0, 10.0, 50.0])).tolist()
    [4.5, 15.5, 50.0]

    Args:
        x: positions in pixels, ascending.
    """
    if len(x) < 2:
        return x.copy()
    wanted = x - GAP * np.arange(len(x))
    means: list[float] = []
    counts: list[int] = []
    for value in wanted.tolist():
        mean, count = value, 1
        while means and means[-1] >= mean:
            before, size = means.pop(), counts.pop()
            mean = (mean * count + before * size) / (count + size)
            count += size
        means.append(mean)
        counts.append(count)
    shift = np.repeat(means, counts) + GAP * np.arange(len(x)) - x
    crowd = np.repeat(np.arange(len(counts)), counts)
    largest = np.zeros(len(counts))
    np.maximum.at(largest, crowd, np.abs(shift))
    squeeze = np.minimum(1.0, FARTHEST / np.maximum(largest, 1e-9))
    placed: FloatArray = x + shift * squeeze[crowd]
    return placed


def to_pixels(seconds: IntArray | FloatArray, window: Window, width: float) -> FloatArray:
    """Return the x of instants in a plot area that begins and ends with a window."""
    return (seconds - window.lower) * (width / window.span)


def subset(marks: Marks, kept: BoolArray) -> Marks:
    """Return the marks of some events, at the same positions.

    Args:
        marks: all marks.
        kept: a flag for each event of ``marks.event``.
    """
    drawn = kept[marks.owner]
    by_event = {
        item.name: getattr(marks, item.name)[kept]
        for item in fields(Marks)
        if item.name not in _OF_MARKS
    }
    owner = (np.cumsum(kept) - 1)[marks.owner[drawn]]
    by_mark = {name: getattr(marks, name)[drawn] for name in _OF_MARKS if name != "owner"}
    return Marks(**by_event, **by_mark, owner=owner)


def place_marks(
    tables: Tables,
    lanes: Lanes,
    single: IntArray,
    window: Window,
    width: float,
    lane_y: FloatArray,
) -> Marks:
    """Place the marks of some events.

    Args:
        tables: tables of the file.
        lanes: the lanes, and which events have a mark in which lane.
        single: rows of ``Tables.events`` to draw one by one.
        window: the time from x = 0 to x = ``width``.
        width: width of the plot area in pixels.
        lane_y: y of the middle of each lane, in pixels.
    """
    rows = single[np.lexsort((single, tables.instant[single]))]
    true_x = to_pixels(tables.instant[rows], window, width)
    x = spread_apart(true_x)
    events = tables.events.iloc[rows]
    left, right, has_bar, soft = _bars(events, window, width)
    position = np.full(len(tables.events), -1)
    position[rows] = np.arange(len(rows))
    drawn = position[lanes.event] >= 0
    owner = position[lanes.event[drawn]]
    y = lane_y[lanes.lane[drawn]]
    top, bottom = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    np.minimum.at(top, owner, y)
    np.maximum.at(bottom, owner, y)
    role, tone = lanes.role[drawn], tones_of(events["score"].to_numpy())
    toward_third = tones_of(signal_scores(events))
    return Marks(
        event=rows,
        x=x,
        left=left + (x - true_x),
        right=right + (x - true_x),
        has_bar=has_bar,
        soft=soft,
        tone=tone,
        status=tables.status_code[rows],
        importance=events["importance"].to_numpy(),
        top=top,
        bottom=bottom,
        owner=owner,
        y=y,
        role=role,
        mark_tone=np.where(role == Role.AIMED_AT, toward_third[owner], tone[owner]),
    )


def _bars(
    events: pd.DataFrame, window: Window, width: float
) -> tuple[FloatArray, FloatArray, BoolArray, BoolArray]:
    """Return the left and right ends of bars, whether each is drawn, and whether it is soft."""
    lowest, highest = window.lower - window.span, window.upper + window.span
    lower, upper, once, open_start, open_end = (
        events[name].to_numpy() for name in ("lower", "upper", "once", "open_start", "open_end")
    )
    # Of one event before or after a date, only the known end has a position.
    lower = np.where(once & open_start, upper - DAY_SECONDS, lower)
    upper = np.where(once & open_end, lower + DAY_SECONDS, upper)
    left, right = (
        to_pixels(np.clip(bound, lowest, highest), window, width) for bound in (lower, upper)
    )
    is_lasting = events["interval"].to_numpy()
    is_coarse = events["precision"].isin(["month", "year"]).to_numpy() | once
    flags = ("approximate", "uncertain", "unknown_start", "unknown_end")
    inexact = is_coarse | events[list(flags)].to_numpy().any(axis=1)
    # Where a day is wide, an event of that day has no exact position within it.
    soft = inexact | (~is_lasting & (right - left >= DAY_BAR_WIDTH))
    missing = np.maximum(np.where(soft, SOFT_BAR_WIDTH, 0.0) - (right - left), 0) / 2
    return left - missing, right + missing, soft | is_lasting, soft
