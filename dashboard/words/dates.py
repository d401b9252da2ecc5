"""Dates in words, made from plain values: years, months, days, times and their marks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
ALL_TIME = "all time"
_DASH = "–"
_AND = "and"

_OF_NORTH = dict(enumerate(("spring", "summer", "autumn", "winter")))
SEASONS: Mapping[int, str] = MappingProxyType(
    {
        **{21 + n: name for n, name in _OF_NORTH.items()},
        **{25 + n: f"northern {name}" for n, name in _OF_NORTH.items()},
        **{29 + n: f"southern {name}" for n, name in _OF_NORTH.items()},
        **{33 + n: f"{name} quarter of" for n, name in enumerate(("first", "second", "third"))},
        36: "last quarter of",
        **{37 + n: f"{name} third of" for n, name in enumerate(("first", "second", "last"))},
        40: "first half of",
        41: "second half of",
    }
)
"""Words before the year, by the code of a group of months in EDTF."""
_WINTERS_OVER_NEW_YEAR = (24, 28, 30)
"""Codes of the seasons from December to February."""


class DateParts(NamedTuple):
    """One end of a date, as it was written.

    Attributes:
        year: astronomical year: 0 is 1 BCE.
        month: 1 to 12; ``None`` if only the year is known.
        day: 1 to 31; ``None`` if only the month is known.
        clock: time of day, such as ``22:42``, or an empty text.
        zone: zone of ``clock``, such as ``UTC+09:00``.
        approximate: whether the end is marked ``~`` or ``%``.
        uncertain: whether the end is marked ``?`` or ``%``.
        words: words instead of year, month and day, such as ``spring 2001``; empty for none.
        is_short: whether the name of the month is written with three letters.
    """

    year: int
    month: int | None = None
    day: int | None = None
    clock: str = ""
    zone: str = ""
    approximate: bool = False
    uncertain: bool = False
    words: str = ""
    is_short: bool = False

    @property
    def marks(self) -> tuple[bool, bool]:
        """Whether the end is approximate, and whether it is uncertain."""
        return self.approximate, self.uncertain


def date_in_words(first: DateParts | None, last: DateParts | None) -> str:
    """Return a date, or the interval between two dates, in words.

    Args:
        first: the date, or the start of an interval; ``None`` if the start is open.
        last: the same date again, or the end of an interval; ``None`` if the end is open.

    >>> date_in_words(DateParts(2023, 10, 18), DateParts(2023, 10, 19))
    '18–19 October 2023'
    >>> date_in_words(DateParts(-43, 3, approximate=True), None)
    'since about March 44 BCE'
    """
    if first is None or last is None:
        return span(first and _marked(first), last and _marked(last))
    if first == last:
        return _marked(first)
    if first.marks == last.marks:
        return _marked(first, _interval(first, last))
    # With one dash it would be unclear which end a mark belongs to.
    return f"from {_bracketed(first)} to {_bracketed(last)}"


def unknown_end_in_words(first: DateParts | None, last: DateParts | None) -> str:
    """Return an interval in words of which one end, given as ``None``, is unknown.

    >>> unknown_end_in_words(DateParts(1985), None), unknown_end_in_words(None, DateParts(1985))
    ('from 1985 until an unknown date', 'from an unknown date until 1985')
    """
    ends = (_bracketed(end) if end else "an unknown date" for end in (first, last))
    return "from {} until {}".format(*ends)


def one_of_in_words(spans: Sequence[tuple[DateParts | None, DateParts | None]]) -> str:
    """Return the words of one event within the bounds of several spans, of which one holds.

    Args:
        spans: first and last date of each span, both included; ``None`` where it is open.

    >>> one_of_in_words([(DateParts(2023, 9, 1), DateParts(2023, 9, 10))])
    'between 1 and 10 September 2023'
    >>> one_of_in_words([(DateParts(1991), DateParts(1991)), (DateParts(1992), None)])
    '1991 or 1992 or after'
    """
    return listed((_between(first, last) for first, last in spans), "or")


def season_in_words(code: int, year: int) -> str:
    """Return a season, quarter, third or half of a year in words, by its code in EDTF.

    >>> season_in_words(21, 2001), season_in_words(24, 2001), season_in_words(33, 2001)
    ('spring 2001', 'winter 2001–2002', 'first quarter of 2001')
    """
    years = year_in_words(year)
    if code in _WINTERS_OVER_NEW_YEAR:
        first, last = (tuple(year_in_words(each).split()) for each in (year, year + 1))
        years = _contracted(first, last)
    return f"{SEASONS[code]} {years}"


def unspecified_in_words(first: DateParts, last: DateParts) -> str:
    """Return a date with unspecified digits in words, from the first and last that it may be.

    >>> unspecified_in_words(DateParts(1990), DateParts(1999))
    '1990s'
    >>> unspecified_in_words(DateParts(2023, 10), DateParts(2023, 10))
    'some time in October 2023'
    """
    if first == last:
        return f"some time in {_plain(first)}"
    is_decade = first.year > 0 and first.year % 100 and last.year - first.year == 9
    return f"{first.year}s" if is_decade and first.year > 999 else _between(first, last)


def span(first: str | None, last: str | None) -> str:
    """Return a stretch of time from the words of its ends; ``None`` is an open end.

    >>> span("Aug 2023", "Oct 2024"), span("Aug 2023", "Aug 2023"), span("Aug 2023", None)
    ('Aug 2023 – Oct 2024', 'Aug 2023', 'since Aug 2023')
    """
    if first is None:
        return ALL_TIME if last is None else f"until {last}"
    if last is None:
        return f"since {first}"
    return first if first == last else f"{first} {_DASH} {last}"


def year_in_words(year: int) -> str:
    """Return an astronomical year with its era, where the era could be mistaken.

    >>> year_in_words(2023), year_in_words(476), year_in_words(-43)
    ('2023', '476 CE', '44 BCE')
    """
    if year < 1:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < 1000 else str(year)


def short_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a day, month or year with the month in three letters.

    >>> short_date(2023, 10, 6), short_date(2023, 10), short_date(2023)
    ('6 Oct 2023', 'Oct 2023', '2023')
    """
    words = [str(day)] if day else []
    words += [SHORT_MONTHS[month - 1]] if month else []
    return " ".join((*words, year_in_words(year)))


def clock(second: int) -> str:
    """Return the time of day in UTC of an instant, in seconds since 1970.

    >>> clock(9 * 3600 + 5 * 60)
    '09:05'
    """
    minutes = second % 86_400 // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _day(end: DateParts) -> tuple[str, ...]:
    """Return the words of a day: ``("15", "March", "44", "BCE")``."""
    if end.words:
        return (end.words,)
    months = SHORT_MONTHS if end.is_short else MONTHS
    words = [str(end.day)] if end.day else []
    words += [months[end.month - 1]] if end.month else []
    return (*words, *year_in_words(end.year).split())


def _plain(end: DateParts) -> str:
    day = " ".join(_day(end))
    return f"{day}, {end.clock} ({end.zone})" if end.clock else day


def _marked(end: DateParts, words: str = "") -> str:
    """Return the words, those of ``end`` by default, with the marks of ``end``."""
    about = "about " if end.approximate else ""
    uncertain = ", uncertain" if end.uncertain else ""
    return about + (words or _plain(end)) + uncertain


def _bracketed(end: DateParts) -> str:
    return _marked(end).replace(", uncertain", " (uncertain)")


def _between(first: DateParts | None, last: DateParts | None) -> str:
    if first is None or last is None:
        known = first or last
        return f"{_bracketed(known)} or {'after' if first else 'before'}" if known else ALL_TIME
    if first == last:
        return _bracketed(first)
    if any(first.marks) or any(last.marks):
        return f"between {_bracketed(first)} and {_bracketed(last)}"
    if first.clock and last.clock and _day(first) == _day(last):
        return _interval(first, last, _AND)
    return f"between {_interval(first, last, _AND)}"


def _interval(first: DateParts, last: DateParts, joint: str = _DASH) -> str:
    """Return an interval without its marks; words that both ends share occur once."""
    day, day_of_last = _day(first), _day(last)
    if first.clock and last.clock and day == day_of_last:
        begin, end = ((each.clock, f"({each.zone})") for each in (first, last))
        between = "between " if joint == _AND else ""
        return f"{' '.join(day)}, {between}{_contracted(begin, end, joint)}"
    same_parts = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    if first.clock or last.clock or not same_parts:
        return f"{_plain(first)} {joint} {_plain(last)}"
    return _contracted(day, day_of_last, joint)


def _contracted(first: tuple[str, ...], last: tuple[str, ...], joint: str = _DASH) -> str:
    """Join both; the last words that they share occur once."""
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared :] == last[-1 - shared :]:
        shared += 1
    head, tail = first[: len(first) - shared], last[: len(last) - shared]
    is_tight = joint == _DASH and not any(" " in part for part in (" ".join(head), " ".join(tail)))
    between = joint if is_tight else f" {joint} "
    return " ".join((f"{' '.join(head)}{between}{' '.join(tail)}", *last[len(tail) :]))
