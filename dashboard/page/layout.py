"""The layout of the page: all its elements, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.analysis.text_width import REFERENCE, text_width
from dashboard.figures.theme import CHART_CONFIG
from dashboard.page.attributes import aria, data
from dashboard.page.filters import filters
from dashboard.page.legend import network_legend, timeline_legend
from dashboard.page.notices import notices
from dashboard.page.timeline_tools import lane_tools, movement_tools
from dashboard.query.selection import RELATIONS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.analysis.dataset import Dataset
    from dashboard.query.tables import Tables
    from dashboard.reading.watched import Snapshot

POLL_MILLISECONDS = 400
"""Time between two requests for the revision of the file."""
REFERENCE_SIZE = 13.0
"""Font size of the reference text, in pixels."""
TIMELINE_LABEL = (
    "Timeline of the events in view; the list below holds the same. Left and right arrows move it, "
    "up and down arrows walk from event to event, Enter opens one, plus and minus zoom, Home shows "
    "the whole span."
)
RELATIONS_LABEL = (
    "Network of who acted on whom; the measures hold the same. Up and down arrows walk from dyad "
    "to dyad, Enter lists its events."
)


def page(snapshot: Snapshot[Dataset], edit_token: str = "") -> Component:
    """Return the page.

    Args:
        snapshot: the last good version of the file, and its problems.
        edit_token: token of the server's run in edit mode; empty if events cannot be edited.
    """
    provider: Component = dmc.MantineProvider(
        id="provider",
        theme={
            "primaryColor": "blue",
            "primaryShade": {"light": 8, "dark": 6},
            "autoContrast": True,
        },
        children=[
            html.A("Skip to the list of events", href="#event-list", className="skip-link"),
            *_stores(snapshot),
            html.Div(id="connection", role="status", **aria(live="polite")),
            html.Header(_header(snapshot, edit_token), className="page-header"),
            html.Main(
                [
                    html.Div(notices(snapshot), id="notices", role="status", **aria(live="polite")),
                    filters(snapshot.content.tables),
                    *([_remarks()] if edit_token else []),
                    _timeline(snapshot.content.tables),
                    html.Div([_relations(), _evidence()], className="lower"),
                ]
            ),
        ],
    )
    return provider


def _stores(snapshot: Snapshot[Dataset]) -> list[Component]:
    """Return the state of the page; tables stay on the server."""
    legends = {"timeline-legend": timeline_legend(), "relations-legend": network_legend()}
    probe = data(
        reference=REFERENCE,
        size=str(REFERENCE_SIZE),
        width=str(text_width(REFERENCE, REFERENCE_SIZE)),
    )
    return [
        dcc.Store(id="address"),
        dcc.Store(id="viewport"),
        dcc.Store(id="window"),
        dcc.Store(id="event"),
        dcc.Store(id="beyond"),
        dcc.Store(id="shown"),
        dcc.Store(id="listed"),
        dcc.Store(id="legends", data=legends),
        dcc.Store(id="choices"),
        dcc.Store(id="evidence"),
        dcc.Store(id="revision", data=snapshot.revision),
        dcc.Interval(id="poll", interval=POLL_MILLISECONDS),
        html.Div(id="text-probe", **probe, **aria(hidden="true")),
    ]


def _header(snapshot: Snapshot[Dataset], edit_token: str) -> list[Component]:
    tables = snapshot.content.tables
    return [
        html.Div(
            [
                html.H1(tables.title or "Timeline of events", id="page-title", dir="auto"),
                html.P(tables.description, id="page-description", dir="auto"),
            ],
            className="page-heading",
        ),
        html.Div(
            [
                *(_edit_tools(edit_token) if edit_token else ()),
                html.Button(
                    "Copy link",
                    id="copy-link",
                    className="button",
                    type="button",
                    title="Copy the address of exactly this view",
                ),
                dmc.SegmentedControl(
                    id="theme-toggle",
                    data=[
                        {"value": "auto", "label": "System"},
                        {"value": "light", "label": "Light"},
                        {"value": "dark", "label": "Dark"},
                    ],
                    value="auto",
                    size="xs",
                    persistence=True,
                    persistence_type="local",
                    **aria(label="Colour scheme"),
                ),
            ],
            className="page-tools",
        ),
    ]


def _edit_tools(token: str) -> list[Component]:
    """Return the button that adds an event, and empty elements for the dialog and the notice."""
    return [
        html.Button(
            "Add event",
            id="add-event",
            className="button main-button",
            type="button",
            **data(edit=""),
        ),
        html.Div(id="editor", **data(token=token)),
        html.Div(id="edit-notice", role="status", **aria(live="polite")),
    ]


def _remarks() -> Component:
    """Return the list of the linter's findings in edit mode, hidden while it is empty."""
    return html.Details(
        [html.Summary(id="remarks-heading"), html.Ol(id="remarks-list")],
        id="remarks",
        className="remarks quiet",
        hidden=True,
    )


def _timeline(tables: Tables) -> Component:
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Timeline", id="timeline-heading"),
                    html.Span(id="titles-note", className="quiet"),
                    lane_tools(tables),
                ],
                className="panel-head",
            ),
            movement_tools(),
            _figure("overview", "The whole span of the file, and where the window lies."),
            _figure("timeline", TIMELINE_LABEL, tabIndex=0),
            html.Div(
                id="timeline-announcer",
                className="only-heard",
                role="status",
                **aria(live="polite"),
            ),
            html.Div(id="timeline-legend", className="legend"),
        ],
        className="panel",
        **aria(labelledby="timeline-heading"),
    )


def _figure(id_: str, label: str, **more: Any) -> Component:
    """Return a chart with a name for screen readers."""
    config: Any = dict(CHART_CONFIG)
    graph = dcc.Graph(id=id_, figure={"layout": {"autosize": False, "height": 60}}, config=config)
    shape = f"figure figure-{id_}"
    return html.Div(graph, role="group", className=shape, **aria(label=label), **more)


def _relations() -> Component:
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Relations", id="relations-heading"),
                    html.Div(
                        id="relations-nodes", className="tools", role="group", **aria(label="Nodes")
                    ),
                    dmc.SegmentedControl(
                        id="relations-view",
                        data=[{"value": name, "label": label} for name, label in RELATIONS.items()],
                        value="network",
                        size="xs",
                        **aria(labelledby="relations-heading"),
                    ),
                ],
                className="panel-head",
            ),
            html.Div(
                [
                    _figure("relations", RELATIONS_LABEL, tabIndex=0),
                    html.Div(
                        id="relations-announcer",
                        className="only-heard",
                        role="status",
                        **aria(live="polite"),
                    ),
                    html.P(id="relations-note", className="quiet"),
                    html.Div(id="relations-legend", className="legend"),
                ],
                id="relations-network",
            ),
            html.Div(id="relations-panel", hidden=True),
        ],
        className="panel relations",
        **aria(labelledby="relations-heading"),
    )


def _evidence() -> Component:
    return html.Section(
        [
            html.Div(id="event-details", role="region", tabIndex=-1, **aria(label="Event")),
            html.Div(
                [html.H2("Events in view", id="list-heading")],
                className="panel-head",
            ),
            html.Ol(id="event-list", tabIndex=-1, **aria(labelledby="list-heading")),
            dmc.Pagination(
                id="list-page",
                total=1,
                value=1,
                size="sm",
                withControls=False,
                hideWithOnePage=True,
            ),
        ],
        className="panel evidence",
        **aria(label="Evidence"),
    )
