"""Labels of nodes: each beside its node, where it overlaps no other label or node."""

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
"""Directions from a node to its label, by preference: below, above, right, left, and between."""
RIM = 2.0
"""Width of a node's outline, in pixels."""
_TOUCH = 1e-6
"""Overlap up to which boxes only touch, in square pixels."""
_OUTSIDE = 1_000.0
"""Penalty of a pixel outside the plot area, in square pixels of overlap."""


class LabelBox(NamedTuple):
    """A label: its text, centre and box, in pixels; no text and an empty box where none fits."""

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
    area: tuple[float, float],
) -> tuple[LabelBox, ...]:
    """Place one label for each node, in one of several positions around it.

    First each node, from the largest to the smallest, takes the first position where its short
    label overlaps no other label or node and lies in the plot area. Then, in the same order, each
    takes the first such position for its long label, so that no long label displaces another
    label. A node for which neither fits has no label.

    Args:
        place: (nodes, 2) array of x and y in pixels.
        radius: radii of the nodes in pixels.
        texts: the long and the short label of each node.
        widths: (nodes, 2) array of the widths of the texts in pixels.
        area: width and height of the plot area.
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
            free = _covered(boxes, others) + _beyond(boxes, *area) <= _TOUCH
            if free.any():
                taken[nodes + node] = boxes[int(free.argmax())]
                chosen[node] = texts[node][which]
    middle = (taken[nodes:, :2] + taken[nodes:, 2:]) / 2
    return tuple(
        LabelBox(text, *at, *box)
        for text, at, box in zip(chosen, middle.tolist(), taken[nodes:].tolist(), strict=True)
    )


def _boxes(place: FloatArray, radius: float, width: float) -> FloatArray:
    """Return left, top, right and bottom of a label in each position beside its node."""
    middle = place + _SIDES * [radius + 4 + width / 2, radius + RIM + HEIGHT / 2]
    half = np.array([width / 2 + 1, HEIGHT / 2])
    return np.concatenate([middle - half, middle + half], axis=1)


def _covered(boxes: FloatArray, taken: FloatArray) -> FloatArray:
    """Return the area by which each box overlaps occupied boxes."""
    low = np.maximum(boxes[:, None, :2], taken[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], taken[None, :, 2:])
    area: FloatArray = np.maximum(high - low, 0.0).prod(axis=2).sum(axis=1)
    return area


def _beyond(boxes: FloatArray, width: float, height: float) -> FloatArray:
    """Return the penalty of each box for its part outside the plot area."""
    before = np.maximum(-boxes[:, :2], 0.0).sum(axis=1)
    after = np.maximum(boxes[:, 2:] - np.array([width, height]), 0.0).sum(axis=1)
    penalty: FloatArray = (before + after) * _OUTSIDE
    return penalty
