"""Relations as JSON records: nodes and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.relations.dyads import tally
from dashboard.web.answers import check_size

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import BoolArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


def relation_records(dataset: Dataset, selection: Selection) -> dict[str, Any]:
    """Return the nodes with their positions in the unit square, and the edges in view.

    A node that the network does not show has no position. As on the page, a chosen dyad does not
    filter the edges: they count all events that pass the other filters.

    Raises:
        TooLargeError: there are too many dyads, or too many events behind them.
    """
    level, positions = dataset.tables.level(selection.nodes), dataset.layout(selection.nodes)
    related = selection.scope(dataset.tables).related
    dyads = tally(level.cells, related)
    check_size(dyads, level.ids, _size_of_events(dataset.tables, level, related))
    events = _events_of_dyads(dataset.tables, level, related)
    places = dict(zip(positions.node.tolist(), positions.place.tolist(), strict=True))
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
    """Return the number of characters of the ids of the events behind all dyads."""
    ids = tables.events["id"].tolist()
    length = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    event = level.cells.event
    return int((length + len('"",'))[event[related[event]]].sum())


def _events_of_dyads(tables: Tables, level: Level, related: BoolArray) -> dict[int, list[str]]:
    """Return the ids of the events behind each dyad, by its number."""
    ids = tables.events["id"].tolist()
    chosen = related[level.cells.event]
    rows, numbers = level.cells.event[chosen].tolist(), level.cells.dyad[chosen].tolist()
    events: dict[int, list[str]] = {}
    for number, row in zip(numbers, rows, strict=True):
        events.setdefault(number, []).append(ids[row])
    return events
