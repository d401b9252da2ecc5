"""The layout: where the nodes of a file stand, and their labels in a room of pixels.

x runs to the right, y downwards. Positions come from the whole file and never from a selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.dyads import tally, undirected
from dashboard.analysis.labels import LabelBox, place_labels
from dashboard.analysis.positions import positions
from dashboard.analysis.text_width import text_width

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 60
"""Nodes that can be told apart; of more, those with the most relations are shown."""
_TOP, _BOTTOM = 30.0, 44.0
"""Pixels left free above and below the nodes."""
_STRETCH = 1.5
"""How much more one axis may be enlarged than the other."""
_SMALLEST = 0.3
"""How far nodes shrink for want of room, as a share of their usual size."""


class Size(NamedTuple):
    """The room for the network, in pixels, and how wide the browser's font is."""

    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, eq=False)
class Layout:
    """Where the nodes of a file stand, whatever is selected.

    Attributes:
        node: code of each node in its level.
        ids, names: of each node.
        place: (nodes, 2) array in the unit square.
        weight: relations of each node in the whole file.
        hidden: nodes with relations that are not shown.
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


def lay_out_nodes(level: Level) -> Layout:
    """Compute where the nodes of a file stand; once per revision."""
    everything = np.ones(len(level.events), dtype=bool)
    dyads = tally(level.cells, everything)
    total = len(level.ids)
    out, into = (
        np.bincount(end, weights=dyads.n, minlength=total) for end in (dyads.source, dyads.target)
    )
    weight = (out + into).astype(np.int64)
    present = np.flatnonzero(weight)
    kept = np.sort(present[np.lexsort((present, -weight[present]))[:MOST_NODES]])
    both = undirected(tally(level.cells, everything, kept), len(kept))
    ids, names = (tuple(texts[code] for code in kept) for texts in (level.ids, level.names))
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
