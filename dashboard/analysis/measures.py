"""Measures of actors and dyads: described, not predicted.

Scores are those of Goldstein (1992). A mean is over acts: one event in which an actor acts on two
others holds two acts. Reciprocity is that of Squartini, Picciolo, Ruzzenenti and Garlaschelli
(2013): of all acts of two on each other, the share that the other returns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.dyads import Dyads, first_and_last, tally, tie, undirected
from dashboard.query.matching import sides_of
from dashboard.query.ordering import first_of_equals, order_within, rows_within

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 400
"""Actors among whom triads are counted; of more, those with the most acts."""
_NOBODY = -1


@dataclass(frozen=True)
class DyadMeasures:
    """Directed dyads with at least one act, the most frequent first.

    Attributes:
        dyads: number, sum and mean of acts; an act is one event, for no event holds two of a dyad.
        sides: (dyads, 3) array: acts of each side of the scale, as in ``SIDES``.
        reciprocity: 2 * min(n, n back) / (n + n back), from 0 (one-sided) to 1 (even).
        first, last: rows of the first and the last event.
    """

    dyads: Dyads
    sides: IntArray
    reciprocity: FloatArray
    first: IntArray
    last: IntArray


@dataclass(frozen=True)
class ActorMeasures:
    """Nodes that act or are acted on, the busiest first.

    Attributes:
        node: code of each.
        n_out, n_in: events in which it acts on somebody, and in which somebody acts on it.
        mean_out, mean_in: mean score of these acts; not a number where there are none.
        rival: code of the node with the most acts of conflict against it, or -1; of equals the one
            with the lower sum of scores.
        against: number of these acts.
    """

    node: IntArray
    n_out: IntArray
    n_in: IntArray
    mean_out: FloatArray
    mean_in: FloatArray
    rival: IntArray
    against: IntArray


def measure_dyads(level: Level, events: BoolArray) -> DyadMeasures:
    """Measure the dyads of some events.

    Args:
        level: who relations are between.
        events: flags for each event.
    """
    cells = level.cells
    found = tally(cells, events)
    rows = rows_within(cells.event, events)
    chosen = events[cells.event[rows]]
    code = (cells.cell[rows][chosen] >> 1).astype(np.int64) * 3
    code += sides_of(cells.score[rows][chosen])
    sides = np.bincount(code, minlength=3 * cells.dyads).reshape(-1, 3)
    order = np.lexsort((found.target, found.source, -found.n))
    found = found.take(order)
    number = np.full(cells.dyads, -1)
    number[found.number] = np.arange(len(found.n))
    back = _opposite(cells.source, cells.target, cells.nodes)[found.number]
    n_back = np.where((back >= 0) & (number[back] >= 0), found.n[number[back]], 0)
    first, last = first_and_last(cells, events, found.number)
    return DyadMeasures(
        found,
        sides[found.number],
        2 * np.minimum(found.n, n_back) / np.maximum(found.n + n_back, 1),
        first,
        last,
    )


def measure_actors(level: Level, events: BoolArray, measures: DyadMeasures) -> ActorMeasures:
    """Measure the nodes of some events; ``measures`` are those of their dyads."""
    total = len(level.ids)
    dyads = measures.dyads
    n_out, n_in = _events_of_nodes(level, events)
    means = []
    for end in (dyads.source, dyads.target):
        acts = np.bincount(end, weights=dyads.n, minlength=total)
        sums = np.bincount(end, weights=dyads.sum, minlength=total)
        means.append(np.divide(sums, acts, out=np.full(total, np.nan), where=acts > 0))
    rival, against = np.full(total, _NOBODY), np.zeros(total, dtype=np.int64)
    hostile = measures.sides[:, 0]
    # From the weakest to the strongest: of repeated assignments NumPy keeps the last.
    rows = np.flatnonzero(hostile)
    rows = rows[np.lexsort((-dyads.source[rows], -dyads.sum[rows], hostile[rows]))]
    rival[dyads.target[rows]], against[dyads.target[rows]] = dyads.source[rows], hostile[rows]
    used = np.flatnonzero(n_out + n_in)
    used = used[np.lexsort((used, -(n_out + n_in)[used]))]
    out, into = means
    return ActorMeasures(
        used, n_out[used], n_in[used], out[used], into[used], rival[used], against[used]
    )


class TriadTies(NamedTuple):
    """The nodes among whom triads are counted, and their ties.

    Attributes:
        node: codes of the nodes.
        n: symmetric array: acts of each pair, either way.
        signs: symmetric array of +1, 0 and -1.
    """

    node: IntArray
    n: FloatArray
    signs: IntArray


def triad_ties(level: Level, dyads: Dyads) -> TriadTies:
    """Return the ties of the nodes with the most acts."""
    total = len(level.ids)
    acts = np.zeros(total)
    for end in (dyads.source, dyads.target):
        acts += np.bincount(end, weights=dyads.n, minlength=total)
    used = np.flatnonzero(acts)
    node = np.sort(used[np.lexsort((used, -acts[used]))[:MOST_NODES]])
    place = np.full(total, -1)
    place[node] = np.arange(len(node))
    inside = np.flatnonzero((place[dyads.source] >= 0) & (place[dyads.target] >= 0))
    kept = dyads.take(inside)
    n, _, mean = undirected(kept.of_nodes(place), len(node))
    return TriadTies(node, n, np.where(n > 0, tie(mean), 0))


def list_triads(ties: TriadTies, most: int) -> list[tuple[int, int, int, int, int, int]]:
    """Return triads of three ties: their nodes' positions a < b < c and the signs ab, ac, bc.

    Unbalanced ones come first, then those with the most acts on their weakest side; no more than
    ``most``.
    """
    best = np.empty((4, 0))
    most_acts = float(ties.n.max(initial=0.0))
    worst = np.inf
    for a in range(len(ties.node)):
        found = _triads_from(ties, a, most_acts)
        # Those of the same rank come in their order, so only a lower one may replace another.
        best = np.concatenate([best, found[:, found[0] < worst]], axis=1)
        if best.shape[1] > most:
            best = best[:, np.argsort(best[0], kind="stable")[:most]]
            worst = best[0, -1] if most else -np.inf
    best = best[:, np.argsort(best[0], kind="stable")]
    a, b, c = best[1:].astype(np.intp)
    columns = (a, b, c, ties.signs[a, b], ties.signs[a, c], ties.signs[b, c])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _triads_from(ties: TriadTies, a: int, most_acts: float) -> FloatArray:
    """Return rank, a, b and c of the triads whose first node is a; the lowest rank is listed first.

    A rank is the number of acts on the weakest side, negative, after all unbalanced ones for those
    that are balanced.
    """
    others = np.flatnonzero(ties.signs[a])
    others = others[others > a]
    first, second = np.nonzero(np.triu(ties.signs[np.ix_(others, others)], 1))
    b, c = others[first], others[second]
    weakest = np.minimum(np.minimum(ties.n[a, b], ties.n[a, c]), ties.n[b, c])
    balanced = ties.signs[a, b] * ties.signs[a, c] * ties.signs[b, c] > 0
    rank = balanced * (most_acts + 1) - weakest
    return np.stack([rank, np.full(len(b), a), b, c])


def _opposite(source: IntArray, target: IntArray, nodes: int) -> IntArray:
    """Return for each dyad the number of the one in the other direction, or -1."""
    key, back = source * nodes + target, target * nodes + source
    place = np.minimum(np.searchsorted(key, back), max(len(key) - 1, 0))
    return np.where(key[place] == back, place, -1) if len(key) else place


def _events_of_nodes(level: Level, events: BoolArray) -> tuple[IntArray, IntArray]:
    """Count for each node the events in which it acts on somebody, and is acted on."""
    cells = level.cells
    rows = rows_within(cells.event, events)
    chosen = events[cells.event[rows]]
    event, dyad = cells.event[rows][chosen], cells.cell[rows][chosen] >> 1
    counts = []
    for end in (cells.source[dyad], cells.target[dyad]):
        order = order_within(event, end)
        once = first_of_equals(event[order], end[order])
        counts.append(np.bincount(end[order][once], minlength=len(level.ids)))
    return counts[0], counts[1]
