"""The table of keys: complete, consistent, and read by the reader as it says."""

from __future__ import annotations

import json
from dataclasses import fields as dataclass_fields

import pytest

from dashboard.model.actors import Actor
from dashboard.model.book import LINK_KINDS, Claim, Event, Period, Source
from dashboard.model.event_fields import COLUMNS, EVENT_FIELDS
from dashboard.model.event_types import DEFAULT_TYPE, JOINT_SCORE, SIGNAL_SCORE, event_types
from dashboard.model.fields import RECORDS
from dashboard.model.labels import LINK_LABELS
from dashboard.reading.book import read_book
from dashboard.reading.records import KINDS

KEYS = [(record, key) for record, fields in RECORDS.items() for key in fields]


@pytest.mark.parametrize(("record", "key"), KEYS)
def test_every_key_has_a_meaning_and_a_kind_that_can_be_read(record: str, key: str) -> None:
    field = RECORDS[record][key]
    assert field.meaning.endswith((".", ";")) or "." in field.meaning
    assert field.kind in KINDS or (record == "file" and field.kind == "records")
    assert (field.choices is not None) == (field.kind in ("choice", "accept", "type"))
    assert field.notes is None or field.notes.keys() == (field.choices or {}).keys()
    assert field.examples or field.choices
    assert (field.bounds is not None) == (field.kind in ("number", "integer"))
    assert not field.record or field.record in RECORDS


def test_meanings_name_the_default_and_the_kind_of_link() -> None:
    for key, score in (("joint_score", JOINT_SCORE), ("signal_score", SIGNAL_SCORE)):
        assert EVENT_FIELDS[key].meaning.endswith(f"default {score:+g}.")
    assert EVENT_FIELDS["type"].unset == f"{DEFAULT_TYPE} (default)"
    for kind, meaning in LINK_KINDS.items():
        field = RECORDS["links"][kind]
        assert field.meaning == f"Ids of events that this one {meaning}."
        assert field.label == LINK_LABELS[kind].alone


@pytest.mark.parametrize(
    ("record", "model"),
    [
        ("source", Source),
        ("listed source", Source),
        ("claim", Claim),
        ("period", Period),
        ("actor", Actor),
    ],
)
def test_records_become_what_the_model_says(record: str, model: type) -> None:
    assert RECORDS[record].keys() <= {field.name for field in dataclass_fields(model)}


def test_events_become_what_the_model_says() -> None:
    read = {"zone", "quad_class", "line", "column", "status_written"}
    made = {field.name for field in dataclass_fields(Event)} - read
    assert RECORDS["event"].keys() - {"tz"} == made


@pytest.mark.parametrize("key", EVENT_FIELDS)
def test_every_key_of_an_event_says_where_it_is_used(key: str) -> None:
    field = EVENT_FIELDS[key]
    assert field.label
    assert field.section
    assert field.option in ("", f"--{key.replace('_', '-')}", f"--{key.rstrip('s')}")
    has_table = field.kind in ("actors", "claims", "sources", "links")
    assert bool(field.columns) == (not has_table)


def test_columns_have_names_and_keys_of_their_own() -> None:
    names = [column.name for column in COLUMNS]
    keys = [column.api_key for column in COLUMNS if column.api_key]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    for column in COLUMNS:
        assert (column.dtype == "category") == bool(column.words)
        assert column.dtype in ("object", "category") or not column.is_searched


def test_the_smallest_event_has_three_keys() -> None:
    required = [key for key, field in RECORDS["event"].items() if field.required]
    assert required == ["date", "title", "actors"]


def test_types_may_be_chosen_by_their_ids() -> None:
    choices = RECORDS["event"]["type"].choices
    assert choices is not None
    assert list(choices) == list(event_types())


def _file_with(record: str, key: str, example: object) -> str:
    shown = json.dumps(example)
    places = {
        "file": f"{key}: {shown}",
        "actor": f"actors: [{{id: a, kind: person, {key}: {shown}}}]",
        "type": f"types: [{{id: a, label: b, score: 1, {key}: {shown}}}]",
        "source": f"sources: [{{id: a, publisher: b, {key}: {shown}}}]",
        "listed source": f"sources: [{{publisher: b, {key}: {shown}}}]",
        "period": f"periods: [{{name: a, date: 2023, {key}: {shown}}}]",
        "place": f"events: [{{date: 2023, title: a, actors: JP, place: {{{key}: {shown}}}}}]",
        "claim": f"events: [{{date: 2023, title: a, actors: JP, claims: [{{{key}: {shown}}}]}}]",
        "links": f"events: [{{id: joint-statement, date: 2023, title: a, actors: JP}}, "
        f"{{date: 2023, title: a, actors: JP, links: {{{key}: {shown}}}}}]",
        "event": f"events: [{{{key}: {shown}}}]",
    }
    return places[record]


@pytest.mark.parametrize(
    ("record", "key", "example"),
    [(record, key, example) for record, key in KEYS for example in RECORDS[record][key].examples],
)
def test_examples_are_right(record: str, key: str, example: object) -> None:
    problems = read_book(_file_with(record, key, example)).problems
    wrong = [found for found in problems if found.is_error]
    assert {found.code for found in wrong} <= {"missing-field", "duplicate-key", "half-point"}
    assert not [found for found in wrong if f'no "{key}"' in found.message]
