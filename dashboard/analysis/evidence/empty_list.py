"""Ways out of a selection without an event: filters to leave out, and events beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.link_targets import query_of
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.date_parts import compact_of
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.window import Window
from dashboard.words.language import gettext, gettext_noop, ngettext
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from typing import Any

    from dashboard.query.filter import Filter
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

_MINUTE = 60
_NAMED = {
    "countries": gettext_noop("country: {choice}"),
    "match": gettext_noop("events with: all"),
    "dyads": gettext_noop("dyad: {choice}"),
    "types": gettext_noop("type: {choice}"),
    "statuses": gettext_noop("status: {choice}"),
    "text": gettext_noop("text: {choice}"),
}
"""Words with the value of a filter, for those whose value alone does not suffice."""


@dataclass(frozen=True, slots=True)
class Without:
    """A filter whose removal leaves events in view.

    Attributes:
        words: the filter: ``status: denied``.
        found: number of events without it, in words.
        query: query string without it.
    """

    words: str
    found: str
    query: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The last event before the window, or the first after it.

    Attributes:
        side: ``before`` or ``after``.
        id: id of the event.
        title: its title, as the file has it.
        when: its date in few characters.
        query: query string that opens it, in a window of the same length around it.
    """

    side: str
    id: str
    title: str
    when: str
    query: str


def filters_to_leave_out(tables: Tables, selection: Selection) -> tuple[Without, ...]:
    """Return each filter without which events are in view, in the order of the filters.

    >>> from dashboard import Selection, load
    >>> tables = load("events.yaml")
    >>> empty = Selection.of(tables, type="summit", status="denied")
    >>> [each.words for each in filters_to_leave_out(tables, empty)]
    ['status: denied']

    Args:
        tables: tables of the file, whole or cut to the day of ``as_known_on``.
        selection: a selection that picks no event in view.
    """
    whole = tables.cut.whole if tables.cut else tables
    return tuple(
        Without(_words(name, row, value, tables), _events_in_words(found), query_of(wider))
        for name, row, value in selection.chosen()
        if not row.is_view
        for wider in [replace(selection, event="", **{name: row.default})]
        if (found := _count(wider, tables if wider.as_known_on else whole))
    )


def neighbours(tables: Tables, selection: Selection, selected: Selected) -> tuple[Neighbour, ...]:
    """Return the events that pass the filters on each side of a window that contains none.

    Args:
        tables: tables of the file.
        selection: a selection that picks no event in view.
        selected: flags of the events that it picks.
    """
    window, rows = selection.window, np.flatnonzero(selected.matching)
    if window is None:
        return ()
    before = rows[tables.upper[rows] <= window.lower]
    after = rows[tables.lower[rows] >= window.upper]
    nearest = (
        *(("before", row) for row in before[np.argsort(tables.upper[before])][-1:].tolist()),
        *(("after", row) for row in after[np.argsort(tables.lower[after])][:1].tolist()),
    )
    return tuple(_neighbour(tables, selection, window, side, row) for side, row in nearest)


def _neighbour(
    tables: Tables, selection: Selection, window: Window, side: str, row: int
) -> Neighbour:
    id_, title, date = (str(tables.events[name].iat[row]) for name in ("id", "title", "date"))
    around = _moved(window, float(tables.instant[row]))
    query = query_of(replace(selection, window=around, event=id_))
    return Neighbour(side, id_, title, compact_of(date), query)


def _moved(window: Window, instant: float) -> Window | None:
    """Return the window moved by whole days (minutes, if short) so that an instant is its middle.

    A window with an open end has no middle: then the result is all time.
    """
    if window.lower <= MIN_SECOND or window.upper >= MAX_SECOND:
        return None
    step = DAY_SECONDS if window.span >= DAY_SECONDS else _MINUTE
    shift = round((instant - (window.lower + window.upper) / 2) / step) * step
    return Window.spanning(window.lower + shift, window.upper + shift)


def _count(selection: Selection, tables: Tables) -> int:
    return int(np.count_nonzero(selection.apply(tables).visible))


def _words(name: str, row: Filter, value: Any, tables: Tables) -> str:
    labels = [label for label, _ in row.labels(value, tables)] or [str(value)]
    words = listed(labels, "or")
    return gettext(_NAMED[name], choice=words) if name in _NAMED else words


def _events_in_words(n: int) -> str:
    return ngettext("{n} event", "{n} events", n)
