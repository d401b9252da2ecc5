"""The list of events: every event in view once, in order, in pages, each a link to its card."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest

from dashboard.page.event_list import PAGE_SIZE, event_rows, page_count, page_of_event
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE
from tests.page.components import Part, links, of_class, of_kind, text


def rows_of(tables: Tables, query: str = "", page: int = 1) -> list[Part]:
    selection = Selection.from_query(query, tables)
    return event_rows(tables, selection, selection.apply(tables), page)


def listed(rows: list[Part]) -> list[str]:
    return [getattr(row, "data-event-id") for row in rows]


def test_each_row_says_when_what_how_sure_and_who() -> None:
    rows = rows_of(shipped())
    assert listed(rows) == list(shipped().events["id"])
    (row,) = (row for row in rows if getattr(row, "data-event-id") == "joint-statement")
    parts = {name: text(of_class(row, f"row-{name}")) for name in ("date", "title", "actors")}
    assert parts == {
        "date": "26 October 2023",
        "title": "Joint statement condemns arms transfers",
        "actors": "United States, Japan, South Korea → North Korea, Russia",
    }
    assert text(of_class(row, "badge-confirmed")) == "confirmed"


def test_a_row_opens_its_card_and_keeps_every_choice() -> None:
    query = "country=JPN&from=2023-10&lanes=actor"
    (row,) = (
        row
        for row in rows_of(shipped(), query)
        if getattr(row, "data-event-id") == "trilateral-air"
    )
    (href,) = links(row).values()
    opened = Selection.from_query(href, shipped())
    assert opened == Selection.from_query(f"{query}&event=trilateral-air", shipped())


def test_the_row_of_the_open_card_is_marked() -> None:
    rows = rows_of(shipped(), "event=treaty")
    current = [
        getattr(row, "data-event-id")
        for row in rows
        for link in of_kind(row, "A")
        if getattr(link, "aria-current", None)
    ]
    assert current == ["treaty"]


def test_only_what_is_in_view_is_listed() -> None:
    assert listed(rows_of(shipped(), "from=2024-03&to=2024-06")) == ["poe-veto", "treaty"]


@pytest.mark.parametrize(
    ("events", "pages"), [(0, 1), (1, 1), (PAGE_SIZE, 1), (PAGE_SIZE + 1, 2), (300, 12)]
)
def test_pages_are_as_many_as_the_events_fill(events: int, pages: int) -> None:
    tables = world(events)
    assert page_count(Selection().apply(tables)) == pages


def test_turning_all_pages_shows_each_event_once_in_order() -> None:
    tables = world(120)
    selection = Selection.from_query("status=reported", tables)
    selected = selection.apply(tables)
    pages = [
        listed(event_rows(tables, selection, selected, page))
        for page in range(1, page_count(selected) + 1)
    ]
    assert [*chain(*pages)] == list(tables.events["id"][selected.visible])
    assert {len(page) for page in pages[:-1]} == {PAGE_SIZE}


def test_the_page_of_an_event_is_the_one_that_lists_it() -> None:
    tables = world(120)
    selection = Selection.from_query("status=reported", tables)
    selected = selection.apply(tables)
    for row in np.flatnonzero(selected.visible):
        page = page_of_event(selected, int(row))
        id_ = tables.events["id"].iat[row]
        assert id_ in listed(event_rows(tables, selection, selected, page))
    out_of_view = int(np.flatnonzero(~selected.visible)[0])
    assert page_of_event(selected, out_of_view) == page_of_event(selected, -1) == 1


def test_the_rows_of_a_million_events_are_those_of_a_page() -> None:
    assert len(rows_of(world(2_000))) == PAGE_SIZE


def test_a_file_without_events_says_how_to_write_the_first() -> None:
    (row,) = rows_of(tables_of("[]"))
    assert "no events in the file yet" in text(row)
    example = text(of_kind(row, "Pre"))
    assert len(tables_of(example).events) == 1


def test_filters_that_exclude_all_can_be_cleared_here() -> None:
    (row,) = rows_of(shipped(), "text=nothing&country=JPN&lanes=type")
    assert "No event passes these filters." in text(row)
    assert links(row) == {"Clear them": "?lanes=type"}


def test_markup_of_a_file_is_text() -> None:
    tables = tables_of(f"""
        actors: [{{id: evil, name: '{HOSTILE}', kind: person}}]
        events: [{{date: 2023, title: '{HOSTILE}', actors: [evil]}}]
        """)
    assert text(rows_of(tables)).count(HOSTILE) == 2
