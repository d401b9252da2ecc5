"""Parts of dates: the days, months and years that a valid date is written with, and its words."""

from __future__ import annotations

from functools import lru_cache

from dashboard.model.edtf import MONTH, YEAR, Point, Written, read_edtf
from dashboard.words.compact_dates import compact_date
from dashboard.words.dates import (
    DateParts,
    date_in_words,
    one_of_in_words,
    season_in_words,
    unknown_end_in_words,
    unspecified_in_words,
)
from dashboard.words.language import language
from dashboard.words.quotes import quoted

_KEPT = 4096
"""Dates that are kept, since the events of one selection are also those of others."""


@lru_cache(maxsize=_KEPT)
def parts_of(text: str) -> tuple[DateParts | None, DateParts | None]:
    """Return the first and last day, month or year of a valid date as written.

    Both are the same where the date has a single one; ``None`` is an open or unknown end. No zone
    is needed: bounds are not computed.

    Raises:
        ValueError: the text does not have the form of a date.

    >>> start, finish = parts_of("2022-02-24/..")
    >>> start.year, start.month, start.day, finish
    (2022, 2, 24, None)
    >>> [end.month for end in parts_of("2001-21")]
    [3, 5]
    """
    spans = _written(text).spans
    start, finish = spans[0][0], spans[-1][1]
    return start and _ends_of(start)[0], finish and _ends_of(finish)[1]


def words_of(text: str, *, is_short: bool = False) -> str:
    """Return a valid date in words.

    Args:
        text: the date.
        is_short: whether the names of months have three letters.

    Raises:
        ValueError: the text does not have the form of a date.

    >>> words_of("2023-10-18/2023-10-19"), words_of("-0043-03~")
    ('18–19 October 2023', 'about March 44 BCE')
    >>> words_of("[..1948]"), words_of("199X"), words_of("1985/")
    ('1948 or before', '1990s', 'from 1985 until an unknown date')
    >>> words_of("2023-09-07/2023-10-01", is_short=True)
    '7 Sep – 1 Oct 2023'
    """
    return _words_of(text, is_short, language())


@lru_cache(maxsize=_KEPT)
def _words_of(text: str, is_short: bool, _language: str) -> str:
    written = _written(text)
    spans = [
        (first and _parts(first, is_short), last and _parts(last, is_short))
        for first, last in written.spans
    ]
    if written.form == "set":
        return one_of_in_words(spans)
    if written.unknown:
        return unknown_end_in_words(*spans[0])
    return date_in_words(*spans[0])


def compact_of(text: str) -> str:
    """Return a valid date in few characters, for narrow columns; ``words_of`` has all of it.

    A date between two others keeps its words, since it would look like an interval.

    Raises:
        ValueError: the text does not have the form of a date.

    >>> compact_of("2023-10-18/2023-10-19"), compact_of("2023-10-18T09:00+09:00")
    ('18–19 Oct 23', '18 Oct 23')
    >>> compact_of("[2023-09-01..2023-09-10]"), compact_of("199X")
    ('between 1 and 10 September 2023', '1990s')
    """
    written = _written(text)
    if written.form == "set" or written.unknown:
        return words_of(text)
    first, last = written.spans[0]
    return compact_date(first and _parts(first), last and _parts(last))


def _written(text: str) -> Written:
    written = read_edtf(text)
    if written is None:
        raise ValueError(f"{quoted(text)} is not a valid date")
    return written


def _parts(point: Point, is_short: bool = False) -> DateParts:
    """Return a point for its words: as it is written."""
    first, last = (end._replace(is_short=is_short) for end in _ends_of(point))
    if point.season:
        words = season_in_words(point.season, first.year)
    elif point.unspecified:
        plain = (end._replace(approximate=False, uncertain=False) for end in (first, last))
        words = unspecified_in_words(*plain)
    else:
        return first
    return DateParts(first.year, None, None, "", "", *first.marks, words)


def _ends_of(point: Point) -> tuple[DateParts, DateParts]:
    """Return the first and last day, month or year of a point."""
    (year, month, day), after = point.first, point.after
    marks = point.mark in ("~", "%"), point.mark in ("?", "%")
    if point.rank == YEAR:
        years = (year, after.year - 1)
        start, finish = (DateParts(each, None, None, "", "", *marks) for each in years)
        return start, finish
    if point.rank == MONTH:
        months = after.year * 12 + after.month - 2
        last = DateParts(months // 12, months % 12 + 1, None, "", "", *marks)
        return DateParts(year, month, None, "", "", *marks), last
    zone = "" if not point.clock else "UTC" if point.offset == "Z" else f"UTC{point.offset}"
    whole = DateParts(year, month, day, point.clock, zone, *marks)
    return whole, whole
