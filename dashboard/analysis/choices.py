"""Choices as plain words and link targets: a chip for each filter, and switches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.analysis.link_targets import query_of
from dashboard.model.codes import Status
from dashboard.query.choices import NODES
from dashboard.query.filters import FILTERS
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, pgettext
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from dashboard.query.filter import Filter
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

ESTABLISHED = tuple(status.word for status in Status if not status.in_doubt)
"""Statuses of the events that are not in doubt."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that was chosen.

    Attributes:
        words: the filter in words, names isolated.
        query: query string without this filter.
        reason: why a part of the query was not understood; an empty text for a filter.
    """

    words: str
    query: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """A link that turns a choice on or off.

    Attributes:
        words: label of the switch.
        query: query string to which the switch leads.
        hint: what following the link does.
        is_on: whether the choice is on.
    """

    words: str
    query: str
    hint: str
    is_on: bool = False


def list_chips(selection: Selection, tables: Tables) -> tuple[Chip, ...]:
    """Return a chip for each choice that no control shows, then one for each unknown part."""
    unknown = selection.unknown
    return (
        *(
            Chip(words, query_of(replace(selection, **{name: rest})))
            for name, row, value in selection.chosen()
            if row.control is None
            for words, rest in row.labels(value, tables)
        ),
        *(
            Chip(
                gettext(
                    "unknown {parameter}: {value}",
                    parameter=isolated(extract(part.name)),
                    value=isolated(extract(part.value)),
                ),
                query_of(replace(selection, unknown=tuple(u for u in unknown if u != part))),
                part.reason,
            )
            for part in unknown
        ),
    )


def menu_choices(selection: Selection, tables: Tables) -> dict[str, str]:
    """Return the words for the choice of each filter that has a menu, by the id of its control.

    >>> from dashboard import load
    >>> from dashboard.query.selection import Selection
    >>> tables = load("events.yaml")
    >>> choices = menu_choices(Selection.of(tables, country=["Japan", "Russia"]), tables)
    >>> choices["country-filter"], choices["type-filter"]
    (': Japan +1', '')
    """
    return {
        row.control.id: _in_short(row, getattr(selection, name), tables)
        for name, row in FILTERS.items()
        if row.control and row.control.kind in ("choices", "date")
    }


def _in_short(row: Filter, value: Any, tables: Tables) -> str:
    if value == row.default:
        return ""
    labels = [words for words, _ in row.labels(value, tables)] if row.many else [value]
    if len(labels) == 1:
        return pgettext("the choice, after the name of a menu", ": {choice}", choice=labels[0])
    return pgettext(
        "the choice and a number of others, after the name of a menu",
        ": {choice} +{n}",
        choice=labels[0],
        n=len(labels) - 1,
    )


def both_ways(selection: Selection) -> Switch | None:
    """Return the switch from one direction of a dyad to both.

    There is none for several dyads, nor where there is no other direction.
    """
    dyad = selection.dyads[0] if len(selection.dyads) == 1 else None
    if dyad is None or dyad.both or len(dyad.ends) != 2:
        return None
    both = replace(selection, dyads=(replace(dyad, both=True),), event="")
    words = pgettext("a button: acts in both directions of a dyad", "Both ways")
    return Switch(words, query_of(both), gettext("Acts of either on the other"))


def only_established(selection: Selection) -> Switch:
    """Return the switch that leaves out events in doubt, or shows them again."""
    is_on = set(selection.statuses) == set(ESTABLISHED)
    return Switch(
        gettext("Only confirmed and reported"),
        query_of(replace(selection, statuses=() if is_on else ESTABLISHED)),
        gettext("Show all statuses again")
        if is_on
        else gettext("Leave out what is alleged or disputed"),
        is_on,
    )


def choose_nodes(selection: Selection, tables: Tables) -> tuple[Switch, ...]:
    """Return the switches to countries or actors as nodes; none where the two are the same."""
    if tables.by_actor.ids == tables.by_country.ids:
        return ()
    hints = {
        "country": gettext("Persons and groups count for their country"),
        "actor": gettext("Persons and groups are nodes of their own"),
    }
    return tuple(
        Switch(
            gettext(words),
            query_of(at_level(selection, level, tables)),
            hints[level],
            selection.nodes == level,
        )
        for level, words in NODES.items()
    )


def at_level(selection: Selection, level: str, tables: Tables) -> Selection:
    """Return the selection with other nodes, without dyads or an act that these do not have."""
    known, after = tables.level(level).code, selection.after
    dyads = tuple(dyad for dyad in selection.dyads if all(end in known for end in dyad.ends))
    if after and after not in known and after not in tables.types:
        after = ""
    return replace(selection, nodes=level, dyads=dyads, after=after)
