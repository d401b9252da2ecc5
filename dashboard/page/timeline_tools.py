"""The tools of the timeline: choice of lanes, zoom, presets and play."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard.page.attributes import aria, data
from dashboard.page.filters import grouped
from dashboard.query.choices import LANES
from dashboard.query.options import lanes

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.query.tables import Tables

_PRESETS = {"month": "Month", "quarter": "Quarter", "year": "Year"}
_SPEEDS = {"slow": "Slow", "normal": "Normal", "fast": "Fast"}


def lane_tools(tables: Tables) -> Component:
    """Return the choice of lanes and of lanes on top, and switches for other lanes and links."""
    return html.Div(
        [
            html.Span("Lanes by", className="quiet", id="lanes-label"),
            dmc.SegmentedControl(
                id="lane-by",
                data=[{"value": value, "label": label} for value, label in LANES.items()],
                value="country",
                size="xs",
                **aria(labelledby="lanes-label"),
            ),
            dmc.MultiSelect(
                id="pinned-lanes",
                data=grouped(lanes(tables)),
                placeholder="Pin lanes on top",
                searchable=True,
                clearable=True,
                hidePickedOptions=True,
                size="xs",
                className="pins",
                nothingFoundMessage="No such lane",
                comboboxProps={"shadow": "md", "withinPortal": False},
                **aria(label="Lanes on top, in this order"),
            ),
            dmc.Switch(id="open-others", label="All lanes", size="xs", checked=False),
            dmc.Switch(id="all-links", label="All links", size="xs", checked=False),
        ],
        className="tools",
    )


def movement_tools() -> Component:
    """Return zoom, presets and play."""
    return html.Div(
        [
            html.Div(
                [
                    _button("−", "Zoom out", zoom="out"),
                    _button("+", "Zoom in", zoom="in"),
                    *(
                        _button(label, f"Show one {name}", preset=name)
                        for name, label in _PRESETS.items()
                    ),
                    _button("All", "Show the whole span", zoom="fit"),
                ],
                className="tools",
                role="group",
                **aria(label="Stretch of time"),
            ),
            html.Div(
                [
                    html.Button(
                        "▶ Play",
                        id="play",
                        className="button",
                        type="button",
                        title="Walk through the time, one stretch after the other",
                        **aria(pressed="false"),
                    ),
                    dmc.SegmentedControl(
                        id="play-speed",
                        data=[{"value": value, "label": label} for value, label in _SPEEDS.items()],
                        value="normal",
                        size="xs",
                        **aria(label="Speed"),
                    ),
                ],
                className="tools",
                role="group",
                **aria(label="Play"),
            ),
        ],
        className="movement",
    )


def _button(text: str, label: str, **names: str) -> Component:
    return html.Button(
        text, className="button", type="button", title=label, **data(**names), **aria(label=label)
    )
