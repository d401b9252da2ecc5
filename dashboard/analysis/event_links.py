"""Links between events as arcs: those of the chosen event and its chain, or all in view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.book import LINK_KINDS

if TYPE_CHECKING:
    from dashboard.analysis.marks import Marks
    from dashboard.query.tables import BoolArray, FloatArray, Tables

MOST_ARCS = 300
"""Arcs that can be told apart; of more, those of the most recent events are drawn."""
_STEPS = 16
"""Straight pieces of an arc."""
_RISE, _HIGHEST = 0.12, 34.0
"""How far an arc rises over its ends: a share of its width, at most so many pixels."""


@dataclass(frozen=True)
class Arcs:
    """Arcs from the later event to the one that it refers to; time gives their direction.

    Attributes:
        x, y: (n, k) points of each arc, in pixels.
        in_chain: whether the arc is of the chosen event's chain.
        at_chosen: whether the chosen event is one of its ends.
        words: what the one event does to the other: ``responds to``.
    """

    x: FloatArray
    y: FloatArray
    in_chain: BoolArray
    at_chosen: BoolArray
    words: tuple[str, ...]


@lru_cache(maxsize=32)
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


def link_arcs(tables: Tables, marks: Marks, chosen: int, every: bool) -> Arcs:
    """Return the arcs between events that are drawn singly.

    Args:
        tables: what the file says.
        marks: the events drawn singly.
        chosen: row of the chosen event, or -1.
        every: whether all links are drawn, not only those of the chosen event's chain.
    """
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    place = np.full(len(tables.events), -1)
    place[marks.event] = np.arange(len(marks.event))
    members = np.zeros(len(tables.events), dtype=bool)
    members[list(chain(tables, chosen))] = True
    drawn = (place[event] >= 0) & (place[target] >= 0) & (members[event] | every)
    rows = np.flatnonzero(drawn)
    rows = rows[np.lexsort((tables.instant[event[rows]], members[event[rows]]))][-MOST_ARCS:]
    one, other = place[event[rows]], place[target[rows]]
    x, y = _curves(marks.x[one], marks.top[one], marks.x[other], marks.top[other])
    kinds = tables.links["kind"].to_numpy()[rows]
    return Arcs(
        x=x,
        y=y,
        in_chain=members[event[rows]],
        at_chosen=(event[rows] == chosen) | (target[rows] == chosen),
        words=tuple(LINK_KINDS[kind] for kind in kinds),
    )


def _curves(
    x0: FloatArray, y0: FloatArray, x1: FloatArray, y1: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return quadratic curves that rise over the upper one of their ends, within the lanes."""
    rise = np.minimum(np.abs(x1 - x0) * _RISE + 8, _HIGHEST)
    apex = np.maximum(np.minimum(y0, y1) - rise, 3.0)
    # A quadratic curve passes its control point at half the height.
    control = 2 * apex - (y0 + y1) / 2
    t = np.linspace(0.0, 1.0, _STEPS + 1)
    x = np.outer(x0, 1 - t) + np.outer(x1, t)
    weights = ((1 - t) ** 2, 2 * t * (1 - t), t**2)
    y = sum(np.outer(side, weight) for side, weight in zip((y0, control, y1), weights, strict=True))
    return x, np.maximum(y, 2.0)
