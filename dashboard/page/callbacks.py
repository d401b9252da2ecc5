"""The callbacks: controls in, pictures and lists out. Each output has one owner.

    address ──steer──▶ controls ──render──▶ charts, summary ──painted──▶ strip, list, card
                                  ▲
    revision, viewport ───────────┘

A link sets the address; gestures on a chart set a control; nothing else changes what is shown.
The charts come first: once they are painted the page writes the address and sets ``shown``, on
which the rest depends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard.figures.overview import draw_overview
from dashboard.page.browser_values import record, text, texts, whole_number
from dashboard.page.controls import CONTROLS, from_controls, to_controls
from dashboard.page.notices import notices
from dashboard.page.options import country_options, lane_options, type_options
from dashboard.page.render import render_charts, render_evidence
from dashboard.page.viewport import Viewport
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from dashboard.page.state import Feed


_OPTIONS = (country_options, type_options, lane_options)


def connect(app: Dash, feed: Feed, *, edits: bool = False) -> None:
    """Register all callbacks of the page; ``edits`` tells whether its events can be edited."""
    _connect_browser(app)
    controls = [Input(id_, prop) for id_, prop in CONTROLS]

    @app.callback(
        [Output(id_, prop) for id_, prop in CONTROLS],
        Input("address", "data"),
    )
    def steer(address: object) -> tuple[Any, ...]:
        tables = feed.current().content.tables
        query = text(record(address, "address").get("query"), "query")
        return to_controls(Selection.from_query(query, tables))

    @app.callback(
        Output("timeline", "figure"),
        Output("relations", "figure"),
        Output("selection-summary", "children"),
        Output("titles-note", "children"),
        Output("choices", "data"),
        *controls,
        Input("viewport", "data"),
        Input("revision", "data"),
    )
    def render(*values: Any) -> tuple[Any, ...]:
        *chosen, viewport_data, _ = values
        if viewport_data is None:
            raise PreventUpdate
        dataset = feed.current().content
        selection = from_controls(tuple(chosen), dataset.tables)
        return render_charts(dataset, selection, Viewport.of(viewport_data))

    @app.callback(
        Output("overview", "figure"),
        Input("shown", "data"),
        Input("viewport", "data"),
        Input("revision", "data"),
    )
    def strip(query: object, viewport_data: object, _: object) -> dict[str, Any]:
        if viewport_data is None or query is None:
            raise PreventUpdate
        tables = feed.current().content.tables
        selection = Selection.from_query(text(query, "shown"), tables)
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
    def evidence(query: object, _: object, page: object, listed: object) -> tuple[Any, ...]:
        if query is None:
            raise PreventUpdate
        turned = ctx.triggered_id == "list-page"
        asked = text(query, "shown")
        number = 1 if page is None else max(1, whole_number(page, "list-page"))
        before = None if listed is None else text(listed, "listed")
        tables = feed.current().content.tables
        return render_evidence(tables, asked, number, before, turned, edits=edits)

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
    def refresh(_revision: object, *chosen: object) -> tuple[Any, ...]:
        snapshot = feed.current()
        tables = snapshot.content.tables
        return (
            notices(snapshot),
            *(
                options(tables, texts(values, "filter"))
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
        ClientsideFunction("reload", "title"), Input("page-title", "children")
    )
    browser.clientside_callback(
        ClientsideFunction("theme", "apply"),
        Output("provider", "forceColorScheme"),
        Input("theme-toggle", "value"),
    )
    browser.clientside_callback(
        ClientsideFunction("viewport", "view"),
        Output("relations-network", "hidden"),
        Output("relations-panel", "hidden"),
        Input("relations-view", "value"),
    )
