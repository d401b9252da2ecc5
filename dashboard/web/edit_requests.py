"""Requests of the editor: their JSON is checked before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.model.fields import RECORDS
from dashboard.page.actor_form import NEW_ACTORS
from dashboard.page.browser_values import BadValueError, items, record, text
from dashboard.web.form_values import FormValues, form_values
from dashboard.web.json_body import json_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.writing.edits import Value

KINDS = ("add", "replace", "delete", "undo", "redo")


class EditRequest(NamedTuple):
    """A checked request.

    Attributes:
        kind: one of ``KINDS``.
        event: id of the event; empty for a new event.
        revision: revision of the file that the reader saw.
        unlink: whether to remove the links to a deleted event.
        values: values of the form.
        began: values of the form when it was opened; empty if the request has none.
        actors: values of the new actors of the form, by key.
    """

    kind: str
    event: str
    revision: str
    unlink: bool
    values: FormValues
    began: FormValues
    actors: list[dict[str, Value]]


def read_edit_request() -> EditRequest:
    """Read the current request of Flask.

    Raises:
        BadValueError: it is not JSON of the form's shape.
    """
    data = json_object()
    kind, event, revision = (text(data.get(name), name) for name in ("kind", "event", "revision"))
    if kind not in KINDS:
        raise BadValueError(f'"kind" is not valid: use one of {", ".join(KINDS)}')
    unlink = data.get("unlink", False)
    if not isinstance(unlink, bool):
        raise BadValueError('"unlink" must be true or false')
    values, began = (form_values(_entries(data, name)) for name in ("entries", "began"))
    return EditRequest(kind, event, revision, unlink, values, began, _new_actors(values))


def _new_actors(values: FormValues) -> list[dict[str, Value]]:
    """Return the values of the new actors, with their keys in the order of a file."""
    actors = [
        record(actor, NEW_ACTORS) for actor in items(values.fields.get(NEW_ACTORS), NEW_ACTORS)
    ]
    fields = RECORDS["actor"]
    if not all(actor.keys() <= fields.keys() for actor in actors):
        raise BadValueError(f'"{NEW_ACTORS}" has other keys than an actor: send those of the form')
    return [{key: text(actor[key], key) for key in fields if key in actor} for actor in actors]


def _entries(data: dict[str, Any], name: str) -> Iterable[tuple[str, str]]:
    for entry in items(data.get(name), name):
        if not isinstance(entry, list) or list(map(type, entry)) != [str, str]:
            raise BadValueError(f'"{name}" is not a list of names and texts: send pairs of strings')
        yield entry[0], entry[1]
