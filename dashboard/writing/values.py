"""Python values of nodes, and their comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode, is_nothing
from dashboard.reading.scalars import one_line
from dashboard.writing.render import field_of, fields_of

if TYPE_CHECKING:
    from dashboard.model.fields import Field

_LISTS = ("accept", "actors", "claims", "identifiers", "sources", "texts")
"""Kinds of fields whose list may also be written as a single item."""
_DATES = frozenset(
    key for fields in RECORDS.values() for key, field in fields.items() if field.kind == "date"
)
"""Keys of dates."""


def value_of(node: Node) -> Any:
    """Return the text, list or mapping of a node; ``None`` for an empty value."""
    if isinstance(node, MapNode):
        return {key: value_of_key(key, value) for key, (_, value) in node.entries.items()}
    if isinstance(node, ListNode):
        return [value_of(item) for item in node.items]
    return None if not isinstance(node, TextNode) or is_nothing(node) else node.text


def value_of_key(key: str, node: Node) -> Any:
    """Return the value of a key; a date in brackets is a text: a set of dates."""
    if key in _DATES and isinstance(node, ListNode) and (text := node.in_brackets()):
        return text
    return value_of(node)


def same_nodes(one: Node, other: Node) -> bool:
    """Whether two nodes have equal values; line ends at the end of a text do not count."""
    if isinstance(one, TextNode) and isinstance(other, TextNode):
        if one.text == other.text:
            return one.plain == other.plain or is_nothing(one) == is_nothing(other)
        return one.text.rstrip("\n") == other.text.rstrip("\n")
    if isinstance(one, ListNode) and isinstance(other, ListNode):
        return len(one.items) == len(other.items) and all(map(same_nodes, one.items, other.items))
    if not isinstance(one, MapNode) or not isinstance(other, MapNode):
        return False
    return one.entries.keys() == other.entries.keys() and all(
        same_nodes(value, other.entries[key][1]) for key, (_, value) in one.entries.items()
    )


def same_values(one: Any, other: Any) -> bool:
    r"""Whether two values are equal; line ends at the end of a text do not count.

    An empty text is nothing.

    Example:
        >>> same_values({"note": "Both.\n"}, {"note": "Both."}), same_values("", None)
        (True, True)
    """
    if is_empty(one) or is_empty(other):
        return is_empty(one) and is_empty(other)
    if isinstance(one, str) and isinstance(other, str):
        return one.rstrip("\n") == other.rstrip("\n")
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_values, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_values(one[k], other[k]) for k in one)
    return bool(one == other)


def is_empty(value: Any) -> bool:
    """Whether a value is nothing, or a text that the reader takes for nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def reads_alike(one: Any, other: Any, field: Field) -> bool:
    """Whether the reader gets equal values of a field from two values.

    Example:
        >>> from dashboard.writing.render import EVENT
        >>> reads_alike("Japan", ["Japan"], EVENT["actors"])
        True
    """
    return bool(_as_read(one, field) == _as_read(other, field))


def is_absent(value: Any) -> bool:
    """Whether the reader treats a value as missing."""
    return value is None or value == []


def _as_read(value: Any, field: Field) -> Any:
    if is_empty(value):
        return None
    if isinstance(value, str):
        text = value.strip() if field.kind == "text" else one_line(value)
        is_list = field.kind in _LISTS
        return [text] if is_list else text
    if isinstance(value, list):
        return (
            None
            if not value
            else [item if isinstance(item, list) else _unlisted(item, field) for item in value]
        )
    fields = fields_of(field)
    read = {key: _as_read(item, field_of(fields, key)) for key, item in value.items()}
    record = {key: item for key, item in read.items() if item is not None}
    return [record] if field.kind in ("claims", "sources") else record or None


def _unlisted(item: Any, field: Field) -> Any:
    read = _as_read(item, field)
    is_one = field.kind in _LISTS and isinstance(read, list) and len(read) == 1
    return read[0] if is_one else read
