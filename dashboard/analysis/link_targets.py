"""Link targets: the query string of the selection to which a click on the page leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote_plus, urlencode

from dashboard.model.limits import LONGEST_VALUE
from dashboard.query.filters import FILTERS
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = "_"
"""Placeholder in a template; the ``=`` before it occurs in no value."""


def query_of(selection: Selection) -> str:
    """Return the query string of a selection, with the parts that it did not understand.

    A misunderstood value is left out where the selection has a valid value for the same parameter:
    of a parameter that may be given once, the last value counts. A value that is too long to mean
    anything is left out, too.
    """
    query = selection.to_query()
    short = [part for part in selection.unknown if len(part.name + part.value) <= LONGEST_VALUE]
    unknown = [(name, value) for name, value, _ in short]
    if unknown:
        repeated = {name for row in FILTERS.values() if row.many for name in row.names}
        given = {name for name, _ in parse_qsl(query)} - repeated
        unknown = [(name, value) for name, value in unknown if name not in given]
    return "&".join(filter(None, [query, urlencode(unknown)]))


def opening(selection: Selection, event: str) -> str:
    """Return the query string that opens the card of an event; an empty id closes the card.

    >>> opening(Selection(countries=("JPN",)), "treaty")
    'country=JPN&event=treaty'
    """
    return query_of(replace(selection, event=event))


def openings(selection: Selection, events: Iterable[str]) -> list[str]:
    """Return for each of many events the query string that opens its card.

    >>> openings(Selection(), ["treaty", "visit"])
    ['event=treaty', 'event=visit']
    """
    before, _, after = opening(selection, _GAP).partition(f"event={_GAP}")
    return [f"{before}event={quote_plus(event)}{after}" for event in events]


def choosing_country(selection: Selection, country: str) -> str:
    """Return the query string that keeps only the events of one country."""
    return query_of(replace(selection, countries=(country,), match="any", dyads=()))
