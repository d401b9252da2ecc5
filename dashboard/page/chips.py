"""Chips: each says one thing that was chosen, and removes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dash import html

from dashboard.model.codes import Status
from dashboard.model.event_types import event_types
from dashboard.page.attributes import aria
from dashboard.page.links import link
from dashboard.query.choices import NODES

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.query.selection import Selection
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
        for name, row, value in selection.chosen()
        for words, rest in row.labels(value, tables)
        for without in [replace(selection, **{name: rest})]
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
                    html.Span(f"unknown {name}: {value}"),
                    html.Span("×", className="chip-cross", **aria(hidden="true")),
                ],
                replace(selection, unknown=rest),
                className="chip chip-unknown",
                title=f"{reason}. Remove it.",
            )
        )
    return found


FIRM = tuple(status.word for status in Status if not status.in_doubt)
"""Statuses of events that rest on more than one side's claim."""


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
