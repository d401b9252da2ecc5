"""Tables without the content of events that have a restricted source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.event_fields import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.query.columns import BoolArray
    from dashboard.query.tables import Tables

_CONTENT = tuple(column.name for column in COLUMNS if column.is_searched or column.name == "id")
"""Columns of texts: those that the text filter searches, and the id, which may repeat the title."""
_PLACE: dict[str, str | float] = {"place_country": "", "latitude": np.nan, "longitude": np.nan}
_ID, _TITLE = "withheld", "Withheld"


def restricted_events(tables: Tables) -> BoolArray:
    """Return a flag for each event: whether one of its sources, or of its claims, is restricted.

    The sources of the whole file count, also those published after the day of a cut.

    >>> from dashboard import load
    >>> bool(restricted_events(load("events.yaml")).any())
    False
    """
    whole = tables.cut.whole if tables.cut else tables
    flags = np.zeros(len(whole.events), dtype=bool)
    for table, column in ((whole.sources, "restricted"), (whole.claims, "source_restricted")):
        flags[table["event"].to_numpy()[table[column].to_numpy(dtype=bool)]] = True
    return flags[tables.cut.rows] if tables.cut else flags


def withhold(tables: Tables) -> Tables:
    """Return tables whose restricted events keep date, participants, type, score and status only.

    Charts and aggregates are the same as before; ``Tables.withheld`` has the rows of these events.
    Their ids are replaced, because an id may be made of the title. Filters still know the ids and
    the texts, so that a selection picks the same events.
    """
    flags = restricted_events(tables)
    if not flags.any():
        return tables
    events = tables.events.copy()
    taken = set(events["id"].tolist())
    for name in _CONTENT:
        values = events[name].to_numpy(dtype=object, copy=True)
        empty: object = _TITLE if name == "title" else () if isinstance(values[0], tuple) else ""
        for row in np.flatnonzero(flags).tolist():
            values[row] = _new_id(row, taken) if name == "id" else empty
        events[name] = values
    for name, blank in _PLACE.items():
        events[name] = events[name].mask(flags, blank)
    links = tables.links
    is_open = ~(flags[links["event"].to_numpy()] | flags[links["target"].to_numpy()])
    public = replace(
        tables,
        events=events,
        sources=_open(tables.sources, flags),
        claims=_open(tables.claims, flags),
        links=links[is_open].reset_index(drop=True),
        withheld=np.flatnonzero(flags),
    )
    for cached in ("text", "row_of"):
        public.__dict__[cached] = getattr(tables, cached)
    return public


def _new_id(row: int, taken: set[str]) -> str:
    word = f"{_ID}-{row + 1}"
    while word in taken:
        word = f"{word}-{_ID}"
    return word


def _open(table: pd.DataFrame, flags: BoolArray) -> pd.DataFrame:
    kept: pd.DataFrame = table[~flags[table["event"].to_numpy()]].reset_index(drop=True)
    return kept
