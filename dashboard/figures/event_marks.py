"""Single events drawn: links between lanes, marks on the links, and bars of their durations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.figures.event_tips import event_tip
from dashboard.figures.segments import area_trace, boxes, line_trace
from dashboard.figures.theme import CHECK, ROLE_SYMBOLS, STATUS_STYLES
from dashboard.model.codes import Role

if TYPE_CHECKING:
    from dashboard.analysis.timeline.marks import Marks
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.figures.theme import Theme
    from dashboard.query.columns import FloatArray, IntArray

_BAR = 9.0
"""Height of a bar in pixels."""
_STYLES = tuple(STATUS_STYLES.values())
"""Style of each ``Status``."""
_SUFFIXES = {"cross": "-cross", "x": "-x"}
"""Suffixes of the names of Plotly's symbols with a cross or an x inside; none has a check."""
_LINE_REACH = 1.4
"""Length of Plotly's symbol of an upright line, as a multiple of the symbol's size."""


def bar_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw the durations of events: bars with square ends, pointed where a date is not exact."""
    marks = timeline.marks
    lasts = marks.has_bar[marks.owner]
    owner, y = marks.owner[lasts], marks.y[lasts]
    traces = []
    bar_tone = marks.mark_tone[lasts]
    for tone in np.unique(bar_tone).tolist():
        chosen = bar_tone == tone
        x, outline = _outline(marks, owner[chosen], y[chosen])
        traces.append(area_trace(x, outline, theme.tones[tone], 0.34) | {"name": "bars"})
    return traces


def _outline(marks: Marks, owner: IntArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the corners of bars: (n, 6) arrays of x and y of rectangles or pointed bars."""
    left, right = marks.left[owner], marks.right[owner]
    shoulder = np.where(marks.soft[owner], (right - left) * 0.35, 0.0)
    sides = (left, left + shoulder, right - shoulder)
    x = np.stack([*sides, right, *sides[:0:-1]], axis=1)
    return x, y[:, None] + _BAR / 2 * np.array([0, -1, -1, 0, 1, 1])


def selected_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw a broad shade behind the open event."""
    marks, at = timeline.marks, timeline.opened
    if at < 0:
        return []
    x = np.array([[marks.x[at], marks.x[at]]])
    y = np.array([[marks.top[at] - 12, marks.bottom[at] + 12]])
    return [line_trace(x, y, theme.text, 20.0) | {"opacity": 0.14}]


def link_traces(marks: Marks, theme: Theme) -> list[dict[str, Any]]:
    """Draw the links: the solid ones of a tone as one area, all others as strokes of one trace."""
    weights = np.array([style.weight for style in _STYLES])[marks.status]
    solid = np.array([style.dash == "solid" for style in _STYLES])[marks.status]
    linked = marks.bottom > marks.top
    traces = []
    for tone, color in enumerate(theme.tones):
        chosen = linked & solid & (marks.tone == tone)
        if chosen.any():
            left, right = (marks.x + side * weights / 2 for side in (-1, 1))
            x, y = boxes(*(part[chosen] for part in (left, right, marks.top, marks.bottom)))
            traces.append(area_trace(x, y, color) | {"name": "links"})
    dashed = np.flatnonzero(linked & ~solid)
    return [*traces, _strokes(marks, dashed, theme)] if len(dashed) else traces


def _strokes(marks: Marks, chosen: IntArray, theme: Theme) -> dict[str, Any]:
    """Draw links as symbols of upright lines, each with its own length, dash and colour."""
    styles = [_STYLES[status] for status in marks.status[chosen].tolist()]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "links",
        "x": np.round(marks.x[chosen], 1).tolist(),
        "y": np.round((marks.top + marks.bottom)[chosen] / 2, 1).tolist(),
        "marker": {
            "symbol": "line-ns",
            "size": np.round((marks.bottom - marks.top)[chosen] / _LINE_REACH, 1).tolist(),
            "opacity": 1,
            "line": {
                "color": [theme.tones[tone] for tone in marks.tone[chosen].tolist()],
                "width": [style.weight for style in styles],
                "dash": [style.dash for style in styles],
            },
        },
        "hoverinfo": "skip",
    }


def mark_trace(timeline: Timeline, theme: Theme, compact: bool) -> dict[str, Any]:
    """Draw all marks as one trace.

    ``meta`` holds the tooltip of each event, and ``customdata`` of each mark the id of its event
    and the event's position in ``meta`` and in the ``words`` of the figure.
    """
    marks = timeline.marks
    owner = marks.owner
    symbols, fills, lines, widths, dashes = [], [], [], [], []
    pairs = zip(marks.status[owner].tolist(), marks.mark_tone.tolist(), strict=True)
    for (status, tone), role in zip(pairs, marks.role.tolist(), strict=True):
        style = _STYLES[status]
        symbols.append(ROLE_SYMBOLS[role] + _SUFFIXES.get(style.sign, ""))
        full = theme.tones[tone] if style.filled else theme.tints[tone]
        fills.append(full if role == Role.ACTOR else theme.paper)
        lines.append(theme.tones[tone])
        widths.append(style.weight)
        dashes.append(style.dash)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "marks",
        "x": np.round(marks.x[owner], 1).tolist(),
        "y": np.round(marks.y, 1).tolist(),
        "marker": {
            "symbol": symbols,
            "size": _sizes(marks, compact).tolist(),
            "color": fills,
            "opacity": 1,
            "line": {"color": lines, "width": widths, "dash": dashes},
        },
        "customdata": [[timeline.events[number].id, number] for number in owner.tolist()],
        "meta": [event_tip(event) for event in timeline.events],
        "hovertemplate": [f"%{{meta[{number}]}}" for number in owner.tolist()],
        # No name of the trace beside the tooltip; "<extra></extra>" in each template is longer.
        "hoverlabel": {"namelength": 0},
    }


def check_traces(marks: Marks, theme: Theme, compact: bool) -> list[dict[str, Any]]:
    """Draw a check in the marks of confirmed events: light on filled marks, else dark."""
    has_check = np.array([style.sign == "check" for style in _STYLES])
    checked = has_check[marks.status[marks.owner]]
    is_filled = marks.role == Role.ACTOR
    radius = _sizes(marks, compact)[:, None] / 2
    check_x, check_y = np.array(CHECK).T
    x = marks.x[marks.owner][:, None] + radius * check_x
    y = marks.y[:, None] + radius * check_y
    parts = ((checked & is_filled, theme.paper), (checked & ~is_filled, theme.text))
    return [
        line_trace(x[part], y[part], color, 1.7) | {"name": "checks"}
        for part, color in parts
        if part.any()
    ]


def _sizes(marks: Marks, compact: bool) -> IntArray:
    """Return the diameter of each mark, which grows with the importance of its event."""
    return (7 if compact else 9) + marks.importance[marks.owner].astype(np.int64)
