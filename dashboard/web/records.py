"""Events as records for JSON, and as a table for CSV: the keys are those of an events file."""

from __future__ import annotations

from itertools import islice
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.table import Column, Kind, Table
from dashboard.model.event_fields import COLUMNS, EVENT_FIELDS, ROLE_KEYS
from dashboard.query.tables import SOURCE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

    Values = dict[str, list[Any]]

_KINDS = {"float64": Kind.NUMBER, "bool": Kind.FLAG}
"""Kinds of the columns of the CSV by their types; other types are written as they are."""


def event_records(tables: Tables, rows: IntArray) -> list[dict[str, Any]]:
    """Return one record for each event; an event without a number has ``None``.

    Actors and countries are ids: ``countries`` are those for which the actors count. ``sources``
    are the addresses that are given, ``source_records`` all sources in full.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``.
    """
    values = _values(tables, rows)
    return [dict(zip(values, record, strict=True)) for record in zip(*values.values(), strict=True)]


def tabulate_events(tables: Tables, rows: IntArray) -> Table:
    """Return the values of ``event_records`` as a table; several in a cell are joined by ``; ``.

    The parts of a claim or a source are joined by `` · ``; a link is its kind and an id.
    """
    values = _values(tables, rows)
    values["links"] = [
        [f"{kind} {id_}" for kind, ids in links.items() for id_ in ids] for links in values["links"]
    ]
    kinds = {column.api_key: _KINDS.get(column.dtype, Kind.TEXT) for column in COLUMNS}
    return Table(
        "Events",
        {key: Column(kinds.get(key, Kind.TEXT)) for key in values},
        {key: list(map(_joined, column)) for key, column in values.items()},
        saved=tuple(values),
        total=len(rows),
    )


def _values(tables: Tables, rows: IntArray) -> Values:
    """Return the value of each key for each event, in the order of the table of fields."""
    events = tables.events.iloc[rows]
    values: Values = {}
    for key, field in EVENT_FIELDS.items():
        for column in field.columns:
            if column.api_key:
                values[column.api_key] = list(map(_plain, events[column.name].tolist()))
        if key in _PARTS:
            values |= _PARTS[key](tables, rows)
    return values


def _plain(value: Any) -> Any:
    """Return a cell as JSON has it: a tuple as a list, NaN as ``None``."""
    if isinstance(value, tuple):
        return list(value)
    return None if isinstance(value, float) and isnan(value) else value


def _joined(value: Any, separator: str = "; ") -> Any:
    if isinstance(value, list):
        return separator.join(map(_joined, value))
    if isinstance(value, dict):
        return " · ".join(_joined(part, ", ") for part in value.values() if part)
    return value


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
    ids = tables.events["id"].to_numpy()
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
