"""Stretches: parts of the time axis that are drawn wider, so that crowded marks have space.

┊  ●  ┊●●●●●●┊     ●       even scale: the marks between the dots are crowded
┊ ╱    ╲      ╲
┊●╱┊●  ● ●  ● ●┊  ●        the stretch of their days has a larger scale, constant in it;
└ left  right┘          all other days share one smaller scale
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from math import ceil, log
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.placement import place_events
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.sub_rows import GAP, NEAR, pack
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.zones import from_local, to_local

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.timeline.extents import Extents
    from dashboard.analysis.timeline.placement import Members
    from dashboard.query.columns import BoolArray
    from dashboard.query.window import Window

MOST_STRETCHES = 4
"""Largest number of stretches."""
LEAST_SHARE = 0.35
"""Least width of the rest of the axis, as a share of its width on an even scale."""
LEAST_FACTOR = 1.5
"""Least factor by which a stretch is wider than the rest."""
_COMFORT = 16.0
"""Distance in pixels between marks of a sub-row for which a stretch is wide enough."""
_JOINED = 24.0
"""Distance in pixels on an even scale below which two stretches are joined."""
_ROUNDS = 4
"""Largest number of rounds: the rest of the axis, which shrinks, may become crowded."""
_GROWTH = 1.25
"""Factor between the widths that are tried for a stretch."""
_WHOLE_FROM = 9.95
"""Factor from which it is rounded to a whole number."""
_SHORT = 3 * DAY_SECONDS
"""Longest window in seconds in which stretches are of whole hours."""


class Stretch(NamedTuple):
    """A part of the axis with a constant larger scale, of whole days, or hours in a short window.

    Attributes:
        lower, upper: begin and end in seconds.
        left, right: x of the ends in pixels.
        factor: how many times as wide as the rest of the axis it is, with one decimal place below
            10.
    """

    lower: float
    upper: float
    left: float
    right: float
    factor: float


class Axis(NamedTuple):
    """A scale and its stretches."""

    scale: TimeScale
    stretches: tuple[Stretch, ...] = ()


def stretch_axis(
    extents: Extents, members: Members, window: Window, width: float, most: int, zone: str
) -> Axis:
    """Return the axis on which the fewest marks are crowded: even, or with a few stretches.

    Args:
        extents: the events in the window.
        members: their marks in lanes.
        window: the window.
        width: width of the plot in pixels.
        most: number of sub-rows of a lane for marks.
        zone: name of the time zone whose days the stretches keep whole.
    """
    even = TimeScale.even(window, width)
    crowded = crowded_events(extents, members, even, most)
    best, fewest = Axis(even), int(np.count_nonzero(crowded))
    unit = DAY_SECONDS if window.span > _SHORT else 3_600
    spans: list[tuple[float, float]] = []
    needs: dict[tuple[float, float], float] = {}
    for _ in range(_ROUNDS):
        if not crowded.any():
            break
        found = _crowded_spans(extents, crowded, unit, window, zone)
        spans = _joined([*spans, *found], _JOINED / width * window.span)
        for span in spans:
            if span not in needs:
                needs[span] = _needed(extents, members, span, even, most)
        axis = _stretched(even, spans, [needs[span] for span in spans])
        crowded = crowded_events(extents, members, axis.scale, most)
        number = int(np.count_nonzero(crowded))
        if number < fewest and axis.stretches:
            best, fewest = axis, number
    return best


def crowded_events(
    extents: Extents, members: Members, scale: TimeScale, most: int, near: float = NEAR
) -> BoolArray:
    """Return flags of the events of which a mark finds no free sub-row."""
    placed = place_events(extents, members, scale, most)
    packed = pack(placed.items(members), most, near)
    crowded = np.zeros(len(extents.event), dtype=bool)
    crowded[members.owner[packed.crowded]] = True
    return crowded


def _crowded_spans(
    extents: Extents, crowded: BoolArray, unit: int, window: Window, zone: str
) -> list[tuple[float, float]]:
    """Return the days or hours of each crowded event, inside the window."""
    found = set()
    for first, last in zip(extents.first[crowded], extents.last[crowded], strict=True):
        begin = to_local(float(first), zone) // unit * unit
        end = -(-to_local(max(float(last), float(first) + 1), zone) // unit) * unit
        lower = max(from_local(begin, zone), window.lower)
        upper = min(from_local(end, zone), window.upper)
        if lower < upper:
            found.add((lower, upper))
    return sorted(found)


def _joined(spans: Sequence[tuple[float, float]], near: float) -> list[tuple[float, float]]:
    """Join spans that are near to each other, until at most ``MOST_STRETCHES`` are left.

    >>> _joined([(0, 2), (3, 5), (50, 60)], near=4)
    [(0, 5), (50, 60)]
    """
    ordered = sorted(spans)
    joined = ordered[:1]
    for lower, upper in ordered[1:]:
        if lower - joined[-1][1] < near:
            joined[-1] = (joined[-1][0], max(joined[-1][1], upper))
        else:
            joined.append((lower, upper))
    if len(joined) <= MOST_STRETCHES:
        return joined
    gaps = sorted(after[0] - before[1] for before, after in pairwise(joined))
    return _joined(joined, gaps[len(joined) - 1 - MOST_STRETCHES] + 1)


def _needed(
    extents: Extents, members: Members, span: tuple[float, float], even: TimeScale, most: int
) -> float:
    """Return the width in pixels at which the events of a span are not crowded."""
    lower, upper = span
    inside = (extents.at >= lower) & (extents.at < upper) & extents.in_view
    events, own = extents.subset(inside), members.subset(inside)
    own = own._replace(half=np.maximum(own.half, (_COMFORT - GAP) / 2))
    least = float(np.ptp(even.to_x(np.array(span))))
    widths = least * _GROWTH ** np.arange(ceil(log(even.width / least) / log(_GROWTH)) + 1)

    def is_enough(width: float) -> bool:
        scale = TimeScale(np.array(span), np.array([0.0, width]))
        return not crowded_events(events, own, scale, most, _COMFORT).any()

    found = bisect_left(widths[:-1].tolist(), True, key=is_enough)
    return float(widths[found])


def _stretched(
    even: TimeScale, spans: Sequence[tuple[float, float]], needs: Sequence[float]
) -> Axis:
    """Return the axis with stretches; all are narrower than needed if the rest would vanish."""
    ends = np.array(spans, dtype=float).ravel()
    own = np.diff(even.to_x(ends).reshape(-1, 2), axis=1).ravel()
    rest = even.width - own.sum()
    wanted = np.array(needs)
    free = even.width - LEAST_SHARE * rest
    extra = (wanted - own).sum()
    share = min(1.0, (free - own.sum()) / extra) if extra > 0 else 0.0
    widths = own + (wanted - own) * share
    shrunk = (even.width - widths.sum()) / rest if rest > 0 else 1.0
    factors = widths / own / shrunk
    kept = factors >= LEAST_FACTOR
    if not kept.all():
        return _stretched(even, *_kept(spans, needs, kept)) if kept.any() else Axis(even)
    seconds = np.unique(np.concatenate([even.seconds, ends]))
    steps = np.diff(even.to_x(seconds)) * shrunk
    middles = (seconds[1:] + seconds[:-1]) / 2
    for (lower, upper), width in zip(spans, widths.tolist(), strict=True):
        steps[(middles > lower) & (middles < upper)] = width
    x = np.concatenate([[0.0], np.cumsum(steps)])
    x[-1] = even.width
    scale = TimeScale(seconds, x)
    stretches = []
    for (lower, upper), factor in zip(spans, factors.tolist(), strict=True):
        left, right = scale.to_x(np.array([lower, upper])).tolist()
        rounded = round(factor, 1) if factor < _WHOLE_FROM else float(round(factor))
        stretches.append(Stretch(lower, upper, left, right, rounded))
    return Axis(scale, tuple(stretches))


def _kept(
    spans: Sequence[tuple[float, float]], needs: Sequence[float], kept: BoolArray
) -> tuple[list[tuple[float, float]], list[float]]:
    chosen = np.flatnonzero(kept).tolist()
    return [spans[number] for number in chosen], [needs[number] for number in chosen]
