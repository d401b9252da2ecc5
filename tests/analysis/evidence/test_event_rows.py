"""The list as a specification: every event in view once, in order, in pages."""

from __future__ import annotations

from itertools import chain

import numpy as np

from dashboard.analysis.evidence.event_rows import (
    PAGE_SIZE,
    EventList,
    EventRow,
    list_events,
    page_of_event,
)
from dashboard.analysis.tone import Tone
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of


def events_of(tables: Tables, query: str = "", page: int = 1) -> EventList:
    selection = Selection.from_query(query, tables, strict=False)
    return list_events(tables, selection, selection.apply(tables), page)


def listed(events: EventList) -> list[str]:
    return [row.id for row in events.rows]


def test_a_row_has_the_words_and_the_query_of_its_event() -> None:
    events = events_of(shipped(), "country=JPN&lanes=actor&event=joint-statement")
    (row,) = (row for row in events.rows if row.is_open)
    assert row == EventRow(
        id="joint-statement",
        title="Joint statement condemns arms transfers",
        lang="",
        when="26 Oct 23",
        day="26 October 2023",
        status="confirmed",
        act="Condemn · −2.0",
        tone=Tone.CONFLICT,
        linked=row.linked,
        parties="United States, Japan, South Korea → North Korea, Russia",
        reports=0,
        query="country=JPN&event=joint-statement&lanes=actor",
        is_open=True,
    )
    assert events.query == "country=JPN&lanes=actor"
    assert events.cleared == "lanes=actor"
    assert (events.count, events.page, events.pages) == (5, 1, 1)


def test_a_row_keeps_what_the_selection_did_not_understand() -> None:
    (first, *_) = events_of(shipped(), "colour=red").rows
    assert first.query == f"event={first.id}&colour=red"


def test_turning_all_pages_shows_each_event_once_in_order() -> None:
    tables = world(120)
    selection = Selection.from_query("status=reported", tables)
    visible = selection.apply(tables).visible
    pages = [
        listed(events_of(tables, "status=reported", page))
        for page in range(1, events_of(tables, "status=reported").pages + 1)
    ]
    assert [*chain(*pages)] == list(tables.events["id"][visible])
    assert {len(page) for page in pages[:-1]} == {PAGE_SIZE}


def test_a_page_beyond_the_last_is_the_last() -> None:
    tables = world(60)
    assert events_of(tables, page=99) == events_of(tables, page=3)
    assert events_of(tables, page=0).page == 1


def test_the_page_of_an_event_is_the_one_that_lists_it() -> None:
    tables = world(120)
    selected = Selection.from_query("status=reported", tables).apply(tables)
    for row in np.flatnonzero(selected.visible):
        page = page_of_event(selected, int(row))
        assert tables.events["id"].iat[row] in listed(events_of(tables, "status=reported", page))
    out_of_view = int(np.flatnonzero(~selected.visible)[0])
    assert page_of_event(selected, out_of_view) == page_of_event(selected, -1) == 1


def test_an_empty_file_is_not_the_same_as_filters_that_exclude_all() -> None:
    assert events_of(tables_of("[]")).is_file_empty
    nothing = events_of(shipped(), "text=nothing at all")
    assert (nothing.rows, nothing.count, nothing.is_file_empty) == ((), 0, False)
