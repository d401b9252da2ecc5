"""The keys of the page: the table behind the dialog *Keys* and the list in the README."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dash import html

from dashboard.markup import h
from dashboard.page.attributes import aria, data
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.markup import Markup


class Key(NamedTuple):
    """Keys of one part of the page.

    Attributes:
        part: part of the page that has the focus, in English.
        keys: names of the keys.
        words: action of the keys, in English.
    """

    part: str
    keys: str
    words: str


PART, ACTION = "a part of the page, above its keys", "what keys do"
"""Meanings of the words of a row, for translators."""
_PAGE = "Page"
_TIMELINE = "Timeline"
_NETWORK = "Network"
_CELLS = "Matrix, bars and pairs"
_LIST = "List of events"
_BORDER = "Border between two panels"
_FORM = "Form of an event"
KEYS = (
    Key(_PAGE, "/", "goes to the text filter"),
    Key(_PAGE, "Esc", "closes one thing, the innermost: tip, menu, question, dialog, card"),
    Key(_TIMELINE, "← →", "show earlier and later times"),
    Key(_TIMELINE, "↑ ↓", "walk from event to event, in order of time"),
    Key(_TIMELINE, "Enter", "opens the event"),
    Key(_TIMELINE, "+ −", "zoom in and out"),
    Key(_TIMELINE, "Home", "shows the whole span"),
    Key(_TIMELINE, "End", "goes to the last event"),
    Key(_NETWORK, "↑ ↓", "walk from dyad to dyad, from the most events to the fewest"),
    Key(_NETWORK, "← →", "walk from actor to actor"),
    Key(_NETWORK, "Home End", "go to the first and the last dyad"),
    Key(_NETWORK, "Enter", "lists the events of the dyad or of the actor"),
    Key(_CELLS, "← → ↑ ↓", "walk to the neighbour"),
    Key(_CELLS, "Home End", "go to the first and the last in the row"),
    Key(_CELLS, "Enter", "lists the events"),
    Key(_LIST, "↑ ↓", "walk from event to event"),
    Key(_LIST, "Enter", "opens the event"),
    Key(_BORDER, "← → ↑ ↓", "move it"),
    Key(_BORDER, "Enter", "puts it back"),
    Key(_FORM, "Ctrl + Enter", "saves"),
)
"""All keys, by the part of the page in which they work."""


def keys_dialog() -> Component:
    """Return the dialog with all keys; ``assets/modules/menus.mjs`` opens and closes it."""
    head = [
        html.H2(pgettext("a heading: keys of the keyboard", "Keys"), id="keys-heading"),
        html.Button(
            pgettext("a button", "Close"), type="button", className="button", **data(closes="keys")
        ),
    ]
    return html.Dialog(
        [html.Div(head, className="panel-head"), html.Div(id="keys-list")],
        id="keys",
        className="key-dialog",
        **aria(labelledby="keys-heading"),
    )


def keys_list() -> list[Markup]:
    """Return the switch of the single-key shortcut, and the keys of each part of the page."""
    switch = h.label(
        h.input(type="checkbox", id="single-keys", checked=True),
        " ",
        gettext("The key / goes to the text filter from anywhere on the page"),
        class_="single-keys",
    )
    parts = (_part(part, list(rows)) for part, rows in groupby(KEYS, lambda row: row.part))
    return [switch, h.div(parts, class_="key-sections")]


def _part(part: str, rows: list[Key]) -> Markup:
    items = (
        h.li(h.kbd(row.keys), " ", pgettext(ACTION, row.words), class_="legend-item")
        for row in rows
    )
    return h.section(h.h3(pgettext(PART, part)), h.ul(items, role="list"))
