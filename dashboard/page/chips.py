"""Chips and switches as markup: links that remove a filter, or turn a choice on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import Markup, h, link
from dashboard.page.attributes import IN_ENGLISH
from dashboard.query.filters import FILTERS
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.choices import Chip, Switch
    from dashboard.query.filter import Unknown


def draw_chips(chips: Iterable[Chip], both_ways: Switch | None) -> list[Markup]:
    """Return a link for each filter, and one from a direction of a dyad to both directions."""
    drawn = [_chip(chip) for chip in chips if not chip.reason]
    if both_ways:
        drawn.append(link(both_ways.query, both_ways.words, class_="button", **_hint(both_ways)))
    return drawn


def draw_unknown(chips: Iterable[Chip]) -> list[Markup]:
    """Return a link for each part of a query that is not valid, with the reason beside it."""
    return [
        h.p(
            _chip(chip, class_="chip chip-unknown", aria_describedby=f"unknown-{number}"),
            h.span(chip.reason, id=f"unknown-{number}", **IN_ENGLISH),
        )
        for number, chip in enumerate(chip for chip in chips if chip.reason)
    ]


def draw_window_problems(unknown: Iterable[Unknown]) -> list[Markup]:
    """Return why an end of the window is not valid, for ``assets/modules/window_dates.mjs``.

    >>> from dashboard.query.filter import Unknown
    >>> draw_window_problems([Unknown("from", "soon", '"soon" is not a valid date')])[0][2]
    ['"soon" is not a valid date']
    """
    return [
        h.p(
            part.reason,
            id=f"window-{part.name}-problem",
            data_value=part.value,
            **IN_ENGLISH,
        )
        for part in unknown
        if part.name in FILTERS["window"].names
    ]


def draw_switches(switches: Iterable[Switch]) -> list[Markup]:
    """Return a link for each switch, marked if its choice is on."""
    return [
        link(
            switch.query,
            switch.words,
            class_="button switch is-on" if switch.is_on else "button switch",
            **_hint(switch),
            aria_current="true" if switch.is_on else None,
        )
        for switch in switches
    ]


def _hint(switch: Switch) -> dict[str, str]:
    return {"data_tip": switch.hint, "aria_description": switch.hint}


def _chip(chip: Chip, **attributes: str) -> Markup:
    return link(
        chip.query,
        h.span(chip.words),
        h.span("×", aria_hidden="true"),
        aria_label=gettext("Remove {choice}", choice=chip.words),
        **{"class_": "chip"} | attributes,
    )
