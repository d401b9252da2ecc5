"""The overview strip: the whole span as one small histogram, and where the window lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.span import shown_window
from dashboard.analysis.timeline.density import density
from dashboard.analysis.timeline.marks import to_pixels
from dashboard.analysis.tone import Tone
from dashboard.figures.histogram import area_of_counts
from dashboard.figures.segments import see_through
from dashboard.figures.theme import THEMES, base_layout, plane_axis
from dashboard.figures.timeline import margins

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.room import Room
    from dashboard.query.selection import Selected, Selection

HEIGHT = 52.0


def draw_overview(
    dataset: Dataset, selection: Selection, selected: Selected, room: Room, scheme: str = "light"
) -> dict[str, Any]:
    """Return the figure of the strip; ``layout.meta`` has the whole span and the window."""
    theme = THEMES[scheme]
    strong = theme.tones[Tone.STRONG_COOPERATION]
    tables, whole = dataset.tables, dataset.span
    window = shown_window(whole, selection.window)
    left, right = margins(room.compact)
    matching = np.flatnonzero(selected.matching)
    x = to_pixels(tables.instant, whole, room.width)
    counts = density(x, dataset.side, matching, np.zeros_like(matching), 1, room.width)
    begin, end = (
        min(max(float(second - whole.lower) * room.width / whole.span, 0.0), room.width)
        for second in (window.lower, window.upper)
    )
    layout = base_layout(theme, room.width + left + right, HEIGHT)
    layout |= {
        "margin": {"l": left, "r": right, "t": 4, "b": 4, "pad": 0},
        "dragmode": False,
        "hovermode": False,
        "xaxis": plane_axis(0, room.width),
        "yaxis": plane_axis(HEIGHT - 8, 0),
        "shapes": [
            _rect(0, room.width, theme.lane, 1.0, 0.0),
            _rect(begin, end, strong, 0.16, 1.5, strong),
        ],
        "meta": {
            "lower": whole.lower,
            "upper": whole.upper,
            "width": room.width,
            "window": [window.lower, window.upper],
            "last": float(tables.instant.max(initial=whole.lower)),
        },
    }
    return {"data": area_of_counts(counts, (HEIGHT - 8) / 2, theme), "layout": layout}


def _rect(
    begin: float, end: float, color: str, opacity: float, border: float, line: str = ""
) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": round(begin, 1),
        "x1": round(max(end, begin + 3), 1),
        "y0": 0,
        "y1": HEIGHT - 8,
        "fillcolor": see_through(color, opacity),
        "line": {"width": border, "color": line or color},
        "layer": "below" if not border else "above",
    }
