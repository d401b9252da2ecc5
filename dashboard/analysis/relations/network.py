"""The network as plain numbers: curved edges with arrow heads between the nodes of a layout.

Nodes stand where the layout puts them; a selection only decides which edges there are and which
nodes stand back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.dyads import Dyads, first_and_last, tally
from dashboard.analysis.tone import tones_of
from dashboard.query.matching import dyads_of

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.relations.hulls import Hull
    from dashboard.analysis.relations.layout import Layout, Nodes, Size
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.dyad import Dyad
    from dashboard.query.levels import Level
    from dashboard.query.selection import Scope, Selection

MOST_EDGES = 120
"""Edges that can be told apart; of more, those with the most events are shown."""
_STEPS = 11
_HANDLES = (5, 4, 6, 3, 7)
"""Points of an edge's path at which it may be pointed at, the middle first."""
_CLEAR = 26.0
"""Pixels from a node at which an edge is hit and not the node."""
_BEND, _MOST_BEND = 0.14, 30.0
"""Distance of an edge's middle from the straight line: a share of its length, at most so many
pixels."""


@dataclass(frozen=True)
class Network:
    """Everything that is drawn.

    Attributes:
        layout: where the nodes stand.
        nodes: the nodes in the room; ``active`` tells which have an event in view.
        dyads: the edges, their ``source`` and ``target`` being positions in ``layout.node``.
        path_x, path_y: (edges, points) arrays of the edges' curves.
        tip_x, tip_y, angle: of the arrow heads, in degrees clockwise from up.
        middle_x, middle_y: where an edge is pointed at, near its middle.
        tone: of each edge's mean score.
        chosen: whether each edge is one of the dyad that the reader chose; all if none is chosen.
        first, last: rows of each edge's first and last event.
        node_events: events in which each node takes part, whoever else is chosen.
        hulls: outlines of the blocs.
        hidden_edges: edges in view that are not drawn.
    """

    layout: Layout
    size: Size
    nodes: Nodes
    active: BoolArray
    dyads: Dyads
    path_x: FloatArray
    path_y: FloatArray
    tip_x: FloatArray
    tip_y: FloatArray
    angle: FloatArray
    middle_x: FloatArray
    middle_y: FloatArray
    tone: IntArray
    chosen: BoolArray
    first: IntArray
    last: IntArray
    node_events: IntArray
    hulls: tuple[Hull, ...]
    hidden_edges: int

    def hidden_in_words(self) -> str:
        """Return what is not drawn, for want of room or because there is nothing."""
        notes = []
        if not len(self.dyads.n):
            notes.append("No relations between two actors in view.")
        if self.layout.hidden:
            notes.append(f"{self.layout.hidden:,} actors with fewer relations are not shown.")
        if self.hidden_edges:
            notes.append(f"{self.hidden_edges:,} dyads with fewer events are not drawn.")
        if notes and (self.layout.hidden or self.hidden_edges):
            notes.append("The measures have all.")
        return " ".join(notes)


def lay_out_network(dataset: Dataset, selection: Selection, scope: Scope, size: Size) -> Network:
    """Compute the network of the events in view for a room.

    Args:
        dataset: what the file says, and the positions of its nodes.
        selection: the level of the nodes, and the dyad that the reader chose.
        scope: the events that the edges and the nodes stand for.
        size: the plot area.
    """
    level, layout = dataset.tables.level(selection.nodes), dataset.layout(selection.nodes)
    chosen = selection.dyad
    dyads = tally(level.cells, scope.related, layout.node)
    is_chosen = _chosen(level, dyads, chosen)
    strongest = np.lexsort((np.arange(len(dyads.n)), -dyads.n, ~is_chosen))
    drawn = dyads.take(np.sort(strongest[:MOST_EDGES]))
    active = np.zeros(len(layout.node), dtype=bool)
    active[dyads.source] = True
    active[dyads.target] = True
    nodes = dataset.nodes(selection.nodes, size)
    first, last = first_and_last(level.cells, scope.related, drawn.number)
    curves = _curves(nodes.x, nodes.y, nodes.radius, drawn)
    return Network(
        layout=layout,
        size=size,
        nodes=nodes,
        active=active,
        dyads=drawn,
        **curves,
        tone=tones_of(drawn.mean),
        chosen=_chosen(level, drawn, chosen),
        first=first,
        last=last,
        node_events=level.count_events(scope.around)[layout.node],
        hulls=dataset.hulls(selection.nodes, size),
        hidden_edges=len(dyads.n) - len(drawn.n),
    )


def _chosen(level: Level, dyads: Dyads, chosen: Dyad | None) -> BoolArray:
    if chosen is None:
        return np.ones(len(dyads.n), dtype=bool)
    return dyads_of(level, chosen)[dyads.number]


def _curves(
    x: FloatArray, y: FloatArray, radius: FloatArray, dyads: Dyads
) -> dict[str, FloatArray]:
    """Bend each edge to its left, so that A→B and B→A stand apart, and end it at the rims."""
    start = np.stack([x[dyads.source], y[dyads.source]], axis=1)
    end = np.stack([x[dyads.target], y[dyads.target]], axis=1)
    line = end - start
    length = np.maximum(np.hypot(line[:, 0], line[:, 1]), 1e-9)[:, None]
    aside = np.stack([line[:, 1], -line[:, 0]], axis=1) / length
    control = (start + end) / 2 + aside * np.minimum(length * _BEND, _MOST_BEND) * 2
    # Where the curve leaves and meets the rims, nearly: its ends are almost straight.
    begin_t = np.minimum((radius[dyads.source][:, None] + 2) / length, 0.45)
    end_t = 1 - np.minimum((radius[dyads.target][:, None] + 8) / length, 0.45)
    t = begin_t + (end_t - begin_t) * np.linspace(0, 1, _STEPS)[None, :]
    points = _bezier(start, control, end, t)
    tip_t = 1 - np.minimum((radius[dyads.target][:, None] + 5) / length, 0.45)
    tip = _bezier(start, control, end, tip_t)[:, 0]
    heading = end - control
    return {
        "path_x": points[:, :, 0],
        "path_y": points[:, :, 1],
        "tip_x": tip[:, 0],
        "tip_y": tip[:, 1],
        "angle": np.degrees(np.arctan2(heading[:, 0], -heading[:, 1])),
        **_handles(points, np.stack([x, y], axis=1)),
    }


def _handles(points: FloatArray, nodes: FloatArray) -> dict[str, FloatArray]:
    """Choose where each edge is pointed at: near its middle, but not where a node stands."""
    inner = points[:, _HANDLES]
    gap = np.hypot(*(inner[:, :, None] - nodes[None, None]).transpose(3, 0, 1, 2))
    clear = np.minimum(gap.min(axis=2, initial=np.inf), _CLEAR)
    # Of equally clear places the first, which is the middle.
    best = clear.argmax(axis=1)
    chosen = inner[np.arange(len(inner)), best]
    return {"middle_x": chosen[:, 0], "middle_y": chosen[:, 1]}


def _bezier(start: FloatArray, control: FloatArray, end: FloatArray, t: FloatArray) -> FloatArray:
    t = t[:, :, None]
    return (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * end[:, None]
