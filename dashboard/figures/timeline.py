"""The timeline as a Plotly figure: every link, mark, bar, title and tick of its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.timeline.axis import PERIOD_FONT, PERIOD_ROW, TICK_FONT
from dashboard.analysis.timeline.event_links import LABEL_FONT
from dashboard.analysis.timeline.lane_labels import COMPACT_FONT, FONT, LABEL_WIDTH
from dashboard.figures.event_marks import (
    bar_traces,
    check_traces,
    link_traces,
    mark_trace,
    selected_traces,
)
from dashboard.figures.histogram import histogram_traces
from dashboard.figures.segments import area_trace, boxes, line_trace
from dashboard.figures.text import escape, text_trace
from dashboard.figures.theme import THEMES, Theme, base_layout, plane_axis

if TYPE_CHECKING:
    from dashboard.analysis.timeline.event_links import Arcs
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.analysis.timeline.title_choice import Title

AXIS_HEIGHT = 40
"""Height of the labels of ticks, in pixels."""
COMPACT_WIDTH = 640
"""Smallest width of a chart on a large screen, in pixels; below, the layout is compact."""
EDGE = 12
"""Margin beside the plot area, in pixels."""


def margins(compact: bool) -> tuple[int, int]:
    """Return the left and right margin in pixels; the left one holds the names of the lanes."""
    return (EDGE, EDGE) if compact else (LABEL_WIDTH, EDGE)


def draw_timeline(
    timeline: Timeline, scheme: str = "light", compact: bool = False
) -> dict[str, Any]:
    """Return the figure of a timeline, as a plain dict.

    Its axes are pixels. ``layout.meta`` has the query of the selection, the ids of the titles in
    the order in which they are drawn, the ``words`` of the events that are drawn singly, the number
    of ``bins`` of the histograms, 0 without histograms, and the scale of the time axis: ``lower``
    and ``upper`` in seconds, ``width`` in pixels.
    """
    theme = THEMES[scheme]
    left, right = margins(compact)
    traces = [
        *_ground_traces(timeline, theme),
        *histogram_traces(timeline, theme),
        *bar_traces(timeline, theme),
        *_leader_traces(timeline, theme),
        *selected_traces(timeline, theme),
        *_arc_traces(timeline.arcs, timeline.lanes_end, theme),
        *link_traces(timeline.marks, theme),
        mark_trace(timeline, theme, compact),
        *check_traces(timeline.marks, theme, compact),
        _title_trace(timeline, theme),
    ]
    layout = base_layout(
        theme, timeline.width + left + right, timeline.head + timeline.height + AXIS_HEIGHT
    )
    layout |= {
        "margin": {"l": left, "r": right, "t": 0, "b": AXIS_HEIGHT, "pad": 0},
        "dragmode": "pan",
        "xaxis": plane_axis(0, timeline.width, fixedrange=False),
        "yaxis": _lane_axis(timeline, theme, compact),
        "meta": {
            "lower": timeline.window.lower,
            "upper": timeline.window.upper,
            "width": timeline.width,
            "bins": len(timeline.density.edges) - 1 if timeline.density else 0,
            "titles": [title.id for title in timeline.titles],
            "words": [event.sentence for event in timeline.events],
            "query": timeline.query,
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
        "tickfont": {"size": TICK_FONT, "color": theme.quiet},
        "showgrid": True,
        "gridcolor": theme.grid,
        "ticks": "",
    }
    return {"data": traces, "layout": layout}


def _ground_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    """Draw the lanes, and for each period a faint band behind them and a bar below."""
    half = timeline.heights.lane / 2 - 3
    middle = timeline.lane_y
    traces = []
    if len(middle):
        across = np.array([-timeline.width, 2 * timeline.width])
        lanes = boxes(*np.broadcast_arrays(across[0], across[1], middle - half, middle + half))
        traces.append(area_trace(*lanes, theme.text, 0.05))
    if timeline.periods:
        left = np.array([band.left for band in timeline.periods])
        right = np.array([band.right for band in timeline.periods])
        row = np.array([band.row for band in timeline.periods])
        top = timeline.periods_top + row * PERIOD_ROW + 1
        bands = boxes(left, right, np.zeros(len(row)), np.full(len(row), timeline.lanes_end))
        bars = boxes(left, right, top, top + PERIOD_ROW - 3)
        traces.append(area_trace(*bands, theme.period, 0.05))
        traces.append(area_trace(*bars, theme.period, 0.26))
        traces.append(_period_names(timeline, theme))
    return traces


def _lane_axis(timeline: Timeline, theme: Theme, compact: bool) -> dict[str, Any]:
    """Return the axis with the names of the lanes: beside the plot area, or within small lanes."""
    lift = timeline.heights.lane / 2 - 10 if compact else 0
    return plane_axis(timeline.height, -timeline.head) | {
        "showticklabels": True,
        "tickmode": "array",
        "tickvals": (timeline.lane_y - lift).tolist(),
        "ticktext": ["<br>".join(map(escape, lines)) for lines in timeline.lane_labels],
        "tickfont": {
            "size": COMPACT_FONT if compact else FONT,
            "color": theme.quiet if compact else theme.text,
        },
        "ticklabelposition": "inside" if compact else "outside",
        "ticks": "inside" if compact else "outside",
        "ticklen": 2 if compact else 8,
        "tickcolor": "rgba(0,0,0,0)",
    }


def _period_names(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    middle = timeline.periods_top + 0.5 * PERIOD_ROW - 0.5
    return text_trace(
        "periods",
        (band.middle for band in timeline.periods),
        (middle + band.row * PERIOD_ROW for band in timeline.periods),
        (escape(band.name) for band in timeline.periods),
        size=PERIOD_FONT,
        color=theme.text,
    )


def _leader_traces(timeline: Timeline, theme: Theme) -> list[dict[str, Any]]:
    if not timeline.titles:
        return []
    x = np.array([[title.x, title.x] for title in timeline.titles])
    half = timeline.heights.title_row / 2
    y = np.array(
        [[title.y - half * (len(title.lines) - 0.3), title.foot] for title in timeline.titles]
    )
    return [line_trace(x, y, theme.leader, 1.0) | {"name": "leaders"}]


def _arc_traces(arcs: Arcs, base: float, theme: Theme) -> list[dict[str, Any]]:
    """Draw arcs between linked events, stronger within the chain of the open event, with labels."""
    traces = []
    if len(arcs.stem_x):
        x = np.stack([arcs.stem_x] * 2, axis=1)
        y = np.stack([arcs.stem_top, np.full_like(arcs.stem_top, base)], axis=1)
        traces.append(line_trace(x, y, theme.quiet, 1.0, "dot") | {"name": "stems"})
    for part, width, opacity in ((~arcs.in_chain, 1.0, 0.45), (arcs.in_chain, 1.8, 0.9)):
        if part.any():
            line = line_trace(arcs.x[part], arcs.y[part], theme.text, width)
            line["line"] |= {"simplify": False}
            traces.append(line | {"name": "arcs", "opacity": opacity})
    if arcs.labels:
        traces.append(
            text_trace(
                "arc words",
                (label.x for label in arcs.labels),
                (label.y for label in arcs.labels),
                (escape(label.text) for label in arcs.labels),
                size=LABEL_FONT,
                color=theme.text,
            )
        )
    return traces


def _title_trace(timeline: Timeline, theme: Theme) -> dict[str, Any]:
    trace = text_trace(
        "titles",
        (title.x for title in timeline.titles),
        (title.y for title in timeline.titles),
        map(_in_lines, timeline.titles),
        size=timeline.heights.font,
        color=theme.text,
    )
    return trace | {
        "textposition": [f"middle {title.side}" for title in timeline.titles],
        "customdata": [title.id for title in timeline.titles],
    }


def _in_lines(title: Title) -> str:
    text = "<br>".join(map(escape, title.lines))
    return f"<b>{text}</b>" if title.bold else text
