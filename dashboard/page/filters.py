"""The filters: countries, types, statuses and text, and what has been chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import html

from dashboard.model.book import STATUSES
from dashboard.page.attributes import aria
from dashboard.page.options import country_options, type_options

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.query.tables import Tables


def filters(tables: Tables) -> Component:
    """Return the panel of all filters for what a file holds."""
    common: dict[str, Any] = {
        "searchable": True,
        "clearable": True,
        "hidePickedOptions": True,
        "size": "sm",
        # Not at the end of the document, where it would belong to no landmark.
        "comboboxProps": {"shadow": "md", "withinPortal": False},
    }
    return html.Section(
        [
            html.Div(
                [
                    dmc.MultiSelect(
                        id="country-filter",
                        label="Countries",
                        placeholder="All countries",
                        data=country_options(tables),
                        nothingFoundMessage="No such country in this file",
                        className="filter filter-countries",
                        **common,
                    ),
                    html.Div(
                        [
                            html.Span("Take part", className="filter-label", id="match-label"),
                            dmc.SegmentedControl(
                                id="match-mode",
                                data=[
                                    {"value": "any", "label": "any"},
                                    {"value": "all", "label": "all"},
                                ],
                                value="any",
                                size="sm",
                                **aria(labelledby="match-label"),
                            ),
                        ],
                        className="filter filter-match",
                    ),
                    dmc.MultiSelect(
                        id="type-filter",
                        label="Types",
                        placeholder="All types",
                        data=type_options(tables),
                        nothingFoundMessage="No such type in this file",
                        className="filter",
                        **common,
                    ),
                    dmc.MultiSelect(
                        id="status-filter",
                        label="Status",
                        placeholder="Any status",
                        data=list(STATUSES),
                        className="filter",
                        **common,
                    ),
                    dmc.TextInput(
                        id="text-filter",
                        label="Text",
                        placeholder="Words in title, place …",
                        debounce=200,
                        value="",
                        size="sm",
                        className="filter",
                    ),
                    dmc.TextInput(
                        id="known-on",
                        label="As known on",
                        placeholder="2023-10-20",
                        debounce=400,
                        value="",
                        size="sm",
                        className="filter",
                    ),
                ],
                className="filters",
            ),
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
