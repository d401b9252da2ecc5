"""Rows of titles, while titles are taken out and put in.

A *way* is one way to place a title: on one side of its leader, with one of its texts. Ways are
numbered from 0, rows from 0 next to the lanes; a title in two lines takes two rows, and its row is
the one next to the lanes. "Higher" means farther from the lanes, also below them. A set of ways is
an integer mask in which bit i is way i, so that "is any of these ways in that row" is one operation
for any number of ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, slots=True)
class Rules:
    """Weight, number of rows and masks of other ways, for each way.

    Attributes:
        weight: weight of the title.
        height: number of rows that the way takes.
        under: ways that must be in a lower row.
        over: ways that must be in a higher row.
        apart: ways that must be in another row, higher or lower.
        clash: ways that exclude this way.
    """

    weight: Sequence[float]
    height: Sequence[int]
    under: Sequence[int]
    over: Sequence[int]
    apart: Sequence[int]
    clash: Sequence[int]


@dataclass(frozen=True, slots=True)
class TitleRows:
    """The ways that are placed.

    Attributes:
        rows: for each row the mask of the ways in it.
        capped: for each row a mask of ways that cannot be higher than this row, because a way above
            them cannot. It may lack some of these ways: it only makes most hopeless additions fail
            at once.
        placed: mask of all ways that are placed.
        weight: their summed weight.
    """

    rows: list[int]
    capped: list[int]
    placed: int
    weight: float


def make_rules(
    owner: ArrayLike,
    spans: ArrayLike,
    weight: Sequence[float],
    height: Sequence[int],
    gap: float,
) -> Rules:
    """Return the rules that keep titles and leaders apart.

    Let the span of each title be wider by ``gap`` on both sides. If the leader of b is in the span
    of a, then a must be above b. If each leader is in the span of the other title, the two clash,
    as do two ways of one title. If spans overlap without a leader in either (the titles are on the
    sides of their leaders that face each other), the rows must differ.

    Args:
        owner: (n) number of the title of each way.
        spans: (n, 3) x of the leader, left and right end of the text, in pixels.
        weight: (n) weight of the title of each way.
        height: (n) rows that each way takes.
        gap: smallest distance in pixels.
    """
    x, left, right = np.asarray(spans, dtype=np.float64).reshape(-1, 3).T
    same = np.equal.outer(owner, owner)
    holds = ~same & (left[:, None] - gap < x) & (x < right[:, None] + gap)
    meets = ~same & (left[:, None] - gap < right) & (left < right[:, None] + gap)
    return Rules(
        weight,
        height,
        under=to_masks(holds & ~holds.T),
        over=to_masks(holds.T & ~holds),
        apart=to_masks(meets & ~holds & ~holds.T),
        clash=to_masks(same | holds & holds.T),
    )


def bits(mask: int) -> Iterator[int]:
    """Yield the numbers of the ways in a mask, ascending.

    >>> list(bits(0b1101))
    [0, 2, 3]
    """
    while mask:
        lowest = mask & -mask
        mask ^= lowest
        yield lowest.bit_length() - 1


def empty_rows(rows: int) -> TitleRows:
    """Return rows without titles."""
    return TitleRows([0] * rows, [0] * rows, 0, 0.0)


def add_way(rules: Rules, titles: TitleRows, way: int) -> TitleRows | None:
    """Put a way into the lowest possible row and push up the ways that must be above it.

    Args:
        rules: the rules.
        titles: the ways that are placed.
        way: a way that does not clash with any of them.

    Returns:
        The new rows, or ``None`` if a title would be pushed above the highest row; where the rules
        form a cycle, one always is.
    """
    unders, overs, aparts = rules.under, rules.over, rules.apart
    rows, capped, placed = titles.rows, titles.capped, titles.placed | 1 << way
    waiting = [(way, 0)]
    while waiting:
        title, floor = waiting.pop()
        over, height = overs[title], rules.height[title]
        row = _lowest_row(rows, floor, unders[title], aparts[title], height)
        top = row + height - 1
        if top >= len(rows) or capped[top] & over:
            return None
        if over & placed:
            pushed = 0
            for mask in rows[: top + 1]:
                pushed |= mask & over
            if pushed:
                rows = [mask & ~pushed for mask in rows]
                waiting += [(each, top + 1) for each in bits(pushed)]
        rows = rows.copy()
        for level in range(row, top + 1):
            rows[level] |= 1 << title
    capped = capped.copy()
    highest = _highest_row(capped, 0, overs[way]) - rules.height[way] + 1
    for level in range(max(highest, 0), len(rows)):
        capped[level] |= 1 << way
    return TitleRows(rows, capped, placed, titles.weight + rules.weight[way])


def remove_ways(rules: Rules, titles: TitleRows, out: int) -> TitleRows:
    """Take out the ways of a mask, all of which are placed; the other ways keep their rows."""
    return TitleRows(
        [row & ~out for row in titles.rows],
        [0] * len(titles.rows),
        titles.placed & ~out,
        titles.weight - sum(rules.weight[way] for way in bits(out)),
    )


def settle(rules: Rules, titles: TitleRows) -> TitleRows:
    """Lower every title as far as possible, and compute ``capped`` again."""
    under, over, apart, height = rules.under, rules.over, rules.apart, rules.height
    rows = [0] * len(titles.rows)
    done = 0
    for mask in titles.rows:
        for way in bits(mask & ~done):
            row = _lowest_row(rows, 0, under[way], apart[way], height[way])
            for level in range(row, row + height[way]):
                rows[level] |= 1 << way
        done |= mask
    capped = [0] * len(rows)
    done = 0
    for row in range(len(rows) - 1, -1, -1):
        for way in bits(rows[row] & ~done):
            capped[max(_highest_row(capped, row, over[way]) - height[way] + 1, 0)] |= 1 << way
        done |= rows[row]
    return TitleRows(rows, list(accumulate(capped, or_)), titles.placed, titles.weight)


def _lowest_row(rows: list[int], floor: int, under: int, apart: int, height: int) -> int:
    """Return the lowest of ``height`` free rows above all ways of ``under``.

    Rows are free if they hold no way of ``apart``. The result is at least ``floor`` and may be
    beyond the last row.
    """
    row = total = len(rows)
    while row > floor and not rows[row - 1] & under:
        row -= 1
    level = row
    while level < total and level < row + height:
        if rows[level] & apart:
            row = level + 1
        level += 1
    return row


def _highest_row(capped: list[int], row: int, over: int) -> int:
    """Return the highest row, from ``row`` upward, below all capped ways of ``over``."""
    while row < len(capped) and not capped[row] & over:
        row += 1
    return row - 1


def to_masks(matrix: NDArray[np.bool_]) -> list[int]:
    """Return each row of a matrix as a mask.

    >>> to_masks(np.array([[True, False, True]]))
    [5]
    """
    packed = np.packbits(matrix, axis=1, bitorder="little")
    lines, length = packed.tobytes(), packed.shape[1]
    ends = range(length, len(matrix) * length + 1, length) if length else ()
    return [int.from_bytes(lines[end - length : end], "little") for end in ends]
