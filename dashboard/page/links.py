"""Links within the page: each leads to a selection, so it works by mouse, keyboard and URL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from dash import html

from dashboard.model.limits import LONGEST_VALUE
from dashboard.query.parameters import PARAMETERS

if TYPE_CHECKING:
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


def link(label: Any, selection: Selection, **more: Any) -> html.A:
    """Return a link to a selection; the page follows it without loading anew."""
    return html.A(label, href=follow(selection), **more)


def follow(selection: Selection) -> str:
    """Return the address of a selection, what it does not understand included.

    A dyad or an end of the window that means nothing gives way to one that does: of a name that is
    given more than once the last counts. What is too long to mean anything is left out.
    """
    query = selection.to_query()
    short = [part for part in selection.unknown if len(part.name + part.value) <= LONGEST_VALUE]
    unknown = [(name, value) for name, value, _ in short]
    if unknown:
        given = {name for name, _ in parse_qsl(query) if not PARAMETERS[name].many}
        unknown = [(name, value) for name, value in unknown if name not in given]
    return "?" + "&".join(filter(None, [query, urlencode(unknown)]))


def outside_link(label: str, url: str) -> html.A:
    """Return a link to another site, which learns nothing about this page."""
    return html.A(label, href=url, target="_blank", rel="noopener noreferrer")


def event_link(id_: str, tables: Tables, selection: Selection) -> html.A:
    """Return a link that opens the card of an event."""
    title = tables.events["title"].iat[tables.row_of[id_]]
    return link(title, replace(selection, event=id_))


def country_link(id_: str, name: str, selection: Selection) -> html.A:
    """Return a link that filters by one country."""
    chosen = replace(selection, countries=(id_,), match="any", dyad=None)
    return link(name, chosen, title=f"Only events with {name}")
