"""Dates in words, made from plain values: years, months, days, times and their marks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dashboard.words import english_dates
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import gettext, gettext_noop, language
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

SEASONS: Mapping[int, str] = MappingProxyType(
    {
        21: gettext_noop("spring {year}"),
        22: gettext_noop("summer {year}"),
        23: gettext_noop("autumn {year}"),
        24: gettext_noop("winter {year}"),
        25: gettext_noop("northern spring {year}"),
        26: gettext_noop("northern summer {year}"),
        27: gettext_noop("northern autumn {year}"),
        28: gettext_noop("northern winter {year}"),
        29: gettext_noop("southern spring {year}"),
        30: gettext_noop("southern summer {year}"),
        31: gettext_noop("southern autumn {year}"),
        32: gettext_noop("southern winter {year}"),
        33: gettext_noop("first quarter of {year}"),
        34: gettext_noop("second quarter of {year}"),
        35: gettext_noop("third quarter of {year}"),
        36: gettext_noop("last quarter of {year}"),
        37: gettext_noop("first third of {year}"),
        38: gettext_noop("second third of {year}"),
        39: gettext_noop("last third of {year}"),
        40: gettext_noop("first half of {year}"),
        41: gettext_noop("second half of {year}"),
    }
)
"""Sentences by the code of a group of months in EDTF."""
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
    >>> from dashboard.words.language import speaking
    >>> with speaking("ko"):
    ...     date_in_words(DateParts(2023, 10, 18), DateParts(2023, 10, 19))
    '2023년 10월 18일~19일'
    """
    if first is None or last is None:
        return span(first and _marked(first), last and _marked(last))
    if first == last:
        return _marked(first)
    if first.marks == last.marks:
        return _marked(first, _interval(first, last))
    # With one dash it would be unclear which end a mark belongs to.
    return gettext("from {first} to {last}", first=_bracketed(first), last=_bracketed(last))


def unknown_end_in_words(first: DateParts | None, last: DateParts | None) -> str:
    """Return an interval in words of which one end, given as ``None``, is unknown.

    >>> unknown_end_in_words(DateParts(1985), None), unknown_end_in_words(None, DateParts(1985))
    ('from 1985 until an unknown date', 'from an unknown date until 1985')
    """
    if first:
        return gettext("from {date} until an unknown date", date=_bracketed(first))
    if last:
        return gettext("from an unknown date until {date}", date=_bracketed(last))
    return gettext("from an unknown date until an unknown date")


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
    years = _bare_year(year)
    if code in _WINTERS_OVER_NEW_YEAR:
        years = _bare_interval(year, year + 1)
    return gettext(SEASONS[code], year=years)


def unspecified_in_words(first: DateParts, last: DateParts) -> str:
    """Return a date with unspecified digits in words, from the first and last that it may be.

    >>> unspecified_in_words(DateParts(1990), DateParts(1999))
    '1990s'
    >>> unspecified_in_words(DateParts(2023, 10), DateParts(2023, 10))
    'some time in October 2023'
    """
    if first == last:
        return gettext("some time in {date}", date=_plain(first))
    is_decade = first.year > 0 and first.year % 100 and last.year - first.year == 9
    if is_decade and first.year > 999:
        return gettext("{decade}s", decade=str(first.year))
    return _between(first, last)


def all_time() -> str:
    """Return the words of an interval that is open at both ends."""
    return gettext("all time")


def span(first: str | None, last: str | None) -> str:
    """Return a stretch of time from the words of its ends; ``None`` is an open end.

    >>> span("Aug 2023", "Oct 2024"), span("Aug 2023", "Aug 2023"), span("Aug 2023", None)
    ('Aug 2023 – Oct 2024', 'Aug 2023', 'since Aug 2023')
    """
    if first is None:
        return all_time() if last is None else gettext("until {date}", date=last)
    if last is None:
        return gettext("since {date}", date=first)
    return first if first == last else gettext("{first} – {last}", first=first, last=last)


def year_in_words(year: int) -> str:
    """Return an astronomical year with its era, where the era could be mistaken.

    >>> year_in_words(2023), year_in_words(476), year_in_words(-43)
    ('2023', '476 CE', '44 BCE')
    """
    return english_dates.year(year) if is_english() else str(cldr().day(DateParts(year)))


def short_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a day, month or year with the short name of the month.

    >>> short_date(2023, 10, 6), short_date(2023, 10), short_date(2023)
    ('6 Oct 2023', 'Oct 2023', '2023')
    """
    parts = DateParts(year, month, day, is_short=True)
    return " ".join(english_dates.day(parts)) if is_english() else str(cldr().day(parts))


def short_month(month: int, day: int | None = None) -> str:
    """Return the short name of a month, or a day without its year.

    >>> short_month(10), short_month(10, 6)
    ('Oct', '6 Oct')
    """
    if is_english():
        return " ".join([*([str(day)] if day else []), english_dates.SHORT_MONTHS[month - 1]])
    return str(cldr().without_year(month, day))


def clock(second: int) -> str:
    """Return the time of day in UTC of an instant, in seconds since 1970.

    >>> clock(9 * 3600 + 5 * 60)
    '09:05'
    """
    minutes = second % 86_400 // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def is_english() -> bool:
    """Whether the dates of this context are English, whose words are contracted here."""
    return language() == ENGLISH


def cldr() -> ModuleType:
    """Return the dates of the other languages, whose library English does not need."""
    from dashboard.words import cldr_dates

    return cldr_dates


def _bare_year(year: int) -> str:
    """Return a year for a sentence that calls it one: digits, with an era where it is needed."""
    if is_english():
        return english_dates.year(year)
    return str(year) if year > 0 else str(cldr().bare_year(year))


def _bare_interval(first: int, last: int) -> str:
    if is_english():
        return english_dates.interval(DateParts(first), DateParts(last))
    return f"{_bare_year(first)}–{_bare_year(last)}"


def _plain(end: DateParts) -> str:
    if end.words:
        return end.words
    day = " ".join(english_dates.day(end)) if is_english() else str(cldr().day(end))
    if not end.clock:
        return day
    return gettext("{date}, {time} ({zone})", date=day, time=end.clock, zone=end.zone)


def _marked(end: DateParts, words: str = "") -> str:
    """Return the words, those of ``end`` by default, with the marks of ``end``."""
    date = words or _plain(end)
    if end.approximate and end.uncertain:
        return gettext("about {date}, uncertain", date=date)
    if end.approximate:
        return gettext("about {date}", date=date)
    return gettext("{date}, uncertain", date=date) if end.uncertain else date


def _bracketed(end: DateParts) -> str:
    """Return the words of ``end`` with its marks, for the middle of a sentence."""
    if not end.uncertain:
        return _marked(end)
    if end.approximate:
        return gettext("about {date} (uncertain)", date=_plain(end))
    return gettext("{date} (uncertain)", date=_plain(end))


def _between(first: DateParts | None, last: DateParts | None) -> str:
    if first is None or last is None:
        if first:
            return gettext("{date} or after", date=_bracketed(first))
        return gettext("{date} or before", date=_bracketed(last)) if last else all_time()
    if first == last:
        return _bracketed(first)
    if is_english() and not any((*first.marks, *last.marks)):
        return english_dates.between(first, last)
    return gettext("between {first} and {last}", first=_bracketed(first), last=_bracketed(last))


def _interval(first: DateParts, last: DateParts) -> str:
    """Return an interval without its marks."""
    if is_english():
        return english_dates.interval(first, last)
    return str(cldr().interval(first, last)) or span(_plain(first), _plain(last))
