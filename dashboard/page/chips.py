"""Chips and switches as markup: links that remove a filter, or turn a choice on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import Markup, h, link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.choices import Chip, Switch


def draw_chips(chips: Iterable[Chip], both_ways: Switch | None) -> list[Markup]:
    """Return a link for each chip, and one from a direction of a dyad to both directions."""
    chips = tuple(chips)
    drawn = [_chip(chip) for chip in chips if not chip.reason]
    if both_ways:
        drawn.append(link(both_ways.query, both_ways.words, class_="button", title=both_ways.hint))
    return [*drawn, *(_chip(chip) for chip in chips if chip.reason)]


def draw_switches(switches: Iterable[Switch]) -> list[Markup]:
    """Return a link for each switch, marked if its choice is on."""
    return [
        link(
            switch.query,
            switch.words,
            class_="button switch is-on" if switch.is_on else "button switch",
            title=switch.hint,
            aria_current="true" if switch.is_on else None,
        )
        for switch in switches
    ]


def _chip(chip: Chip) -> Markup:
    return link(
        chip.query,
        h.span(chip.words),
        h.span("×", aria_hidden="true"),
        class_="chip chip-unknown" if chip.reason else "chip",
        title=f"{chip.reason}. Remove it." if chip.reason else f"Remove: {chip.words}",
    )
