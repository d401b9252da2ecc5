"""Events as records for JSON: the keys are those of an events file, and what follows from them."""

from __future__ import annotations

from itertools import islice
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.model.event_fields import EVENT_FIELDS, ROLE_KEYS
from dashboard.model.event_types import event_types
from dashboard.model.fields import RECORDS
from dashboard.query.tables import SOURCE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pandas as pd

    from dashboard.model.actor import Actor
    from dashboard.model.event_types import EventType
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

    Values = dict[str, list[Any]]

_BLOCK = 500
"""Number of events that are converted at once, so that a large file is never held twice."""


def stream_records(tables: Tables, rows: IntArray) -> Iterator[dict[str, Any]]:
    """Yield the records of ``event_records`` one by one."""
    for start in range(0, len(rows), _BLOCK):
        yield from event_records(tables, rows[start : start + _BLOCK])


def event_records(tables: Tables, rows: IntArray) -> list[dict[str, Any]]:
    """Return one record for each event; an event without a number has ``None``.

    Actors and countries are ids: ``countries`` are those for which the actors count. ``sources``
    are the addresses that are given, ``source_records`` all sources in full. ``actor_records`` and
    ``type_record`` are the entries of the file's own actors and of its own type that the event
    uses. Links to events that are withheld are left out.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``.

    >>> from dashboard import load
    >>> [record["id"] for record in event_records(load("events.yaml"), np.array([3]))]
    ['vostochny']
    """
    values = record_columns(tables, rows)
    return [dict(zip(values, record, strict=True)) for record in zip(*values.values(), strict=True)]


def record_columns(tables: Tables, rows: IntArray) -> Values:
    """Return the value of each key for each event, in the order of the table of fields."""
    events = tables.events.iloc[rows]
    values: Values = {}
    for key, field in EVENT_FIELDS.items():
        for column in field.columns:
            if column.api_key:
                values[column.api_key] = list(map(_plain, events[column.name].tolist()))
        if key in _PARTS:
            values |= _PARTS[key](tables, rows)
    values["actor_records"] = [
        [_actor(tables.directory.get(id_)) for id_ in _own(tables, people)]
        for people in _named(values)
    ]
    values["type_record"] = [_type(tables.types[word]) for word in values["type"]]
    return values


def _plain(value: Any) -> Any:
    """Return a cell as JSON has it: a tuple as a list, NaN as ``None``."""
    if isinstance(value, tuple):
        return list(value)
    return None if isinstance(value, float) and isnan(value) else value


def _named(values: Values) -> Iterator[list[str]]:
    """Yield for each event the ids of everybody that it names: those who take part, or claim."""
    for *people, claims in zip(
        *(values[key] for key in ROLE_KEYS.values()), values["claims"], strict=True
    ):
        speakers = (id_ for claim in claims for id_ in claim["by"])
        yield [*(id_ for some in people for id_ in some), *speakers]


def _own(tables: Tables, ids: Iterable[str]) -> list[str]:
    """Return the actors of the file's own list among some ids, and their countries and members."""
    found: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        id_ = waiting.pop(0)
        if id_ in found or id_ not in tables.listed:
            continue
        found[id_] = None
        actor = tables.directory.get(id_)
        waiting += [*actor.members, *([actor.country] if actor.country else [])]
    return list(found)


def _actor(actor: Actor) -> dict[str, Any]:
    entry = {key: _plain(getattr(actor, key)) for key in RECORDS["actor"]}
    return {key: value for key, value in entry.items() if value}


def _type(kind: EventType) -> dict[str, Any] | None:
    """Return the entry of a type of the file's own; ``None`` for a shipped type."""
    if kind.id in event_types():
        return None
    entry: dict[str, Any] = {"id": kind.id, "label": kind.label, "score": kind.score}
    more = {
        "quad_class": kind.quad_class,
        "cameo": kind.cameo_code,
        "symmetric": kind.symmetric,
    }
    return entry | {key: value for key, value in more.items() if value}


def _participants(tables: Tables, rows: IntArray) -> Values:
    key_of = {role.word: key for role, key in ROLE_KEYS.items()}
    values: Values = {key: [] for key in (*key_of.values(), "countries")}
    for people in _grouped(tables.participants, rows):
        for word, key in key_of.items():
            values[key].append([each["actor"] for each in people if each["role"] == word])
        values["countries"].append(sorted({each["country"] for each in people}))
    return values


def _claims(tables: Tables, rows: IntArray) -> Values:
    return {"claims": [list(map(_claim, some)) for some in _grouped(tables.claims, rows)]}


def _claim(claim: Mapping[str, Any]) -> dict[str, Any]:
    source = {name: claim[f"source_{name}"] for name in SOURCE_COLUMNS}
    return {
        "by": list(claim["by_ids"]),
        **{key: claim[key] for key in ("stance", "date", "note")},
        "source": source if any(source.values()) else None,
    }


def _sources(tables: Tables, rows: IntArray) -> Values:
    records = [
        [{name: source[name] for name in SOURCE_COLUMNS} for source in some]
        for some in _grouped(tables.sources, rows)
    ]
    urls = [[source["url"] for source in some if source["url"]] for some in records]
    return {"sources": urls, "source_records": records}


def _links(tables: Tables, rows: IntArray) -> Values:
    ids = tables.events["id"].array
    values: list[dict[str, list[str]]] = []
    for links in _grouped(tables.links, rows):
        by_kind: dict[str, list[str]] = {}
        for link in links:
            by_kind.setdefault(link["kind"], []).append(ids[link["target"]])
        values.append(by_kind)
    return {"links": values}


_PARTS: Mapping[str, Callable[[Tables, IntArray], Values]] = {
    "actors": _participants,
    "claims": _claims,
    "sources": _sources,
    "links": _links,
}
"""Functions for the keys whose values have a table of their own."""


def _grouped(table: pd.DataFrame, rows: IntArray) -> Iterator[list[dict[Any, Any]]]:
    """Yield for each event its records in a table whose rows are in the order of the events."""
    owners = table["event"].to_numpy()
    starts, ends = (np.searchsorted(owners, rows, side=side) for side in ("left", "right"))
    sizes = ends - starts
    firsts = np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    chosen = table.iloc[firsts + np.arange(len(firsts))]
    names = list(chosen)
    columns = (chosen[name].tolist() for name in names)
    # Much faster than `to_dict`, which looks at the type of each value.
    records = (dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True))
    for size in sizes.tolist():
        yield list(islice(records, size))
