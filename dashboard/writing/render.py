"""Rendering of values as YAML: lines in block style, or one line in flow style."""

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
"""Kinds of fields whose lists are written in brackets, even in block style."""
EVENT = RECORDS["event"]
NO_FIELDS: Mapping[str, Field] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Habit:
    """The format of a file's events, so that new lines look like the old ones.

    Attributes:
        mapping_indent: number of columns by which the keys of a nested mapping are indented.
        list_indent: number of columns by which the dashes of a list are indented below its key.
        item_indent: number of columns from the dash of an event to its keys.
        blank: number of blank lines between events.
        flow: whether events are written in braces.
        listed: keys whose lists have one line for each item, where others have brackets.
        space: space inside of braces.
        quote: quote around all texts in braces, as in JSON; empty to quote only where needed.
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
    """Return the fields of the record of a value, or of each of its items."""
    if field.kind in ("source", "sources"):
        return RECORDS["source"]
    return RECORDS.get(field.record, NO_FIELDS)


def field_of(fields: Mapping[str, Field], key: str) -> Field:
    """Return the field of a key; an unknown key counts as a line of text."""
    return fields.get(key, _UNKNOWN)


def flow(value: Value, field: Field, habit: Habit) -> str:
    """Return a value on one line, for use in brackets or braces.

    Example:
        >>> flow(["North Korea", "Russia"], EVENT["actors"], Habit())
        '[North Korea, Russia]'
    """
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
    """Return the lines of a value in block style.

    Args:
        value: the value.
        field: field of its key.
        key: its key.
        column: column of the key.
        habit: habit of the file.

    Returns:
        The text after the key's colon (empty if the value begins on the next line), then the lines
        below it with their indent.
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
    """Return the lines of a mapping with its keys at a column."""
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
    """Return the lines of one item of a list with its dashes at a column."""
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
    """Return the lines of a mapping as an item of a list, with its dash at a column."""
    first, *rest = block_mapping(value, fields, column + item_indent, habit)
    return [f"{' ' * column}-{first[column + 1 :]}", *rest]
