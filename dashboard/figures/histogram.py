"""Histograms of lanes with more events than fit as single marks, each lane to its own scale.

    top ───── ┌───────────────────────────── 34   the highest count of the lane
              │   ▒        neutral
              │   ░   █    not established: paler
              │   █   █    cooperation
    zero ──── ├───────█───────────────────        nearer to the side with the lower counts
              │   █   █    conflict
    bottom ── └─────────────────────────────

The height of a bar is a power of its count: the root, or less where most bars would be too low.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.tone import Tone
from dashboard.figures.shapes import px
from dashboard.markup import h
from dashboard.model.codes import Side
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.timeline.density import Density
    from dashboard.analysis.timeline.histograms import Histograms
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.markup import Markup
    from dashboard.query.columns import FloatArray, IntArray

_EDGE = 1.5
"""Free pixels above and below the bars of a lane."""
_POWERS = (0.5, 0.4, 0.3, 0.2, 0.1)
"""Powers of a count that heights are proportional to: the first with bars high enough is used."""
_MEDIAN = 6.0
"""Least height of the median bar, in pixels, as far as the lane is high enough."""
_UP, _DOWN = -1, 1


def draw_histogram(timeline: Timeline) -> Iterator[Markup]:
    """Yield the bars of all lanes, one path for each tone and status, and the cells to point at."""
    if timeline.density is None:
        return
    heights = np.broadcast_to(timeline.lane_height, len(timeline.lane_y)) - 2 * _EDGE
    yield from draw_bars(timeline.density, timeline.lane_y, heights)
    yield from _cells(timeline.density, timeline.lane_y, heights)


def draw_scales(timeline: Timeline) -> Iterator[Markup]:
    """Yield the highest count of each lane, at the right edge of the plot."""
    if timeline.density is None:
        return
    half = np.broadcast_to(timeline.lane_height, len(timeline.lane_y)) / 2
    tops = (timeline.lane_y - half).tolist()
    for top, most in zip(tops, timeline.density.most.tolist(), strict=True):
        if most:
            x, y = px(timeline.width - 3), px(top + 11)
            yield h.text(gettext("max. {n}", n=most), x=x, y=y, class_="lane-scale")


def draw_bars(counts: Histograms, middle: FloatArray, heights: FloatArray) -> Iterator[Markup]:
    """Yield one path for each tone and status.

    Args:
        counts: the histograms.
        middle: y of the middle of each lane.
        heights: pixels for the bars of each lane, upward and downward together.
    """
    scales = [_scale(counts, lane, float(space)) for lane, space in enumerate(heights)]
    power, unit, share = np.array(scales).reshape(-1, 3).T[:, :, None]
    zero = (middle - heights / 2)[:, None] + share * heights[:, None]
    for direction, tone, own, numbers, name in _layers(counts):
        tips = zero + direction * unit * numbers**power
        lanes = np.flatnonzero(own.any(axis=1)).tolist()
        path = "".join(_steps(counts.edges, float(zero[lane, 0]), tips[lane]) for lane in lanes)
        if path:
            yield h.path(d=path, class_=f"area tone-{tone}{name}")


def _layers(counts: Histograms) -> Iterator[tuple[int, Tone, IntArray, IntArray, str]]:
    """Yield direction, tone, own counts, stacked counts and class of each layer.

    The layers of a direction are painted one on another, the highest first.
    """
    sides = ((Side.NEUTRAL, _UP), (Side.COOPERATION, _UP), (Side.CONFLICT, _DOWN))
    for side, direction in sides:
        below = counts.cooperation if side == Side.NEUTRAL else 0
        firm, doubtful, tone = counts.established[side], counts.in_doubt[side], Tone[side.name]
        yield direction, tone, doubtful, below + firm + doubtful, " unclear"
        yield direction, tone, firm, below + firm, ""


def _scale(counts: Histograms, lane: int, space: float) -> tuple[float, float, float]:
    """Return power and unit of a lane's heights, and the share of the lane above its zero."""
    up, down = counts.cooperation[lane] + counts.neutral[lane], counts.conflict[lane]
    bars = np.concatenate([up[up > 0], down[down > 0]])
    if not len(bars):
        return 0.5, 0.0, 0.5
    for power in _POWERS:
        tops = [float(side.max(initial=0)) ** power if side.any() else 0.0 for side in (up, down)]
        unit = space / sum(tops)
        if np.median(bars) ** power * unit >= _MEDIAN:
            break
    return power, unit, tops[0] / sum(tops)


def _cells(counts: Histograms, middle: FloatArray, heights: FloatArray) -> Iterator[Markup]:
    """Yield a link for each bin to its window, with a box for each lane that has events in it."""
    tops = (middle - heights / 2).tolist()
    for bin_, cells in groupby(counts.cells, key=lambda cell: cell.bin):
        width = px(counts.edges[bin_ + 1] - counts.edges[bin_])
        boxes = (
            h.path(
                d=f"M0 {px(tops[cell.lane])}h{width}v{px(heights[cell.lane])}H0Z",
                class_="cell tip",
                aria_label=cell.words,
            )
            for cell in cells
        )
        yield h.a(
            boxes,
            href=f"?{counts.queries[bin_]}" if counts.queries else None,
            tabindex=-1,
            transform=f"translate({px(counts.edges[bin_])} 0)",
            data_from=round(counts.seconds[bin_]),
            data_to=round(counts.seconds[bin_ + 1]),
        )


def draw_counts(density: Density, middle: float, half: float) -> Iterator[Markup]:
    """Yield the bars of the strip: cooperation and neutral acts upward, conflict downward."""
    up, neutral, down = (
        counts[0] for counts in (density.cooperation, density.neutral, density.conflict)
    )
    unit = half / max(density.most, 1)
    parts = (
        (Tone.NEUTRAL, neutral, up + neutral, _UP),
        (Tone.COOPERATION, up, up, _UP),
        (Tone.CONFLICT, down, down, _DOWN),
    )
    for tone, own, numbers, direction in parts:
        if own.any():
            path = _steps(density.edges, middle, middle + direction * unit * numbers)
            yield h.path(d=path, class_=f"area tone-{tone}")


def _steps(edges: FloatArray, zero: float, tips: FloatArray) -> str:
    """Return one path around the bars of a lane, which begin at y = ``zero``; no bar is empty.

    Its steps are relative to the point before, in whole pixels across and tenths down, because
    there are thousands.

    >>> _steps(np.array([0.0, 8.0, 16.0, 24.0]), 20.0, np.array([12.5, 14.0, 20.0]))
    'M0 20v-7.5h8v1.5h8V20Z'
    """
    sides = np.round(edges).astype(int).tolist()
    ys, base = np.round(tips, 1).tolist(), round(zero, 1)
    path, end, y = "", -1, base
    for left, right, tip in zip(sides[:-1], sides[1:], ys, strict=True):
        if tip == base:
            continue
        if end != left:
            path += f"V{px(base)}ZM{left} {px(base)}" if path else f"M{left} {px(base)}"
            y = base
        path += f"v{px(tip - y)}h{right - left}"
        end, y = right, tip
    return f"{path}V{px(base)}Z" if path else ""
