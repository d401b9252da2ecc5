"""The timeline drawn: every link, mark, bar, title and tick of a layout as Plotly traces."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.axis import PERIOD_ROW
from dashboard.analysis.text_width import shorten, text_width
from dashboard.figures.event_marks import (
    bar_traces,
    check_traces,
    link_traces,
    mark_trace,
    selected_traces,
)
from dashboard.figures.histogram import histogram_traces
from dashboard.figures.segments import line_trace
from dashboard.figures.theme import (
    THEMES,
    Theme,
    base_layout,
    plane_axis,
)

if TYPE_CHECKING:
    from dashboard.analysis.timeline import Timeline
    from dashboard.query.tables import Tables

AXIS_HEIGHT = 40
LABEL_WIDTH = 160
EDGE = 12
"""Pixels left free beside the plot."""
_NAME_FONT = 12.5


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
    traces = [
        *histogram_traces(timeline, theme),
        *bar_traces(timeline, theme),
        *_leader_traces(timeline, theme),
        *selected_traces(timeline, theme),
        *link_traces(timeline.marks, theme),
        mark_trace(timeline, tables, theme, compact),
        *check_traces(timeline.marks, theme, compact),
        _title_trace(timeline, tables, theme),
    ]
    layout = base_layout(
        theme, timeline.width + left + right, timeline.head + timeline.height + AXIS_HEIGHT
    )
    layout |= {
        "margin": {"l": left, "r": right, "t": 0, "b": AXIS_HEIGHT, "pad": 0},
        "dragmode": "pan",
        "xaxis": plane_axis(0, timeline.width, fixedrange=False),
        "yaxis": plane_axis(timeline.height, -timeline.head),
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
            "text": escape(name) if compact else _in_two_lines(name),
            "showarrow": False,
            "align": "right",
            "font": {
                "size": 10 if compact else _NAME_FONT,
                "color": theme.quiet if compact else theme.text,
            },
        }
        for name, y in zip(timeline.lanes.names, timeline.lane_y, strict=True)
    ]


def _in_two_lines(name: str) -> str:
    """Break a name that is wider than its margin at the space nearest to its middle."""
    most = LABEL_WIDTH - 18
    lines = [name]
    if text_width(name, _NAME_FONT) > most and " " in name:
        spaces = [place for place, sign in enumerate(name) if sign == " "]
        middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
        lines = [name[:middle], name[middle + 1 :]]
    return "<br>".join(escape(shorten(line, most, _NAME_FONT)) for line in lines)


def _period_shapes(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw a faint band behind the lanes and a bar below them for each period."""
    shapes = []
    for band in timeline.periods:
        top = timeline.lanes_end + band.row * PERIOD_ROW + 1
        box = {"type": "rect", "x0": band.left, "x1": band.right, "line": {"width": 0}}
        bar = {"y0": top, "y1": top + PERIOD_ROW - 3, "opacity": 0.26}
        behind = {"y0": 0.0, "y1": timeline.lanes_end}
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


def _leader_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    if not timeline.titles:
        return []
    x = np.array([[title.x, title.x] for title in timeline.titles])
    half = timeline.metrics.title_row / 2
    y = np.array([[title.y - half * 0.7, title.foot] for title in timeline.titles])
    return [line_trace(x, y, theme.leader, 1.0) | {"name": "leaders"}]


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
