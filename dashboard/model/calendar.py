"""The proleptic Gregorian calendar: days since 1970 from year, month and day, and back."""

from __future__ import annotations

from datetime import date

DAY_SECONDS = 86_400
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
"""Number of 1970-01-01 where 0001-01-01 is 1."""
# The calendar repeats after 400 years.
_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097


def days_from_civil(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a day of the proleptic Gregorian calendar, in any year.

    Raises:
        ValueError: the month does not have that day.

    >>> days_from_civil(1970, 1, 2), days_from_civil(-43, 3, 15)
    (1, -735160)
    """
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    return date(rest + 1, month, day).toordinal() - EPOCH_ORDINAL + cycles * _CYCLE_DAYS


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Return year (astronomical), month and day; the inverse of ``days_from_civil``.

    >>> civil_from_days(1)
    (1970, 1, 2)
    """
    cycles, rest = divmod(days + EPOCH_ORDINAL - 1, _CYCLE_DAYS)
    civil = date.fromordinal(rest + 1)
    return civil.year + cycles * _CYCLE_YEARS, civil.month, civil.day


def years_between(lower: int, upper: int) -> tuple[int, int]:
    """Return the first and last year of an interval of seconds, half-open, in UTC.

    >>> years_between(-86_400, 86_400)
    (1969, 1970)
    """
    return civil_from_days(lower // DAY_SECONDS)[0], civil_from_days((upper - 1) // DAY_SECONDS)[0]
