"""Keeps titles in rows while some are taken out and others are put in.

A *way* is one way in which a title may stand: at one side of its leader, with one text. Ways are
numbered from 0, rows from 0 at the bottom; a title of two lines takes two rows, and its row is the
lower one. A set of ways is an integer mask in which bit i stands
for way i, so that "does any of these stand there" is one operation however many there are.
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
    """For each way its weight, its rows, and masks of the ways that it gets on with conditionally.

    Those of `under` must stand below it, those of `over` above it, those of `apart` in any other
    row, and those of `clash` cannot stand together with it.
    """

    weight: Sequence[float]
    height: Sequence[int]
    under: Sequence[int]
    over: Sequence[int]
    apart: Sequence[int]
    clash: Sequence[int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The mask of what stands in each row and of all that stands, and the summed weight.

    The mask `capped[row]` has ways that can never rise above `row`, for what is over them cannot
    either; it need not have all of them, and makes most hopeless additions fail at once.
    """

    rows: list[int]
    capped: list[int]
    standing: int
    weight: float


def rules(
    owner: ArrayLike,
    spans: ArrayLike,
    weight: Sequence[float],
    height: Sequence[int],
    gap: float,
) -> Rules:
    """The rules for ways with the given owners (n) and spans (n rows of x, left, right in pixels).

    With the span of a title widened by `gap`: if the leader of b is in the span of a, a stands
    above b. If each leader is in the other's span, they clash, as do two ways of one owner. If
    spans overlap without a leader in either (two titles face each other), rows differ.
    """
    x, left, right = np.asarray(spans, dtype=np.float64).reshape(-1, 3).T
    same = np.equal.outer(owner, owner)
    holds = ~same & (left[:, None] - gap < x) & (x < right[:, None] + gap)
    meets = ~same & (left[:, None] - gap < right) & (left < right[:, None] + gap)
    return Rules(
        weight,
        height,
        under=_masks(holds & ~holds.T),
        over=_masks(holds.T & ~holds),
        apart=_masks(meets & ~holds & ~holds.T),
        clash=_masks(same | holds & holds.T),
    )


def bits(mask: int) -> Iterator[int]:
    """The numbers of the ways in a mask, ascending."""
    while mask:
        lowest = mask & -mask
        mask ^= lowest
        yield lowest.bit_length() - 1


def empty(rows: int) -> Layout:
    """Nothing in so many rows."""
    return Layout([0] * rows, [0] * rows, 0, 0.0)


def added(rules: Rules, layout: Layout, way: int) -> Layout | None:
    """Puts `way` as low as it can be and pushes up what must be over it.

    None if that pushes a title out of the rows, as it always does where the rules go in a circle.
    `way` must not clash with what stands.
    """
    unders, overs, aparts = rules.under, rules.over, rules.apart
    rows, capped, standing = layout.rows.copy(), layout.capped, layout.standing | 1 << way
    waiting = [(way, 0)]
    while waiting:
        title, floor = waiting.pop()
        over, height = overs[title], rules.height[title]
        row = _lowest_row(rows, floor, unders[title], aparts[title], height)
        top = row + height - 1
        if top >= len(rows) or capped[top] & over:
            return None
        if over & standing:
            pushed = 0
            for mask in rows[: top + 1]:
                pushed |= mask & over
            if pushed:
                rows = [mask & ~pushed for mask in rows]
                waiting += [(each, top + 1) for each in bits(pushed)]
        for level in range(row, top + 1):
            rows[level] |= 1 << title
    capped = capped.copy()
    highest = _highest_row(capped, 0, overs[way]) - rules.height[way] + 1
    for level in range(max(highest, 0), len(rows)):
        capped[level] |= 1 << way
    return Layout(rows, capped, standing, layout.weight + rules.weight[way])


def without(rules: Rules, layout: Layout, out: int) -> Layout:
    """Takes the ways of the mask `out`, all of them standing, away and moves nothing else."""
    return Layout(
        [row & ~out for row in layout.rows],
        [0] * len(layout.rows),
        layout.standing & ~out,
        layout.weight - sum(rules.weight[way] for way in bits(out)),
    )


def settled(rules: Rules, layout: Layout) -> Layout:
    """Lets every title down as far as it goes, and finds how high each could rise."""
    under, over, apart, height = rules.under, rules.over, rules.apart, rules.height
    rows = [0] * len(layout.rows)
    done = 0
    for mask in layout.rows:
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
    return Layout(rows, list(accumulate(capped, or_)), layout.standing, layout.weight)


def _lowest_row(rows: list[int], floor: int, under: int, apart: int, height: int) -> int:
    """The lowest row from `floor` up that is above all of `under`, `height` rows without `apart`.

    It may lie beyond the rows.
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
    """The highest row, from `row` up, that stays below those of `over` that are capped."""
    while row < len(capped) and not capped[row] & over:
        row += 1
    return row - 1


def _masks(matrix: NDArray[np.bool_]) -> list[int]:
    packed = np.packbits(matrix, axis=1, bitorder="little")
    return [int.from_bytes(line.tobytes(), "little") for line in packed]
