"""The network drawn: nodes, curved edges, arrow heads and labels as Plotly traces."""

from __future__ import annotations

from dataclasses import replace
from itertools import product, starmap
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.hulls import place_hulls
from dashboard.figures.hover import dyads_in_words, in_lines
from dashboard.figures.segments import area_trace, line_trace
from dashboard.figures.text import escape
from dashboard.figures.theme import THEMES, Theme, base_layout, plane_axis
from dashboard.query.months import months_between

if TYPE_CHECKING:
    from dashboard.analysis.hulls import Hull
    from dashboard.analysis.network import Network
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_WIDTHS = (1.4, 2.2, 3.2, 4.6, 6.5)
"""Stroke of an edge in pixels, by the number of its events: 1, 2, 3-4, 5-9, 10 and more."""
_WIDTH_BOUNDS = (2, 3, 5, 10)
_FRONT, _BACK = 0.9, 0.2
"""Opacity of edges, and of those that are not of the dyad that is chosen."""


def draw_network(
    network: Network, tables: Tables, selection: Selection, scheme: str = "light"
) -> dict[str, Any]:
    """Return the figure of a network, as a plain dict; its axes are pixels.

    The ``customdata`` of nodes and edges is the query of the selection that a click leads to:
    the same as ``selection``, but with the country or the dyad that was clicked.
    """
    theme = THEMES[scheme]
    layout = base_layout(theme, network.size.width, network.size.height)
    layout |= {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "dragmode": False,
        "xaxis": plane_axis(0, network.size.width),
        "yaxis": plane_axis(network.size.height, 0),
    }
    hulls = place_hulls(tables.blocs, network.layout, network.size)
    traces = [
        *_hull_traces(hulls, theme),
        *_edge_traces(network, theme),
        _handle_trace(network, tables, selection),
        _node_trace(network, tables, selection, theme),
        _label_trace(network, theme),
    ]
    return {"data": traces, "layout": layout}


def _hull_traces(hulls: tuple[Hull, ...], theme: Theme) -> list[dict[str, Any]]:
    """Draw the blocs as tinted areas under everything else, each with its name."""
    traces = []
    for number, hull in enumerate(hulls):
        color = hull.color or theme.blocs[number % len(theme.blocs)]
        traces.append(area_trace(hull.x[None], hull.y[None], color, 0.12) | {"name": "hull"})
    named = [(number, hull) for number, hull in enumerate(hulls) if hull.label_x == hull.label_x]
    if named:
        colors = [hull.color or theme.blocs[number % len(theme.blocs)] for number, hull in named]
        traces.append(
            {
                "type": "scatter",
                "mode": "text",
                "name": "blocs",
                "x": [round(hull.label_x, 1) for _, hull in named],
                "y": [round(hull.label_y, 1) for _, hull in named],
                "text": [f"<i>{escape(hull.name)}</i>" for _, hull in named],
                "textfont": {"size": 12, "color": colors},
                "hoverinfo": "skip",
            }
        )
    return traces


def _strokes(counts: IntArray) -> IntArray:
    """Return the stroke of each edge; where some have many events, more are needed for each."""
    bounds = np.array(_WIDTH_BOUNDS) * max(1.0, counts.max(initial=1) / _WIDTH_BOUNDS[-1])
    return np.searchsorted(bounds, counts, side="right")


def _edge_traces(network: Network, theme: Theme) -> list[dict[str, Any]]:
    """Draw all edges of a tone as one area, arrow heads included, and unsure ones as dashes.

    While a dyad is chosen the others stand back.
    """
    widths = np.array(_WIDTHS)[_strokes(network.dyads.n)]
    unsure = network.dyads.alleged
    x, y = _outlines(network, widths, np.where(unsure, 0.0, widths))
    traces = []
    for (tone, color), (part, opacity) in product(
        enumerate(theme.tones), ((~network.chosen, _BACK), (network.chosen, _FRONT))
    ):
        chosen = (network.tone == tone) & part
        if chosen.any():
            traces.append(area_trace(x[chosen], y[chosen], color, opacity) | {"name": "arrows"})
        for width in np.unique(widths[chosen & unsure]).tolist():
            dashed = chosen & unsure & (widths == width)
            path_x, path_y = network.path_x[dashed], network.path_y[dashed]
            trace = line_trace(path_x, path_y, color, width, "6px,4px")
            traces.append(trace | {"opacity": opacity})
    return traces


def _outlines(
    network: Network, widths: FloatArray, ribbons: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the corners of each edge: along its left side, around its head, and back."""
    path = np.stack([network.path_x, network.path_y], axis=2)
    along = np.gradient(path, axis=1)
    along /= np.maximum(np.hypot(along[..., 0], along[..., 1]), 1e-9)[..., None]
    aside = np.stack([-along[..., 1], along[..., 0]], axis=2) * (ribbons / 2)[:, None, None]
    size = (4 + 0.9 * widths)[:, None]
    turn = np.radians(network.angle)
    ahead = np.stack([np.sin(turn), -np.cos(turn)], axis=1) * size
    out = np.stack([np.cos(turn), np.sin(turn)], axis=1) * size * 0.7
    tip = np.stack([network.tip_x, network.tip_y], axis=1)
    head = np.stack([tip - ahead + out, tip + ahead, tip - ahead - out], axis=1)
    left, right = path + aside, path - aside
    corners = np.concatenate([left, head, right[:, ::-1], left[:, :1]], axis=1)
    return corners[..., 0], corners[..., 1]


def _handle_trace(network: Network, tables: Tables, selection: Selection) -> dict[str, Any]:
    """Place an unseen handle on the middle of each edge, to point at and to click."""
    ids, dyads = network.layout.ids, network.dyads
    dates = tables.events["date"].to_numpy()
    months = starmap(months_between, zip(dates[network.first], dates[network.last], strict=True))
    level = tables.level(selection.nodes)
    texts = [
        # Names, numbers and notes on lines of their own: a tooltip must fit on a small screen.
        "<br>".join([f"<b>{in_lines(who)}</b>:", numbers, *notes])
        for words, *notes in dyads_in_words(level, dyads.of_nodes(network.layout.node), months)
        for who, _, numbers in [words.rpartition(": ")]
    ]
    pairs = zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    queries = selection.queries_of_dyads(f"{ids[source]}:{ids[target]}" for source, target in pairs)
    if selection.dyad:
        # A second click takes the first one back.
        again = replace(selection, dyad=None, event="").to_query()
        queries = [
            again if chosen else query
            for query, chosen in zip(queries, network.chosen.tolist(), strict=True)
        ]
    return {
        "type": "scatter",
        "mode": "none",
        "name": "edges",
        "x": np.round(network.middle_x, 1).tolist(),
        "y": np.round(network.middle_y, 1).tolist(),
        "hovertext": texts,
        "hoverinfo": "text",
        "customdata": queries,
    }


def _node_trace(
    network: Network, tables: Tables, selection: Selection, theme: Theme
) -> dict[str, Any]:
    nodes = network.nodes
    colors = tables.level(selection.nodes).nodes["color"].to_numpy()[network.layout.node].tolist()
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "nodes",
        "x": np.round(nodes.x, 1).tolist(),
        "y": np.round(nodes.y, 1).tolist(),
        "marker": {
            "size": np.round(2 * nodes.radius, 1).tolist(),
            "color": [own or theme.text for own in colors],
            "opacity": np.where(network.active, 1.0, 0.22).tolist(),
            "line": {"color": theme.paper, "width": 2},
        },
        "hovertext": [
            f"<b>{in_lines(name)}</b>: {count:,} {'event' if count == 1 else 'events'}"
            for name, count in zip(network.layout.names, network.node_events.tolist(), strict=True)
        ],
        "hoverinfo": "text",
        "customdata": _node_queries(network, selection),
    }


def _node_queries(network: Network, selection: Selection) -> list[str]:
    """Return where a click on each node leads: to its events, or back if it is the one chosen."""
    queries = selection.queries_of_nodes(network.layout.ids)
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    if len(chosen) == 1 and chosen[0] in network.layout.ids:
        again = replace(selection.of_anyone, event="").to_query()
        queries[network.layout.ids.index(chosen[0])] = again
    return queries


def _label_trace(network: Network, theme: Theme) -> dict[str, Any]:
    # Plotly takes away an empty text for good: it would not come back with more room.
    placed = [
        (label, active)
        for label, active in zip(network.nodes.labels, network.active.tolist(), strict=True)
        if label.text
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": [round(label.x, 1) for label, _ in placed],
        "y": [round(label.y, 1) for label, _ in placed],
        "text": [escape(label.text) for label, _ in placed],
        "textposition": "middle center",
        "textfont": {
            "size": 13,
            "color": [theme.text if active else theme.quiet for _, active in placed],
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
