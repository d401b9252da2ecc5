"""Sub-rows: marks and bars of one lane that would collide are placed one below the other.

         one sub-row        two sub-rows, around the middle of the lane
       │                   ╺━━━━●━━━━━━━━╸          row 0
 y ────┼──────●────────────────────────────────●──  middle of the lane
       │                      ●      ●──━━━╸        row 1

Items that overlap, directly or through others, form a group. A group has as many sub-rows as it
needs, around the middle of the lane; an item without neighbours is on the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.query.columns import BoolArray, FloatArray, IntArray

MOST_ROWS = 12
"""Largest number of sub-rows of a lane; reached only by bars that all overlap."""
NEAR = 9.0
"""Distance in pixels between the middles of two marks below which they are crowded."""
GAP = 1.0
"""Free pixels between neighbours of one sub-row."""


class Items(NamedTuple):
    """Marks with their bars; one row for each mark.

    Attributes:
        lane: number of the lane.
        x: middle of the mark in pixels.
        begin, end: ends of the mark and its bar in pixels.
        has_bar: whether the mark has a bar.
    """

    lane: IntArray
    x: FloatArray
    begin: FloatArray
    end: FloatArray
    has_bar: BoolArray


class Packed(NamedTuple):
    """The sub-rows of items.

    Attributes:
        row: sub-row of each item, 0 at the top of its group.
        rows: number of sub-rows of the group of each item.
        crowded: flags of the items that found no free sub-row, and of those they are too near to.
    """

    row: IntArray
    rows: IntArray
    crowded: BoolArray

    @property
    def offset(self) -> FloatArray:
        """Distance of each item from the middle of its lane, as a number of sub-rows."""
        distance: FloatArray = self.row - (self.rows - 1) / 2
        return distance


def pack(items: Items, most: int, near: float = NEAR) -> Packed:
    """Give each item a sub-row of its lane.

    From left to right each item takes the first free sub-row, which needs the fewest sub-rows
    possible. A mark that finds none of ``most`` free shares the one whose last mark is farthest,
    even if a bar passes there. A bar never lies on another bar: it opens up to ``MOST_ROWS``.

    >>> x = np.array([10.0, 14.0, 80.0])
    >>> packed = pack(Items(np.zeros(3, int), x, x - 6, x + 6, np.zeros(3, bool)), most=2)
    >>> packed.offset.tolist(), packed.crowded.any()
    ([-0.5, 0.5, 0.0], np.False_)

    Args:
        items: the marks and bars.
        most: largest number of sub-rows for marks without a bar.
        near: see ``NEAR``.
    """
    row, rows = np.zeros(len(items.x), dtype=np.int64), np.ones(len(items.x), dtype=np.int64)
    crowded = np.zeros(len(items.x), dtype=bool)
    order = np.lexsort((items.x, items.begin, items.lane))
    lane, *columns = (column[order].tolist() for column in items)
    sorted_items = list(zip(order.tolist(), *columns, strict=True))
    for start, stop in _groups(lane, sorted_items):
        group = _Group()
        for item, x, begin, end, has_bar in sorted_items[start:stop]:
            chosen = group.choose(begin, x, most, near, has_bar)
            if group.place(chosen, item, x, end, has_bar) < near:
                crowded[[item, group.last[chosen]]] = True
            group.last[chosen] = item
        group.close(row, rows)
    return Packed(row, rows, crowded)


def _groups(
    lanes: list[int], items: list[tuple[int, float, float, float, bool]]
) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each group of several items that overlap."""
    start, lane_before, reach = 0, -1, -np.inf
    for number, (lane, (_, _, begin, end, _)) in enumerate(zip(lanes, items, strict=True)):
        if lane == lane_before and begin < reach + GAP:
            reach = max(reach, end)
            continue
        if number - start > 1:
            yield start, number
        start, lane_before, reach = number, lane, end
    if len(items) - start > 1:
        yield start, len(items)


class _Group:
    """Items that overlap, while they are placed from left to right."""

    def __init__(self) -> None:
        self.ends: list[float] = []
        self.bar_ends: list[float] = []
        self.x: list[float] = []
        self.last: list[int] = []
        self.placed: list[tuple[int, int]] = []

    def choose(self, begin: float, x: float, most: int, near: float, has_bar: bool) -> int:
        """Return the sub-row for the next item; a new one has the next number."""
        numbers = list(range(len(self.ends)))
        free = (number for number in numbers if self.ends[number] + GAP <= begin)
        if (found := next(free, None)) is not None:
            return found
        if len(self.ends) >= most and has_bar:
            numbers = [
                number
                for number in numbers
                if self.bar_ends[number] + GAP <= begin and x - self.x[number] >= near
            ]
        if len(self.ends) < most or (not numbers and len(self.ends) < MOST_ROWS):
            return len(self.ends)
        return min(numbers or range(len(self.ends)), key=self.x.__getitem__)

    def place(self, number: int, item: int, x: float, end: float, has_bar: bool) -> float:
        """Place an item; return its distance from the mark before it in the same sub-row."""
        if number == len(self.ends):
            for column in (self.ends, self.bar_ends, self.x):
                column.append(-np.inf)
            self.last.append(item)
        distance = x - self.x[number]
        self.ends[number] = max(self.ends[number], end)
        if has_bar:
            self.bar_ends[number] = max(self.bar_ends[number], end)
        self.x[number] = x
        self.placed.append((item, number))
        return distance

    def close(self, row: IntArray, rows: IntArray) -> None:
        """Write the sub-rows of the group."""
        for item, number in self.placed:
            row[item], rows[item] = number, len(self.ends)
