"""The list of events in view as plain rows, one page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.evidence.empty_list import filters_to_leave_out, neighbours
from dashboard.analysis.evidence.event_words import act_in_words, name_parties
from dashboard.analysis.evidence.linked import name_linked
from dashboard.analysis.link_targets import openings, query_of
from dashboard.analysis.tone import tones_of
from dashboard.model.date_parts import compact_of, words_of

if TYPE_CHECKING:
    from dashboard.analysis.evidence.empty_list import Neighbour, Without
    from dashboard.analysis.evidence.linked import Linked
    from dashboard.query.columns import IntArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

PAGE_SIZE = 25
"""Number of events on a page of the list."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of the list.

    Attributes:
        id: id of the event.
        title: its title, as the file has it; ``lang`` is its language, a BCP 47 tag.
        when: its date in few characters; ``day`` is the date in words.
        status: its status.
        act: its type and its score: ``Condemn · −2.0``.
        tone: code of the ``Tone`` of its score.
        linked: the actors and dyads that it touches.
        parties: who acts on whom, names isolated.
        reports: number of reports of an event of coded data, 0 for another.
        query: query string that opens the card of the event.
        is_open: whether this card is open.
    """

    id: str
    title: str
    lang: str
    when: str
    day: str
    status: str
    act: str
    tone: int
    linked: Linked
    parties: str
    reports: int
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
        without: where no event is in view, the filters to leave out.
        neighbours: where no event is in the window, the nearest ones on both sides.
    """

    rows: tuple[EventRow, ...]
    page: int
    pages: int
    count: int
    query: str
    cleared: str
    is_file_empty: bool
    without: tuple[Without, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()


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
    is_empty = not len(visible) and not tables.events.empty
    return EventList(
        rows=_rows(tables, selection, rows),
        page=page,
        pages=pages,
        count=len(visible),
        query=replace(selection, event="").to_query(),
        cleared=query_of(selection.unfiltered),
        is_file_empty=tables.events.empty,
        without=filters_to_leave_out(tables, selection) if is_empty else (),
        neighbours=neighbours(tables, selection, selected) if is_empty else (),
    )


def _rows(tables: Tables, selection: Selection, rows: IntArray) -> tuple[EventRow, ...]:
    events = tables.events.iloc[rows]
    columns = (events[name].tolist() for name in ("id", "title", "date", "type", "score", "status"))
    parts = zip(
        *columns,
        (tables.languages[row] for row in rows.tolist()),
        tones_of(events["score"].to_numpy()).tolist(),
        name_linked(tables, rows, selection.nodes),
        name_parties(tables, rows),
        np.nan_to_num(events["reports"].to_numpy()).astype(int).tolist(),
        openings(selection, events["id"]),
        strict=True,
    )
    return tuple(
        EventRow(
            id=id_,
            title=str(title),
            lang=lang,
            when=compact_of(date),
            day=words_of(date),
            status=status,
            act=act_in_words(tables, type_, score),
            tone=tone,
            linked=linked,
            parties=parties,
            reports=n,
            query=query,
            is_open=id_ == selection.event,
        )
        for id_, title, date, type_, score, status, lang, tone, linked, parties, n, query in parts
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
