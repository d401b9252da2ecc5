"""Dates of events: a subset of the Extended Date/Time Format (EDTF), read into bounds of seconds.

The subset is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` and ``YYYY-MM-DDThh:mm[:ss]`` with a zone (``Z``
or ``+hh:mm``); one mark after each date, ``~`` approximate, ``?`` uncertain, ``%`` both; and
``A/B``, an interval, where one end may be ``..``, open. Years are astronomical: 0000 is 1 BCE,
-0043 is 44 BCE.

Source: Library of Congress (2019), Extended Date/Time Format (EDTF) Specification. The subset goes
beyond EDTF in two points: seconds may be left out, and times may have marks and be ends of
intervals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from dashboard.model.calendar import (
    DAY_SECONDS,
    EPOCH_ORDINAL,
    civil_from_days,
    days_from_civil,
)
from dashboard.model.date_mistakes import objections
from dashboard.model.limits import LONGEST_DATE
from dashboard.words.dates import DateParts, date_in_words
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

Precision = Literal["minute", "day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("minute", "day", "month", "year")
"""The precisions of a date, the finest first."""

_MINUTE, _DAY, _MONTH, _YEAR = range(4)
_OPEN = ".."
_UTC_ZONES = (UTC, ZoneInfo("UTC"))
_DATE = re.compile(
    r"""(?!-0000)(-?[0-9]{4})
    (?:-(0[1-9]|1[0-2]) (?:-(0[1-9]|[12][0-9]|3[01])
        (?:T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?
            (Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)) )? )? )?
    ([~?%]?)""",
    re.VERBOSE,
)


class DateError(ValueError):
    """The text is not a valid date or zone; the message says why and what to write instead."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as written and as half-open bounds [lower, upper).

    Attributes:
        text: as written, without surrounding space.
        lower: seconds UTC since 1970, inclusive; ``MIN_SECOND`` when the start is open.
        upper: seconds UTC since 1970, exclusive; ``MAX_SECOND`` when the end is open.
        precision: the coarser of the two ends; an open end does not count.
        interval: whether it is written as A/B.
        approximate: whether at least one end is marked ``~`` or ``%``.
        uncertain: whether at least one end is marked ``?`` or ``%``.
        open_start: whether it is written as ../B.
        open_end: whether it is written as A/..
    """

    text: str
    lower: int
    upper: int
    precision: Precision
    interval: bool
    approximate: bool
    uncertain: bool
    open_start: bool
    open_end: bool

    def in_words(self) -> str:
        """Return the date in words, in the zone in which it was written.

        >>> parse_date("2023-11-21T22:42+09:00").in_words()
        '21 November 2023, 22:42 (UTC+09:00)'
        """
        return words_of(self.text)


def parse_date(text: str, zone: tzinfo = UTC) -> EventDate:
    """Read a date of the subset.

    Args:
        text: for example ``2023-10-18``, ``1991~``, ``2023-10-18T09:00+09:00``, ``2022-02-24/..``.
        zone: in which days, months and years begin. A time carries its own offset and ignores it.
            It does not apply before year 1: no zones existed, and ``datetime`` has no such year.

    Returns:
        The date; lower < upper always. A time without seconds covers 60 seconds, with them 1.

    Raises:
        DateError: the text is not of the subset, names a day that does not exist (or that the
            zone skipped), or ends before it starts.

    >>> date = parse_date("2023-10-18/2023-10-19")
    >>> date.precision, (date.upper - date.lower) // 86_400
    ('day', 2)
    """
    written = text.strip()
    # A longer text is never a date: no pattern needs to run over it.
    found = _read(written, zone) if len(written) <= LONGEST_DATE else None
    if found is None:
        raise DateError(_objection(written, zone))
    return found


def parts_of(text: str) -> tuple[DateParts | None, DateParts | None]:
    """Return the two ends of a valid date as written; ``None`` is an open end.

    Both are the same where the date is not an interval. No zone is needed: bounds are not computed.

    Raises:
        DateError: an end does not have the form of a date.

    >>> parts_of("2022-02-24/..")[0]
    DateParts(year=2022, month=2, day=24, clock='', zone='', approximate=False, uncertain=False)
    """
    first, slash, last = text.partition("/")
    start = _parts(first)
    return start, _parts(last) if slash else start


def words_of(text: str) -> str:
    """Return a valid date in words.

    Raises:
        DateError: an end does not have the form of a date.

    >>> words_of("2023-10-18/2023-10-19"), words_of("-0043-03~")
    ('18–19 October 2023', 'about March 44 BCE')
    """
    return date_in_words(*parts_of(text))


class _End(NamedTuple):
    """One end of a date: its bounds, its index in ``PRECISIONS``, its mark."""

    lower: int
    upper: int
    rank: int
    mark: str


def _parts(written: str) -> DateParts | None:
    if written == _OPEN:
        return None
    match = _DATE.fullmatch(written)
    if match is None:
        raise DateError(f"{quoted(written)} is not a valid date")
    year, month, day, hour, minute, second, offset, mark = match.groups()
    zone = "UTC" if offset == "Z" else f"UTC{offset}"
    return DateParts(
        int(year),
        int(month) if month else None,
        int(day) if day else None,
        ":".join(filter(None, (hour, minute, second))),
        zone if hour else "",
        mark in ("~", "%"),
        mark in ("?", "%"),
    )


def _read(written: str, zone: tzinfo) -> EventDate | None:
    """Return the date, or ``None`` where the text is not of the subset."""
    first, slash, last = written.partition("/")
    start = _OPEN_START if first == _OPEN else _read_end(first, zone)
    finish = start
    if slash:
        finish = _OPEN_END if last == _OPEN else _read_end(last, zone)
    if start is None or finish is None or start.lower >= finish.upper:
        return None
    open_start, open_end = start is _OPEN_START, finish is _OPEN_END
    if open_start and open_end:
        return None
    marks = start.mark + finish.mark
    return EventDate(
        text=written,
        lower=start.lower,
        upper=finish.upper,
        precision=PRECISIONS[max(start.rank, finish.rank)],
        interval=bool(slash),
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        open_start=open_start,
        open_end=open_end,
    )


def _read_end(written: str, zone: tzinfo) -> _End | None:
    match = _DATE.fullmatch(written)
    if match is None:
        return None
    year_text, month_text, day_text, hour, minute, second, offset, mark = match.groups()
    year, month, day = int(year_text), int(month_text or 1), int(day_text or 1)
    try:
        first = days_from_civil(year, month, day)
    except ValueError:
        return None
    if hour is not None:
        lower = first * DAY_SECONDS + int(hour) * 3600 + int(minute) * 60 + int(second or 0)
        if offset != "Z":
            ahead = int(offset[1:3]) * 3600 + int(offset[4:]) * 60
            lower += ahead if offset[0] == "-" else -ahead
        return _End(lower, lower + (1 if second else 60), _MINUTE, mark)
    if day_text is not None:
        rank, after = _DAY, first + 1
    elif month_text is not None:
        rank, after = _MONTH, days_from_civil(year + month // 12, month % 12 + 1, 1)
    else:
        rank, after = _YEAR, days_from_civil(year + 1, 1, 1)
    lower, upper = first * DAY_SECONDS, after * DAY_SECONDS
    if year >= 1 and zone not in _UTC_ZONES:
        lower, upper = lower - _zone_offset(first, zone), upper - _zone_offset(after, zone)
        # A zone that crosses the date line westwards skips a day: Samoa had no 30 December 2011.
        if lower >= upper:
            return None
    return _End(lower, upper, rank, mark)


def _zone_offset(day: int, zone: tzinfo) -> int:
    """Return the seconds by which the zone is ahead of UTC when a day begins there."""
    # The day after 9999-12-31 is beyond `datetime`; the offset of the day before is used.
    ordinal = min(day + EPOCH_ORDINAL, date.max.toordinal())
    offset = datetime.fromordinal(ordinal).replace(tzinfo=zone).utcoffset() or timedelta()
    return offset // timedelta(seconds=1)


def _objection(written: str, zone: tzinfo) -> str:
    """Return why the text is not a valid date and what to write; each proposal is a valid date."""
    refused = f"{quoted(written)} is not a valid date"
    if len(written) > LONGEST_DATE:
        *_, (form, _) = objections("")
        return f"{refused}: {form}"
    if _read(written, UTC) is not None:
        return f"{refused} in {zone}, which skipped that day: write a day next to it"
    ends = written.split("/")
    if len(ends) == 2 and all(_read_end(end, zone) for end in ends):
        return f"{refused}: write {ends[1]}/{ends[0]} (its end is before its start)"
    rules = list(objections(written))
    for rule, meant in rules:
        good = [text for text in dict.fromkeys(meant) if _read(text, zone) is not None]
        if good:
            return f"{refused}: write {listed(good, 'or')} ({rule})"
    broken = next(rule for rule, meant in rules if not meant)
    if len(ends) == 2 and broken == rules[-1][0]:
        wrong = next(end for end in ends if end != _OPEN and _read_end(end, zone) is None)
        return f"{_objection(wrong, zone)}, in {quoted(written)}"
    return f"{refused}: {broken}"


# A year more than dates can name: no zone carries the bounds of a date beyond these.
MIN_SECOND = days_from_civil(-10_000, 1, 1) * DAY_SECONDS
MAX_SECOND = days_from_civil(10_001, 1, 1) * DAY_SECONDS
_FIRST_SECOND = days_from_civil(-9999, 1, 1) * DAY_SECONDS
_LAST_SECOND = days_from_civil(10_000, 1, 1) * DAY_SECONDS - 1
_OPEN_START = _End(MIN_SECOND, MIN_SECOND, _MINUTE, "")
_OPEN_END = _End(MAX_SECOND, MAX_SECOND, _MINUTE, "")


def format_seconds(second: int, step: Precision) -> str:
    """Return the minute, day, month or year in UTC that holds an instant, as EDTF text.

    EDTF text cannot name years beyond -9999 and 9999: there, the nearest instant within is used.

    >>> format_seconds(0, "minute"), format_seconds(0, "month")
    ('1970-01-01T00:00Z', '1970-01')
    """
    days, rest = divmod(min(max(second, _FIRST_SECOND), _LAST_SECOND), DAY_SECONDS)
    year, month, day = civil_from_days(days)
    time = f"T{rest // 3600:02d}:{rest % 3600 // 60:02d}Z"
    parts = (f"{year:0{5 if year < 0 else 4}d}", f"-{month:02d}", f"-{day:02d}", time)
    return "".join(parts[: len(parts) - PRECISIONS.index(step)])
