"""The selection: what the reader of the page chose, as URL, as filter and in words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote_plus, urlencode

import numpy as np

from dashboard.model.book import STATUSES
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.dyad import Dyad
from dashboard.query.matching import has_actors, has_code, has_countries, has_dyad
from dashboard.query.months import months_of
from dashboard.query.parameters import (
    LANES,
    LINKS,
    MATCHES,
    NODES,
    OTHERS,
    QUERY_NAMES,
    RELATIONS,
    WITHIN,
    Unknown,
    read_query,
)
from dashboard.query.window import Window
from dashboard.words.lists import listed
from dashboard.words.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.columns import BoolArray
    from dashboard.query.tables import Tables

VIEW = ("lanes", "pins", "others", "links", "nodes", "relations", "after", "within")
"""Fields that say how events are shown; clearing the filters keeps them."""
_SAFE = ":*"
"""What stands in a query as it is, though it need not."""
__all__ = [
    "LANES",
    "LINKS",
    "MATCHES",
    "NODES",
    "OTHERS",
    "QUERY_NAMES",
    "RELATIONS",
    "Selected",
    "Selection",
    "Unknown",
]


class Selected(NamedTuple):
    """Which events a selection picks, one flag for each row of ``Tables.events``.

    Attributes:
        matching: passes all filters, at whatever time.
        visible: passes all filters and overlaps the window.
    """

    matching: BoolArray
    visible: BoolArray


class Scope(NamedTuple):
    """Which events the charts of relations stand for, one flag for each event.

    A mark says how many events it stands for, and a click on it lists as many: so what a click
    would set is left out of account.

    Attributes:
        related: in view, whatever dyad is chosen: those of an edge, a cell or a row.
        around: in view, whatever dyad and nodes are chosen: those of a node.
    """

    related: BoolArray
    around: BoolArray


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose; each field bears the name it has in the URL, in the plural if many.

    Attributes:
        countries: ids of countries (or organisations of no country).
        match: a key of ``MATCHES``.
        types: ids of event types.
        statuses: statuses.
        text: words that all must occur in title, description, place or tags.
        actors: ids of actors who must all take part, in whatever role.
        dyad: only events in which the one acts on the other; of countries or actors, as ``nodes``
            says.
        window: the stretch of time in view; ``None`` is all of it.
        event: id of the event whose card is open, or an empty text.
        lanes: what the timeline has lanes for, a key of ``LANES``.
        pins: ids of the lanes that stand on top, in this order.
        others: what becomes of lanes beyond the most, a key of ``OTHERS``.
        links: which links between events are drawn, a key of ``LINKS``.
        nodes: what the relations are between, a key of ``NODES``.
        relations: how the relations are shown, a key of ``RELATIONS``.
        after: id of an event type or an actor: what followed upon it.
        within: days in which something followed.
        as_known_on: an EDTF date; what was not public by its end is left out.
        unknown: parts of the query that mean nothing here.
    """

    countries: tuple[str, ...] = ()
    match: str = "any"
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    actors: tuple[str, ...] = ()
    dyad: Dyad | None = None
    window: Window | None = None
    event: str = ""
    lanes: str = "country"
    pins: tuple[str, ...] = ()
    others: str = "folded"
    links: str = "chain"
    nodes: str = "country"
    relations: str = "network"
    after: str = ""
    within: int = WITHIN
    as_known_on: str = ""
    unknown: tuple[Unknown, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Give equal choices one form, so that they are equal and have one URL."""
        for name in ("countries", "types", "statuses", "actors", "pins"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "text", " ".join(self.text.split()))
        if self.window is not None and self.window.is_unlimited:
            object.__setattr__(self, "window", None)

    @classmethod
    def from_query(cls, query: str | Iterable[tuple[str, str]], tables: Tables) -> Selection:
        """Read a query string, or its pairs of name and value.

        Countries may go by any name that an events file may use. What means nothing with these
        tables is gathered in ``unknown``.
        """
        fields, unknown = read_query(query, tables)
        return cls(**fields, unknown=unknown)

    def to_query(self) -> str:
        """Return the query string, without ``?``: only what differs from the default."""
        begin, end = self.window.texts() if self.window else ("", "")
        pairs = [
            *(("country", id_) for id_ in self.countries),
            ("match", self.match if self.match != "any" else ""),
            *(("type", id_) for id_ in self.types),
            *(("status", status) for status in self.statuses),
            ("text", self.text),
            *(("actor", id_) for id_ in self.actors),
            ("dyad", self.dyad.text() if self.dyad else ""),
            ("from", begin),
            ("to", end),
            ("event", self.event),
            ("lanes", self.lanes if self.lanes != "country" else ""),
            *(("pin", id_) for id_ in self.pins),
            ("others", self.others if self.others != "folded" else ""),
            ("links", self.links if self.links != "chain" else ""),
            ("nodes", self.nodes if self.nodes != "country" else ""),
            ("relations", self.relations if self.relations != "network" else ""),
            ("after", self.after),
            ("within", str(self.within) if self.within != WITHIN else ""),
            ("as_known_on", self.as_known_on),
        ]
        given = [(name, value) for name, value in pairs if value]
        return urlencode(given, safe=_SAFE, errors="replace")

    def queries_of_dyads(self, dyads: Iterable[str]) -> list[str]:
        """Return the query of this selection for each of many dyads, no event being open."""
        template = replace(self, dyad=Dyad(_GAP, _GAP), event="").to_query()
        return _filled(template, f"dyad={_GAP}:{_GAP}", "dyad", dyads)

    def queries_of_nodes(self, nodes: Iterable[str]) -> list[str]:
        """Return the query of this selection for each of many countries or actors alone."""
        if self.nodes == "actor":
            chosen = replace(self.of_anyone, actors=(_GAP,), event="")
            return _filled(chosen.to_query(), f"actor={_GAP}", "actor", nodes)
        chosen = replace(self.of_anyone, countries=(_GAP,), event="")
        return _filled(chosen.to_query(), f"country={_GAP}", "country", nodes)

    @property
    def of_any_dyad(self) -> Selection:
        """This selection with whatever dyad: what the charts of relations show."""
        return replace(self, dyad=None) if self.dyad else self

    @property
    def of_anyone(self) -> Selection:
        """This selection with whatever dyad and nodes."""
        if self.nodes == "actor":
            return replace(self, actors=(), dyad=None)
        return replace(self, countries=(), match="any", dyad=None)

    def apply(self, tables: Tables) -> Selected:
        """Return which events the selection picks."""
        matching = np.ones(len(tables.events), dtype=bool)
        if self.countries:
            matching &= has_countries(tables, self.countries, self.match)
        if self.types:
            matching &= has_code(tables.type_code, _positions(self.types, event_types()))
        if self.statuses:
            matching &= has_code(tables.status_code, _positions(self.statuses, STATUSES))
        if self.text:
            matching &= tables.text.matches(self.text)
        if self.dyad:
            matching &= has_dyad(tables.level(self.nodes), self.dyad)
        if self.actors:
            matching &= has_actors(tables, self.actors)
        if self.as_known_on:
            matching &= tables.events["known"].to_numpy() < parse_date(self.as_known_on).upper
        if self.window is None:
            return Selected(matching, matching)
        overlaps = (tables.lower < self.window.upper) & (tables.upper > self.window.lower)
        return Selected(matching, matching & overlaps)

    def scope(self, tables: Tables, selected: Selected | None = None) -> Scope:
        """Return which events the charts of relations stand for; ``selected`` is this selection."""
        known = {self: selected or self.apply(tables)}
        related, around = (
            known.get(wider) or wider.apply(tables) for wider in (self.of_any_dyad, self.of_anyone)
        )
        return Scope(related.visible, around.visible)

    def describe(self, tables: Tables, selected: Selected | None = None) -> str:
        """Return the selection in words: ``5 of 16 events · Japan · Aug 2023 – Oct 2024``."""
        visible = (selected or self.apply(tables)).visible
        counted = count_of(int(np.count_nonzero(visible)), len(visible), "event")
        return " · ".join([counted, *self.criteria(tables), *self._time_in_words(tables, visible)])

    def criteria(self, tables: Tables) -> list[str]:
        """Return each filter but the window in words."""
        names = tables.actor_names
        types = event_types()
        words = []
        if self.countries:
            joint = "and" if self.match == "all" else "or"
            words.append(listed([names.get(id_, id_) for id_ in self.countries], joint))
        words.extend(f"with {names.get(id_, id_)}" for id_ in self.actors)
        if self.dyad:
            words.append(self.dyad.in_words(names))
        if self.types:
            labels = (types[id_].label if id_ in types else id_ for id_ in self.types)
            words.append(listed(labels, "or"))
        if self.statuses:
            words.append(listed(map(_status_in_words, self.statuses), "or"))
        if self.text:
            words.append(f"“{self.text}”")
        if self.as_known_on:
            words.append(f"as known on {self.as_known_on}")
        return words

    def _time_in_words(self, tables: Tables, visible: BoolArray) -> list[str]:
        if self.window is not None:
            return [self.window.in_words()]
        return [months_of(tables, np.flatnonzero(visible))] if visible.any() else []

    @property
    def view(self) -> dict[str, Any]:
        """The fields that say how events are shown, not which."""
        return {name: getattr(self, name) for name in ("event", *VIEW)}


_GAP = "_"
"""Stands in a template for what is filled in; the ``=`` before it occurs in no value."""


def _status_in_words(id_: str) -> str:
    label = STATUS_LABELS.get(id_)
    return label.inline if label else id_


def _filled(template: str, gap: str, name: str, values: Iterable[str]) -> list[str]:
    before, _, after = template.partition(gap)
    texts = (quote_plus(value, safe=_SAFE, errors="replace") for value in values)
    return [f"{before}{name}={text}{after}" for text in texts]


def _positions(chosen: tuple[str, ...], known: Iterable[str]) -> list[int]:
    """Return the positions of those chosen that are known."""
    return [position for position, word in enumerate(known) if word in chosen]
