"""Many items at once: the old bytes stay, and the new text reads as the old items and the new."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.book import read_book
from dashboard.writing.batch import append_items
from dashboard.writing.errors import BrokenFileError, InvalidEventError

NEW: dict[str, Any] = {
    "actors": [{"id": "kim-prk", "name": "Kim", "kind": "person", "country": "North Korea"}],
    "sources": [{"id": "data", "title": "Some data"}],
    "events": [
        {"date": "2024", "title": "Visit: the first", "actors": ["kim-prk"], "sources": ["data"]},
        {"date": "2025", "title": "Visit", "actors": ["kim-prk"], "targets": ["Russia"]},
    ],
}
OLD = "date: 2023, title: Talks, actors: [Japan]"
FORMS = {
    "block": f"# mine\ntitle: T\n\n# all events\nevents:\n  - {{{OLD}}}  # draft\n",
    "lists": f"actors:\n- id: a\n  name: A B\n  kind: person\n\nevents:\n- {{{OLD}, targets: a}}\n",
    "root list": f"# mine\n- {{{OLD}}}\n",
    "crlf": f"title: T\r\nevents:\r\n- {{{OLD}}}\r\n",
    "no end of line": f"events:\n- {{{OLD}}}",
    "flow": f"{{title: T, events: [{{{OLD}}}]}}\n",
    "json": '{"events": [\n  {"date": "2023", "title": "Talks", "actors": ["Japan"]}\n]}\n',
    "no value": "title: T\nactors:\nsources: []\nevents:\n",
    "no events": "title: T\n",
    "comment alone": "# mine\n",
    "empty": "",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_items_are_added_and_all_other_bytes_stay(text: str) -> None:
    edited = append_items(text, NEW)
    book = read_book(edited.new).book
    assert book is not None
    assert [event.title for event in book.events][-2:] == ["Visit: the first", "Visit"]
    assert book.events[-1].actors == ("kim-prk",)
    assert "data" in book.sources
    rest = iter(edited.new)
    assert all(letter in rest for letter in text.replace("[]", ""))  # in this order
    for line in filter(str.strip, text.splitlines()):
        if line.startswith(("#", "-", " ")) and "}]" not in line:
            assert line in edited.new


def test_only_lists_with_items_are_touched() -> None:
    edited = append_items(
        FORMS["block"],
        {"events": NEW["events"][1:], "actors": []}
        | {"events": [{"date": "2024", "title": "Visit", "actors": ["Japan"]}]},
    )
    assert edited.new == FORMS["block"] + "  - {date: 2024, title: Visit, actors: [Japan]}\n"


def test_a_file_with_errors_is_refused() -> None:
    with pytest.raises(BrokenFileError, match="fix the file first"):
        append_items("- {date: 2023, title: Talks}\n", NEW)


@pytest.mark.parametrize(
    ("key", "item", "message"),
    [
        ("events", {"date": "2023-02-30", "title": "T", "actors": ["Japan"]}, "2023-02-30"),
        ("events", {"date": "2023", "title": "T", "actors": ["Nobody Known"]}, "unknown actor"),
        ("actors", {"id": "a", "name": "A B", "kind": "robot"}, "robot"),
    ],
)
def test_items_that_the_reader_refuses_are_not_added(
    key: str, item: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidEventError, match=message):
        append_items(FORMS["block"], {key: [item]})
