"""The form of one event: every field that an events file knows, with what it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.book import LINK_KINDS, RELIABILITIES, STANCES, STATUSES
from dashboard.model.event_types import QUAD_CLASSES, event_types
from dashboard.model.fields import RECORDS
from dashboard.page.markup import Markup, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.model.actors import Actor
    from dashboard.query.tables import Tables

PEOPLE = ("actors", "targets", "aimed_at")
_LABELS = {
    "date": "Date",
    "title": "Title",
    "actors": "Acts",
    "targets": "Targets",
    "aimed_at": "Aimed at",
    "type": "Type",
    "status": "Status",
    "description": "Description",
    "importance": "Importance",
    "score": "Score of its own",
    "known": "Known since",
    "tz": "Time zone",
    "tags": "Tags",
    "id": "Id",
}
_SOURCE_PARTS = ("title", "publisher", "author", "date", "archive_url")
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
        _known("known-actors", {actor.name: _others(actor) for actor in tables.directory}),
        _known(
            "known-events",
            dict(zip(tables.events["id"], tables.events["title"], strict=True)),
        ),
        _known("known-sources", dict.fromkeys(sources, "")),
        _line("date", values, required="", output="date"),
        _line("title", values, required=""),
        element(
            "div",
            {"class": "edit-people"},
            *(_list(name, values.get(name), "known-actors") for name in PEOPLE),
        ),
        _choice("type", values.get("type", ""), _types()),
        _choice("status", values.get("status", ""), _words(STATUSES, "follows from the claims")),
        _area("description", values.get("description", "")),
        _group(
            "Sources", "sources", [_source(v) for v in _items(values.get("sources"))], _source("")
        ),
        _group("Claims", "claims", [_claim(v) for v in _items(values.get("claims"))], _claim({})),
        _details("Place", _place(values.get("place"))),
        _details("Links to other events", _links(values.get("links") or {})),
        _details(
            "More",
            [
                *(_line(name, values) for name in ("importance", "score", "known", "tz")),
                _list("tags", values.get("tags"), None),
                _line("id", values),
                _list("accept", values.get("accept"), None),
            ],
        ),
    )


def _items(value: Any) -> list[Any]:
    """Return a list of what a file may write bare or as a list."""
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def _meaning(name: str, record: str = "event") -> str:
    field = RECORDS[record].get(name)
    return field.meaning if field else ""


def _labelled(name: str, label: str, control: Markup, meaning: str, *more: Markup) -> Markup:
    return element(
        "div",
        {"class": "edit-field", "data-field": name},
        element("label", {"title": meaning}, element("span", {}, label), control),
        *more,
    )


def _input(name: str, value: object, **more: object) -> Markup:
    return element("input", {"name": name, "value": value, "autocomplete": "off"} | more)


def _line(
    name: str, values: Mapping[str, Any], required: str | None = None, output: str = ""
) -> Markup:
    said = [element("output", {"data-reading": output, "class": "quiet"})] if output else []
    examples = RECORDS["event"][name].examples
    example = str(examples[0]) if examples else None
    control = _input(name, values.get(name, ""), required=required, placeholder=example)
    return _labelled(name, _LABELS[name], control, _meaning(name), *said)


def _area(name: str, value: str) -> Markup:
    control = element("textarea", {"name": name, "rows": 3}, value)
    return _labelled(name, _LABELS[name], control, _meaning(name))


def _choice(name: str, value: str, options: list[Markup], label: str = "") -> Markup:
    """Return a choice; the option of the value is marked by the browser, which knows it."""
    control = element("select", {"name": name, "data-value": value}, *options)
    return _labelled(name, label or _LABELS[name], control, _meaning(name))


def _words(words: Mapping[str, str], nothing: str) -> list[Markup]:
    options = [element("option", {"value": ""}, nothing)]
    return options + [
        element("option", {"value": word, "title": meaning}, f"{word.replace('_', ' ')}: {meaning}")
        for word, meaning in words.items()
    ]


def _types() -> list[Markup]:
    """Return the types by quad class, each with its score."""
    groups: dict[str, list[Markup]] = {words: [] for words in QUAD_CLASSES.values()}
    for kind in event_types().values():
        words = f"{kind.label} ({kind.score:+g})"
        note = f"CAMEO {kind.cameo_code}, Goldstein score {kind.score:+g}"
        groups[QUAD_CLASSES[kind.quad_class]].append(
            element("option", {"value": kind.id, "title": note}, words)
        )
    return [element("option", {"value": ""}, "statement (default)")] + [
        element("optgroup", {"label": words.capitalize()}, *options)
        for words, options in groups.items()
    ]


def _list(name: str, value: Any, known: str | None, label: str = "") -> Markup:
    """Return inputs for the items of a list, one of them empty."""
    texts = [*_items(value), ""]
    label = label or _LABELS.get(name.rpartition(".")[2], name.rpartition(".")[2].capitalize())
    rows = [_item(f"{name}.{number}", text, known, label) for number, text in enumerate(texts)]
    return element(
        "fieldset",
        {"class": "edit-list", "data-field": name, "data-list": name},
        element("legend", {"title": _meaning(name)}, label),
        *rows,
        _button("Add one", **{"data-more": ""}),
    )


def _item(name: str, text: str, known: str | None, label: str) -> Markup:
    control = _input(name, text, list=known, **{"aria-label": label})
    return element("div", {"class": "edit-item"}, control, _remove(label))


def _button(words: str, **more: str) -> Markup:
    return element("button", {"type": "button", "class": "button"} | more, words)


def _remove(place: str) -> Markup:
    return _button("×", **{"aria-label": f"Remove from {place.lower()}", "data-less": ""})


def _group(title: str, name: str, filled: list[list[Markup]], blank: list[Markup]) -> Markup:
    """Return the parts of a list of records, and a blank one to add more from."""
    return element(
        "fieldset",
        {"class": "edit-group", "data-field": name, "data-group": name},
        element("legend", {"title": _meaning(name)}, title),
        *(_record(parts, title) for parts in filled),
        element("template", {}, _record(blank, title)),
        _button(f"Add to {title.lower()}", **{"data-another": name}),
    )


def _record(parts: list[Markup], title: str) -> Markup:
    return element("div", {"class": "edit-record"}, *parts, _remove(title))


def _source(value: Any, prefix: str = "sources.#") -> list[Markup]:
    """Return the inputs of a source: its address or the id of a listed one, and the rest."""
    parts = value if isinstance(value, dict) else {"url": value}
    rest = [
        _labelled(
            f"{prefix}.{part}",
            part.replace("_", " ").capitalize(),
            _input(f"{prefix}.{part}", parts.get(part, "")),
            _meaning(part, "source"),
        )
        for part in _SOURCE_PARTS
    ]
    letters = _words(RELIABILITIES, "reliability not given")
    control = element(
        "select",
        {
            "name": f"{prefix}.reliability",
            "data-value": parts.get("reliability", ""),
            "aria-label": "Reliability",
        },
        *letters,
    )
    return [
        _labelled(
            f"{prefix}.url",
            "Address or id",
            _input(f"{prefix}.url", parts.get("url", ""), list="known-sources"),
            _meaning("sources"),
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
    stance = element(
        "select",
        {"name": f"{prefix}.stance", "data-value": value.get("stance", ""), "aria-label": "Stance"},
        *_words(STANCES, "stance"),
    )
    source = value.get("source", "")
    return [
        _list(f"{prefix}.by", value.get("by"), "known-actors", "Who says so"),
        stance,
        _labelled(f"{prefix}.date", "Said on", _input(f"{prefix}.date", value.get("date", "")), ""),
        _labelled(
            f"{prefix}.note",
            "In words",
            element("textarea", {"name": f"{prefix}.note", "rows": 2}, value.get("note", "")),
            "",
        ),
        *_source(source, f"{prefix}.source"),
    ]


def _place(value: Any) -> list[Markup]:
    parts = value if isinstance(value, dict) else {"name": value or ""}
    return [
        _labelled(
            f"place.{part}",
            label,
            _input(
                f"place.{part}",
                parts.get(part, ""),
                list="known-actors" if part == "country" else None,
            ),
            _meaning(part, "place"),
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
        _list(f"links.{kind}", value.get(kind), "known-events", kind.replace("_", " ").capitalize())
        for kind in LINK_KINDS
    ]


def _details(title: str, parts: Sequence[Markup]) -> Markup:
    return element("details", {"class": "edit-more"}, element("summary", {}, title), *parts)


def _known(id_: str, words: Mapping[str, str]) -> Markup:
    """Return texts to choose from, each with what else it may be found by."""
    options = [
        element("option", {"value": word, "label": other or None}) for word, other in words.items()
    ]
    return element("datalist", {"id": id_}, *options)


def _others(actor: Actor) -> str:
    return ", ".join([actor.id, *actor.aliases][:_MOST_NAMES])
