"""The limits of the schema: a file that passes it and is refused breaks one of the listed rules."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dashboard.model.actors import ActorDirectory
from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from tests.model.editor import Editor, accepts, text_of
from tests.model.schema_limits import BEYOND_THE_SCHEMA, IN_PART, NO_PATTERN, NO_YAML
from tests.reading.corpus import INVALID, codes, expected_problems

PASSING_PARTS = {
    "2023-02-30",  # the calendar
    "2011-12-30",
    "2023-10-19/2023-10-18",  # the order of two dates
    "2023/2022",
    "2023-24",  # which seasons may be years
    "2023-10-26T09:00+15:00",
    "title: E, actors: Italy",  # the number 33, which may be the year 0033
    "title: B, actors: Italy",
    "[::1",  # the parts of an address
    "§",  # which signs beyond ASCII are letters
    "date: -0000",
    "timezone: Seoul",  # the list of zones is not part of the schema
    "tz: JST",
}
"""Parts of lines with wrong dates, numbers and addresses that no pattern refuses."""


READABLE = [
    path
    for path in INVALID
    if not NO_YAML.keys() & {found.code for found in expected_problems(path)}
]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_it_refuses_what_a_schema_can_refuse(path: Path) -> None:
    text = text_of(path)
    lines = text.splitlines()
    wrong = {
        found.line
        for found in expected_problems(path)
        if found.code not in NO_PATTERN
        and not any(part in lines[found.line - 1] for part in PASSING_PARTS)
    }
    value = yaml.load(text, Editor)
    assert accepts(value) == (not wrong)
    root = yaml.compose(text, Editor)
    if not isinstance(root, yaml.SequenceNode):
        return
    for item, node in zip(value, root.value, strict=True):
        rows = range(
            node.start_mark.line + 1, max(node.end_mark.line, node.start_mark.line + 1) + 1
        )
        assert accepts([item]) == wrong.isdisjoint(rows), item


def test_most_invalid_files_can_be_refused_while_typing() -> None:
    assert len(READABLE) > 50


def says_nothing(path: Path) -> bool:
    """Whether an editor, its parser or the schema, says nothing of a file."""
    if not isinstance(decode(path.read_bytes(), path.name), str):
        return False
    try:
        return accepts(yaml.load(text_of(path), Editor))
    except yaml.YAMLError:
        return False


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_what_passes_in_an_editor_is_listed(path: Path) -> None:
    found = {problem.code for problem in expected_problems(path)}
    assert not says_nothing(path) or found <= BEYOND_THE_SCHEMA.keys()


def test_every_listed_code_occurs_once_and_has_a_reason() -> None:
    assert BEYOND_THE_SCHEMA.keys() <= codes()
    assert len(BEYOND_THE_SCHEMA) == len(NO_YAML) + len(NO_PATTERN) + len(IN_PART)
    assert all(len(reason) > 20 for reason in BEYOND_THE_SCHEMA.values())


COUNTRIES = [actor.id for actor in ActorDirectory.standard() if actor.kind == "country"]
MANY = ", ".join(COUNTRIES[:200]), ", ".join(COUNTRIES[200:203])
LEAST = "date: 2023, title: A, actors: Japan"
PASSING = {
    "alias-collision": "actors: [{id: a, kind: person, name: B}, {id: b, kind: person}]",
    "ambiguous-actor": "[{date: 2023, title: A, actors: Korea}]",
    "unknown-actor": "[{date: 2023, title: A, actors: Koria}]",
    "no-country": "actors: [{id: a, kind: person, country: NATO}]",
    "repeated-actor": "[{date: 2023, title: A, actors: [Japan, JPN]}]",
    "duplicate-id": f"[{{{LEAST}, id: a}}, {{{LEAST}, id: a}}]",
    "self-link": f"[{{{LEAST}, id: a, links: {{follows: a}}}}]",
    "unknown-event": f"[{{{LEAST}, id: a, links: {{follows: b}}}}]",
    "unknown-source": f"[{{{LEAST}, sources: yonhap}}]",
    "too-many-pairs": f"[{{date: 2023, title: A, actors: [{MANY[0]}], targets: [{MANY[1]}]}}]",
    "comment": "- date: 2023\n  title: A\n  actors: Japan\n  description: #1",
    "bad-date": "[{date: 2023-02-30, title: A, actors: Japan}]",
    "bad-zone": "timezone: Asia/Soul",
    "bad-url": f"[{{{LEAST}, sources: 'https://[::1'}}]",
    "bad-id": f"[{{{LEAST}, id: §1}}]",
    "bad-score": f"[{{{LEAST}, score: 0.{'0' * 50}1}}]",
}
"""For each code that is not of syntax a file that the schema accepts and the reader does not."""


def test_there_is_an_example_of_each() -> None:
    assert PASSING.keys() == {*NO_PATTERN, *IN_PART}


@pytest.mark.parametrize("code", list(PASSING))
def test_the_schema_accepts_what_the_reader_refuses(code: str) -> None:
    assert accepts(yaml.load(PASSING[code], Editor))
    assert [problem.code for problem in read_book(PASSING[code]).problems] == [code]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bad-date", "[{date: 10/26/2023, title: A, actors: Japan}]"),
        ("bad-zone", "timezone: '+09:00'"),
        ("bad-url", f"[{{{LEAST}, sources: 'ftp://example.org'}}]"),
        ("bad-id", f"[{{{LEAST}, id: a b}}]"),
        ("bad-score", f"[{{{LEAST}, score: 11}}]"),
    ],
)
def test_what_it_refuses_in_part_it_does_refuse(code: str, text: str) -> None:
    assert code in IN_PART
    assert not accepts(yaml.load(text, Editor))
    assert [problem.code for problem in read_book(text).problems] == [code]
