"""The selection: the filters and view choices of a reader, as URL, as masks and in words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode

import numpy as np

from dashboard.model.dates import parse_date
from dashboard.query.choices import (
    CHANGES,
    LANES,
    LINKS,
    MANY_NODES,
    MATCHES,
    NODES,
    OTHERS,
    RELATIONS,
)
from dashboard.query.dyad import Dyad
from dashboard.query.filter import SelectionError, Unknown, read_query
from dashboard.query.filters import FILTERS, QUERY_NAMES, Choices
from dashboard.query.known import as_known_on, count_undated
from dashboard.query.matching import is_known
from dashboard.query.months import months_of
from dashboard.query.selected import Scope, Selected
from dashboard.words.language import ngettext
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.columns import BoolArray
    from dashboard.query.filter import Filter
    from dashboard.query.tables import Tables

__all__ = [
    "CHANGES",
    "LANES",
    "LINKS",
    "MATCHES",
    "NODES",
    "OTHERS",
    "QUERY_NAMES",
    "RELATIONS",
    "Scope",
    "Selected",
    "Selection",
    "SelectionError",
    "Unknown",
]
_SAFE = ":*/,"
"""Characters left unescaped in query strings, so that ``dyad=RUS:PRK`` stays readable."""
_GAP = "_"
"""Placeholder in a template; the ``=`` before it occurs in no value."""


@dataclass(frozen=True, slots=True)
class Selection(Choices):
    """The choices of a reader; the fields are those of ``Choices``, the table of filters.

    Attributes:
        unknown: parts of the query that are not valid here.

    Example:
        >>> Selection(countries=("JPN",), match="all").to_query()
        'country=JPN&match=all'
    """

    unknown: tuple[Unknown, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Give equal choices one form, so that they are equal and have one URL."""
        for name, row in FILTERS.items():
            if row.many:
                object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "text", " ".join(self.text.split()))
        if self.window is not None and self.window.is_unlimited:
            object.__setattr__(self, "window", None)

    @classmethod
    def of(cls, tables: Tables, **chosen: str | int | Iterable[str]) -> Selection:
        """Return the selection for names of the URL; ``from_`` and ``to`` are the window.

        Args:
            tables: the events file, which knows the names of actors.
            chosen: values by the names of the URL; several values as a list.

        Raises:
            SelectionError: where a name or a value means nothing with these tables.

        >>> from dashboard import load
        >>> Selection.of(load("events.yaml"), country=["Japan", "ROK"], match="all").countries
        ('JPN', 'KOR')
        """
        pairs = [
            (name.rstrip("_"), str(value))
            for name, values in chosen.items()
            for value in ([values] if isinstance(values, str | int) else values)
        ]
        return cls.from_query(pairs, tables)

    @classmethod
    def from_query(
        cls, query: str | Iterable[tuple[str, str]], tables: Tables, *, strict: bool = True
    ) -> Selection:
        """Read a query string, or its pairs of name and value.

        Args:
            query: the query string, with or without ``?``; or its pairs.
            tables: the events file, which knows the names of actors.
            strict: whether to refuse parts that mean nothing, rather than to keep them in
                ``unknown``.

        Raises:
            SelectionError: if ``strict`` and a part means nothing with these tables.
        """
        values, unknown = read_query(query, tables, FILTERS)
        if strict and unknown:
            raise SelectionError(unknown)
        return cls(**values, unknown=unknown)

    def chosen(self) -> list[tuple[str, Filter, Any]]:
        """Return field, row and value of each choice that differs from the default."""
        found = ((name, row, getattr(self, name)) for name, row in FILTERS.items())
        return [(name, row, value) for name, row, value in found if value != row.default]

    def to_query(self) -> str:
        """Return the query string, without ``?``: only what differs from the default."""
        pairs = [pair for _, row, value in self.chosen() for pair in row.pairs(value)]
        return urlencode(pairs, safe=_SAFE, errors="replace")

    def queries_of_dyads(self, dyads: Iterable[str]) -> list[str]:
        """Return the query of this selection for each of many dyads alone, no event being open."""
        template = replace(self, dyads=(Dyad(_GAP, _GAP),), event="").to_query()
        return _filled(template, f"dyad={_GAP}:{_GAP}", "dyad", dyads)

    def queries_of_nodes(self, nodes: Iterable[str]) -> list[str]:
        """Return the query of this selection for each of many countries or actors alone."""
        if self.nodes == "actor":
            chosen = replace(self.of_anyone, actors=(_GAP,), event="")
            return _filled(chosen.to_query(), f"actor={_GAP}", "actor", nodes)
        chosen = replace(self.of_anyone, countries=(_GAP,), event="")
        return _filled(chosen.to_query(), f"country={_GAP}", "country", nodes)

    def view_of_relations(self, tables: Tables) -> str:
        """Return the view of the relations: the chosen one, or the first one for so many actors.

        >>> from dashboard import load
        >>> Selection().view_of_relations(load("events.yaml"))
        'network'
        """
        is_large = tables.level(self.nodes).related >= MANY_NODES
        return self.relations or ("matrix" if is_large else "network")

    @property
    def of_any_dyad(self) -> Selection:
        """This selection without its dyads: what the charts of relations show."""
        return replace(self, dyads=()) if self.dyads else self

    @property
    def of_anyone(self) -> Selection:
        """This selection without its dyads and nodes."""
        if self.nodes == "actor":
            return replace(self, actors=(), dyads=())
        return replace(self, countries=(), match="any", dyads=())

    @property
    def of_lanes(self) -> Selection:
        """The choices on which the lanes of the timeline depend; all others are the default.

        The level of the nodes matters only as that of the chosen dyads.
        """
        chosen = {name: value for name, row, value in self.chosen() if row.moves_lanes}
        if not self.dyads:
            chosen.pop("nodes", None)
        return Selection(**chosen)

    @property
    def unfiltered(self) -> Selection:
        """This selection without filters: how events are shown stays."""
        view = {name: value for name, row, value in self.chosen() if row.is_view}
        return Selection(**(view | {"event": ""}))

    def apply(self, tables: Tables) -> Selected:
        """Return which events the selection picks.

        Args:
            tables: of a whole file, or already cut to the day of ``as_known_on``.
        """
        if self.as_known_on and tables.cut is None:
            date = parse_date(self.as_known_on)
            return self.apply(as_known_on(tables, date.upper)).spread(is_known(tables, date))
        matching = np.ones(len(tables.events), dtype=bool)
        in_time: BoolArray | None = None
        for _, row, _ in self.chosen():
            if row.mask is None:
                continue
            mask = row.mask(tables, self)
            if row.in_time:
                in_time = mask
            else:
                matching &= mask
        return Selected(matching, matching if in_time is None else matching & in_time)

    def scope(self, tables: Tables, selected: Selected | None = None) -> Scope:
        """Return which events the charts of relations count; ``selected`` is this selection."""
        known = {self: selected or self.apply(tables)}
        related, around = self.of_any_dyad, self.of_anyone
        for wider in (related, around):
            known[wider] = known.get(wider) or wider.apply(tables)
        return Scope(known[related].visible, known[around].visible)

    def describe(self, tables: Tables, selected: Selected | None = None) -> str:
        """Return the selection in words: ``5 of 16 events · Japan · Aug 2023 – Oct 2024``."""
        visible = (selected or self.apply(tables)).visible
        rows = np.flatnonzero(visible)
        counted = _counted(len(rows), len(visible))
        when = [months_of(tables, rows)] if len(rows) and not self.window else []
        undated = count_undated(tables, "claims", rows)
        left_out = ngettext("{n} undated claim left out", "{n} undated claims left out", undated)
        more = [left_out] if undated else []
        return " · ".join([counted, *self.criteria(tables), *more, *when])

    def criteria(self, tables: Tables) -> list[str]:
        """Return each filter in words."""
        phrases: list[str] = []
        for _, row, value in self.chosen():
            words = [label for label, _ in row.labels(value, tables)]
            joint = row.joint(self)
            phrases += words if joint is None or not words else [listed(words, joint)]
        return phrases


def _counted(n: int, total: int) -> str:
    """Return the number of chosen events out of all; only the total if both are equal."""
    if n == total:
        return ngettext("{n} event", "{n} events", n)
    return ngettext("{chosen} of {n} event", "{chosen} of {n} events", total, chosen=n)


def _filled(template: str, gap: str, name: str, values: Iterable[str]) -> list[str]:
    before, _, after = template.partition(gap)
    texts = (quote_plus(value, safe=_SAFE, errors="replace") for value in values)
    return [f"{before}{name}={text}{after}" for text in texts]
