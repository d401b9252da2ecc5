"""Dates of events: texts of a subset of EDTF, read into bounds of seconds.

The module ``edtf`` defines the form of the texts. Dates are days of the proleptic Gregorian
calendar, and years are astronomical: 0000 is 1 BCE, -0043 is 44 BCE.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from dashboard.model.calendar import (
    DAY_SECONDS,
    EPOCH_ORDINAL,
    civil_from_days,
    days_from_civil,
)
from dashboard.model.date_parts import words_of
from dashboard.model.edtf import MINUTE, Point, read_edtf, read_point
from dashboard.model.limits import LONGEST_DATE
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

Precision = Literal["minute", "day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("minute", "day", "month", "year")
"""The precisions of a date, the finest first."""

_CACHED = 16_384
"""Number of texts whose dates are cached: many events share a date, and files are read again."""
_UTC_ZONES = (UTC, ZoneInfo("UTC"))


class DateError(ValueError):
    """The text is not a valid date or zone; the message says why and what to write instead.

    Attributes:
        certain: the text to write instead of the whole value if it has exactly one reading; else
            empty.
    """

    def __init__(self, message: str, certain: str = "") -> None:
        self.certain = certain
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as written and as half-open bounds [lower, upper).

    Attributes:
        text: as written, without surrounding space.
        lower: seconds UTC since 1970, inclusive; ``MIN_SECOND`` when the start is open.
        upper: seconds UTC since 1970, exclusive; ``MAX_SECOND`` when the end is open. Of an
            interval with an unknown end, the bounds are those of its known end.
        precision: the coarser of the two ends; an open end does not count. A season has the
            precision of a month, a decade that of a year.
        interval: whether it is written as A/B: the event lasts.
        approximate: whether at least one end is marked ``~`` or ``%``.
        uncertain: whether at least one end is marked ``?`` or ``%``.
        open_start: whether it is written as ../B or as [..B].
        open_end: whether it is written as A/.. or as [A..]
        once: whether it is one event some time within the bounds: a set such as [A..B], a season,
            or a date with unspecified digits.
        unknown_start: whether it is written as /B: it began before, unknown when.
        unknown_end: whether it is written as A/: it has ended, unknown when.
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
    once: bool = False
    unknown_start: bool = False
    unknown_end: bool = False

    def in_words(self) -> str:
        """Return the date in words, in the zone in which it was written.

        >>> parse_date("2023-11-21T22:42+09:00").in_words()
        '21 November 2023, 22:42 (UTC+09:00)'
        """
        return words_of(self.text)


def parse_date(text: str, zone: tzinfo | None = None) -> EventDate:
    """Read a date of the subset.

    Args:
        text: for example ``2023-10-18``, ``1991~``, ``2023-10-18T09:00+09:00``, ``2022-02-24/..``,
            ``[2023-09-01..2023-09-10]``.
        zone: in which days, months and years begin; ``None`` for UTC if no zone is stated. A time
            has its own offset and ignores it. It does not apply before year 1: no zones existed,
            and ``datetime`` has no such year.

    Returns:
        The date; lower < upper always. A time without seconds covers 60 seconds, with them 1.

    Raises:
        DateError: the text is not of the subset, names a day that does not exist (or that the
            zone skipped), or ends before it starts.

    >>> date = parse_date("2023-10-18/2023-10-19")
    >>> date.precision, (date.upper - date.lower) // 86_400
    ('day', 2)
    >>> parse_date("[1991,1992]").once
    True
    """
    written = text.strip()
    # A longer text is never a date: no pattern needs to run over it.
    found = _read(written, zone or UTC) if len(written) <= LONGEST_DATE else None
    if found is None:
        raise _refusal(written, zone)
    return found


class _End(NamedTuple):
    """One point of a date: its bounds, its index in ``PRECISIONS``, its mark."""

    lower: int
    upper: int
    rank: int
    mark: str


@lru_cache(maxsize=_CACHED)
def _read(text: str, zone: tzinfo) -> EventDate | None:
    """Return the date, or ``None`` where the text is not of the subset."""
    point = read_point(text)
    if point is not None:
        return _single(text, point, zone)
    written = read_edtf(text)
    if written is None:
        return None
    bounds = []
    for first, last in written.spans:
        start = _bounds(first, zone) if first else _OPEN_START
        finish = start if last is first else _bounds(last, zone) if last else _OPEN_END
        if start is None or finish is None or start.lower >= finish.upper:
            return None
        bounds.append((start, finish))
    ends = [end for span in bounds for end in span]
    lower, upper = min(start.lower for start, _ in bounds), max(end.upper for _, end in bounds)
    if written.unknown == "start":
        lower = bounds[0][1].lower
    elif written.unknown == "end":
        upper = bounds[0][0].upper
    marks = "".join(end.mark for end in ends)
    return EventDate(
        text=text,
        lower=lower,
        upper=upper,
        precision=PRECISIONS[max(end.rank for end in ends)],
        interval=written.form == "interval",
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
        open_start=written.unknown != "start" and written.spans[0][0] is None,
        open_end=written.unknown != "end" and written.spans[-1][1] is None,
        once=written.form == "set",
        unknown_start=written.unknown == "start",
        unknown_end=written.unknown == "end",
    )


def _single(text: str, point: Point, zone: tzinfo) -> EventDate | None:
    """Return a date of a single point, by far the most frequent kind."""
    end = _bounds(point, zone)
    if end is None:
        return None
    lower, upper, rank, mark = end
    is_approximate, is_uncertain = mark in ("~", "%"), mark in ("?", "%")
    once = bool(point.season or point.unspecified)
    flags = (False, is_approximate, is_uncertain, False, False, once)
    return EventDate(text, lower, upper, PRECISIONS[rank], *flags)


def _bounds(point: Point, zone: tzinfo) -> _End | None:
    try:
        first = days_from_civil(*point.first)
    except ValueError:
        return None
    mark = point.mark
    if point.clock:
        hour, minute, *second = map(int, point.clock.split(":"))
        lower = first * DAY_SECONDS + hour * 3600 + minute * 60 + sum(second)
        offset = point.offset
        if offset != "Z":
            ahead = int(offset[1:3]) * 3600 + int(offset[4:]) * 60
            lower += ahead if offset[0] == "-" else -ahead
        return _End(lower, lower + (1 if second else 60), point.rank, mark)
    after = first + 1 if point.after is point.first else days_from_civil(*point.after)
    lower, upper = first * DAY_SECONDS, after * DAY_SECONDS
    if point.first.year >= 1 and zone not in _UTC_ZONES:
        lower, upper = lower - _zone_offset(first, zone), upper - _zone_offset(after, zone)
        # A zone that crosses the date line westwards skips a day: Samoa had no 30 December 2011.
        if lower >= upper:
            return None
    return _End(lower, upper, point.rank, mark)


def _zone_offset(day: int, zone: tzinfo) -> int:
    """Return the seconds by which the zone is ahead of UTC when a day begins there."""
    # The day after 9999-12-31 is beyond `datetime`; the offset of the day before is used.
    ordinal = min(day + EPOCH_ORDINAL, date.max.toordinal())
    offset = datetime.fromordinal(ordinal).replace(tzinfo=zone).utcoffset() or timedelta()
    return offset // timedelta(seconds=1)


def _refusal(text: str, zone: tzinfo | None) -> DateError:
    """Return why the text is not a valid date and what to write; each proposal is a valid date."""
    from dashboard.model.date_mistakes import objections
    from dashboard.model.date_phrases import FORMS

    refused = f"{quoted(text)} is not a valid date"
    if len(text) > LONGEST_DATE:
        return DateError(f"{refused}: {FORMS}")
    if _read(text, UTC) is not None:
        return DateError(f"{refused} in {zone}, which skipped that day: write a day next to it")
    first, _, last = text.partition("/")
    swapped = f"{last}/{first}"
    if last and _read(swapped, zone or UTC) is not None:
        return DateError(f"{refused}: write {swapped} (its end is before its start)")
    for objection in objections(text, zone):
        good = [each for each in dict.fromkeys(objection.meant) if _read(each, zone or UTC)]
        if good:
            certain = good[0] if objection.is_certain and len(good) == 1 else ""
            message = f"{refused}: write {listed(good, 'or')} ({objection.reason})"
            return DateError(message, certain)
        if not objection.meant:
            return DateError(f"{refused}: {objection.reason}")
    raise AssertionError("the last objection has no proposals")


# A year more than dates can name: no zone carries the bounds of a date beyond these.
MIN_SECOND = days_from_civil(-10_000, 1, 1) * DAY_SECONDS
MAX_SECOND = days_from_civil(10_001, 1, 1) * DAY_SECONDS
_FIRST_SECOND = days_from_civil(-9999, 1, 1) * DAY_SECONDS
_LAST_SECOND = days_from_civil(10_000, 1, 1) * DAY_SECONDS - 1
_OPEN_START = _End(MIN_SECOND, MIN_SECOND, MINUTE, "")
_OPEN_END = _End(MAX_SECOND, MAX_SECOND, MINUTE, "")


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
