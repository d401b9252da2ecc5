"""Inputs of a form: labelled lines, lists that grow, and groups of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.markup import Markup, h
from dashboard.page.form_help import meaning_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model.field import Field


_OF_RECORDS = {
    "sources": ("Source {}", "Remove source {}"),
    "claims": ("Claim {}", "Remove claim {}"),
}
"""Name of a record, and of the button that removes it, by the name of the list."""


def items(value: Any) -> list[Any]:
    """Return a value of the file as a list; a file may omit the brackets around a single item.

    >>> items("Japan"), items(["Japan", "Chile"]), items(None)
    (['Japan'], ['Japan', 'Chile'], [])
    """
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


def labelled(field: Field, control: Markup, *more: Markup | None) -> Markup:
    """Return a control with the label of its field; the meaning of the field describes it."""
    attributes = control[1]
    attributes["aria-describedby"] = meaning_id(attributes["name"])
    words = f"{field.label} (required)" if field.required else field.label
    if field.required:
        attributes["aria-required"] = "true"
    return h.div(h.label(h.span(words), control), *more, class_="edit-field")


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
    """Return a numbered input for each item of a list, and one empty input.

    ``assets/modules/edit/numbers.mjs`` goes on with the numbers and the names of the buttons.

    Args:
        name: name of the list.
        field: field whose value is the list.
        value: value in the file.
        known: id of the ``datalist`` with suggestions.
    """
    names, removes = f"{field.label} {{}}", f"Remove {{}} from {field.label.lower()}"
    rows = [
        h.div(
            h.span(number + 1, class_="edit-number", aria_hidden="true"),
            text_input(
                f"{name}.{number}",
                text,
                list=known,
                aria_label=names.format(number + 1),
                aria_describedby=meaning_id(name),
            ),
            remove_button(removes.format(text or number + 1)),
            class_="edit-item",
        )
        for number, text in enumerate([*items(value), ""])
    ]
    return h.fieldset(
        h.legend(field.label),
        *rows,
        _button("Add one", aria_label=f"Add one to {field.label.lower()}", data_more=True),
        data_list=name,
        data_names=names,
        data_removes=removes,
        aria_describedby=meaning_id(name),
    )


def _button(words: str, **more: object) -> Markup:
    return h.button(words, type="button", class_="button", **more)


def remove_button(name: str) -> Markup:
    """Return the button that removes an input or a record from a list."""
    return _button("×", aria_label=name, data_less=True)


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
    names, removes = _OF_RECORDS[name]
    return h.fieldset(
        h.legend(field.label),
        *(_record(parts, name, str(number)) for number, parts in enumerate(filled, 1)),
        h.template(_record(blank, name, "")),
        _button(f"Add to {field.label.lower()}", data_another=name),
        data_group=name,
        data_names=names,
        data_removes=removes,
        aria_describedby=meaning_id(name),
    )


def _record(parts: list[Markup], name: str, number: str) -> Markup:
    names, removes = (words.format(number) for words in _OF_RECORDS[name])
    return h.div(
        h.span(names, class_="edit-number", aria_hidden="true"),
        *parts,
        remove_button(removes),
        class_="edit-record",
        role="group",
        aria_label=names,
    )


def folded(title: str, parts: Sequence[Markup]) -> Markup:
    """Return a collapsed section."""
    return h.details(h.summary(title), *parts)


def known_texts(id_: str, words: Mapping[str, str]) -> Markup:
    """Return a ``datalist`` of suggestions, each with its other names."""
    options = (h.option(value=word, label=other or None) for word, other in words.items())
    return h.datalist(*options, id=id_)
