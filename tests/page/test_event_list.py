"""The list of events: every event in view once, in order, in pages, each a link to its card."""

from __future__ import annotations

import pytest

from dashboard.analysis.evidence.event_rows import PAGE_SIZE, list_events
from dashboard.page.event_list import draw_event_list
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE
from tests.page.drawn import Drawn, drawn_text, links, of_class, of_tag


def rows_of(tables: Tables, query: str = "", page: int = 1) -> list[Drawn]:
    selection = Selection.from_query(query, tables)
    return draw_event_list(list_events(tables, selection, selection.apply(tables), page))


def listed(rows: list[Drawn]) -> list[str]:
    return [row[1]["data-event-id"] for row in rows]


def row_of(event: str, rows: list[Drawn]) -> Drawn:
    (row,) = (row for row in rows if row[1]["data-event-id"] == event)
    return row


def test_each_row_says_when_what_how_sure_and_who() -> None:
    rows = rows_of(shipped())
    assert listed(rows) == list(shipped().events["id"])
    row = row_of("joint-statement", rows)
    parts = {name: drawn_text(of_class(row, f"row-{name}")) for name in ("date", "title", "actors")}
    assert parts == {
        "date": "26 Oct 23",
        "title": "Joint statement condemns arms transfers",
        "actors": "United States, Japan, South Korea → North Korea, Russia",
    }
    assert of_class(row, "row-date")[0][1]["title"] == "26 October 2023"


@pytest.mark.parametrize(
    ("event", "shape", "doubt", "tick", "status"),
    [
        ("joint-statement", "rect", "", "✓", "confirmed"),
        ("peskov-no-proof", "rect", "", "", "reported"),
        ("container-shipments", "circle", "?", "", "disputed"),
    ],
)
def test_a_row_has_the_sign_of_its_event_and_the_status_in_words(
    event: str, shape: str, doubt: str, tick: str, status: str
) -> None:
    row = row_of(event, rows_of(shipped()))
    assert of_class(row, "mark")[0][0] == shape
    assert drawn_text(of_class(row, "doubt")) == doubt
    assert drawn_text(of_class(row, "row-tick")) == tick
    assert status in drawn_text(row)


def test_a_row_names_what_it_is_about_for_linking() -> None:
    row = row_of("treaty", rows_of(shipped()))
    assert row[1]["data-event"] == "treaty"
    assert set(row[1]["data-actors"].split("|")) == {"PRK", "RUS"}
    assert row[1]["data-dyads"] == "PRK:RUS"


def test_a_row_opens_its_card_and_keeps_every_choice() -> None:
    query = "country=JPN&from=2023-10&lanes=actor"
    (row,) = (
        row for row in rows_of(shipped(), query) if row[1]["data-event-id"] == "trilateral-air"
    )
    ((_, href),) = links(row)
    opened = Selection.from_query(href, shipped())
    assert opened == Selection.from_query(f"{query}&event=trilateral-air", shipped())


def test_the_row_of_the_open_card_is_marked() -> None:
    rows = rows_of(shipped(), "event=treaty")
    current = [
        row[1]["data-event-id"]
        for row in rows
        for link in of_tag(row, "a")
        if link[1].get("aria-current")
    ]
    assert current == ["treaty"]


def test_only_what_is_in_view_is_listed() -> None:
    assert listed(rows_of(shipped(), "from=2024-03&to=2024-06")) == ["poe-veto", "treaty"]


@pytest.mark.parametrize(
    ("events", "pages"), [(0, 1), (1, 1), (PAGE_SIZE, 1), (PAGE_SIZE + 1, 2), (300, 12)]
)
def test_pages_are_as_many_as_the_events_fill(events: int, pages: int) -> None:
    tables = world(events)
    selection = Selection()
    assert list_events(tables, selection, selection.apply(tables), 1).pages == pages


def test_the_rows_of_a_million_events_are_those_of_a_page() -> None:
    assert len(rows_of(world(2_000))) == PAGE_SIZE


def test_a_file_without_events_says_how_to_write_the_first() -> None:
    (row,) = rows_of(tables_of("[]"))
    assert "no events in the file yet" in drawn_text(row)
    example = drawn_text(of_tag(row, "pre"))
    assert len(tables_of(example).events) == 1


def test_filters_that_exclude_all_can_be_cleared_here() -> None:
    (row,) = rows_of(shipped(), "text=nothing&country=JPN&status=denied&lanes=type")
    assert drawn_text(row) == "No event passes these filters. Clear all filters"
    assert links(row) == [("Clear all filters", "?lanes=type")]


def test_a_filter_that_excludes_all_is_named_with_the_events_without_it() -> None:
    (row,) = rows_of(shipped(), "country=JPN&status=denied")
    assert "Without status: denied: 5 events" in drawn_text(row)
    assert links(row)[1:] == [("5 events", "?country=JPN")]


def test_an_empty_window_leads_to_the_events_on_both_sides() -> None:
    (row,) = rows_of(shipped(), "from=2023-12-10&to=2023-12-19")
    assert "No event is in this window." in drawn_text(row)
    (_, before, after, wide) = links(row)
    assert before[0] == "North Korea launches Malligyong-1"
    assert after[0] == "Russia vetoes the sanctions panel's renewal"
    for title, href in (before, after):
        selection = Selection.from_query(href, shipped())
        assert selection.window is not None
        assert selection.window.span == 10 * 86_400
        assert [drawn_text(of_class(one, "row-title")) for one in rows_of(shipped(), href)] == [
            title
        ]
        assert selection.event
    assert wide == ("16 events", "?")


def test_markup_of_a_file_is_text() -> None:
    tables = tables_of(f"""
        actors: [{{id: evil, name: '{HOSTILE}', kind: person}}]
        events: [{{date: 2023, title: '{HOSTILE}', actors: [evil]}}]
        """)
    assert drawn_text(rows_of(tables)).count(HOSTILE) == 2


def test_the_number_of_reports_is_shown_where_the_file_has_it() -> None:
    tables = tables_of("""
        events:
          - {date: 2023, title: Talks, actors: Japan, reports: 1200}
          - {date: 2024, title: Visit, actors: Japan}
        """)
    shown = [[drawn_text(part) for part in of_class(row, "row-reports")] for row in rows_of(tables)]
    assert sorted(shown) == [[], ["× 1,200"]]


def test_a_title_of_any_script_stays_in_its_place() -> None:
    tables = tables_of("""
        actors:
          - {id: idf, name: צה״ל, kind: armed_group}
          - {id: army, name: "\u202eالجيش", kind: armed_group}
        events:
          - {date: 2023, title: "\u202eهجوم", actors: [idf], targets: [army]}
        """)
    (row,) = rows_of(tables)
    (title,) = of_class(row, "row-title")
    assert title[1]["dir"] == "auto"
    (parties,) = of_class(row, "row-actors")
    assert drawn_text(parties) == "\u2068צה״ל\u2069 → \u2068\u202eالجيش\u2069"
