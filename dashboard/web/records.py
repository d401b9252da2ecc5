"""Events and relations as JSON records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.dyads import tally
from dashboard.query.columns import codes

if TYPE_CHECKING:
    from dashboard.page.state import Dataset
    from dashboard.query.columns import IntArray
    from dashboard.query.selection import Selected
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
    urls: dict[int, list[str]] = {}
    for row, url in zip(tables.sources["event"], tables.sources["url"], strict=True):
        if url:
            urls.setdefault(row, []).append(url)
    for record, row in zip(records, rows.tolist(), strict=True):
        record["sources"] = urls.get(row, [])
    return records


def relation_records(dataset: Dataset, selected: Selected) -> dict[str, Any]:
    """Return nodes with their fixed places in the unit square, and the edges in view.

    A country that the network leaves out for want of room has no place.
    """
    tables, layout = dataset.tables, dataset.country_layout
    dyads = tally(tables.by_country.cells, selected.visible)
    events = _events_of_dyads(tables, selected)
    ids, names = list(tables.countries["id"]), list(tables.countries["name"])
    places = dict(zip(layout.node.tolist(), layout.place.tolist(), strict=True))
    used = sorted(set(places) | set(dyads.source.tolist()) | set(dyads.target.tolist()))
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.sum)
    return {
        "nodes": [
            {"id": ids[code], "name": names[code], "x": x, "y": y}
            for code in used
            for x, y in [places.get(code, (None, None))]
        ],
        "edges": [
            {
                "source": ids[source],
                "target": ids[target],
                "n": n,
                "mean": round(mean, 4),
                "sum": round(total, 4),
                "events": events[source, target],
            }
            for source, target, n, mean, total in zip(*(c.tolist() for c in columns), strict=True)
        ],
    }


def _events_of_dyads(tables: Tables, selected: Selected) -> dict[tuple[int, int], list[str]]:
    relations = tables.relations
    rows = relations["event"].to_numpy()
    visible = selected.visible[rows]
    ids = tables.events["id"].to_numpy()
    found: dict[tuple[int, int], list[str]] = {}
    source, target = codes(relations["source"])[visible], codes(relations["target"])[visible]
    for one, other, row in zip(source.tolist(), target.tolist(), rows[visible], strict=True):
        found.setdefault((one, other), []).append(ids[row])
    return found
