"""Curves: edges as arcs with arrow heads, and the handles at which they are pointed at.

An edge bends to the left of its way, so that the two directions of a dyad are separate:

        ╭──◇──╮         ◇ handle, near the middle
    A ●─╯     ╰─▶● B    ▶ tip, at the rim

Positions are in pixels, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

_STEPS = 11
"""Number of points of a path."""
_HANDLES = (5, 4, 6, 3, 7)
"""Points of a path that may be its handle, the middle first."""
_CLEAR = 26.0
"""Distance from all nodes, in pixels, at which the pointer hits an edge and not a node."""
_BEND, _MOST_BEND = 0.14, 30.0
"""Distance of an edge's middle from the straight line: as a fraction of its length, and the
largest in pixels."""


@dataclass(frozen=True, eq=False)
class Curves:
    """Edges in pixels.

    Attributes:
        x, y: (edges, points) arrays of the paths, from rim to rim.
        tip_x, tip_y: arrow heads.
        angle: directions of the arrow heads, in degrees clockwise from up.
        handle_x, handle_y: points at which the edges are pointed at.
    """

    x: FloatArray
    y: FloatArray
    tip_x: FloatArray
    tip_y: FloatArray
    angle: FloatArray
    handle_x: FloatArray
    handle_y: FloatArray


def curve_edges(
    x: FloatArray, y: FloatArray, radius: FloatArray, source: IntArray, target: IntArray
) -> Curves:
    """Bend each edge to its left, so that A→B and B→A are separate, and end it at the rims.

    Args:
        x: centres of the nodes.
        y: centres of the nodes.
        radius: radii of the nodes.
        source: node at which each edge begins, as a position in ``x``.
        target: node at which it ends.
    """
    start = np.stack([x[source], y[source]], axis=1)
    end = np.stack([x[target], y[target]], axis=1)
    line = end - start
    length = np.maximum(np.hypot(line[:, 0], line[:, 1]), 1e-9)[:, None]
    aside = np.stack([line[:, 1], -line[:, 0]], axis=1) / length
    control = (start + end) / 2 + aside * np.minimum(length * _BEND, _MOST_BEND) * 2
    # The ends of a curve are almost straight, so distances along it are those along the line.
    begin_t = np.minimum((radius[source][:, None] + 2) / length, 0.45)
    end_t = 1 - np.minimum((radius[target][:, None] + 8) / length, 0.45)
    t = begin_t + (end_t - begin_t) * np.linspace(0, 1, _STEPS)[None, :]
    points = _bezier(start, control, end, t)
    tip_t = 1 - np.minimum((radius[target][:, None] + 5) / length, 0.45)
    tip = _bezier(start, control, end, tip_t)[:, 0]
    heading = end - control
    handle = _handles(points, np.stack([x, y], axis=1))
    return Curves(
        x=points[:, :, 0],
        y=points[:, :, 1],
        tip_x=tip[:, 0],
        tip_y=tip[:, 1],
        angle=np.degrees(np.arctan2(heading[:, 0], -heading[:, 1])),
        handle_x=handle[:, 0],
        handle_y=handle[:, 1],
    )


def _handles(points: FloatArray, nodes: FloatArray) -> FloatArray:
    """Return the handle of each edge: the candidate farthest from all nodes, up to ``_CLEAR``."""
    candidates = points[:, _HANDLES]
    gap = np.hypot(*(candidates[:, :, None] - nodes[None, None]).transpose(3, 0, 1, 2))
    clear = np.minimum(gap.min(axis=2, initial=np.inf), _CLEAR)
    # Among equally clear candidates ``argmax`` returns the first, which is nearest the middle.
    handles: FloatArray = candidates[np.arange(len(candidates)), clear.argmax(axis=1)]
    return handles


def _bezier(start: FloatArray, control: FloatArray, end: FloatArray, t: FloatArray) -> FloatArray:
    """Return the points at ``t``, an (edges, points) array, of quadratic Bézier curves."""
    t = t[:, :, None]
    return (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * end[:, None]
