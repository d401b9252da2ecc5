"""The timeline as plain numbers: lanes, links, marks, bars, titles and ticks, all in pixels.

x runs from 0 at the window's begin to ``width`` at its end, y downwards from 0 at the upper edge
of the first lane: titles stand at negative y, lanes at positive.
Drawing it is a separate, dull step.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.axis import PERIOD_ROW, AxisTick, PeriodBand, axis_ticks, period_bands
from dashboard.analysis.density import Density, density
from dashboard.analysis.event_links import LINKS_ROW, Arcs, chain, link_arcs
from dashboard.analysis.lane_labels import lane_label
from dashboard.analysis.lanes import Lanes, lanes
from dashboard.analysis.marks import Marks, only, place_marks, to_pixels
from dashboard.analysis.room import Metrics, Room, metrics
from dashboard.analysis.title_choice import MOST_TITLES, Title, choose_titles
from dashboard.analysis.tone import sides
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.ordering import rows_within
from dashboard.query.parameters import WITHIN
from dashboard.query.window import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

MOST_MARKS = 400
"""Marks that can be told apart; beyond, lanes become histograms."""
_ROW_STEP = 3
"""Rows of titles by which the timeline grows and shrinks."""
_DAY = 86_400
_MARGIN = 0.03
"""Share of the whole span that is left free on each side of it."""

_NOT_FOR_LANES: Mapping[str, Any] = MappingProxyType(
    {"links": "chain", "relations": "network", "after": "", "within": WITHIN}
)
"""What of a selection has no bearing on the lanes."""


@dataclass(frozen=True)
class Timeline:
    """Everything that is drawn, in pixels.

    Attributes:
        head: height of the rows of titles above y = 0; ``height`` is of all that is below.
        window: the stretch of time from x = 0 to x = ``width``.
        lane_labels: name of each lane, in lines that fit.
        lane_y: y of the middle of each lane.
        lanes_end: y at which the arcs begin; ``periods_top`` that of the rows of periods.
        density: histograms, where single marks would be too many.
        hidden: events whose mark is in view without a title.
        arcs: links between events.
    """

    width: float
    head: float
    height: float
    window: Window
    metrics: Metrics
    lanes: Lanes
    lane_labels: tuple[tuple[str, ...], ...]
    lane_y: FloatArray
    marks: Marks
    density: Density | None
    titles: tuple[Title, ...]
    hidden: int
    ticks: tuple[AxisTick, ...]
    periods: tuple[PeriodBand, ...]
    lanes_end: float
    periods_top: float
    selected: int
    arcs: Arcs


@lru_cache(maxsize=1)
def whole_window(tables: Tables) -> Window:
    """Return the window that holds every event of a file, with some room around it."""
    events = tables.events
    if events.empty:
        return Window.spanning(0, 365 * _DAY)
    lower = np.where(tables.lower <= MIN_SECOND, tables.upper - _DAY, tables.lower)
    upper = np.where(tables.upper >= MAX_SECOND, tables.lower + _DAY, tables.upper)
    first, last = int(lower.min()), int(upper.max())
    room = max((last - first) * _MARGIN, _DAY)
    return Window.spanning(first - room, last + room)


def shown_window(tables: Tables, window: Window | None) -> Window:
    """Return the stretch of time to draw: where a window is open, it ends with the file."""
    whole = whole_window(tables)
    if window is None:
        return whole
    lower, upper = window.lower, window.upper
    if lower <= MIN_SECOND:
        lower = whole.lower if whole.lower < upper else upper - whole.span
    if upper >= MAX_SECOND:
        upper = whole.upper if lower < whole.upper else lower + whole.span
    return Window.spanning(lower, upper)


def lay_out_timeline(
    tables: Tables, selection: Selection, selected: Selected, room: Room
) -> Timeline:
    """Compute the timeline of a selection for a room."""
    window = shown_window(tables, selection.window)
    rows_of_lanes = _lanes(tables, _for_lanes(selection))
    size = metrics(room, len(rows_of_lanes.ids), len(tables.events))
    lane_y = size.lane * (np.arange(len(rows_of_lanes.ids)) + 0.5)
    chosen = tables.row_of.get(selection.event, -1)
    near = _near(tables, selected.matching, window)
    is_crowd = _count_marks(rows_of_lanes, near) > MOST_MARKS
    single: IntArray = np.flatnonzero(near)
    stands = (tables.instant >= window.lower) & (tables.instant < window.upper)
    inside = selected.visible & stands
    is_dense = is_crowd and _count_marks(rows_of_lanes, inside) > MOST_MARKS
    # The open event and its chain stand out of any crowd.
    linked = [row for row in {chosen, *chain(tables, chosen)} if row >= 0 and selected.visible[row]]
    if is_crowd:
        # What lasts beyond the window is counted at its edges; all else stands singly, or of too
        # many the most important.
        some: IntArray = np.flatnonzero(inside)
        if is_dense:
            some = _most_important(tables, selected.visible, window)
        single = np.union1d(some, linked).astype(np.int64)
    marks = place_marks(tables, rows_of_lanes, single, window, room.width, lane_y)
    titles = choose_titles(tables, marks, selected.visible, room, size, chosen)
    crowd = None
    if is_dense:
        # Over histograms only what has a title stands out; the rest is counted.
        titled = [title.event for title in titles]
        marks = only(marks, np.isin(marks.event, [*titled, *linked]))
    if is_crowd:
        crowd = _crowd(tables, rows_of_lanes, selected.visible, marks.event, window, room.width)
        crowd = crowd if crowd.most else None
    standing = int(np.count_nonzero(inside))
    periods = period_bands(tables, window, room)
    lanes_end = size.lane * max(1, len(rows_of_lanes.ids)) + 4
    arcs = link_arcs(tables, marks, chosen, selection.links == "all", lanes_end)
    periods_top = lanes_end + (LINKS_ROW if len(arcs.x) else 0)
    return Timeline(
        width=room.width,
        head=_head(titles, size),
        height=periods_top + PERIOD_ROW * max((band.row + 1 for band in periods), default=0),
        window=window,
        metrics=size,
        lanes=rows_of_lanes,
        lane_labels=tuple(lane_label(name, room, size.lane) for name in rows_of_lanes.names),
        lane_y=lane_y,
        marks=marks,
        density=crowd,
        titles=titles,
        hidden=max(0, standing - len(titles)),
        ticks=axis_ticks(window, room),
        periods=periods,
        lanes_end=lanes_end,
        periods_top=periods_top,
        selected=chosen,
        arcs=arcs,
    )


def _for_lanes(selection: Selection) -> Selection:
    """Return what of a selection the lanes depend on: the nodes only as those of a chosen dyad."""
    nodes = selection.nodes if selection.dyad else "country"
    return replace(selection, window=None, event="", nodes=nodes, **_NOT_FOR_LANES)


@lru_cache(maxsize=4)
def _lanes(tables: Tables, filters: Selection) -> Lanes:
    """Lay out the lanes of a selection; moving through time leaves them as they are."""
    matching = filters.apply(tables).matching
    return lanes(tables, filters.lanes, matching, filters.pins, filters.others == "open")


def _count_marks(rows_of_lanes: Lanes, events: BoolArray) -> int:
    """Return how many marks some events have."""
    rows = rows_within(rows_of_lanes.event, events)
    return int(np.count_nonzero(events[rows_of_lanes.event[rows]]))


def _head(titles: tuple[Title, ...], size: Metrics) -> float:
    """Return the height for the rows of titles, in steps, so that it seldom changes."""
    tops = (-title.y / size.title_row + len(title.lines) / 2 for title in titles)
    rows = max(map(round, tops), default=0)
    steps = -(-rows // _ROW_STEP) * _ROW_STEP
    return size.title_row * min(max(steps, _ROW_STEP), size.title_rows) + 6


def _near(tables: Tables, matching: BoolArray, window: Window) -> BoolArray:
    """Flag the events that a short drag brings into view."""
    reach = window.span // 2
    overlaps = (tables.lower < window.upper + reach) & (tables.upper > window.lower - reach)
    return matching & overlaps


@lru_cache(maxsize=1)
def _rows_by_importance(tables: Tables) -> tuple[IntArray, ...]:
    """Return the rows of events of each importance, from 5 down to 1."""
    importance = tables.events["importance"].to_numpy()
    return tuple(np.flatnonzero(importance == level) for level in range(5, 0, -1))


def _most_important(tables: Tables, visible: BoolArray, window: Window) -> IntArray:
    """Return the most important event of each stretch of a window."""
    if np.count_nonzero(visible) <= MOST_TITLES:
        return np.flatnonzero(visible)
    found = np.full(MOST_TITLES, -1)
    for level in _rows_by_importance(tables):
        rows = level[visible[level]][::-1]
        share = (tables.instant[rows] - window.lower) / window.span
        stretch = np.clip(share * MOST_TITLES // 1, 0, MOST_TITLES - 1).astype(np.int64)
        first = np.full(MOST_TITLES, -1)
        # Of those that share a stretch the last one written stays: the first row.
        first[stretch] = rows
        found = np.where(found < 0, first, found)
        if (found >= 0).all():
            break
    return np.unique(found[found >= 0])


def _crowd(
    tables: Tables,
    rows_of_lanes: Lanes,
    visible: BoolArray,
    single: IntArray,
    window: Window,
    width: float,
) -> Density:
    """Count all events in view but those that are drawn singly.

    One that began before the window, or whose mark would stand after it, counts at that edge.
    """
    rows = rows_within(rows_of_lanes.event, visible)
    event, lane = rows_of_lanes.event[rows], rows_of_lanes.lane[rows]
    first, after = (int(event[0]), int(event[-1]) + 1) if len(event) else (0, 0)
    x = to_pixels(tables.instant[first:after], window, width)
    x = np.clip(x, 0.0, np.nextafter(width, 0.0))
    is_counted = visible.copy()
    is_counted[single] = False
    x[~is_counted[first:after]] = np.nan
    side = sides(tables)[first:after]
    return density(x, side, event - first, lane, len(rows_of_lanes.ids), width)
