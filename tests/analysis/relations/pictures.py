"""What a reader sees of a network, measured: boxes of names, points of lines, crossings, ink."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from dashboard.analysis.relations.curves import points_of
from dashboard.analysis.relations.layout import FONT, LINE
from dashboard.analysis.relations.network import Network
from dashboard.analysis.text_width import text_width
from dashboard.query.columns import FloatArray


def name_boxes(network: Network) -> FloatArray:
    """Left, top, right and bottom of the ink of each name."""
    nodes, boxes = network.nodes, []
    for column, x, y, lines in zip(network.column, nodes.name_x, nodes.y, nodes.names, strict=True):
        width = max(text_width(line, FONT, False, network.size.scale) for line in lines)
        left, half = (x if column else x - width), (LINE * (len(lines) - 1) + FONT) / 2
        boxes.append([left, y - half, left + width, y + half])
    return np.array(boxes).reshape(-1, 4)


def lines_of(network: Network, steps: int = 40) -> FloatArray:
    """Points along each line, from one node to the other: (pairs, 2 * steps, 2)."""
    halves = points_of(network.pairs.halves, steps)
    return np.concatenate([halves[:, 0], halves[:, 1, ::-1]], axis=1)


def filled(network: Network) -> tuple[float, float]:
    """Share of the width and of the height that the box of nodes and names covers."""
    boxes, nodes = name_boxes(network), network.nodes
    left, top = (
        min(boxes[:, at].min(), (xy - nodes.radius).min())
        for at, xy in enumerate([nodes.x, nodes.y])
    )
    right, bottom = (
        max(boxes[:, at + 2].max(), (xy + nodes.radius).max())
        for at, xy in enumerate([nodes.x, nodes.y])
    )
    return (right - left) / network.size.width, (bottom - top) / network.size.height


def names_crossed(network: Network) -> int:
    """Number of names that a line runs through."""
    points = lines_of(network).reshape(-1, 2)
    low, high = name_boxes(network)[:, None, :2], name_boxes(network)[:, None, 2:]
    return int(((points > low) & (points < high)).all(axis=2).any(axis=1).sum())


def foreign_nodes_hit(network: Network) -> int:
    """Number of nodes that a line runs through although it does not end there."""
    lines, nodes = lines_of(network), np.stack([network.nodes.x, network.nodes.y], axis=1)
    apart = np.hypot(*np.moveaxis(lines[:, None] - nodes[:, None], 3, 0)).min(axis=2)
    half = np.zeros(len(lines))
    for side in (0, 1):
        drawn = network.pairs.dyad[:, side] >= 0
        half[drawn] = np.maximum(half[drawn], network.widths[network.pairs.dyad[drawn, side]] / 2)
    hit = apart < network.nodes.radius + half[:, None]
    hit[np.arange(len(lines))[:, None], network.pairs.ends] = False
    return int(hit.sum())


def crossings(network: Network) -> int:
    """Number of crossings of lines that share no end."""
    lines, found = lines_of(network, 16), 0
    for one, other in combinations(range(len(lines)), 2):
        if not set(network.pairs.ends[one]) & set(network.pairs.ends[other]):
            # A tiny shift: lines that cross exactly at a corner of both cross once.
            found += _cross(lines[one], lines[other] + np.array([0.013, 0.007]))
    return found


def _cross(one: FloatArray, other: FloatArray) -> int:
    a, b, c, d = one[:-1, None], one[1:, None], other[None, :-1], other[None, 1:]

    def turn(p: FloatArray, q: FloatArray, r: FloatArray) -> FloatArray:
        first, second = q - p, r - p
        crossed: FloatArray = first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0]
        return crossed

    apart = (turn(a, b, c) * turn(a, b, d) < 0) & (turn(c, d, a) * turn(c, d, b) < 0)
    return int(apart.sum())


def ink_against_events(network: Network) -> FloatArray:
    """Share of each pair in the ink, divided by its share in the relations."""
    steps = np.diff(points_of(network.pairs.halves, 20), axis=2)
    length = np.hypot(steps[..., 0], steps[..., 1]).sum(axis=2)
    drawn = network.pairs.dyad >= 0
    width = np.where(drawn, network.widths[network.pairs.dyad], 0.0)
    ink = (length * width).sum(axis=1)
    n = np.where(drawn, network.dyads.n[network.pairs.dyad], 0).sum(axis=1)
    ratio: FloatArray = (ink / ink.sum()) / (n / n.sum())
    return ratio
