"""Keeps titles in rows while some are taken out and others are put in.

A *way* is one way in which a title may stand: at one side of its leader, with one text. Ways are
numbered from 0, rows from 0 at the bottom. A set of ways is an integer mask in which bit i stands
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
    """For each way its weight, and masks of the ways that it gets on with only conditionally.

    Those of `under` must stand below it, those of `over` above it, those of `apart` in any other
    row, and those of `clash` cannot stand together with it.
    """

    weight: Sequence[float]
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


def rules(owner: ArrayLike, spans: ArrayLike, weight: Sequence[float], gap: float) -> Rules:
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
        over = overs[title]
        row = _lowest_row(rows, floor, unders[title], aparts[title])
        if row == len(rows) or capped[row] & over:
            return None
        if over & standing:
            for level in range(row + 1):
                pushed = rows[level] & over
                if pushed:
                    rows[level] ^= pushed
                    waiting += [(each, row + 1) for each in bits(pushed)]
        rows[row] |= 1 << title
    capped = capped.copy()
    for level in range(_highest_row(capped, 0, overs[way]), len(rows)):
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
    under, over, apart = rules.under, rules.over, rules.apart
    rows: list[int] = []
    for mask in layout.rows:
        rows.append(0)
        for way in bits(mask):
            rows[_lowest_row(rows, 0, under[way], apart[way])] |= 1 << way
    capped = [0] * len(rows)
    for row in range(len(rows) - 1, -1, -1):
        for way in bits(rows[row]):
            capped[_highest_row(capped, row, over[way])] |= 1 << way
    return Layout(rows, list(accumulate(capped, or_)), layout.standing, layout.weight)


def _lowest_row(rows: list[int], floor: int, under: int, apart: int) -> int:
    """The lowest row from `floor` up that is above all of `under`; len(rows) if there is none."""
    row = height = len(rows)
    while row > floor and not rows[row - 1] & under:
        row -= 1
    while row < height and rows[row] & apart:
        row += 1
    return row


def _highest_row(capped: list[int], row: int, over: int) -> int:
    """The highest row, from `row` up, that stays below those of `over` that are capped."""
    while row < len(capped) and not capped[row] & over:
        row += 1
    return row - 1


def _masks(matrix: NDArray[np.bool_]) -> list[int]:
    packed = np.packbits(matrix, axis=1, bitorder="little")
    return [int.from_bytes(line.tobytes(), "little") for line in packed]
