"""Durations in words: about how long a time is, in one unit, rounded down."""

from __future__ import annotations

from dashboard.words.language import gettext, ngettext

_DAY = 86_400
_UNITS = (("year", 365.25, 2), ("month", 30.44, 2), ("week", 7.0, 3), ("day", 1.0, 1))
"""Units with their length in days, and the number of units from which they are used."""


def duration(seconds: float) -> str:
    """Return a duration of a day or more in one unit; a shorter one is "less than a day".

    >>> duration(128 * 86_400), duration(40 * 86_400), duration(900 * 86_400)
    ('4 months', '5 weeks', '2 years')
    >>> duration(3_600)
    'less than a day'
    """
    days = seconds / _DAY
    for unit, length, least in _UNITS:
        if days >= least * length:
            return _in_words(unit, int(days / length))
    return gettext("less than a day")


def _in_words(unit: str, n: int) -> str:
    if unit == "year":
        return ngettext("{n} year", "{n} years", n)
    if unit == "month":
        return ngettext("{n} month", "{n} months", n)
    if unit == "week":
        return ngettext("{n} week", "{n} weeks", n)
    return ngettext("{n} day", "{n} days", n)
