"""The smallest page with a chart of Dash: a button, and a graph of 400 markers that it redraws.

What this page costs is the measure of the dashboard's budgets, which are ratios of it. Its chart is
one of Plotly, as Dash has it; ours are not.
`python -m tests.benchmarks.bare_page --port 8051` serves it.
"""

from __future__ import annotations

import argparse

import dash_mantine_components as dmc
import plotly.graph_objects as go
import waitress
from dash import Dash, Input, Output, dcc

MARKERS = 400
COLUMNS = 40
GRAPH = "graph"
CHART = f"#{GRAPH} .point"
"""Selector of what the graph has once it is drawn."""
BUTTON = "button"


def markers(round_number: int) -> go.Figure:
    """Draws 400 markers on a grid; each round moves and colours them anew."""
    cells = range(MARKERS)
    scatter = go.Scatter(
        x=[cell % COLUMNS for cell in cells],
        y=[(cell // COLUMNS + round_number) % COLUMNS for cell in cells],
        mode="markers",
        marker={"size": 9, "color": [(cell + round_number) % 7 for cell in cells]},
    )
    return go.Figure(scatter, layout={"width": 1000, "height": 500})


def create_app() -> Dash:
    """Builds the page."""
    app = Dash(__name__)
    app.layout = dmc.MantineProvider(
        [dmc.Button("Redraw", id=BUTTON), dcc.Graph(id=GRAPH, figure=markers(0))]
    )
    app.callback(Output(GRAPH, "figure"), Input(BUTTON, "n_clicks"), prevent_initial_call=True)(
        markers
    )
    return app


def main() -> None:
    """Serves the page on 127.0.0.1 until it is stopped."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--port", type=int, required=True)
    port = arguments.parse_args().port
    # A browser opens six connections to a host; fewer threads would queue its requests.
    waitress.serve(create_app().server, host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    main()
