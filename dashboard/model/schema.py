"""The JSON Schema (draft-07) of an events file, made from the same table that the reader uses.

Some problems that the reader reports cannot be expressed in a schema; the tests list them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS
from dashboard.model.limits import LONGEST_ID, LONGEST_NAME, LONGEST_URL, MOST_ITEMS
from dashboard.model.patterns import LANGUAGE_TAG

if TYPE_CHECKING:
    from dashboard.model.fields import Field

SCHEMA_FILE = ".events.schema.json"
"""Name of the schema in the folder of an events file."""

_SCALAR = ["string", "number", "boolean"]
"""Types of a scalar: editors parse numbers and booleans, the reader reads them all as text."""
_TEXT = {"type": _SCALAR}
_LINE = {"type": _SCALAR, "pattern": r"\S"}
_NAME = {**_LINE, "maxLength": LONGEST_NAME}
_DAY = r"-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2}))?"
_PLAIN_DATE = rf"(?!-0000)-?[0-9]{{4}}({_DAY}{_TIME})?)?"
_INEXACT_DATE = (
    r"-?[0-9]{2}([0-9]X|XX)|-?[0-9]{4}-(2[1-9]|3[0-9]|4[01]|XX(-XX)?|(0[1-9]|1[0-2])-XX)"
)
_DATE = rf"({_PLAIN_DATE}|{_INEXACT_DATE})[~?%]?"
_ITEM = rf"({_DATE}(\.\.({_DATE})?)?|\.\.{_DATE})"
_DATE_FORMS = (
    "write 2023, 2023-10, 2023-10-26, 2023-10-26T09:00+09:00, each with ~ ? or % if it is in "
    "doubt, an interval A/B, or [A..B] for once, some time between A and B"
)
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
    "patternErrorMessage": "write one word of letters, digits, - _ . and a letter or digit first",
}


def modeline(schema: str = SCHEMA_FILE) -> str:
    """Return the comment by which editors find the schema of a file, without a line break.

    It must be before the first value of the file, best in the first line.

    Args:
        schema: a path relative to the events file, or a URL; without spaces.

    Raises:
        ValueError: ``schema`` is empty or contains a space.

    >>> modeline()
    '# yaml-language-server: $schema=.events.schema.json'
    """
    if not schema or len(schema.split()) != 1:
        raise ValueError(f'"{schema}" contains a space: write %20 in a URL, or choose another name')
    return f"# yaml-language-server: $schema={schema}"


def schema_text() -> str:
    """Return the schema as text: indented JSON in ASCII."""
    return json.dumps(json_schema(), indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """Return the schema of an events file: a list of events, or a mapping with events."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Events file",
        "description": "Geopolitical events: who did what to whom, when, and who says so.",
        "oneOf": [
            {**_list_of("event"), **_SHIPPED_TYPES},
            _reference("file"),
            {"type": "null"},
        ],
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
        "title": _RECORDS[record][0],
        "description": _RECORDS[record][1],
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
    """Return the schema of a value of the field's kind."""
    if field.choices is not None:
        words = _words(field)
        others = {"accept": _one_or_more(words), "type": {"anyOf": [words, _WORD]}}
        return others.get(field.kind, words)
    if field.kind in ("number", "integer"):
        bounds = dict(zip(("minimum", "maximum"), field.bounds or (), strict=False))
        return {"type": field.kind, **bounds}
    if field.kind in ("records", "claims"):
        most = {"maxItems": MOST_ITEMS} if field.record in ("claim", "type") else {}
        return _list_of(field.record) | most
    if field.kind in ("place", "links"):
        record = _reference(field.record)
        return {"anyOf": [_NAME, record]} if field.kind == "place" else record
    if field.kind == "actors" and field.required:
        return _one_or_more(_NAME, least=1)
    return _SHAPES[field.kind]


def _words(field: Field) -> dict[str, Any]:
    """Return the words of a choice, each with the meaning that editors show beside it."""
    notes = field.notes or {}
    return {
        "oneOf": [
            {"const": word, "description": f"{text} ({notes[word]})" if word in notes else text}
            for word, text in (field.choices or {}).items()
        ]
    }


def _one_or_more(item: dict[str, Any], least: int = 0) -> dict[str, Any]:
    """Return the schema of a list; a single item may be written without the list."""
    several = {"type": "array", "items": item, "minItems": least, "maxItems": MOST_ITEMS}
    return {"anyOf": [item, several]}


def _date_set(item: str, least: int, most: int) -> dict[str, Any]:
    """Return the schema of a set of dates in brackets without quotes, a list to YAML."""
    one = {
        "type": ["string", "integer"],
        "pattern": rf"^\s*{item}\s*$",
        "patternErrorMessage": _DATE_FORMS,
    }
    return {"type": "array", "items": one, "minItems": least, "maxItems": most}


_RECORDS = {
    "file": (
        "File",
        "A whole file: what it is about, its own actors and sources, and its events.",
    ),
    "actor": ("Actor", "An actor that is not a state or a known organisation."),
    "type": ("Event type", "An event type of the file's own, beside the shipped ones."),
    "source": ("Source", "A publication; it has a title, a publisher, an author or a url."),
    "listed source": ("Listed source", "A source that events refer to by its id."),
    "period": ("Period", "A named interval, drawn as a band behind the timeline."),
    "place": ("Place", "The place of an event; lat and lon are both given or both left out."),
    "claim": ("Claim", "A statement of somebody about an event."),
    "links": ("Links", "Relations to other events: for each kind, the ids of those events."),
    "event": ("Event", "Who did what to whom, when, and who says so."),
}
"""Title and description of each record."""
_SOURCE = {"anyOf": [_URL, _WORD, _reference("source")]}
_SHAPES: dict[str, dict[str, Any]] = {
    "actors": _one_or_more(_NAME),
    "cameo": {
        "type": ["string", "integer"],
        "pattern": r"^\s*(0[1-9]|1[0-9]|20)[0-9]{0,2}\s*$",
        "patternErrorMessage": 'write two to four digits in quotes, such as "054"',
    },
    "color": {
        "type": "string",
        "pattern": r"^\s*#[0-9a-fA-F]{6}\s*$",
        "patternErrorMessage": 'write six digits in quotes, such as "#2f6fb0"',
    },
    "country": _NAME,
    "date": {
        "anyOf": [
            {
                "type": ["string", "integer"],
                "pattern": rf"^\s*({_DATE}(/({_DATE}|\.\.)?)?|(\.\.)?/{_DATE}"
                rf"|\[\s*{_ITEM}(\s?,\s?{_ITEM})*\s*\])\s*$",
                "patternErrorMessage": _DATE_FORMS,
                "minimum": -9999,
                "maximum": 9999,
            },
            _date_set(_ITEM, 2, MOST_ITEMS),
            _date_set(rf"({_DATE}\.\.({_DATE})?|\.\.{_DATE})", 1, 1),
        ]
    },
    "flag": {"enum": [True, False, "yes", "no"]},
    "identifier": _WORD,
    "identifiers": _one_or_more(_WORD),
    "language": {
        "type": ["string", "boolean"],  # editors parse the tag of Norwegian, no, as false
        "pattern": rf"^\s*{LANGUAGE_TAG}\s*$",
        "patternErrorMessage": "write a BCP 47 tag, such as ko or zh-Hant",
    },
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
_SHIPPED_TYPES: dict[str, Any] = {
    "items": {
        "allOf": [
            _reference("event"),
            {"properties": {"type": {"enum": [*(RECORDS["event"]["type"].choices or ()), None]}}},
        ]
    }
}
"""Items of a list of events that use only the shipped types: a misspelt type is a mistake there."""
_RULES: dict[str, dict[str, Any]] = {
    "file": {
        "if": {"not": {"required": ["types"]}},
        "then": {"properties": {"events": {"anyOf": [_SHIPPED_TYPES, {"type": "null"}]}}},
    },
    "source": _NAMED,
    "listed source": _NAMED,
    "place": {
        "oneOf": [
            {"required": ["lat", "lon"], "properties": {"lat": _POINT, "lon": _POINT}},
            {"properties": {"lat": {"type": "null"}, "lon": {"type": "null"}}},
        ]
    },
}
"""Conditions of a record that concern several of its fields."""
