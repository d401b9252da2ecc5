"""Missing values: empty texts, and the words that programs write for them."""

from __future__ import annotations

import pytest

from dashboard.model.missing_values import MISSING
from dashboard.reading.book import read_book
from dashboard.writing.scalars import scalar
from tests.examples import book_of

EVENT = "- date: 2023-10-26\n  title: Talks\n  actors: [Japan]\n  sources: [https://example.org]\n"
WORDS = sorted(MISSING - {"#N/A", "-"})


@pytest.mark.parametrize("word", WORDS)
def test_words_without_quotes_are_nothing_with_a_warning(word: str) -> None:
    reading = read_book(f"{EVENT}  place: {word}\n  tags: {word}\n  description: {word}\n")
    assert [(found.line, found.code) for found in reading.problems] == [
        (line, "missing-value") for line in (5, 6, 7)
    ]
    assert reading.book is not None
    assert reading.book.events == book_of(EVENT).events


@pytest.mark.parametrize("word", [*WORDS, "#N/A", "-"])
def test_in_quotes_they_are_text_and_so_they_are_written(word: str) -> None:
    [event] = book_of(
        f"{EVENT}  place: {scalar(word)}\n  tags: [{scalar(word, flow=True)}]\n"
    ).events
    assert event.place is not None
    assert (event.place.name, event.tags) == (word, (word,))


@pytest.mark.parametrize("word", ["Nan", "Nil", "na", "NATO", "nothing", "unknown", "0", "N.N."])
def test_other_words_are_text(word: str) -> None:
    assert book_of(f"{EVENT}  tags: {word}").events[0].tags == (word,)


@pytest.mark.parametrize(
    "line", ["place: #N/A", "place: -", "place:  -  ", "tags: [-]", "tags: [NA, NULL]", "score: NA"]
)
def test_cells_of_tables_are_nothing(line: str) -> None:
    reading = read_book(f"{EVENT}  {line}\n  importance: 4\n")
    assert {found.code for found in reading.problems} == {"missing-value"}
    assert reading.book is not None
    assert reading.book.events == book_of(f"{EVENT}  importance: 4\n").events


def test_namibia_is_named_where_it_may_be_meant() -> None:
    [warning] = read_book(f"{EVENT}  targets: [Japan, NA]").problems
    assert (warning.line, warning.column, warning.severity) == (5, 20, "warning")
    assert "Namibia" in warning.message
    assert "Namibia" not in read_book(f"{EVENT}  targets: NaN").problems[0].message


@pytest.mark.parametrize("value", ['""', "''", '"  "', "null", "~"])
def test_empty_texts_are_nothing(value: str) -> None:
    keys = ("targets", "place", "score", "sources", "tags", "description", "known", "tz", "type")
    keys = (*keys, "status", "id", "importance", "links", "claims", "accept", "aimed_at")
    text = "- date: 2023-10-26\n  title: Talks\n  actors: [Japan]\n"
    assert (
        book_of(text + "".join(f"  {key}: {value}\n" for key in keys)).events
        == book_of(text).events
    )


def test_empty_texts_of_lists_and_records_are_nothing() -> None:
    keys = (
        '  tags: ["", arms]\n  targets: [""]\n  links: {follows: [""]}\n'
        '  claims: [{by: "", stance: "", note: ""}]\n'
        '  place: {name: "", country: "", lat: "", lon: ""}\n'
    )
    [event] = book_of(
        EVENT.replace("sources: [", 'sources: [{publisher: "", url: null}, ') + keys
    ).events
    assert event.tags == ("arms",)
    assert (event.targets, event.claims, event.place) == ((), (), None)
    assert [source.url for source in event.sources] == ["https://example.org"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('title: ""', "missing-field"),
        ("title: NA", "missing-field"),
        ('actors: ""', "missing-field"),
        ('actors: [""]', "empty"),
        ("actors: [NA]", "empty"),
        ("actors: []", "empty"),
    ],
)
def test_required_keys_need_a_value(line: str, code: str) -> None:
    key = line.partition(":")[0]
    rows = [line if row.startswith(key) else row for row in EVENT[2:].split("\n  ")]
    errors = [found for found in read_book("- " + "\n  ".join(rows)).problems if found.is_error]
    assert [found.code for found in errors] == [code]


def test_an_item_without_text_is_still_an_error() -> None:
    [error] = read_book(f"{EVENT}  tags:\n    - \n    - arms\n").problems
    assert error.code == "empty"


def test_a_file_with_warnings_of_values_is_read() -> None:
    reading = read_book("- {date: 2023, title: A, actors: [Japan], place: NA}")
    assert reading.book is not None
    assert [found.code for found in reading.problems] == ["no-source", "missing-value"]
