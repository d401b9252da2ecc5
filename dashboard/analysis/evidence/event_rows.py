"""The list of events in view as plain rows, one page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.evidence.event_words import name_parties
from dashboard.analysis.link_targets import opening, query_of
from dashboard.model.date_parts import words_of

if TYPE_CHECKING:
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

PAGE_SIZE = 25
"""Number of events on a page of the list."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the list.

    Attributes:
        id: id of the event.
        title: its title, as the file has it.
        when: its date in words.
        status: its status.
        parties: who acts on whom, names isolated.
        query: query string that opens the card of the event.
        is_open: whether this card is open.
    """

    id: str
    title: str
    when: str
    status: str
    parties: str
    query: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class EventList:
    """A page of the list of events in view.

    Attributes:
        rows: the events of the page, in order of time.
        page: number of the page, from 1.
        pages: number of pages, at least 1.
        count: number of events in view.
        query: query string of the list: that of the selection without an open event.
        cleared: query string that clears all filters.
        is_file_empty: whether the file holds no events at all.
    """

    rows: tuple[EventRow, ...]
    page: int
    pages: int
    count: int
    query: str
    cleared: str
    is_file_empty: bool


def list_events(tables: Tables, selection: Selection, selected: Selected, page: int) -> EventList:
    """Return one page of the events in view.

    Args:
        tables: tables of the file.
        selection: the selection.
        selected: flags of the events that it picks.
        page: number of the page, from 1; a number beyond the last page gives the last.
    """
    visible = np.flatnonzero(selected.visible)
    pages = max(1, -(-len(visible) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    rows = visible[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    events = tables.events.iloc[rows]
    columns = (events[name] for name in ("id", "title", "date", "status"))
    return EventList(
        rows=tuple(
            EventRow(
                id=id_,
                title=str(title),
                when=words_of(date),
                status=status,
                parties=parties,
                query=opening(selection, id_),
                is_open=id_ == selection.event,
            )
            for id_, title, date, status, parties in zip(
                *columns, name_parties(tables, rows), strict=True
            )
        ),
        page=page,
        pages=pages,
        count=len(visible),
        query=replace(selection, event="").to_query(),
        cleared=query_of(selection.unfiltered),
        is_file_empty=tables.events.empty,
    )


def page_of_event(selected: Selected, row: int) -> int:
    """Return the number of the page that lists an event, from 1; 1 if the event is not in view.

    Args:
        selected: flags of the events in view.
        row: row of ``Tables.events``, or -1.
    """
    if row < 0 or not selected.visible[row]:
        return 1
    return int(np.count_nonzero(selected.visible[:row])) // PAGE_SIZE + 1
