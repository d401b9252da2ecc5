"""The filter panel: a control for each row of the table of filters, the sentence, and chips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import html

from dashboard.page.attributes import aria
from dashboard.query.choices import MATCHES
from dashboard.query.filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.query.filter import Control, Filter, Options
    from dashboard.query.tables import Tables

_DEBOUNCE = 300
"""Milliseconds without a key press after which a text counts as typed."""


def filters(tables: Tables) -> Component:
    """Return the panel of all filters, with the options of a file."""
    controls = [
        _component(row, row.control, tables)
        for row in FILTERS.values()
        if row.control is not None and row.control.kind
    ]
    return html.Section(
        [
            html.Div(controls, className="filters"),
            html.Div(
                [
                    html.P(
                        id="selection-summary", role="status", tabIndex=-1, **aria(live="polite")
                    ),
                    html.Div(id="chips", className="chips"),
                    html.Div(id="firm-only"),
                    html.A("Clear all", id="clear-filters", href="?", className="button"),
                ],
                className="chosen",
            ),
        ],
        className="panel",
        **aria(label="Filters"),
    )


def grouped(options: Options) -> list[Any]:
    """Return the options of a control for Mantine; those of a group without a name are a list."""
    groups = [
        {
            "group": group,
            "items": [{"value": value, "label": label} for value, label in items.items()],
        }
        for group, items in options.items()
        if items
    ]
    return [item for group in groups for item in ([group] if group["group"] else group["items"])]


def options_of(control: Control, tables: Tables, chosen: Iterable[str] = ()) -> list[Any]:
    """Return the options of a control; those chosen are offered even if the file lacks them."""
    return grouped(control.options(tables, chosen)) if control.options else []


def _component(row: Filter, control: Control, tables: Tables) -> Component:
    common: dict[str, Any] = {"id": control.id, "size": "sm"}
    if control.kind == "one":
        name = f"{control.id}-label"
        choice = dmc.SegmentedControl(
            data=[{"value": value, "label": value} for value in MATCHES],
            value=row.default,
            **common,
            **aria(labelledby=name),
        )
        label = html.Span(control.label, className="filter-label", id=name)
        return html.Div([label, choice], className="filter")
    common |= {"label": control.label, "placeholder": control.placeholder, "className": "filter"}
    component: Component
    if control.kind == "text":
        component = dmc.TextInput(debounce=_DEBOUNCE, value="", **common)
        return component
    component = dmc.MultiSelect(
        data=options_of(control, tables),
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        nothingFoundMessage="Not in this file",
        # Within the page: at the end of the document the menu would belong to no landmark.
        comboboxProps={"shadow": "md", "withinPortal": False},
        **common,
    )
    return component
