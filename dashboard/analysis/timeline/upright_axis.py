"""Rows of the upright timeline one below the other, and the time axis that results from them.

    0 ─────  ┬  window.lower
             │  ▒ 12 earlier events ▒                  a band, at the begin of the window
    top ──── ┼  begin of the day of the first row  ┐
      y ──── ●  its instant: the row's marks       │ a day is as high as its rows
             ●  the second event of this day       │
    bottom ─ ┼  end of this day                    ┘
             │  ▒ 4 months without an event ▒          a band where much time passes
    top ──── ┼  begin of the next day with an event
             ┴  window.upper

The axis is linear between knots: the edges of the window, the begin and the end of each day with
events, and the instant of each row. So every mark is at its instant, within its own day's pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.query.columns import FloatArray
    from dashboard.query.window import Window

BAND = 20.0
"""Height of a band in pixels."""
_BETWEEN = 2.0
"""Height in pixels of days without events that have no band."""
_STEP = 0.1
"""Least time between the anchors of two rows, in seconds."""


class Break(NamedTuple):
    """A break between two rows: its words, and the query of a click on it; ``None`` for none."""

    words: str
    query: str | None = None


class Gap(NamedTuple):
    """A break with its edges in pixels."""

    top: float
    bottom: float
    words: str
    query: str | None


class Stack(NamedTuple):
    """Rows one below the other.

    Attributes:
        top: y of the upper edge of each row, in pixels.
        y: y of the marks of each row.
        gaps: the bands between the rows.
        knots: knots (second, y) of the axis; both ascend strictly.
        height: height of everything.
    """

    top: FloatArray
    y: FloatArray
    gaps: tuple[Gap, ...]
    knots: tuple[tuple[float, float], ...]
    height: float


def stack_rows(
    heights: Sequence[float],
    instant: FloatArray,
    begin: FloatArray,
    end: FloatArray,
    breaks: Sequence[Break | None],
    window: Window,
) -> Stack:
    """Place rows one below the other.

    >>> from dashboard.query.window import Window
    >>> day = np.array([0.0, 86_400.0])
    >>> rows = stack_rows([36, 36], day + 43_200, day, day + 86_400, [None] * 3, Window(0, 172_800))
    >>> rows.top.tolist(), rows.knots[:3]
    ([0.0, 36.0], ((0.0, 0.0), (43200.0, 18.0), (86400.0, 36.0)))

    Args:
        heights: height of each row in pixels.
        instant: instant of each row in seconds, ascending.
        begin: begin of the day of each row in seconds.
        end: end of this day, not included.
        breaks: the break before each row, and the one after the last row.
        window: the window.
    """
    lower, upper = float(window.lower), float(window.upper)
    anchors = _apart(instant, window).tolist()
    begins, ends = (np.clip(bound, lower, upper).tolist() for bound in (begin, end))
    knots = [(lower, 0.0)]
    gaps: list[Gap] = []
    tops: list[float] = []
    y, done = 0.0, lower

    def space(start: float, stop: float, found: Break | None) -> float:
        """Return the pixels between the end of one day and the begin of the next."""
        if found is not None:
            gaps.append(Gap(y, y + BAND, *found))
            return BAND
        return _BETWEEN if stop > start else 0.0

    for row, height in enumerate(heights):
        is_new_day = done <= begins[row]
        if is_new_day:
            _add(knots, done, y)
        y += space(done, begins[row], breaks[row])
        if is_new_day and begins[row] < anchors[row]:
            _add(knots, begins[row], y)
        tops.append(y)
        _add(knots, anchors[row], y + height / 2)
        y += height
        done = max(done, ends[row])
    _add(knots, done, y)
    y += space(done, upper, breaks[-1])
    _add(knots, upper, y)
    top = np.array(tops)
    return Stack(top, top + np.array(heights) / 2, tuple(gaps), tuple(knots), y)


def _add(knots: list[tuple[float, float]], second: float, y: float) -> None:
    """Add a knot after the last one; a knot that does not ascend is left out."""
    if second > knots[-1][0] and y > knots[-1][1]:
        knots.append((second, y))


def _apart(instant: FloatArray, window: Window) -> FloatArray:
    """Return instants inside the window, each later than the one before it."""
    steps = np.arange(len(instant)) + 1
    step = min(_STEP, window.span / (2 * len(instant) + 2))
    inside = np.clip(instant, window.lower, window.upper)
    later = np.maximum.accumulate(inside - steps * step) + steps * step
    latest = window.upper - (len(instant) + 1 - steps) * step
    anchors: FloatArray = np.maximum(np.minimum(later, latest), window.lower + steps * step)
    return anchors
