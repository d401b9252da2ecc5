"""The edits that can be made: add, change, replace or delete one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A value in the shape that the file has: every scalar is text."""


@dataclass(frozen=True, slots=True)
class AddEvent:
    """A new event at the end of the list.

    Attributes:
        fields: key to value; ``None`` is left out.
    """

    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class ChangeEvent:
    """Some fields of an event set or removed, all others left alone.

    Attributes:
        id: of the event, as written or by default.
        fields: key to the new value, ``None`` to remove the key.
    """

    id: str
    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class ReplaceEvent:
    """All fields of an event given anew; only those that differ are written.

    A value that reads the same counts as the same: ``Japan`` and ``[Japan]``, or text with other
    line breaks where the reader takes one line.

    Attributes:
        id: of the event, as written or by default.
        fields: key to value; keys that are missing or ``None`` are removed, but for ``id``,
            which stays unless it is given.
    """

    id: str
    fields: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class DeleteEvent:
    """An event taken out with its lines.

    Attributes:
        id: of the event, as written or by default.
        unlink: also remove the links of other events to it; otherwise such links are an error.
    """

    id: str
    unlink: bool = False


Edit: TypeAlias = AddEvent | ChangeEvent | ReplaceEvent | DeleteEvent


def cleaned(value: Any) -> Value:
    """Return a copy of a value without the keys that are ``None``.

    Raises:
        TypeError: something in it is neither text, list nor mapping.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(key): cleaned(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [cleaned(item) for item in value]
    raise TypeError(f"values are text, lists and mappings, not {type(value).__name__}")
