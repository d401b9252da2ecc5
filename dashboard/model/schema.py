"""The JSON Schema (draft-07) of an events file, made from the same table that the reader uses.

What the reader refuses and a schema cannot express stands in ``schema_limits``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS
from dashboard.model.limits import LONGEST_ID, LONGEST_NAME, LONGEST_URL, MOST_ITEMS

if TYPE_CHECKING:
    from dashboard.model.fields import Field

SCHEMA_FILE = ".events.schema.json"
"""Name under which the schema lies beside an events file: hidden, and the same everywhere."""

_SCALAR = ["string", "number", "boolean"]
"""Editors type scalars before the schema sees them; the reader takes all of them as text."""
_TEXT = {"type": _SCALAR}
_LINE = {"type": _SCALAR, "pattern": r"\S"}
_NAME = {**_LINE, "maxLength": LONGEST_NAME}
_DAY = r"-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2}))?"
_DATE = rf"(?!-0000)-?[0-9]{{4}}({_DAY}{_TIME})?)?[~?%]?"
_URL = {
    "type": "string",
    "maxLength": LONGEST_URL,
    "pattern": r"^\s*[hH][tT][tT][pP][sS]?://[^/?#:\s]\S*\s*$",
    "patternErrorMessage": "write an address that begins with https:// or http://",
}
# Only ASCII in the classes: the regular expressions of editors know no other letters.
_WORD = {
    "type": _SCALAR,
    "maxLength": LONGEST_ID,
    "pattern": r"^\s*[^\s!-/:-@\[-`{-~][^\s!-,/:-@\[-^`{-~]*\s*$",
    "patternErrorMessage": "write one word of letters, digits, - _ . without a sign in front",
}


def modeline(schema: str = SCHEMA_FILE) -> str:
    """Return the comment that tells editors where the schema of a file is, without a line break.

    It must stand before the first value of the file, best in its first line.

    Args:
        schema: a path relative to the events file, or a URL; a space in it would end it.

    Raises:
        ValueError: there is space in it.
    """
    if not schema or len(schema.split()) != 1:
        raise ValueError(f'"{schema}" has space in it: write %20 in a URL, or choose another name')
    return f"# yaml-language-server: $schema={schema}"


def schema_text() -> str:
    """Return the schema as it is printed and kept in files: JSON of ASCII signs alone."""
    return json.dumps(json_schema(), indent=2) + "\n"


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
        "title": record.capitalize(),
        "description": _RECORD_MEANINGS[record],
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
    if field.kind in ("choice", "accept"):
        words = _words(field)
        return words if field.kind == "choice" else _one_or_more(words)
    if field.kind in ("number", "integer"):
        bounds = dict(zip(("minimum", "maximum"), field.bounds or (), strict=False))
        return {"type": field.kind, **bounds}
    if field.kind in ("records", "claims"):
        most = {"maxItems": MOST_ITEMS} if field.kind == "claims" else {}
        return _list_of(field.record) | most
    if field.kind in ("place", "links"):
        record = _reference(field.record)
        return {"anyOf": [_NAME, record]} if field.kind == "place" else record
    if field.kind == "actors" and field.required:
        return _one_or_more(_NAME, least=1)
    return _SHAPES[field.kind]


def _words(field: Field) -> dict[str, Any]:
    """Return the words of a choice, each with its meaning, which editors show while one chooses."""
    notes = field.notes or {}
    return {
        "oneOf": [
            {"const": word, "description": f"{text} ({notes[word]})" if word in notes else text}
            for word, text in (field.choices or {}).items()
        ]
    }


def _one_or_more(item: dict[str, Any], least: int = 0) -> dict[str, Any]:
    """Return the shape of a list, for which a single item may stand."""
    several = {"type": "array", "items": item, "minItems": least, "maxItems": MOST_ITEMS}
    return {"anyOf": [item, several]}


_RECORD_MEANINGS = {
    "file": "A whole file: what it is about, its own actors and sources, and its events.",
    "actor": "Someone who takes part and is not a state or a known organisation.",
    "source": "Where something is said; it has a title, a publisher, an author or a url.",
    "listed source": "A source that events name by its id.",
    "period": "A named stretch of time, drawn as a band behind the timeline.",
    "place": "Where an event happened; lat and lon stand together or not at all.",
    "claim": "What somebody says of an event.",
    "links": "How an event relates to others: per kind the ids of those.",
    "event": "Who did what to whom, when, and who says so.",
}
_SOURCE = {"anyOf": [_URL, _WORD, _reference("source")]}
_SHAPES: dict[str, dict[str, Any]] = {
    "actors": _one_or_more(_NAME),
    "color": {
        "type": "string",
        "pattern": r"^\s*#[0-9a-fA-F]{6}\s*$",
        "patternErrorMessage": 'write six digits in quotes, such as "#2f6fb0"',
    },
    "country": _NAME,
    "date": {
        "type": ["string", "integer"],
        "pattern": rf"^\s*({_DATE}(/({_DATE}|\.\.))?|\.\./{_DATE})\s*$",
        "patternErrorMessage": "write 2023, 2023-10, 2023-10-26, 2023-10-26T09:00+09:00, each "
        "with ~ ? or % if it is not sure, or an interval A/B",
        "minimum": -9999,
        "maximum": 9999,
    },
    "identifier": _WORD,
    "identifiers": _one_or_more(_WORD),
    "line": _LINE,
    "name": _NAME,
    "source": _SOURCE,
    "sources": _one_or_more(_SOURCE),
    "text": _TEXT,
    "texts": _one_or_more(_NAME),
    "url": _URL,
    "zone": {
        "type": "string",
        "pattern": r"^\s*[A-Za-z][\w+/-]*\s*$",
        "patternErrorMessage": "write a region and its city, such as Asia/Seoul",
    },
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
