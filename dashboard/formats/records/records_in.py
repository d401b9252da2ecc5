"""Our own CSV and JSON, read back into events as an events file has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.formats.records.cells import in_digits, split, trimmed, unguarded
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.event_types import event_types
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Record = dict[str, Any]

_MARKS = frozenset({"date", "title", "actors", "precision", "status_written"})
"""Columns that only our own CSV has together."""
_LISTS = ("actors", "texts", "accept")
_SHAPES: Mapping[str, type] = {
    "claims": list,
    "sources": list,
    "links": dict,
    "actor_records": list,
    "type_record": dict,
}
"""Whether the JSON of a cell is a list of records, or one record."""


class ReadBack(NamedTuple):
    """Content of our own CSV or JSON, in the form of an events file.

    Attributes:
        events: the events; every value is a text, a list or a mapping.
        actors: entries of the top-level list ``actors`` that the events need.
        types: entries of the top-level list ``types`` that the events need.
        problems: cells that cannot be read, with row and remedy; their rows are left out.
    """

    events: list[Record]
    actors: list[Record]
    types: list[Record]
    problems: tuple[str, ...] = ()


def is_own(columns: Iterable[str]) -> bool:
    """Whether a table with these columns was written by this package.

    >>> is_own(["date", "title", "actors"])
    False
    """
    return set(columns) >= _MARKS


def is_own_record(record: Record) -> bool:
    """Whether a record of JSON was written by this package, with its sources in full."""
    return is_own(record) and "source_records" in record


def read_cells(
    rows: Iterable[tuple[int, Mapping[str, str]]], zone: str = "UTC", known: Iterable[str] = ()
) -> ReadBack:
    """Read the rows of our own CSV.

    Args:
        rows: number and cells of each row; blank cells may be absent.
        zone: time zone of the file that the events go into.
        known: ids of the events of that file, to which links may lead.

    >>> row = {"date": "2023", "title": "'=1", "actors": "JPN", "tags": "a; b", "links": "["}
    >>> read_cells([(2, row)]).problems[0][:24]
    'row 2: "links" is not va'
    >>> read_cells([(2, row | {"links": ""})]).events[0]["tags"]
    ['a', 'b']
    """
    records, problems = [], []
    for number, cells in rows:
        record: Record = {}
        for key, text in cells.items():
            try:
                record[key] = _value(key, text)
            except ValueError as error:
                remedy = "write JSON as the export does, or empty the cell"
                problems.append(f'row {number}: "{key}" is not valid JSON ({error}): {remedy}')
                break
        else:
            records.append(record)
    return _collected(records, zone, known, tuple(problems))


def read_records(
    records: Iterable[Record], zone: str = "UTC", known: Iterable[str] = ()
) -> ReadBack:
    """Read the records of our own JSON or JSON lines, the items of ``events``.

    Args:
        records: records as ``event_records`` returns them.
        zone: time zone of the file that the events go into.
        known: ids of the events of that file, to which links may lead.

    >>> record = {"date": "2023", "title": "T", "actors": ["JPN"], "score": -2.5, "zone": "UTC"}
    >>> read_records([record]).events
    [{'date': '2023', 'title': 'T', 'actors': ['JPN'], 'score': '-2.5'}]
    """
    return _collected(list(records), zone, known)


def _value(key: str, text: str) -> Any:
    field = EVENT_FIELDS.get(key)
    if key in _SHAPES:
        value = json.loads(text) if text else None
        if value is not None and not isinstance(value, _SHAPES[key]):
            raise ValueError(f"it must be a {'list' if _SHAPES[key] is list else 'mapping'}")
        return value
    plain = unguarded(text)
    return split(plain) if field and field.kind in _LISTS else plain


def _collected(
    records: list[Record], zone: str, known: Iterable[str], problems: tuple[str, ...] = ()
) -> ReadBack:
    events = [_event(record, zone) for record in records]
    lost = _drop_links(events, {*known, *(event.get("id") for event in events)})
    if lost:
        problems += (f"left out: {count(lost, 'link')} to events that are not in the file",)
    types = ([record["type_record"]] for record in records if record.get("type_record"))
    actors = (record["actor_records"] for record in records if record.get("actor_records"))
    return ReadBack(events, _entries(actors), _entries(types), problems)


def _entries(lists: Iterable[list[Record]]) -> list[Record]:
    """Return each entry once, by its id."""
    found = {each["id"]: each for entries in lists for each in entries if "id" in each}
    return list(map(_texts, found.values()))


def _drop_links(events: list[Record], known: set[str | None]) -> int:
    """Remove the links to other events than those known, and return their number."""
    lost = 0
    for event in events:
        for kind, targets in list(event.get("links", {}).items()):
            kept = [id_ for id_ in targets if id_ in known]
            lost += len(targets) - len(kept)
            event["links"][kind] = kept
            if not kept:
                del event["links"][kind]
        if not event.get("links", True):
            del event["links"]
    return lost


def _event(record: Record, zone: str) -> Record:
    """Return the event of a record: its own keys, without what follows from them."""
    event: Record = {}
    for key, field in EVENT_FIELDS.items():
        read = _READ.get(key)
        value = read(record, zone) if read else record.get(key)
        if value in (None, "", [], (), {}) or (not read and _text(value) == _text(field.default)):
            continue
        event[key] = _texts(value)
    return event


def _text(value: Any) -> str:
    """Return a single value as an events file has it.

    >>> _text(3.0), _text(-2.5), _text(True)
    ('3', '-2.5', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return in_digits(value) if isinstance(value, float) else str(value)


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    return list(map(_texts, value)) if isinstance(value, list) else _text(value)


def _score(record: Record, _zone: str) -> Any:
    """Return the score if it is not that of the type."""
    kind = record.get("type_record") or {}
    shipped = event_types().get(record.get("type", ""))
    usual = kind.get("score", shipped.score if shipped else None)
    score = record.get("score")
    return None if score in (None, "") or float(score) == usual else score


def _status(record: Record, _zone: str) -> Any:
    return record.get("status") if record.get("status_written") in (True, "yes") else None


def _zone(record: Record, zone: str) -> Any:
    own = record.get("zone")
    return None if own == zone else own


def _place(record: Record, _zone: str) -> Any:
    keys = {"name": "place", "country": "place_country", "lat": "latitude", "lon": "longitude"}
    place = {key: record.get(name) for key, name in keys.items()}
    known = {key: value for key, value in place.items() if value not in (None, "")}
    return known["name"] if known.keys() == {"name"} else known


def _sources(record: Record, _zone: str) -> Any:
    return list(map(_source, record.get("source_records") or record.get("sources") or ()))


def _source(source: Any) -> Any:
    """Return a source as short as possible: its address, if that is all."""
    known = trimmed(source) if isinstance(source, dict) else source
    is_address = isinstance(known, dict) and known.keys() == {"url"}
    return known["url"] if is_address else known


def _claims(record: Record, _zone: str) -> Any:
    claims = map(trimmed, record.get("claims") or ())
    return [
        claim | {"source": _source(claim["source"])} if claim.get("source") else claim
        for claim in claims
    ]


_READ: Mapping[str, Callable[[Record, str], Any]] = {
    "score": _score,
    "status": _status,
    "tz": _zone,
    "place": _place,
    "sources": _sources,
    "claims": _claims,
}
"""Functions for the keys whose value is not simply that of the record."""
