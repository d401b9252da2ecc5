"""The controls of the page, and the selection that their values make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.limits import MOST_VALUES
from dashboard.query.dyad import Dyad
from dashboard.query.parameters import read_query
from dashboard.query.selection import Selection, Unknown
from dashboard.query.window import Window

if TYPE_CHECKING:
    from dashboard.query.tables import Tables

CONTROLS = (
    ("country-filter", "value"),
    ("match-mode", "value"),
    ("type-filter", "value"),
    ("status-filter", "value"),
    ("text-filter", "value"),
    ("known-on", "value"),
    ("lane-by", "value"),
    ("pinned-lanes", "value"),
    ("open-others", "checked"),
    ("all-links", "checked"),
    ("window", "data"),
    ("event", "data"),
    ("relations-view", "value"),
    ("beyond", "data"),
)
"""What the reader may set, in the order in which ``to_controls`` lists it. ``beyond`` holds the
choices that have a chip or a link but no control of their own."""


_PLAIN = ("actors", "nodes", "after", "within")


def to_controls(selection: Selection) -> tuple[Any, ...]:
    """Return the values of all controls for a selection."""
    window = selection.window
    beyond = {
        **{name: getattr(selection, name) for name in _PLAIN},
        "dyad": selection.dyad.text() if selection.dyad else "",
        "unknown": selection.unknown,
    }
    return (
        list(selection.countries),
        selection.match,
        list(selection.types),
        list(selection.statuses),
        selection.text,
        selection.as_known_on,
        selection.lanes,
        list(selection.pins),
        selection.others == "open",
        selection.links == "all",
        [window.lower, window.upper] if window else None,
        selection.event,
        selection.relations,
        beyond,
    )


def from_controls(values: tuple[Any, ...], tables: Tables) -> Selection:
    """Return the selection that the controls' values make.

    Countries that the file no longer has are kept, so that a filter outlives a passing change.
    """
    countries, match, types, statuses, text, known_on, lanes, *rest = values
    pins, is_open, all_links, window, event, relations, beyond = rest
    beyond = beyond or {}
    unknown = [Unknown(*part) for part in beyond.get("unknown") or ()]
    typed = [("text", text or ""), ("as_known_on", known_on or "")]
    fields, misread = read_query(typed, tables)
    dyad = beyond.get("dyad")
    return Selection(
        countries=tuple((countries or ())[:MOST_VALUES]),
        match=match or "any",
        types=tuple((types or ())[:MOST_VALUES]),
        statuses=tuple(statuses or ()),
        text=fields.get("text", ""),
        actors=tuple(beyond.get("actors") or ()),
        dyad=Dyad.read(dyad, str) if dyad else None,
        window=Window.spanning(*window) if window else None,
        event=event if event in tables.row_of else "",
        lanes=lanes or "country",
        pins=tuple((pins or ())[:MOST_VALUES]),
        others="open" if is_open else "folded",
        links="all" if all_links else "chain",
        relations=relations or "network",
        **{name: beyond[name] for name in ("nodes", "after", "within") if name in beyond},
        as_known_on=fields.get("as_known_on", ""),
        unknown=(*unknown, *(part for part in misread if part not in unknown)),
    )
