"""Where single events stand on the timeline: the x of each, apart where they would coincide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.tables import BoolArray, FloatArray, IntArray, Tables
    from dashboard.query.window import Window

_DAY = 86_400
GAP = 11.0
"""Pixels between events that would otherwise stand on each other."""
FARTHEST = 18.0
"""Pixels that an event may stand from its true place for that."""


def instants(tables: Tables, rows: IntArray) -> FloatArray:
    """Return the second at which each event's mark stands.

    A time stands where it is, a day in its middle, an interval at its first day; a month, a year
    or an approximate date in the middle of what it may mean; an open interval at its known end.
    """
    events = tables.events.iloc[rows]
    lower, upper = tables.lower[rows].astype(float), tables.upper[rows].astype(float)
    middle = (lower + upper) / 2
    begin = lower + np.minimum(upper - lower, _DAY) / 2
    at = np.where(upper - lower <= _DAY, middle, begin)
    at = np.where(events["precision"] == "minute", lower, at)
    soft = is_soft(tables, rows) & ~events["interval"].to_numpy()
    at = np.where(soft, middle, at)
    at = np.where(events["open_start"], upper - np.minimum(_DAY / 2, upper - lower), at)
    return np.where(events["open_end"], lower + _DAY / 2, at)


def is_soft(tables: Tables, rows: IntArray) -> BoolArray:
    """Return whether an event's date says less than a day: its ends are drawn soft."""
    events = tables.events.iloc[rows]
    coarse = events["precision"].isin(["month", "year"])
    soft: BoolArray = (coarse | events["approximate"] | events["uncertain"]).to_numpy()
    return soft


def apart(x: FloatArray, gap: float = GAP, farthest: float = FARTHEST) -> FloatArray:
    """Return the places of events moved apart, in the order given, which must be ascending.

    The places are the nearest (in least squares) that are ``gap`` pixels apart, found by pooling
    adjacent violators (Ayer et al. 1955); where a crowd would push its members farther than
    ``farthest`` pixels from their true places, it is squeezed until none is.
    """
    if len(x) < 2:
        return x.copy()
    wanted = x - gap * np.arange(len(x))
    means: list[float] = []
    counts: list[int] = []
    for value in wanted.tolist():
        mean, count = value, 1
        while means and means[-1] >= mean:
            before, size = means.pop(), counts.pop()
            mean = (mean * count + before * size) / (count + size)
            count += size
        means.append(mean)
        counts.append(count)
    moved = np.repeat(means, counts) + gap * np.arange(len(x)) - x
    crowd = np.repeat(np.arange(len(counts)), counts)
    worst = np.zeros(len(counts))
    np.maximum.at(worst, crowd, np.abs(moved))
    squeeze = np.minimum(1.0, farthest / np.maximum(worst, 1e-9))
    placed: FloatArray = x + moved * squeeze[crowd]
    return placed


def to_pixels(seconds: FloatArray, window: Window, width: float) -> FloatArray:
    """Return the x of instants in a plot whose left and right edge are the window's bounds."""
    return (seconds - window.lower) * (width / window.span)
