"""iCalendar (RFC 5545): each VEVENT is a record, with its days and times in ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dashboard.formats.tables.raw_table import FormatError, RawTable, Row, table_of_records
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^=:;"]+=(?:"[^"]*"|[^":;]*))*):(.*)', re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DAY = re.compile("[0-9]{8}")
_ZONE = re.compile(r';TZID="?/?([^";:]+)"?', re.IGNORECASE)
_COMMA = re.compile(r"(?<!\\),")
_DURATION = re.compile(
    r"\+?P(?:(?P<weeks>[0-9]+)W)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+)S)?)?"
)
_TEXTS = (
    "uid",
    "summary",
    "description",
    "location",
    "url",
    "categories",
    "class",
    "comment",
    "status",
)
_REPEATS = ("RRULE", "RDATE")
_SKIPPED = ("VTODO", "VJOURNAL", "VFREEBUSY")


@dataclass(slots=True)
class _Component:
    """A component: its line, and value and parameters of each property, the first that is given."""

    line: int
    properties: dict[str, tuple[str, str]] = field(default_factory=dict)


def read_icalendar(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    r"""Read the events of a calendar.

    The columns are the properties in lower case; ``geo`` becomes ``lat`` and ``lon``. The end of
    whole days is the last day, not the day after. A series is one event, and is reported; so is an
    event that is cancelled, which is not in the rows.

    Raises:
        FormatError: the text has no VEVENT.

    Example:
        >>> lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20231026",
        ...     "DTEND;VALUE=DATE:20231028", "SUMMARY:Talks", "END:VEVENT", "END:VCALENDAR"]
        >>> read_icalendar("\n".join(lines), "a.ics")[0].rows[0].cells
        {'dtstart': '2023-10-26', 'dtend': '2023-10-27', 'summary': 'Talks'}
    """
    problems: list[str] = []
    records: list[dict[str, str]] = []
    numbers: list[int] = []
    unread: list[Row] = []
    for event in _events(text, path, problems):
        record = _record(event, path, problems)
        if event.properties.get("STATUS", ("", ""))[0].strip().upper() == "CANCELLED":
            title = quoted(record.get("summary", ""))
            problems.append(f"{path}: line {event.line}: {title} is cancelled and not imported")
            unread.append(Row(event.line, record))
            continue
        records.append(record)
        numbers.append(event.line)
    if not records and not unread:
        raise FormatError(f"{path}: the calendar has no event (VEVENT)")
    table = table_of_records(
        path, records, kind="icalendar", problems=problems, notes=notes, numbers=numbers
    )
    return [
        RawTable(path, table.columns, table.rows, table.problems, table.kind, unread, table.notes)
    ]


def _events(text: str, path: str, problems: list[str]) -> Iterator[_Component]:
    """Yield each VEVENT; alarms within it and other components are left out."""
    event: _Component | None = None
    inner = 0
    skipped: dict[str, int] = {}
    for number, line in _unfolded(text):
        found = _PROPERTY.fullmatch(line)
        if found is None:
            problems.append(
                f"{path}: line {number}: {quoted(line)} is not a property and is not read"
            )
            continue
        name, parameters, value = found[1].upper(), found[2], found[3]
        kind = value.strip().upper()
        if name == "BEGIN" and kind == "VEVENT":
            event, inner = _Component(number), 0
        elif name == "END" and kind == "VEVENT" and event:
            yield event
            event = None
        elif name in ("BEGIN", "END"):
            inner += 1 if name == "BEGIN" else -1
            if name == "BEGIN" and kind in _SKIPPED:
                skipped[kind] = skipped.get(kind, 0) + 1
        elif event and inner == 0:
            _add(event, name, value, parameters)
    if event:
        problems.append(f"{path}: line {event.line}: the event has no END:VEVENT and is not read")
    problems += [
        f"{path}: {count:,} {kind} are not events and not imported"
        for kind, count in skipped.items()
    ]


def _add(event: _Component, name: str, value: str, parameters: str) -> None:
    before = event.properties.get(name)
    if before and name in ("CATEGORIES", "COMMENT"):
        value = f"{before[0]},{value}"
    event.properties[name] = (value, parameters) if not before or "," in value else before


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield each logical line with the number of its first line; blank lines are left out."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield first, "".join(parts)
        parts, first = ([line] if line.strip() else []), number
    if parts:
        yield first, "".join(parts)


def _record(event: _Component, path: str, problems: list[str]) -> dict[str, str]:
    """Return the cells of one event, and report the parts that are not read."""
    place = f"{path}: line {event.line}"
    found = event.properties
    title = quoted(_plain(found.get("SUMMARY", ("", ""))[0]))
    record: dict[str, str] = {}
    for key, moment in zip(("dtstart", "dtend"), _ends(event), strict=True):
        if moment is not None:
            record[key] = _iso(moment)
        elif text := found.get(key.upper(), ("", ""))[0]:
            record[key] = text
            problems.append(f"{place}: {title}: {key.upper()} {quoted(text)} is not a date")
    for key in _TEXTS:
        if value := found.get(key.upper(), ("", ""))[0]:
            parts = _COMMA.split(value) if key == "categories" else [value]
            record[key] = "; ".join(map(_plain, parts))
    latitude, _, longitude = found.get("GEO", ("", ""))[0].partition(";")
    record |= {"lat": latitude, "lon": longitude} if longitude else {}
    problems += [
        f"{place}: {title} is a series ({name} {quoted(found[name][0])}): only its first day is "
        "imported; add an event for each of the others that you need"
        for name in _REPEATS
        if name in found
    ]
    return record


def _ends(event: _Component) -> tuple[date | None, date | None]:
    """Return the start and the end; an end in whole days is the last day, not the day after."""
    found = event.properties
    start = _moment(*found["DTSTART"]) if "DTSTART" in found else None
    end = _moment(*found["DTEND"]) if "DTEND" in found else None
    if start is not None and end is None and "DURATION" in found:
        end = _after(start, found["DURATION"][0])
    if type(end) is date and type(start) is date:
        end = max(end - timedelta(days=1), start)
    return start, end


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).strip()


def _moment(value: str, parameters: str) -> date | datetime | None:
    """Return a day or a time; a time has its zone if the file states one that is known."""
    value = value.strip()
    try:
        if _DAY.fullmatch(value):
            return datetime.strptime(value, "%Y%m%d").date()
        moment = datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")
    except ValueError:
        return None
    if value.endswith("Z"):
        return moment.replace(tzinfo=UTC)
    zone = _ZONE.search(parameters)
    try:
        return moment.replace(tzinfo=ZoneInfo(zone[1])) if zone else moment
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment


def _after(start: date, duration: str) -> date | None:
    found = _DURATION.fullmatch(duration.strip())
    if found is None:
        return None
    try:
        return start + timedelta(**{key: int(n) for key, n in found.groupdict().items() if n})
    except OverflowError:
        return None


def _iso(moment: date) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    text = moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return text.replace("+00:00", "Z")
