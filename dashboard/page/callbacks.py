"""The callbacks: controls in, pictures and lists out. Each output has one owner.

    address ──steer──▶ controls ──render──▶ charts, summary ──painted──▶ strip, list, card
                                  ▲
    revision, viewport ───────────┘

A link sets the address; gestures on a chart set a control; nothing else changes what is shown.
The charts come first: once they are painted the page writes the address and sets ``shown``, on
which the rest depends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard.analysis.network import lay_out_network
from dashboard.analysis.timeline import lay_out_timeline
from dashboard.figures.overview import draw_overview
from dashboard.figures.relations import draw_network
from dashboard.figures.timeline import draw_timeline
from dashboard.page.card import card
from dashboard.page.chips import chips, firm_switch
from dashboard.page.controls import CONTROLS, from_controls, to_controls
from dashboard.page.dyad_table import dyad_table
from dashboard.page.event_list import event_rows, page_count, page_of_event
from dashboard.page.markup import markup
from dashboard.page.notices import notices
from dashboard.page.options import country_options, lane_options, type_options
from dashboard.page.viewport import Viewport
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from dashboard.analysis.timeline import Timeline
    from dashboard.page.state import Dataset, Feed
    from dashboard.query.tables import Tables


_OPTIONS = (country_options, type_options, lane_options)


def connect(app: Dash, feed: Feed) -> None:
    """Register all callbacks of the page."""
    _connect_browser(app)
    controls = [Input(id_, prop) for id_, prop in CONTROLS]

    @app.callback(
        [Output(id_, prop) for id_, prop in CONTROLS],
        Input("address", "data"),
    )
    def steer(address: dict[str, Any] | None) -> tuple[Any, ...]:
        tables = feed.current().content.tables
        return to_controls(Selection.from_query((address or {}).get("query", ""), tables))

    @app.callback(
        Output("timeline", "figure"),
        Output("relations", "figure"),
        Output("selection-summary", "children"),
        Output("titles-note", "children"),
        Output("choices", "data"),
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
        Output("overview", "figure"),
        Input("shown", "data"),
        Input("viewport", "data"),
        Input("revision", "data"),
    )
    def strip(query: str | None, viewport_data: dict[str, Any] | None, _: str) -> dict[str, Any]:
        if viewport_data is None or query is None:
            raise PreventUpdate
        tables = feed.current().content.tables
        selection = Selection.from_query(query, tables)
        viewport = Viewport.of(viewport_data)
        selected = selection.apply(tables)
        return draw_overview(tables, selection, selected, viewport.room, viewport.scheme)

    @app.callback(
        Output("evidence", "data"),
        Output("list-page", "total"),
        Output("list-page", "value"),
        Output("list-heading", "children"),
        Output("listed", "data"),
        Input("shown", "data"),
        Input("revision", "data"),
        Input("list-page", "value"),
        State("listed", "data"),
    )
    def evidence(query: str | None, _: str, page: int, listed: str) -> tuple[Any, ...]:
        if query is None:
            raise PreventUpdate
        turned = ctx.triggered_id == "list-page"
        return _evidence(feed.current().content.tables, query, page or 1, listed, turned)

    @app.callback(
        Output("notices", "children"),
        Output("country-filter", "data"),
        Output("type-filter", "data"),
        Output("pinned-lanes", "data"),
        Output("page-title", "children"),
        Output("page-description", "children"),
        Input("revision", "data"),
        State("country-filter", "value"),
        State("type-filter", "value"),
        State("pinned-lanes", "value"),
        # The page comes with all of it, and a filter that is given new options while it is given
        # its first value loses that value.
        prevent_initial_call=True,
    )
    def refresh(_revision: str, *chosen: list[str] | None) -> tuple[Any, ...]:
        snapshot = feed.current()
        tables = snapshot.content.tables
        return (
            notices(snapshot),
            *(
                options(tables, values or ())
                for options, values in zip(_OPTIONS, chosen, strict=True)
            ),
            tables.title or "Timeline of events",
            tables.description,
        )


def _connect_browser(app: Dash) -> None:
    """Register what needs no server; the functions are those of ``assets``."""
    browser: Any = app
    browser.clientside_callback(
        ClientsideFunction("navigation", "start"),
        Output("address", "data"),
        Output("shown", "data"),
        Input("address", "id"),
    )
    browser.clientside_callback(
        ClientsideFunction("viewport", "start"), Output("viewport", "data"), Input("viewport", "id")
    )
    for markup_store in ("legends", "choices", "evidence"):
        browser.clientside_callback(
            ClientsideFunction("markup", "draw"), Input(markup_store, "data")
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
    network = lay_out_network(tables.by_country, dataset.country_layout, selected, viewport.size)
    scheme = viewport.scheme
    drawn = draw_timeline(timeline, tables, scheme, viewport.compact)
    drawn["layout"]["meta"]["query"] = selection.to_query()
    return (
        drawn,
        draw_network(network, tables, selection, scheme) if view == "network" else no_update,
        selection.describe(tables, selected),
        _hidden_in_words(timeline),
        {
            "chips": markup(chips(selection, tables)),
            "firm-only": markup(firm_switch(selection)),
            "relations-table": markup(dyad_table(network, selection) if view == "table" else []),
        },
    )


def _hidden_in_words(timeline: Timeline) -> str:
    if timeline.hidden <= 0:
        return ""
    more = f"+{timeline.hidden:,} more, zoom in"
    return f"{more} or click a bar" if timeline.density else more


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
        {
            "event-list": markup(event_rows(tables, selection, selected, page)),
            "event-details": markup(card(tables, selection)),
        },
        pages,
        page,
        f"Events in view ({count:,})",
        now_listed,
    )
