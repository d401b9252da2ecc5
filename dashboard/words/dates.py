"""Dates in words, made from plain values: years, months, days, times and their marks."""

from __future__ import annotations

from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
ALL_TIME = "all time"
_DASH = "–"


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
    """

    year: int
    month: int | None = None
    day: int | None = None
    clock: str = ""
    zone: str = ""
    approximate: bool = False
    uncertain: bool = False


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
    if first[-2:] == last[-2:]:
        return _marked(first, _interval(first, last))
    # With one dash it would be unclear which end a mark belongs to.
    return f"from {_bracketed(first)} to {_bracketed(last)}"


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
    words = [str(end.day)] if end.day else []
    words += [MONTHS[end.month - 1]] if end.month else []
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


def _interval(first: DateParts, last: DateParts) -> str:
    """Return an interval without its marks; words that both ends share occur once."""
    day, day_of_last = _day(first), _day(last)
    if first.clock and last.clock and day == day_of_last:
        times = [(end.clock, f"({end.zone})") for end in (first, last)]
        return f"{' '.join(day)}, {_contracted(*times)}"
    same_parts = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    if first.clock or last.clock or not same_parts:
        return f"{_plain(first)} {_DASH} {_plain(last)}"
    return _contracted(day, day_of_last)


def _contracted(first: tuple[str, ...], last: tuple[str, ...]) -> str:
    """Join both with a dash; the last words that they share occur once."""
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared :] == last[-1 - shared :]:
        shared += 1
    head, tail = first[: len(first) - shared], last[: len(last) - shared]
    dash = _DASH if len(head) == len(tail) == 1 else f" {_DASH} "
    return " ".join((f"{' '.join(head)}{dash}{' '.join(tail)}", *last[len(tail) :]))
