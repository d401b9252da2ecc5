"""Marks on an even axis with lanes of given positions, for tests of marks and titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.timeline.extents import Extents
from dashboard.analysis.timeline.marks import Marks, find_drawn, make_marks
from dashboard.analysis.timeline.placement import place_events
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.sub_rows import pack

if TYPE_CHECKING:
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

MOST = 1
SUB_ROW = 10.0


def place_marks(
    tables: Tables, lanes: Lanes, rows: IntArray, window: Window, width: float, lane_y: FloatArray
) -> Marks:
    """The marks of some events, in up to ``MOST`` sub-rows, ``SUB_ROW`` pixels apart."""
    extents = Extents.of(tables, rows, window)
    drawn = find_drawn(lanes, extents.event)
    placed = place_events(extents, drawn.members, TimeScale.even(window, width), MOST)
    y = lane_y[drawn.members.lane] + SUB_ROW * pack(placed.items(drawn.members), MOST).offset
    return make_marks(tables, lanes, extents, drawn, placed, y, width)
