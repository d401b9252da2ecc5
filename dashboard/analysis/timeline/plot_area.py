"""The plot area that a browser offers, and the heights that fit it."""

from __future__ import annotations

from typing import NamedTuple


class PlotArea(NamedTuple):
    """The plot area of the timeline.

    Attributes:
        width: width in pixels.
        compact: whether the screen is small.
        scale: width of the browser's font, as a multiple of what ``text_width`` assumes.
    """

    width: float
    compact: bool = False
    scale: float = 1.0


class Heights(NamedTuple):
    """Heights in pixels, and the number of rows of titles.

    Attributes:
        font: font size of the titles.
        title_row: height of a row of titles.
        title_rows: largest number of rows of titles.
        lane: height of a lane.
    """

    font: float
    title_row: float
    title_rows: int
    lane: float


_LANE_HEIGHTS = ((8, 46), (12, 40), (20, 32), (99, 26))
"""Number of lanes up to which a lane has the height beside it, in pixels."""


def choose_heights(plot_area: PlotArea, lane_count: int, event_count: int) -> Heights:
    """Choose heights so that few events take little space and many lanes still fit.

    >>> choose_heights(PlotArea(1200), lane_count=8, event_count=100)
    Heights(font=13, title_row=20, title_rows=14, lane=46)
    """
    rows = min(max(3, event_count), 9 if plot_area.compact else 14)
    if plot_area.compact:
        return Heights(font=12, title_row=18, title_rows=rows, lane=44 if lane_count <= 12 else 34)
    lane = next(height for most, height in _LANE_HEIGHTS if lane_count <= most)
    return Heights(font=13, title_row=20, title_rows=rows, lane=lane)
