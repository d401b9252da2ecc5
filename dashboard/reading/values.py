"""Values of a record as they are read: by key, with typed access, or ``INVALID``."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from dashboard.reading.nodes import TextNode

Value = TypeVar("Value")


class Invalid(Enum):
    """The type of ``INVALID``, the result for a value whose problem is already noted."""

    INVALID = "invalid"


INVALID: Final = Invalid.INVALID


class Reference(NamedTuple):
    """The id of a record that may be anywhere in the file, with its node."""

    id: str
    node: TextNode


class LinkGroup(NamedTuple):
    """The links of one kind: a key of ``LINK_KINDS`` and the events that it refers to."""

    kind: str
    targets: tuple[Reference, ...]


class Values(dict[str, object]):
    """The valid values of a record by key; a key without a valid value is missing.

    The methods check types: a value that differs from the table of fields is a fault of this
    program, so they raise an ``AssertionError``.

    Example:
        >>> values = Values(name="Pyongyang", lat=39.02)
        >>> values.text("name"), values.text("country"), values.one("lat", float)
        ('Pyongyang', '', 39.02)
    """

    def need(self, key: str, kind: type[Value]) -> Value:
        """Return the value of a required key."""
        value = self[key]
        if isinstance(value, kind):
            return value
        raise _unexpected(key, value)

    def one(self, key: str, kind: type[Value]) -> Value | None:
        """Return the value of a key, ``None`` if it is missing."""
        value = self.get(key)
        if value is None or isinstance(value, kind):
            return value
        raise _unexpected(key, value)

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        value = self.get(key, default)
        if isinstance(value, str):
            return value
        raise _unexpected(key, value)

    def many(self, key: str, kind: type[Value]) -> tuple[Value, ...]:
        """Return the values of a list, empty if it is missing."""
        values = self.get(key, ())
        if not isinstance(values, tuple):
            raise _unexpected(key, values)
        for value in values:
            if not isinstance(value, kind):
                raise _unexpected(key, values)
        return values


def _unexpected(key: str, value: object) -> AssertionError:
    return AssertionError(f"{key} is {value!r}: its reader and its record disagree")
