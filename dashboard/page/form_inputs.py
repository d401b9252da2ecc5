"""Inputs of a form as plain markup: labelled lines, lists that grow, groups of records."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.model.fields import RECORDS
from dashboard.page.markup import Markup, element

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "date": "Date",
        "title": "Title",
        "actors": "Actors",
        "targets": "Targets",
        "aimed_at": "Aimed at",
        "type": "Type",
        "status": "Status",
        "description": "Description",
        "importance": "Importance",
        "score": "Own score (overrides the type's)",
        "known": "Known since",
        "tz": "Time zone",
        "tags": "Tags",
        "accept": "Accept",
        "id": "Id",
    }
)
"""What the fields of an event are called in the form."""


def items(value: Any) -> list[Any]:
    """Return a list of what a file may write bare or as a list."""
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def meaning(name: str, record: str = "event") -> str:
    """Return what a key means, or an empty text for what is no key of the record."""
    field = RECORDS[record].get(name)
    return field.meaning if field else ""


def labelled(name: str, label: str, control: Markup, meaning: str, *more: Markup) -> Markup:
    """Return a control with its label, and what it means as the label's tooltip."""
    return element(
        "div",
        {"class": "edit-field", "data-field": name},
        element("label", {"title": meaning}, element("span", {}, label), control),
        *more,
    )


def text_input(name: str, value: object, **more: object) -> Markup:
    """Return a line to write in."""
    return element("input", {"name": name, "value": value, "autocomplete": "off"} | more)


def word_options(
    meanings: Mapping[str, str], labels: Mapping[str, str], nothing: str
) -> list[Markup]:
    """Return the options of a choice of words.

    Args:
        meanings: the meaning of each word.
        labels: the label in front of the meaning, by word; none where the meaning has it.
        nothing: text of the first option, which chooses no word.
    """
    options = [element("option", {"value": ""}, nothing)]
    for word, meaning in meanings.items():
        text = f"{labels[word]}: {meaning}" if word in labels else meaning
        options.append(element("option", {"value": word, "title": meaning}, text))
    return options


def text_list(name: str, value: Any, known: str | None, label: str = "") -> Markup:
    """Return inputs for the items of a list, one of them empty."""
    texts = [*items(value), ""]
    label = label or LABELS[name]
    rows = [_item(f"{name}.{number}", text, known, label) for number, text in enumerate(texts)]
    return element(
        "fieldset",
        {"class": "edit-list", "data-field": name, "data-list": name},
        element("legend", {"title": meaning(name)}, label),
        *rows,
        _button("Add one", **{"data-more": ""}),
    )


def _item(name: str, text: str, known: str | None, label: str) -> Markup:
    control = text_input(name, text, list=known, **{"aria-label": label})
    return element("div", {"class": "edit-item"}, control, _remove(label))


def _button(words: str, **more: str) -> Markup:
    return element("button", {"type": "button", "class": "button"} | more, words)


def _remove(place: str) -> Markup:
    return _button("×", **{"aria-label": f"Remove from {place.lower()}", "data-less": ""})


def record_group(title: str, name: str, filled: list[list[Markup]], blank: list[Markup]) -> Markup:
    """Return the parts of a list of records, and a blank one to add more from."""
    return element(
        "fieldset",
        {"class": "edit-group", "data-field": name, "data-group": name},
        element("legend", {"title": meaning(name)}, title),
        *(_record(parts, title) for parts in filled),
        element("template", {}, _record(blank, title)),
        _button(f"Add to {title.lower()}", **{"data-another": name}),
    )


def _record(parts: list[Markup], title: str) -> Markup:
    return element("div", {"class": "edit-record"}, *parts, _remove(title))


def folded(title: str, parts: Sequence[Markup]) -> Markup:
    """Return what is shown on demand."""
    return element("details", {"class": "edit-more"}, element("summary", {}, title), *parts)


def known_texts(id_: str, words: Mapping[str, str]) -> Markup:
    """Return texts to choose from, each with what else it may be found by."""
    options = [
        element("option", {"value": word, "label": other or None}) for word, other in words.items()
    ]
    return element("datalist", {"id": id_}, *options)
