"""The foot of the timeline: ticks with their labels, and the bands of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.text_width import shorten
from dashboard.analysis.ticks import ticks

if TYPE_CHECKING:
    from dashboard.analysis.room import Room
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

PERIOD_ROW = 19.0
"""Height of a row of periods in pixels."""
_PERIOD_FONT = 11.0


class PeriodBand(NamedTuple):
    """A period: its name as far as it fits, its ends, and the middle of what is in view of it."""

    name: str
    left: float
    right: float
    middle: float
    row: int


class AxisTick(NamedTuple):
    """A tick at ``x`` with its label in two lines."""

    x: float
    label: str
    context: str


def axis_ticks(window: Window, room: Room) -> tuple[AxisTick, ...]:
    """Place ticks in view and a little beyond, for a drag.

    The context stands at the first tick in view and wherever it changes.
    """
    most = max(2, int(room.width / (70 if room.compact else 90)))
    reach = window.span // 2
    found = []
    last, was_in_view = "", False
    for tick in ticks(window.lower - reach, window.upper + reach, most * 2):
        x = float((tick.second - window.lower) * room.width / window.span)
        in_view = 0 <= x <= room.width
        is_new = tick.context != last or (in_view and not was_in_view)
        found.append(AxisTick(x, tick.label, tick.context if is_new else ""))
        last, was_in_view = tick.context, was_in_view or in_view
    return tuple(found)


def period_bands(tables: Tables, window: Window, room: Room) -> tuple[PeriodBand, ...]:
    """Place the periods that are in view: in rows where they overlap, names where they fit."""
    found: list[PeriodBand] = []
    ends: list[float] = []
    columns = tables.periods[["name", "lower", "upper"]].sort_values("lower", kind="stable")
    for name, lower, upper in columns.itertuples(index=False):
        left, right = (
            min(
                max((second - window.lower) * room.width / window.span, -room.width), 2 * room.width
            )
            for second in (lower, upper)
        )
        if right <= 0 or left >= room.width:
            continue
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        seen_left, seen_right = max(left, 0.0), min(right, room.width)
        text = shorten(str(name), seen_right - seen_left - 8, _PERIOD_FONT, scale=room.scale)
        found.append(PeriodBand(text, left, right, (seen_left + seen_right) / 2, row))
    return tuple(found)
