"""Numbers and paths of SVG: pixels with one decimal place, many shapes in one path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.columns import FloatArray


def px(value: float) -> str:
    """Return pixels with at most one decimal place.

    >>> px(12.04), px(-0.04), px(7.55)
    ('12', '0', '7.5')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def boxes(
    left: FloatArray | float,
    right: FloatArray | float,
    top: FloatArray | float,
    bottom: FloatArray | float,
) -> str:
    """Return one path of rectangles; each argument is an array or a number for all.

    >>> boxes(0.0, np.array([10.0]), 2.0, 5.0)
    'M0 2H10V5H0Z'
    """
    sides = np.broadcast_arrays(*map(np.atleast_1d, (left, right, top, bottom)))
    return "".join(
        f"M{px(x0)} {px(y0)}H{px(x1)}V{px(y1)}H{px(x0)}Z"
        for x0, x1, y0, y1 in zip(*(side.tolist() for side in sides), strict=True)
    )


def line(points: Iterable[tuple[float, float]], *, is_closed: bool = False) -> str:
    """Return a path through points.

    >>> line([(0, 0), (4, 3)])
    'M0 0L4 3'
    """
    path = "L".join(f"{px(x)} {px(y)}" for x, y in points)
    return f"M{path}Z" if is_closed else f"M{path}"
