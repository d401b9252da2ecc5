"""Triads: three nodes with their signed ties, counted and listed by balance.

A triad is balanced if the product of its signs is positive (Heider 1946; Cartwright and Harary
1956). A neutral tie counts as none, and so does one of two that only acted together on others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.dyads import FEW, join_directions
from dashboard.model.codes import Side
from dashboard.query.matching import sides_of

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from dashboard.analysis.relations.measuring import DyadMeasures
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 400
"""Largest number of nodes among which triads are counted: those with the most acts."""


@dataclass(frozen=True, slots=True)
class Triads:
    """Number of triples of nodes, by the signs of their ties.

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

    @property
    def complete(self) -> int:
        """Number of triples with all three ties."""
        balanced = self.balanced_positive + self.balanced_negative
        return balanced + self.unbalanced_one + self.unbalanced_all


class TriadTies(NamedTuple):
    """Ties of the nodes among which triads are counted.

    Attributes:
        node: codes of the nodes.
        n: symmetric (nodes, nodes) array: acts of each pair, in both directions together.
        signs: symmetric (nodes, nodes) array of +1, 0 and -1.
        few: symmetric (nodes, nodes) array: whether the tie rests on fewer than ``FEW`` events.
    """

    node: IntArray
    n: FloatArray
    signs: IntArray
    few: BoolArray


def tie_signs(mean: ArrayLike) -> NDArray[np.int64]:
    """Return the sign of ties by their mean score.

    >>> tie_signs([-4.4, -1.0, 0.9, 1.0]).tolist()
    [-1, -1, 0, 1]
    """
    return sides_of(np.asarray(mean, dtype=np.float64)).astype(np.int64) - Side.NEUTRAL


def sign_ties(level: Level, measures: DyadMeasures) -> TriadTies:
    """Return the signed ties of the nodes with the most acts, at most ``MOST_NODES``.

    Args:
        level: the nodes.
        measures: measures of the dyads; sources and targets are codes of the level.
    """
    dyads, total = measures.dyads, len(level.ids)
    acts = np.zeros(total)
    for end in (dyads.source, dyads.target):
        acts += np.bincount(end, weights=dyads.n, minlength=total)
    used = np.flatnonzero(acts)
    node = np.sort(used[np.lexsort((used, -acts[used]))[:MOST_NODES]])
    position = np.full(total, -1)
    position[node] = np.arange(len(node))
    inside = np.flatnonzero((position[dyads.source] >= 0) & (position[dyads.target] >= 0))
    kept = dyads.take(inside).of_nodes(position)
    n, mean = join_directions(kept, len(node))
    few = np.zeros(n.shape, dtype=bool)
    few[kept.source, kept.target] = measures.events_both[inside] < FEW
    return TriadTies(node, n, np.where(n > 0, tie_signs(mean), 0), few | few.T)


def count_triads(signs: IntArray) -> Triads:
    """Count triads by the signs of their ties.

    Triangles are closed walks of length three, counted by products of matrices.

    Args:
        signs: symmetric (nodes, nodes) array of +1, 0 and -1; the diagonal does not matter.

    Raises:
        ValueError: the array is not symmetric.

    >>> count_triads(np.array([[0, 1, -1], [1, 0, -1], [-1, -1, 0]])).balanced_negative
    1
    """
    if not np.array_equal(signs, signs.T):
        raise ValueError("the signs of ties must be symmetric")
    others = ~np.eye(len(signs), dtype=bool)
    # Floats, since products of integer matrices bypass the fast routines; all counts are exact.
    positive, negative = ((others & (sign * signs > 0)).astype(np.float64) for sign in (1, -1))
    tied = positive + negative
    friends, enemies = positive @ positive, negative @ negative

    def count(ties: FloatArray, walks: FloatArray, repeats: int) -> int:
        return round(float((ties * walks).sum())) // repeats

    return Triads(
        balanced_positive=count(positive, friends, 6),
        balanced_negative=count(positive, enemies, 2),
        unbalanced_one=count(negative, friends, 2),
        unbalanced_all=count(negative, enemies, 6),
        incomplete=count(others - tied, tied @ tied, 2),
    )


def list_triads(ties: TriadTies, most: int | None) -> list[tuple[int, int, int, int, int, int]]:
    """List triads of three ties.

    Args:
        ties: the signed ties.
        most: largest number of triads to return; ``None`` for all.

    Returns:
        For each triad the positions a < b < c of its nodes in ``ties.node`` and the signs of the
        ties ab, ac and bc. Unbalanced triads come first, then those whose weakest tie has the
        most acts.
    """
    limit = np.inf if most is None else most
    best = np.empty((4, 0))
    most_acts = float(ties.n.max(initial=0.0))
    worst = np.inf
    for a in range(len(ties.node)):
        found = _triads_from(ties, a, most_acts)
        # Triads of equal rank come in their order, so only a lower rank may replace one.
        best = np.concatenate([best, found[:, found[0] < worst]], axis=1)
        if best.shape[1] > limit:
            best = best[:, np.argsort(best[0], kind="stable")[:most]]
            worst = best[0, -1] if most else -np.inf
    best = best[:, np.argsort(best[0], kind="stable")]
    a, b, c = best[1:].astype(np.intp)
    columns = (a, b, c, ties.signs[a, b], ties.signs[a, c], ties.signs[b, c])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _triads_from(ties: TriadTies, a: int, most_acts: float) -> FloatArray:
    """Return the triads whose first node is a: a (4, triads) array of rank, a, b and c.

    The lowest rank is listed first. A rank is the number of acts of the weakest tie, negative; the
    ranks of balanced triads are higher than those of all unbalanced ones.
    """
    others = np.flatnonzero(ties.signs[a])
    others = others[others > a]
    first, second = np.nonzero(np.triu(ties.signs[np.ix_(others, others)], 1))
    b, c = others[first], others[second]
    weakest = np.minimum(np.minimum(ties.n[a, b], ties.n[a, c]), ties.n[b, c])
    balanced = ties.signs[a, b] * ties.signs[a, c] * ties.signs[b, c] > 0
    rank = balanced * (most_acts + 1) - weakest
    return np.stack([rank, np.full(len(b), a), b, c])
