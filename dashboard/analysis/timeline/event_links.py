"""Links between events as arcs below the lanes: of the open event and its chain, or of all events.

── lanes ──●────────●──────  an event that is an end of an arc
           ┆        ┆        its stem, from stem_top down to base
base ──────┬────────┬──────
            ╲______╱         the arc, deeper the wider it is
          is an answer to    its label, only for arcs of the open event
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import text_width
from dashboard.model.book import LINK_KINDS
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Set

    from dashboard.analysis.timeline.marks import Marks
    from dashboard.query.columns import BoolArray, FloatArray
    from dashboard.query.tables import Tables

MOST_ARCS = 300
"""Largest number of arcs; beyond it, only those of the latest events are drawn."""
_STEPS = 24
"""Number of straight pieces of an arc."""
LINKS_ROW = 34.0
"""Height in pixels of the row below the lanes that holds arcs and labels."""
_DEEPEST, _SLOPE = 20.0, 0.15
"""Depth of an arc: its largest value in pixels, and as a fraction of the width of the arc."""
LABEL_FONT = 11.0
"""Font size of labels in pixels."""
_LABEL_GAP, _LABEL_DROP = 4.0, 10.0
"""Free pixels on both sides of a label, and between the arc and the middle of the label."""


class ArcLabel(NamedTuple):
    """The words of an arc, centred at (x, y)."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Arcs:
    """Arcs from the later event of a link to the one that it refers to.

    Attributes:
        x, y: (n, k) points of each arc, in pixels.
        in_chain: whether the arc belongs to the chain of the open event.
        stem_x, stem_top: x and upper end of the stem of each event that is an end.
        labels: words of the arcs of the open event, as far as there is space.
    """

    x: FloatArray
    y: FloatArray
    in_chain: BoolArray
    stem_x: FloatArray
    stem_top: FloatArray
    labels: tuple[ArcLabel, ...]


def find_chain(tables: Tables, start: int) -> frozenset[int]:
    """Return the events that are joined to one by links, over any number of links.

    Args:
        tables: tables of the file.
        start: row of ``Tables.events``, or -1.

    Returns:
        Rows of ``Tables.events``, the start among them; empty if the start has no link.
    """
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    reached = np.zeros(len(tables.events), dtype=bool)
    if start < 0 or not len(event):
        return frozenset()
    reached[start] = True
    count = 0
    while count != (count := int(np.count_nonzero(reached))):
        touched = reached[event] | reached[target]
        reached[event[touched]] = True
        reached[target[touched]] = True
    return frozenset(np.flatnonzero(reached).tolist()) if count > 1 else frozenset()


def lay_out_arcs(
    tables: Tables,
    marks: Marks,
    opened: int,
    chain: Set[int],
    base: float,
    *,
    every: bool = False,
    scale: float = 1.0,
) -> Arcs:
    """Return the arcs between events that are drawn as single marks.

    Args:
        tables: tables of the file.
        marks: the events that are drawn as single marks.
        opened: row of the open event, or -1.
        chain: rows of the chain of the open event.
        base: y of the horizontal line from which the arcs hang.
        every: whether to draw all links, not only those of the chain.
        scale: see ``text_width``.
    """
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    position = np.full(len(tables.events), -1)
    position[marks.event] = np.arange(len(marks.event))
    in_chain = np.zeros(len(tables.events), dtype=bool)
    in_chain[list(chain)] = True
    drawn = (position[event] >= 0) & (position[target] >= 0) & (in_chain[event] | every)
    rows = np.flatnonzero(drawn)
    # The chain comes last, so that it is drawn on top and is kept if there are too many arcs.
    rows = rows[np.lexsort((tables.instant[event[rows]], in_chain[event[rows]]))][-MOST_ARCS:]
    start, end = position[event[rows]], position[target[rows]]
    x, y = _curves(marks.x[start], marks.x[end], base)
    ends = np.unique(np.concatenate([start, end]))
    words = tuple(gettext(LINK_KINDS[kind]) for kind in tables.links["kind"].to_numpy()[rows])
    at_open = (event[rows] == opened) | (target[rows] == opened)
    return Arcs(
        x=x,
        y=y,
        in_chain=in_chain[event[rows]],
        stem_x=marks.x[ends],
        stem_top=marks.bottom[ends],
        labels=_place_labels(x, y, words, at_open, scale),
    )


def _curves(left: FloatArray, right: FloatArray, base: float) -> tuple[FloatArray, FloatArray]:
    """Return (n, k) points of parabolas that hang from a horizontal line."""
    depth = np.minimum(np.abs(right - left) * _SLOPE + 6, _DEEPEST)
    t = np.linspace(0.0, 1.0, _STEPS + 1)
    return np.outer(left, 1 - t) + np.outer(right, t), base + np.outer(depth, 4 * t * (1 - t))


def _place_labels(
    x: FloatArray, y: FloatArray, words: tuple[str, ...], at_open: BoolArray, scale: float
) -> tuple[ArcLabel, ...]:
    """Label the widest arcs of the open event first; no two labels overlap."""
    middle = x.shape[1] // 2
    breadth = np.abs(x[:, -1] - x[:, 0])
    taken: list[tuple[float, float]] = []
    labels = []
    widest_first = np.argsort(-breadth, kind="stable")
    for arc in widest_first[at_open[widest_first]].tolist():
        half = text_width(words[arc], LABEL_FONT, scale=scale) / 2 + _LABEL_GAP
        left, right = x[arc, middle] - half, x[arc, middle] + half
        is_free = all(right <= other[0] or other[1] <= left for other in taken)
        if breadth[arc] > half and is_free:
            labels.append(
                ArcLabel(float(x[arc, middle]), float(y[arc, middle]) + _LABEL_DROP, words[arc])
            )
            taken.append((left, right))
    return tuple(labels)
