"""The layout: where the nodes of a file stand, and their labels in a room of pixels.

x runs to the right, y downwards. Positions come from the whole file and never from a selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.labels import RIM, LabelBox, place_labels
from dashboard.analysis.positions import lengths, seeds
from dashboard.analysis.revision import Story, revise, weightiest
from dashboard.analysis.spacing import push_apart
from dashboard.analysis.text_width import cut, text_width

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 60
"""Nodes that can be told apart; of more, those with the most relations are shown."""
_SIDE, _TOP, _BOTTOM = 26.0, 28.0, 42.0
"""Pixels left free beside, above and below the unit square."""
_MOST_OF_DIAGONAL = 0.72
"""Length of the sides of the square in pixels, as a share of the diagonal of the room. Thus a move
of 5 % of the square's diagonal is no more than that of the room's, wide as the room may be."""
_SMALLEST, _USUAL, _LARGEST = 3.0, 7.0, 14.0
"""Radii of nodes: where crowded, of one without relations, and of the one with the most."""
_AREA_EACH, _AREA_USUAL = 3_200.0, 20_000.0
"""Square pixels of the room that a node should have, and at which it has its usual size."""
_LOW, _HIGH, _MORE = (270.0, 320.0), 560.0, 450.0
"""Height of the room in pixels: least for few and for many nodes, most, and most for the sake of
many nodes on a small screen."""
_ASPECT = (0.47, 0.58)
"""Height of the room as a share of its width, for few and for many nodes."""
_FONT_SIZE = 13.0
_WIDEST_LABEL, _LABEL_SHARE = 280.0, 0.7
"""Largest width of a label, in pixels and as a share of the room's width; a longer name is cut."""
_FEW, _MANY = 10, 20
"""Nodes up to which the layout is spread in full, and from which on it fills the square itself."""
_FEW_SPREAD = 1.3
_REACH = 0.5
"""How far from the middle a node may stand."""


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


def room_height(nodes: int, width: float) -> float:
    """Return how high the room for so many nodes should be: low for few, higher for many."""
    many = float(np.clip((nodes - _FEW) / (_MANY - _FEW), 0, 1))
    aspect, low = (few + many * (more - few) for few, more in (_ASPECT, _LOW))
    wanted = min(nodes * _AREA_EACH / width, _MORE)
    return min(max(width * aspect, low, wanted), _HIGH)


def lay_out_nodes(level: Level) -> Layout:
    """Compute where the nodes of a file stand; once per revision."""
    story, total = _story(level), len(level.ids)
    weight = sum(
        (np.bincount(end, minlength=total) for end in (story.source, story.target)),
        start=np.zeros(total, dtype=np.int64),
    )
    kept = weightiest(weight, MOST_NODES)
    ids, names = (tuple(texts[code] for code in kept) for texts in (level.ids, level.names))
    place = spread(revise(story, seeds(level.ids), MOST_NODES)[kept])
    hidden = int(np.count_nonzero(weight)) - len(kept)
    return Layout(kept, ids, names, place, weight[kept], hidden)


def spread(place: FloatArray) -> FloatArray:
    """Spread few nodes over the square.

    The map depends on nothing but the number of nodes, and lengthens no step beyond what the bound
    of an addition allows.
    """
    few = float(np.clip((_MANY - len(place)) / (_MANY - _FEW), 0, 1))
    aside = (place - 0.5) * (1 + few * (_FEW_SPREAD - 1))
    inside: FloatArray = aside / (1 + (np.abs(aside) / _REACH) ** 8) ** (1 / 8)
    return np.round(0.5 + inside, 4)


def _story(level: Level) -> Story:
    """Put the relations in the order of the file."""
    cells, line = level.cells, level.events["line"].to_numpy()
    event, dyad, score = cells.event, cells.cell >> 1, cells.score
    if (line[1:] < line[:-1]).any():
        order = np.argsort(line, kind="stable")
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        order = np.argsort(place[event], kind="stable")
        event, dyad, score = place[event][order], dyad[order], score[order]
    return Story(event, cells.source[dyad], cells.target[dyad], score, len(line))


@lru_cache(maxsize=16)
def place_nodes(layout: Layout, size: Size) -> Nodes:
    """Place nodes and labels in a room; nothing of it depends on a selection."""
    place = _into(layout.place, size)
    radius = _radii(place, layout.weight, size)
    widest = min(_WIDEST_LABEL, _LABEL_SHARE * size.width)
    texts = [
        (
            cut(name, widest, _FONT_SIZE, scale=size.scale),
            cut(id_, widest, _FONT_SIZE, scale=size.scale),
        )
        for name, id_ in zip(layout.names, layout.ids, strict=True)
    ]
    widths = np.array(
        [[text_width(text, _FONT_SIZE, False, size.scale) for text in pair] for pair in texts]
    ).reshape(-1, 2)
    labels = place_labels(place, radius, texts, widths, (size.width, size.height))
    return Nodes(place[:, 0], place[:, 1], radius, labels)


def _into(place: FloatArray, size: Size) -> FloatArray:
    """Map the unit square to the room, whatever stands in it: no node moves because others do.

    But nodes that would cover each other even at their smallest are pushed apart.
    """
    room = np.array([size.width - 2 * _SIDE, size.height - _TOP - _BOTTOM])
    room = np.minimum(room, _MOST_OF_DIAGONAL * np.hypot(size.width, size.height))
    middle = np.array([size.width / 2, (size.height + _TOP - _BOTTOM) / 2])
    low, high = middle - room / 2, middle + room / 2
    apart = 2 * (_SMALLEST + RIM) * 2**0.5
    return push_apart(low + place * room, apart, 100, lambda moved: np.clip(moved, low, high))


def _radii(place: FloatArray, weight: IntArray, size: Size) -> FloatArray:
    """Return radii whose squares grow with the weights, smaller in small rooms and in crowds.

    The squares around any two nodes and their rims do not overlap.
    """
    crowd = np.sqrt(size.width * size.height / (max(len(weight), 1) * _AREA_USUAL))
    share = np.sqrt(weight / max(1, weight.max(initial=1)))
    radius = (_USUAL + (_LARGEST - _USUAL) * share) * min(crowd, 1.0)
    apart = np.maximum(lengths(place * [1, 0]), lengths(place * [0, 1]))
    np.fill_diagonal(apart, np.inf)
    return np.asarray(np.minimum(radius, apart.min(axis=1, initial=np.inf) / 2 - RIM))
