"""The JSON Schema: it accepts what the reader accepts, and refuses what a schema can refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.dates import DateError, parse_date
from dashboard.model.event_types import event_types
from dashboard.model.fields import RECORDS
from dashboard.model.rules import acceptable
from dashboard.model.schema import SCHEMA_FILE, json_schema, modeline, schema_text
from tests.examples import EVENTS_FILE, REPOSITORY, SHIPPED
from tests.model.editor import Editor, accepts, text_of, validator
from tests.reading.corpus import VALID


def test_it_is_draft_07() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", [EVENTS_FILE, SHIPPED, *VALID], ids=lambda path: path.stem)
def test_it_accepts_valid_files(path: Path) -> None:
    value = yaml.load(text_of(path), Editor)
    assert [error.message for error in validator().iter_errors(value)] == []


def test_it_describes_every_key() -> None:
    definitions = json_schema()["definitions"]
    assert {name.replace("_", " ") for name in definitions} == set(RECORDS)
    for record, fields in RECORDS.items():
        properties = definitions[record.replace(" ", "_")]["properties"]
        assert properties.keys() == fields.keys()
        assert all(shape["description"] for shape in properties.values())


def described(field: dict[str, Any]) -> dict[str, str]:
    """The words of an enumeration with their meaning, wherever they stand in a property."""
    if "oneOf" in field:
        return {word["const"]: word["description"] for word in field["oneOf"]}
    for shape in field.get("anyOf", []):
        if words := described(shape):
            return words
    return {}


def test_it_tells_what_every_word_means() -> None:
    definitions = json_schema()["definitions"]
    for record, fields in RECORDS.items():
        for key, field in fields.items():
            words = described(definitions[record.replace(" ", "_")]["properties"][key])
            assert words.keys() == (field.choices or {}).keys() or field.kind == "place"
            assert all(words.values())
    assert described(definitions["event"]["properties"]["accept"]) == acceptable("event")
    types = described(definitions["event"]["properties"]["type"])
    assert types["deny"] == (
        "Deny: reject an accusation, disclaim responsibility "
        "(public statement, score -2, CAMEO 016)"
    )
    for kind in event_types().values():
        for part in (
            kind.label,
            kind.group.inline,
            kind.code_in_words,
            f"score {kind.score:+g}," if kind.score else "score 0,",
        ):
            assert part in types[kind.id]


def test_every_key_has_an_example_or_words_to_choose_from() -> None:
    for definition in json_schema()["definitions"].values():
        assert definition["title"]
        assert definition["description"]
        for field in definition["properties"].values():
            assert field.get("examples") or described(field)


def test_its_examples_are_good() -> None:
    for name, definition in json_schema()["definitions"].items():
        for key, field in definition["properties"].items():
            shape = validator().evolve(
                schema={**field, "definitions": json_schema()["definitions"]}
            )
            for example in field.get("examples", []):
                assert shape.is_valid(example), (name, key, example)


def test_the_modeline_names_the_schema_beside_the_file() -> None:
    assert modeline() == "# yaml-language-server: $schema=.events.schema.json"
    assert modeline("https://example.org/a.json").endswith("$schema=https://example.org/a.json")
    for wrong in ("", "my schema.json", "a.json\n- date: 2023"):
        with pytest.raises(ValueError, match="space"):
            modeline(wrong)


def test_its_text_is_ascii_and_reads_back() -> None:
    assert schema_text().isascii()
    assert json.loads(schema_text()) == json_schema()


def test_every_pattern_says_in_words_what_to_write() -> None:
    def shapes(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [shape for item in value for shape in shapes(item)]
        if not isinstance(value, dict):
            return []
        return [value, *(shape for item in value.values() for shape in shapes(item))]

    for shape in shapes(json_schema()):
        if isinstance(shape.get("pattern"), str) and shape["pattern"] != r"\S":
            assert shape["patternErrorMessage"].startswith("write ")


def test_the_shipped_file_names_the_schema_in_its_first_line() -> None:
    assert EVENTS_FILE.read_text("utf-8").split("\n")[0] == modeline()


def test_the_schema_beside_the_shipped_file_is_the_present_one() -> None:
    kept = (REPOSITORY / SCHEMA_FILE).read_text("utf-8")
    assert kept == schema_text(), "write it anew: python -m dashboard schema --beside events.yaml"


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
        ({"accept": "no-source"}, True),
        ({"accept": ["no-source", "one-sided"]}, True),
        ({"accept": []}, True),
        ({"accept": "unused-actor"}, False),
        ({"accept": ["no-sorce"]}, False),
        ({"accept": [None]}, False),
    ],
)
def test_single_keys(event: dict[str, Any], good: bool) -> None:
    least = {"date": "2023", "title": "A", "actors": "Japan"}
    assert accepts({**least, **event}, "event") is good


LEAST = {"date": "2023", "title": "A", "actors": "Japan"}
HUG = {"id": "hug", "label": "A hug", "score": 4}


@pytest.mark.parametrize(
    ("file", "good"),
    [
        ([{**LEAST, "type": "visit"}], True),
        ([{**LEAST, "type": "vist"}], False),
        ([{**LEAST, "type": None}], True),
        ({"events": [{**LEAST, "type": "vist"}]}, False),
        ({"events": [{**LEAST, "type": "visit"}]}, True),
        ({"types": [HUG], "events": [{**LEAST, "type": "hug"}]}, True),
        ({"types": [HUG], "events": [{**LEAST, "type": "a hug"}]}, False),
        ({"types": [{**HUG, "cameo": "0841", "quad_class": 2, "symmetric": True}]}, True),
        ({"types": [{**HUG, "cameo": "54"}]}, False),
        ({"types": [{**HUG, "symmetric": "maybe"}]}, False),
        ({"types": [{"id": "hug", "label": "A hug"}]}, False),
        ({"types": [{**HUG, "score": 11}]}, False),
        ({"types": None, "events": None}, True),
    ],
)
def test_a_file_without_types_of_its_own_has_only_the_shipped_ones(file: Any, good: bool) -> None:
    assert accepts(file) is good
