"""The dyads in view as a table: the accessible twin of the network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from dash import html

from dashboard.page.links import link
from dashboard.query.dyad import Dyad

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.analysis.network import Network
    from dashboard.query.selection import Selection

MOST_ROWS = 100
_HEADINGS = ("Acts", "On", "Events", "Mean score", "Sum of scores")


def dyad_table(network: Network, selection: Selection) -> Component:
    """Return one row for each edge, those with the most events first."""
    dyads = network.dyads
    ids, names = network.layout.ids, network.layout.names
    rows = []
    for edge in np.lexsort((dyads.target, dyads.source, -dyads.n))[:MOST_ROWS]:
        source, target = dyads.source[edge], dyads.target[edge]
        chosen = replace(selection, dyad=Dyad(ids[source], ids[target]), event="")
        count = link(f"{dyads.n[edge]:,}", chosen, title=f"{names[source]} → {names[target]}")
        numbers = (count, f"{dyads.mean[edge]:+.1f}", f"{dyads.sum[edge]:+.1f}")
        cells = [html.Td(number, className="number") for number in numbers]
        rows.append(html.Tr([html.Td(names[source]), html.Td(names[target]), *cells]))
    return html.Table(
        [
            html.Caption("Who acted on whom in view; a count opens the events behind it."),
            html.Thead(html.Tr([html.Th(words, scope="col") for words in _HEADINGS])),
            html.Tbody(rows),
        ],
        className="dyads",
    )
