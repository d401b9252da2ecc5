"""Ticks of the time axis: round dates of a time zone, each with a label of its own."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.model.calendar import DAY_SECONDS, civil_from_days, days_from_civil
from dashboard.model.zones import from_local, to_local
from dashboard.words.dates import clock, short_date, short_month, year_in_words

_MINUTE, _HOUR = 60, 3_600

_SECONDS_STEPS = tuple(
    step
    for unit, counts in ((_MINUTE, (1, 2, 5, 10, 15, 30)), (_HOUR, (1, 2, 3, 6, 12)))
    for step in (count * unit for count in counts)
)
_DAY_STEPS = (1, 2, 5, 10, 15)
"""Days between ticks, from the first of a month: ticks at 1 6 11 … for 5, at 1 16 for 15."""
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_MONTH, _YEAR = 30.5 * DAY_SECONDS, 366 * DAY_SECONDS
"""Length in seconds, rounded up, so that whole years are divided evenly."""


class Tick(NamedTuple):
    """A tick of the time axis.

    Attributes:
        second: its instant, in seconds since 1970 in UTC.
        label: its label.
        context: the day, month or year within which the label is unique; may be empty.
        span: seconds from the tick that the label names: those of a day if each day has a tick,
            else 0.
    """

    second: int
    label: str
    context: str
    span: int = 0


def choose_ticks(lower: float, upper: float, most: int, zone: str = "UTC") -> list[Tick]:
    """Return about ``most`` ticks at most, with lower <= second < upper, in order of time.

    No two ticks have the same label and context.

    >>> [(tick.label, tick.context) for tick in choose_ticks(0, 3 * 86_400, most=3)]
    [('1', 'Jan 1970'), ('2', 'Jan 1970'), ('3', 'Jan 1970')]

    Args:
        lower: begin of the window in seconds.
        upper: end of the window in seconds, not included.
        most: number of ticks that the axis has space for.
        zone: name of the time zone in which days begin.
    """
    found = _local_ticks(to_local(lower, zone), to_local(upper, zone), most, zone)
    placed = [tick._replace(second=int(from_local(tick.second, zone))) for tick in found]
    # Where clocks are set back, an hour comes twice.
    after = (
        tick
        for tick, before in zip(placed, [None, *placed], strict=False)
        if before is None or tick.second > before.second
    )
    return [tick for tick in after if lower <= tick.second < upper]


def _local_ticks(lower: float, upper: float, most: int, zone: str) -> list[Tick]:
    """Return ticks whose seconds are those that the clock of the time zone shows."""
    distance = (upper - lower) / max(most, 1)
    for step in _SECONDS_STEPS:
        if step >= distance:
            return _clock_ticks(lower, upper, step, zone)
    for step in _DAY_STEPS:
        if step * DAY_SECONDS >= distance:
            return _day_ticks(lower, upper, step)
    for step in _MONTH_STEPS:
        if step * _MONTH >= distance:
            return _month_ticks(lower, upper, step)
    year_step = next((step for step in _YEAR_STEPS if step * _YEAR >= distance), _YEAR_STEPS[-1])
    return _year_ticks(lower, upper, year_step)


def _clock_ticks(lower: float, upper: float, step: int, zone: str) -> list[Tick]:
    first = -int(-lower // step) * step
    ticks = []
    for second in range(first, int(-(-upper // 1)), step):
        day = short_date(*civil_from_days(second // DAY_SECONDS))
        ticks.append(Tick(second, clock(second), f"{day} {zone}"))
    return ticks


def _day_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    ticks = []
    for day in range(-int(-lower // DAY_SECONDS), int(-(-upper // DAY_SECONDS))):
        year, month, of_month = civil_from_days(day)
        # Skip the last days of a month where the first of the next month would be too close.
        if (of_month - 1) % step == 0 and (step == 1 or of_month + step / 2 <= 31):
            span = DAY_SECONDS if step == 1 else 0
            ticks.append(Tick(day * DAY_SECONDS, str(of_month), short_date(year, month), span))
    return ticks


def _month_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    year, month, _ = civil_from_days(int(lower // DAY_SECONDS))
    number = (year * 12 + month - 1) // step * step
    ticks = []
    while (second := days_from_civil(number // 12, number % 12 + 1, 1) * DAY_SECONDS) < upper:
        if second >= lower:
            ticks.append(Tick(second, short_month(number % 12 + 1), year_in_words(number // 12)))
        number += step
    return ticks


def _year_ticks(lower: float, upper: float, step: int) -> list[Tick]:
    """Return ticks at round years as people count them: 500 BCE, 500, 1000, but not 1 BCE."""
    first = civil_from_days(int(lower // DAY_SECONDS))[0] // step * step
    last = civil_from_days(int(upper // DAY_SECONDS))[0]
    ticks = []
    for round_year in range(first, last + 1 + step, step):
        # Astronomical year 0 is 1 BCE, so 500 BCE is the year -499.
        year = round_year + 1 if round_year <= 0 and step > 1 else round_year
        second = days_from_civil(year, 1, 1) * DAY_SECONDS
        if lower <= second < upper:
            ticks.append(Tick(second, year_in_words(year), ""))
    return ticks
