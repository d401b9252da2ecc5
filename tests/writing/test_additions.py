"""A new event looks like those that are there."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dashboard.writing.editing import edit_text
from dashboard.writing.edits import AddEvent, Value

FIELDS: dict[str, Value | None] = {
    "date": "2024-05-06",
    "title": "B: second",
    "actors": ["Japan", "NO"],
    "targets": None,
    "sources": ["https://example.org", {"title": "T", "date": "2024"}],
}


def added(text: str, fields: dict[str, Value | None] | None = None) -> str:
    """The text with an event more."""
    return edit_text(text, AddEvent(fields or FIELDS)).new


def test_into_nothing() -> None:
    assert added("") == dedent(
        """\
        - date: 2024-05-06
          title: "B: second"
          actors: [Japan, "NO"]
          sources:
            - https://example.org
            - title: T
              date: 2024
        """
    )


def test_indents_and_blank_lines_are_copied() -> None:
    text = dedent(
        """\
        title: x
        events:
        -   date: 2022
            title: A
            actors:
            - Japan
        # about B

        -   date: 2023
            title: B
            actors:
            - Russia
        # the end
        """
    )
    new = dedent(
        """\

        -   date: 2024-05-06
            title: "B: second"
            actors:
            - Japan
            - "NO"
            sources:
            - https://example.org
            - title: T
              date: 2024
        # the end
        """
    )
    assert added(text) == text.removesuffix("# the end\n") + new


def test_braces_are_copied() -> None:
    text = "events:\n  - { date: 2023, title: A, actors: Japan }\n"
    new = (
        '  - { date: 2024-05-06, title: "B: second", actors: [Japan, "NO"], '
        "sources: [https://example.org, { title: T, date: 2024 }] }\n"
    )
    assert added(text) == text + new


def test_json_stays_json() -> None:
    text = '{"events": [{"date": "2023", "title": "A", "actors": ["Japan"]}]}'
    fields: dict[str, Value | None] = {"date": "2024", "title": "B", "actors": ["NO"]}
    new = ', {"date": "2024", "title": "B", "actors": ["NO"]}]}'
    assert added(text, fields) == text.removesuffix("]}") + new


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("events: []  # none\n", "events:  # none\n  - NEW\n"),
        ("events:\n# keep\ntitle: x\n", "events:\n  - NEW\n# keep\ntitle: x\n"),
        ("title: x\n\ntimezone: UTC\n", "title: x\n\ntimezone: UTC\n\nevents:\n  - NEW\n"),
        ("# none\n", "# none\n\n- NEW\n"),
        ("# none", "# none\n\n- NEW"),
        ("---\n...\n", "---\n- NEW\n...\n"),
        ("[]", "- NEW"),
        ("{}", "{events: [NEW]}"),
        ("[\n  # none\n]\n", "[\n  # none\nNEW]\n"),
    ],
)
def test_where_there_is_no_event_yet(text: str, expected: str) -> None:
    fields: dict[str, Value | None] = {"date": "2024", "title": "B", "actors": ["NO"]}
    new = added(text, fields)
    braces = '{date: 2024, title: B, actors: ["NO"]}'
    for indent in ("    ", "  "):
        lines = f'date: 2024\n{indent}title: B\n{indent}actors: ["NO"]'
        new = new.replace(lines, "NEW")
    assert new.replace(braces, "NEW") == expected


def test_long_texts_are_folded() -> None:
    long = "A sentence of some words. " * 8
    new = added("", {**FIELDS, "description": long.strip()})
    assert "  description: >-\n    A sentence" in new
    assert max(map(len, new.splitlines())) <= 100


def test_the_line_of_the_new_event_and_its_warnings_are_told() -> None:
    edited = edit_text("# x\n", AddEvent({"date": "2024", "title": "B", "actors": ["NO"]}))
    assert edited.line == 3
    assert [(problem.line, problem.code) for problem in edited.warnings] == [(3, "no-source")]


def test_a_value_must_have_the_shape_of_the_file() -> None:
    with pytest.raises(TypeError, match="values are text, lists and mappings, not int"):
        edit_text("", AddEvent({**FIELDS, "importance": 3}))  # type: ignore[dict-item]
