"""The overview strip as a Plotly figure: one small histogram, and a box for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.analysis.tone import Tone
from dashboard.figures.histogram import area_of_counts
from dashboard.figures.segments import see_through
from dashboard.figures.theme import THEMES, base_layout, plane_axis
from dashboard.figures.timeline import margins

if TYPE_CHECKING:
    from dashboard.analysis.timeline.overview import Overview

HEIGHT = 52.0
"""Height of the figure in pixels."""
_EDGE = 4
"""Margin above and below the strip, in pixels."""
_LEAST = 3
"""Smallest width of the box of the window, in pixels."""


def draw_overview(
    overview: Overview, scheme: str = "light", compact: bool = False
) -> dict[str, Any]:
    """Return the figure of the strip; ``layout.meta`` has the whole span and the window."""
    theme = THEMES[scheme]
    strong = theme.tones[Tone.STRONG_COOPERATION]
    left, right = margins(compact)
    inner = HEIGHT - 2 * _EDGE
    layout = base_layout(theme, overview.width + left + right, HEIGHT)
    layout |= {
        "margin": {"l": left, "r": right, "t": _EDGE, "b": _EDGE, "pad": 0},
        "dragmode": False,
        "hovermode": False,
        "xaxis": plane_axis(0, overview.width),
        "yaxis": plane_axis(inner, 0),
        "shapes": [
            _rect(0, overview.width, theme.lane, 1.0, 0.0),
            _rect(overview.left, overview.right, strong, 0.16, 1.5),
        ],
        "meta": {
            "lower": overview.span.lower,
            "upper": overview.span.upper,
            "width": overview.width,
            "window": [overview.window.lower, overview.window.upper],
            "last": overview.last,
        },
    }
    return {"data": area_of_counts(overview.density, inner / 2, theme), "layout": layout}


def _rect(begin: float, end: float, color: str, opacity: float, border: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": round(begin, 1),
        "x1": round(max(end, begin + _LEAST), 1),
        "y0": 0,
        "y1": HEIGHT - 2 * _EDGE,
        "fillcolor": see_through(color, opacity),
        "line": {"width": border, "color": color},
        "layer": "above" if border else "below",
    }
