"""Sequences: what followed the acts of a type or an actor, and how often it would anyway."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.sequences import MOST_PAIRS, sequences
from dashboard.model.codes import Role
from dashboard.model.dates import words_of
from dashboard.model.event_types import event_types, types_by_quad_class
from dashboard.page.links import follow
from dashboard.page.markup import Markup, element
from dashboard.words.numbers import count, percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.relations.sequences import Pair, Reaction, Sequences
    from dashboard.query.columns import BoolArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_DAYS = (1, 3, 7, 14, 30, 90, 365)
_MOST_ACTORS, _MOST_ROWS = 60, 40
_FEW = 3
"""Actors and pairs up to which what they did is open at first."""
_CAUTION = "This shows order in time, not cause."


def sequence_view(tables: Tables, selection: Selection, visible: BoolArray) -> list[Markup]:
    """Return the choice of what came first, and what others did after it."""
    parts = [_choices(tables, selection, visible)]
    if not selection.after:
        words = f"Choose a type of event or an actor to see what others did after it. {_CAUTION}"
        return [*parts, element("p", {"class": "empty"}, words)]
    level = tables.level(selection.nodes)
    found = sequences(tables, level, visible, selection.after, selection.within)
    parts.append(element("p", {}, _lead(found, selection)))
    if found.reactions:
        # What is behind a few numbers should not need a click.
        is_open = len(found.reactions) <= _FEW
        rows = [
            _row(tables, level.names, selection, one, is_open=is_open and one.n <= _FEW)
            for one in found.reactions[:_MOST_ROWS]
        ]
        parts.append(element("ul", {"class": "reactions"}, *rows))
    parts.append(element("p", {"class": "quiet"}, _NOTE))
    return parts


_NOTE = (
    "The base rate is the share of all moments in view that such an event of the actor follows "
    "within as many days, whatever came before. Acts in which the actor itself acts are "
    "left out. Where a date is not exact, what began on the same day counts as following."
)


def _lead(found: Sequences, selection: Selection) -> str:
    if not found.acts:
        return f"There is no such act in view. {_CAUTION}"
    acts = f"{count(found.acts, 'act')} in view"
    late = f", {found.too_late:,} of them too late to tell" if found.too_late else ""
    days = count(selection.within, "day")
    if not found.reactions:
        return f"{acts}{late}; nobody else acted within {days} of any. {_CAUTION}"
    few = " So few say little." if found.acts - found.too_late < 3 else ""
    return f"{acts}{late}. {_CAUTION}{few} Within {days} acted:"


def _row(
    tables: Tables, names: tuple[str, ...], selection: Selection, one: Reaction, *, is_open: bool
) -> Markup:
    rate = "not known" if isnan(one.base_rate) else percent(one.base_rate)
    words = f"after {one.n:,} of {one.of:,} ({percent(one.n / one.of)}), base rate {rate}"
    shown = f"; the latest {MOST_PAIRS}" if one.n > MOST_PAIRS else ""
    return element(
        "li",
        {},
        element(
            "details",
            {"open": "" if is_open else None},
            element("summary", {}, element("b", {}, names[one.node]), f" {words}{shown}"),
            element(
                "ul", {"class": "links"}, *(_pair(tables, selection, pair) for pair in one.pairs)
            ),
        ),
    )


def _pair(tables: Tables, selection: Selection, pair: Pair) -> Markup:
    ids, titles, dates = (tables.events[name].to_numpy() for name in ("id", "title", "date"))
    if pair.days == 0:
        when = "while it lasted or on the same day"
    else:
        when = f"{count(pair.days, 'day')} later"
    said = ", which answers it by the file's own links" if pair.linked else ""
    return element(
        "li",
        {},
        _event(selection, ids[pair.act], titles[pair.act]),
        f" → {words_of(dates[pair.reaction])}, {when}: ",
        _event(selection, ids[pair.reaction], titles[pair.reaction]),
        said,
    )


def _event(selection: Selection, id_: str, title: str) -> Markup:
    return element("a", {"href": follow(replace(selection, event=id_))}, title)


def _choices(tables: Tables, selection: Selection, visible: BoolArray) -> Markup:
    """Return the choice of what came first and of the days; an option's value is its address."""
    level = tables.level(selection.nodes)
    counts = np.bincount(tables.type_code[visible], minlength=len(event_types())).tolist()
    occurring = dict(zip(event_types(), counts, strict=True))
    acting = level.members.role == Role.ACTOR
    acting &= visible[level.members.event]
    acts = np.bincount(level.members.group[acting], minlength=len(level.ids))
    busiest = np.argsort(-acts, kind="stable")[:_MOST_ACTORS]
    groups = {
        label: [
            (kind.id, f"{kind.label} ({occurring[kind.id]:,})")
            for kind in kinds
            if occurring[kind.id] or kind.id == selection.after
        ]
        for label, kinds in types_by_quad_class().items()
    }
    groups["Any act of"] = [
        (level.ids[code], f"{level.names[code]} ({acts[code]:,})")
        for code in busiest.tolist()
        if acts[code]
    ]
    known = {id_ for options in groups.values() for id_, _ in options}
    first = [] if selection.after else [_option("Choose …", selection, chosen=True)]
    if selection.after and selection.after not in known:
        name = tables.actor_names.get(selection.after, selection.after)
        groups["Not in view"] = [(selection.after, name)]
    options = [
        element(
            "optgroup",
            {"label": label},
            *(
                _option(words, replace(selection, after=id_), chosen=id_ == selection.after)
                for id_, words in some
            ),
        )
        for label, some in groups.items()
        if some
    ]
    days = sorted({*_DAYS, selection.within})
    return element(
        "div",
        {"class": "sequence-choices"},
        element("label", {}, "After ", element("select", {"data-follow": ""}, *first, *options)),
        element(
            "label", {}, "within ", element("select", {"data-follow": ""}, *_days(days, selection))
        ),
    )


def _days(days: Iterable[int], selection: Selection) -> list[Markup]:
    return [
        _option(
            count(n, "day"),
            replace(selection, within=n),
            chosen=n == selection.within,
        )
        for n in days
    ]


def _option(words: str, selection: Selection, *, chosen: bool) -> Markup:
    value = follow(selection).removeprefix("?")
    return element("option", {"value": value, "selected": "" if chosen else None}, words)
