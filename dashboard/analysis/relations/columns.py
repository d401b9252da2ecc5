"""Columns: the camps of a file face each other, few lines cross, friends are near each other.

    left     right        ties between the columns are straight lines,
      A ───── D           ties within a column are bows on its outer side
    ╭ B ──╲ ╱ E ╮
    ╰ C ───╳─ F ╯

1. *Camps*: each node is placed in the column of its friends, opposite to its rivals: the leading
   eigenvector of the matrix of signed ties, then single changes of side (Kunegis et al. 2010). A
   node that takes no side fills the shorter column.
2. *Rows*: the pairs are followed in the order of the file. Where two are tied for the first time,
   each of them takes the row of its column with the fewest crossings, the shortest bows and the
   flattest lines; the others keep their order. So an event that is added at the end moves those
   who take part in it, and moves the others aside (Misue, Eades, Lai and Sugiyama 1995). From
   ``MANY_NODES`` nodes upward the rows follow the order by camp; see ``seriation``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.seriation import camp_order, soft_signs
from dashboard.query.choices import MANY_NODES

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

_BALANCE = 0.06
"""Strength with which any two nodes repel each other, so that the columns are of similar length."""
_SKIPPED, _STEEP = 0.2, 0.5
"""Cost of each row that a bow skips, and of a line from the top to the bottom, in crossings."""
_GAIN = 1e-9
"""Least saving that counts."""


class Columns(NamedTuple):
    """Nodes of the left and of the right column, from top to bottom."""

    left: IntArray
    right: IntArray


def arrange(n: FloatArray, mean: FloatArray, pairs: IntArray) -> Columns:
    """Place nodes in two columns.

    >>> n = 9.0 * (1 - np.eye(4))
    >>> mean = np.array([[0, -5, 5, -5], [-5, 0, -5, 5], [5, -5, 0, -5], [-5, 5, -5, 0]])
    >>> found = arrange(n, mean, np.argwhere(np.triu(n)))
    >>> [column.tolist() for column in found]
    [[2, 0], [1, 3]]

    Args:
        n: symmetric (nodes, nodes) array of numbers of relations, diagonal 0.
        mean: mean of their scores; ignored for pairs without relations.
        pairs: (pairs, 2) array of the tied pairs, in the order of their first events in the file.
    """
    first = int(pairs[0, 0]) if len(pairs) else 0
    right = _camps(soft_signs(n, np.where(n > 0, mean, 0)), first)
    if len(n) < MANY_NODES:
        return _with_few_crossings(right, pairs)
    order = camp_order(n, mean)
    return Columns(order[~right[order]], order[right[order]])


def _camps(tie: FloatArray, first: int) -> BoolArray:
    """Return for each node whether it is in the right column.

    Args:
        tie: symmetric (nodes, nodes) array of soft signs.
        first: a node of the left column.
    """
    nodes = len(tie)
    if nodes < 2:
        return np.zeros(nodes, dtype=bool)
    different = ~np.eye(nodes, dtype=bool)
    pull = np.where(different, tie - tie[different].mean() - _BALANCE, 0.0)
    side = np.where(np.linalg.eigh(pull)[1][:, -1] > 0, 1.0, -1.0)
    for _ in range(4 * nodes):
        gain = -side * (pull @ side)
        if gain.max() <= _GAIN:
            break
        side[gain.argmax()] *= -1
    right: BoolArray = side != side[first]
    return right


def _with_few_crossings(right: BoolArray, pairs: IntArray) -> Columns:
    """Place the ends of each pair, one pair after the other, where their lines cross the fewest."""
    tied = np.zeros((len(right), len(right)))
    rows = [np.array([], dtype=np.int64), np.array([], dtype=np.int64)]
    for pair in pairs.tolist():
        tied[pair, pair[::-1]] = 1.0
        for node in pair:
            own = int(right[node])
            here, others = np.flatnonzero(rows[own] == node), rows[own][rows[own] != node]
            # The row where a node is already comes first: of equally good rows it is kept.
            free = [*here.tolist(), *np.setdiff1d(np.arange(len(others) + 1), here).tolist()]
            options = np.stack([np.insert(others, row, node) for row in free])
            columns = (options, rows[1][None]) if own == 0 else (rows[0][None], options)
            rows[own] = options[int(np.argmin(np.round(_costs(tied, *columns), 6)))]
    for node in np.flatnonzero(~tied.any(axis=1)).tolist():
        rows[int(right[node])] = np.append(rows[int(right[node])], node)
    return Columns(*rows)


def _costs(tied: FloatArray, left: IntArray, right: IntArray) -> FloatArray:
    """Return the crossings, with the skipped rows of bows and the steepness of lines.

    Returns:
        (options,) array.

    Args:
        tied: symmetric (nodes, nodes) array.
        left: (options, rows) array of the nodes of the left column; a single option stands for all.
        right: the same of the right column.
    """
    heights = [(np.arange(own.shape[1]) + 0.5) / max(own.shape[1], 1) for own in (left, right)]
    lines = tied[left[:, :, None], right[:, None, :]]
    steep = (lines * np.abs(np.subtract.outer(*heights))).sum(axis=(1, 2))
    costs = _line_crossings(lines) + _STEEP * steep
    for own in (left, right):
        bows = np.triu(tied[own[:, :, None], own[:, None, :]], 1)
        spans = np.abs(np.subtract.outer(*[np.arange(own.shape[1])] * 2))
        skipped = (bows * np.maximum(spans - 1, 0)).sum(axis=(1, 2))
        costs = costs + _bow_crossings(bows) + _SKIPPED * skipped
    return np.asarray(costs)


def count_crossings(tied: FloatArray, columns: Columns) -> int:
    """Count the pairs of ties that cross: lines that change places, bows that interlace.

    >>> tied = np.zeros((4, 4))
    >>> tied[0, 3] = tied[3, 0] = tied[1, 2] = tied[2, 1] = 1
    >>> count_crossings(tied, Columns(np.array([0, 1]), np.array([2, 3])))
    1

    Args:
        tied: symmetric (nodes, nodes) array, 1 where two nodes are tied and 0 elsewhere.
        columns: the nodes from top to bottom.
    """
    bows = (np.triu(tied[np.ix_(own, own)], 1)[None] for own in columns)
    crossings = _line_crossings(tied[np.ix_(*columns)][None]) + sum(map(_bow_crossings, bows))
    return int(crossings[0])


def _line_crossings(lines: FloatArray) -> FloatArray:
    """Count for each line those from a higher row on the left to a lower row on the right."""
    sums = _prefix_sums(lines)
    return np.asarray((lines * (sums[:, :-1, -1:] - sums[:, :-1, 1:])).sum(axis=(1, 2)))


def _bow_crossings(bows: FloatArray) -> FloatArray:
    """Count for each bow those that begin within it and end below it."""
    sums, (top, bottom) = _prefix_sums(bows), np.indices(bows.shape[1:])
    inner = np.maximum(bottom, top + 1)
    within = sums[:, inner, -1] - sums[:, top + 1, -1]
    below = within - sums[:, inner, bottom + 1] + sums[:, top + 1, bottom + 1]
    return np.asarray((bows * below).sum(axis=(1, 2)))


def _prefix_sums(tables: FloatArray) -> FloatArray:
    """Return the sums of the rows above and the columns before each corner of the cells."""
    return np.pad(tables.cumsum(axis=1).cumsum(axis=2), ((0, 0), (1, 0), (1, 0)))
