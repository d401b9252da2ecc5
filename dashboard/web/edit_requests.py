"""Requests of the editor: their JSON is checked before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from dashboard.web.form_values import BadNameError, FormValues, form_values

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("add", "replace", "delete", "undo")


class BadRequestShape(ValueError):  # noqa: N818 - the name says what is wrong
    """The request does not have the shape that the form of this page sends."""


class EditRequest(NamedTuple):
    """A checked request.

    Attributes:
        kind: one of ``KINDS``.
        event: id of the event; empty for a new event.
        revision: revision of the file that the reader saw.
        unlink: whether to remove the links to a deleted event.
        values: values of the form.
        began: values of the form when it was opened; empty if the request has none.
    """

    kind: str
    event: str
    revision: str
    unlink: bool
    values: FormValues
    began: FormValues


def read_edit_request() -> EditRequest:
    """Read the current request of Flask.

    Raises:
        BadRequestShape: it is not JSON of the form's shape.
    """
    try:
        data = request.get_json()
    except UnsupportedMediaType as error:
        raise BadRequestShape("the request is not JSON: send application/json") from error
    except (BadRequest, RecursionError) as error:
        raise BadRequestShape("the request is not valid JSON: send an object") from error
    if not isinstance(data, dict):
        raise BadRequestShape("the request is not a JSON object: send an object")
    kind = _text(data, "kind")
    if kind not in KINDS:
        raise BadRequestShape(f'"kind" is not valid: use one of {", ".join(KINDS)}')
    unlink = data.get("unlink", False)
    if not isinstance(unlink, bool):
        raise BadRequestShape('"unlink" must be true or false')
    try:
        values, began = (form_values(_entries(data, name)) for name in ("entries", "began"))
    except BadNameError as error:
        raise BadRequestShape(str(error)) from error
    return EditRequest(kind, _text(data, "event"), _text(data, "revision"), unlink, values, began)


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise BadRequestShape(f'"{name}" is not a text: send a string')
    return value


def _entries(data: dict[str, Any], name: str) -> Iterable[tuple[str, str]]:
    entries = data.get(name, [])
    if not isinstance(entries, list):
        raise BadRequestShape(f'"{name}" is not a list: send pairs of strings')
    for entry in entries:
        pair = isinstance(entry, list) and len(entry) == 2
        if not pair or not all(isinstance(part, str) for part in entry):
            raise BadRequestShape(
                f'"{name}" is not a list of names and texts: send pairs of strings'
            )
        yield entry[0], entry[1]
