"""The network as plain numbers: curved edges with arrow heads between the nodes of a layout.

Nodes stand where the layout puts them; a selection only decides which edges there are and which
nodes stand back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.dyads import Dyads, tally
from dashboard.analysis.layout import place_nodes
from dashboard.analysis.tone import tone

if TYPE_CHECKING:
    from dashboard.analysis.layout import Layout, Nodes, Size
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selected

MOST_EDGES = 120
"""Edges that can be told apart; of more, those with the most events are shown."""
_STEPS = 11
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
        middle_x, middle_y: where an edge is pointed at.
        tone: of each edge's mean score.
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
    hidden_edges: int


def lay_out_network(level: Level, layout: Layout, selected: Selected, size: Size) -> Network:
    """Compute the network of the events in view for a room."""
    dyads = tally(level.cells, selected.visible, layout.node)
    most = np.sort(np.lexsort((np.arange(len(dyads.n)), -dyads.n))[:MOST_EDGES])
    drawn = Dyads(*(getattr(dyads, name)[most] for name in Dyads.__dataclass_fields__))
    active = np.zeros(len(layout.node), dtype=bool)
    active[dyads.source] = True
    active[dyads.target] = True
    nodes = place_nodes(layout, size)
    curves = _curves(nodes.x, nodes.y, nodes.radius, drawn)
    return Network(
        layout=layout,
        size=size,
        nodes=nodes,
        active=active,
        dyads=drawn,
        **curves,
        tone=tone(drawn.mean),
        hidden_edges=len(dyads.n) - len(drawn.n),
    )


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
        "middle_x": points[:, _STEPS // 2, 0],
        "middle_y": points[:, _STEPS // 2, 1],
    }


def _bezier(start: FloatArray, control: FloatArray, end: FloatArray, t: FloatArray) -> FloatArray:
    t = t[:, :, None]
    return (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * end[:, None]
