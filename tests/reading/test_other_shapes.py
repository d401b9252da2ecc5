"""Files of other shapes are refused as events files, with the command that reads them."""

from __future__ import annotations

import json

import pytest

from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode

SHAPES = (
    ("a table", "date,title,actors\n2023-10-26,Talks,Japan\n", "this looks like a table"),
    ("a table by columns", "date: [2023-10-26]\ntitle: [Talks]\n", "the columns of a table"),
    ("documents", "---\n- date: 2023-10-26\n---\n- date: 2023-10-27\n", "a second document"),
    ("an anchor", "- {date: &a 2023-10-26, title: A, actors: [Japan]}\n", "an anchor (&)"),
    ("an alias", "- {date: 2023-10-26, title: *a, actors: [Japan]}\n", "an alias (*)"),
    ("records by id", "talks: {date: 2023-10-26, title: Talks}\n", '"talks" is an event by its id'),
    ("TimelineJS", json.dumps({"events": [{"start_date": {"year": 2022}}]}), "TimelineJS"),
)


@pytest.mark.parametrize(
    ("text", "words"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES]
)
def test_the_message_names_the_command_import(text: str, words: str) -> None:
    messages = [str(problem) for problem in read_book(text).problems]
    assert any(words in message and "import FILE" in message for message in messages), messages


def test_the_message_about_a_workbook_names_the_command_import() -> None:
    problem = decode(b"PK\x03\x04", "a.xlsx")
    assert "command import" in str(problem)


def test_one_event_without_a_list_has_its_own_remedy() -> None:
    (problem,) = read_book("date: 2023-10-26\ntitle: Talks\nactors: [Japan]\n").problems
    assert 'begin the first with "- "' in problem.message
