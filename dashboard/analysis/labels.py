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
    ]
)
"""Where a label may stand, by preference: below, above, right, left, and between."""
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
    x: FloatArray,
    y: FloatArray,
    radius: FloatArray,
    widths: FloatArray,
    names: Sequence[str],
    width: float,
    height: float,
) -> tuple[LabelBox, ...]:
    """Place one label for each node.

    The nodes are served from the largest to the smallest; each takes the first of eight places
    around it that covers no other label or node and lies in the room, or else goes without.
    """
    nodes = len(names)
    taken = np.empty((2 * nodes, 4))
    taken[:nodes] = np.stack([x - radius, y - radius, x + radius, y + radius], axis=1)
    placed: dict[int, LabelBox] = {}
    for count, node in enumerate(np.lexsort((np.arange(nodes), -radius)).tolist()):
        boxes = _boxes(x[node], y[node], radius[node], widths[node])
        covered = _covered(boxes, taken[: nodes + count]) + _beyond(boxes, width, height)
        best = int(np.argmin(covered))
        is_free = covered[best] <= _TOUCH
        box = boxes[best] if is_free else np.array([x[node], y[node]] * 2)
        taken[nodes + count] = box
        left, top, right, bottom = box.tolist()
        middle = (left + right) / 2, (top + bottom) / 2
        placed[node] = LabelBox(names[node] if is_free else "", *middle, left, top, right, bottom)
    return tuple(placed[node] for node in range(nodes))


def _boxes(x: float, y: float, radius: float, width: float) -> FloatArray:
    """Return left, top, right and bottom of a label on each side of its node."""
    middle_x = x + _SIDES[:, 0] * (radius + 4 + width / 2)
    middle_y = y + _SIDES[:, 1] * (radius + 2 + HEIGHT / 2)
    half, tall = width / 2 + 1, HEIGHT / 2
    return np.stack([middle_x - half, middle_y - tall, middle_x + half, middle_y + tall], axis=1)


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
