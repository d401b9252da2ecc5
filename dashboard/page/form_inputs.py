"""Inputs of a form: labelled lines, lists that grow, and groups of records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.markup import Markup, h
from dashboard.page.form_help import meaning_id
from dashboard.words.language import gettext, gettext_noop, pgettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model.field import Field


_OF_RECORDS = {
    "sources": (
        gettext_noop("Source {n}"),
        gettext_noop("Remove source {n}"),
        gettext_noop("Add to sources"),
    ),
    "claims": (
        gettext_noop("Claim {n}"),
        gettext_noop("Remove claim {n}"),
        gettext_noop("Add to claims"),
    ),
}
"""Name of a record, of the button that removes it, and of the one that adds one, by list."""
_NUMBER, _TEXT = "{n}", "{text}"
"""Placeholders in names that the browser fills in."""


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
    words = field.heading
    if field.required:
        words = gettext("{label} (required)", label=words)
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


def unset(field: Field) -> Markup:
    """Return the option that leaves the value of a choice unset."""
    return h.option(field.none_chosen, value="")


def word_options(field: Field, labels: Mapping[str, str] | None = None) -> list[Markup]:
    """Return the options of a choice of words; the first option leaves the value unset.

    Args:
        field: field of the choice.
        labels: label in front of the meaning, by word; ``None`` if the meaning contains it.
    """
    options = [unset(field)]
    for word, english in (field.choices or {}).items():
        words = text = gettext(english)
        if labels:
            words = gettext("{label}: {meaning}", label=labels[word], meaning=text)
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
    label = field.heading
    names = gettext("{list} {n}", list=label, n=_NUMBER)
    removes = gettext("Remove {text} from “{list}”", text=_TEXT, list=label)
    rows = [
        h.div(
            h.span(number, class_="edit-number", aria_hidden="true"),
            text_input(
                f"{name}.{number - 1}",
                text,
                list=known,
                aria_label=names.replace(_NUMBER, str(number)),
                aria_describedby=meaning_id(name),
            ),
            remove_button(removes.replace(_TEXT, str(text or number))),
            class_="edit-item",
        )
        for number, text in enumerate([*items(value), ""], 1)
    ]
    return h.fieldset(
        h.legend(label),
        *rows,
        _button(
            pgettext("a button: add an item to a list", "Add one"),
            aria_label=gettext("Add one to “{list}”", list=label),
            data_more=True,
        ),
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
    names, removes, adds = map(gettext, _OF_RECORDS[name])
    return h.fieldset(
        h.legend(field.heading),
        *(_record(parts, name, str(number)) for number, parts in enumerate(filled, 1)),
        h.template(_record(blank, name, "")),
        _button(adds, data_another=name),
        data_group=name,
        data_names=names,
        data_removes=removes,
        aria_describedby=meaning_id(name),
    )


def _record(parts: list[Markup], name: str, number: str) -> Markup:
    names, removes, _ = (gettext(words, n=number) for words in _OF_RECORDS[name])
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
