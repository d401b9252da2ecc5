"""The possible edits: add, change, replace or delete one event, also with new actors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A value in the shape that the file has: every scalar is text."""


@dataclass(frozen=True, slots=True)
class AddEvent:
    """A new event at the end of the list.

    Attributes:
        fields: key to value; keys with ``None`` are ignored.
    """

    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """Changes of some fields of an event; all other fields are kept.

    Attributes:
        id: id of the event, as written or by default.
        fields: key to the new value, ``None`` to remove the key.
    """

    id: str
    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class ReplaceEvent:
    """New values for all fields of an event; only fields that differ are written.

    Values that the reader cannot distinguish are equal: ``Japan`` and ``[Japan]``, or texts of one
    line with different line breaks.

    Attributes:
        id: id of the event, as written or by default.
        fields: key to value; keys that are missing or ``None`` are removed, except ``id``, which
            is kept unless it is given.
    """

    id: str
    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class DeleteEvent:
    """The removal of an event with its lines.

    Attributes:
        id: id of the event, as written or by default.
        unlink: also remove the links of other events to it; otherwise such links are an error.
    """

    id: str
    unlink: bool = False


Edit: TypeAlias = AddEvent | ChangeEvent | ReplaceEvent | DeleteEvent


@dataclass(frozen=True, slots=True)
class WithActors:
    """An edit of an event, and new actors at the end of the file's list: both in one step.

    Attributes:
        edit: the edit.
        actors: values of each actor by key.
    """

    edit: Edit
    actors: Sequence[Mapping[str, Value]]


def cleaned(value: Any) -> Value:
    """Return a copy of a value without the keys that are ``None``.

    Raises:
        TypeError: a part of it is neither text, list nor mapping.

    Example:
        >>> cleaned({"by": ("Japan",), "note": None})
        {'by': ['Japan']}
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(key): cleaned(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [cleaned(item) for item in value]
    raise TypeError(f"values are text, lists and mappings, not {type(value).__name__}")
