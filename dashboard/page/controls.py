"""The controls of the page, and the selection that their values make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.book import STATUSES
from dashboard.model.event_types import event_types
from dashboard.model.limits import MOST_VALUES
from dashboard.page.browser_values import (
    BadValueError,
    choice,
    choices,
    flag,
    number,
    record,
    text,
    texts,
    whole_number,
)
from dashboard.query.dyad import Dyad
from dashboard.query.parameters import (
    LANES,
    MATCHES,
    NODES,
    RELATIONS,
    WITHIN,
    Unknown,
    read_query,
)
from dashboard.query.selection import Selection
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

    Raises:
        BadValueError: where a value is none that the control can have.
    """
    countries, match, types, statuses, words, known_on, lanes, *rest = values
    pins, is_open, all_links, window, event, relations, more = rest
    beyond = record(more, "beyond")
    unknown = _unknown(beyond.get("unknown"))
    typed = [("text", text(words, "text-filter")), ("as_known_on", text(known_on, "known-on"))]
    fields, misread = read_query(typed, tables)
    event_id = text(event, "event")
    return Selection(
        countries=texts(countries, "country-filter")[:MOST_VALUES],
        match=choice(match, MATCHES, "any", "match-mode"),
        types=choices(types, event_types(), "type-filter")[:MOST_VALUES],
        statuses=choices(statuses, STATUSES, "status-filter"),
        text=fields.get("text", ""),
        actors=texts(beyond.get("actors"), "actors"),
        dyad=_dyad(text(beyond.get("dyad"), "dyad")),
        window=_window(window),
        event=event_id if event_id in tables.row_of else "",
        lanes=choice(lanes, LANES, "country", "lane-by"),
        pins=texts(pins, "pinned-lanes")[:MOST_VALUES],
        others="open" if flag(is_open, "open-others") else "folded",
        links="all" if flag(all_links, "all-links") else "chain",
        relations=choice(relations, RELATIONS, "network", "relations-view"),
        nodes=choice(beyond.get("nodes"), NODES, "country", "nodes"),
        after=text(beyond.get("after"), "after"),
        within=_days(beyond.get("within"), tables),
        as_known_on=fields.get("as_known_on", ""),
        unknown=(*unknown, *(part for part in misread if part not in unknown)),
    )


def _window(value: object) -> Window | None:
    if value is None or value == "":
        return None
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise BadValueError('"window" is not a pair of instants')
    lower, upper = (number(end, "window") for end in value)
    return Window.spanning(lower, upper)


def _dyad(value: str) -> Dyad | None:
    try:
        return Dyad.read(value, str) if value else None
    except ValueError as error:
        raise BadValueError('"dyad" is not a dyad') from error


def _days(value: object, tables: Tables) -> int:
    days = WITHIN if value is None else whole_number(value, "within")
    fields, misread = read_query([("within", str(days))], tables)
    if misread:
        raise BadValueError('"within" is not a number of days that can be chosen')
    found: int = fields["within"]
    return found


def _unknown(value: object) -> list[Unknown]:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise BadValueError('"unknown" is not a list')
    parts = [texts(part, "unknown") for part in value]
    if not all(len(part) == len(Unknown._fields) for part in parts):
        raise BadValueError('"unknown" is not a list of names, values and reasons')
    return [Unknown(*part) for part in parts]
