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
from dashboard.words.language import gettext, gettext_noop, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.query.tables import Tables

_PRESETS = MappingProxyType(
    {
        "month": (
            pgettext_noop("length of the window", "Month"),
            gettext_noop("Show one month"),
        ),
        "quarter": (
            pgettext_noop("length of the window", "Quarter"),
            gettext_noop("Show one quarter"),
        ),
        "year": (pgettext_noop("length of the window", "Year"), gettext_noop("Show one year")),
    }
)
"""English name and tooltip of each button that sets the length of the window."""
_SPEEDS = MappingProxyType(
    {
        "slow": pgettext_noop("speed of play", "Slow"),
        "normal": pgettext_noop("speed of play", "Normal"),
        "fast": pgettext_noop("speed of play", "Fast"),
    }
)
_LANES_BY = MappingProxyType(
    {
        "country": gettext_noop("Lanes by country"),
        "actor": gettext_noop("Lanes by actor"),
        "type": gettext_noop("Lanes by type"),
        "status": gettext_noop("Lanes by status"),
    }
)
"""English words of the menu of the lanes, by the chosen lanes."""
_STEPS = (
    (
        "earlier",
        "‹",
        pgettext_noop("a button that moves the window", "Earlier"),
        pgettext_noop("a button that moves the window", "Earlier: half a window back"),
    ),
    (
        "later",
        "›",
        pgettext_noop("a button that moves the window", "Later"),
        pgettext_noop("a button that moves the window", "Later: half a window on"),
    ),
    (
        "out",
        "−",
        pgettext_noop("a button that moves the window", "Zoom out"),
        pgettext_noop("a button that moves the window", "Zoom out"),
    ),
    (
        "in",
        "+",
        pgettext_noop("a button that moves the window", "Zoom in"),
        pgettext_noop("a button that moves the window", "Zoom in"),
    ),
    (
        "fit",
        "",
        pgettext_noop("a button that moves the window", "All"),
        pgettext_noop("a button that moves the window", "All: the whole span"),
    ),
)
"""``data-zoom``, character, and English name and tooltip of each button that moves the window; a
button without a character shows its name."""


def timeline_tools(tables: Tables) -> list[Component]:
    """Return the tools in the head line of the timeline, in two groups."""
    axes = {axis: pgettext("division of the time axis", label) for axis, label in AXES.items()}
    return [
        html.Div(
            [_lanes(tables), segments("axis", axes, "events", pgettext("the time axis", "Axis"))],
            className="tools",
        ),
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
        for end, label in (
            ("from", pgettext("the first day of the window", "From")),
            ("to", pgettext("the last day of the window", "To")),
        )
    )
    return [*fields, h.span(gettext(DATE_FORMAT), id="window-format", class_="only-heard")]


def _lanes(tables: Tables) -> Component:
    pins = several(
        "pinned-lanes",
        gettext("Lanes on top, in this order"),
        grouped(lanes(tables)),
        placeholder=pgettext("a field without a choice", "Pin lanes on top"),
        nothing=gettext("No such lane"),
    )
    words = pgettext("before: Country, Actor, Type or Status", "Lanes by")
    kinds = {lane: pgettext("a choice after: Lanes by", label) for lane, label in LANES.items()}
    body = [
        segments("lane-by", kinds, "country", words),
        pins,
        dmc.Switch(
            id="open-others",
            label=pgettext("a switch: shows all lanes", "All lanes"),
            size="xs",
            checked=False,
        ),
        dmc.Switch(
            id="all-links",
            label=pgettext("a switch: shows all links", "All links"),
            size="xs",
            checked=False,
        ),
    ]
    return menu("", body, shows="lane-by", shown=name_lanes("country"), className="plain")


def name_lanes(by: str) -> str:
    """Return the words of the menu of the lanes: ``Lanes by country``."""
    return gettext(_LANES_BY[by])


def _movement() -> Component:
    buttons = [
        *(
            _button(
                pgettext("a button that moves the window", name),
                pgettext("a button that moves the window", help_),
                sign,
                zoom=step,
            )
            for step, sign, name, help_ in _STEPS
        ),
        html.Button(
            "▶",
            id="play",
            type="button",
            **tip(gettext("Walk through the time, one stretch after the other"), "button"),
            **aria(pressed="false", label=pgettext("a button: plays the timeline", "Play")),
        ),
    ]
    return html.Div(
        buttons, className="joined", role="group", **aria(label=gettext("Stretch of time"))
    )


def _more() -> Component:
    presets = [
        _button(pgettext("length of the window", label), gettext(help_), preset=name)
        for name, (label, help_) in _PRESETS.items()
    ]
    speeds = {speed: pgettext("speed of play", label) for speed, label in _SPEEDS.items()}
    body = [
        html.Div(
            presets,
            className="joined",
            role="group",
            **aria(label=pgettext("a month, a quarter or a year", "One stretch")),
        ),
        html.Span(gettext("Speed of play"), className="quiet", **aria(hidden="true")),
        segments("play-speed", speeds, "normal", gettext("Speed of play")),
    ]
    return menu(
        "⋯", body, name=gettext("Month, quarter, year, and speed of play"), className="at-end"
    )


def _key() -> Component:
    return html.Button(
        pgettext("a button: opens the meaning of the signs", "Key"),
        className="button",
        type="button",
        **data(opens="key"),
    )


def _button(name: str, help_: str, sign: str = "", **names: str) -> Component:
    """Return a button; a narrow one shows its sign in place of its name."""
    words = [html.Span(sign, **aria(hidden="true")), html.Span(name)] if sign else name
    return html.Button(words, type="button", **tip(help_, "button"), **data(**names))
