"""The inputs of a new actor, which is added to the file together with the event that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.markup import Markup, h
from dashboard.model.fields import RECORDS
from dashboard.model.labels import ACTOR_KIND_LABELS
from dashboard.page.form_help import ACTOR_KEYS
from dashboard.page.form_inputs import (
    choice,
    items,
    labelled,
    remove_button,
    text_input,
    word_options,
)
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

NEW_ACTORS = "new"
"""First part of the names of the inputs."""


def new_actors(values: Any) -> Markup:
    """Return the section of the form with the new actors; it is empty at first.

    Args:
        values: values of each new actor by key; none for an empty section.
    """
    return h.div(*map(new_actor, items(values)), data_group=NEW_ACTORS)


def new_actor(values: Mapping[str, str]) -> Markup:
    """Return the inputs of a new actor; its name is given by the event.

    Args:
        values: proposed values by key.
    """
    name = values.get("name", "")
    parts = [_part(key, values.get(key, "")) for key in ACTOR_KEYS]
    return h.fieldset(
        h.legend(gettext("New actor: {name}", name=name)),
        *parts,
        remove_button(gettext("Remove the new actor {name}", name=name)),
        class_="edit-record edit-actor",
        data_name=name,
    )


def _part(key: str, value: str) -> Markup:
    field, name = RECORDS["actor"][key], f"{NEW_ACTORS}.#.{key}"
    if field.choices:
        labels = {word: label.inline for word, label in ACTOR_KIND_LABELS.items()}
        return labelled(field, choice(name, value, word_options(field, labels)))
    known = "known-actors" if key == "country" else None
    return labelled(field, text_input(name, value, list=known, readonly=key == "name"))
