"""Many shapes in one trace: segments and polygons with gaps between them."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray


def with_gaps(points: FloatArray) -> dict[str, str]:
    """Return the rows of an (n, k) array of coordinates, packed, with a gap after each row."""
    rows, columns = points.shape
    spaced = np.full((rows, columns + 1), np.nan)
    spaced[:, :columns] = np.round(points, 1)
    return packed(spaced.ravel())


def packed(values: FloatArray) -> dict[str, str]:
    """Return numbers as a typed array of Plotly, in single precision, which is exact enough."""
    data = np.ascontiguousarray(values, dtype="<f4").tobytes()
    return {"dtype": "f4", "bdata": b64encode(data).decode("ascii")}


def line_trace(
    x: FloatArray, y: FloatArray, color: str, width: float, dash: str = "solid"
) -> dict[str, Any]:
    """Return one trace of n polylines of k points each; x and y are (n, k) arrays."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": with_gaps(x),
        "y": with_gaps(y),
        "line": {"color": color, "width": width, "dash": dash},
        "hoverinfo": "skip",
    }


def area_trace(x: FloatArray, y: FloatArray, color: str, opacity: float = 1.0) -> dict[str, Any]:
    """Return one trace of n filled polygons of k corners each; x and y are (n, k) arrays.

    The opacity is part of the colour, and there is no outline: a browser paints a group with an
    opacity, or a second path of zero width, much more slowly.
    """
    return {
        "type": "scatter",
        "mode": "none",
        "fill": "toself",
        "x": with_gaps(x),
        "y": with_gaps(y),
        "fillcolor": see_through(color, opacity),
        "hoverinfo": "skip",
    }


def see_through(color: str, opacity: float) -> str:
    """Return a colour ``#rrggbb`` with an opacity from 0 to 1."""
    return color if opacity == 1 else f"{color}{round(opacity * 255):02x}"


def boxes(
    left: FloatArray, right: FloatArray, top: FloatArray, bottom: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the corners of rectangles, as (n, 5) arrays of x and y."""
    x = np.stack([left, right, right, left, left], axis=1)
    return x, np.stack([top, top, bottom, bottom, top], axis=1)
