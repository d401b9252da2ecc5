"""Curves: one line for each pair of nodes, in two halves that meet in its middle.

    A ●━━━━━━━┿───────● B      between the columns: a straight line
    ╭ ● C                      within a column: a bow on its outer side, the farther apart
    │ ● D                      the rows are, the deeper
    ╰ ● E

The half next to a node shows what that node did to the other. Every half is a cubic Bézier curve
from its node to the middle. Positions are in pixels, y downwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.analysis.relations.layout import NodePositions, Nodes
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

_LEAST_DEPTH = 0.5
"""Depth of a bow between neighbours, as a fraction of the deepest."""
_THINNEST, _LIGHT, _WIDEST = 0.9, 2.0, 12.0
"""Widths in pixels: the least; that of two events, which is the least from three events upward;
and the largest."""
_MOST_EACH = 1.1
"""Largest width of each event, in pixels."""


def curve_pairs(
    positions: NodePositions, nodes: Nodes, one: IntArray, other: IntArray
) -> FloatArray:
    """Return the halves of the line of each pair.

    Returns:
        (pairs, 2, 4, 2) array: for each pair the halves of ``one`` and of ``other``, each of four
        control points from the node to the middle, with x and y.

    Args:
        positions: columns and rows of the nodes.
        nodes: their centres.
        one: positions of nodes.
        other: position of the other node of each pair.
    """
    start, end = (np.stack([nodes.x[node], nodes.y[node]], axis=1) for node in (one, other))
    column = positions.column[one]
    rows = np.bincount(positions.column, minlength=2)[column]
    span = np.abs(positions.row[one] - positions.row[other])
    share = _LEAST_DEPTH + (1 - _LEAST_DEPTH) * (span - 1) / np.maximum(rows - 2, 1)
    is_bow = column == positions.column[other]
    # The middle of a curve is 3/4 of the way to its control points.
    depth = np.where(is_bow, share * np.array(nodes.bow)[column] * 4 / 3, 0.0)
    aside = np.stack([np.where(column == 0, -depth, depth), np.zeros(len(one))], axis=1)
    along = np.where(is_bow, 0.0, 1 / 3)[:, None] * (end - start)
    curve = np.stack([start, start + along + aside, end - along + aside, end], axis=1)
    return np.stack([_first_half(curve), _first_half(curve[:, ::-1])], axis=1)


def _first_half(curve: FloatArray) -> FloatArray:
    """Divide curves at their middle (de Casteljau 1959) and return the first halves."""
    a, b, c, d = (curve[:, number] for number in range(4))
    ab, bc, cd = (a + b) / 2, (b + c) / 2, (c + d) / 2
    abc, bcd = (ab + bc) / 2, (bc + cd) / 2
    return np.stack([a, ab, abc, (abc + bcd) / 2], axis=1)


def beside(half: FloatArray, distance: float) -> FloatArray:
    """Return a half shifted to its right-hand side, seen from its node.

    >>> beside(np.array([[0, 0], [1, 0], [2, 0], [3, 0]]), 2.0)[:, 1].tolist()
    [2.0, 2.0, 2.0, 2.0]

    Args:
        half: (4, 2) array of control points.
        distance: in pixels.
    """
    ways = np.stack([half[1] - half[0], half[3] - half[2]])
    ways = ways / np.maximum(np.hypot(ways[:, 0], ways[:, 1]), 1e-9)[:, None]
    normal = np.stack([-ways[:, 1], ways[:, 0]], axis=1)
    shifted: FloatArray = half + distance * normal[[0, 0, 1, 1]]
    return shifted


def points_of(halves: FloatArray, steps: int = 12) -> FloatArray:
    """Return points along halves, from the node to the middle.

    Returns:
        (…, steps, 2) array.

    Args:
        halves: (…, 4, 2) array of control points.
        steps: number of points.
    """
    t = np.linspace(0, 1, steps)
    powers = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    points: FloatArray = np.einsum("tk,...kc->...tc", powers, halves)
    return points


def line_widths(n: IntArray, few: BoolArray, length: FloatArray) -> FloatArray:
    """Return the width of each half in pixels, by its number of events.

    Of equally many events a longer half is a little thinner: the width falls with the root of the
    length, so that the ink of a pair follows its number of events.

    >>> n, few = np.array([1, 2, 4]), np.array([True, True, False])
    >>> line_widths(n, few, np.array([90.0, 90.0, 90.0])).round(1).tolist()
    [1.1, 2.0, 4.4]

    Args:
        n: number of events of each half.
        few: whether they are too few to conclude from; these are thinner than all others.
        length: length of each half in pixels.
    """
    each = min(_MOST_EACH, _WIDEST / max(1, int(n.max(initial=1))))
    usual = float((n * length).sum()) / max(1, int(n.sum()))
    wanted = each * n * np.sqrt(usual / np.maximum(length, 1.0))
    thin, thick = np.clip(wanted, _THINNEST, _LIGHT), np.clip(wanted, _LIGHT, _WIDEST)
    widths: FloatArray = np.where(few, thin, thick)
    return widths


def lengths_of(halves: FloatArray) -> FloatArray:
    """Return the length of each half in pixels."""
    steps = np.diff(points_of(halves), axis=-2)
    return np.asarray(np.hypot(steps[..., 0], steps[..., 1]).sum(axis=-1))
