"""The tools of the timeline: lanes, axis, dates of the window, movement, play and the key."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import html

from dashboard.markup import Markup, h
from dashboard.page.attributes import aria, data, tip
from dashboard.page.filters import DATE_FORMAT, grouped, several
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
    ("earlier", "‹", "Earlier", "Earlier: half a window back"),
    ("later", "›", "Later", "Later: half a window on"),
    ("out", "−", "Zoom out", "Zoom out"),
    ("in", "+", "Zoom in", "Zoom in"),
    ("fit", "", "All", "All: the whole span"),
)
"""``data-zoom``, sign, name and tooltip of each button that moves the window; a button without a
sign shows its name."""


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
        h.label(
            label,
            h.input(
                id=f"window-{end}",
                class_="date-field",
                type="text",
                size=10,
                autocomplete="off",
                spellcheck="false",
                aria_describedby="window-format",
            ),
        )
        for end, label in (("from", "From"), ("to", "To"))
    )
    return [*fields, h.span(DATE_FORMAT, id="window-format", class_="only-heard")]


def _lanes(tables: Tables) -> Component:
    pins = several(
        "pinned-lanes",
        "Lanes on top, in this order",
        grouped(lanes(tables)),
        placeholder="Pin lanes on top",
        nothing="No such lane",
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
        *(_button(name, help_, sign, zoom=step) for step, sign, name, help_ in _STEPS),
        html.Button(
            "▶",
            id="play",
            type="button",
            **tip("Walk through the time, one stretch after the other", "button"),
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


def _button(name: str, help_: str, sign: str = "", **names: str) -> Component:
    """Return a button; a narrow one shows its sign in place of its name."""
    words = [html.Span(sign, **aria(hidden="true")), html.Span(name)] if sign else name
    return html.Button(words, type="button", **tip(help_, "button"), **data(**names))
