"""Dates of the languages other than English, by the patterns of CLDR, without their marks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import DateTimeFormat, format_interval

from dashboard.words.direction import isolated
from dashboard.words.language import locale

if TYPE_CHECKING:
    from dashboard.words.dates import DateParts

_LEAP_YEAR = 2000
"""Year in place of one that the calendar of Python does not have; each day exists in it."""
_FIRST_CLEAR = 1000
"""First year that is written without its era."""


def day(end: DateParts) -> str:
    """Return a day, month or year; a year before 1000 has its era.

    >>> from dashboard.words.dates import DateParts
    >>> from dashboard.words.language import speaking
    >>> with speaking("fr"):
    ...     day(DateParts(2023, 10, 18)), day(DateParts(-43, 3, 15, is_short=True))
    ('18 octobre 2023', '15 mars 44 av. J.-C.')
    """
    return end.words or _write(_skeleton(end), end.year, end.month, end.day)


def bare_year(year: int) -> str:
    """Return a year before 1 with its era, and without the word for "year".

    >>> from dashboard.words.language import speaking
    >>> with speaking("ja"):
    ...     bare_year(-43)
    '紀元前44'
    """
    era = locale().eras["abbreviated"][0]
    is_first = locale().datetime_skeletons["Gy"].pattern.startswith("G")
    return f"{era}{1 - year}" if is_first else f"{1 - year} {era}"


def compact(year: int, month: int | None, of_month: int | None) -> str:
    """Return a day, month or year in digits.

    >>> from dashboard.words.language import speaking
    >>> with speaking("ja"):
    ...     compact(2023, 10, 26), compact(2023, 10, None)
    ('2023/10/26', '2023/10')
    """
    skeleton = f"y{'M' * bool(month)}{'d' * bool(of_month)}"
    return _write(_with_era(skeleton, year), year, month, of_month)


def compact_days(first: DateParts, last: DateParts) -> str:
    """Return two days of one month in digits.

    >>> from dashboard.words.dates import DateParts
    >>> from dashboard.words.language import speaking
    >>> days = DateParts(2023, 10, 18), DateParts(2023, 10, 19)
    >>> with speaking("ja"):
    ...     compact_days(*days)
    '2023/10/18–19'
    >>> with speaking("es"):
    ...     compact_days(*days)
    '18–19/10/2023'
    """
    if locale().datetime_skeletons["yMd"].pattern.startswith("d"):
        return isolated(f"{first.day}–{compact(last.year, last.month, last.day)}")
    return isolated(f"{compact(first.year, first.month, first.day)}–{last.day}")


def without_year(month: int, of_month: int | None) -> str:
    """Return the short name of a month, or a day of a month.

    >>> from dashboard.words.language import speaking
    >>> with speaking("es"):
    ...     without_year(10, None), without_year(10, 6)
    ('oct', '6 oct')
    """
    return _write("MMMd" if of_month else "MMM", _LEAP_YEAR, month, of_month)


def interval(first: DateParts, last: DateParts) -> str:
    """Return an interval between two dates with the same parts; else an empty text.

    >>> from dashboard.words.dates import DateParts
    >>> from dashboard.words.language import speaking
    >>> with speaking("es"):
    ...     interval(DateParts(2023, 10, 18), DateParts(2023, 10, 19))
    '18–19 de octubre de 2023'
    """
    skeletons = {_skeleton(first), _skeleton(last)}
    ends = first.words, last.words, first.clock, last.clock
    is_plain = _FIRST_CLEAR <= first.year <= last.year <= date.max.year and not any(ends)
    if len(skeletons) > 1 or not is_plain:
        return ""
    start, end = (date(each.year, each.month or 1, each.day or 1) for each in (first, last))
    return isolated(str(format_interval(start, end, skeletons.pop(), locale=locale())))


def _skeleton(end: DateParts) -> str:
    months = ("MMM" if end.is_short else "MMMM") if end.month else ""
    return _with_era(f"y{months}{'d' * bool(end.day)}", end.year)


def _with_era(skeleton: str, year: int) -> str:
    return skeleton if year >= _FIRST_CLEAR else f"G{skeleton}"


class _Format(DateTimeFormat):
    """The fields of a date of any year."""

    def __init__(self, year: int, month: int, of_month: int) -> None:
        super().__init__(date(_LEAP_YEAR, month, of_month), locale())
        self._year = year

    def __getitem__(self, name: str) -> Any:
        if name[0] == "y":
            return str(self._year if self._year > 0 else 1 - self._year)
        if name[0] == "G":
            return self.locale.eras["abbreviated"][int(self._year > 0)]
        return super().__getitem__(name)


def _write(skeleton: str, year: int, month: int | None, of_month: int | None) -> str:
    patterns = locale().datetime_skeletons
    short = skeleton.replace("MMMM", "MMM")
    # Where CLDR has no pattern of a language for the full month, it gives that of none.
    if patterns[skeleton].pattern.startswith("G") and not patterns[short].pattern.startswith("G"):
        skeleton = short
    return isolated(str(patterns[skeleton].format % _Format(year, month or 1, of_month or 1)))
