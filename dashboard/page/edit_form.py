"""The form of one event: every field that an events file knows, with what it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.book import RELIABILITIES, STANCES, STATUSES
from dashboard.model.event_types import types_by_quad_class
from dashboard.model.fields import RECORDS
from dashboard.model.labels import LINK_LABELS, STANCE_LABELS
from dashboard.page.form_inputs import (
    LABELS,
    folded,
    items,
    known_texts,
    labelled,
    meaning,
    record_group,
    text_input,
    text_list,
    word_options,
)
from dashboard.page.markup import Markup, element
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


def event_form(values: Mapping[str, Any], tables: Tables, sources: Iterable[str] = ()) -> Markup:
    """Return the form, its inputs named by where their value stands: ``claims.0.stance``.

    Args:
        values: the event as the file has it, in the shape of the file; empty for a new one.
        tables: what the file says, for the names and ids to choose from.
        sources: ids of the file's listed sources.
    """
    return element(
        "div",
        {"class": "edit-fields"},
        known_texts("known-actors", {actor.name: _others(actor) for actor in tables.directory}),
        known_texts(
            "known-events",
            dict(zip(tables.events["id"], tables.events["title"], strict=True)),
        ),
        known_texts("known-sources", dict.fromkeys(sources, "")),
        _line("date", values, required="", output="date"),
        _line("title", values, required=""),
        element(
            "div",
            {"class": "edit-people"},
            *(text_list(name, values.get(name), "known-actors") for name in PEOPLE),
        ),
        _choice("type", values.get("type", ""), _types()),
        _choice(
            "status",
            values.get("status", ""),
            word_options(STATUSES, {}, "follows from the claims"),
        ),
        _area("description", values.get("description", "")),
        record_group(
            "Sources", "sources", [_source(v) for v in items(values.get("sources"))], _source("")
        ),
        record_group(
            "Claims", "claims", [_claim(v) for v in items(values.get("claims"))], _claim({})
        ),
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
    )


def _line(
    name: str, values: Mapping[str, Any], required: str | None = None, output: str = ""
) -> Markup:
    said = [element("output", {"data-reading": output, "class": "quiet"})] if output else []
    examples = RECORDS["event"][name].examples
    example = str(examples[0]) if examples else None
    control = text_input(name, values.get(name, ""), required=required, placeholder=example)
    return labelled(name, LABELS[name], control, meaning(name), *said)


def _area(name: str, value: str) -> Markup:
    control = element("textarea", {"name": name, "rows": 3}, value)
    return labelled(name, LABELS[name], control, meaning(name))


def _choice(name: str, value: str, options: list[Markup], label: str = "") -> Markup:
    """Return a choice; the option of the value is marked by the browser, which knows it."""
    control = element("select", {"name": name, "data-value": value}, *options)
    return labelled(name, label or LABELS[name], control, meaning(name))


def _types() -> list[Markup]:
    """Return the types by quad class, each with its score."""
    return [element("option", {"value": ""}, "statement (default)")] + [
        element("optgroup", {"label": label}, *map(_type, kinds))
        for label, kinds in types_by_quad_class().items()
    ]


def _type(kind: EventType) -> Markup:
    note = f"CAMEO {kind.cameo_code}, Goldstein score {signed_as_written(kind.score)}"
    words = f"{kind.label} ({signed_as_written(kind.score)})"
    return element("option", {"value": kind.id, "title": note}, words)


def _source(value: Any, prefix: str = "sources.#") -> list[Markup]:
    """Return the inputs of a source: its address or the id of a listed one, and the rest."""
    parts = value if isinstance(value, dict) else {"url": value}
    rest = [
        labelled(
            f"{prefix}.{part}",
            label,
            text_input(f"{prefix}.{part}", parts.get(part, "")),
            meaning(part, "source"),
        )
        for part, label in _SOURCE_LABELS.items()
    ]
    letters = {letter: letter for letter in RELIABILITIES}
    control = element(
        "select",
        {
            "name": f"{prefix}.reliability",
            "data-value": parts.get("reliability", ""),
            "aria-label": "Reliability",
        },
        *word_options(RELIABILITIES, letters, "reliability not given"),
    )
    return [
        labelled(
            f"{prefix}.url",
            "Address or id",
            text_input(f"{prefix}.url", parts.get("url", ""), list="known-sources"),
            meaning("sources"),
        ),
        element(
            "details",
            {"open": "" if isinstance(value, dict) else None},
            element("summary", {}, "Title, publisher, date …"),
            *rest,
            control,
        ),
    ]


def _claim(value: Mapping[str, Any]) -> list[Markup]:
    prefix = "claims.#"
    stances = {stance: label.alone for stance, label in STANCE_LABELS.items()}
    stance = element(
        "select",
        {"name": f"{prefix}.stance", "data-value": value.get("stance", ""), "aria-label": "Stance"},
        *word_options(STANCES, stances, "stance"),
    )
    source = value.get("source", "")
    return [
        text_list(f"{prefix}.by", value.get("by"), "known-actors", "Who says so"),
        stance,
        labelled(
            f"{prefix}.date", "Said on", text_input(f"{prefix}.date", value.get("date", "")), ""
        ),
        labelled(
            f"{prefix}.note",
            "Quote or summary",
            element("textarea", {"name": f"{prefix}.note", "rows": 2}, value.get("note", "")),
            "",
        ),
        *_source(source, f"{prefix}.source"),
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
