"""Delimited texts: separators, quotes, headers; rows that do not fit are reported with line."""

from __future__ import annotations

import pytest

from dashboard.formats.tables.delimited import read_delimited, separator_of
from dashboard.formats.tables.raw import FormatError, RawTable, read_bytes


def read(text: str) -> RawTable:
    (table,) = read_delimited(text, "a.csv")
    return table


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^"])
def test_the_separator_is_the_one_that_makes_even_rows(separator: str) -> None:
    lines = ["date|title|note", "2023|Talks, held in Oslo; late|x", "2024|Visit|y; z"]
    quoted = [
        f"{separator.join(f'{chr(34)}{cell}{chr(34)}' for cell in line.split('|'))}\n"
        for line in lines
    ]
    text = "".join(quoted)
    assert separator_of(text) == separator
    assert read(text).rows[0].cells["title"] == "Talks, held in Oslo; late"


def test_rows_are_numbered_by_the_line_where_they_begin() -> None:
    table = read('date,title\n2023,"two\nlines"\n\n2024,x\n')
    assert [(row.number, row.cells["title"]) for row in table.rows] == [(2, "two\nlines"), (5, "x")]


def test_blank_cells_are_absent_and_texts_are_stripped() -> None:
    table = read("date,title,note\n 2023 ,Talks,\n")
    assert dict(table.rows[0].cells) == {"date": "2023", "title": "Talks"}


def test_excel_states_the_separator_in_the_first_line() -> None:
    table = read("sep=;\ndate;title\n2023;a,b\n")
    assert (table.rows[0].number, table.rows[0].cells["title"]) == (3, "a,b")


def test_a_row_with_more_cells_than_the_header_is_unread_and_reported() -> None:
    table = read("date,title\n2023,Talks\n2024,Talks, and more\n2025,x,,\n")
    assert [row.number for row in table.rows] == [2, 4]
    assert dict(table.unread[0].cells) == {"date": "2024", "title": "Talks", "column 3": "and more"}
    assert "line 3: 3 cells, but the header has 2" in table.problems[0]


def test_the_header_may_be_below_a_title_which_is_noted() -> None:
    table = read("Incidents of 2022,,\n,,\nDate,Actor,Note\n2022-01-01,Japan,x\n")
    assert table.columns == ("Date", "Actor", "Note")
    assert "Incidents of 2022" in table.notes[0]


def test_a_table_without_a_header_has_numbered_columns() -> None:
    table = read("2022-01-01,Japan,3\n2022-01-02,China,4\n")
    assert table.columns == ("column 1", "column 2", "column 3")
    assert len(table.rows) == 2
    assert "no row of names" in table.notes[0]


def test_quotes_of_a_table_with_tabs_are_plain_characters() -> None:
    table = read('date\ttitle\n2023\t"Iron" Dome\n2024\t"begins\n2025\t"whole"\n')
    assert [row.cells["title"] for row in table.rows] == ['"Iron" Dome', '"begins', "whole"]


def test_the_guard_against_formulas_is_removed() -> None:
    table = read("date,title\n2023,'=1+1\n2024,'tis so\n2025,'-5\n")
    assert [row.cells["title"] for row in table.rows] == ["=1+1", "'tis so", "-5"]


def test_repeated_names_of_columns_differ() -> None:
    assert read("URL,URL,Date\na,b,2023\n").columns == ("URL", "URL 2", "Date")


def test_a_nameless_column_is_kept_only_if_it_has_text() -> None:
    assert read("Date,Title,,\n2023,x,,\n").columns == ("Date", "Title")
    assert read("Date,Title,,\n2023,x,,y\n").columns == ("Date", "Title", "column 4")


def test_a_quote_that_is_never_closed_is_reported_with_its_line() -> None:
    text = 'date,title\n2023,"never closed\n' + "2024,x\n" * 40_000
    table = read(text)
    assert "line 2: up to line" in table.problems[0]
    assert "never closed" in table.problems[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"%PDF-1.7", "this is a PDF document"),
        (",".join(f"c{n}" for n in range(100_000)).encode(), "100,000 columns, more than 2,000"),
    ],
)
def test_files_that_are_no_tables_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_bytes(data, "a.csv")


def test_a_cell_of_a_megabyte_is_unread_and_reported() -> None:
    table = read("date,title\n2023," + "x" * 1_000_000 + "\n2024,y\n")
    assert [row.number for row in table.rows] == [3]
    assert "line 2" in table.problems[0]
