"""Dates of events: a subset of the Extended Date/Time Format (EDTF), read into bounds of seconds.

The subset is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and `YYYY-MM-DDThh:mm[:ss]` with a zone (`Z` or
`+hh:mm`); one mark after each date, `~` approximate, `?` uncertain, `%` both; and `A/B`, an
interval, where one end may be `..`, open. Years are astronomical: 0000 is 1 BCE, -0043 is 44 BCE.

Source: Library of Congress (2019), Extended Date/Time Format (EDTF) Specification. It goes beyond
EDTF in that seconds may be left out, and that times may carry a mark and stand in intervals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from dashboard.model.calendar_words import objections
from dashboard.model.limits import LONGEST_DATE
from dashboard.model.problems import shown
from dashboard.model.similar import nearest

Precision = Literal["minute", "day", "month", "year"]

_PRECISIONS: Final[tuple[Precision, ...]] = ("minute", "day", "month", "year")
_MINUTE, _DAY, _MONTH, _YEAR = range(4)
_DAY_SECONDS: Final = 86_400
_EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
# The Gregorian calendar repeats after 400 years.
_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
_OPEN: Final = ".."
_UTC_ZONES: Final = (UTC, ZoneInfo("UTC"))
_DATE: Final = re.compile(
    r"""(?!-0000)(-?[0-9]{4})
    (?:-(0[1-9]|1[0-2]) (?:-(0[1-9]|[12][0-9]|3[01])
        (?:T([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?
            (Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)) )? )? )?
    ([~?%]?)""",
    re.VERBOSE,
)


class DateError(ValueError):
    """A text that is not a date or a zone; the message says the rule and what to write instead."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as written and as half-open bounds [lower, upper).

    Attributes:
        text: as written, without surrounding space.
        lower: seconds UTC since 1970, inclusive; `MIN_SECOND` when the start is open.
        upper: seconds UTC since 1970, exclusive; `MAX_SECOND` when the end is open.
        precision: the coarser of the two ends; an open end does not count.
        interval: written as A/B.
        approximate: at least one end is marked `~` or `%`.
        uncertain: at least one end is marked `?` or `%`.
        open_start: written as ../B.
        open_end: written as A/..
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


def parse_date(text: str, zone: tzinfo = UTC) -> EventDate:
    """Read a date of the subset.

    Args:
        text: for example `2023-10-18`, `1991~`, `2023-10-18T09:00+09:00`, `2022-02-24/..`.
        zone: in which days, months and years begin. A time carries its own offset and ignores it.
            It does not apply before year 1: no zones existed, and `datetime` knows no such year.

    Returns:
        The date; lower < upper always. A time without seconds covers 60 seconds, with them 1.

    Raises:
        DateError: the text is not of the subset, names a day that does not exist (also: a day
            which the zone skipped), or ends before it starts.
    """
    written = text.strip()
    # Nobody means a date by a longer text: no pattern needs to run over it.
    found = _read(written, zone) if len(written) <= LONGEST_DATE else None
    if found is None:
        raise DateError(_objection(written, zone))
    return found


class _End(NamedTuple):
    """One end of a date: its bounds, its rank in `_PRECISIONS`, its mark."""

    lower: int
    upper: int
    rank: int
    mark: str


def _read(written: str, zone: tzinfo) -> EventDate | None:
    """The date, or None when the text is not of the subset."""
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
        precision=_PRECISIONS[max(start.rank, finish.rank)],
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
        lower = first * _DAY_SECONDS + int(hour) * 3600 + int(minute) * 60 + int(second or 0)
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
    lower, upper = first * _DAY_SECONDS, after * _DAY_SECONDS
    if year >= 1 and zone not in _UTC_ZONES:
        lower, upper = lower - _zone_offset(first, zone), upper - _zone_offset(after, zone)
        # A zone that crosses the date line westwards skips a day: Samoa had no 30 December 2011.
        if lower >= upper:
            return None
    return _End(lower, upper, rank, mark)


def _zone_offset(day: int, zone: tzinfo) -> int:
    """Seconds by which the zone is ahead of UTC when a day begins there."""
    # The day after 9999-12-31 is beyond `datetime`; the offset of the eve serves as well.
    ordinal = min(day + _EPOCH_ORDINAL, date.max.toordinal())
    offset = datetime.fromordinal(ordinal).replace(tzinfo=zone).utcoffset() or timedelta()
    return offset // timedelta(seconds=1)


def _objection(written: str, zone: tzinfo) -> str:
    """Why the text is no date and what to write instead; whatever it proposes is a date."""
    extract = _extract(written)
    if len(written) > LONGEST_DATE:
        *_, (rule, _) = objections("")
        return f'"{extract}" is not a date: {rule}'
    if _read(written, UTC) is not None:
        return f'"{extract}" is not a date in {zone}, which skipped that day: write one beside it'
    ends = written.split("/")
    if len(ends) == 2 and all(_read_end(end, zone) for end in ends):
        return f'"{extract}" is not a date: write {ends[1]}/{ends[0]} (its end is before its start)'
    rules = list(objections(written))
    for rule, meant in rules:
        good = [text for text in dict.fromkeys(meant) if _read(text, zone) is not None]
        if good:
            return f'"{extract}" is not a date: write {" or ".join(good)} ({rule})'
    broken = next(rule for rule, meant in rules if not meant)
    if len(ends) == 2 and broken == rules[-1][0]:
        wrong = next(end for end in ends if end != _OPEN and _read_end(end, zone) is None)
        return f'{_objection(wrong, zone)}, in "{extract}"'
    return f'"{extract}" is not a date: {broken}'


def _extract(text: str) -> str:
    """The text as a message quotes it: in one line, and not for ever."""
    return "".join(letter if letter.isprintable() else " " for letter in shown(text))


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a day of the proleptic Gregorian calendar, for any integer year.

    Raises:
        ValueError: there is no such day.
    """
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    return date(rest + 1, month, day).toordinal() - _EPOCH_ORDINAL + cycles * _CYCLE_DAYS


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Year (astronomical), month and day, `days` after 1970-01-01; undoes `days_from_civil`."""
    cycles, rest = divmod(days + _EPOCH_ORDINAL - 1, _CYCLE_DAYS)
    civil = date.fromordinal(rest + 1)
    return civil.year + cycles * _CYCLE_YEARS, civil.month, civil.day


# A year more than dates can name: no zone carries the bounds of a date beyond these.
MIN_SECOND: Final = days_from_civil(-10_000, 1, 1) * _DAY_SECONDS
MAX_SECOND: Final = days_from_civil(10_001, 1, 1) * _DAY_SECONDS
_FIRST_SECOND: Final = days_from_civil(-9999, 1, 1) * _DAY_SECONDS
_LAST_SECOND: Final = days_from_civil(10_000, 1, 1) * _DAY_SECONDS - 1
_OPEN_START: Final = _End(MIN_SECOND, MIN_SECOND, _MINUTE, "")
_OPEN_END: Final = _End(MAX_SECOND, MAX_SECOND, _MINUTE, "")


def format_seconds(second: int, step: Precision) -> str:
    """The minute, day, month or year in UTC that holds an instant, as EDTF text.

    EDTF text cannot name years beyond -9999 and 9999: there, the nearest instant within is given.
    """
    days, rest = divmod(min(max(second, _FIRST_SECOND), _LAST_SECOND), _DAY_SECONDS)
    year, month, day = civil_from_days(days)
    clock = f"T{rest // 3600:02d}:{rest % 3600 // 60:02d}Z"
    parts = (f"{year:0{5 if year < 0 else 4}d}", f"-{month:02d}", f"-{day:02d}", clock)
    return "".join(parts[: len(parts) - _PRECISIONS.index(step)])


def validate_zone(name: str, *, suggest: bool = True) -> ZoneInfo:
    """The time zone of a name in the IANA database, such as `Asia/Seoul`.

    Args:
        name: of the zone.
        suggest: whether the message may list the closest names: finding them takes time.

    Raises:
        DateError: unknown name; the message says what to write.
    """
    if name in _zone_names():
        return _zone(name)
    keys = _zone_keys()
    folded = name.strip().replace(" ", "_").casefold()
    close = [folded] if folded in keys else []
    if suggest and not close:
        close = nearest(folded, keys, 3, 0.75)
    choices = " or ".join(dict.fromkeys(keys[key] for key in close))
    choices = choices or "a region and its city, such as Asia/Seoul"
    raise DateError(f'unknown time zone "{_extract(name)}": write {choices}')


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def _zone_names() -> frozenset[str]:
    # "localtime" is whatever the machine is set to: a file must mean the same everywhere.
    return frozenset(available_timezones() - {"localtime"})


@cache
def _zone_keys() -> dict[str, str]:
    """Names of zones by what people write: the city alone as often as the whole name."""
    names = sorted(_zone_names())
    cities = {known.rpartition("/")[2].casefold(): known for known in names}
    return cities | {known.casefold(): known for known in names}
