"""The time axis: ticks with their labels, and bands of periods.

┊ left      middle      right ┊
┊ ▒▒▒▒▒▒▒ Three Kingdoms ▒▒▒▒ ┊   period band, row 0
┊       ▒▒▒▒▒▒▒▒▒▒▒▒          ┊   period band, row 1
├───────┬──┬──┬──┬──┬─────────┤
       Oct 13 14 15 16  Nov       label of a tick; that of a day is below the middle of the day
       2023  20 times as wide     its context, where it changes; the label of a stretch
"""

from __future__ import annotations

from itertools import zip_longest
from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import LEAST_LETTERS, cut, text_width
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.stretches import Axis
from dashboard.analysis.timeline.ticks import choose_ticks
from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.zones import to_local
from dashboard.words.dates import short_date, span
from dashboard.words.direction import isolated
from dashboard.words.language import gettext
from dashboard.words.numbers import factor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.analysis.timeline.plot_area import PlotArea
    from dashboard.analysis.timeline.stretches import Stretch
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

PERIOD_FONT = 11.0
"""Font size of the names of periods, in pixels."""
TICK_FONT = 12.0
"""Font size of the labels of ticks, in pixels."""
_BESIDE = 12.0
"""Pixels on each side of the plot area that labels may use."""
_DAY_LABEL, _LABEL = 16.0, 60.0
"""Pixels for the label of a day, and for any other label, in a stretch."""
_OVERLAP = 40.0
"""Pixels by which the label of a stretch may be longer than the stretch, on each side."""
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
    """A tick of the axis.

    Attributes:
        x: x of the tick in pixels.
        label: its label; may be empty.
        context: the second line of its label; may be empty.
        label_x: x of the middle of both lines.
    """

    x: float
    label: str
    context: str
    label_x: float


class _Taken(NamedTuple):
    """Spaces in pixels that are taken by the ticks and labels of stretches."""

    labels: Sequence[tuple[float, float]] = ()
    contexts: Sequence[tuple[float, float]] = ()


def axis_ticks(
    window: Window, plot_area: PlotArea, axis: Axis | None = None, zone: str = "UTC"
) -> tuple[AxisTick, ...]:
    """Place ticks in view, and outside the view as far as a drag reaches.

    At least two ticks in view have a label, and no label is cut off at the edge of the plot area.
    The context is shown at the first tick in view where it fits, and wherever it changes; of two
    contexts that would overlap, the earlier one is left out. Where the usual number of ticks leaves
    fewer than two labels or no space for a context, there are twice as many.

    Args:
        window: the window.
        plot_area: the plot area.
        axis: the axis; by default an even one.
        zone: name of the time zone in which days begin.
    """
    axis = axis or Axis(TimeScale.even(window, plot_area.width))
    wider = [
        tick for one in axis.stretches for tick in _of_stretch(one, axis.scale, plot_area, zone)
    ]
    labels = [_box(tick.label_x, tick.label, plot_area) for tick in wider]
    contexts = [
        _box((one.left + one.right) / 2, words, plot_area)
        for one, words in zip(axis.stretches, label_stretches(axis, plot_area, zone), strict=True)
    ]
    taken = _Taken([*labels, *((one.left, one.right) for one in axis.stretches)], contexts)
    most = max(2, int(plot_area.width / (70 if plot_area.compact else 90) / plot_area.scale))
    placed = _placed(window, plot_area, axis, most, zone, taken)
    in_view = [tick for tick in placed if 0 <= tick.x <= plot_area.width]
    few = sum(bool(tick.label) for tick in [*in_view, *wider]) < 2
    unclear = any(tick.context for tick in placed) and not any(tick.context for tick in in_view)
    if few or (unclear and not wider):
        placed = _placed(window, plot_area, axis, 2 * most, zone, taken)
    return tuple(sorted([*placed, *wider]))


def label_stretches(axis: Axis, plot_area: PlotArea, zone: str = "UTC") -> tuple[str, ...]:
    """Return the longest label of each stretch that fits below it: month and factor, or less."""
    labels: list[str] = []
    before = -_BESIDE
    for one, after in zip_longest(axis.stretches, axis.stretches[1:]):
        end = after.left if after else plot_area.width + _BESIDE
        for words in _stretch_words(one, zone):
            left, right = _box((one.left + one.right) / 2, words, plot_area)
            if before <= left and right <= min(end, one.right + _OVERLAP):
                break
        labels.append(words)
        before = right + _BETWEEN
    return tuple(labels)


def _stretch_words(stretch: Stretch, zone: str) -> Iterator[str]:
    """Yield ``Oct 2023 · 20 times as wide``, and shorter labels."""
    first, last = (
        civil_from_days(int(to_local(second, zone) // DAY_SECONDS))
        for second in (stretch.lower, stretch.upper - 1)
    )
    when = short_date(*(first if first == last else first[:2]))
    if first[:2] != last[:2]:
        when = span(when, short_date(*last[:2]))
    times = factor(stretch.factor)
    # Translators: a part of the time axis that is drawn wider; the factor may have decimals.
    yield gettext("{time} · {factor} times as wide", time=when, factor=times)
    yield f"{when} · {times}×"
    yield f"{times}×"


def _of_stretch(
    stretch: Stretch, scale: TimeScale, plot_area: PlotArea, zone: str
) -> list[AxisTick]:
    """Return the ticks of a stretch: each day if there is space, without context."""
    width = (stretch.right - stretch.left) / plot_area.scale
    days = (stretch.upper - stretch.lower) / DAY_SECONDS
    # A stretch of whole days has no ticks of hours, which would give marks a time of day.
    most = inf if days % 1 else days
    for space in (_DAY_LABEL, _LABEL):
        number = min(max(1, int(width / space)), most)
        ticks = choose_ticks(stretch.lower, stretch.upper, int(number), zone)
        if ticks and (space == _LABEL or ticks[0].label.isdigit()):
            break
    placed: list[AxisTick] = []
    end = -_BESIDE
    for tick in ticks:
        x, after = scale.to_x(np.array([tick.second, tick.second + tick.span])).tolist()
        left, right = _box((x + after) / 2, tick.label, plot_area)
        if left >= end and right <= plot_area.width + _BESIDE:
            placed.append(AxisTick(x, tick.label, "", (x + after) / 2))
            end = right
    return placed


def _placed(
    window: Window, plot_area: PlotArea, axis: Axis, most: int, zone: str, taken: _Taken
) -> list[AxisTick]:
    """Return the ticks outside of stretches."""
    reach = window.span // 2
    own = sum(one.right - one.left for one in axis.stretches)
    inside = sum(one.upper - one.lower for one in axis.stretches)
    # On an axis without stretches this is 1: so much narrower is the rest of the axis.
    rest = (1 - own / plot_area.width) / max(1 - inside / window.span, 1e-9)
    number = max(2, int(most * 2 * rest))
    found: list[AxisTick] = []
    last, shown = AxisTick(float("-inf"), "", "", float("-inf")), False
    for tick in choose_ticks(window.lower - reach, window.upper + reach, number, zone):
        if any(one.lower <= tick.second < one.upper for one in axis.stretches):
            continue
        ends = axis.scale.to_x(np.array([tick.second, tick.second + tick.span])).tolist()
        x, at = ends[0], sum(ends) / 2
        in_view = 0 <= x <= plot_area.width
        label = tick.label if not in_view or _fits(at, tick.label, plot_area, taken.labels) else ""
        is_new = tick.context != last.context or (in_view and not shown)
        if is_new and in_view and not _fits(at, tick.context, plot_area, taken.contexts):
            # After the context of another day or month, a label without its own would be misread.
            found.append(AxisTick(x, "" if shown else label, "", at))
            continue
        found.append(AxisTick(x, label, tick.context if label and is_new else "", at))
        if found[-1].context:
            both = _width(last.context, plot_area) + _width(tick.context, plot_area)
            if at - last.label_x < both / 2:
                found[found.index(last)] = last._replace(context="")
            last, shown = found[-1], shown or in_view
    return found


def _fits(
    x: float, text: str, plot_area: PlotArea, taken: Sequence[tuple[float, float]] = ()
) -> bool:
    """Whether a text that is centred at x is visible in full, outside of taken spaces."""
    left, right = _box(x, text, plot_area)
    is_free = all(right <= other[0] or other[1] <= left for other in taken)
    return is_free and left >= -_BESIDE and right <= plot_area.width + _BESIDE


def _box(x: float, text: str, plot_area: PlotArea) -> tuple[float, float]:
    half = text_width(text, TICK_FONT, scale=plot_area.scale) / 2
    return x - half, x + half


def _width(context: str, plot_area: PlotArea) -> float:
    return text_width(context, TICK_FONT, scale=plot_area.scale) + _BETWEEN if context else 0.0


def place_periods(tables: Tables, scale: TimeScale, plot_area: PlotArea) -> tuple[PeriodBand, ...]:
    """Place the periods in view, those that overlap in different rows."""
    bands: list[PeriodBand] = []
    ends: list[float] = []
    periods, width = tables.periods.sort_values("lower", kind="stable"), plot_area.width
    bounds = scale.to_x(periods[["lower", "upper"]].to_numpy())
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


def count_rows(bands: Sequence[PeriodBand]) -> int:
    """Return the number of rows of periods."""
    return max((band.row + 1 for band in bands), default=0)
