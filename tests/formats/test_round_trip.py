"""Our own CSV and JSON: read back and written as YAML, the file is the same again."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

from hypothesis import Phase, given, settings

from dashboard.formats.records.records_in import ReadBack, is_own, read_cells, read_records
from dashboard.model.book import Book, Event
from dashboard.model.fields import RECORDS
from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book
from dashboard.writing.render import Habit, block_mapping
from tests.examples import book_of, shipped, tables_of
from tests.formats.exports import export_of, written
from tests.query.books import full_books


def book_again(back: ReadBack) -> Book:
    """The book of the YAML file that events which were read back make."""
    assert not back.problems
    file = {"actors": back.actors, "types": back.types, "events": back.events}
    filled = {key: value for key, value in file.items() if value}
    text = "\n".join(block_mapping(filled, RECORDS["file"], 0, Habit()))
    reading = read_book(text)
    assert reading.book is not None, (text, reading.problems)
    return reading.book


def read_csv(text: str) -> ReadBack:
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))
    assert is_own(table.fieldnames or ())
    rows = [{key: cell.strip() for key, cell in row.items() if cell.strip()} for row in table]
    return read_cells(enumerate(rows, 2))


def content(book: Book) -> dict[str, Event]:
    """The events of a book, wherever they are written; claims are in the order of their dates."""
    return {
        event.id: replace(event, line=0, column=0, claims=tuple(sorted(event.claims, key=repr)))
        for event in book.events
    }


@settings(phases=(Phase.generate,))
@given(full_books())
def test_csv_and_json_are_read_back_exactly(book: Book) -> None:
    export = export_of(tabulate(book))
    back = read_csv(written("csv", export))
    assert read_records(json.loads(written("json", export))["events"]) == back
    assert content(book_again(back)) == content(book)


def test_the_shipped_file_is_read_back_exactly() -> None:
    export = export_of(shipped())
    lines = map(json.loads, written("jsonl", export).splitlines())
    assert list(lines) == json.loads(written("json", export))["events"]
    again = book_again(read_csv(written("csv", export)))
    assert written("csv", export_of(tabulate(again))) == written("csv", export)


def test_links_to_events_elsewhere_are_left_out_and_counted() -> None:
    text = """
    - {id: a, date: 2023, title: A, actors: [Japan]}
    - {id: b, date: 2024, title: B, actors: [Japan], links: {follows: [a]}}
    """
    back = read_csv(written("csv", export_of(tables_of(text), "from=2024")))
    assert "links" not in back.events[0]
    assert back.problems == ("left out: 1 link to events that are not in the file",)
    assert not read_records([], known=["a"]).problems


def test_days_of_a_zone_stay_those_of_the_zone() -> None:
    book = book_of("{timezone: Asia/Seoul, events: [{date: 2023, title: A, actors: [Japan]}]}")
    table = written("csv", export_of(tabulate(book)))
    assert read_csv(table).events[0]["tz"] == "Asia/Seoul"
