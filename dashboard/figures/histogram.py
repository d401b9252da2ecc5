"""Lanes as mirrored histograms: cooperation and neutral acts above, conflict below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.tone import Tone
from dashboard.figures.segments import packed

if TYPE_CHECKING:
    from dashboard.analysis.timeline.density import Density
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.figures.theme import Theme
    from dashboard.query.columns import FloatArray


def histogram_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Return the areas of all lanes, or an empty list if events are drawn singly."""
    if timeline.density is None:
        return []
    half = timeline.heights.lane / 2 - 3
    return _areas(timeline.density, timeline.lane_y, half, theme)


def area_of_counts(counts: Density, half: float, theme: Theme) -> list[dict[str, Any]]:
    """Return the areas of a single lane of height ``2 * half`` that begins at y = 0."""
    return _areas(counts, np.array([half]), half, theme)


def _areas(counts: Density, middle: FloatArray, half: float, theme: Theme) -> list[dict[str, Any]]:
    """Return up to three areas; a bar's height grows with the square root of its count."""
    if counts.most == 0:
        return []
    unit = half / np.sqrt(counts.most)
    both = counts.cooperation + counts.neutral
    # Neutral acts are stacked: the sum is drawn first, and cooperation covers its lower part.
    parts = (
        (both if counts.neutral.any() else 0 * both, -unit, theme.tones[Tone.NEUTRAL]),
        (counts.cooperation, -unit, theme.tones[Tone.COOPERATION]),
        (counts.conflict, unit, theme.tones[Tone.CONFLICT]),
    )
    return [
        _steps(counts.edges, middle, sign * np.sqrt(number), color)
        for number, sign, color in parts
        if number.any()
    ]


def _steps(
    edges: FloatArray, middle: FloatArray, heights: FloatArray, color: str
) -> dict[str, Any]:
    """Return one trace of stepped areas, one for each lane with events."""
    some = heights.any(axis=1)
    base = middle[some][:, None]
    tops = base + heights[some]
    y = np.concatenate([base, tops, base, base, np.full_like(base, np.nan)], axis=1)
    x = np.concatenate([edges[:1], edges[:-1], edges[-1:], edges[-1:], [np.nan]])
    return {
        "type": "scatter",
        "mode": "none",
        "fill": "toself",
        "x": packed(np.broadcast_to(x, y.shape)),
        "y": packed(y),
        "line": {"shape": "hv"},
        "fillcolor": color,
        "hoverinfo": "skip",
    }
