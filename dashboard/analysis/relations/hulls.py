"""Hulls: outlines around the members of each bloc of the file, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import text_width

if TYPE_CHECKING:
    from dashboard.analysis.relations.layout import NodePositions, Nodes, Size
    from dashboard.model.actors import Actor
    from dashboard.query.columns import FloatArray

_FONT, _HEIGHT = 12.0, 16.0
"""Font size and height of a name, in pixels."""
_GAP = 9.0
"""Distance between a node's rim and the outline, in pixels."""
_CORNERS = 16
"""Number of points around each node of which the outline is the convex hull."""


class Hull(NamedTuple):
    """A bloc.

    Attributes:
        name: text of the file.
        color: the bloc's own colour, or an empty text.
        x, y: corners of the outline in pixels, the first one repeated at the end.
        label_x, label_y: centre of the name in pixels; NaN where it does not fit.
    """

    name: str
    color: str
    x: FloatArray
    y: FloatArray
    label_x: float
    label_y: float


def place_hulls(
    blocs: tuple[Actor, ...], positions: NodePositions, nodes: Nodes, size: Size
) -> tuple[Hull, ...]:
    """Outline the blocs that have two or more nodes as members."""
    taken = _boxes(nodes)
    hulls = []
    for bloc in blocs:
        members = [at for at, id_ in enumerate(positions.ids) if id_ in bloc.members]
        if len(members) < 2:
            continue
        outline = _outline(nodes, members, size)
        box = _free(outline, text_width(bloc.name, _FONT, False, size.scale), taken, size)
        middle = (float("nan"), float("nan"))
        if box is not None:
            taken = np.vstack([taken, box])
            middle = (float(box[0] + box[2]) / 2, float(box[1] + box[3]) / 2)
        hulls.append(Hull(bloc.name, bloc.color or "", outline[:, 0], outline[:, 1], *middle))
    return tuple(hulls)


def convex_hull(points: FloatArray) -> FloatArray:
    """Return the corners of the convex hull of points (Andrew 1979), the first one repeated."""
    rows = sorted({(x, y) for x, y in points.tolist()})

    def chain(ordered: list[tuple[float, float]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for x, y in ordered:
            while len(kept) > 1:
                (ax, ay), (bx, by) = kept[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                kept.pop()
            kept.append((x, y))
        return kept

    corners = chain(rows)[:-1] + chain(rows[::-1])
    return np.array(corners)


def _outline(nodes: Nodes, members: list[int], size: Size) -> FloatArray:
    turn = np.linspace(0, 2 * np.pi, _CORNERS, endpoint=False)
    reach = (nodes.radius[members] + _GAP)[:, None]
    x = nodes.x[members][:, None] + reach * np.cos(turn)
    y = nodes.y[members][:, None] + reach * np.sin(turn)
    points = np.stack([np.clip(x, 1, size.width - 1), np.clip(y, 1, size.height - 1)], axis=2)
    return convex_hull(points.reshape(-1, 2))


def _boxes(nodes: Nodes) -> FloatArray:
    """Return an (n, 4) array of left, top, right and bottom of all nodes and labels."""
    x, y, radius = nodes.x, nodes.y, nodes.radius
    around = np.stack([x - radius, y - radius, x + radius, y + radius], axis=1)
    labels = [label[3:] for label in nodes.labels if label.text]
    return np.vstack([around, np.array(labels).reshape(-1, 4)])


def _free(outline: FloatArray, width: float, taken: FloatArray, size: Size) -> FloatArray | None:
    """Return the first free box along the outline, from its top; ``None`` if none is free."""
    middle = outline.mean(axis=0)
    order = np.lexsort((outline[:, 0], outline[:, 1]))
    for corner in outline[order]:
        out = np.sign(corner - middle)
        x = corner[0] + out[0] * (width / 2 - 4) * (abs(corner[0] - middle[0]) > width / 2)
        y = corner[1] + out[1] * (_HEIGHT / 2 + 2)
        box = np.array([x - width / 2, y - _HEIGHT / 2, x + width / 2, y + _HEIGHT / 2])
        inside = (box[:2] >= 0).all() and box[2] <= size.width and box[3] <= size.height
        over = np.minimum(box[2:], taken[:, 2:]) - np.maximum(box[:2], taken[:, :2])
        if inside and not (over > 0).all(axis=1).any():
            return box
    return None
