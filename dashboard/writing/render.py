"""Values as text of YAML: lines in block style, or one line in flow style."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.fields import RECORDS, Field
from dashboard.writing.scalars import WIDTH, block_scalar, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.writing.edits import Value

_UNKNOWN = Field("line", "")
_SHORT_LISTS = ("actors", "texts", "identifiers")
"""Kinds of fields whose lists stand in brackets, even in block style."""
EVENT = RECORDS["event"]
NO_FIELDS: Mapping[str, Field] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Habit:
    """How a file writes its events, so that new lines look like the old.

    Attributes:
        step: columns by which the keys of a nested mapping are indented.
        dent: columns by which the dashes of a list are indented below its key.
        hang: columns from the dash of an event to its keys.
        blank: blank lines between events.
        flow: whether events stand in braces.
        listed: keys whose lists stand in lines of their own, where others have brackets.
        space: what stands inside of braces.
        quote: what stands around all texts in braces, as in JSON; else only where needed.
    """

    mapping_indent: int = 2
    list_indent: int = 2
    item_indent: int = 2
    blank: int = 0
    flow: bool = False
    listed: frozenset[str] = frozenset()
    space: str = ""
    quote: str = ""


def fields_of(field: Field) -> Mapping[str, Field]:
    """Return the fields of the record that a value, or each item of it, may be."""
    if field.kind in ("source", "sources"):
        return RECORDS["source"]
    return RECORDS.get(field.record, NO_FIELDS)


def field_of(fields: Mapping[str, Field], key: str) -> Field:
    """Return the field of a key; any other key counts as a line of text."""
    return fields.get(key, _UNKNOWN)


def flow(value: Value, field: Field, habit: Habit) -> str:
    """Return a value on one line, as it stands between brackets or braces."""
    if isinstance(value, str):
        return scalar(value, field.kind, flow=True, style=habit.quote)
    if isinstance(value, list):
        return f"[{', '.join(flow(item, field, habit) for item in value)}]"
    return flow_mapping(value, fields_of(field), habit)


def flow_mapping(value: Mapping[str, Value], fields: Mapping[str, Field], habit: Habit) -> str:
    """Return a mapping in braces."""
    inside = ", ".join(flow_entry(key, item, fields, habit) for key, item in value.items())
    return f"{{{habit.space}{inside}{habit.space}}}" if inside else "{}"


def flow_entry(key: str, value: Value, fields: Mapping[str, Field], habit: Habit) -> str:
    """Return one entry of a mapping in braces."""
    name = scalar(key, flow=True, style=habit.quote)
    return f"{name}: {flow(value, field_of(fields, key), habit)}"


def block(value: Value, field: Field, key: str, column: int, habit: Habit) -> list[str]:
    """Return a value below its key, in block style.

    Args:
        value: what to write.
        field: of the key.
        key: under which it stands.
        column: of the key.
        habit: of the file.

    Returns:
        What follows the key's colon (empty where the value begins on the next line), then the
        lines below it with their indent.
    """
    if isinstance(value, str):
        lines = block_scalar(value, column + habit.mapping_indent) if field.kind == "text" else None
        return lines or [scalar(value, field.kind)]
    if not value:
        return ["[]" if isinstance(value, list) else "{}"]
    if isinstance(value, dict):
        return ["", *block_mapping(value, fields_of(field), column + habit.mapping_indent, habit)]
    if field.kind in _SHORT_LISTS and key not in habit.listed:
        line = flow(value, field, Habit())
        if column + len(key) + len(line) < WIDTH or not all(isinstance(i, str) for i in value):
            return [line]
    at = column + habit.list_indent
    return ["", *(row for item in value for row in block_item(item, field, at, habit))]


def block_mapping(
    value: Mapping[str, Value], fields: Mapping[str, Field], column: int, habit: Habit
) -> list[str]:
    """Return the lines of a mapping whose keys stand at a column."""
    return [
        row for key, item in value.items() for row in block_entry(key, item, fields, column, habit)
    ]


def block_entry(
    key: str, value: Value, fields: Mapping[str, Field], column: int, habit: Habit
) -> list[str]:
    """Return the lines of one entry of a mapping."""
    first, *rest = block(value, field_of(fields, key), key, column, habit)
    head = f"{' ' * column}{scalar(key)}:"
    return [f"{head} {first}" if first else head, *rest]


def block_item(value: Value, field: Field, column: int, habit: Habit) -> list[str]:
    """Return the lines of one item of a list whose dashes stand at a column."""
    if isinstance(value, dict) and value:
        return list_item(value, fields_of(field), column, 2, habit)
    return [f"{' ' * column}- {flow(value, field, Habit())}"]


def list_item(
    value: Mapping[str, Value],
    fields: Mapping[str, Field],
    column: int,
    item_indent: int,
    habit: Habit,
) -> list[str]:
    """Return the lines of a mapping behind a dash at a column."""
    first, *rest = block_mapping(value, fields, column + item_indent, habit)
    return [f"{' ' * column}-{first[column + 1 :]}", *rest]
