"""Events as rows and records: CSV, JSON, JSON lines and GeoJSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.formats.records.cells import cells_of_event
from dashboard.formats.records.event_records import record_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.formats.export import Export

_BOM = "\ufeff"
"""First character by which spreadsheets recognise UTF-8."""
_POINT = ("latitude", "longitude")


def write_csv(export: Export) -> Iterator[str]:
    """Yield the events as CSV for spreadsheets; ``records_in`` reads it back exactly."""
    yield _BOM
    yield from write_plain_csv(export)


def write_plain_csv(export: Export) -> Iterator[str]:
    """Yield the events as CSV for programs: one row an event, see ``cells``."""
    empty = np.empty(0, dtype=np.int64)
    keys = [key for key in record_columns(export.tables, empty) if key != "source_records"]
    yield _line(keys)
    for record in export.records():
        cells = cells_of_event(record)
        yield _line(cells[key] for key in keys)


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def write_json(export: Export) -> Iterator[str]:
    """Yield the head and the events as one JSON object."""
    return write_events(export, export.head)


def write_events(export: Export, head: dict[str, Any]) -> Iterator[str]:
    """Yield the keys of a head and the events as one JSON object."""
    yield from _document(head, "events", export.records())


def write_json_lines(export: Export) -> Iterator[str]:
    """Yield each event as JSON on a line of its own."""
    return (f"{_json(record)}\n" for record in export.records())


def write_geojson(export: Export) -> Iterator[str]:
    """Yield the events as GeoJSON; an event without coordinates has no geometry."""
    head = {"type": "FeatureCollection", **export.head}
    yield from _document(head, "features", map(_feature, export.records()))


def _feature(record: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = (record[key] for key in _POINT)
    point = {"type": "Point", "coordinates": [longitude, latitude]}
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": None if latitude is None else point,
        "properties": {key: value for key, value in record.items() if key not in _POINT},
    }


def _document(head: dict[str, Any], key: str, records: Iterable[object]) -> Iterator[str]:
    """Yield a JSON object whose last key is a list that is written item by item."""
    yield f'{_json(head)[:-1]},"{key}":['
    separator = "\n"
    for record in records:
        yield separator + _json(record)
        separator = ",\n"
    yield "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
