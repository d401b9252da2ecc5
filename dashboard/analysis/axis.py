"""The foot of the timeline: ticks with their labels, and the bands of periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.text_width import LEAST_LETTERS, cut, text_width
from dashboard.analysis.ticks import ticks

if TYPE_CHECKING:
    from dashboard.analysis.room import Room
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

PERIOD_ROW = 19.0
"""Height of a row of periods in pixels."""
_PERIOD_FONT = 11.0
TICK_FONT = 12.0
"""Font size of the labels of ticks, in pixels."""
_BESIDE, _BETWEEN = 12.0, 6.0
"""Pixels beside the plot that labels may use, and those that keep two contexts apart."""


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
    """Place ticks in view and a little beyond, for a drag; two or more have a label in view.

    No label is cut off at the edge of the room. The context stands at the first tick in view that
    has room for it and wherever it changes; of two that would overlap the earlier is left out.
    """
    most = max(2, int(room.width / (70 if room.compact else 90) / room.scale))
    found = _placed(window, room, most)
    if sum(bool(tick.label) and 0 <= tick.x <= room.width for tick in found) < 2:
        found = _placed(window, room, 2 * most)
    return tuple(found)


def _placed(window: Window, room: Room, most: int) -> list[AxisTick]:
    reach = window.span // 2
    found: list[AxisTick] = []
    last, shown = AxisTick(float("-inf"), "", ""), False
    for tick in ticks(window.lower - reach, window.upper + reach, most * 2):
        x = float((tick.second - window.lower) * room.width / window.span)
        in_view = 0 <= x <= room.width
        label = tick.label if not in_view or _fits(x, tick.label, room) else ""
        is_new = tick.context != last.context or (in_view and not shown)
        if is_new and in_view and not _fits(x, tick.context, room):
            # Beside the context of another day or month a bare label would be misread.
            found.append(AxisTick(x, "" if shown else label, ""))
            continue
        found.append(AxisTick(x, label, tick.context if label and is_new else ""))
        if found[-1].context:
            if x - last.x < (_width(last.context, room) + _width(tick.context, room)) / 2:
                found[found.index(last)] = last._replace(context="")
            last, shown = found[-1], shown or in_view
    return found


def _fits(x: float, text: str, room: Room) -> bool:
    """Whether a text around x is seen in full."""
    half = text_width(text, TICK_FONT, scale=room.scale) / 2
    return x - half >= -_BESIDE and x + half <= room.width + _BESIDE


def _width(context: str, room: Room) -> float:
    return text_width(context, TICK_FONT, scale=room.scale) + _BETWEEN if context else 0.0


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
        seen = seen_right - seen_left - 8
        text = cut(str(name), seen, _PERIOD_FONT, scale=room.scale, least=LEAST_LETTERS)
        found.append(PeriodBand(text, left, right, (seen_left + seen_right) / 2, row))
    return tuple(found)
