"""The callbacks, from controls to charts and lists. Each output belongs to one callback.

    address ──steer──▶ controls ──render──▶ charts, summary ──painted──▶ strip, list, card
                                  ▲
    revision, viewport ───────────┘

A link sets the address; gestures on a chart set a control; nothing else changes the charts.
The charts come first: once they are painted, the page writes the address and sets ``shown``, on
which strip, list and card depend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Dash, Input, Output, State, ctx
from dash.exceptions import PreventUpdate

from dashboard.page.announcements import of_file
from dashboard.page.browser_values import record, text, texts, whole_number
from dashboard.page.chart_tables import TABLES, render_tables
from dashboard.page.controls import CONTROLS, DATED, from_controls, to_controls
from dashboard.page.filters import options_of
from dashboard.page.notices import notices
from dashboard.page.render import render_charts, render_evidence, render_overview
from dashboard.page.viewport import Viewport
from dashboard.query.filters import FILTERS
from dashboard.query.selection import Selection
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from dashboard.analysis.feed import Feed


WITH_OPTIONS = {
    name: row.control for name, row in FILTERS.items() if row.control and row.control.options
}
"""Controls whose options depend on the file, by field of ``Selection``."""


def connect(app: Dash, feed: Feed, *, edits: bool = False) -> None:
    """Register all callbacks of the page.

    Args:
        app: the app whose layout is ``page``.
        feed: the file and its tables.
        edits: whether events can be edited on the page.
    """
    _connect_browser(app)
    _connect_controls(app, feed)
    _connect_tables(app, feed)
    _connect_evidence(app, feed, edits)

    @app.callback(
        output={
            "notices": Output("notices", "children"),
            "options": {name: Output(control.id, "data") for name, control in WITH_OPTIONS.items()},
            "title": Output("page-title", "children"),
            "description": Output("page-description", "children"),
            "lang": Output("page-heading", "lang"),
            "read": Output("file-read", "data"),
        },
        inputs={"_revision": Input("revision", "data")},
        state={
            "chosen": {
                name: State(control.id, control.prop) for name, control in WITH_OPTIONS.items()
            },
            "read": State("file-read", "data"),
        },
        # The layout already holds all outputs, and a filter that gets new options together with its
        # first value loses that value.
        prevent_initial_call=True,
    )
    def refresh(_revision: object, chosen: dict[str, object], read: object) -> dict[str, Any]:
        snapshot = feed.current()
        seen = text(record(read, "file-read").get("revision"), "revision")
        tables = snapshot.content.tables
        return {
            "notices": notices(snapshot),
            "options": {
                name: options_of(control, tables, texts(chosen[name], control.id))
                for name, control in WITH_OPTIONS.items()
            },
            "title": tables.title or gettext("Timeline of events"),
            "description": tables.description,
            "lang": tables.lang,
            "read": of_file(snapshot.change, snapshot.revision, seen),
        }


def _connect_controls(app: Dash, feed: Feed) -> None:
    """Register the callbacks from the address to the controls, and from the controls to charts."""

    @app.callback(
        output={name: Output(*place) for name, place in CONTROLS.items()},
        inputs={"address": Input("address", "data")},
    )
    def steer(address: object) -> dict[str, Any]:
        tables = feed.current().content.tables
        query = text(record(address, "address").get("query"), "query")
        return to_controls(Selection.from_query(query, tables, strict=False), tables)

    @app.callback(
        output={
            "charts": Output("charts", "data"),
            "summary": Output("selection-summary", "children"),
            "problems": {name: Output(CONTROLS[name][0], "error") for name in DATED},
            "said": Output("said-of-charts", "data"),
        },
        inputs={
            "chosen": {name: Input(*place) for name, place in CONTROLS.items()},
            "viewport": Input("viewport", "data"),
            "_revision": Input("revision", "data"),
        },
    )
    def render(chosen: dict[str, Any], viewport: object, _revision: object) -> dict[str, Any]:
        if viewport is None:
            raise PreventUpdate
        dataset = feed.current().content
        selection = from_controls(chosen, dataset.tables)
        return render_charts(dataset, selection, Viewport.of(viewport))


def _connect_tables(app: Dash, feed: Feed) -> None:
    """Register the callback that draws the charts as tables, once one is unfolded."""

    @app.callback(
        Output("chart-tables", "data"),
        Input("unfolded", "data"),
        State("viewport", "data"),
        prevent_initial_call=True,
    )
    def tables(unfolded: object, viewport_data: object) -> dict[str, str]:
        asked = record(unfolded, "unfolded")
        query, charts = text(asked.get("query"), "query"), texts(asked.get("charts"), "charts")
        known = [name for name in charts if name in TABLES]
        return render_tables(feed.current().content, query, known, Viewport.of(viewport_data))


def _connect_evidence(app: Dash, feed: Feed, edits: bool) -> None:
    """Register the callbacks that follow once the charts are painted."""

    @app.callback(
        Output("strip", "data"),
        Input("shown", "data"),
        Input("viewport", "data"),
        Input("revision", "data"),
    )
    def strip(query: object, viewport_data: object, _: object) -> dict[str, str]:
        if viewport_data is None or query is None:
            raise PreventUpdate
        return render_overview(
            feed.current().content, text(query, "shown"), Viewport.of(viewport_data)
        )

    @app.callback(
        output={
            "evidence": Output("evidence", "data"),
            "pages": Output("list-page", "total"),
            "page": Output("list-page", "value"),
            "heading": Output("list-heading", "children"),
            "listed": Output("listed", "data"),
            "said": Output("said-of-evidence", "data"),
        },
        inputs={
            "query": Input("shown", "data"),
            "_revision": Input("revision", "data"),
            "page": Input("list-page", "value"),
        },
        state={"listed": State("listed", "data")},
    )
    def evidence(query: object, _revision: object, page: object, listed: object) -> dict[str, Any]:
        if query is None:
            raise PreventUpdate
        turned = ctx.triggered_id == "list-page"
        asked = text(query, "shown")
        number = 1 if page is None else max(1, whole_number(page, "list-page"))
        before = None if listed is None else text(listed, "listed")
        dataset = feed.current().content
        return render_evidence(dataset, asked, number, before, turned, edits=edits)


def _connect_browser(app: Dash) -> None:
    """Register the clientside callbacks; their functions are in ``assets/modules``."""
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
    for markup_store in ("legends", "charts", "strip", "evidence", "chart-tables"):
        browser.clientside_callback(
            ClientsideFunction("markup", "draw"), Input(markup_store, "data")
        )
    for store in ("said-of-charts", "said-of-evidence", "file-read"):
        browser.clientside_callback(ClientsideFunction("announce", store), Input(store, "data"))
    browser.clientside_callback(ClientsideFunction("reload", "follow"), Input("revision", "data"))
    browser.clientside_callback(
        ClientsideFunction("chart_tables", "ask"),
        Output("unfolded", "data"),
        Input("shown", "data"),
        Input("viewport", "data"),
        Input("revision", "data"),
    )
    browser.clientside_callback(
        ClientsideFunction("reload", "title"), Input("page-title", "children")
    )
    browser.clientside_callback(
        ClientsideFunction("theme", "apply"),
        Output("provider", "forceColorScheme"),
        Input("theme-toggle", "value"),
    )
