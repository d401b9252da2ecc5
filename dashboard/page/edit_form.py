"""The form of one event: an input for every field of an event, with its present value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard.markup import Markup, h
from dashboard.model.event_types import grouped_types
from dashboard.model.fields import RECORDS
from dashboard.model.labels import STANCE_LABELS
from dashboard.page.actor_form import NEW_ACTORS, new_actors
from dashboard.page.form_help import meanings
from dashboard.page.form_inputs import (
    choice,
    folded,
    items,
    known_texts,
    labelled,
    record_group,
    text_area,
    text_input,
    text_list,
    unset,
    word_options,
)
from dashboard.words.language import gettext, pgettext
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.model.actors import Actor
    from dashboard.model.event_types import EventType
    from dashboard.model.field import Field
    from dashboard.query.tables import Tables

_PLAIN_SECTIONS = ("act", "sources", "claims", "place", "links")
"""Sections of the form between the people and the section *More*."""
_MOST_NAMES = 6
"""Largest number of other names that a suggestion shows."""


def event_form(values: Mapping[str, Any], tables: Tables, sources: Iterable[str] = ()) -> Markup:
    """Return the form; the name of an input is the path of its value: ``claims.0.stance``.

    Args:
        values: the event in the shape of the file; empty for a new event. ``NEW_ACTORS`` has the
            actors that are added with it.
        tables: tables of the file, for suggestions of names and ids.
        sources: ids of the sources that the file lists.
    """
    types = partial(_type_choice, tables.types.values())
    inputs: Mapping[str, Callable[[str, Field, Any], Markup]] = {**_INPUTS, "type": types}
    titles = zip(tables.events["id"], tables.events["title"], strict=True)
    sections: dict[str, list[Markup]] = {}
    for key, field in RECORDS["event"].items():
        draw = inputs.get(field.kind, _line)
        sections.setdefault(field.section, []).append(draw(key, field, values.get(key) or ""))
    return h.div(
        meanings(),
        known_texts("known-actors", {actor.name: _others(actor) for actor in tables.directory}),
        known_texts("known-events", dict(titles)),
        known_texts("known-sources", dict.fromkeys(sources, "")),
        *sections["top"],
        h.div(*sections["people"], class_="edit-people"),
        new_actors(values.get(NEW_ACTORS)),
        *(part for name in _PLAIN_SECTIONS for part in sections[name]),
        folded(pgettext("a fold of the form", "More"), sections["more"]),
        class_="edit-fields",
    )


def _line(key: str, field: Field, value: Any) -> Markup:
    # The server states how it reads the date of the event.
    reading = h.output(data_reading=key, class_="quiet") if key == "date" else None
    example = str(field.examples[0]) if field.examples else None
    control = text_input(key, value, placeholder=example)
    return labelled(field, control, reading)


def _area(key: str, field: Field, value: Any) -> Markup:
    return labelled(field, text_area(key, value, rows=3))


def _actors(key: str, field: Field, value: Any) -> Markup:
    return text_list(key, field, value, "known-actors")


def _choice(key: str, field: Field, value: Any) -> Markup:
    return labelled(field, choice(key, value, word_options(field)))


def _type_choice(types: Iterable[EventType], key: str, field: Field, value: Any) -> Markup:
    """Return the choice of types by quad class, each with its score."""
    groups = (
        h.optgroup(*map(_type, kinds), label=label)
        for label, kinds in grouped_types(types).items()
        if kinds
    )
    return labelled(field, choice(key, value, [unset(field), *groups]))


def _type(kind: EventType) -> Markup:
    score = signed_as_written(kind.score)
    return h.option(
        gettext("{type} ({score})", type=kind.full_label, score=score),
        value=kind.id,
        title=gettext("{code}, score {score}", code=kind.code_in_words, score=score),
    )


def _sources(key: str, field: Field, value: Any) -> Markup:
    prefix = f"{key}.#"
    filled = [_source(each, prefix) for each in items(value)]
    return record_group(key, field, filled, _source("", prefix))


def _source(value: Any, prefix: str) -> list[Markup]:
    """Return the inputs of a source: its address or the id of a listed source, and its details."""
    parts = value if isinstance(value, dict) else {"url": value}
    url = text_input(f"{prefix}.url", parts.get("url", ""), list="known-sources")
    fields = {key: field for key, field in RECORDS["source"].items() if key != "url"}
    details = (
        _choice_of_letters(f"{prefix}.{key}", field, parts.get(key, ""))
        if field.choices
        else _part(f"{prefix}.{key}", field, parts.get(key, ""))
        for key, field in fields.items()
    )
    summary = h.summary(gettext("Title, publisher, date …"))
    return [
        labelled(RECORDS["claim"]["source"], url),
        h.details(summary, *details, open=isinstance(value, dict)),
    ]


def _choice_of_letters(name: str, field: Field, value: Any) -> Markup:
    letters = {letter: letter for letter in field.choices or ()}
    return labelled(field, choice(name, value, word_options(field, letters)))


def _part(name: str, field: Field, value: Any, known: str | None = None) -> Markup:
    """Return the input of a line within a record."""
    return labelled(field, text_input(name, value, list=known))


def _claims(key: str, field: Field, value: Any) -> Markup:
    prefix = f"{key}.#"
    return record_group(
        key, field, [_claim(each, prefix) for each in items(value)], _claim({}, prefix)
    )


def _claim(value: Mapping[str, Any], prefix: str) -> list[Markup]:
    fields = RECORDS["claim"]
    labels = {stance: label.alone for stance, label in STANCE_LABELS.items()}
    stances = word_options(fields["stance"], labels)
    note = text_area(f"{prefix}.note", value.get("note", ""), rows=2)
    return [
        text_list(f"{prefix}.by", fields["by"], value.get("by"), "known-actors"),
        labelled(fields["stance"], choice(f"{prefix}.stance", value.get("stance", ""), stances)),
        _part(f"{prefix}.date", fields["date"], value.get("date", "")),
        labelled(fields["note"], note),
        *_source(value.get("source", ""), f"{prefix}.source"),
    ]


def _place(key: str, field: Field, value: Any) -> Markup:
    values = value if isinstance(value, dict) else {"name": value}
    parts = (
        _part(
            f"{key}.{name}",
            part,
            values.get(name, ""),
            "known-actors" if part.kind == "country" else None,
        )
        for name, part in RECORDS[field.record].items()
    )
    return folded(field.heading, list(parts))


def _links(key: str, field: Field, value: Any) -> Markup:
    ids = value or {}
    parts = (
        text_list(f"{key}.{kind}", part, ids.get(kind), "known-events")
        for kind, part in RECORDS[field.record].items()
    )
    return folded(field.heading, list(parts))


def _others(actor: Actor) -> str:
    return ", ".join([actor.id, *actor.codes, *actor.aliases][:_MOST_NAMES])


_INPUTS: Mapping[str, Callable[[str, Field, Any], Markup]] = {
    "accept": text_list,
    "actors": _actors,
    "choice": _choice,
    "claims": _claims,
    "links": _links,
    "place": _place,
    "sources": _sources,
    "text": _area,
    "texts": text_list,
}
"""Functions that draw the input of a field, by kind; all other kinds have a line of text."""
