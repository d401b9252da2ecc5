"""Pivots: important events that are offered to divide the time, and the links that choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.link import Link
from dashboard.model.date_parts import words_of
from dashboard.words.direction import isolated
from dashboard.words.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import BoolArray
    from dashboard.query.tables import Tables

MOST_PIVOTS = 12
"""Largest number of important events that are offered."""


def rank_events(dataset: Dataset, events: BoolArray, most: int = MOST_PIVOTS) -> list[int]:
    """Return the rows of the most important events, the most important first.

    Of events of the same importance, those near the middle of all come first: most events are
    before and after them.

    >>> from dashboard import Dataset, load
    >>> dataset = Dataset(load("events.yaml"))
    >>> rows = rank_events(dataset, dataset.tables.events["importance"].to_numpy() > 3, 2)
    >>> dataset.tables.events["id"].iloc[rows].tolist()
    ['joint-statement', 'treaty']

    Args:
        dataset: the events file.
        events: mask of the events to choose from.
        most: largest number of rows.
    """
    in_view = np.flatnonzero(events)
    found: list[int] = []
    for level in dataset.rows_by_importance:
        rows = level[events[level]]
        if len(rows) and len(found) < most:
            distance = np.abs(np.searchsorted(in_view, rows) - (len(in_view) - 1) / 2)
            found += rows[np.argsort(distance, kind="stable")].tolist()
    return found[:most]


def link_events(
    tables: Tables, rows: Iterable[int], chosen: Iterable[int], query: Callable[[str], str]
) -> tuple[Link, ...]:
    """Return a link for each event, in order of time.

    Args:
        tables: tables of the file.
        rows: rows of the events.
        chosen: rows of the events that are chosen, which are linked in any case.
        query: function from the id of an event to the query that chooses it.
    """
    marked = set(chosen)
    ids = tables.events["id"]
    return tuple(
        Link(name_event(tables, row), query(str(ids.iat[row])), row in marked)
        for row in sorted({*rows, *marked})
    )


def name_event(tables: Tables, row: int) -> str:
    """Return title and date of an event: ``Treaty signed, 19 June 2024``."""
    title, date = (str(tables.events[name].iat[row]) for name in ("title", "date"))
    return pgettext(
        "title and date of an event", "{title}, {date}", title=isolated(title), date=words_of(date)
    )
