"""JSON and JSON lines: records of any names, TimelineJS and vis-timeline."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.formats.records.cells import cells_of_event
from dashboard.formats.records.records_in import is_own_record
from dashboard.formats.tables.html_text import plain_text
from dashboard.formats.tables.raw_table import FormatError, RawTable, table_of_records
from dashboard.formats.tables.records import cells_of
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

_LISTS = (
    "events",
    "items",
    "data",
    "records",
    "rows",
    "results",
    "features",
    "timeline",
    "entries",
)
"""Keys under which programs write the list of their records."""
_EXPORTED = "exported"
"""Kind of the records of events that this program wrote."""
_JSON = re.compile(r'(?:\[\s*)?\{\s*["}]|\[\s*\]')
_MILLISECONDS = re.compile("-?[0-9]{9,14}")
_DEEP = "nested too deeply: write a list of flat records, one for each event"


def looks_like_json(start: str) -> bool:
    """Whether the beginning of a text is JSON rather than a table or YAML.

    >>> looks_like_json('{"date": '), looks_like_json('[ {"date"'), looks_like_json("[x]; b")
    (True, True, False)
    """
    return bool(_JSON.match(start))


def read_json(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    r"""Read a list of records, a mapping that holds one, or one record a line.

    Args:
        text: whole text of the file.
        path: name of the file, for messages.
        notes: sentences about decisions made before.

    Raises:
        FormatError: the text is not JSON, or holds no list of records.

    Example:
        >>> table, = read_json('{"date": "2023"}\n{"date": "2024"}', "a.jsonl")
        >>> [row.cells["date"] for row in table.rows]
        ['2023', '2024']
    """
    try:
        value = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        lines = _json_lines(text, path)
        if lines is None:
            place = f"{path}:{error.lineno}:{error.colno}"
            raise FormatError(f"{place}: this is not JSON: {error.msg}") from error
        kind = _kind_of_items([record for _, record in lines[0]])
        return [_table(*lines, path, notes, _EXPORTED if kind == _EXPORTED else "records")]
    except RecursionError:
        raise FormatError(f"{path}: {_DEEP}") from None
    except _RepeatedKeyError as error:
        raise FormatError(f"{path}: a record has {error} twice: rename or remove one") from None
    return [table_of_value(value, path, notes)]


def table_of_value(value: Any, path: str, notes: tuple[str, ...] = ()) -> RawTable:
    """Return the table of a value of JSON or YAML.

    Args:
        value: a list of records; a mapping with such a list, with a list for each column, or with
            a record for each id; or a single record.
        path: name of the file, for messages.
        notes: sentences about decisions made before.

    Raises:
        FormatError: the value holds no records.

    Example:
        >>> table_of_value({"talks": {"date": "2023"}}, "a.json").rows[0].cells
        {'id': 'talks', 'date': '2023'}
    """
    records, lost, kind = _records(value, path)
    lost = [] if kind == _EXPORTED else lost
    problems = [f"{path}: {quoted(key)} is not imported" for key in lost]
    return _table(list(enumerate(records, 1)), problems, path, notes, kind)


class _RepeatedKeyError(Exception):
    """A mapping has a key twice, of which JSON would keep the last."""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _RepeatedKeyError(quoted(next(key for key in keys if keys.count(key) > 1)))
    return found


def _json_lines(text: str, path: str) -> tuple[list[tuple[int, Any]], list[str]] | None:
    """Return the records of a text of one record a line; ``None`` if the first line is not one."""
    records: list[tuple[int, Any]] = []
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            records.append((number, json.loads(line, object_pairs_hook=_without_repeats)))
        except (json.JSONDecodeError, RecursionError, _RepeatedKeyError) as error:
            if not records:
                return None
            problems.append(f"{path}: line {number} was not read: it is not one record of JSON")
            problems[-1] += f" ({error})"
    return records, problems


def _records(value: Any, path: str) -> tuple[list[Any], list[str], str]:
    """Return the records of a document, the keys beside them, and the form of the file."""
    if isinstance(value, list):
        return value, [], _kind_of_items(value)
    if isinstance(value, dict):
        for key in _LISTS:
            if isinstance(value.get(key), list):
                is_map = key == "features"
                records = [_feature(each) for each in value[key]] if is_map else value[key]
                lost = [other for other in value if other != key]
                return records, lost, _kind_of_items(records)
        records = [each for each in value.values() if isinstance(each, dict)]
        if len(records) == len(value) and records:
            return [{"id": key, **record} for key, record in value.items()], [], "records"
        if value and all(isinstance(each, list) for each in value.values()):
            return _by_columns(value, path), [], "records"
        if value:
            return [value], [], _kind_of_items([value])
    raise FormatError(
        f"{path}: no list of records was found: write [{{…}}, {{…}}], or the list under one of "
        f"{listed(_LISTS, 'or')}"
    )


def _kind_of_items(records: list[Any]) -> str:
    first = next((record for record in records if isinstance(record, dict)), {})
    if records and all(isinstance(each, dict) and is_own_record(each) for each in records):
        return _EXPORTED
    if isinstance(first.get("start_date"), dict):
        return "timelinejs"
    return "vis" if {"content", "start"} <= first.keys() else "records"


def _feature(record: Any) -> Any:
    """Return a feature of GeoJSON as a flat record, with the coordinates of its point."""
    if not isinstance(record, dict) or not isinstance(record.get("properties"), dict):
        return record
    geometry = record.get("geometry") or {}
    point = geometry.get("coordinates") if geometry.get("type") == "Point" else None
    longitude, latitude = point[:2] if point and len(point) > 1 else (None, None)
    properties = record["properties"]
    own = {"latitude": latitude, "longitude": longitude, **properties}
    if is_own_record(own):
        return own
    return {"lon": longitude, "lat": latitude, **properties} if point else properties


def _by_columns(value: dict[str, list[Any]], path: str) -> list[dict[str, Any]]:
    """Return the records of a table that is written by columns."""
    lengths = {key: len(items) for key, items in value.items()}
    if len(set(lengths.values())) > 1:
        words = listed((f"{key} has {length}" for key, length in lengths.items()), "and")
        raise FormatError(f"{path}: the columns have different lengths: {words}")
    return [dict(zip(value, items, strict=True)) for items in zip(*value.values(), strict=True)]


def _table(
    records: list[tuple[int, Any]],
    problems: list[str],
    path: str,
    notes: tuple[str, ...],
    kind: str,
) -> RawTable:
    if kind == _EXPORTED:
        cells = [
            {key: text for key, text in cells_of_event(each).items() if text} for _, each in records
        ]
        numbers = [number for number, _ in records]
        return table_of_records(path, cells, problems=problems, notes=notes, numbers=numbers)
    cells = [cells_of(record, path, number) for number, record in records]
    numbers = [number for number, _ in records]
    if kind != "records":
        cells = [{key: _without_html(text) for key, text in each.items()} for each in cells]
    if kind == "vis":
        cells = [
            {key: _moment(text) if key in ("start", "end") else text for key, text in each.items()}
            for each in cells
        ]
    return table_of_records(path, cells, kind=kind, problems=problems, notes=notes, numbers=numbers)


def _moment(text: str) -> str:
    """Return milliseconds since 1970, as JavaScript counts, as a time; other texts as they are."""
    if not _MILLISECONDS.fullmatch(text):
        return text
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(text))
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _without_html(text: str) -> str:
    """Return a text without its HTML; the address of a link stays behind its words."""
    if "<" not in text and "&" not in text:
        return text
    return plain_text(text)
