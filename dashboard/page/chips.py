"""Chips: each says one thing that was chosen, and removes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dash import html

from dashboard.model.event_types import event_types
from dashboard.model.problems import shown
from dashboard.page.attributes import aria
from dashboard.page.links import link
from dashboard.query.selection import NODES, Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.query.tables import Tables


def chips(selection: Selection, tables: Tables) -> list[Component]:
    """Return a chip for each choice, and a link that clears them all."""
    found: list[Component] = [
        link(
            [html.Span(words), html.Span("×", className="chip-cross", **aria(hidden="true"))],
            without,
            className="chip",
            title=f"Remove: {words}",
        )
        for words, without in _choices(selection, tables)
    ]
    dyad = selection.dyad
    if dyad and not dyad.both and len(dyad.ends) == 2:
        both = replace(selection, dyad=replace(dyad, both=True), event="")
        found.append(
            link("Both ways", both, className="button", title="Acts of either on the other")
        )
    for part in selection.unknown:
        name, value, reason = part
        rest = tuple(other for other in selection.unknown if other != part)
        found.append(
            link(
                [
                    html.Span(f"unknown {shown(name)}: {shown(value)}"),
                    html.Span("×", className="chip-cross", **aria(hidden="true")),
                ],
                replace(selection, unknown=rest),
                className="chip chip-unknown",
                title=f"{reason}. Remove it.",
            )
        )
    return found


FIRM = ("confirmed", "reported")
"""Statuses of events that stand on more than somebody's claim."""


def firm_switch(selection: Selection) -> Component:
    """Return the link that leaves only confirmed and reported events, or takes that back."""
    is_on = set(selection.statuses) == set(FIRM)
    return link(
        "Only confirmed and reported",
        replace(selection, statuses=() if is_on else FIRM),
        className="button switch is-on" if is_on else "button switch",
        title="Show all statuses again" if is_on else "Leave out what is alleged or disputed",
        **(aria(current="true") if is_on else {}),
    )


def nodes_switch(selection: Selection, tables: Tables) -> list[Component]:
    """Return the links that make countries or actors the nodes, where that makes a difference."""
    if tables.by_actor.ids == tables.by_country.ids:
        return []
    return [
        link(
            words,
            at_level(selection, level, tables),
            className="button switch is-on" if selection.nodes == level else "button switch",
            title="Persons and groups count for their country"
            if level == "country"
            else "Persons and groups stand for themselves",
            **(aria(current="true") if selection.nodes == level else {}),
        )
        for level, words in NODES.items()
    ]


def at_level(selection: Selection, level: str, tables: Tables) -> Selection:
    """Return the selection with other nodes, without a dyad or an act that these do not have."""
    known = tables.level(level).code
    dyad, after = selection.dyad, selection.after
    if dyad and not all(end in known for end in dyad.ends):
        dyad = None
    if after and after not in known and after not in event_types():
        after = ""
    return replace(selection, nodes=level, dyad=dyad, after=after)


def cleared(selection: Selection) -> Selection:
    """Return the selection that filters nothing, its lanes kept."""
    return Selection(**(selection.view | {"event": ""}))


def _choices(selection: Selection, tables: Tables) -> Iterator[tuple[str, Selection]]:
    names = tables.actor_names
    types = event_types()
    for id_ in selection.countries:
        rest = tuple(other for other in selection.countries if other != id_)
        yield names.get(id_, id_), replace(selection, countries=rest)
    for id_ in selection.actors:
        rest = tuple(other for other in selection.actors if other != id_)
        yield f"with {names.get(id_, id_)}", replace(selection, actors=rest)
    if selection.dyad:
        yield selection.dyad.in_words(names), replace(selection, dyad=None)
    for kind in selection.types:
        rest = tuple(other for other in selection.types if other != kind)
        yield types[kind].label, replace(selection, types=rest)
    for status in selection.statuses:
        rest = tuple(other for other in selection.statuses if other != status)
        yield status, replace(selection, statuses=rest)
    if selection.text:
        yield f"“{selection.text}”", replace(selection, text="")
    if selection.as_known_on:
        yield f"as known on {selection.as_known_on}", replace(selection, as_known_on="")
    if selection.window:
        yield selection.window.in_words(), replace(selection, window=None)
