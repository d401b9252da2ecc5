"""Dates in the fewest characters, for rows and columns of 60 to 80 pixels: ``26 Oct 23``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.words.dates import cldr, is_english, short_date, span
from dashboard.words.english_dates import SHORT_MONTHS
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from dashboard.words.dates import DateParts

_CENTURY = range(2000, 2100)
"""Years of which a day has only the last two digits; all others have four, so none is mistaken."""


def compact_date(first: DateParts | None, last: DateParts | None) -> str:
    """Return a date, or the interval between two, without its time of day.

    Args:
        first: the date, or the start of an interval; ``None`` if the start is open.
        last: the same date again, or the end of an interval; ``None`` if the end is open.

    >>> from dashboard.words.dates import DateParts
    >>> compact_date(DateParts(2023, 10, 18), DateParts(2023, 10, 19))
    '18–19 Oct 23'
    >>> compact_date(DateParts(2023, 10), None), compact_date(*[DateParts(1905, 11, 17)] * 2)
    ('since Oct 2023', '17 Nov 1905')
    """
    if first and last and first != last and _is_one_month(first, last):
        days = f"{first.day}–{compact_day(last.year, last.month, last.day)}"
        return _marked(last, days if is_english() else str(cldr().compact_days(first, last)))
    return span(first and _marked(first), last and _marked(last))


def compact_day(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a day with the last two digits of its year; a month or a year with four digits.

    >>> compact_day(2023, 10, 26), compact_day(2023, 10), compact_day(-43, 3, 15)
    ('26 Oct 23', 'Oct 2023', '15 Mar 44 BCE')
    """
    if not is_english():
        return str(cldr().compact(year, month, day))
    if month and day and year in _CENTURY:
        return f"{day} {SHORT_MONTHS[month - 1]} {year % 100:02d}"
    return short_date(year, month, day)


def _is_one_month(first: DateParts, last: DateParts) -> bool:
    same = (first.year, first.month, first.marks) == (last.year, last.month, last.marks)
    return same and first.day is not None and last.day is not None and first.day != last.day


def _marked(end: DateParts, words: str = "") -> str:
    words = words or end.words or compact_day(end.year, end.month, end.day)
    words = f"{words}?" if end.uncertain else words
    return gettext("about {date}", date=words) if end.approximate else words
