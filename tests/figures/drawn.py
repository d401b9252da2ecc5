"""Reading figures: what a test needs to know of the traces, texts and size of a drawn figure."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray
from plotly.io.json import to_json_plotly

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables

Figure = dict[str, Any]
LARGEST_JSON = 150 * 1024
OWN_TEMPLATE = re.compile(r"%\{meta\[\d+\]\}")
"""The one template that is used; what it refers to is text."""
HOSTILE = """<img src=x onerror=alert(1)> & "quoted" <b>bold</b>"""


def timeline_of(
    tables: Tables, query: str = "", width: float = 1200.0, scheme: str = "light"
) -> tuple[Timeline, Figure]:
    """Lay out and draw a timeline as wide as the page has it on a screen of `width` pixels."""
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    compact = width < 640
    plot_area = PlotArea(width - sum(margins(compact)), compact)
    timeline = lay_out_timeline(Dataset(tables), selection, selection.apply(tables), plot_area)
    return timeline, draw_timeline(timeline, scheme, compact)


def trace(figure: Figure, name: str) -> dict[str, Any]:
    """The one trace of a name."""
    (found,) = (trace for trace in figure["data"] if trace.get("name") == name)
    return found


def numbers(values: Any) -> NDArray[np.float64]:
    """Coordinates of a trace, packed or listed; gaps are NaN."""
    if isinstance(values, dict):
        return np.frombuffer(b64decode(values["bdata"]), dtype=values["dtype"]).astype(float)
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def texts(figure: Figure) -> Iterator[str]:
    """Every text that Plotly will read as pseudo-HTML."""
    for drawn in figure["data"]:
        for key in ("text", "hovertext", "texttemplate", "hovertemplate"):
            found = drawn.get(key, [])
            found = [found] if isinstance(found, str) else found
            yield from (each for each in found if not OWN_TEMPLATE.fullmatch(each))
        yield from drawn.get("meta", ())
    layout = figure["layout"]
    yield from (annotation["text"] for annotation in layout.get("annotations", ()))
    for axis in ("xaxis", "yaxis"):
        yield from layout[axis].get("ticktext", ())


def assert_good(figure: Figure) -> None:
    """A figure that Plotly accepts, small enough to send, of the one kind of trace that is used."""
    go.Figure(figure)
    assert {drawn["type"] for drawn in figure["data"]} <= {"scatter"}
    json.dumps(figure, allow_nan=False)
    # What Dash sends: Plotly's own encoder also escapes each < and > of the markup.
    assert len(to_json_plotly(figure).encode()) <= LARGEST_JSON
