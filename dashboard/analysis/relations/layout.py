"""Node positions: in the unit square for a file, and in pixels with labels for a plot area.

x runs to the right, y downwards. Positions come from the whole file and never from a selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.labels import RIM, LabelBox, place_labels
from dashboard.analysis.relations.positions import lengths, seeds
from dashboard.analysis.relations.revision import Story, revise, weightiest
from dashboard.analysis.relations.spacing import push_apart
from dashboard.analysis.text_width import cut, text_width

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 60
"""Largest number of nodes that are shown: those with the most relations."""
_SIDE, _TOP, _BOTTOM = 26.0, 28.0, 42.0
"""Pixels left free beside, above and below the unit square."""
_MOST_OF_DIAGONAL = 0.72
"""Largest side of the area that the unit square is mapped to, as a fraction of the diagonal of the
plot area, so that a move by 5 % of the square's diagonal is at most 5 % of the plot area's."""
_SMALLEST, _USUAL, _LARGEST = 3.0, 7.0, 14.0
"""Radii of nodes in pixels: the smallest, that of a node without relations, and the largest."""
_AREA_EACH, _AREA_USUAL = 3_200.0, 20_000.0
"""Area for each node in square pixels: the least that a plot area should offer, and that from which
upward nodes have their usual size."""
_LOW, _HIGH, _MORE = (270.0, 320.0), 560.0, 450.0
"""Height of the plot area in pixels: the least for few and for many nodes, the largest, and the
largest that many nodes can demand on a small screen."""
_ASPECT = (0.47, 0.58)
"""Height of the plot area as a fraction of its width, for few and for many nodes."""
_FONT_SIZE = 13.0
"""Font size of the labels, in pixels."""
_WIDEST_LABEL, _LABEL_SHARE = 280.0, 0.7
"""Largest width of a label, in pixels and as a fraction of the plot area; longer names are cut."""
_FEW, _MANY = 10, 20
"""Number of nodes up to which positions are spread in full, and from which upward not at all."""
_FEW_SPREAD = 1.3
"""Factor by which positions of few nodes are spread."""
_REACH = 0.5
"""Largest distance of a node from the centre, in units of the unit square."""


class Size(NamedTuple):
    """Plot area of the network.

    Attributes:
        width, height: in pixels.
        scale: width of the browser's font, relative to that of ``text_width``.
    """

    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, eq=False)
class NodePositions:
    """Positions of the nodes of a file, the same for every selection.

    Attributes:
        node: code of each node in its level.
        ids, names: id and name of each node.
        place: (nodes, 2) array of x and y in the unit square.
        weight: number of relations of each node in the whole file.
        hidden: number of nodes with relations that are not shown.
    """

    node: IntArray
    ids: tuple[str, ...]
    names: tuple[str, ...]
    place: FloatArray
    weight: IntArray
    hidden: int


@dataclass(frozen=True, eq=False)
class Nodes:
    """Centre, radius and label of each node in a plot area, in pixels."""

    x: FloatArray
    y: FloatArray
    radius: FloatArray
    labels: tuple[LabelBox, ...]


def plot_height(nodes: int, width: float) -> float:
    """Return the height of the plot area for a number of nodes: low for few, higher for many.

    >>> plot_height(8, 350), plot_height(20, 350)
    (270.0, 320.0)
    """
    many = float(np.clip((nodes - _FEW) / (_MANY - _FEW), 0, 1))
    aspect, low = (few + many * (more - few) for few, more in (_ASPECT, _LOW))
    wanted = min(nodes * _AREA_EACH / width, _MORE)
    return min(max(width * aspect, low, wanted), _HIGH)


def lay_out_nodes(level: Level) -> NodePositions:
    """Compute the positions of the nodes of a file; once per revision."""
    story, total = _story(level), len(level.ids)
    weight = np.bincount(np.concatenate([story.source, story.target]), minlength=total)
    kept = weightiest(weight, MOST_NODES)
    ids, names = (tuple(texts[code] for code in kept) for texts in (level.ids, level.names))
    place = spread(revise(story, seeds(level.ids), MOST_NODES)[kept])
    hidden = int(np.count_nonzero(weight)) - len(kept)
    return NodePositions(kept, ids, names, place, weight[kept], hidden)


def spread(place: FloatArray) -> FloatArray:
    """Spread positions of few nodes over the unit square.

    The map depends on the number of nodes only, and lengthens no move beyond the limit for one
    added event.

    Args:
        place: (nodes, 2) array in the unit square.
    """
    few = float(np.clip((_MANY - len(place)) / (_MANY - _FEW), 0, 1))
    offset = (place - 0.5) * (1 + few * (_FEW_SPREAD - 1))
    inside: FloatArray = offset / (1 + (np.abs(offset) / _REACH) ** 8) ** (1 / 8)
    return np.round(0.5 + inside, 4)


def _story(level: Level) -> Story:
    """Return the relations in the order of the file; joint ones make no tie, so they score 0."""
    cells, line = level.cells, level.events["line"].to_numpy()
    event, dyad, score = cells.event, cells.dyad, np.where(cells.joint, 0.0, cells.score)
    if (line[1:] < line[:-1]).any():
        order = np.argsort(line, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        order = np.argsort(rank[event], kind="stable")
        event, dyad, score = rank[event][order], dyad[order], score[order]
    return Story(event, cells.source[dyad], cells.target[dyad], score, len(line))


def place_nodes(positions: NodePositions, size: Size) -> Nodes:
    """Place nodes and labels in a plot area; the same for every selection."""
    place = _into(positions.place, size)
    radius = _radii(place, positions.weight, size)
    widest = min(_WIDEST_LABEL, _LABEL_SHARE * size.width)
    shorten = partial(cut, width=widest, size=_FONT_SIZE, scale=size.scale)
    texts = [
        (shorten(name), shorten(id_))
        for name, id_ in zip(positions.names, positions.ids, strict=True)
    ]
    widths = np.array(
        [[text_width(text, _FONT_SIZE, False, size.scale) for text in pair] for pair in texts]
    ).reshape(-1, 2)
    labels = place_labels(place, radius, texts, widths, (size.width, size.height))
    return Nodes(place[:, 0], place[:, 1], radius, labels)


def _into(place: FloatArray, size: Size) -> FloatArray:
    """Map the unit square to the plot area; no node moves because another one does.

    But nodes that would overlap even at the smallest radius are pushed apart.
    """
    sides = np.array([size.width - 2 * _SIDE, size.height - _TOP - _BOTTOM])
    sides = np.minimum(sides, _MOST_OF_DIAGONAL * np.hypot(size.width, size.height))
    middle = np.array([size.width / 2, (size.height + _TOP - _BOTTOM) / 2])
    low, high = middle - sides / 2, middle + sides / 2
    spacing = 2 * (_SMALLEST + RIM) * 2**0.5
    return push_apart(low + place * sides, spacing, 100, lambda moved: np.clip(moved, low, high))


def _radii(place: FloatArray, weight: IntArray, size: Size) -> FloatArray:
    """Return radii whose squares grow with the weights, smaller in small plot areas and in crowds.

    The squares around any two nodes with their rims do not overlap.
    """
    crowd = np.sqrt(size.width * size.height / (max(len(weight), 1) * _AREA_USUAL))
    share = np.sqrt(weight / max(1, weight.max(initial=1)))
    radius = (_USUAL + (_LARGEST - _USUAL) * share) * min(crowd, 1.0)
    gaps = np.maximum(lengths(place * [1, 0]), lengths(place * [0, 1]))
    np.fill_diagonal(gaps, np.inf)
    return np.asarray(np.minimum(radius, gaps.min(axis=1, initial=np.inf) / 2 - RIM))
