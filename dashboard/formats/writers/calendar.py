r"""Events as iCalendar (RFC 5545): days as dates, minutes as times in UTC.

    BEGIN:VEVENT
    DTSTART;VALUE=DATE:20231018
    DTEND;VALUE=DATE:20231020          the day after the last
    SUMMARY:Lavrov visits Pyongyang

A month or a year, exact or not, is all its days; the description begins with the date in words.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from dashboard.formats.writers.briefs import briefs
from dashboard.model.letters import slug
from dashboard.words.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export
    from dashboard.formats.writers.briefs import Brief, Day

_OCTETS = 75
"""Longest line in bytes of UTF-8, without its line break."""
_YEARS = range(1, 9999)
"""Years that a calendar can hold."""
_SURE = ("confirmed", "reported")
_SPECIAL = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def write_calendar(export: Export) -> Iterator[str]:
    """Yield the events as a calendar; those of years that no calendar has are counted."""
    stamp = export.now.strftime("%Y%m%dT%H%M%SZ")
    found = [brief for brief in briefs(export) if _fits(brief)]
    lost = len(export.part) - len(found)
    head = [export.stated, export.revised, export.note, _outside(lost)]
    about = " ".join(filter(None, [*head, export.url, *export.citations]))
    yield _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//geopolitical-timeline//EN")
    yield _lines(f"X-WR-CALNAME:{_text(export.title)}", f"X-WR-CALDESC:{_text(about)}")
    for brief in found:
        yield _lines(*_event(brief, export, stamp))
    yield _lines("END:VCALENDAR")


def _outside(lost: int) -> str:
    """Return the number of events of years that no calendar has in words, if there are any."""
    if not lost:
        return ""
    return ngettext(
        "{n} event of years before 1 or after 9998 left out.",
        "{n} events of years before 1 or after 9998 left out.",
        lost,
    )


def _fits(brief: Brief) -> bool:
    return all(day[0] in _YEARS for day in brief.days)


def _event(brief: Brief, export: Export, stamp: str) -> Iterator[str]:
    record = brief.record
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(record['id'])}@{slug(export.name)}"
    yield f"DTSTAMP:{stamp}"
    yield from _when(brief)
    yield f"SUMMARY:{_text(record['title'])}"
    body = "\n".join([*brief.lines, *brief.urls])
    yield f"DESCRIPTION:{_text(body)}"
    yield f"CATEGORIES:{','.join(map(_text, [brief.kind, *record['tags']]))}"
    yield f"STATUS:{'CONFIRMED' if record['status'] in _SURE else 'TENTATIVE'}"
    if record["place"]:
        yield f"LOCATION:{_text(record['place'])}"
    if record["latitude"] is not None:
        yield f"GEO:{record['latitude']:.6f};{record['longitude']:.6f}"
    if brief.urls:
        yield f"URL:{brief.urls[0]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _when(brief: Brief) -> Iterator[str]:
    if brief.has_time:
        for name, second in (("DTSTART", brief.lower), ("DTEND", brief.upper)):
            at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
            yield f"{name}:{_digits((at.year, at.month, at.day))}{at:T%H%M%SZ}"
        return
    first, last = brief.days
    after = date(*last) + timedelta(days=1)
    yield f"DTSTART;VALUE=DATE:{_digits(first)}"
    yield f"DTEND;VALUE=DATE:{_digits((after.year, after.month, after.day))}"


def _digits(day: Day) -> str:
    year, month, number = day
    return f"{year:04}{month:02}{number:02}"


def _text(text: str) -> str:
    r"""Return a text as iCalendar has it.

    >>> _text("a, b; c\nd")
    'a\\, b\\; c\\nd'
    """
    escaped = _SPECIAL.sub(r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")
    return _CONTROL.sub(" ", escaped)


def _lines(*lines: str) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    r"""Return a line in parts of 75 bytes at most; the second and later ones begin with a space.

    >>> [len(part.encode()) for part in _folded("é" * 80).split("\r\n")]
    [74, 75, 13]
    """
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += width
    return "\r\n".join(parts)
