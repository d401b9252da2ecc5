"""The window: the stretch of time in view, half-open in seconds, written as two EDTF dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model.calendar import civil_from_days
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, Precision, format_seconds, parse_date
from dashboard.words.dates import clock, short_date, span

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = 86_400
_MINUTE = 60
_FINEST = 10 * _MINUTE
"""The shortest window that a gesture makes, in seconds."""
_STEPS: tuple[tuple[int, int], ...] = ((60 * DAY, DAY), (0, _MINUTE))
"""Spans from which on the ends of a gesture's window are rounded to days, else to minutes."""
_FIRST, _LAST = parse_date("-9999").lower, parse_date("9999").upper
"""The bounds of what EDTF can name; beyond them a window is open."""
OPEN = ("", "..")
"""How an open end is written."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time [lower, upper) of whole minutes, in seconds since 1970 in UTC.

    An open end is ``MIN_SECOND`` or ``MAX_SECOND``.
    """

    lower: int
    upper: int

    @classmethod
    def from_texts(cls, begin: str, end: str) -> Window:
        """Read the window that two dates enclose, both included.

        An empty text or ``..`` is an open end. Seconds are rounded to the minutes that hold them.

        Raises:
            DateError: where a text is no date.
            ValueError: where the end lies before the begin.
        """
        lower = parse_date(begin).lower if begin not in OPEN else MIN_SECOND
        upper = parse_date(end).upper if end not in OPEN else MAX_SECOND
        if lower >= upper:
            raise ValueError(f'"to" ({end}) lies before "from" ({begin}): exchange them')
        return cls._within(lower // _MINUTE * _MINUTE, -(-upper // _MINUTE) * _MINUTE)

    @classmethod
    def spanning(cls, lower: float, upper: float) -> Window:
        """Return the window of whole days (or minutes, if short) nearest to two instants.

        The bounds of a window give that same window; an end beyond all dates is open.
        """
        if lower % _MINUTE == 0 == upper % _MINUTE and lower < upper:
            return cls._within(int(lower), int(upper))
        lower, upper = max(float(MIN_SECOND), lower), min(float(MAX_SECOND), upper)
        if upper - lower < _FINEST:
            middle = min(max((lower + upper) / 2, _FIRST + _FINEST), _LAST - _FINEST)
            lower, upper = middle - _FINEST / 2, middle + _FINEST / 2
        step = next(seconds for span, seconds in _STEPS if upper - lower >= span)
        return cls._within(round(lower / step) * step, round(upper / step) * step)

    @classmethod
    def _within(cls, lower: int, upper: int) -> Window:
        """Open the ends that no date can name."""
        return cls(
            MIN_SECOND if lower < _FIRST else min(lower, _LAST - _MINUTE),
            MAX_SECOND if upper > _LAST else max(upper, _FIRST + _MINUTE),
        )

    @property
    def span(self) -> int:
        """Length in seconds."""
        return self.upper - self.lower

    @property
    def is_unlimited(self) -> bool:
        """Whether both ends are open."""
        return self.lower <= MIN_SECOND and self.upper >= MAX_SECOND

    def texts(self) -> tuple[str, str]:
        """Return the first and the last day (or minute) as EDTF; an open end as empty text."""
        precision: Precision = "minute"
        step = _MINUTE
        if self._is_of(_is_midnight):
            precision, step = "day", DAY
        begin = "" if self.lower <= MIN_SECOND else format_seconds(self.lower, precision)
        end = "" if self.upper >= MAX_SECOND else format_seconds(self.upper - step, precision)
        return begin, end

    def in_words(self) -> str:
        """Return ``Aug 2023 – Oct 2024``, or days or times where the window is not of months."""
        if not self._is_of(_is_midnight):
            return f"{self._span(_time_in_words, self.upper)} (UTC)"
        write = _month_in_words if self._is_of(_is_first_of_month) else _day_in_words
        return self._span(write, self.upper - 1)

    def _span(self, write: Callable[[int], str], last: int) -> str:
        return span(
            None if self.lower <= MIN_SECOND else write(self.lower),
            None if self.upper >= MAX_SECOND else write(last),
        )

    def _is_of(self, begins: Callable[[int], bool]) -> bool:
        """Whether units of time begin at both ends; what is open is of any unit."""
        ends = (self.lower, self.upper)
        return all(begins(end) for end in ends if MIN_SECOND < end < MAX_SECOND)


def _is_midnight(second: int) -> bool:
    return second % DAY == 0


def _is_first_of_month(second: int) -> bool:
    return _is_midnight(second) and civil_from_days(second // DAY)[2] == 1


def _month_in_words(second: int) -> str:
    return short_date(*civil_from_days(second // DAY)[:2])


def _day_in_words(second: int) -> str:
    return short_date(*civil_from_days(second // DAY))


def _time_in_words(second: int) -> str:
    return f"{_day_in_words(second)}, {clock(second)}"
