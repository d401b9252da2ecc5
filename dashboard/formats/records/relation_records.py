"""Relations as JSON records: nodes and edges."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.relations.changes import count_changes, divide, tabulate_changes
from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.finding import find_camps, find_changes, find_dyads
from dashboard.analysis.table import Column, Kind, Table
from dashboard.formats.records.answers import check_size

if TYPE_CHECKING:
    from dashboard.analysis.relations.changes import Changes, Division
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import IntArray


_EACH_ACT = 50
"""Number of characters of an event of an edge in an answer, without its id."""
_EACH_RECORD = 80
"""Number of characters of a relation in a file."""


def relation_records(question: Question) -> dict[str, Any]:
    """Return the nodes with their positions in the unit square, and the edges in view.

    A node that the network does not show has no position. As on the page, a chosen dyad does not
    filter the edges: they count all events that pass the other filters. The mean of an edge is
    that of its ``scores``; ``events``, ``kinds`` and ``scores`` have one item for each relation.
    ``few`` is whether there are fewer than three, ``joint`` whether the two only acted together on
    others. ``camp`` is the column of a node in the network, 1 or 2; ``finding`` and ``camps`` are
    sentences.

    Raises:
        TooLargeError: there are too many dyads, or too many events behind them.
    """
    level, positions = question.level, question.positions
    dyads = tally(level.cells, question.scope.related)
    ids = question.dataset.tables.events["id"].tolist()
    in_view = question.scope.related[level.cells.event]
    rows, numbers = level.cells.event[in_view], level.cells.dyad[in_view]
    check_size(dyads, level.ids, _size_of_ids(ids, rows))
    kinds, scores = level.relations["kind"][in_view], level.cells.score[in_view]
    acts: dict[int, list[tuple[str, str, float]]] = {}
    for number, row, *act in zip(
        *(each.tolist() for each in (numbers, rows, kinds, scores)), strict=True
    ):
        acts.setdefault(number, []).append((ids[row], *act))
    places = dict(zip(positions.node.tolist(), positions.place.tolist(), strict=True))
    camps = dict(zip(positions.node.tolist(), (positions.column + 1).tolist(), strict=True))
    used = sorted(set(places) | set(dyads.source.tolist()) | set(dyads.target.tolist()))
    columns = (
        *(dyads.source, dyads.target, dyads.n, dyads.mean, dyads.sum),
        *(dyads.few, dyads.joint, dyads.number),
    )
    return {
        "finding": find_dyads(level.names, dyads),
        "camps": find_camps(positions),
        "nodes": [
            {
                "id": level.ids[code],
                "name": level.names[code],
                "x": x,
                "y": y,
                "camp": camps.get(code),
            }
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
                "few": few,
                "joint": joint,
                **dict(
                    zip(("events", "kinds", "scores"), zip(*acts[number], strict=True), strict=True)
                ),
            }
            for source, target, n, mean, total, few, joint, number in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ],
    }


def change_records(question: Question) -> dict[str, Any]:
    """Return before and after: the pivot, or two periods, and a record for each pair.

    A pair is counted in both directions, unless ``one_way``: only its source acts. ``joint_…`` are
    events in which the two only act together on others, which are in no mean. A mean or a change
    without events is null.

    Raises:
        TooLargeError: there are too many dyads.
    """
    division = divide(question)
    found = count_pairs(question, division)
    table = tabulate_changes(question, found)
    columns = [[_rounded(value) for value in table.values[key]] for key in table.saved]
    return {
        "finding": find_changes(question.level.names, found),
        "pivot": division.pivot.id if division.pivot else None,
        "periods": [
            {"from": begin, "to": end}
            for window in division.windows
            for begin, end in [window.texts() if window else ("", "")]
        ],
        "pairs": [dict(zip(table.saved, row, strict=True)) for row in zip(*columns, strict=True)],
    }


def count_pairs(question: Question, division: Division) -> Changes:
    """Return the pairs of before and after.

    Raises:
        TooLargeError: there are too many dyads.
    """
    level, (before, after) = question.level, division.masks
    texts = [id_ + name for id_, name in zip(level.ids, level.names, strict=True)]
    check_size(tally(level.cells, before | after), texts)
    return count_changes(question, division)


def _rounded(value: object) -> object:
    if not isinstance(value, float):
        return value
    return None if isnan(value) else round(value, 4)


def _size_of_ids(ids: list[str], rows: IntArray) -> int:
    """Return the number of characters of the ids in some rows, with quotes and commas."""
    length = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    return int((length + _EACH_ACT)[rows].sum())


def tabulate_relations(question: Question) -> Table:
    """Return every relation in view: event, date, source, target, kind and score.

    Relations of events that are withheld are left out.

    Raises:
        TooLargeError: there are too many.
    """
    level, tables = question.level, question.dataset.tables
    passed_on = question.scope.related.copy()
    passed_on[tables.withheld] = False
    chosen = np.flatnonzero(passed_on[level.cells.event])
    part = level.relations.iloc[chosen]
    events = tables.events.iloc[part["event"].to_numpy()]
    check_size(tally(level.cells, question.scope.related), level.ids, _EACH_RECORD * len(chosen))
    values = {
        "event": events["id"].tolist(),
        "date": events["date"].tolist(),
        **{name: part[name].tolist() for name in ("source", "target", "kind", "score")},
    }
    kinds = {"score": Kind.NUMBER}
    columns = {name: Column(kinds.get(name, Kind.TEXT)) for name in values}
    return Table("Relations", columns, values, saved=tuple(values), total=len(chosen))
