"""Lanes as mirrored histograms: cooperation and neutral acts above, conflict below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.figures.segments import area_trace

if TYPE_CHECKING:
    from dashboard.analysis.density import Density
    from dashboard.analysis.timeline import Timeline
    from dashboard.figures.theme import Theme
    from dashboard.query.tables import FloatArray


def histogram_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Return the areas of all lanes; none where events are drawn singly."""
    if timeline.density is None:
        return []
    half = timeline.metrics.lane / 2 - 3
    return _areas(timeline.density, timeline.lane_y, half, theme)


def area_of_counts(counts: Density, half: float, theme: Theme) -> list[dict[str, Any]]:
    """Return the areas of a single lane of height ``2 * half`` that begins at y = 0."""
    return _areas(counts, np.array([half]), half, theme)


def _areas(counts: Density, middle: FloatArray, half: float, theme: Theme) -> list[dict[str, Any]]:
    """Return up to three areas; a bar's height grows with the square root of its count."""
    if counts.most == 0:
        return []
    unit = half / np.sqrt(counts.most)
    base = middle[:, None]
    up = unit * np.sqrt(counts.cooperation)
    over = unit * np.sqrt(counts.cooperation + counts.neutral)
    down = unit * np.sqrt(counts.conflict)
    parts = (
        (base - up, np.broadcast_to(base, up.shape), theme.tones[3]),
        (base - over, base - up, theme.tones[2]),
        (np.broadcast_to(base, down.shape), base + down, theme.tones[1]),
    )
    return [
        area_trace(*_steps(counts.edges, upper, lower), color, 0.75)
        for upper, lower, color in parts
        if (upper != lower).any()
    ]


def _steps(
    edges: FloatArray, upper: FloatArray, lower: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the outline of bars between two heights, one polygon a lane."""
    lanes = len(upper)
    along = np.repeat(edges, 2)[1:-1]
    x = np.concatenate([along, along[::-1]])
    y = np.concatenate([np.repeat(upper, 2, axis=1), np.repeat(lower, 2, axis=1)[:, ::-1]], axis=1)
    return np.broadcast_to(x, (lanes, len(x))), y
