"""The tools of the timeline: lanes, axis, dates of the window, movement, play and the key."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard.markup import Markup, h
from dashboard.page.attributes import aria, data
from dashboard.page.filters import grouped
from dashboard.page.menus import menu
from dashboard.query.choices import AXES, LANES
from dashboard.query.options import lanes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.query.tables import Tables

_PRESETS = MappingProxyType({"month": "Month", "quarter": "Quarter", "year": "Year"})
_SPEEDS = MappingProxyType({"slow": "Slow", "normal": "Normal", "fast": "Fast"})
_STEPS = (
    ("‹", "Earlier", "earlier"),
    ("›", "Later", "later"),
    ("−", "Zoom out", "out"),
    ("+", "Zoom in", "in"),
    ("All", "Show the whole span", "fit"),
)
"""Label, name and ``data-zoom`` of each button that moves the window."""


def timeline_tools(tables: Tables) -> list[Component]:
    """Return the tools in the head line of the timeline, in two groups."""
    return [
        html.Div([_lanes(tables), segments("axis", AXES, "events", "Axis")], className="tools"),
        html.Span(id="titles-note", className="quiet"),
        html.Div([html.Div(id="window-dates"), _movement(), _more(), _key()], className="tools"),
    ]


def segments(id_: str, labels: Mapping[str, str], value: str, name: str) -> Component:
    """Return a choice of one among a few words, all in view."""
    component: Component = dmc.SegmentedControl(
        id=id_,
        data=[{"value": word, "label": label} for word, label in labels.items()],
        value=value,
        size="xs",
        **aria(label=name),
    )
    return component


def window_dates() -> list[Markup]:
    """Return the fields of the first and the last day of the window, which a script fills in."""
    fields = (
        h.input(
            id=f"window-{end}",
            class_="date-field",
            type="text",
            size=10,
            autocomplete="off",
            spellcheck="false",
            aria_label=f"{name} day in view, such as 2023-10 or 2023-10-13",
            title=f"{name} day in view: a year, a month or a day",
        )
        for end, name in (("from", "First"), ("to", "Last"))
    )
    first, last = fields
    return [first, h.span("–", aria_hidden="true"), last]


def _lanes(tables: Tables) -> Component:
    pins = dmc.MultiSelect(
        id="pinned-lanes",
        data=grouped(lanes(tables)),
        placeholder="Pin lanes on top",
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        size="sm",
        nothingFoundMessage="No such lane",
        comboboxProps={"shadow": "md", "withinPortal": False},
        **aria(label="Lanes on top, in this order"),
    )
    body = [
        segments("lane-by", LANES, "country", "Lanes by"),
        pins,
        dmc.Switch(id="open-others", label="All lanes", size="xs", checked=False),
        dmc.Switch(id="all-links", label="All links", size="xs", checked=False),
    ]
    return menu("Lanes by", body, shows="lane-by", shown=" country", className="plain")


def _movement() -> Component:
    buttons = [
        *(_button(text, label, zoom=step) for text, label, step in _STEPS),
        html.Button(
            "▶",
            id="play",
            className="button",
            type="button",
            title="Walk through the time, one stretch after the other",
            **aria(pressed="false", label="Play"),
        ),
    ]
    return html.Div(buttons, className="joined", role="group", **aria(label="Stretch of time"))


def _more() -> Component:
    presets = [_button(label, f"Show one {name}", preset=name) for name, label in _PRESETS.items()]
    body = [
        html.Div(presets, className="joined", role="group", **aria(label="One stretch")),
        html.Span("Speed of play", className="quiet", **aria(hidden="true")),
        segments("play-speed", _SPEEDS, "normal", "Speed of play"),
    ]
    return menu("⋯", body, name="Month, quarter, year, and speed of play", className="at-end")


def _key() -> Component:
    return html.Button("Key", className="button", type="button", **data(opens="key"))


def _button(text: str, label: str, **names: str) -> Component:
    return html.Button(
        text, className="button", type="button", title=label, **data(**names), **aria(label=label)
    )
