"""Dyads: how often and how well any two dealt with each other, and the triads they form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from dashboard.query.tables import BoolArray, FloatArray, IntArray

POSITIVE_FROM = 1.0
"""A mean score from here up makes a positive tie."""
NEGATIVE_FROM = -1.0
"""A mean score from here down makes a negative tie."""
_CHUNK_ROWS = 1 << 16
"""Rows counted at a time: few enough that their codes stay in the processor's cache."""
_DENSE_CELLS = 1 << 22
"""Of more possible dyads than this, only those that occur get a cell to count in."""


@dataclass(frozen=True, slots=True)
class Dyads:
    """The directed dyads with at least one relation, in order of source, then target.

    Attributes:
        source, target: codes of the nodes.
        n: relations of each dyad; at least 1.
        sum, mean: of their scores (Goldstein scale).
        alleged: whether every relation is alleged.
    """

    source: IntArray
    target: IntArray
    n: IntArray
    sum: FloatArray
    mean: FloatArray
    alleged: BoolArray


class Undirected(NamedTuple):
    """Both directions of each pair together: symmetric (nodes, nodes) arrays, diagonal 0.

    Attributes:
        n: relations of each pair; an event that runs both ways counts twice.
        sum: of their scores.
        mean: of their scores; 0 where there are none.
    """

    n: FloatArray
    sum: FloatArray
    mean: FloatArray


@dataclass(frozen=True, slots=True)
class Triads:
    """How many triples of nodes have which ties.

    Attributes:
        balanced_positive: +++, all friends.
        balanced_negative: +--, two friends with a common enemy.
        unbalanced_one: ++-, two enemies with a common friend.
        unbalanced_all: ---, all enemies.
        incomplete: exactly two of the three ties; triples with fewer are not counted.
    """

    balanced_positive: int
    balanced_negative: int
    unbalanced_one: int
    unbalanced_all: int
    incomplete: int


def tally_dyads(
    source: IntArray, target: IntArray, score: FloatArray, alleged: BoolArray, nodes: int
) -> Dyads:
    """Add up relations by directed dyad.

    ``n`` counts relations. It is the number of events behind a dyad provided that no event gives
    two relations with the same source and target, which is how relations are built.

    Args:
        source: code of the node that each relation comes from, in [0, nodes).
        target: code of the node that it goes to, in [0, nodes).
        score: score of each relation.
        alleged: whether the event of each relation is alleged.
        nodes: number of nodes.

    Raises:
        ValueError: the columns differ in length, or a code lies outside [0, nodes).
    """
    if len({len(source), len(target), len(score), len(alleged)}) > 1:
        raise ValueError("source, target, score and alleged must have the same length")
    for column in (source, target):
        if len(column) and not 0 <= column.min() <= column.max() < nodes:
            raise ValueError(f"codes of nodes must lie in [0, {nodes})")
    if nodes * nodes > _DENSE_CELLS:
        cells, cell = np.unique(source.astype(np.int64) * nodes + target, return_inverse=True)
        counts, sums = _add_up(cell, np.broadcast_to(0, cell.shape), 1, score, alleged, len(cells))
    else:
        cells = np.arange(nodes * nodes)
        counts, sums = _add_up(source, target, nodes, score, alleged, len(cells))
    n = counts.sum(axis=1)
    used = np.flatnonzero(n)
    source_code, target_code = np.divmod(cells[used], max(nodes, 1))
    return Dyads(
        source=source_code,
        target=target_code,
        n=n[used],
        sum=sums[used],
        mean=sums[used] / n[used],
        alleged=counts[used, 0] == 0,
    )


def _add_up(
    row: IntArray,
    column: IntArray,
    columns: int,
    score: FloatArray,
    alleged: BoolArray,
    cells: int,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Count relations by cell (row * columns + column), not alleged and alleged, and sum scores.

    Returns:
        A (cells, 2) array of counts and a (cells,) array of sums.
    """
    counts = np.zeros(2 * cells, dtype=np.int64)
    sums = np.zeros(2 * cells)
    step = max(_CHUNK_ROWS, 2 * cells)
    for start in range(0, len(row), step):
        part = slice(start, start + step)
        # Cell and allegation make one code, so that two passes over the rows fill three columns.
        code = row[part].astype(np.int64)
        code *= columns
        code += column[part]
        code *= 2
        code += alleged[part]
        counts += np.bincount(code, minlength=2 * cells)
        sums += np.bincount(code, weights=score[part], minlength=2 * cells)
    return counts.reshape(cells, 2), sums.reshape(cells, 2).sum(axis=1)


def tie(mean: ArrayLike) -> NDArray[np.int64]:
    """Return the sign of ties by their mean score: +1 from 1 up, -1 from -1 down, else 0."""
    values = np.asarray(mean, dtype=np.float64)
    return (values >= POSITIVE_FROM).astype(np.int64) - (values <= NEGATIVE_FROM)


def undirected(dyads: Dyads, nodes: int) -> Undirected:
    """Join the two directions of each pair; relations of a node with itself are left out."""
    n, total = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))
    apart = dyads.source != dyads.target
    pair = dyads.source[apart], dyads.target[apart]
    n[pair], total[pair] = dyads.n[apart], dyads.sum[apart]
    n, total = n + n.T, total + total.T
    return Undirected(n, total, np.divide(total, n, out=np.zeros_like(n), where=n > 0))


def triads(signs: IntArray) -> Triads:
    """Count balanced and unbalanced triads (Heider 1946; Cartwright and Harary 1956).

    A triad is balanced if the product of its signs is positive. A neutral tie counts as none.
    Triangles are closed walks of length three, counted by products of matrices.

    Args:
        signs: symmetric (nodes, nodes) array of +1, 0 and -1, as of ``tie(undirected(…).mean)``;
            the diagonal does not matter.

    Raises:
        ValueError: the array is not symmetric.
    """
    if not np.array_equal(signs, signs.T):
        raise ValueError("the signs of ties must be symmetric")
    others = ~np.eye(len(signs), dtype=bool)
    # Floats, since products of integer matrices bypass the fast routines; all counts are exact.
    positive, negative = ((others & (sign * signs > 0)).astype(np.float64) for sign in (1, -1))
    tied = positive + negative
    friends, enemies = positive @ positive, negative @ negative

    def count(ties: FloatArray, walks: FloatArray, seen: int) -> int:
        return round(float((ties * walks).sum())) // seen

    return Triads(
        balanced_positive=count(positive, friends, 6),
        balanced_negative=count(positive, enemies, 2),
        unbalanced_one=count(negative, friends, 2),
        unbalanced_all=count(negative, enemies, 6),
        incomplete=count(others - tied, tied @ tied, 2),
    )
