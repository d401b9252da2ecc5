"""Where single events stand on the timeline: the x of each, apart where they would coincide."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.tone import tones_of

if TYPE_CHECKING:
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

GAP = 11.0
"""Pixels between events that would otherwise stand on each other."""
FARTHEST = 18.0
"""Pixels that an event may stand from its true place for that."""
BROAD, SOFT = 120.0, 26.0
"""Pixels from which on the bar of a single day is drawn, and the least that a soft bar has."""


@dataclass(frozen=True)
class Marks:
    """One row for each event drawn singly, and one for each of its marks.

    Attributes:
        event: rows of ``Tables.events``, ascending in time.
        x: of the event's link; ``left`` and ``right`` are those of its bar.
        has_bar: whether the event lasts; ``soft`` whether the bar's ends are uncertain.
        top, bottom: y of the link's ends.
        owner: for each mark the position of its event in ``event``.
        y: of each mark; ``role`` 0 actor, 1 target, 2 aimed at.
    """

    event: IntArray
    x: FloatArray
    left: FloatArray
    right: FloatArray
    has_bar: BoolArray
    soft: BoolArray
    open_start: BoolArray
    open_end: BoolArray
    tone: IntArray
    status: IntArray
    importance: IntArray
    top: FloatArray
    bottom: FloatArray
    owner: IntArray
    y: FloatArray
    role: IntArray


def is_soft(tables: Tables, rows: IntArray) -> BoolArray:
    """Return whether an event's date says less than a day: its ends are drawn soft."""
    events = tables.events.iloc[rows]
    coarse = events["precision"].isin(["month", "year"])
    soft: BoolArray = (coarse | events["approximate"] | events["uncertain"]).to_numpy()
    return soft


def apart(x: FloatArray, gap: float = GAP, farthest: float = FARTHEST) -> FloatArray:
    """Return the places of events moved apart, in the order given, which must be ascending.

    The places are the nearest (in least squares) that are ``gap`` pixels apart, found by pooling
    adjacent violators (Ayer et al. 1955); where a crowd would push its members farther than
    ``farthest`` pixels from their true places, it is squeezed until none is.
    """
    if len(x) < 2:
        return x.copy()
    wanted = x - gap * np.arange(len(x))
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
    moved = np.repeat(means, counts) + gap * np.arange(len(x)) - x
    crowd = np.repeat(np.arange(len(counts)), counts)
    worst = np.zeros(len(counts))
    np.maximum.at(worst, crowd, np.abs(moved))
    squeeze = np.minimum(1.0, farthest / np.maximum(worst, 1e-9))
    placed: FloatArray = x + moved * squeeze[crowd]
    return placed


def to_pixels(seconds: FloatArray, window: Window, width: float) -> FloatArray:
    """Return the x of instants in a plot whose left and right edge are the window's bounds."""
    return (seconds - window.lower) * (width / window.span)


def only(marks: Marks, kept: BoolArray) -> Marks:
    """Return the marks of some of the events, one flag for each; none of them moves."""
    drawn = kept[marks.owner]
    by_event = {
        item.name: getattr(marks, item.name)[kept]
        for item in fields(Marks)
        if item.name not in ("owner", "y", "role")
    }
    owner = (np.cumsum(kept) - 1)[marks.owner[drawn]]
    return Marks(**by_event, owner=owner, y=marks.y[drawn], role=marks.role[drawn])


def place_marks(
    tables: Tables,
    rows_of_lanes: Lanes,
    single: IntArray,
    window: Window,
    width: float,
    lane_y: FloatArray,
) -> Marks:
    """Place the events that are drawn singly."""
    rows = single[np.lexsort((single, tables.instant[single]))]
    true_x = to_pixels(tables.instant[rows], window, width)
    x = apart(true_x)
    moved = x - true_x
    events = tables.events.iloc[rows]
    reach = window.span
    lower = np.clip(tables.lower[rows], window.lower - reach, window.upper + reach)
    upper = np.clip(tables.upper[rows], window.lower - reach, window.upper + reach)
    soft = is_soft(tables, rows)
    left = to_pixels(lower.astype(float), window, width) + moved
    right = to_pixels(upper.astype(float), window, width) + moved
    # Where a day is broad, one that happened at some time of it is not exact either.
    is_lasting = events["interval"].to_numpy()
    soft = soft | (~is_lasting & (right - left >= BROAD))
    least = np.where(soft, SOFT, 0.0)
    short = np.maximum(least - (right - left), 0) / 2
    position = np.full(len(tables.events), -1)
    position[rows] = np.arange(len(rows))
    drawn = position[rows_of_lanes.event] >= 0
    owner = position[rows_of_lanes.event[drawn]]
    y = lane_y[rows_of_lanes.lane[drawn]]
    top, bottom = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    np.minimum.at(top, owner, y)
    np.maximum.at(bottom, owner, y)
    return Marks(
        event=rows,
        x=x,
        left=left - short,
        right=right + short,
        has_bar=soft | is_lasting,
        soft=soft,
        open_start=events["open_start"].to_numpy(),
        open_end=events["open_end"].to_numpy(),
        tone=tones_of(events["score"].to_numpy()),
        status=tables.status_code[rows],
        importance=events["importance"].to_numpy(),
        top=top,
        bottom=bottom,
        owner=owner,
        y=y,
        role=rows_of_lanes.role[drawn],
    )
