"""English dates without their marks: days, and intervals in which no word occurs twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.words.dates import DateParts

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
_DASH = "–"
_AND = "and"


def year(number: int) -> str:
    """Return an astronomical year with its era, where the era could be mistaken.

    >>> year(2023), year(476), year(-43)
    ('2023', '476 CE', '44 BCE')
    """
    if number < 1:
        return f"{1 - number} BCE"
    return f"{number} CE" if number < 1000 else str(number)


def day(end: DateParts) -> tuple[str, ...]:
    """Return the words of a day, month or year: ``("15", "March", "44", "BCE")``."""
    if end.words:
        return (end.words,)
    months = SHORT_MONTHS if end.is_short else MONTHS
    words = [str(end.day)] if end.day else []
    words += [months[end.month - 1]] if end.month else []
    return (*words, *year(end.year).split())


def interval(first: DateParts, last: DateParts, joint: str = _DASH) -> str:
    """Return an interval; words that both ends share occur once.

    >>> from dashboard.words.dates import DateParts
    >>> interval(DateParts(2023, 9, 28), DateParts(2023, 10, 2))
    '28 September – 2 October 2023'
    """
    words, words_of_last = day(first), day(last)
    if first.clock and last.clock and words == words_of_last:
        begin, end = ((each.clock, f"({each.zone})") for each in (first, last))
        lead = "between " if joint == _AND else ""
        return f"{' '.join(words)}, {lead}{_contracted(begin, end, joint)}"
    same_parts = (first.month is None, first.day is None) == (last.month is None, last.day is None)
    if first.clock or last.clock or not same_parts:
        return f"{_timed(first)} {joint} {_timed(last)}"
    return _contracted(words, words_of_last, joint)


def between(first: DateParts, last: DateParts) -> str:
    """Return the words of one moment between two dates.

    >>> from dashboard.words.dates import DateParts
    >>> between(DateParts(2023, 9, 1), DateParts(2023, 9, 10))
    'between 1 and 10 September 2023'
    """
    if first.clock and last.clock and day(first) == day(last):
        return interval(first, last, _AND)
    return f"between {interval(first, last, _AND)}"


def _timed(end: DateParts) -> str:
    words = " ".join(day(end))
    return f"{words}, {end.clock} ({end.zone})" if end.clock else words


def _contracted(first: tuple[str, ...], last: tuple[str, ...], joint: str = _DASH) -> str:
    """Join both; the last words that they share occur once."""
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared :] == last[-1 - shared :]:
        shared += 1
    head, tail = first[: len(first) - shared], last[: len(last) - shared]
    is_tight = joint == _DASH and not any(" " in part for part in (" ".join(head), " ".join(tail)))
    middle = joint if is_tight else f" {joint} "
    return " ".join((f"{' '.join(head)}{middle}{' '.join(tail)}", *last[len(tail) :]))
