"""The panels of the page: timeline, relations, before and after, evidence, and their splitters.

┌──────────── charts ─────────────┐ ┌ evidence ┐
│ timeline                        │ │ card     │      ≥ 1200 px: all in one screen
├────────────────┬────────────────┤ │          │      900 to 1199: the charts in one column
│ relations      │ change         │ │ list     │      < 900: one at a time, by tabs
└────────────────┴────────────────┘ └──────────┘
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard.page.attributes import aria, data, tip
from dashboard.page.timeline_tools import segments, timeline_tools
from dashboard.query.selection import CHANGES, RELATIONS
from dashboard.words.language import gettext, gettext_noop, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.query.tables import Tables

TABS = {
    "timeline": pgettext_noop("a part of the page", "Timeline"),
    "relations": pgettext_noop("a part of the page", "Relations"),
    "change": pgettext_noop("a part of the page", "Change"),
    "list": pgettext_noop("a part of the page", "List"),
    "filters": pgettext_noop("a part of the page", "Filters"),
}
"""English label of each tab of a narrow screen by the ``data-tab`` of its section."""
_MANUALS = {
    "timeline": gettext_noop(
        "Left and right arrows move the timeline, up and down arrows walk from event to event, "
        "Enter opens one, plus and minus zoom, Home shows the whole span, End goes to the last "
        "event. The list of events holds the same events, and the table of this chart the counts."
    ),
    "relations": gettext_noop(
        "Up and down arrows walk from dyad to dyad, Home and End go to the first and the last, "
        "left and right arrows walk from actor to actor, Enter lists the events. The table of this "
        "chart holds the same numbers."
    ),
}
"""Keys of each chart in English, by its id: the description of its box."""


BLOCKS = {
    "timeline-heading": gettext_noop("Skip to the timeline"),
    "relations-heading": gettext_noop("Skip to the relations"),
    "change-heading": gettext_noop("Skip to the change"),
    "evidence-panel": gettext_noop("Skip to the evidence"),
}
"""English words of each skip link to a part of the page, by the id of the element there."""
_JUMPS = {
    "timeline": (gettext_noop("Skip the timeline"), "relations-heading"),
    "relations": (gettext_noop("Skip the relations"), "change-heading"),
    "change": (gettext_noop("Skip the change"), "evidence-panel"),
}
"""English words of the link over each block, and the id of the next block."""


def jump(words: str, to: str) -> Component:
    """Return a link to a part of the page, hidden until it has the focus.

    >>> jump("Skip the timeline", "relations-heading").href
    '#relations-heading'
    """
    return html.A(words, href=f"#{to}", className="jump")


def _jump_over(name: str) -> Component:
    """Return the link over a block, to the next one."""
    words, to = _JUMPS[name]
    return jump(gettext(words), to)


def panels(tables: Tables) -> list[Component]:
    """Return the charts and the evidence, with a splitter between each two neighbours."""
    lower = [
        _relations(),
        _splitter("relations", "vertical", gettext("Width of the relations")),
        _change(),
    ]
    charts = [
        _timeline(tables),
        _splitter("timeline", "horizontal", gettext("Height of the timeline")),
        html.Div(lower, className="lower"),
    ]
    return [
        html.Div(charts, className="charts"),
        _splitter("charts", "vertical", gettext("Width of the charts")),
        _evidence(),
    ]


def tabs() -> Component:
    """Return the buttons of a narrow screen, each for one section."""
    buttons = [
        html.Button(
            _part(name),
            type="button",
            **data(shows=name),
            **(aria(current="true") if name == "timeline" else {}),
        )
        for name in TABS
    ]
    return html.Nav(
        buttons, className="tabs", **aria(label=pgettext("parts of the page", "Sections"))
    )


def _splitter(name: str, orientation: str, label: str) -> Component:
    """Return a separator; ``assets/modules/splitters.mjs`` moves it."""
    return html.Div(
        className=f"splitter {orientation}",
        role="separator",
        tabIndex=0,
        **data(splits=name),
        **aria(orientation=orientation, label=label, valuenow="50", valuemin="0", valuemax="100"),
    )


def _part(name: str) -> str:
    return pgettext("a part of the page", TABS[name])


def _panel(name: str, head: Sequence[Component], body: Sequence[Component]) -> Component:
    """Return a section with a head line; ``name`` is its tab on a narrow screen."""
    title = html.H2(_part(name), id=f"{name}-heading", tabIndex=-1)
    return html.Section(
        [_jump_over(name), html.Div([title, *head], className="panel-head"), *body],
        className=f"panel {name}",
        **data(tab=name),
        **aria(labelledby=f"{name}-heading"),
    )


def _figure(id_: str, name: str) -> list[Component]:
    """Return the box of a chart whose marks are reached by keys, and its description.

    Screen readers pass the keys of an application on to the page. Its drawing is hidden from them:
    the box speaks for it, by its name, its finding, its manual and its announcer.
    """
    box = html.Div(
        html.Div(id=id_, **aria(hidden="true")),
        role="application",
        tabIndex=0,
        className=f"figure figure-{id_}",
        **aria(
            label=name,
            roledescription=pgettext("kind of a picture", "chart"),
            describedby=f"{id_}-finding {id_}-manual",
            details=f"{id_}-legend",
        ),
    )
    return [box, html.P(gettext(_MANUALS[id_]), id=f"{id_}-manual", hidden=True)]


def _overview() -> list[Component]:
    """Return the strip, a picture for screen readers: the fields of the window do the same."""
    box = html.Div(
        html.Div(id="overview"),
        role="img",
        className="figure figure-overview",
        **aria(label=gettext("Whole span of the file"), describedby="overview-finding"),
    )
    return [box, html.P(id="overview-finding", hidden=True)]


def _table(chart: str) -> Component:
    """Return the finding of a chart, which unfolds the chart as a table."""
    summary = html.Summary(
        [
            html.Span([gettext("Table of this chart:"), " "], className="only-heard"),
            html.Span(id=f"{chart}-finding", className="finding"),
        ]
    )
    body = html.Div(id=f"{chart}-table", className="menu-body", tabIndex=-1)
    return html.Details([summary, body], className="menu chart-table", **data(table=chart))


def _announcer(chart: str) -> Component:
    return html.Div(
        id=f"{chart}-announcer", className="only-heard", role="status", **aria(live="polite")
    )


def _legend(chart: str) -> Component:
    """Return the list of the signs of a chart, which the server draws."""
    names = {
        "timeline": gettext("Signs of the timeline"),
        "relations": gettext("Signs of the network"),
    }
    return html.Ul(
        id=f"{chart}-legend", className="legend", role="list", **aria(label=names[chart])
    )


def _timeline(tables: Tables) -> Component:
    body = [
        html.Div(id="window-problem", className="field-problem"),
        *_overview(),
        *_figure("timeline", _part("timeline")),
        _announcer("timeline"),
        html.Div([_legend("timeline"), _table("timeline")], className="chart-foot"),
    ]
    return _panel("timeline", timeline_tools(tables), body)


def _relations() -> Component:
    """Return the relations; the network keeps its size while another view covers it."""
    views = segments(
        "relations-view",
        {view: gettext(label) for view, label in RELATIONS.items()},
        "network",
        gettext("View of the relations"),
    )
    box = html.Div(
        [*_figure("relations", gettext("Network")), html.Div(id="relations-panel")],
        className="relations-box",
    )
    foot = html.Div(
        [
            html.Div([_legend("relations"), _table("relations")], className="chart-foot"),
            html.P(id="relations-note", className="quiet"),
            html.Div(
                id="relations-nodes",
                className="tools",
                role="group",
                **aria(label=pgettext("nodes of the network: countries or actors", "Nodes")),
            ),
        ],
        className="panel-foot",
    )
    return _panel("relations", [views], [box, _announcer("relations"), foot])


def _change() -> Component:
    views = segments(
        "change-view",
        {view: gettext(label) for view, label in CHANGES.items()},
        "before_after",
        gettext("View of the change"),
    )
    box = html.Div(html.Div(id="change"), className="figure figure-change")
    periods = html.Button(
        pgettext("a button: chooses two periods to compare", "Two periods"),
        id="choose-periods",
        type="button",
        **tip(
            gettext("Choose two periods by two drags over the strip above the timeline"), "button"
        ),
        **aria(pressed="false"),
    )
    hint = html.Div(id="change-hint", className="hint", role="status", **aria(live="polite"))
    return _panel("change", [views, periods], [hint, box])


def _evidence() -> Component:
    """Return the card and the list; on a narrow screen the card is a sheet above any section."""
    card = html.Div(
        [
            html.Div(className="sheet-handle", **aria(hidden="true")),
            html.Div(
                id="event-details", role="region", tabIndex=-1, **aria(labelledby="card-title")
            ),
        ],
        className="sheet",
    )
    list_ = html.Div(
        [
            html.H2(gettext("Events in view"), id="list-heading"),
            html.Ol(id="event-list", tabIndex=-1, **aria(labelledby="list-heading")),
            html.Nav(
                dmc.Pagination(
                    id="list-page",
                    total=1,
                    value=1,
                    size="sm",
                    withControls=False,
                    hideWithOnePage=True,
                ),
                **aria(label=gettext("Pages of the list")),
            ),
        ],
        className="events",
        **data(tab="list"),
    )
    return html.Section(
        [card, list_],
        id="evidence-panel",
        className="panel evidence",
        tabIndex=-1,
        **aria(label=pgettext("a part of the page: one event, or the list", "Evidence")),
    )
