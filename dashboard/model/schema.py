"""The JSON Schema (draft-07) of an events file, made from the same table that the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS

if TYPE_CHECKING:
    from dashboard.model.fields import Field

_SCALAR = ["string", "number", "boolean"]
"""Editors type scalars before the schema sees them; the reader takes all of them as text."""
_TEXT = {"type": _SCALAR}
_LINE = {"type": _SCALAR, "pattern": r"\S"}
_DAY = r"-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2}))?"
_DATE = rf"(?!-0000)-?[0-9]{{4}}({_DAY}{_TIME})?)?[~?%]?"
_URL = {"type": "string", "pattern": r"^\s*[hH][tT][tT][pP][sS]?://[^/?#:\s]\S*\s*$"}
# Only ASCII in the classes: the regular expressions of editors know no other letters.
_WORD = {
    "type": _SCALAR,
    "pattern": r"^\s*[^\s!-/:-@\[-`{-~][^\s!-,/:-@\[-^`{-~]*\s*$",
}


def json_schema() -> dict[str, Any]:
    """Return the schema of a whole events file: a list of events, or a mapping with events."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Events file",
        "description": "Geopolitical events: who did what to whom, when, and who says so.",
        "oneOf": [_list_of("event"), _reference("file"), {"type": "null"}],
        "definitions": {_name(record): _record(record) for record in RECORDS},
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
    return schema | ({"required": required} if required else {}) | _RULES.get(record, {})


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
        return {"anyOf": [_LINE, record]} if field.kind == "place" else record
    if field.kind == "actors" and field.required:
        return _one_or_more(_LINE, least=1)
    return _SHAPES[field.kind]


def _one_or_more(item: dict[str, Any], least: int = 0) -> dict[str, Any]:
    """Return the shape of a list, for which a single item may stand."""
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": least}]}


_SOURCE = {"anyOf": [_URL, _WORD, _reference("source")]}
_SHAPES: dict[str, dict[str, Any]] = {
    "actors": _one_or_more(_LINE),
    "color": {"type": "string", "pattern": r"^\s*#[0-9a-fA-F]{6}\s*$"},
    "country": _LINE,
    "date": {
        "type": ["string", "integer"],
        "pattern": rf"^\s*({_DATE}(/({_DATE}|\.\.))?|\.\./{_DATE})\s*$",
        "minimum": -9999,
        "maximum": 9999,
    },
    "identifier": _WORD,
    "identifiers": _one_or_more(_WORD),
    "line": _LINE,
    "source": _SOURCE,
    "sources": _one_or_more(_SOURCE),
    "text": _TEXT,
    "texts": _one_or_more(_LINE),
    "url": _URL,
    "zone": {"type": "string", "pattern": r"^\s*[A-Za-z][\w+/-]*\s*$"},
}


def _any_of(*keys: str) -> list[dict[str, Any]]:
    return [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in keys]


_POINT = {"type": "number"}
_NAMED = {"anyOf": _any_of("title", "publisher", "author", "url")}
_RULES: dict[str, dict[str, Any]] = {
    "source": _NAMED,
    "listed source": _NAMED,
    "place": {
        "oneOf": [
            {"required": ["lat", "lon"], "properties": {"lat": _POINT, "lon": _POINT}},
            {"properties": {"lat": {"type": "null"}, "lon": {"type": "null"}}},
        ]
    },
}
"""What a record needs beyond its fields."""
