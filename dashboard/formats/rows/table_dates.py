"""Dates of tables: the order of day and month is that of the whole column, and is never guessed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.date_languages import plain_words
from dashboard.model.dates import DateError, parse_date
from dashboard.model.missing_values import MISSING
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

ORDERS = ("", "ymd", "dmy", "mdy")
"""Values of ``date_order`` in a recipe: not decided, year first, day first, month first."""
_SHORT = "the date has a year of two digits: write all four digits"
_ZONE = 'tz = "Asia/Baku" in [constants]'
_NO_ZONE = (
    "the time has no zone: write its offset, as in 2020-09-27T08:03+04:00, or state the zone of "
    f"all times in the recipe, such as {_ZONE}"
)
"""Reasons that many cells share; they are the same for all of them, so that they are counted."""
_NUMBERS = re.compile(
    r"(?P<a>[0-9]{1,2}) ?(?P<separator>[./-]) ?(?P<b>[0-9]{1,2}) ?(?P=separator) ?"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?P<rest>(?:[ ,]+(?:at )?[0-9]{1,2}:[0-9]{2}.*)?)"
)
"""Day, month and year in numbers, the year last; a time may follow."""
_SHORT_YEAR = re.compile(
    r"(?:[0-9]{1,2} ?[./-] ?){2}[0-9]{2}(?![0-9])"
    r"|(?:<[0-9]+>[ ./-]*[0-9]{1,2}|[0-9]{1,2}[ ./-]*<[0-9]+>)[ ,./-]+[0-9]{2}(?![0-9:])"
)
"""Days whose year has two digits."""
_MIDNIGHT = re.compile(
    "[ T]0?0:00(?::00(?:[.]0+)?)?(?: ?(?:am|AM))?(?:Z|[+]00:00)?$|[ T]12:00(?::00)? ?[aA][mM]$"
)
"""Midnight, which tables add to a day."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A date that is not decided.

    Attributes:
        reason: sentence with the text, the rule and the remedy.
        option: line of the recipe that decides it; empty if only the cell can be changed.
    """

    reason: str
    option: str = ""


class ColumnOrder(NamedTuple):
    """The order of day and month in a column of dates.

    Attributes:
        order: ``dmy`` or ``mdy`` if every date fits only that order; else empty.
        undecided: number of dates that can be read in both orders while ``order`` is empty.
        reason: sentence for the report; empty if no date is written in numbers.
    """

    order: str
    undecided: int
    reason: str


def date_text(text: str, order: str, zone: tzinfo | None = None) -> str | Doubt:
    """Return the date of a cell as it is written in an events file.

    Args:
        text: text of the cell, not blank.
        order: ``date_order`` of the recipe, one of ``ORDERS``.
        zone: zone of times without an offset; ``None`` if none is stated.

    Returns:
        A valid date, or the doubt if the text has several readings or none.

    Example:
        >>> date_text("05.09.2022", "dmy"), date_text("26 octobre 2023", "")
        ('2022-09-05', '2023-10-26')
        >>> print(date_text("05.09.2022", "").option)
        date_order = "dmy" (2022-09-05) or date_order = "mdy" (2022-05-09)
    """
    text = " ".join(text.split())
    if text in MISSING:
        return Doubt(f"{quoted(text)} is a missing value: write the date")
    day = _MIDNIGHT.sub("", text)
    plain = plain_words(day)
    if _SHORT_YEAR.match(plain):
        return Doubt(_SHORT)
    if numbers := _NUMBERS.fullmatch(plain):
        return _from_numbers(text, numbers, order, zone)
    try:
        return parse_date(day, zone).text
    except DateError as error:
        if error.certain:
            return error.certain
        return Doubt(_NO_ZONE, _ZONE) if "has no zone" in str(error) else Doubt(str(error))


def interval_text(start: str, end: str) -> str | Doubt:
    """Return the date from a start and an end, both in EDTF.

    >>> interval_text("2022-02-24", "2022-04-01"), interval_text("2022-02-24", "2022-02-24")
    ('2022-02-24/2022-04-01', '2022-02-24')
    >>> interval_text("2022-04-01", "2022-02-24").reason
    'the end 2022-02-24 is before the start 2022-04-01: correct one of them'
    """
    if start == end:
        return start
    if "/" in start + end or "[" in start + end:
        return Doubt(f"{quoted(start)} and {quoted(end)} are two intervals: write one date each")
    try:
        return parse_date(f"{start}/{end}").text
    except DateError:
        return Doubt(f"the end {end} is before the start {start}: correct one of them")


def column_order(texts: Iterable[str]) -> ColumnOrder:
    """Return the order of day and month in which all dates of a column can be read.

    Args:
        texts: cells of the column; those that are not day, month and year in numbers do not count.

    Example:
        >>> column_order(["27/09/2020", "05/09/2022"]).order
        'dmy'
        >>> column_order(["05/09/2022", "03/04/2022"]).undecided
        2
    """
    only = {"dmy": 0, "mdy": 0}
    example = {"dmy": "", "mdy": ""}
    both = 0
    for text, count in Counter(texts).items():
        numbers = _NUMBERS.fullmatch(plain_words(text)) if text[:1].isdigit() else None
        if numbers is None:
            continue
        first, second = int(numbers["a"]), int(numbers["b"])
        if first <= 12 and second <= 12:
            both += count * (first != second)
            continue
        order = "dmy" if first > 12 else "mdy"
        only[order] += count
        example[order] = example[order] or text
    return _decided(only, example, both)


_WORDS = {"dmy": "the day is first", "mdy": "the month is first"}
_DECIDE = 'state date_order = "dmy" or "mdy" in the recipe'


def _decided(only: dict[str, int], example: dict[str, str], both: int) -> ColumnOrder:
    found = [order for order, count in only.items() if count]
    if len(found) == 1:
        (order,) = found
        reason = f"{_WORDS[order]} in all dates, as in {quoted(example[order])}"
        return ColumnOrder(order, 0, reason)
    if len(found) == 2:
        seen = " but ".join(f"{_WORDS[order]} in {quoted(example[order])}" for order in found)
        reason = f"{seen}: {both} dates can be read both ways and are left out; {_DECIDE}"
        return ColumnOrder("", both, reason if both else seen)
    reason = f"all {both} dates in numbers can be read both ways and are left out: {_DECIDE}"
    return ColumnOrder("", both, reason if both else "")


def _from_numbers(
    text: str, numbers: re.Match[str], order: str, zone: tzinfo | None
) -> str | Doubt:
    """Return the date of day, month and year in numbers."""
    first, second, year, rest = numbers["a"], numbers["b"], numbers["year"], numbers["rest"]
    days = {
        "dmy": f"{year}-{int(second):02d}-{int(first):02d}",
        "mdy": f"{year}-{int(first):02d}-{int(second):02d}",
    }
    real = {key: day for key, day in days.items() if _is_date(day)}
    chosen = {order: real[order]} if order in real else real
    if len({*chosen.values()}) > 1:
        options = " or ".join(f'date_order = "{key}" ({day})' for key, day in real.items())
        return Doubt(f"{quoted(text)} has two readings: state {options}", options)
    if not chosen:
        return Doubt(f"{quoted(text)} is not a date: there is no such day or month")
    if order in days and order not in real:
        return Doubt(
            f"{quoted(text)} is not a date in the order {order} of the column: write "
            f"{next(iter(real.values()))} if that is meant"
        )
    (day,) = {*chosen.values()}
    return date_text(f"{day} {rest.strip(' ,').removeprefix('at ')}", "", zone) if rest else day


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True
