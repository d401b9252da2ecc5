"""The JSON Schema (draft-07) of an events file, made from the same table that the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS

if TYPE_CHECKING:
    from dashboard.model.fields import Field

_TEXT = {"type": ["string", "number", "boolean"]}
"""Editors type scalars before the schema sees them; the reader takes all of them as text."""
_DATE_PATTERN = (
    r"^\s*(\.\.|-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?)?)?[~?%]?)"
    r"(/(\.\.|-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?)?)?[~?%]?))?\s*$"
)
_URL = {"type": "string", "pattern": r"^\s*[hH][tT][tT][pP][sS]?://[^/\s]\S*\s*$"}
_WORD = {"type": ["string", "integer"], "pattern": r"^\s*[^\W_][\w.\-]*\s*$"}


def json_schema() -> dict[str, Any]:
    """Return the schema of a whole events file: a list of events, or a mapping with events."""
    definitions = {_name(record): _record(record) for record in RECORDS}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Events file",
        "description": "Geopolitical events: who did what to whom, when, and who says so.",
        "oneOf": [_list_of("event"), _reference("file"), {"type": "null"}],
        "definitions": definitions,
    }


def _name(record: str) -> str:
    return record.replace(" ", "_")


def _reference(record: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{_name(record)}"}


def _list_of(record: str) -> dict[str, Any]:
    return {"type": "array", "items": _reference(record)}


def _record(record: str) -> dict[str, Any]:
    fields = RECORDS[record]
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _property(field) for key, field in fields.items()},
    }
    required = [key for key, field in fields.items() if field.required]
    return schema | ({"required": required} if required else {})


def _property(field: Field) -> dict[str, Any]:
    shape = _shape(field)
    if not field.required:
        shape = {"anyOf": [shape, {"type": "null"}]}
    described: dict[str, Any] = {"description": field.meaning, **shape}
    if field.examples:
        described["examples"] = list(field.examples)
    return described


def _shape(field: Field) -> dict[str, Any]:
    """Return what a value of the field's kind looks like to a schema."""
    if field.kind == "choice":
        meanings = (field.choices or {}).items()
        return {"oneOf": [{"const": word, "description": text} for word, text in meanings]}
    if field.kind in ("number", "integer"):
        bounds = dict(zip(("minimum", "maximum"), field.bounds or (), strict=False))
        return {"type": field.kind, **bounds}
    if field.kind in ("records", "claims"):
        return _list_of(field.record)
    if field.kind in ("place", "links"):
        record = _reference(field.record)
        return {"anyOf": [_TEXT, record]} if field.kind == "place" else record
    return _SHAPES[field.kind]


_ACTOR = {"type": "string", "minLength": 1}
_SOURCE = {"anyOf": [{"type": "string", "minLength": 1}, _reference("source")]}
_SHAPES: dict[str, dict[str, Any]] = {
    "actors": {"anyOf": [_ACTOR, {"type": "array", "items": _ACTOR}]},
    "color": {"type": "string", "pattern": r"^\s*#[0-9a-fA-F]{6}\s*$"},
    "country": _ACTOR,
    "date": {"type": ["string", "integer"], "pattern": _DATE_PATTERN},
    "identifier": _WORD,
    "identifiers": {"anyOf": [_WORD, {"type": "array", "items": _WORD}]},
    "line": _TEXT,
    "source": _SOURCE,
    "sources": {"anyOf": [*_SOURCE["anyOf"], {"type": "array", "items": _SOURCE}]},
    "text": _TEXT,
    "texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "url": _URL,
    "zone": {"type": "string", "minLength": 1},
}
