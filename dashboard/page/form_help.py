"""The meanings of the fields of the form: a fold with the text that describes each input."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dashboard.markup import Markup, h
from dashboard.model.fields import RECORDS
from dashboard.words.language import gettext, language, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.field import Field

ACTOR_KEYS = ("name", "kind", "country", "id")
"""Fields of a new actor that the form has."""
_CLAIM = {key: field for key, field in RECORDS["claim"].items() if key != "source"}
_SOURCE = {**RECORDS["source"], "url": RECORDS["claim"]["source"]}
_ACTOR = {key: RECORDS["actor"][key] for key in ACTOR_KEYS}
_RECORDS: Mapping[str, tuple[str, Mapping[str, Field]]] = {
    "": (pgettext_noop("a part of the form", "The event"), RECORDS["event"]),
    "place": (pgettext_noop("a part of the form", "Place"), RECORDS["place"]),
    "links": (pgettext_noop("a part of the form", "Links to other events"), RECORDS["links"]),
    "claims": (pgettext_noop("a part of the form", "Claims"), _CLAIM),
    "sources": (pgettext_noop("a part of the form", "Sources"), _SOURCE),
    "new": (pgettext_noop("a part of the form", "A new actor"), _ACTOR),
}
"""Heading and fields of each record of the form, by the first part of the names of its inputs."""


def meaning_id(name: str) -> str:
    """Return the id of the text that describes an input; inputs of one field share it.

    >>> meaning_id("title"), meaning_id("claims.#.by.0"), meaning_id("claims.#.source.date")
    ('meaning-title', 'meaning-claims-by', 'meaning-sources-date')
    """
    steps = [step for step in name.split(".") if step != "#" and not step.isdecimal()]
    if steps[-2:-1] == ["source"]:
        steps = ["sources", steps[-1]]
    return "-".join(["meaning", *steps])


def meanings() -> Markup:
    """Return the fold; while it is closed, its style keeps its texts as descriptions of inputs."""
    return _meanings(language())


@cache
def _meanings(_language: str) -> Markup:
    parts = (
        part
        for name, (heading, fields) in _RECORDS.items()
        for part in (h.h3(pgettext("a part of the form", heading)), h.dl(*_texts(name, fields)))
    )
    return h.details(h.summary(gettext("What the fields mean")), *parts, class_="edit-help")


def _texts(name: str, fields: Mapping[str, Field]) -> list[Markup]:
    prefix = f"{name}." if name else ""
    return [
        h.div(
            h.dt(field.heading),
            h.dd(gettext(field.meaning), id=meaning_id(f"{prefix}{key}")),
        )
        for key, field in fields.items()
    ]
