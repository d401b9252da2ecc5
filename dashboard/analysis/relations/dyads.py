"""Dyads: how often and how well any two dealt with each other, and the triads they form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.model.codes import Side
from dashboard.query.matching import sides_of
from dashboard.query.ordering import rows_within

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.relations import RelationCells
FEW = 3
"""Events from which on a mean says something."""
_CHUNK_ROWS = 1 << 16
_DECIMALS = 9
"""Digits of sums of scores beyond which there are only errors of rounding."""


@dataclass(frozen=True, slots=True)
class Dyads:
    """The directed dyads with at least one relation, in order of source, then target.

    Attributes:
        source, target: codes of the nodes.
        n: relations of each dyad; at least 1.
        sum, mean: of their scores (Goldstein scale).
        in_doubt: whether every relation is of an event that is neither confirmed nor reported.
        number: of each dyad among the cells that were counted.
    """

    source: IntArray
    target: IntArray
    n: IntArray
    sum: FloatArray
    mean: FloatArray
    in_doubt: BoolArray
    number: IntArray

    def take(self, rows: IntArray) -> Dyads:
        """Return some of the dyads."""
        return Dyads(*(getattr(self, name)[rows] for name in Dyads.__dataclass_fields__))

    def of_nodes(self, node: IntArray) -> Dyads:
        """Return the same dyads, each end replaced by what ``node`` has at its place."""
        return replace(self, source=node[self.source], target=node[self.target])


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


def tally(cells: RelationCells, events: BoolArray, kept: IntArray | None = None) -> Dyads:
    """Tally the directed dyads over some events.

    ``n`` counts relations, which is the number of events behind a dyad, since no event gives two
    relations with the same source and target.

    Args:
        cells: the relations.
        events: flags for each event.
        kept: codes of nodes, ascending: only dyads between these, which then refer to positions
            in it. By default all dyads, which refer to codes.
    """
    rows = rows_within(cells.event, events)
    dyad, score, in_doubt = cells.dyad[rows], cells.score[rows], cells.in_doubt[rows]
    if not events.all():
        chosen = events[cells.event[rows]]
        dyad, score, in_doubt = dyad[chosen], score[chosen], in_doubt[chosen]
    n = np.bincount(dyad, minlength=cells.dyads)
    sums: FloatArray = np.asarray(
        np.bincount(dyad, weights=score, minlength=cells.dyads), dtype=np.float64
    )
    doubtful = np.bincount(dyad[in_doubt], minlength=cells.dyads)
    place = np.arange(cells.nodes)
    if kept is not None:
        place = np.full(cells.nodes, -1)
        place[kept] = np.arange(len(kept))
    source, target = place[cells.source], place[cells.target]
    used = np.flatnonzero((n > 0) & (source >= 0) & (target >= 0))
    # 3.4 - 4.4 + 4.0 is 3: a mean at the bound of a tie must not miss it by a binary fraction.
    n, total = n[used], sums[used].round(_DECIMALS)
    none_is_firm: BoolArray = np.equal(doubtful[used], n)
    return Dyads(source[used], target[used], n, total, total / n, none_is_firm, used)


def first_and_last(
    cells: RelationCells, events: BoolArray, numbers: IntArray
) -> tuple[IntArray, IntArray]:
    """Return the rows of the first and the last event of some dyads.

    Args:
        cells: the relations.
        events: flags for each event.
        numbers: of dyads that have a relation in one of these events.
    """
    rows = rows_within(cells.event, events)
    found = (np.full(cells.dyads, -1), np.full(cells.dyads, -1))
    for place, step in zip(found, (1, -1), strict=True):
        # Dyads that are frequent occur early on: most of the rows need not be looked at.
        for start in range(rows.start, rows.stop, _CHUNK_ROWS):
            chunk = slice(start, min(start + _CHUNK_ROWS, rows.stop))
            if step < 0:
                shift = rows.start + rows.stop
                chunk = slice(shift - chunk.stop, shift - chunk.start)
            event, dyad = cells.event[chunk][::step], cells.dyad[chunk][::step]
            new = events[event] & (place[dyad] < 0)
            # Of several values for one place numpy keeps the last, so they are told backwards.
            place[dyad[new][::-1]] = event[new][::-1]
            if (place[numbers] >= 0).all():
                break
    return found[0][numbers], found[1][numbers]


def tie(mean: ArrayLike) -> NDArray[np.int64]:
    """Return the sign of ties by their mean score: +1 from 1 up, -1 from -1 down, else 0."""
    return sides_of(np.asarray(mean, dtype=np.float64)).astype(np.int64) - Side.NEUTRAL


def undirected(dyads: Dyads, nodes: int) -> Undirected:
    """Join the two directions of each pair; relations of a node with itself are left out."""
    n, total = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))
    apart = dyads.source != dyads.target
    pair = dyads.source[apart], dyads.target[apart]
    n[pair], total[pair] = dyads.n[apart], dyads.sum[apart]
    n, total = n + n.T, (total + total.T).round(_DECIMALS)
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
