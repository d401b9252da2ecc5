"""Events and relations as JSON records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.dyads import tally
from dashboard.query.columns import codes
from dashboard.web.answers import check_size

if TYPE_CHECKING:
    from dashboard.page.state import Dataset
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
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


def relation_records(dataset: Dataset, selection: Selection) -> dict[str, Any]:
    """Return nodes with their fixed places in the unit square, and the edges in view.

    A node that the network leaves out for want of room has no place. A dyad that is chosen chooses
    events but no edges, as on the page: the edges are those of all events that pass the other
    filters.

    Raises:
        TooLargeError: there are too many dyads, or too many events behind them.
    """
    level, layout = dataset.tables.level(selection.nodes), dataset.layout(selection.nodes)
    related = selection.scope(dataset.tables).related
    dyads = tally(level.cells, related)
    check_size(dyads, level.ids, _size_of_events(dataset.tables, level, related))
    events = _events_of_dyads(dataset.tables, level, related)
    places = dict(zip(layout.node.tolist(), layout.place.tolist(), strict=True))
    used = sorted(set(places) | set(dyads.source.tolist()) | set(dyads.target.tolist()))
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.sum, dyads.number)
    return {
        "nodes": [
            {"id": level.ids[code], "name": level.names[code], "x": x, "y": y}
            for code in used
            for x, y in [places.get(code, (None, None))]
        ],
        "edges": [
            {
                "source": level.ids[source],
                "target": level.ids[target],
                "n": n,
                "mean": round(mean, 4),
                "sum": round(total, 4),
                "events": events[number],
            }
            for source, target, n, mean, total, number in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ],
    }


def _size_of_events(tables: Tables, level: Level, related: BoolArray) -> int:
    """Return how many characters the ids of the events behind all dyads take."""
    ids = tables.events["id"].tolist()
    length = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    event = level.cells.event
    return int((length + len('"",'))[event[related[event]]].sum())


def _events_of_dyads(tables: Tables, level: Level, related: BoolArray) -> dict[int, list[str]]:
    """Return the ids of the events behind each dyad, by its number."""
    ids = tables.events["id"].tolist()
    chosen = related[level.cells.event]
    rows, numbers = level.cells.event[chosen].tolist(), (level.cells.cell[chosen] >> 1).tolist()
    found: dict[int, list[str]] = {}
    for number, row in zip(numbers, rows, strict=True):
        found.setdefault(number, []).append(ids[row])
    return found
