"""The plot area that a browser offers, and its division into titles and lanes.

0 ─────────── ┬                            ┬
              │ rows_above × title_row     │
y = 0 ─────── ┼                            │
              │ lanes: lane[0]             │
              │        lane[1]             │ height of the plot area
lanes_end ─── ┼                            │
              │ rows_below × title_row     │
              ┴                            ┴
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlotArea(NamedTuple):
    """The plot area of the timeline.

    Attributes:
        width: width in pixels.
        compact: whether the screen is small.
        scale: width of the browser's font, as a multiple of what ``text_width`` assumes.
        height: height in pixels of titles and lanes together; 0 is as high as needed.
    """

    width: float
    compact: bool = False
    scale: float = 1.0
    height: float = 0.0


class Heights(NamedTuple):
    """Heights in pixels, and the numbers of rows of titles.

    Attributes:
        font: font size of the titles.
        title_row: height of a row of titles.
        rows_above, rows_below: largest number of rows of titles above and below the lanes.
        lane: height of a lane of one sub-row.
        sub_row: distance of two sub-rows of a lane.
        lanes: height of each lane.
    """

    font: float
    title_row: float
    rows_above: int
    rows_below: int
    lane: float
    sub_row: float = 13.0
    lanes: tuple[float, ...] = ()


FONT, TITLE_ROW = 12.5, 16.0
"""Font size of titles and height of a row of titles, in pixels."""
LANE, LEAST_LANE, MOST_LANE = 26.0, 17.0, 34.0
"""Height of a lane of one sub-row in pixels: usual, least, and where few events leave space."""
_SUB_ROWS = (13.0, 11.0, 9.0)
"""Distances of sub-rows in pixels, from the usual to the least, at which marks overlap slightly."""
_DISTANCES = (*product(_SUB_ROWS[:2], (LANE, 22.0, LEAST_LANE)), (_SUB_ROWS[2], LEAST_LANE))
"""Pairs of a distance of sub-rows and a height of lanes, in the order in which they are tried."""
_OF_BARS = ((6.5, LEAST_LANE), (4.5, LEAST_LANE))
"""The same for lanes with more sub-rows than signs ever need: those of many long bars."""
_MOST_OF_SIGNS = 4
"""Largest number of sub-rows that signs need."""
_BESIDE_ROWS = 5.0
"""Free pixels above and below the sub-rows of a lane, together."""
_ROWS = (9, 8, 7, 5)
"""Numbers of rows of titles for which lanes are made lower, from the wished to the least."""
_ROWS_IF_HIGHER = 11
"""Number of rows of titles where the plot area is too low in any case."""
_MOST_ROWS = 14
"""Largest number of rows of titles."""
HEAD_GAP, LANES_GAP = 6.0, 4.0
"""Free pixels above the highest row of titles, and below the lanes and the lowest row."""
_GAPS = HEAD_GAP + 2 * LANES_GAP


def choose_heights(plot_area: PlotArea, sub_rows: Sequence[int], event_count: int) -> Heights:
    """Divide the height of the plot area, or choose the height that few events need.

    Lanes and sub-rows are as high as usual if enough rows of titles fit then, else lower. If even
    the least heights do not fit, everything together is higher than the plot area.

    >>> choose_heights(PlotArea(900, height=330), sub_rows=(1,) * 6, event_count=30)[:4]
    (12.5, 16.0, 5, 5)

    Args:
        plot_area: the plot area.
        sub_rows: number of sub-rows of each lane; 0 for a lane without marks in the window.
        event_count: number of events in the window: each may have a title.
    """
    wanted = min(max(event_count, 3), _MOST_ROWS)
    if not plot_area.height:
        return _heights(wanted, LANE, _SUB_ROWS[0], _lanes(sub_rows, _SUB_ROWS[0], LANE))
    height = plot_area.height - _GAPS
    has_bars = max(sub_rows, default=0) > _MOST_OF_SIGNS
    distances = (*_DISTANCES, *_OF_BARS) if has_bars else _DISTANCES
    for rows, (sub_row, lane) in product(_ROWS, distances):
        lanes = _lanes(sub_rows, sub_row, lane)
        if sum(lanes) + min(rows, wanted) * TITLE_ROW <= height:
            break
    else:
        return _heights(min(wanted, _ROWS_IF_HIGHER), lane, sub_row, lanes)
    number = min(int((height - sum(lanes)) // TITLE_ROW), wanted)
    spare = height - sum(lanes) - number * TITLE_ROW
    if lane == LANE and spare > 0 and sub_rows:
        lanes = _lanes(sub_rows, sub_row, min(lane + spare / len(sub_rows), MOST_LANE))
    return _heights(number, lane, sub_row, lanes)


def _heights(rows: int, lane: float, sub_row: float, lanes: tuple[float, ...]) -> Heights:
    above = -(-rows // 2)
    return Heights(FONT, TITLE_ROW, above, rows - above, lane, sub_row, lanes)


def _lanes(sub_rows: Sequence[int], sub_row: float, lane: float) -> tuple[float, ...]:
    """Return the height of each lane; one without marks gives its space away."""
    return tuple(
        max(lane, rows * sub_row + _BESIDE_ROWS) if rows else LEAST_LANE for rows in sub_rows
    )
