"""An edit of an event together with the actors that it needs, as one edit of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.writing.batch import append_items
from dashboard.writing.editing import edit_text
from dashboard.writing.edits import WithActors
from dashboard.writing.errors import FieldProblem, InvalidEventError

if TYPE_CHECKING:
    from dashboard.writing.editing import Edited
    from dashboard.writing.edits import Edit

NEW_ACTORS = "new"
"""First step of the path of a problem in a new actor."""


def apply_edit(text: str, edit: Edit | WithActors, path: str = "events.yaml") -> Edited:
    """Apply an edit to a text; nothing is written to disk.

    Args:
        text: text of an events file without errors.
        edit: the edit; new actors are added to the text first.
        path: the file's name, for messages.

    Raises:
        EditError: see ``edit_text``; the path of a problem in a new actor begins with
            ``NEW_ACTORS`` and its index.

    Example:
        >>> from dashboard.writing.edits import AddEvent
        >>> visit = AddEvent({"date": "2024", "title": "Visit", "actors": ["Kim"]})
        >>> kim = {"id": "kim", "name": "Kim", "kind": "person"}
        >>> print(apply_edit("events: []", WithActors(visit, [kim])).new)
        actors:
          - id: kim
            name: Kim
            kind: person
        events:
          - date: 2024
            title: Visit
            actors: [Kim]
    """
    if not isinstance(edit, WithActors):
        return edit_text(text, edit, path)
    try:
        added = append_items(text, {"actors": edit.actors}, path)
    except InvalidEventError as error:
        raise InvalidEventError([_of_new(found) for found in error.problems]) from error
    return replace(edit_text(added.new, edit.edit, path), old=added.old)


def _of_new(found: FieldProblem) -> FieldProblem:
    is_of_actor = found.field == "actors"
    return replace(found, where=(NEW_ACTORS, *found.where[1:])) if is_of_actor else found
