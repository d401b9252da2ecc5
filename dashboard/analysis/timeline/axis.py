"""The foot of the timeline: ticks with their labels, and bands of periods.

┊ left      middle      right ┊
┊ ▒▒▒▒▒▒▒ Three Kingdoms ▒▒▒▒ ┊   period band, row 0
┊       ▒▒▒▒▒▒▒▒▒▒▒▒          ┊   period band, row 1
├───────┬─────────┬───────────┤
       Oct       Nov              label of a tick
       2023                       its context, where it changes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import LEAST_LETTERS, cut, text_width
from dashboard.analysis.timeline.marks import to_pixels
from dashboard.analysis.timeline.ticks import choose_ticks
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from dashboard.analysis.timeline.plot_area import PlotArea
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

PERIOD_ROW = 19.0
"""Height of a row of periods in pixels."""
PERIOD_FONT = 11.0
"""Font size of the names of periods, in pixels."""
TICK_FONT = 12.0
"""Font size of the labels of ticks, in pixels."""
_BESIDE = 12.0
"""Pixels on each side of the plot area that labels may use."""
_BETWEEN = 6.0
"""Smallest distance between two contexts, in pixels."""


class PeriodBand(NamedTuple):
    """A period of the file.

    Attributes:
        name: its name, isolated and shortened to fit.
        left, right: x of its ends in pixels, which may be outside the plot area.
        middle: x of the centre of the part that is in view.
        row: row of the band, 0 at the top.
    """

    name: str
    left: float
    right: float
    middle: float
    row: int


class AxisTick(NamedTuple):
    """A tick at ``x`` in pixels, with its label in two lines; each line may be empty."""

    x: float
    label: str
    context: str


def axis_ticks(window: Window, plot_area: PlotArea) -> tuple[AxisTick, ...]:
    """Place ticks in view, and outside the view as far as a drag reaches.

    At least two ticks in view have a label, and no label is cut off at the edge of the plot area.
    The context is shown at the first tick in view where it fits, and wherever it changes; of two
    contexts that would overlap, the earlier one is left out. Where the usual number of ticks leaves
    fewer than two labels or no space for a context, there are twice as many.
    """
    most = max(2, int(plot_area.width / (70 if plot_area.compact else 90) / plot_area.scale))
    placed = _placed(window, plot_area, most)
    in_view = [tick for tick in placed if 0 <= tick.x <= plot_area.width]
    few = sum(bool(tick.label) for tick in in_view) < 2
    unclear = any(tick.context for tick in placed) and not any(tick.context for tick in in_view)
    return tuple(_placed(window, plot_area, 2 * most) if few or unclear else placed)


def _placed(window: Window, plot_area: PlotArea, most: int) -> list[AxisTick]:
    reach = window.span // 2
    found: list[AxisTick] = []
    last, shown = AxisTick(float("-inf"), "", ""), False
    for tick in choose_ticks(window.lower - reach, window.upper + reach, most * 2):
        x = float((tick.second - window.lower) * plot_area.width / window.span)
        in_view = 0 <= x <= plot_area.width
        label = tick.label if not in_view or _fits(x, tick.label, plot_area) else ""
        is_new = tick.context != last.context or (in_view and not shown)
        if is_new and in_view and not _fits(x, tick.context, plot_area):
            # After the context of another day or month, a label without its own would be misread.
            found.append(AxisTick(x, "" if shown else label, ""))
            continue
        found.append(AxisTick(x, label, tick.context if label and is_new else ""))
        if found[-1].context:
            if x - last.x < (_width(last.context, plot_area) + _width(tick.context, plot_area)) / 2:
                found[found.index(last)] = last._replace(context="")
            last, shown = found[-1], shown or in_view
    return found


def _fits(x: float, text: str, plot_area: PlotArea) -> bool:
    """Whether a text that is centred at x is visible in full."""
    half = text_width(text, TICK_FONT, scale=plot_area.scale) / 2
    return x - half >= -_BESIDE and x + half <= plot_area.width + _BESIDE


def _width(context: str, plot_area: PlotArea) -> float:
    return text_width(context, TICK_FONT, scale=plot_area.scale) + _BETWEEN if context else 0.0


def place_periods(tables: Tables, window: Window, plot_area: PlotArea) -> tuple[PeriodBand, ...]:
    """Place the periods in view, those that overlap in different rows."""
    bands: list[PeriodBand] = []
    ends: list[float] = []
    periods, width = tables.periods.sort_values("lower", kind="stable"), plot_area.width
    bounds = to_pixels(periods[["lower", "upper"]].to_numpy(), window, width)
    sides = np.clip(bounds, -width, 2 * width).tolist()
    for name, (left, right) in zip(periods["name"], sides, strict=True):
        if right <= 0 or left >= width:
            continue
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        seen_left, seen_right = max(left, 0.0), min(right, width)
        seen = seen_right - seen_left - 8
        text = cut(str(name), seen, PERIOD_FONT, scale=plot_area.scale, least=LEAST_LETTERS)
        bands.append(PeriodBand(isolated(text), left, right, (seen_left + seen_right) / 2, row))
    return tuple(bands)
