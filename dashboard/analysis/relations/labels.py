"""Labels of nodes: each beside its node, where it covers no other label or node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.query.columns import FloatArray

HEIGHT = 18.0
"""Height of a label in pixels."""
_SIDES = np.array(
    [
        (0.0, 1.0),
        (0.0, -1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.85, 0.85),
        (-0.85, 0.85),
        (0.85, -0.85),
        (-0.85, -0.85),
        (0.45, 1.0),
        (-0.45, 1.0),
        (0.45, -1.0),
        (-0.45, -1.0),
    ]
)
"""Where a label may stand, by preference: below, above, right, left, and between."""
RIM = 2.0
"""Pixels around a node that belong to it: its outline."""
_TOUCH = 1e-6
"""Area below which boxes touch and do not overlap, in square pixels."""
_OUTSIDE = 1_000.0
"""What a pixel outside the room costs, in square pixels covered."""


class LabelBox(NamedTuple):
    """A label: its text, centre and box, in pixels; no text and no box where it has no room."""

    text: str
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float


def place_labels(
    place: FloatArray,
    radius: FloatArray,
    texts: Sequence[tuple[str, str]],
    widths: FloatArray,
    room: tuple[float, float],
) -> tuple[LabelBox, ...]:
    """Place one label for each node, in one of several places around it.

    First each node, from the largest to the smallest, takes the first place where its short label
    covers no other label or node and lies in the room. Then, in the same order, each takes the
    first such place for its long label; so no long label costs another node its own. A node that
    has room for neither goes without.

    Args:
        place: (nodes, 2) array of x and y.
        radius: of the nodes.
        texts: the long and the short label of each node.
        widths: (nodes, 2) array of their widths.
        room: width and height.
    """
    nodes = len(texts)
    reach = (radius + RIM)[:, None]
    nodes_taken = np.concatenate([place - reach, place + reach], axis=1)
    taken = np.concatenate([nodes_taken, np.tile(place, 2)])
    chosen = [""] * nodes
    short = np.argmin(widths, axis=1)
    for stage in (short, np.zeros_like(short)):
        for node in np.lexsort((np.arange(nodes), -radius)).tolist():
            which = int(stage[node])
            boxes = _boxes(place[node], radius[node], widths[node, which])
            others = np.delete(taken, nodes + node, axis=0)
            free = _covered(boxes, others) + _beyond(boxes, *room) <= _TOUCH
            if free.any():
                taken[nodes + node] = boxes[int(free.argmax())]
                chosen[node] = texts[node][which]
    middle = (taken[nodes:, :2] + taken[nodes:, 2:]) / 2
    return tuple(
        LabelBox(text, *at, *box)
        for text, at, box in zip(chosen, middle.tolist(), taken[nodes:].tolist(), strict=True)
    )


def _boxes(place: FloatArray, radius: float, width: float) -> FloatArray:
    """Return left, top, right and bottom of a label in each place beside its node."""
    middle = place + _SIDES * [radius + 4 + width / 2, radius + RIM + HEIGHT / 2]
    half = np.array([width / 2 + 1, HEIGHT / 2])
    return np.concatenate([middle - half, middle + half], axis=1)


def _covered(boxes: FloatArray, taken: FloatArray) -> FloatArray:
    """Return the area of what is taken that each box covers."""
    low = np.maximum(boxes[:, None, :2], taken[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], taken[None, :, 2:])
    area: FloatArray = np.maximum(high - low, 0.0).prod(axis=2).sum(axis=1)
    return area


def _beyond(boxes: FloatArray, width: float, height: float) -> FloatArray:
    """Return what it costs that a box leaves the room."""
    before = np.maximum(-boxes[:, :2], 0.0).sum(axis=1)
    after = np.maximum(boxes[:, 2:] - np.array([width, height]), 0.0).sum(axis=1)
    cost: FloatArray = (before + after) * _OUTSIDE
    return cost
