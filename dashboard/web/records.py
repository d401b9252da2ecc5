"""Events as JSON records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.query.columns import codes

if TYPE_CHECKING:
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

_PLAIN = (
    "id",
    "date",
    "title",
    "type",
    "quad_class",
    "score",
    "status",
    "importance",
    "place",
    "description",
)
_ROLE_NAMES = ("actors", "targets", "aimed_at")


def event_records(tables: Tables, rows: IntArray) -> list[dict[str, Any]]:
    """Return one record for each event, in order of time.

    ``actors``, ``targets`` and ``aimed_at`` are ids of actors, ``countries`` the ids they count
    for, ``sources`` the addresses that are given.
    """
    events = tables.events.iloc[rows]
    columns = [events[name].tolist() for name in _PLAIN]
    records = [dict(zip(_PLAIN, values, strict=True)) for values in zip(*columns, strict=True)]
    actors, countries = list(tables.actors["id"]), list(tables.countries["id"])
    actor, country = codes(tables.participants["actor"]), tables.participant_country
    role = codes(tables.participants["role"])
    starts = np.searchsorted(tables.participant_event, rows, side="left").tolist()
    ends = np.searchsorted(tables.participant_event, rows, side="right").tolist()
    for record, start, end in zip(records, starts, ends, strict=True):
        record |= {name: [] for name in _ROLE_NAMES}
        for code, part in zip(actor[start:end], role[start:end], strict=True):
            record[_ROLE_NAMES[part]].append(actors[code])
        record["countries"] = sorted({countries[code] for code in country[start:end]})
    # Sources are in the order of their events, too.
    source_event, urls = tables.sources["event"].to_numpy(), tables.sources["url"].to_numpy()
    starts = np.searchsorted(source_event, rows, side="left").tolist()
    ends = np.searchsorted(source_event, rows, side="right").tolist()
    for record, start, end in zip(records, starts, ends, strict=True):
        record["sources"] = [url for url in urls[start:end].tolist() if url]
    return records
