"""The layout of the page: header, filters, and the panels of one screen, in reading order.

┌ header: title, description ······ tools ┐
├ filters: menus, sentence, chips ········┤
│ panels                                  │   see page/panels.py
└ tabs, on a narrow screen ···············┘
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.analysis.text_width import REFERENCE, text_width
from dashboard.markup import to_text
from dashboard.page.announcements import of_file
from dashboard.page.attributes import aria, data, tip
from dashboard.page.filters import filters
from dashboard.page.keys import keys_dialog, keys_list
from dashboard.page.languages import language_menu
from dashboard.page.legend import full_key, network_legend, timeline_legend
from dashboard.page.menus import menu
from dashboard.page.notices import notices
from dashboard.page.panels import BLOCKS, jump, panels, tabs
from dashboard.page.take_away import take_away
from dashboard.page.timeline_tools import window_dates
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.analysis.dataset import Dataset
    from dashboard.query.tables import Tables
    from dashboard.reading.watched import Snapshot

REFERENCE_SIZE = 13.0
"""Font size of the reference text, in pixels."""


def page(snapshot: Snapshot[Dataset], edit_token: str = "") -> Component:
    """Return the page.

    Args:
        snapshot: the last good version of the file, and its problems.
        edit_token: token of the server's run in edit mode; empty if events cannot be edited.
    """
    tables = snapshot.content.tables
    screen = [
        html.Header(_header(tables, edit_token), className="page-header"),
        html.Div(notices(snapshot), id="notices", role="status", **aria(live="polite")),
        html.Main(panels(tables)),
        tabs(),
    ]
    provider: Component = dmc.MantineProvider(
        id="provider",
        theme={
            "primaryColor": "blue",
            "primaryShade": {"light": 8, "dark": 6},
            "autoContrast": True,
        },
        children=[
            html.Nav(_skip_links(), className="skip-links", **aria(label=gettext("Skip links"))),
            *_stores(snapshot),
            html.Div(id="connection", role="status", **aria(live="polite")),
            # Not in a part that a tab or a dialog hides.
            html.Div(id="announcer", className="only-heard", role="status", **aria(live="polite")),
            html.Div(screen, className="screen", **data(shown="timeline")),
            # Not in a section that a tab hides: a dialog is hidden with it.
            *([html.Div(id="editor", **data(token=edit_token))] if edit_token else []),
            _key(),
            keys_dialog(),
            html.Div(id="paper", role="main"),
        ],
    )
    return provider


def _skip_links() -> list[Component]:
    """Return a link to the list, and one to each other part of the page."""
    words = gettext("Skip to the list of events")
    first = html.A(words, href="#event-list", className="skip-link")
    return [first, *(jump(gettext(words), to) for to, words in BLOCKS.items())]


def _stores(snapshot: Snapshot[Dataset]) -> list[Component]:
    """Return the state of the page; tables stay on the server."""
    fixed = {
        "timeline-legend": timeline_legend(),
        "relations-legend": network_legend(),
        "key-signs": full_key(),
        "window-dates": window_dates(),
        "keys-list": keys_list(),
    }
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
        dcc.Store(id="compare"),
        dcc.Store(id="beyond"),
        dcc.Store(id="shown"),
        dcc.Store(id="listed"),
        dcc.Store(id="legends", data={id_: to_text(parts) for id_, parts in fixed.items()}),
        dcc.Store(id="charts"),
        dcc.Store(id="strip"),
        dcc.Store(id="evidence"),
        dcc.Store(id="unfolded"),
        dcc.Store(id="chart-tables"),
        dcc.Store(id="said-of-charts"),
        dcc.Store(id="said-of-evidence"),
        dcc.Store(id="revision", data=snapshot.revision),
        dcc.Store(id="file-read", data=of_file(None, snapshot.revision, snapshot.revision)),
        html.Div(id="text-probe", **probe, **aria(hidden="true")),
    ]


def _header(tables: Tables, edit_token: str) -> list[Component]:
    """Return the lines above the panels; on a narrow screen the filters have a tab."""
    title = [
        html.H1(tables.title or gettext("Timeline of events"), id="page-title", dir="auto"),
        html.P(tables.description, id="page-description", dir="auto", tabIndex=0),
    ]
    chosen = [
        html.Div(id="firm-only"),
        html.A(
            pgettext("a button: takes all filters back", "Clear all"),
            id="clear-filters",
            href="?",
            className="button",
        ),
        html.Div(id="chips", className="chips"),
    ]
    sentence = html.P(id="selection-summary", role="status", tabIndex=-1, **aria(live="polite"))
    return [
        html.Div(title, id="page-heading", className="page-heading", lang=tables.lang),
        *([_edit_notice()] if edit_token else ()),
        html.Div(_tools(edit_token), className="page-tools", **data(tab="filters")),
        html.Section(
            [
                html.Div(filters(tables), className="filters", **data(tab="filters")),
                sentence,
                html.Div(chosen, className="chosen", **data(tab="filters")),
                html.Div(id="not-understood"),
            ],
            className="filter-line",
            **aria(label=pgettext("a part of the page", "Filters")),
        ),
    ]


def _tools(edit_token: str) -> list[Component]:
    copy = html.Button(
        pgettext("a button", "Copy link"),
        id="copy-link",
        type="button",
        **tip(gettext("Copy the address of exactly this view"), "button"),
    )
    scheme = dmc.SegmentedControl(
        id="theme-toggle",
        data=[
            {
                "value": "auto",
                "label": pgettext("colour scheme: that of the operating system", "System"),
            },
            {"value": "light", "label": pgettext("colour scheme", "Light")},
            {"value": "dark", "label": pgettext("colour scheme", "Dark")},
        ],
        value="auto",
        size="xs",
        persistence=True,
        persistence_type="local",
        **aria(label=gettext("Colour scheme")),
    )
    return [
        *(_edit_tools() if edit_token else ()),
        copy,
        take_away(),
        html.Button(
            pgettext("a button: opens the list of keys of the keyboard", "Keys"),
            className="button",
            type="button",
            **data(opens="keys"),
        ),
        language_menu(),
        menu("◐", [scheme], name=gettext("Colour scheme"), className="at-end"),
    ]


def _edit_tools() -> list[Component]:
    """Return the buttons that add events, and remarks.

    The linter's remarks on the file are a menu, hidden while there are none.
    """
    remarks = [
        html.Summary(id="remarks-heading", className="button"),
        html.Div(
            html.Ol(id="remarks-list"),
            className="menu-body",
            role="region",
            tabIndex=0,
            **aria(labelledby="remarks-heading"),
        ),
    ]
    return [
        html.Details(remarks, id="remarks", className="menu at-end remarks", hidden=True),
        html.Button(
            pgettext("a button: adds events", "Add from a table"),
            id="add-table",
            className="button",
            type="button",
        ),
        html.Button(
            pgettext("a button", "Add event"),
            id="add-event",
            className="button main-button",
            type="button",
            **data(edit=""),
        ),
    ]


def _edit_notice() -> Component:
    """Return the empty element of the notice after an edit, which every tab shows."""
    return html.Div(id="edit-notice", role="status", **aria(live="polite"))


def _key() -> Component:
    """Return the dialog with the key to all signs."""
    head = [
        html.H2(pgettext("a heading: the meaning of signs", "Key"), id="key-heading"),
        html.Button(
            pgettext("a button", "Close"), type="button", className="button", **data(closes="key")
        ),
    ]
    return html.Dialog(
        [html.Div(head, className="panel-head"), html.Div(id="key-signs", className="legend")],
        id="key",
        className="key-dialog",
        **aria(labelledby="key-heading"),
    )
