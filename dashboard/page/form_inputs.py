"""Inputs of a form: labelled lines, lists that grow, and groups of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.markup import Markup, h

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model.field import Field


def items(value: Any) -> list[Any]:
    """Return a value of the file as a list; a file may omit the brackets around a single item.

    >>> items("Japan"), items(["Japan", "Chile"]), items(None)
    (['Japan'], ['Japan', 'Chile'], [])
    """
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def labelled(field: Field, control: Markup, *more: Markup | None) -> Markup:
    """Return a control with the label of its field; the tooltip states the meaning."""
    named = h.label(h.span(field.label), control, title=field.meaning)
    return h.div(named, *more, class_="edit-field")


def text_input(name: str, value: object, **more: object) -> Markup:
    """Return a text input of one line, in the direction of its text."""
    return h.input(name=name, value=str(value), autocomplete="off", dir="auto", **more)


def text_area(name: str, value: object, rows: int) -> Markup:
    """Return a text input of several lines, in the direction of its text."""
    return h.textarea(str(value), name=name, rows=rows, dir="auto")


def choice(name: str, value: object, options: Sequence[Markup], label: str | None = None) -> Markup:
    """Return a selection; the browser selects the option of the value.

    Args:
        name: name of the input.
        value: value of the option to select.
        options: elements ``option`` or ``optgroup``.
        label: name for screen readers, if the selection has no visible label.
    """
    return h.select(*options, name=name, data_value=str(value), aria_label=label)


def word_options(field: Field, labels: Mapping[str, str] | None = None) -> list[Markup]:
    """Return the options of a choice of words; the first option leaves the value unset.

    Args:
        field: field of the choice.
        labels: label in front of the meaning, by word; ``None`` if the meaning contains it.
    """
    options = [h.option(field.unset, value="")]
    for word, text in (field.choices or {}).items():
        words = f"{labels[word]}: {text}" if labels else text
        options.append(h.option(words, value=word, title=text))
    return options


def text_list(name: str, field: Field, value: Any, known: str | None = None) -> Markup:
    """Return an input for each item of a list, and one empty input.

    Args:
        name: name of the list.
        field: field whose value is the list.
        value: value in the file.
        known: id of the ``datalist`` with suggestions.
    """
    texts = [*items(value), ""]
    label = field.label
    rows = [_item(f"{name}.{number}", text, known, label) for number, text in enumerate(texts)]
    return h.fieldset(
        h.legend(label, title=field.meaning),
        *rows,
        _button("Add one", data_more=True),
        data_list=name,
    )


def _item(name: str, text: str, known: str | None, label: str) -> Markup:
    control = text_input(name, text, list=known, aria_label=label)
    return h.div(control, remove_button(label), class_="edit-item")


def _button(words: str, **more: object) -> Markup:
    return h.button(words, type="button", class_="button", **more)


def remove_button(place: str) -> Markup:
    """Return the button that removes an input or a record from a list."""
    return _button("×", aria_label=f"Remove from {place.lower()}", data_less=True)


def record_group(
    name: str, field: Field, filled: list[list[Markup]], blank: list[Markup]
) -> Markup:
    """Return the inputs of a list of records, and a blank record that the browser copies.

    Args:
        name: name of the list.
        field: field whose value is the list.
        filled: inputs of each record.
        blank: inputs of the blank record.
    """
    title = field.label
    return h.fieldset(
        h.legend(title, title=field.meaning),
        *(_record(parts, title) for parts in filled),
        h.template(_record(blank, title)),
        _button(f"Add to {title.lower()}", data_another=name),
        data_group=name,
    )


def _record(parts: list[Markup], title: str) -> Markup:
    return h.div(*parts, remove_button(title), class_="edit-record")


def folded(title: str, parts: Sequence[Markup]) -> Markup:
    """Return a collapsed section."""
    return h.details(h.summary(title), *parts)


def known_texts(id_: str, words: Mapping[str, str]) -> Markup:
    """Return a ``datalist`` of suggestions, each with its other names."""
    options = (h.option(value=word, label=other or None) for word, other in words.items())
    return h.datalist(*options, id=id_)
