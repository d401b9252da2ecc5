"""Dates of rows: cells of a date, its parts, its end and its precision become one EDTF text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.formats.rows.errors import RowError
from dashboard.formats.rows.table_dates import Doubt, date_text, interval_text
from dashboard.model.dates import DateError
from dashboard.model.zones import validate_zone

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

NO_DATE, WRONG_DATE, UNCLEAR_DATE = "no date", "invalid date", "ambiguous date"
"""Reasons for which a row is left out."""
_YEAR = re.compile(r"(-?)([0-9]{1,4})(?:\.0)?")
_SHORT = re.compile(r"([0-9]{1,2})(?:\.0)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _week(day: str) -> str:
    """Return the seven days around a day, within which the event happened once."""
    middle = date.fromisoformat(day)
    first, last = middle - timedelta(days=3), middle + timedelta(days=3)
    return f"[{first.isoformat()}..{last.isoformat()}]"


ONCE = "once"
"""Word of the key ``precision`` for an event that happened once between its begin and its end."""
PRECISIONS: dict[str, Callable[[str], str]] = {
    "day": lambda day: day,
    "week": _week,
    "month": lambda day: day[:7],
    "year": lambda day: day[:4],
}
"""Words of the key ``precision``, with the date of a day that is known with this precision."""


@lru_cache(maxsize=65_536)
def single_date(text: str, order: str = "", zone: str = "") -> str:
    """Return one date in EDTF.

    Args:
        text: the cell.
        order: ``dmy`` or ``mdy`` for numbers that may be read in two ways.
        zone: name of the zone of times without an offset; empty if none is stated.

    Raises:
        RowError: the text is not a valid date, or has two readings.

    Example:
        >>> single_date("20180602"), single_date("6/2/2018", "mdy"), single_date("2. Juni 2018")
        ('2018-06-02', '2018-06-02', '2018-06-02')
        >>> single_date("6/2/2018")
        Traceback (most recent call last):
        ...
        dashboard.formats.rows.errors.RowError: "6/2/2018" has two readings: state date_order = ...
    """
    found = date_text(text, order, _zone(zone))
    if isinstance(found, Doubt):
        raise RowError(UNCLEAR_DATE if found.option else WRONG_DATE, found.reason)
    return found


@lru_cache(maxsize=65_536)
def event_date(
    first: str, last: str = "", precision: str = "", order: str = "", zone: str = ""
) -> str:
    """Return the date of an event from the cells of its begin, its end and its precision.

    Args:
        first: the date, or the begin.
        last: the end; empty if there is none.
        precision: a key of ``PRECISIONS``, or ``ONCE``; empty for that of the text.
        order: see ``single_date``.
        zone: see ``single_date``.

    Raises:
        RowError: a text is not a valid date, or the end is before the begin.

    Example:
        >>> event_date("2023-10-18", "2023-10-19"), event_date("2023-10-18", precision="week")
        ('2023-10-18/2023-10-19', '[2023-10-15..2023-10-21]')
        >>> event_date("2023-10-01", "2023-10-31", "once")
        '[2023-10-01..2023-10-31]'
    """
    if not first:
        raise RowError(NO_DATE, "the row has no date: fill in the cell")
    begin = single_date(first, order, zone)
    found = interval_text(begin, single_date(last, order, zone)) if last else begin
    if isinstance(found, Doubt):
        raise RowError(WRONG_DATE, found.reason)
    if precision == ONCE and "/" in found:
        return f"[{found.replace('/', '..')}]"
    if precision in PRECISIONS and _DAY.fullmatch(found):
        return PRECISIONS[precision](found)
    return found


def _zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return validate_zone(name)
    except DateError as error:
        raise RowError("invalid time zone", str(error)) from error


def date_of_parts(year: str, month: str = "", day: str = "", time: str = "") -> str:
    """Return a date from the cells of its parts; a part after a blank one does not count.

    >>> date_of_parts("1904", "2"), date_of_parts("1904", "", "8"), date_of_parts("1904", "2", "8")
    ('1904-02', '1904', '1904-02-08')
    """
    if not year:
        return ""
    number = _YEAR.fullmatch(year)
    parts = [f"{number[1]}{int(number[2]):04d}" if number else year]
    for part in (month, day):
        if not part:
            return "-".join(parts)
        digits = _SHORT.fullmatch(part)
        if not digits:
            return " ".join(filter(None, (day, month, year)))
        parts.append(f"{int(digits[1]):02d}")
    return "-".join(parts) + (f"T{time}" if time else "")
