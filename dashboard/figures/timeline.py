"""The timeline drawn: every link, mark, bar, title and tick of a layout as Plotly traces."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.text_width import shorten
from dashboard.analysis.timeline import PERIOD_ROW
from dashboard.figures.histogram import histogram_traces
from dashboard.figures.hover import event_hover
from dashboard.figures.segments import area_trace, line_trace
from dashboard.figures.theme import (
    ROLE_SYMBOLS,
    STATUS_STYLES,
    THEMES,
    Theme,
    base_layout,
    plane_axis,
)

if TYPE_CHECKING:
    from dashboard.analysis.timeline import Marks, Timeline
    from dashboard.query.tables import Tables

AXIS_HEIGHT = 40
LABEL_WIDTH = 150
EDGE = 12
"""Pixels left free beside the plot."""
_BAR = 9.0
"""Height of a bar in pixels."""


def margins(compact: bool) -> tuple[int, int]:
    """Return the left and right margin: lane names stand left of the plot if there is room."""
    return (EDGE, EDGE) if compact else (LABEL_WIDTH, EDGE)


def draw_timeline(
    timeline: Timeline, tables: Tables, scheme: str = "light", compact: bool = False
) -> dict[str, Any]:
    """Return the figure of a timeline, as a plain dict.

    Its axes are pixels; ``layout.meta`` carries what turns them into time again: ``lower`` and
    ``upper`` in seconds and ``width`` in pixels. The marks' ``customdata`` are event ids.
    """
    theme = THEMES[scheme]
    left, right = margins(compact)
    ids = tables.events["id"]
    marks = timeline.marks
    traces = [
        *histogram_traces(timeline, theme),
        *_bar_traces(timeline, theme),
        *_leader_traces(timeline, theme),
        *_selected_traces(timeline, theme),
        *_link_traces(marks, theme),
        _mark_trace(timeline, tables, theme, compact),
        _title_trace(timeline, tables, theme),
    ]
    layout = base_layout(theme, timeline.width + left + right, timeline.height + AXIS_HEIGHT)
    layout |= {
        "margin": {"l": left, "r": right, "t": 0, "b": AXIS_HEIGHT, "pad": 0},
        "dragmode": "pan",
        "xaxis": plane_axis(0, timeline.width, fixedrange=False),
        "yaxis": plane_axis(timeline.height, 0),
        "shapes": [*_lane_shapes(timeline, theme), *_period_shapes(timeline, theme)],
        "annotations": [
            *_lane_names(timeline, theme, compact),
            *_period_names(timeline, theme),
        ],
        "meta": {
            "lower": timeline.window.lower,
            "upper": timeline.window.upper,
            "width": timeline.width,
            "titles": [ids.iat[title.event] for title in timeline.titles],
        },
    }
    layout["xaxis"] |= {
        "showticklabels": True,
        "tickmode": "array",
        "tickvals": [round(tick.x, 1) for tick in timeline.ticks],
        "ticktext": [
            f"{tick.label}<br>{tick.context}" if tick.context else tick.label
            for tick in timeline.ticks
        ],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": theme.quiet},
        "showgrid": True,
        "gridcolor": theme.rule,
        "ticks": "",
    }
    return {"data": traces, "layout": layout}


def _lane_shapes(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    half = timeline.metrics.lane / 2 - 3
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": float(y) - half,
            "y1": float(y) + half,
            "fillcolor": theme.lane,
            "line": {"width": 0},
            "layer": "below",
        }
        for y in timeline.lane_y
    ]


def _lane_names(timeline: Timeline, theme: Theme, compact: bool) -> list[dict[str, Any]]:
    lift = timeline.metrics.lane / 2 - 10 if compact else 0
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left" if compact else "right",
            "xshift": 2 if compact else -10,
            "y": float(y) - lift,
            "yanchor": "middle",
            "text": escape(name if compact else shorten(name, LABEL_WIDTH - 18, 13)),
            "showarrow": False,
            "align": "right",
            "font": {
                "size": 10 if compact else 13,
                "color": theme.quiet if compact else theme.text,
            },
        }
        for name, y in zip(timeline.lanes.names, timeline.lane_y, strict=True)
    ]


def _period_shapes(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw a faint band behind the lanes and a bar below them for each period."""
    shapes = []
    for band in timeline.periods:
        top = timeline.lanes_end + band.row * PERIOD_ROW + 1
        box = {"type": "rect", "x0": band.left, "x1": band.right, "line": {"width": 0}}
        bar = {"y0": top, "y1": top + PERIOD_ROW - 3, "opacity": 0.26}
        behind = {"y0": timeline.lane_y[0] - timeline.metrics.lane / 2, "y1": timeline.lanes_end}
        for part in (bar, behind | {"opacity": 0.05}):
            shapes.append(box | part | {"fillcolor": theme.period, "layer": "below"})
    return shapes


def _period_names(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "x": band.middle,
            "y": timeline.lanes_end + (band.row + 0.5) * PERIOD_ROW - 0.5,
            "yanchor": "middle",
            "text": escape(band.name),
            "showarrow": False,
            "font": {"size": 11, "color": theme.text},
        }
        for band in timeline.periods
        if band.name
    ]


def _bar_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw how long events last: square ends where they are known, pointed where they are not."""
    marks = timeline.marks
    owners = marks.owner[marks.has_bar[marks.owner]]
    y = marks.y[marks.has_bar[marks.owner]]
    traces = []
    for soft, opacity in ((False, 0.38), (True, 0.28)):
        for tone in range(len(theme.tones)):
            chosen = (marks.soft[owners] == soft) & (marks.tone[owners] == tone)
            if not chosen.any():
                continue
            owner, middle = owners[chosen], y[chosen]
            x, outline = _outline(marks, owner, middle, soft)
            traces.append(area_trace(x, outline, theme.tones[tone], opacity))
    return traces


def _outline(
    marks: Marks, owner: np.ndarray, y: np.ndarray, soft: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners of bars: rectangles, or spindles that narrow towards unsure ends."""
    left, right = marks.left[owner], marks.right[owner]
    half = np.full(len(owner), _BAR / 2)
    shoulder = (right - left) * (0.35 if soft else 0.0)
    end = half * (0.12 if soft else 1.0)
    x = np.stack(
        [
            left,
            left + shoulder,
            right - shoulder,
            right,
            right,
            right - shoulder,
            left + shoulder,
            left,
        ],
        axis=1,
    )
    offsets = np.stack([-end, -half, -half, -end, end, half, half, end], axis=1)
    return x, y[:, None] + offsets


def _leader_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    if not timeline.titles:
        return []
    x = np.array([[title.x, title.x] for title in timeline.titles])
    half = timeline.metrics.title_row / 2
    y = np.array([[title.y - half * 0.7, title.foot] for title in timeline.titles])
    return [line_trace(x, y, theme.leader, 1.0)]


def _selected_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    marks = timeline.marks
    at = np.flatnonzero(marks.event == timeline.selected)
    if not len(at):
        return []
    x = marks.x[at]
    y = np.stack([marks.top[at] - 12, marks.bottom[at] + 12], axis=1)
    return [line_trace(np.stack([x, x], axis=1), y, theme.text, 20.0) | {"opacity": 0.14}]


def _link_traces(marks: Marks, theme: Theme) -> list[dict[str, Any]]:
    traces = []
    for status, style in enumerate(STATUS_STYLES.values()):
        for tone, color in enumerate(theme.tones):
            chosen = (marks.status == status) & (marks.tone == tone) & (marks.bottom > marks.top)
            if chosen.any():
                x = np.stack([marks.x[chosen]] * 2, axis=1)
                y = np.stack([marks.top[chosen], marks.bottom[chosen]], axis=1)
                traces.append(line_trace(x, y, color, style.weight, style.dash))
    return traces


def _mark_trace(timeline: Timeline, tables: Tables, theme: Theme, compact: bool) -> dict[str, Any]:
    marks = timeline.marks
    styles = list(STATUS_STYLES.values())
    owner = marks.owner
    hovers = event_hover(tables, marks.event)
    ids = tables.events["id"].to_numpy()[marks.event]
    symbols, fills, lines, widths, dashes = [], [], [], [], []
    pairs = zip(marks.status[owner].tolist(), marks.tone[owner].tolist(), strict=True)
    for (status, tone), role in zip(pairs, marks.role.tolist(), strict=True):
        style = styles[status]
        symbols.append(ROLE_SYMBOLS[role] + style.symbol)
        full = theme.tones[tone] if style.filled else theme.tints[tone]
        fills.append(full if role == 0 else theme.paper)
        lines.append(theme.tones[tone])
        widths.append(style.weight)
        dashes.append(style.dash if style.dash != "longdashdot" else "dashdot")
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "marks",
        "x": np.round(marks.x[owner], 1).tolist(),
        "y": np.round(marks.y, 1).tolist(),
        "marker": {
            "symbol": symbols,
            "size": ((7 if compact else 9) + marks.importance[owner]).tolist(),
            "color": fills,
            "opacity": 1,
            "line": {"color": lines, "width": widths, "dash": dashes},
        },
        "customdata": ids[owner].tolist(),
        "hovertext": [hovers[position] for position in owner.tolist()],
        "hoverinfo": "text",
    }


def _title_trace(timeline: Timeline, tables: Tables, theme: Theme) -> dict[str, Any]:
    ids = tables.events["id"]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "titles",
        "x": [round(title.anchor, 1) for title in timeline.titles],
        "y": [round(title.y, 1) for title in timeline.titles],
        "text": [
            f"<b>{escape(title.text)}</b>" if title.bold else escape(title.text)
            for title in timeline.titles
        ],
        "textposition": [
            "middle right" if title.side == "right" else "middle left" for title in timeline.titles
        ],
        "textfont": {"size": timeline.metrics.font, "color": theme.text},
        "customdata": [ids.iat[title.event] for title in timeline.titles],
        "hoverinfo": "skip",
    }
