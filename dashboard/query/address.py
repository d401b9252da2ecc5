"""Addresses: the query of a selection with the parts of the present query that mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from dashboard.query.parameters import PARAMETERS

if TYPE_CHECKING:
    from dashboard.query.selection import Selection


def query_with_unknown(selection: Selection) -> str:
    """Return the query of a selection, without ``?``, and keep what it does not understand.

    A dyad or an end of the window that means nothing is dropped if the selection has a valid one:
    of a name that is given more than once the last counts.
    """
    query = selection.to_query()
    unknown = [(name, value) for name, value, _ in selection.unknown]
    if unknown:
        given = {name for name, _ in parse_qsl(query) if not PARAMETERS[name].many}
        unknown = [(name, value) for name, value in unknown if name not in given]
    return "&".join(filter(None, [query, urlencode(unknown)]))
