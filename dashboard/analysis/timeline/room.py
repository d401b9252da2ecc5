"""The room that a browser offers, and the heights that fit it."""

from __future__ import annotations

from typing import NamedTuple


class Room(NamedTuple):
    """What the browser offers.

    Attributes:
        width: of the plot area, in pixels.
        compact: whether the screen is small.
        scale: how wide its font is, in units of what ``text_width`` assumes.
    """

    width: float
    compact: bool = False
    scale: float = 1.0


class Metrics(NamedTuple):
    """Heights in pixels."""

    font: float
    title_row: float
    title_rows: int
    lane: float


_LANE_HEIGHTS = ((8, 46), (12, 40), (20, 32), (99, 26))
"""For at most so many lanes, how high each is."""


def metrics(room: Room, lane_count: int, event_count: int) -> Metrics:
    """Choose heights for a room, so that few events need little and many lanes still fit."""
    rows = min(max(3, event_count), 9 if room.compact else 14)
    if room.compact:
        return Metrics(font=12, title_row=18, title_rows=rows, lane=44 if lane_count <= 12 else 34)
    lane = next(high for most, high in _LANE_HEIGHTS if lane_count <= most)
    return Metrics(font=13, title_row=20, title_rows=rows, lane=lane)
