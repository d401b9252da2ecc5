"""Dyads: number, sum and mean score of the relations of each pair of nodes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.tone import Tone, tones_of
from dashboard.model.codes import Side
from dashboard.query.matching import sides_of
from dashboard.query.ordering import rows_within

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.relations import RelationCells

FEW = 3
"""Number of events from which upward a mean is shown without a caveat, filled, not outlined."""
_BOTH_ACTS, _BOTH_SHARE = 2, 0.25
"""Least number of acts of conflict and of cooperation, and their least share of all acts, of a dyad
that looks like both."""
_CHUNK_ROWS = 1 << 16
"""Number of relations that are searched at a time for first and last events."""
_DECIMALS = 9
"""Decimals of sums of scores; the rest is rounding error."""


@dataclass(frozen=True, slots=True)
class Dyads:
    """The directed dyads with at least one relation, in order of source, then target.

    Attributes:
        source, target: codes of the nodes.
        n: number of relations of each dyad; at least 1.
        sum, mean: sum and mean of their scores.
        in_doubt: whether every relation is of an event that is neither confirmed nor reported.
        joint: whether every relation is ``joint``: the two only acted together on others, which
            makes no tie between them.
        number: number of each dyad in the ``RelationCells`` that were tallied.
    """

    source: IntArray
    target: IntArray
    n: IntArray
    sum: FloatArray
    mean: FloatArray
    in_doubt: BoolArray
    joint: BoolArray
    number: IntArray

    @property
    def few(self) -> BoolArray:
        """Whether each dyad has fewer than ``FEW`` events; every view shows these alike."""
        return self.n < FEW

    @property
    def tone(self) -> IntArray:
        """Code of the ``Tone`` of each mean; neutral for dyads of ``joint`` relations alone."""
        return np.where(self.joint, Tone.NEUTRAL, tones_of(self.mean))

    def take(self, rows: IntArray) -> Dyads:
        """Return some of the dyads."""
        return Dyads(*(getattr(self, name)[rows] for name in Dyads.__dataclass_fields__))

    def of_nodes(self, node: IntArray) -> Dyads:
        """Return the same dyads with each source and target ``code`` replaced by ``node[code]``."""
        return replace(self, source=node[self.source], target=node[self.target])


class Both(NamedTuple):
    """Which dyads are strongly both, conflict and cooperation, and look like both in every view.

    Attributes:
        holds: whether each dyad is.
        conflict, cooperation: code of the ``Tone`` of the mean of its acts of each side; only
            meaningful where ``holds``.
    """

    holds: BoolArray
    conflict: IntArray
    cooperation: IntArray


class Undirected(NamedTuple):
    """Pairs with both directions together: symmetric (nodes, nodes) arrays, diagonal 0.

    Attributes:
        n: number of relations of each pair; a relation in each direction counts as two.
        mean: mean of their scores; 0 for pairs without relations or with ``joint`` ones alone.
    """

    n: FloatArray
    mean: FloatArray


def tally(cells: RelationCells, events: BoolArray, kept: IntArray | None = None) -> Dyads:
    """Count the relations of each directed dyad and add up their scores.

    The number of relations of a dyad is its number of events, since no event gives two relations
    with the same source and target.

    Args:
        cells: the relations.
        events: mask of the events to count.
        kept: codes of nodes, ascending. If given, only dyads between these nodes are tallied, and
            ``source`` and ``target`` are positions in ``kept``; otherwise they are codes.
    """
    rows = rows_within(cells.event, events)
    columns = (cells.dyad, cells.score, cells.in_doubt, cells.joint)
    dyad, score, in_doubt, joint = (column[rows] for column in columns)
    if not events.all():
        chosen = events[cells.event[rows]]
        dyad, score, in_doubt, joint = (part[chosen] for part in (dyad, score, in_doubt, joint))
    n = np.bincount(dyad, minlength=cells.dyads)
    sums: FloatArray = np.asarray(
        np.bincount(dyad, weights=score, minlength=cells.dyads), dtype=np.float64
    )
    flagged = [np.bincount(dyad[flags], minlength=cells.dyads) for flags in (in_doubt, joint)]
    position = np.arange(cells.nodes)
    if kept is not None:
        position = np.full(cells.nodes, -1)
        position[kept] = np.arange(len(kept))
    source, target = position[cells.source], position[cells.target]
    used = np.flatnonzero((n > 0) & (source >= 0) & (target >= 0))
    # 3.4 - 4.4 + 4.0 is 3: a mean must not miss the bound of a tie by a rounding error.
    n, total = n[used], sums[used].round(_DECIMALS)
    all_in_doubt, all_joint = (np.equal(counts[used], n) for counts in flagged)
    return Dyads(source[used], target[used], n, total, total / n, all_in_doubt, all_joint, used)


def find_both(cells: RelationCells, events: BoolArray, dyads: Dyads) -> Both:
    """Find the dyads that are strongly both; relations that are ``joint`` do not count.

    Args:
        cells: the relations.
        events: mask of the events that were tallied.
        dyads: the tallies.
    """
    rows = np.flatnonzero(events[cells.event] & ~cells.joint)
    side, dyad, score = sides_of(cells.score[rows]), cells.dyad[rows], cells.score[rows]
    n, tone = [], []
    for own in (side == Side.CONFLICT, side == Side.COOPERATION):
        count = np.bincount(dyad[own], minlength=cells.dyads)[dyads.number]
        total = np.bincount(dyad[own], score[own], cells.dyads)[dyads.number]
        n.append(count)
        tone.append(tones_of((total / np.maximum(count, 1)).round(_DECIMALS)))
    least = np.minimum(*n)
    holds = (least >= _BOTH_ACTS) & (least >= _BOTH_SHARE * dyads.n)
    return Both(holds, *tone)


def first_and_last(
    cells: RelationCells, events: BoolArray, numbers: IntArray
) -> tuple[IntArray, IntArray]:
    """Return the rows of the first and the last event of some dyads.

    Args:
        cells: the relations.
        events: mask of the events to search.
        numbers: numbers of dyads that have a relation in these events.
    """
    rows = rows_within(cells.event, events)
    found = (np.full(cells.dyads, -1), np.full(cells.dyads, -1))
    for row, step in zip(found, (1, -1), strict=True):
        # Most dyads occur within the first chunks, so the rest need not be searched.
        for start in range(rows.start, rows.stop, _CHUNK_ROWS):
            chunk = slice(start, min(start + _CHUNK_ROWS, rows.stop))
            if step < 0:
                shift = rows.start + rows.stop
                chunk = slice(shift - chunk.stop, shift - chunk.start)
            event, dyad = cells.event[chunk][::step], cells.dyad[chunk][::step]
            new = events[event] & (row[dyad] < 0)
            # NumPy keeps the last of repeated assignments: assign in reverse so the first wins.
            row[dyad[new][::-1]] = event[new][::-1]
            if (row[numbers] >= 0).all():
                break
    return found[0][numbers], found[1][numbers]


def join_directions(dyads: Dyads, nodes: int) -> Undirected:
    """Add up both directions of each pair; relations of a node with itself are left out."""
    n, total = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))
    differ = dyads.source != dyads.target
    pair = dyads.source[differ], dyads.target[differ]
    n[pair], total[pair] = dyads.n[differ], dyads.sum[differ]
    tied = np.zeros((nodes, nodes), dtype=bool)
    tied[pair] = ~dyads.joint[differ]
    n, total = n + n.T, (total + total.T).round(_DECIMALS)
    return Undirected(n, np.divide(total, n, out=np.zeros_like(n), where=tied | tied.T))
