"""The JSON Schema: it accepts what the reader accepts, and refuses what a schema can refuse."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.dates import DateError, parse_date
from dashboard.model.fields import RECORDS
from dashboard.model.schema import json_schema
from dashboard.reading.decoding import decode
from tests.examples import SHIPPED
from tests.reading.corpus import INVALID, VALID, expected_problems

NOT_YAML = {
    "alias", "anchor", "character", "complex-key", "directive", "duplicate-key", "encoding",
    "merge-key", "several-documents", "syntax", "tab", "tag", "too-deep",
}  # fmt: skip
"""Codes of what is no YAML, or more of it than the reader takes: an editor parses no further."""

BEYOND_A_SCHEMA = {
    # names are looked up in the table and in the file
    "alias-collision", "ambiguous-actor", "no-country", "repeated-actor", "unknown-actor",
    # ids are compared with one another
    "duplicate-id", "self-link", "unknown-event", "unknown-source",
    # a schema does not see comments
    "comment",
}  # fmt: skip
"""Codes that a schema cannot express."""

BEYOND_A_PATTERN = {
    "2023-02-30",  # the calendar
    "2011-12-30",
    "2023-10-19/2023-10-18",  # the order of two dates
    "2023/2022",
    "2023-10-26T09:00+15:00",
    "title: E, actors: Italy",  # the number 33, which may be the year 0033
    "title: B, actors: Italy",
    "[::1",  # the parts of an address
    "§",  # which signs beyond ASCII are letters
    "score: .nan",  # what is a number to an editor
    "date: -0000",
    "timezone: Seoul",  # the list of zones is not part of the schema
    "tz: JST",
}
"""Parts of lines with wrong dates, numbers and addresses that no pattern refuses."""


class Editor(yaml.CSafeLoader):
    """Types scalars by the core schema of YAML 1.2, as editors do: dates stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf)|\.(nan|NaN)",
        list("-+0123456789."),
    ),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def construct_int(loader: Editor, node: yaml.ScalarNode) -> int:
    """Read 012 as twelve, unlike YAML 1.1."""
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


Editor.add_constructor("tag:yaml.org,2002:int", construct_int)


@cache
def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema())


def accepts(value: Any, record: str = "") -> bool:
    """Whether the schema, or that of one record, accepts a value."""
    own = validator().evolve(schema=json_schema() | _only(record)) if record else validator()
    return own.is_valid(value)


def _only(record: str) -> dict[str, Any]:
    return {"oneOf": [{"$ref": f"#/definitions/{record}"}]}


def text_of(path: Path) -> str:
    text = decode(path.read_bytes(), path.name)
    assert isinstance(text, str)
    for sign in "\x85\u2028\u2029":  # line breaks to PyYAML, but not to YAML 1.2
        text = text.replace(sign, " ")
    return text


def test_it_is_draft_07() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", [SHIPPED, *VALID], ids=lambda path: path.stem)
def test_it_accepts_valid_files(path: Path) -> None:
    value = yaml.load(text_of(path), Editor)
    assert [error.message for error in validator().iter_errors(value)] == []


READABLE = [
    path for path in INVALID if not NOT_YAML & {found.code for found in expected_problems(path)}
]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_it_refuses_what_a_schema_can_refuse(path: Path) -> None:
    text = text_of(path)
    lines = text.splitlines()
    wrong = {
        found.line
        for found in expected_problems(path)
        if found.code not in BEYOND_A_SCHEMA
        and not any(part in lines[found.line - 1] for part in BEYOND_A_PATTERN)
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
        assert accepts(item, "event") == wrong.isdisjoint(rows), item


def test_most_invalid_files_can_be_refused_while_typing() -> None:
    assert len(READABLE) > 50


def test_it_describes_every_key() -> None:
    definitions = json_schema()["definitions"]
    assert {name.replace("_", " ") for name in definitions} == set(RECORDS)
    for record, fields in RECORDS.items():
        properties = definitions[record.replace(" ", "_")]["properties"]
        assert properties.keys() == fields.keys()
        assert all(shape["description"] for shape in properties.values())


@given(
    st.from_regex(
        r"\A(-?[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?[~?%]?"
        r"|\.\.)(/(-?[0-9]{4}(-[0-9]{2})?|\.\.))?\Z"
    )
)
def test_every_date_of_the_reader_is_one_of_the_schema(text: str) -> None:
    try:
        parse_date(text)
    except DateError:
        return
    assert accepts({"date": text, "title": "A", "actors": "Japan"}, "event")


@pytest.mark.parametrize(
    ("event", "good"),
    [
        ({"title": 12}, True),
        ({"title": True}, True),
        ({"title": ""}, False),
        ({"title": None}, False),
        ({"actors": []}, False),
        ({"actors": [None]}, False),
        ({"targets": []}, True),
        ({"date": 2023}, True),
        ({"date": 20231026}, False),
        ({"date": 2023.5}, False),
        ({"id": "공동성명"}, True),
        ({"id": "_a"}, False),
        ({"importance": 6}, False),
        ({"importance": 3.0}, True),
        ({"place": {"name": "A", "lat": 1, "lon": None}}, False),
        ({"place": {"name": "A", "lat": None}}, True),
        ({"sources": [{"date": "2023"}]}, False),
        ({"sources": ["ftp://a.org"]}, False),
        ({"links": {"follows": "a", "violates": None}}, True),
        ({"links": {"answers": "a"}}, False),
        ({"new": 1}, False),
    ],
)
def test_single_keys(event: dict[str, Any], good: bool) -> None:
    least = {"date": "2023", "title": "A", "actors": "Japan"}
    assert accepts({**least, **event}, "event") is good
