"""The network as Plotly traces: nodes, curved edges, arrow heads and labels."""

from __future__ import annotations

from itertools import cycle, product
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.figures.event_tips import FACT_LETTERS, FACT_LINES
from dashboard.figures.segments import area_trace, line_trace, see_through
from dashboard.figures.text import escape, in_lines, text_trace
from dashboard.figures.theme import THEMES, Theme, base_layout, plane_axis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.relations.curves import Curves
    from dashboard.analysis.relations.hulls import Hull
    from dashboard.analysis.relations.network import Network
    from dashboard.analysis.relations.words import Description
    from dashboard.query.columns import FloatArray, IntArray

_WIDTHS = (1.4, 2.2, 3.2, 4.6, 6.5)
"""Widths of an edge in pixels, by the number of its events: 1, 2, 3-4, 5-9, 10 and more."""
_WIDTH_BOUNDS = (2, 3, 5, 10)
"""Smallest number of events for each width but the first."""
_HEAD_LINE = 1.4
"""Width of the line around an outlined head, in pixels."""
_FRONT, _BACK = 0.9, 0.2
"""Opacity of edges, and of edges that are not of the chosen dyad."""


def draw_network(network: Network, scheme: str = "light") -> dict[str, Any]:
    """Return the figure of a network, as a plain dict; its axes are pixels.

    The ``customdata`` of nodes and edges are ``[query, n, words]``: the selection that a click
    leads to, the number of its events, and the tooltip as one plain sentence.
    """
    theme = THEMES[scheme]
    layout = base_layout(theme, network.size.width, network.size.height)
    layout |= {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "dragmode": False,
        "xaxis": plane_axis(0, network.size.width),
        "yaxis": plane_axis(network.size.height, 0),
    }
    traces = [
        *_hull_traces(network.hulls, theme),
        *_edge_traces(network, theme),
        _handle_trace(network),
        _node_trace(network, theme),
        _label_trace(network, theme),
    ]
    return {"data": traces, "layout": layout}


def _hull_traces(hulls: tuple[Hull, ...], theme: Theme) -> list[dict[str, Any]]:
    """Draw the blocs as tinted areas below everything else, each with its name."""
    colored = [(hull, hull.color or bloc) for hull, bloc in zip(hulls, cycle(theme.blocs))]
    areas = [
        area_trace(hull.x[None], hull.y[None], color, 0.12) | {"name": "hull"}
        for hull, color in colored
    ]
    named = [(hull, color) for hull, color in colored if not isnan(hull.label_x)]
    if not named:
        return areas
    names = text_trace(
        "blocs",
        (hull.label_x for hull, _ in named),
        (hull.label_y for hull, _ in named),
        (f"<i>{escape(hull.name)}</i>" for hull, _ in named),
        size=12,
        color=[color for _, color in named],
    )
    return [*areas, names]


def _strokes(counts: IntArray) -> IntArray:
    """Return the index of each edge's width; the bounds grow with the strongest edge."""
    bounds = np.array(_WIDTH_BOUNDS) * max(1.0, counts.max(initial=1) / _WIDTH_BOUNDS[-1])
    return np.searchsorted(bounds, counts, side="right")


def _edge_traces(network: Network, theme: Theme) -> list[dict[str, Any]]:
    """Draw all edges of a tone as one area with arrow heads, and edges in doubt as dashes.

    Edges of too few events have outlined heads, those of joint relations alone are thin. While a
    dyad is chosen, all other edges are faded.
    """
    dyads, in_doubt = network.dyads, network.dyads.in_doubt
    widths = np.array(_WIDTHS)[np.where(dyads.joint, 0, _strokes(dyads.n))]
    path, head = _outlines(network.curves, widths, np.where(in_doubt, 0.0, widths))
    traces = []
    for (tone, color), (part, opacity) in product(
        enumerate(theme.tones), ((~network.chosen, _BACK), (network.chosen, _FRONT))
    ):
        chosen = (network.tone == tone) & part
        for drawn, is_outlined in ((chosen & ~dyads.few, False), (chosen & dyads.few, True)):
            if drawn.any():
                traces += _arrows(path[drawn], head[drawn], color, opacity, theme, is_outlined)
        for width in np.unique(widths[chosen & in_doubt]).tolist():
            dashed = chosen & in_doubt & (widths == width)
            x_dashed, y_dashed = network.curves.x[dashed], network.curves.y[dashed]
            trace = line_trace(x_dashed, y_dashed, color, width, "6px,4px")
            traces.append(trace | {"opacity": opacity})
    return traces


def _arrows(
    path: FloatArray,
    head: FloatArray,
    color: str,
    opacity: float,
    theme: Theme,
    is_outlined: bool,
) -> list[dict[str, Any]]:
    """Draw edges with their heads; outlined heads are open, filled with the paper.

    Args:
        path: corners of lines; see ``_outlines``.
        head: corners of heads.
        color: colour of the edges.
        opacity: opacity of the edges.
        theme: the theme.
        is_outlined: whether the edges stand for too few events.
    """
    half = path.shape[1] // 2
    if not is_outlined:
        path = np.concatenate([path[:, :half], head, path[:, half:]], axis=1)
    x, y = np.moveaxis(np.concatenate([path, path[:, :1]], axis=1), 2, 0)
    arrows = area_trace(x, y, color, opacity) | {"name": "arrows"}
    if not is_outlined:
        return [arrows]
    x, y = np.moveaxis(np.concatenate([head, head[:, :1]], axis=1), 2, 0)
    line = line_trace(x, y, see_through(color, opacity), _HEAD_LINE)
    return [arrows, line | {"name": "outlined", "fill": "toself", "fillcolor": theme.paper}]


def _outlines(
    curves: Curves, widths: FloatArray, ribbons: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the corners of the lines, along the left side and back, and those of their heads.

    Returns:
        (edges, 2k, 2) and (edges, 3, 2) arrays of x and y.

    Args:
        curves: the paths and tips of the edges.
        widths: widths of the edges in pixels, which decide the size of the heads.
        ribbons: widths of the areas along the paths in pixels; 0 draws only the head.
    """
    path = np.stack([curves.x, curves.y], axis=2)
    along = np.gradient(path, axis=1)
    along /= np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)[..., None]
    aside = np.stack([-along[..., 1], along[..., 0]], axis=2) * (ribbons / 2)[:, None, None]
    size = (4 + 0.9 * widths)[:, None]
    turn = np.radians(curves.angle)
    ahead = np.stack([np.sin(turn), -np.cos(turn)], axis=1) * size
    out = np.stack([np.cos(turn), np.sin(turn)], axis=1) * size * 0.7
    tip = np.stack([curves.tip_x, curves.tip_y], axis=1)
    head = np.stack([tip - ahead + out, tip + ahead, tip - ahead - out], axis=1)
    left, right = path + aside, path - aside
    return np.concatenate([left, right[:, ::-1]], axis=1), head


def _handle_trace(network: Network) -> dict[str, Any]:
    """Place an invisible handle on each edge, at which a reader points and clicks."""
    curves = network.curves
    return {
        "type": "scatter",
        "mode": "none",
        "name": "edges",
        "x": np.round(curves.handle_x, 1).tolist(),
        "y": np.round(curves.handle_y, 1).tolist(),
        # Name, numbers and caveats on separate lines: a tooltip must fit on a small screen.
        "hovertext": [
            "<br>".join([f"{_bold(words.who)}:", words.numbers, *words.notes])
            for words in network.edge_words
        ],
        "hoverinfo": "text",
        "customdata": _click_data(network.edge_queries, network.dyads.n, network.edge_words),
    }


def _bold(names: str) -> str:
    return f"<b>{in_lines(names, FACT_LETTERS, FACT_LINES)}</b>"


def _node_trace(network: Network, theme: Theme) -> dict[str, Any]:
    nodes = network.nodes
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nodes",
        "x": np.round(nodes.x, 1).tolist(),
        "y": np.round(nodes.y, 1).tolist(),
        "marker": {
            "size": np.round(2 * nodes.radius, 1).tolist(),
            "color": [own or theme.text for own in network.node_colors],
            "opacity": np.where(network.active, 1.0, 0.22).tolist(),
            "line": {"color": theme.paper, "width": 2},
        },
        "hovertext": [f"{_bold(words.who)}: {words.numbers}" for words in network.node_words],
        "hoverinfo": "text",
        "customdata": _click_data(network.node_queries, network.node_events, network.node_words),
    }


def _click_data(
    queries: Iterable[str], counts: IntArray, words: Iterable[Description]
) -> list[list[str | int]]:
    """Return the ``customdata`` of marks; see ``draw_network``."""
    sentences = (each.sentence for each in words)
    return [list(row) for row in zip(queries, counts.tolist(), sentences, strict=True)]


def _label_trace(network: Network, theme: Theme) -> dict[str, Any]:
    # Plotly removes an empty text permanently: it would not appear later in a larger plot area.
    placed = [
        (label, active)
        for label, active in zip(network.nodes.labels, network.active.tolist(), strict=True)
        if label.text
    ]
    trace = text_trace(
        "labels",
        (label.x for label, _ in placed),
        (label.y for label, _ in placed),
        (escape(label.text) for label, _ in placed),
        size=13,
        color=[theme.text if active else theme.quiet for _, active in placed],
    )
    return trace | {"cliponaxis": False}
