"""The filters: a menu or a field for each row of the table of filters that names a control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import html

from dashboard.page.attributes import IN_ENGLISH, aria
from dashboard.page.menus import menu
from dashboard.query.choices import MATCHES
from dashboard.query.filters import FILTERS
from dashboard.words.language import gettext, gettext_noop, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dash.development.base_component import Component

    from dashboard.query.filter import Control, Filter, Options
    from dashboard.query.tables import Tables

DATE_FORMAT = gettext_noop("A year, a month or a day, such as 2023, 2023-10 or 2023-10-20.")
"""Format of a field of a date, in English words."""


def filters(tables: Tables) -> list[Component]:
    """Return the menus of all filters, then the fields, with the options of a file."""
    groups: list[list[tuple[Control, Component]]] = []
    for row in FILTERS.values():
        if row.control is None or not row.control.kind:
            continue
        built = (row.control, _BUILDERS[row.control.kind](row, row.control, tables))
        if row.control.kind == "one":
            groups[-1].append(built)
        else:
            groups.append([built])
    groups.sort(key=lambda group: group[0][0].kind == "text")
    return [_menu_or_field(group) for group in groups]


def _menu_or_field(group: list[tuple[Control, Component]]) -> Component:
    (first, component), *_ = group
    if first.kind == "text":
        return component
    # The list of options of the first control unfolds downward: nothing is below it.
    body = [component for _, component in reversed(group)]
    return menu(first.in_words, body, shows=first.id, className="filter")


def grouped(options: Options, keywords: Mapping[str, str] | None = None) -> list[Any]:
    """Return the options of a control for Mantine; those of a group without a name are a list.

    Args:
        options: choices of the control.
        keywords: other names by value, for ``assets/modules/name_filter.mjs``.
    """
    names = keywords or {}
    groups = [
        {
            "group": group,
            "items": [
                {"value": value, "label": label}
                | ({"keywords": names[value]} if value in names else {})
                for value, label in items.items()
            ],
        }
        for group, items in options.items()
        if items
    ]
    return [item for group in groups for item in ([group] if group["group"] else group["items"])]


def options_of(control: Control, tables: Tables, chosen: Iterable[str] = ()) -> list[Any]:
    """Return the options of a control; those chosen are offered even if the file lacks them."""
    if control.options is None:
        return []
    keywords = control.keywords(tables) if control.keywords else None
    return grouped(control.options(tables, chosen), keywords)


def _one(row: Filter, control: Control, _tables: Tables) -> Component:
    name = f"{control.id}-label"
    choice = dmc.SegmentedControl(
        id=control.id,
        data=[
            {"value": value, "label": pgettext("a choice after: Events with", label)}
            for value, label in MATCHES.items()
        ],
        value=row.default,
        size="xs",
        **aria(labelledby=name),
    )
    component: Component = html.Div(
        [html.Span(control.in_words, className="quiet", id=name), choice], className="tools"
    )
    return component


def _choices(_row: Filter, control: Control, tables: Tables) -> Component:
    return several(
        control.id,
        control.in_words,
        options_of(control, tables),
        placeholder=control.hint,
        nothing=gettext("Not in this file"),
        filter={"function": "byAnyName"},
    )


def several(
    id_: str, label: str, options: list[Any], placeholder: str, nothing: str, **more: Any
) -> Component:
    """Return a choice of several options, found by typing; Enter takes the first that matches.

    ``assets/modules/menus.mjs`` keeps its state for screen readers, which Mantine omits.

    Args:
        id_: id of the component.
        label: name for screen readers.
        options: options, or groups of options, for Mantine.
        placeholder: words of the field while nothing is chosen.
        nothing: words of the list if no option matches.
        more: more properties of the component.
    """
    component: Component = dmc.MultiSelect(
        id=id_,
        data=options,
        placeholder=placeholder,
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        nothingFoundMessage=nothing,
        selectFirstOptionOnChange=True,
        withScrollArea=False,
        # Within the page: at the end of the document the menu would belong to no landmark.
        comboboxProps={"shadow": "md", "withinPortal": False},
        clearButtonProps={
            "aria-label": pgettext(
                "a button that empties a field; label is that of the field",
                "Clear {label}",
                label=label,
            )
        },
        size="sm",
        # The list scrolls; arrow keys in the field reach its options, so that Tab skips it.
        attributes={"inputField": {"role": "combobox"}, "options": {"tabIndex": -1}},
        **more,
        **aria(label=label, autocomplete="list"),
    )
    return component


def _text(_row: Filter, control: Control, _tables: Tables, **more: Any) -> Component:
    component: Component = dmc.TextInput(
        id=control.id,
        placeholder=control.hint,
        debounce=True,  # `assets/modules/typing.mjs` sends what is typed
        value="",
        size="xs",
        className="field",
        **more,
        **aria(label=control.in_words),
    )
    return component


def _date(row: Filter, control: Control, tables: Tables) -> Component:
    return _text(
        row, control, tables, description=gettext(DATE_FORMAT), errorProps=dict(IN_ENGLISH)
    )


_BUILDERS = {"one": _one, "choices": _choices, "text": _text, "date": _date}
"""The function that builds a control of each kind."""
