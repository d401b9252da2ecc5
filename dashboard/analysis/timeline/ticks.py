"""Ticks of the time axis: round dates, from minutes to millennia, none labelled like another."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.model.calendar import civil_from_days, days_from_civil
from dashboard.words.dates import SHORT_MONTHS, clock, short_date, year_in_words

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400

_SECONDS_STEPS = tuple(
    step
    for unit, counts in ((_MINUTE, (1, 2, 5, 10, 15, 30)), (_HOUR, (1, 2, 3, 6, 12)))
    for step in (count * unit for count in counts)
)
_DAY_STEPS = (1, 2, 5, 10, 15)
"""Days of the month on which ticks fall: every day, every second, 1 6 11 …, 1 11 21, 1 16."""
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_MONTH, _YEAR = 30.5 * _DAY, 366 * _DAY
"""At least the mean length, so that whole years are divided evenly."""


class Tick(NamedTuple):
    """A tick: its instant in seconds, its label, and the day, month or year to read it in."""

    second: int
    label: str
    context: str


def ticks(lower: float, upper: float, most: int) -> list[Tick]:
    """Return at most about ``most`` ticks with lower <= second < upper, in order of time.

    A label and its context together are never those of another tick.
    """
    apart = (upper - lower) / max(most, 1)
    for step in _SECONDS_STEPS:
        if step >= apart:
            return _clock_ticks(lower, upper, step)
    for step in _DAY_STEPS:
        if step * _DAY >= apart:
            return _day_ticks(lower, upper, step)
    for step in _MONTH_STEPS:
        if step * _MONTH >= apart:
            return _month_ticks(lower, upper, step)
    year_step = next((step for step in _YEAR_STEPS if step * _YEAR >= apart), _YEAR_STEPS[-1])
    return _year_ticks(lower, upper, year_step)


def _clock_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    first = -int(-lower // step) * step
    found = []
    for second in range(first, int(-(-upper // 1)), step):
        day = short_date(*civil_from_days(second // _DAY))
        found.append(Tick(second, clock(second), f"{day} UTC"))
    return found


def _day_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    found = []
    for day in range(-int(-lower // _DAY), int(-(-upper // _DAY))):
        year, month, of_month = civil_from_days(day)
        # The last days of a month are left out where the first of the next would crowd them.
        if (of_month - 1) % step == 0 and (step == 1 or of_month + step / 2 <= 31):
            found.append(Tick(day * _DAY, str(of_month), short_date(year, month)))
    return found


def _month_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    year, month, _ = civil_from_days(int(lower // _DAY))
    number = (year * 12 + month - 1) // step * step
    found = []
    while (second := days_from_civil(number // 12, number % 12 + 1, 1) * _DAY) < upper:
        if second >= lower:
            found.append(Tick(second, SHORT_MONTHS[number % 12], year_in_words(number // 12)))
        number += step
    return found


def _year_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    """Put ticks on round years as people count them: 500 BCE, 1 BCE is never one, 500, 1000."""
    first = civil_from_days(int(lower // _DAY))[0] // step * step
    last = civil_from_days(int(upper // _DAY))[0]
    found = []
    for round_year in range(first, last + 1 + step, step):
        # Year 0 is 1 BCE; 500 BCE is the year -499.
        year = round_year + 1 if round_year <= 0 and step > 1 else round_year
        second = days_from_civil(year, 1, 1) * _DAY
        if lower <= second < upper:
            found.append(Tick(second, year_in_words(year), ""))
    return found
