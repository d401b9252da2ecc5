"""The panels of the page: timeline, relations, before and after, evidence, and their splitters.

┌──────────── charts ─────────────┐ ┌ evidence ┐
│ timeline                        │ │ card     │      ≥ 1200 px: all in one screen
├────────────────┬────────────────┤ │          │      900 to 1199: the charts in one column
│ relations      │ change         │ │ list     │      < 900: one at a time, by tabs
└────────────────┴────────────────┘ └──────────┘
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import html

from dashboard.page.attributes import aria, data
from dashboard.page.timeline_tools import segments, timeline_tools
from dashboard.query.selection import CHANGES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.query.tables import Tables

TABS = {
    "timeline": "Timeline",
    "relations": "Relations",
    "change": "Change",
    "list": "List",
    "filters": "Filters",
}
"""Label of each tab of a narrow screen by the ``data-tab`` of its section."""
_TIMELINE_LABEL = (
    "Timeline of the events in view; the list below holds the same. Left and right arrows move it, "
    "up and down arrows walk from event to event, Enter opens one, plus and minus zoom, Home shows "
    "the whole span."
)
_RELATIONS_LABEL = (
    "Network of who acted on whom; the measures hold the same. Up and down arrows walk from dyad "
    "to dyad, Enter lists its events."
)


def panels(tables: Tables) -> list[Component]:
    """Return the charts and the evidence, with a splitter between each two neighbours."""
    lower = [
        _relations(),
        _splitter("relations", "vertical", "Width of the relations"),
        _change(),
    ]
    charts = [
        _timeline(tables),
        _splitter("timeline", "horizontal", "Height of the timeline"),
        html.Div(lower, className="lower"),
    ]
    return [
        html.Div(charts, className="charts"),
        _splitter("charts", "vertical", "Width of the charts"),
        _evidence(),
    ]


def tabs() -> Component:
    """Return the buttons of a narrow screen, each for one section."""
    buttons = [
        html.Button(
            label,
            type="button",
            **data(shows=name),
            **(aria(current="true") if name == "timeline" else {}),
        )
        for name, label in TABS.items()
    ]
    return html.Nav(buttons, className="tabs", **aria(label="Sections"))


def _splitter(name: str, orientation: str, label: str) -> Component:
    """Return a separator; ``assets/modules/splitters.mjs`` moves it."""
    return html.Div(
        className=f"splitter {orientation}",
        role="separator",
        tabIndex=0,
        **data(splits=name),
        **aria(orientation=orientation, label=label, valuenow="50", valuemin="0", valuemax="100"),
    )


def _panel(
    name: str, heading: str, head: Sequence[Component], body: Sequence[Component]
) -> Component:
    """Return a section with a head line; ``name`` is its tab on a narrow screen."""
    title = html.H2(heading, id=f"{name}-heading")
    return html.Section(
        [html.Div([title, *head], className="panel-head"), *body],
        className=f"panel {name}",
        **data(tab=name),
        **aria(labelledby=f"{name}-heading"),
    )


def _figure(id_: str, label: str, **more: Any) -> Component:
    """Return the box of a chart, with a name for screen readers."""
    return html.Div(
        html.Div(id=id_),
        role="group",
        className=f"figure figure-{id_}",
        **aria(label=label),
        **more,
    )


def _announcer(chart: str) -> Component:
    return html.Div(
        id=f"{chart}-announcer", className="only-heard", role="status", **aria(live="polite")
    )


def _timeline(tables: Tables) -> Component:
    body = [
        _figure("overview", "The whole span of the file, and where the window lies."),
        _figure("timeline", _TIMELINE_LABEL, tabIndex=0),
        _announcer("timeline"),
        html.Div(id="timeline-legend", className="legend"),
    ]
    return _panel("timeline", "Timeline", timeline_tools(tables), body)


def _relations() -> Component:
    """Return the relations; the network keeps its size while another view covers it."""
    views = segments("relations-view", RELATIONS, "network", "View of the relations")
    box = html.Div(
        [_figure("relations", _RELATIONS_LABEL, tabIndex=0), html.Div(id="relations-panel")],
        className="relations-box",
    )
    foot = html.Div(
        [
            html.Div(id="relations-legend", className="legend"),
            html.P(id="relations-note", className="quiet"),
            html.Div(id="relations-nodes", className="tools", role="group", **aria(label="Nodes")),
        ],
        className="panel-foot",
    )
    return _panel("relations", "Relations", [views], [box, _announcer("relations"), foot])


def _change() -> Component:
    views = segments("change-view", CHANGES, "before_after", "View of the change")
    box = html.Div(html.Div(id="change"), className="figure figure-change")
    periods = html.Button(
        "Two periods",
        id="choose-periods",
        className="button",
        type="button",
        title="Choose two periods by two drags over the strip above the timeline",
        **aria(pressed="false"),
    )
    hint = html.Div(id="change-hint", className="hint", role="status", **aria(live="polite"))
    return _panel("change", "Change", [views, periods], [hint, box])


def _evidence() -> Component:
    """Return the card and the list; on a narrow screen the card is a sheet above any section."""
    card = html.Div(
        [
            html.Div(className="sheet-handle", **aria(hidden="true")),
            html.Div(id="event-details", role="region", tabIndex=-1, **aria(label="Event")),
        ],
        className="sheet",
    )
    list_ = html.Div(
        [
            html.H2("Events in view", id="list-heading"),
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
        className="events",
        **data(tab="list"),
    )
    return html.Section([card, list_], className="panel evidence", **aria(label="Evidence"))
