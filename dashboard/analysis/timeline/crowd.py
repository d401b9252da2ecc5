"""Crowds: which events are drawn one by one, and histograms for the events that are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.density import Density, count_density
from dashboard.analysis.timeline.marks import to_pixels
from dashboard.analysis.timeline.title_choice import MOST_TITLES
from dashboard.query.ordering import rows_within

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.selection import Selected
    from dashboard.query.window import Window

MOST_MARKS = 400
"""Largest number of single marks; beyond it, lanes become histograms."""


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


def choose_singles(
    dataset: Dataset, lanes: Lanes, selected: Selected, window: Window, linked: list[int]
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
    """
    tables = dataset.tables
    reach = window.span // 2
    near = selected.matching & (tables.lower < window.upper + reach)
    near &= tables.upper > window.lower - reach
    in_window = (tables.instant >= window.lower) & (tables.instant < window.upper)
    inside = selected.visible & in_window
    if _count_marks(lanes, near) <= MOST_MARKS:
        return Singles(np.flatnonzero(near), inside, is_crowd=False, is_dense=False)
    is_dense = _count_marks(lanes, inside) > MOST_MARKS
    rows: IntArray = np.flatnonzero(inside)
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
) -> Density | None:
    """Count the events in view that are not drawn one by one; ``None`` if there are none.

    An event that began before the window, or whose instant is after it, counts at that edge.
    """
    rows = rows_within(lanes.event, visible)
    event, lane = lanes.event[rows], lanes.lane[rows]
    first, after = (int(event[0]), int(event[-1]) + 1) if len(event) else (0, 0)
    x = to_pixels(dataset.tables.instant[first:after], window, width)
    x = np.clip(x, 0.0, np.nextafter(width, 0.0))
    is_counted = visible.copy()
    is_counted[single] = False
    x[~is_counted[first:after]] = np.nan
    side = dataset.side[first:after]
    counts = count_density(x, side, event - first, lane, len(lanes.ids), width)
    return counts if counts.most else None


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
