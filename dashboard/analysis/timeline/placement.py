"""Placement: the pixels of events on a scale of time, side by side within their days.

first              last      of the day, in pixels
│     ●   ●   ●    │       events of this day, in columns around its middle
│       middle     │
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.sub_rows import Items

if TYPE_CHECKING:
    from dashboard.analysis.timeline.extents import Extents
    from dashboard.analysis.timeline.scale import TimeScale
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

PITCH = 14.0
"""Distance of the columns of one day in pixels, where the day is wide enough."""
DAY_BAR_WIDTH = 120.0
"""Width in pixels from which a single day is drawn as a pointed bar."""
SOFT_BAR_WIDTH = 26.0
"""Smallest width of a bar with a pointed or a fading end, in pixels."""
_NARROW_DAY = 2.0
"""Width of a day in pixels below which its events are in its middle."""


class Members(NamedTuple):
    """The marks that events have in lanes; one row for each mark.

    Attributes:
        owner: position of the event, ascending.
        lane: number of the lane.
        half: half of the diameter of the mark in pixels.
    """

    owner: IntArray
    lane: IntArray
    half: FloatArray

    def subset(self, kept: BoolArray) -> Members:
        """Return the marks of the flagged events, whose positions are counted again."""
        drawn = kept[self.owner]
        owner = (np.cumsum(kept) - 1)[self.owner[drawn]]
        return Members(owner, self.lane[drawn], self.half[drawn])


class Placed(NamedTuple):
    """The pixels of events; see ``Marks``."""

    x: FloatArray
    left: FloatArray
    right: FloatArray
    has_bar: BoolArray
    soft: BoolArray

    def items(self, members: Members) -> Items:
        """Return the marks with their bars, for packing into sub-rows."""
        own = members.owner
        x, has_bar = self.x[own], self.has_bar[own]
        begin, end = x - members.half, x + members.half
        return Items(
            members.lane,
            x,
            np.where(has_bar, np.minimum(begin, self.left[own]), begin),
            np.where(has_bar, np.maximum(end, self.right[own]), end),
            has_bar,
        )


def place_events(extents: Extents, members: Members, scale: TimeScale, most: int) -> Placed:
    """Place events on a scale.

    Args:
        extents: the events.
        members: their marks in lanes.
        scale: the scale.
        most: number of sub-rows for marks: so many events of one day and lane have a bar each
            where the day is wide.
    """
    times = np.stack((extents.at, extents.first, extents.last, extents.begin, extents.end))
    at, first, last, left, right = _within(scale.to_x(times), extents.in_view, scale.width)
    x = np.where(extents.last > extents.first, (first + last) / 2, at)
    is_wide = ~extents.lasts & (right - left >= DAY_BAR_WIDTH)
    tops, bottoms = _lane_ranges(members, len(x)) if extents.same_days else ([], [])
    for group in extents.same_days:
        start, stop = float(first[group[0]]), float(last[group[0]])
        if stop - start >= _NARROW_DAY:
            columns = _columns([(tops[event], bottoms[event]) for event in group])
            x[group] = _side_by_side(columns, start, stop)
        if is_wide[group].any():
            load = np.bincount(members.lane[np.isin(members.owner, group)]).max(initial=0)
            is_wide[group] &= load <= most
    is_open = extents.unknown_start | extents.unknown_end
    # What lasts beyond the window, or has an open end, does not end in view.
    goes_on = extents.open_start | extents.open_end | extents.before | extents.after
    soft = (extents.inexact | is_wide) & ~is_open & ~(extents.lasts & goes_on)
    missing = np.where(soft | is_open, SOFT_BAR_WIDTH, 0.0) - (right - left)
    missing = np.maximum(missing, 0.0)
    # An unknown end is on its own side; a date that is not exact reaches to both.
    share = np.where(extents.unknown_start, 1.0, np.where(extents.unknown_end, 0.0, 0.5))
    left, right = left - missing * share, right + missing * (1 - share)
    return Placed(
        x,
        _within(left, extents.in_view, scale.width),
        _within(right, extents.in_view, scale.width),
        soft | is_open | extents.lasts,
        soft,
    )


def _within(x: FloatArray, in_view: BoolArray, width: float) -> FloatArray:
    """Return positions, those of events in view within the plot."""
    return np.where(in_view, np.minimum(np.maximum(x, 0.0), width), x)


def _lane_ranges(members: Members, events: int) -> tuple[list[int], list[int]]:
    """Return the first and the last lane of each event: its link crosses all between."""
    top, bottom = np.full(events, np.iinfo(np.int32).max), np.full(events, -1)
    np.minimum.at(top, members.owner, members.lane)
    np.maximum.at(bottom, members.owner, members.lane)
    return top.tolist(), bottom.tolist()


def _columns(ranges: list[tuple[int, int]]) -> list[int]:
    """Return a column for each range of lanes, so that no two ranges of a column meet.

    >>> _columns([(0, 1), (1, 3), (2, 3)])
    [0, 1, 0]
    """
    taken: list[list[tuple[int, int]]] = []
    found = []
    for top, bottom in ranges:
        column = next(
            (
                number
                for number, others in enumerate(taken)
                if all(bottom < upper or lower < top for upper, lower in others)
            ),
            len(taken),
        )
        if column == len(taken):
            taken.append([])
        taken[column].append((top, bottom))
        found.append(column)
    return found


def _side_by_side(columns: list[int], start: float, stop: float) -> FloatArray:
    """Return the x of columns around the middle of a day, at least half a mark from its ends."""
    number = max(columns) + 1
    free = stop - start - min((stop - start) / 2, PITCH)
    spacing = min(PITCH, free / max(number - 1, 1))
    return (start + stop) / 2 + (np.array(columns) - (number - 1) / 2) * spacing
