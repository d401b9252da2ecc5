"""Pairs: events and mean scores of each two actors, both directions together.

Acts together on others (``joint``) make no tie by themselves, so no mean contains them; the events
in which two actors only acted together are counted apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.query.dyad import Dyad
from dashboard.query.ordering import rows_within

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level

_DECIMALS = 9
"""Decimals of sums of scores; the rest is rounding error."""


class Pairs(NamedTuple):
    """Counts of pairs, each array with one element for each directed dyad of a level.

    A pair has the number of the lower of its two dyads, see ``Level.pair``; the elements of the
    other dyads are 0.

    Attributes:
        n: number of events in which one acts on the other.
        joint: number of events in which the two only act together on others.
        mean: mean score of the acts on each other; NaN where there are none.
        acts: number of acts of each directed dyad on its own, without joint ones.
    """

    n: IntArray
    joint: IntArray
    mean: FloatArray
    acts: IntArray


def tally_pairs(level: Level, events: BoolArray) -> Pairs:
    """Count the events of each pair, and average the scores of their acts on each other.

    >>> from dashboard import load
    >>> level = load("events.yaml").by_country
    >>> found = tally_pairs(level, np.ones(len(level.events), dtype=bool))
    >>> int(found.n.max()), bool((found.joint > 0).any())
    (12, True)

    Args:
        level: the nodes with their relations.
        events: mask of the events to count.
    """
    cells, total = level.cells, level.cells.dyads
    rows = rows_within(cells.event, events)
    chosen = events[cells.event[rows]]
    columns = (cells.dyad, cells.score, cells.joint, level.is_first_of_pair)
    dyad, score, joint, first = (column[rows][chosen] for column in columns)
    n, together = (
        np.bincount(level.pair[dyad[first & flags]], minlength=total) for flags in (~joint, joint)
    )
    dyad, score = dyad[~joint], score[~joint]
    acts = np.bincount(dyad, minlength=total)
    sums = np.bincount(dyad, weights=score, minlength=total)
    of_pair, sum_of_pair = (
        np.bincount(level.pair, weights=weights, minlength=total) for weights in (acts, sums)
    )
    mean = np.full(total, np.nan)
    np.divide(sum_of_pair.round(_DECIMALS), of_pair, out=mean, where=of_pair > 0)
    return Pairs(n, together, mean, acts)


def pairs_of_event(level: Level, row: int) -> IntArray:
    """Return the numbers of the pairs that an event relates, each once; none for a row of -1."""
    cells = level.cells
    begin, end = np.searchsorted(cells.event, np.array([row, row + 1], dtype=cells.event.dtype))
    return np.unique(level.pair[cells.dyad[begin:end]])


def busiest_pairs(level: Level, events: BoolArray, most: int) -> list[tuple[Dyad, int]]:
    """Return the pairs that act on each other in the most events, with the number of these.

    >>> from dashboard import load
    >>> level = load("events.yaml").by_country
    >>> dyad, n = busiest_pairs(level, np.ones(len(level.events), dtype=bool), 1)[0]
    >>> dyad.text(), n
    ('PRK:RUS:both', 12)
    """
    cells, ids = level.cells, level.ids
    n = tally_pairs(level, events).n
    order = np.argsort(-n, kind="stable")[:most]
    return [
        (Dyad(ids[cells.source[number]], ids[cells.target[number]], both=True), int(n[number]))
        for number in order.tolist()
        if n[number]
    ]
