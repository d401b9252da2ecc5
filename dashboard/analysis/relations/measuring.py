"""Measures of actors and dyads: numbers that describe and do not predict.

Scores are those of the events; the shipped ones are those of CAMEO as GDELT publishes them, after
Goldstein (1992). A mean is over acts: one event in which an actor acts on two others holds two
acts. Reciprocity is the evenness of the counts of both directions, after the reciprocity of whole
networks of Squartini, Picciolo, Ruzzenenti and Garlaschelli (2013).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.dyads import Dyads, first_and_last, tally
from dashboard.model.codes import Side
from dashboard.query.matching import sides_of
from dashboard.query.ordering import first_of_equals, order_within, rows_within

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level

_NOBODY = -1
"""Code of a missing rival."""


@dataclass(frozen=True)
class DyadMeasures:
    """Directed dyads with at least one act, the most frequent first.

    Attributes:
        dyads: number, sum and mean score of the acts; each act is another event.
        sides: (dyads, 3) array: number of acts of each ``Side`` of the scale.
        reciprocity: 2 * min(n, n back) / (n + n back), from 0 (one-sided) to 1 (even).
        events_both: number of events with an act in either direction; one in both counts once.
        first, last: rows of the first and the last event.
    """

    dyads: Dyads
    sides: IntArray
    reciprocity: FloatArray
    events_both: IntArray
    first: IntArray
    last: IntArray


@dataclass(frozen=True)
class ActorMeasures:
    """Nodes that act or are acted on, the busiest first.

    Attributes:
        node: code of each node.
        n_out, n_in: number of events in which it acts, and in which it is acted on.
        mean_out, mean_in: mean score of these acts; NaN where there are none.
        rival: code of the node with the most acts of conflict against it, or -1; among equally
            frequent rivals, the one with the lower sum of scores.
        against: number of the rival's acts of conflict.
    """

    node: IntArray
    n_out: IntArray
    n_in: IntArray
    mean_out: FloatArray
    mean_in: FloatArray
    rival: IntArray
    against: IntArray


def measure_dyads(level: Level, events: BoolArray) -> DyadMeasures:
    """Measure the dyads of the events in a mask.

    Args:
        level: the nodes with their relations.
        events: mask of events.
    """
    cells = level.cells
    found = tally(cells, events)
    rows = rows_within(cells.event, events)
    chosen = events[cells.event[rows]]
    code = cells.dyad[rows][chosen].astype(np.int64) * len(Side)
    code += sides_of(cells.score[rows][chosen])
    sides = np.bincount(code, minlength=len(Side) * cells.dyads).reshape(-1, len(Side))
    order = np.lexsort((found.target, found.source, -found.n))
    found = found.take(order)
    number = np.full(cells.dyads, -1)
    number[found.number] = np.arange(len(found.n))
    back = level.opposite[found.number]
    n_back = np.where((back >= 0) & (number[back] >= 0), found.n[number[back]], 0)
    first, last = first_and_last(cells, events, found.number)
    return DyadMeasures(
        found,
        sides[found.number],
        2 * np.minimum(found.n, n_back) / np.maximum(found.n + n_back, 1),
        _count_pairs(level, rows, chosen)[level.pair[found.number]],
        first,
        last,
    )


def _count_pairs(level: Level, rows: slice, chosen: BoolArray) -> IntArray:
    """Count the events of each pair of nodes, whatever their number of acts in one event."""
    first = level.cells.dyad[rows][chosen & level.is_first_of_pair[rows]]
    return np.bincount(level.pair[first], minlength=level.cells.dyads)


def measure_actors(level: Level, events: BoolArray, measures: DyadMeasures) -> ActorMeasures:
    """Measure the nodes of the events in a mask, from the measures of their dyads."""
    total = len(level.ids)
    dyads = measures.dyads
    n_out, n_in = _events_of_nodes(level, events)
    means = []
    for end in (dyads.source, dyads.target):
        acts = np.bincount(end, weights=dyads.n, minlength=total)
        sums = np.bincount(end, weights=dyads.sum, minlength=total)
        means.append(np.divide(sums, acts, out=np.full(total, np.nan), where=acts > 0))
    rival, against = np.full(total, _NOBODY), np.zeros(total, dtype=np.int64)
    hostile = measures.sides[:, Side.CONFLICT]
    # In ascending order: of repeated assignments NumPy keeps the last, that of the strongest rival.
    rows = np.flatnonzero(hostile)
    rows = rows[np.lexsort((-dyads.source[rows], -dyads.sum[rows], hostile[rows]))]
    rival[dyads.target[rows]], against[dyads.target[rows]] = dyads.source[rows], hostile[rows]
    used = np.flatnonzero(n_out + n_in)
    used = used[np.lexsort((used, -(n_out + n_in)[used]))]
    out, into = means
    return ActorMeasures(
        used, n_out[used], n_in[used], out[used], into[used], rival[used], against[used]
    )


def _events_of_nodes(level: Level, events: BoolArray) -> tuple[IntArray, IntArray]:
    """Count for each node the events in which it acts, and in which it is acted on."""
    cells = level.cells
    rows = rows_within(cells.event, events)
    chosen = events[cells.event[rows]]
    event, dyad = cells.event[rows][chosen], cells.dyad[rows][chosen]
    counts = []
    for end in (cells.source[dyad], cells.target[dyad]):
        order = order_within(event, end)
        once = first_of_equals(event[order], end[order])
        counts.append(np.bincount(end[order][once], minlength=len(level.ids)))
    return counts[0], counts[1]
