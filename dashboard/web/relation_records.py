"""Relations as JSON records: nodes and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.relations.dyads import tally
from dashboard.web.answers import check_size

if TYPE_CHECKING:
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import IntArray


def relation_records(question: Question) -> dict[str, Any]:
    """Return the nodes with their positions in the unit square, and the edges in view.

    A node that the network does not show has no position. As on the page, a chosen dyad does not
    filter the edges: they count all events that pass the other filters.

    Raises:
        TooLargeError: there are too many dyads, or too many events behind them.
    """
    level, positions = question.level, question.positions
    dyads = tally(level.cells, question.scope.related)
    ids = question.dataset.tables.events["id"].tolist()
    in_view = question.scope.related[level.cells.event]
    rows, numbers = level.cells.event[in_view], level.cells.dyad[in_view]
    check_size(dyads, level.ids, _size_of_ids(ids, rows))
    events: dict[int, list[str]] = {}
    for number, row in zip(numbers.tolist(), rows.tolist(), strict=True):
        events.setdefault(number, []).append(ids[row])
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


def _size_of_ids(ids: list[str], rows: IntArray) -> int:
    """Return the number of characters of the ids in some rows, with quotes and commas."""
    length = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    return int((length + len('"",'))[rows].sum())
