"""Values that the browser sends, read strictly: a value of another type is refused."""

from __future__ import annotations

from math import isnan
from typing import Any


class BadValueError(ValueError):
    """A value that the page never sends: a bad request, not a fault of the server."""


def text(value: object, name: str) -> str:
    """Return a text; ``None`` is an empty text.

    Raises:
        BadValueError: the value is of another type.

    >>> text(None, "country")
    ''
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadValueError(f'"{name}" is not a text')
    return value


def texts(value: object, name: str) -> tuple[str, ...]:
    """Return a list of texts; ``None`` and an empty text are an empty list.

    Raises:
        BadValueError: the value is of another type.
    """
    if value is None or value == "":
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        raise BadValueError(f'"{name}" is not a list of texts')
    return tuple(value)


def record(value: object, name: str) -> dict[str, Any]:
    """Return an object with its keys; ``None`` and an empty text are an empty object.

    Raises:
        BadValueError: the value is of another type.
    """
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise BadValueError(f'"{name}" is not an object')
    return value


def items(value: object, name: str) -> list[object]:
    """Return a list of any values; ``None`` and an empty text are an empty list.

    Raises:
        BadValueError: the value is of another type.
    """
    if value is None or value == "":
        return []
    if not isinstance(value, list | tuple):
        raise BadValueError(f'"{name}" is not a list')
    return list(value)


def number(value: object, name: str) -> float:
    """Return a number, which may be infinite.

    Raises:
        BadValueError: the value is not a number, or too large for a float.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            found = float(value)
        except OverflowError:
            found = float("nan")
        if not isnan(found):
            return found
    raise BadValueError(f'"{name}" is not a number')


def whole_number(value: object, name: str) -> int:
    """Return a whole number.

    Raises:
        BadValueError: the value is of another type.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadValueError(f'"{name}" is not a whole number')
    return value
