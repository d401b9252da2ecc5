"""The network as plain numbers: nodes, curved edges with arrow heads, and labels, in pixels.

x runs to the right, y downwards. Positions come from the whole file and never from a selection;
a selection only decides which edges there are and which nodes stand back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.dyads import Dyads, undirected
from dashboard.analysis.labels import LabelBox, place_labels
from dashboard.analysis.positions import positions
from dashboard.analysis.text_width import text_width
from dashboard.analysis.tone import tone
from dashboard.query.ordering import rows_within
from dashboard.query.tables import codes

if TYPE_CHECKING:
    from dashboard.query.selection import Selected
    from dashboard.query.tables import BoolArray, FloatArray, IntArray, Tables

MOST_NODES = 60
"""Nodes that can be told apart; of more, those with the most relations are shown."""
MOST_EDGES = 120
"""Edges that can be told apart; of more, those with the most events are shown."""
_STEPS = 11
_TOP, _BOTTOM = 30.0, 44.0
"""Pixels left free above and below the nodes."""
_STRETCH = 1.5
"""How much more one axis may be enlarged than the other."""
_SMALLEST = 0.3
"""How far nodes shrink for want of room, as a share of their usual size."""
_BEND, _MOST_BEND = 0.14, 30.0
"""Distance of an edge's middle from the straight line: a share of its length, at most so many
pixels."""


class Size(NamedTuple):
    """The room for the network, in pixels, and how wide the browser's font is."""

    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, eq=False)
class Layout:
    """Where the nodes of a file stand, whatever is selected.

    Attributes:
        node: code of the country of each node.
        ids, names: of the country of each node.
        place: (nodes, 2) array in the unit square.
        weight: relations of each node in the whole file.
        hidden: countries with relations that are not shown.
    """

    node: IntArray
    ids: tuple[str, ...]
    names: tuple[str, ...]
    place: FloatArray
    weight: IntArray
    hidden: int


@dataclass(frozen=True, eq=False)
class Nodes:
    """The nodes of a layout in a room, in pixels: x, y, radius and a label of each."""

    x: FloatArray
    y: FloatArray
    radius: FloatArray
    labels: tuple[LabelBox, ...]


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


def lay_out_nodes(tables: Tables) -> Layout:
    """Compute where the countries of a file stand; once per revision."""
    relations = tables.relations
    total = len(tables.countries)
    source, target = codes(relations["source"]), codes(relations["target"])
    weight = np.bincount(source, minlength=total) + np.bincount(target, minlength=total)
    present = np.flatnonzero(weight)
    kept = np.sort(present[np.lexsort((present, -weight[present]))[:MOST_NODES]])
    dyads = tally(tables, np.ones(len(tables.events), dtype=bool), kept)
    both = undirected(dyads, len(kept))
    ids, names = (
        tuple(map(str, tables.countries[column].to_numpy()[kept])) for column in ("id", "name")
    )
    place = positions(both.n, both.mean)
    return Layout(kept, ids, names, place, weight[kept], len(present) - len(kept))


@lru_cache(maxsize=16)
def place_nodes(layout: Layout, size: Size) -> Nodes:
    """Place nodes and labels in a room; nothing of it depends on a selection."""
    widths = np.array([text_width(name, 13, False, size.scale) for name in layout.names])
    x, y = _into(layout.place, size, widths)
    radius = _radii(x, y, layout.weight)
    labels = place_labels(x, y, radius, widths, layout.names, size.width, size.height)
    return Nodes(x, y, radius, labels)


def lay_out_network(tables: Tables, layout: Layout, selected: Selected, size: Size) -> Network:
    """Compute the network of the events in view for a room."""
    dyads = tally(tables, selected.visible, layout.node)
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


def tally(tables: Tables, events: BoolArray, kept: IntArray) -> Dyads:
    """Tally the dyads among some countries over some events.

    Args:
        tables: what the file says.
        events: flags for each event.
        kept: codes of the countries; dyads refer to positions in it.
    """
    cells = tables.relation_cells
    rows = rows_within(cells.event, events)
    cell, score = cells.cell[rows], cells.score[rows]
    if not events.all():
        chosen = events[cells.event[rows]]
        cell, score = cell[chosen], score[chosen]
    size, shape = 2 * cells.countries**2, (cells.countries, cells.countries, 2)
    counts = np.bincount(cell, minlength=size).reshape(shape)
    sums = np.bincount(cell, weights=score, minlength=size).reshape(shape)
    among = np.ix_(kept, kept)
    n, total = counts.sum(axis=2)[among], sums.sum(axis=2)[among]
    source, target = np.nonzero(n)
    n, total = n[source, target], total[source, target]
    sure = counts[:, :, 0][among][source, target]
    return Dyads(source, target, n, total, total / n, alleged=sure == 0)


def _into(place: FloatArray, size: Size, widths: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Fill the room: enlarge the layout evenly, then stretch the axis with room to spare a little.

    Space is left for the labels at the edges.
    """
    if not len(place):
        return place[:, 0], place[:, 1]
    side = min(float(widths.max(initial=0)) / 2 + 6, size.width * 0.22)
    room = np.array([size.width - 2 * side, size.height - _TOP - _BOTTOM])
    low, high = place.min(axis=0), place.max(axis=0)
    extent = np.maximum(high - low, 1e-3)
    scale = min(room / extent)
    stretch = np.minimum(room / (extent * scale), _STRETCH)
    centred = (place - (low + high) / 2) * scale * stretch
    return centred[:, 0] + size.width / 2, centred[:, 1] + _TOP + room[1] / 2


def _radii(x: FloatArray, y: FloatArray, weight: IntArray) -> FloatArray:
    """Return radii whose squares grow with the weights, all smaller where nodes would touch."""
    radius = 7 + 7 * np.sqrt(weight / max(1, weight.max(initial=1)))
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    np.fill_diagonal(apart, np.inf)
    room = (apart / (radius[:, None] + radius + 2)).min(initial=1.0)
    return np.asarray(radius * max(room, _SMALLEST))


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
