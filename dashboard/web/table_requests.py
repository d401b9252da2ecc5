"""Requests of the dialog *Add from a table*: their JSON is checked before it is used."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.formats.recipes.choices import COLUMN_KEYS, CONSTANTS, Choices
from dashboard.formats.recipes.recipe import DATE_ORDERS
from dashboard.model.limits import LARGEST_TABLE
from dashboard.page.browser_values import BadValueError, record, text, texts, whole_number
from dashboard.page.table_import import MOST_MEGABYTES, TOO_LARGE
from dashboard.web.json_body import json_object

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD_KEYS = ("type", "status")
_LONGEST_FILE_NAME = 200


class TableRequest(NamedTuple):
    """A checked request.

    Attributes:
        name: name of the file.
        data: all bytes of the file.
        number: index of the table in the file.
        revision: revision of the events file that the preview was made for.
        choices: what the person chose.
    """

    name: str
    data: bytes
    number: int
    revision: str
    choices: Choices


def read_table_request() -> TableRequest:
    """Read the current request of Flask.

    Raises:
        BadValueError: it is not JSON of the shape that the dialog sends, or the table is too large.
    """
    sent = json_object()
    data = _bytes(text(sent.get("data"), "data"))
    name = text(sent.get("name"), "name")[-_LONGEST_FILE_NAME:]
    number = whole_number(sent.get("number", 0), "number")
    return TableRequest(name, data, number, text(sent.get("revision"), "revision"), _choices(sent))


def _bytes(encoded: str) -> bytes:
    try:
        data = b64decode(encoded, validate=True)
    except (Error, ValueError) as error:
        raise BadValueError('"data" is not base64') from error
    if len(data) > LARGEST_TABLE:
        raise BadValueError(TOO_LARGE.format(size=MOST_MEGABYTES))
    return data


def _choices(sent: dict[str, Any]) -> Choices:
    keys = texts(sent["keys"], "keys") if sent.get("keys") is not None else None
    for key in keys or ():
        if key and key not in COLUMN_KEYS:
            raise BadValueError(f'"{key}" is not a key that a column can have')
    order = text(sent["order"], "order") if sent.get("order") is not None else None
    if order is not None and order not in DATE_ORDERS:
        raise BadValueError(f'"order" is not valid: use one of {", ".join(DATE_ORDERS[1:])}')
    constants = _words(sent.get("constants"), "constants", CONSTANTS)
    meanings = record(sent.get("values"), "values")
    values = {
        key: {word: value for word, value in _words(meanings.get(key), key).items() if value}
        for key in _WORD_KEYS
    }
    return Choices(text(sent.get("format"), "format"), keys, order, constants, values)


def _words(value: object, name: str, known: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Return an object of texts whose keys are known, if known ones are given."""
    found = record(value, name)
    if known and not set(found) <= set(known):
        raise BadValueError(f'"{name}" has a key other than {", ".join(known)}')
    return {key: text(each, f"{name}.{key}").strip() for key, each in found.items()}
