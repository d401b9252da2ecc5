"""The actors and dyads of events, by which the page links its charts and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.query.columns import codes

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

SEPARATOR = "|"
"""Character between two ids; no id of an actor contains it."""
_MOST = 60
"""Largest number of actors, and of dyads, that are named for one event."""


class Linked(NamedTuple):
    """The actors and dyads of an event.

    Attributes:
        actors: ids of the countries and actors that take part: ``PRK|RUS``.
        dyads: ids of the nodes of its relations, each pair once: ``PRK:RUS``.
    """

    actors: str
    dyads: str


def name_linked(tables: Tables, rows: IntArray, by: str = "country") -> tuple[Linked, ...]:
    """Return for each event its actors and dyads.

    >>> from dashboard import load
    >>> tables = load("events.yaml")
    >>> name_linked(tables, np.array([tables.row_of["treaty"]]))[0].dyads
    'PRK:RUS'

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``.
        by: ``country`` or ``actor``: the nodes of the relations.
    """
    participants, relations = tables.participants, tables.level(by).relations
    begin, end = (
        np.searchsorted(tables.participant_event, rows, side=s) for s in ("left", "right")
    )
    columns = [_ids(participants[name]) for name in ("country", "actor")]
    event = relations["event"].to_numpy()
    first, last = (np.searchsorted(event, rows, side=s) for s in ("left", "right"))
    source, target = (_ids(relations[name]) for name in ("source", "target"))
    found = []
    for spans in zip(begin, end, first, last, strict=True):
        start, stop, one, other = map(int, spans)
        actors = dict.fromkeys(id_ for column in columns for id_ in column(start, stop))
        pairs = zip(source(one, other), target(one, other), strict=True)
        dyads = dict.fromkeys(":".join(sorted(pair)) for pair in pairs)
        found.append(Linked(_joined(actors), _joined(dyads)))
    return tuple(found)


def _joined(ids: dict[str, None]) -> str:
    return SEPARATOR.join([*ids][:_MOST])


def _ids(column: pd.Series) -> Callable[[int, int], list[str]]:
    """Return a function that gives the ids in a range of rows of a column of categories."""
    code, names = codes(column), list(map(str, column.cat.categories))

    def between(start: int, stop: int) -> list[str]:
        return [names[each] for each in code[start:stop].tolist()]

    return between
