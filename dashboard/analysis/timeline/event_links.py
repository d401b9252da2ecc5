"""Links between events as arcs: those of the chosen event and its chain, or all in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.book import LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Set

    from dashboard.analysis.timeline.marks import Marks
    from dashboard.query.columns import BoolArray, FloatArray
    from dashboard.query.tables import Tables

MOST_ARCS = 300
"""Arcs that can be told apart; of more, those of the most recent events are drawn."""
_STEPS = 24
"""Straight pieces of an arc."""
LINKS_ROW = 62.0
"""Height of the row below the lanes that holds the arcs and their words, in pixels."""
_DEEPEST, _SLOPE = 40.0, 0.3
"""How deep an arc hangs, in pixels at most and as a share of its width."""


@dataclass(frozen=True)
class Arcs:
    """Arcs from the later event to the one that it refers to; time gives their direction.

    Attributes:
        x, y: (n, k) points of each arc, in pixels.
        in_chain: whether the arc is of the chosen event's chain.
        at_chosen: whether the chosen event is one of its ends.
        stem_x, stem_top: where the lines begin that lead down from the joined events.
        words: what the one event does to the other: ``responds to``.
    """

    x: FloatArray
    y: FloatArray
    in_chain: BoolArray
    at_chosen: BoolArray
    stem_x: FloatArray
    stem_top: FloatArray
    words: tuple[str, ...]


def chain(tables: Tables, chosen: int) -> frozenset[int]:
    """Return the rows of all events that links join to one, over any number of steps."""
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    reached = np.zeros(len(tables.events), dtype=bool)
    if chosen < 0 or not len(event):
        return frozenset()
    reached[chosen] = True
    count = 0
    while count != (count := int(np.count_nonzero(reached))):
        touched = reached[event] | reached[target]
        reached[event[touched]] = True
        reached[target[touched]] = True
    return frozenset(np.flatnonzero(reached).tolist()) if count > 1 else frozenset()


def link_arcs(
    tables: Tables, marks: Marks, chosen: int, joined: Set[int], every: bool, base: float
) -> Arcs:
    """Return the arcs between events that are drawn singly.

    Args:
        tables: what the file says.
        marks: the events drawn singly.
        chosen: row of the chosen event, or -1.
        joined: rows of the chosen event's ``chain``.
        every: whether all links are drawn, not only those of the chosen event's chain.
        base: y of the line that arcs hang from, below the lanes.
    """
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    place = np.full(len(tables.events), -1)
    place[marks.event] = np.arange(len(marks.event))
    members = np.zeros(len(tables.events), dtype=bool)
    members[list(joined)] = True
    drawn = (place[event] >= 0) & (place[target] >= 0) & (members[event] | every)
    rows = np.flatnonzero(drawn)
    rows = rows[np.lexsort((tables.instant[event[rows]], members[event[rows]]))][-MOST_ARCS:]
    one, other = place[event[rows]], place[target[rows]]
    x, y = _curves(marks.x[one], marks.x[other], base)
    ends = np.unique(np.concatenate([one, other]))
    kinds = tables.links["kind"].to_numpy()[rows]
    return Arcs(
        x=x,
        y=y,
        in_chain=members[event[rows]],
        at_chosen=(event[rows] == chosen) | (target[rows] == chosen),
        stem_x=marks.x[ends],
        stem_top=marks.bottom[ends],
        words=tuple(LINK_KINDS[kind] for kind in kinds),
    )


def _curves(left: FloatArray, right: FloatArray, base: float) -> tuple[FloatArray, FloatArray]:
    """Return parabolas that hang from a line, the deeper the farther apart their ends are."""
    depth = np.minimum(np.abs(right - left) * _SLOPE + 6, _DEEPEST)
    t = np.linspace(0.0, 1.0, _STEPS + 1)
    return np.outer(left, 1 - t) + np.outer(right, t), base + np.outer(depth, 4 * t * (1 - t))
