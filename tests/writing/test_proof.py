"""What is refused, and which field a problem stands beside."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.reading.book import read_book
from dashboard.writing import editing
from dashboard.writing.editing import edit_text
from dashboard.writing.edits import AddEvent, ChangeEvent, DeleteEvent
from dashboard.writing.errors import BrokenFileError, InvalidEventError, UnprovenEditError
from dashboard.writing.splices import Splice

GOOD: dict[str, Any] = {"date": "2023", "title": "A", "actors": ["Japan"]}
TEXT = "title: x\nevents:\n  - date: 2023\n    title: First\n    actors: Japan\n"


@pytest.mark.parametrize(
    ("fields", "where", "code"),
    [
        ({"date": "2023-13"}, ("date",), "bad-date"),
        ({"title": ""}, ("title",), "missing-field"),
        ({"title": None}, ("title",), "missing-field"),
        ({"actors": ["Japan", "Koria"]}, ("actors", 1), "unknown-actor"),
        ({"actors": []}, ("actors",), "empty"),
        ({"type": "fight"}, ("type",), "unknown-type"),
        ({"titel": "x"}, ("titel",), "unknown-field"),
        ({"claims": [{"by": ["Japan"]}]}, ("claims", 0, "stance"), "missing-field"),
        (
            {"claims": [{"by": ["NO"], "stance": "denies", "source": {"url": "x"}}]},
            ("claims", 0, "source", "url"),
            "bad-url",
        ),
        ({"sources": ["https://e.org", "nowhere"]}, ("sources", 1), "unknown-source"),
        ({"links": {"follows": ["nothing"]}}, ("links", "follows", 0), "unknown-event"),
        ({"title": "bell \x07"}, ("title",), "character"),
        ({"title": "half \ud800"}, ("title",), "character"),
        ({"id": "a b"}, ("id",), "bad-id"),
    ],
)
@pytest.mark.parametrize("text", ["", TEXT, "[{date: 2023, title: First, actors: Japan}]"])
def test_a_problem_stands_beside_its_field(
    text: str, fields: dict[str, Any], where: tuple[str | int, ...], code: str
) -> None:
    with pytest.raises(InvalidEventError) as caught:
        edit_text(text, AddEvent({**GOOD, **fields}))
    found = caught.value.problems[0]
    assert (found.where, found.problem.code) == (where, code)
    assert found.field == where[0]
    assert found.problem.message in str(caught.value)


def test_the_messages_are_those_of_check() -> None:
    with pytest.raises(InvalidEventError) as caught:
        edit_text("", AddEvent({**GOOD, "date": "18 Oct 2023", "actors": ["Koria"]}))
    problems = read_book("- {date: 18 Oct 2023, title: A, actors: [Koria]}").problems
    assert [found.problem.message for found in caught.value.problems] == [
        problem.message for problem in problems
    ]


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InvalidEventError) as caught:
        edit_text(TEXT, AddEvent({"date": "x"}))
    assert {found.field for found in caught.value.problems} == {"date", "title", "actors"}


@pytest.mark.parametrize(
    "text",
    [
        TEXT + "    titel: x\n",
        TEXT + "    links: {follows: nothing}\n",
        "- [",
        "- &a {date: 2023}",
        "- {date: 2023, title: First, actors: Japan}\n- \x07",
        "just text",
        "title: x\nevents: just text\n",
        "events: {date: 2023, title: First, actors: Japan}\n",
    ],
)
@pytest.mark.parametrize(
    "edit", [AddEvent(GOOD), ChangeEvent("2023-first", {"title": "x"}), DeleteEvent("2023-first")]
)
def test_a_file_with_errors_is_not_edited(text: str, edit: editing.Edit) -> None:
    with pytest.raises(BrokenFileError) as caught:
        edit_text(text, edit)
    assert caught.value.problems == tuple(p for p in read_book(text).problems if p.is_error)


def test_warnings_do_not_stand_in_the_way() -> None:
    edited = edit_text(TEXT, AddEvent(GOOD))
    assert {problem.code for problem in edited.warnings} == {"no-source"}


@pytest.mark.parametrize(
    "splices",
    [
        [],
        [Splice(0, 0, "# harmless\n")],
        [Splice(7, 8, "y")],
        [Splice(len(TEXT), len(TEXT), "  - {date: 2023, title: A, actors: Russia}\n")],
        [Splice(len(TEXT), len(TEXT), "  - {date: 2023, title: A, actors: [Japan], tags: x}\n")],
        [Splice(len(TEXT), len(TEXT), "  - {date: 2023, title: A, actors: [Japan\n")],
        [
            Splice(len(TEXT), len(TEXT), "  - {date: 2023, title: A, actors: [Japan]}\n"),
            Splice(7, 8, "y"),
        ],
        [
            Splice(len(TEXT), len(TEXT), "  - {date: 2023, title: A, actors: [Japan]}\n"),
            Splice(TEXT.index("First"), TEXT.index("First") + 1, "f"),
        ],
    ],
)
def test_a_text_that_says_something_else_is_never_returned(
    splices: list[Splice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "_splices", lambda *_: splices)
    with pytest.raises(UnprovenEditError, match="edit the file by hand"):
        edit_text(TEXT, AddEvent(GOOD))
