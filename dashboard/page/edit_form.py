"""The form of one event: an input for every field of an event, with its present value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.book import RELIABILITIES, STANCES, STATUSES
from dashboard.model.event_types import types_by_quad_class
from dashboard.model.fields import RECORDS
from dashboard.model.labels import LINK_LABELS, STANCE_LABELS
from dashboard.page.form_inputs import (
    LABELS,
    choice,
    folded,
    items,
    known_texts,
    labelled,
    meaning,
    record_group,
    text_area,
    text_input,
    text_list,
    word_options,
)
from dashboard.page.h import Markup, h
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model.actors import Actor
    from dashboard.model.event_types import EventType
    from dashboard.query.tables import Tables

PEOPLE = ("actors", "targets", "aimed_at")
_SOURCE_LABELS = {
    "title": "Title",
    "publisher": "Publisher",
    "author": "Author",
    "date": "Date",
    "archive_url": "Archive url",
}
_MOST_NAMES = 6
"""Largest number of other names that a suggestion shows."""


def event_form(values: Mapping[str, Any], tables: Tables, sources: Iterable[str] = ()) -> Markup:
    """Return the form; the name of an input is the path of its value: ``claims.0.stance``.

    Args:
        values: the event in the shape of the file; empty for a new event.
        tables: tables of the file, for the names and ids to choose from.
        sources: ids of the sources that the file lists.
    """
    titles = zip(tables.events["id"], tables.events["title"], strict=True)
    people = (text_list(name, values.get(name), "known-actors") for name in PEOPLE)
    statuses = word_options(STATUSES, {}, "follows from the claims")
    listed, claims = items(values.get("sources")), items(values.get("claims"))
    return h.div(
        known_texts("known-actors", {actor.name: _others(actor) for actor in tables.directory}),
        known_texts("known-events", dict(titles)),
        known_texts("known-sources", dict.fromkeys(sources, "")),
        _line("date", values, required=True, output="date"),
        _line("title", values, required=True),
        h.div(*people, class_="edit-people"),
        _choice("type", values.get("type", ""), _types()),
        _choice("status", values.get("status", ""), statuses),
        _area("description", values.get("description", "")),
        record_group("Sources", "sources", [_source(each) for each in listed], _source("")),
        record_group("Claims", "claims", [_claim(each) for each in claims], _claim({})),
        folded("Place", _place(values.get("place"))),
        folded("Links to other events", _links(values.get("links") or {})),
        folded(
            "More",
            [
                *(_line(name, values) for name in ("importance", "score", "known", "tz")),
                text_list("tags", values.get("tags"), None),
                _line("id", values),
                text_list("accept", values.get("accept"), None),
            ],
        ),
        class_="edit-fields",
    )


def _line(
    name: str, values: Mapping[str, Any], *, required: bool = False, output: str = ""
) -> Markup:
    reading = h.output(data_reading=output, class_="quiet") if output else None
    examples = RECORDS["event"][name].examples
    example = str(examples[0]) if examples else None
    control = text_input(name, values.get(name, ""), required=required, placeholder=example)
    return labelled(name, LABELS[name], control, meaning(name), reading)


def _area(name: str, value: object) -> Markup:
    return labelled(name, LABELS[name], text_area(name, value, rows=3), meaning(name))


def _choice(name: str, value: object, options: list[Markup]) -> Markup:
    return labelled(name, LABELS[name], choice(name, value, options), meaning(name))


def _types() -> list[Markup]:
    """Return the types by quad class, each with its score."""
    return [
        h.option("statement (default)", value=""),
        *(
            h.optgroup(*map(_type, kinds), label=label)
            for label, kinds in types_by_quad_class().items()
        ),
    ]


def _type(kind: EventType) -> Markup:
    note = f"CAMEO {kind.cameo_code}, Goldstein score {signed_as_written(kind.score)}"
    return h.option(f"{kind.label} ({signed_as_written(kind.score)})", value=kind.id, title=note)


def _source(value: Any, prefix: str = "sources.#") -> list[Markup]:
    """Return the inputs of a source: its address or the id of a listed source, and its details."""
    parts = value if isinstance(value, dict) else {"url": value}
    url = text_input(f"{prefix}.url", parts.get("url", ""), list="known-sources")
    details = (
        labelled(
            f"{prefix}.{part}",
            label,
            text_input(f"{prefix}.{part}", parts.get(part, "")),
            meaning(part, "source"),
        )
        for part, label in _SOURCE_LABELS.items()
    )
    letters = word_options(
        RELIABILITIES, {letter: letter for letter in RELIABILITIES}, "reliability not given"
    )
    reliability = parts.get("reliability", "")
    return [
        labelled(f"{prefix}.url", "Address or id", url, meaning("sources")),
        h.details(
            h.summary("Title, publisher, date …"),
            *details,
            choice(f"{prefix}.reliability", reliability, letters, "Reliability"),
            open=isinstance(value, dict),
        ),
    ]


def _claim(value: Mapping[str, Any]) -> list[Markup]:
    prefix = "claims.#"
    date = text_input(f"{prefix}.date", value.get("date", ""))
    note = text_area(f"{prefix}.note", value.get("note", ""), rows=2)
    labels = {stance: label.alone for stance, label in STANCE_LABELS.items()}
    stances = word_options(STANCES, labels, "stance")
    return [
        text_list(f"{prefix}.by", value.get("by"), "known-actors", "Who says so"),
        choice(f"{prefix}.stance", value.get("stance", ""), stances, "Stance"),
        labelled(f"{prefix}.date", "Said on", date, ""),
        labelled(f"{prefix}.note", "Quote or summary", note, ""),
        *_source(value.get("source", ""), f"{prefix}.source"),
    ]


def _place(value: Any) -> list[Markup]:
    parts = value if isinstance(value, dict) else {"name": value or ""}
    return [
        labelled(
            f"place.{part}",
            label,
            text_input(
                f"place.{part}",
                parts.get(part, ""),
                list="known-actors" if part == "country" else None,
            ),
            meaning(part, "place"),
        )
        for part, label in (
            ("name", "Name"),
            ("country", "Country"),
            ("lat", "Latitude"),
            ("lon", "Longitude"),
        )
    ]


def _links(value: Mapping[str, Any]) -> list[Markup]:
    return [
        text_list(f"links.{kind}", value.get(kind), "known-events", label.alone)
        for kind, label in LINK_LABELS.items()
    ]


def _others(actor: Actor) -> str:
    return ", ".join([actor.id, *actor.aliases][:_MOST_NAMES])
