"""Crowds: which events are drawn one by one, and histograms for the events that are too many.

    ●   ●●  ◐●      marks of one lane, or of one sub-row of it
            └┴─ closer than 0.4 of their size: more than half of each is covered

Histograms begin where more than 5 % of the marks would be covered, or where the marks would make
the drawing too large.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link_targets import query_of
from dashboard.analysis.timeline.histograms import Crowd, Histograms, bin_edges, count_histograms
from dashboard.analysis.timeline.title_choice import MOST_TITLES
from dashboard.model.codes import Status
from dashboard.query.choices import NODES
from dashboard.query.ordering import rows_within
from dashboard.query.selection import Selection
from dashboard.query.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.selection import Selected

MOST_EVENTS, MOST_MARKS = 160, 400
"""Largest number of events and of marks that are drawn one by one: about 130 KB of SVG."""
MOST_COVERED = 0.05
"""Largest share of marks more than half covered."""
_COVERING = 0.404
"""Distance at which a circle covers half of another of the same size, as a share of the size."""


class Singles(NamedTuple):
    """The events to draw one by one.

    Attributes:
        rows: rows of ``Tables.events``, ascending.
        inside: flags of the visible events whose instant is in the window.
        is_crowd: whether other events are counted in histograms.
        is_dense: whether even the events inside the window are too many for single marks.
    """

    rows: IntArray
    inside: BoolArray
    is_crowd: bool
    is_dense: bool


def covered_share(
    x: FloatArray, lane: IntArray, event: IntArray, size: FloatArray | float
) -> float:
    """Return the share of marks of which another event's mark of the same lane covers over half.

    >>> x, lane = np.array([0.0, 4.0, 50.0, 54.0]), np.array([0, 0, 0, 1])
    >>> covered_share(x, lane, event=np.arange(4), size=13.0)
    0.5

    Args:
        x: x of each mark in pixels.
        lane: lane of each mark, or a number for each sub-row of each lane.
        event: event of each mark.
        size: diameter of the marks in pixels, or that of each mark.
    """
    if len(x) < 2:
        return 0.0
    order = np.lexsort((x, lane))
    x, lane, event = x[order], lane[order], event[order]
    size = np.broadcast_to(size, len(order))[order]
    reach = _COVERING * (size[1:] + size[:-1]) / 2
    is_close = (np.diff(x) < reach) & (np.diff(lane) == 0) & (np.diff(event) != 0)
    covered = np.zeros(len(x), dtype=bool)
    covered[1:] |= is_close
    covered[:-1] |= is_close
    return float(covered.mean())


def too_crowded(
    x: FloatArray, lane: IntArray, event: IntArray, size: FloatArray | float = 13.0
) -> bool:
    """Whether marks collide too often to be drawn one by one, or are too many.

    The arguments are those of ``covered_share``.

    >>> too_crowded(np.arange(500.0), np.zeros(500), np.arange(500), size=0.1)
    True
    """
    fits = _fits(len(np.unique(event)), len(x))
    return not fits or covered_share(x, lane, event, size) > MOST_COVERED


def choose_singles(
    dataset: Dataset,
    lanes: Lanes,
    selected: Selected,
    window: Window,
    linked: list[int],
    is_crowded: Callable[[IntArray], bool] = lambda _: False,
) -> Singles:
    """Choose the events to draw one by one.

    If the window and what a short drag brings into it hold few marks, all of these events are
    chosen; else those inside the window; if these are still too many, only the most important.

    Args:
        dataset: the dataset.
        lanes: the lanes, and which events have a mark in which lane.
        selected: flags of the events that the selection picks.
        window: the window that is drawn.
        linked: rows of events that are chosen in any case.
        is_crowded: returns for rows of events whether their marks would cover each other, see
            ``too_crowded``; it is called only for few enough events.
    """
    tables = dataset.tables
    reach = window.span // 2
    near = selected.matching & (tables.lower < window.upper + reach)
    near &= tables.upper > window.lower - reach
    in_window = (tables.instant >= window.lower) & (tables.instant < window.upper)
    inside = selected.visible & in_window
    rows: IntArray = np.flatnonzero(inside)
    is_dense = not _fits(len(rows), _count_marks(lanes, inside)) or is_crowded(rows)
    if not is_dense and _fits(int(np.count_nonzero(near)), _count_marks(lanes, near)):
        return Singles(np.flatnonzero(near), inside, is_crowd=False, is_dense=False)
    if is_dense:
        rows = _most_important(dataset, selected.visible, window)
    return Singles(
        np.union1d(rows, linked).astype(np.int64), inside, is_crowd=True, is_dense=is_dense
    )


def count_crowd(
    dataset: Dataset,
    lanes: Lanes,
    visible: BoolArray,
    single: IntArray,
    window: Window,
    width: float,
    *,
    selection: Selection | None = None,
    to_x: Callable[[FloatArray], FloatArray] | None = None,
) -> Histograms | None:
    """Count the events in view that are not drawn one by one; ``None`` if there are none.

    An event that began before the window, or whose instant is after it, counts at that edge.

    Args:
        dataset: the dataset.
        lanes: the lanes, and which events have a mark in which lane.
        visible: flags of the events in view.
        single: rows of the events that are drawn one by one.
        window: the window that is drawn.
        width: width of the plot area in pixels.
        selection: the selection, for links to the window of each bin; by default all events.
        to_x: returns pixels for seconds; evenly by default.
    """
    rows = rows_within(lanes.event, visible)
    event, lane = lanes.event[rows], lanes.lane[rows]
    first, after = (int(event[0]), int(event[-1]) + 1) if len(event) else (0, 0)
    second = np.clip(dataset.tables.instant[first:after], window.lower, window.upper - 1.0)
    is_counted = visible.copy()
    is_counted[single] = False
    if not is_counted.any():
        return None
    second[~is_counted[first:after]] = np.nan
    crowd = Crowd(
        second,
        dataset.side[first:after],
        dataset.tables.status_code[first:after] > Status.REPORTED,
        event - first,
        lane,
        lanes.role[rows],
    )
    selection = selection or Selection()
    seconds = bin_edges(window, len(lanes.ids))
    counts = count_histograms(
        crowd,
        lanes.names,
        seconds,
        to_x or (lambda at: (at - window.lower) * (width / window.span)),
        of_actors=selection.lanes in NODES,
    )
    return replace(counts, queries=_queries(selection, seconds)) if counts.cells else None


def _queries(selection: Selection, seconds: FloatArray) -> tuple[str, ...]:
    """Return the query of the selection within each bin."""
    windows = (Window.spanning(*ends) for ends in pairwise(seconds.tolist()))
    return tuple(query_of(replace(selection, window=window)) for window in windows)


def _fits(events: int, marks: int) -> bool:
    return events <= MOST_EVENTS and marks <= MOST_MARKS


def _count_marks(lanes: Lanes, events: BoolArray) -> int:
    """Return the number of marks that some events have."""
    rows = rows_within(lanes.event, events)
    return int(np.count_nonzero(events[lanes.event[rows]]))


def _most_important(dataset: Dataset, visible: BoolArray, window: Window) -> IntArray:
    """Return the most important event of each of ``MOST_TITLES`` equal parts of a window."""
    if np.count_nonzero(visible) <= MOST_TITLES:
        return np.flatnonzero(visible)
    best = np.full(MOST_TITLES, -1)
    for level in dataset.rows_by_importance:
        rows = level[visible[level]][::-1]
        share = (dataset.tables.instant[rows] - window.lower) / window.span
        part = np.clip(share * MOST_TITLES // 1, 0, MOST_TITLES - 1).astype(np.int64)
        first = np.full(MOST_TITLES, -1)
        # NumPy keeps the last of repeated assignments: the rows descend, so the first row wins.
        first[part] = rows
        best = np.where(best < 0, first, best)
        if (best >= 0).all():
            break
    return np.unique(best[best >= 0])
