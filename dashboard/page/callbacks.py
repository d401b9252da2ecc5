"""The callbacks: controls in, pictures and lists out. Each output has one owner.

    address ──steer──▶ controls ──render──▶ query, charts, summary ──evidence──▶ list, card
                                  ▲
    revision, viewport ───────────┘

A link sets the address; gestures on a chart set a control; nothing else changes what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard.analysis.network import Size, lay_out_network
from dashboard.analysis.timeline import Room, lay_out_timeline
from dashboard.figures.overview import draw_overview
from dashboard.figures.relations import draw_network
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.page.card import card
from dashboard.page.chips import chips
from dashboard.page.dyad_table import dyad_table
from dashboard.page.event_list import event_rows, page_count, page_of_event
from dashboard.page.notices import notices
from dashboard.page.options import country_options, type_options
from dashboard.query.selection import Selection, Unknown
from dashboard.query.window import Window

if TYPE_CHECKING:
    from dashboard.page.state import Dataset, Feed
    from dashboard.query.tables import Tables

_CONTROLS = (
    ("country-filter", "value"),
    ("match-mode", "value"),
    ("type-filter", "value"),
    ("status-filter", "value"),
    ("text-filter", "value"),
    ("lane-by", "value"),
    ("window", "data"),
    ("event", "data"),
    ("beyond", "data"),
)
"""What the reader may set, in the order in which ``to_controls`` lists it. ``beyond`` holds the
choices that have a chip but no control of their own."""


@dataclass(frozen=True)
class Viewport:
    """What the browser tells of itself, in pixels; sizes are kept within reason."""

    width: float
    relations_width: float
    scheme: str
    scale: float

    @classmethod
    def of(cls, data: dict[str, Any]) -> Viewport:
        """Read what the page sends."""
        return cls(
            width=min(max(float(data["width"]), 280.0), 6000.0),
            relations_width=min(max(float(data["relations"]), 240.0), 4000.0),
            scheme="dark" if data.get("scheme") == "dark" else "light",
            scale=min(max(float(data.get("scale", 1.0)), 0.6), 2.0),
        )

    @property
    def compact(self) -> bool:
        """Whether the screen is small."""
        return self.width < 640

    @property
    def room(self) -> Room:
        """The plot area of the timeline."""
        return Room(self.width - sum(margins(self.compact)), self.compact, self.scale)

    @property
    def size(self) -> Size:
        """The room for the network."""
        height = min(max(self.relations_width * 0.66, 320.0), 560.0)
        return Size(self.relations_width, height, self.scale)


def to_controls(selection: Selection) -> tuple[Any, ...]:
    """Return the values of all controls for a selection."""
    window = selection.window
    beyond = {
        "dyad": selection.dyad,
        "as_known_on": selection.as_known_on,
        "unknown": selection.unknown,
    }
    return (
        list(selection.countries),
        selection.match,
        list(selection.types),
        list(selection.statuses),
        selection.text,
        selection.lanes,
        [window.lower, window.upper] if window else None,
        selection.event,
        beyond,
    )


def from_controls(values: tuple[Any, ...], tables: Tables) -> Selection:
    """Return the selection that the controls' values make; what the file lacks is dropped."""
    countries, match, types, statuses, text, lanes, window, event, beyond = values
    beyond = beyond or {}
    names = tables.country_names
    dyad = tuple(beyond.get("dyad") or ())
    return Selection(
        countries=tuple(id_ for id_ in countries or () if id_ in names),
        match=match or "any",
        types=tuple(types or ()),
        statuses=tuple(statuses or ()),
        text=" ".join((text or "").split()),
        dyad=dyad if len(dyad) == 2 and set(dyad) <= names.keys() else None,
        window=Window.spanning(*window) if window else None,
        event=event if event in tables.row_of else "",
        lanes=lanes or "country",
        as_known_on=beyond.get("as_known_on") or "",
        unknown=tuple(Unknown(*part) for part in beyond.get("unknown") or ()),
    )


def connect(app: Dash, feed: Feed) -> None:
    """Register all callbacks of the page."""
    _connect_browser(app)
    controls = [Input(id_, prop) for id_, prop in _CONTROLS]

    @app.callback(
        [Output(id_, prop) for id_, prop in _CONTROLS],
        Input("address", "data"),
    )
    def steer(address: dict[str, Any] | None) -> tuple[Any, ...]:
        tables = feed.current().content.tables
        return to_controls(Selection.from_query((address or {}).get("query", ""), tables))

    @app.callback(
        Output("timeline", "figure"),
        Output("overview", "figure"),
        Output("relations", "figure"),
        Output("relations-table", "children"),
        Output("selection-summary", "children"),
        Output("chips", "children"),
        Output("titles-note", "children"),
        Output("query", "data"),
        *controls,
        Input("viewport", "data"),
        Input("revision", "data"),
        Input("relations-view", "value"),
    )
    def render(*values: Any) -> tuple[Any, ...]:
        *chosen, viewport_data, _, view = values
        if viewport_data is None:
            raise PreventUpdate
        dataset = feed.current().content
        selection = from_controls(tuple(chosen), dataset.tables)
        return _render(dataset, selection, Viewport.of(viewport_data), view)

    @app.callback(
        Output("event-list", "children"),
        Output("event-details", "children"),
        Output("list-page", "total"),
        Output("list-page", "value"),
        Output("list-heading", "children"),
        Output("listed", "data"),
        Input("query", "data"),
        Input("revision", "data"),
        Input("list-page", "value"),
        State("listed", "data"),
    )
    def evidence(query: str, _revision: str, page: int, listed: str) -> tuple[Any, ...]:
        turned = ctx.triggered_id == "list-page"
        return _evidence(feed.current().content.tables, query or "", page or 1, listed, turned)

    @app.callback(
        Output("notices", "children"),
        Output("country-filter", "data"),
        Output("type-filter", "data"),
        Output("page-title", "children"),
        Output("page-description", "children"),
        Input("revision", "data"),
    )
    def refresh(_revision: str) -> tuple[Any, ...]:
        snapshot = feed.current()
        tables = snapshot.content.tables
        return (
            notices(snapshot),
            country_options(tables),
            type_options(tables),
            tables.title or "Timeline of events",
            tables.description,
        )


def _connect_browser(app: Dash) -> None:
    """Register what needs no server; the functions are those of ``assets``."""
    browser: Any = app
    browser.clientside_callback(
        ClientsideFunction("navigation", "start"), Output("address", "data"), Input("address", "id")
    )
    browser.clientside_callback(
        ClientsideFunction("viewport", "start"), Output("viewport", "data"), Input("viewport", "id")
    )
    browser.clientside_callback(
        ClientsideFunction("navigation", "write"),
        Output("copy-link", "title"),
        Input("query", "data"),
    )
    browser.clientside_callback(
        ClientsideFunction("reload", "poll"),
        Output("revision", "data"),
        Input("poll", "n_intervals"),
        State("revision", "data"),
    )
    browser.clientside_callback(
        ClientsideFunction("theme", "apply"),
        Output("provider", "forceColorScheme"),
        Input("theme-toggle", "value"),
    )
    browser.clientside_callback(
        ClientsideFunction("viewport", "view"),
        Output("relations-network", "hidden"),
        Output("relations-table", "hidden"),
        Input("relations-view", "value"),
    )


def _render(
    dataset: Dataset, selection: Selection, viewport: Viewport, view: str
) -> tuple[Any, ...]:
    """Return what the render callback owns, all of it from the same set of events."""
    tables = dataset.tables
    selected = selection.apply(tables)
    timeline = lay_out_timeline(tables, selection, selected, viewport.room)
    network = lay_out_network(tables, dataset.layout, selected, viewport.size)
    scheme, compact = viewport.scheme, viewport.compact
    return (
        draw_timeline(timeline, tables, scheme, compact),
        draw_overview(tables, selection, selected, viewport.room, scheme),
        draw_network(network, tables, selection, scheme) if view == "network" else no_update,
        dyad_table(network, tables, selection) if view == "table" else [],
        selection.describe(tables, selected),
        chips(selection, tables),
        f"+{timeline.hidden:,} more, zoom in" if timeline.hidden > 0 else "",
        selection.to_query(),
    )


def _evidence(
    tables: Tables, query: str, page: int, listed: str | None, turned: bool
) -> tuple[Any, ...]:
    """Return list and card; another set of events begins at its first page.

    Args:
        tables: what the file says.
        query: the selection.
        page: the page of the list that is open.
        listed: the query of the list before, without its event.
        turned: whether the reader turned the page.
    """
    selection = Selection.from_query(query, tables)
    selected = selection.apply(tables)
    pages = page_count(selected)
    now_listed = replace(selection, event="").to_query()
    if selection.event and not turned:
        page = page_of_event(selected, tables.row_of[selection.event])
    elif now_listed != listed and not turned:
        page = 1
    page = min(page, pages)
    count = int(np.count_nonzero(selected.visible))
    return (
        event_rows(tables, selection, selected, page),
        card(tables, selection),
        pages,
        page,
        f"Events in view ({count:,})",
        now_listed,
    )
