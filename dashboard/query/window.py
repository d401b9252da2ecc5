"""The window: the stretch of time in view, half-open in seconds, written as two EDTF dates."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.model.calendar_words import MONTHS, year_in_words
from dashboard.model.dates import (
    MAX_SECOND,
    MIN_SECOND,
    Precision,
    civil_from_days,
    format_seconds,
    parse_date,
)

DAY = 86_400
_MINUTE = 60
_FINEST = 10 * _MINUTE
"""The shortest window, in seconds."""
_STEPS: tuple[tuple[int, Precision, int], ...] = (
    (60 * DAY, "day", DAY),
    (0, "minute", _MINUTE),
)
"""Spans from which on the ends of a window are rounded to days, else to minutes."""
_MONTHS = tuple(name[:3] for name in MONTHS)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time [lower, upper), in seconds since 1970 in UTC."""

    lower: int
    upper: int

    @classmethod
    def from_texts(cls, begin: str, end: str) -> Window:
        """Read the window that two dates enclose, both included; an empty text is an open end.

        Raises:
            DateError: where a text is no date.
            ValueError: where the end lies before the begin.
        """
        lower = parse_date(begin).lower if begin else MIN_SECOND
        upper = parse_date(end).upper if end else MAX_SECOND
        if lower >= upper:
            raise ValueError(f'"to" ({end}) lies before "from" ({begin}): exchange them')
        return cls(lower, upper)

    @classmethod
    def spanning(cls, lower: float, upper: float) -> Window:
        """Return the window of whole days (or minutes, if short) nearest to two instants."""
        lower = max(float(MIN_SECOND), lower)
        upper = min(float(MAX_SECOND), upper)
        if upper - lower < _FINEST:
            middle = min(max((lower + upper) / 2, MIN_SECOND + _FINEST), MAX_SECOND - _FINEST)
            lower, upper = middle - _FINEST / 2, middle + _FINEST / 2
        step = next(seconds for span, _, seconds in _STEPS if upper - lower >= span)
        return cls(round(lower / step) * step, round(upper / step) * step)

    @property
    def span(self) -> int:
        """Length in seconds."""
        return self.upper - self.lower

    def texts(self) -> tuple[str, str]:
        """Return the first and the last day (or minute) as EDTF; an open end as empty text."""
        precision: Precision = "minute"
        step = _MINUTE
        if self.lower % DAY == 0 and self.upper % DAY == 0:
            precision, step = "day", DAY
        begin = "" if self.lower <= MIN_SECOND else format_seconds(self.lower, precision)
        end = "" if self.upper >= MAX_SECOND else format_seconds(self.upper - step, precision)
        return begin, end

    def in_words(self) -> str:
        """Return ``Aug 2023 – Oct 2024``, with days where the window is not of whole months."""
        if self.lower <= MIN_SECOND or self.upper >= MAX_SECOND:
            if self.upper < MAX_SECOND:
                return f"until {_day_in_words(self.upper - 1)}"
            return "all time" if self.lower <= MIN_SECOND else f"since {_day_in_words(self.lower)}"
        write = _month_in_words if self._is_of_months() else _day_in_words
        first, last = write(self.lower), write(self.upper - 1)
        return first if first == last else f"{first} – {last}"

    def _is_of_months(self) -> bool:
        return all(
            second % DAY == 0 and civil_from_days(second // DAY)[2] == 1
            for second in (self.lower, self.upper)
        )


def months_in_words(lower: int, upper: int) -> str:
    """Return the months from one instant to another: ``Aug 2023 – Oct 2024``."""
    first, last = _month_in_words(lower), _month_in_words(upper - 1)
    return first if first == last else f"{first} – {last}"


def _month_in_words(second: int) -> str:
    year, month, _ = civil_from_days(second // DAY)
    return f"{_MONTHS[month - 1]} {year_in_words(year)}"


def _day_in_words(second: int) -> str:
    day = civil_from_days(second // DAY)[2]
    return f"{day} {_month_in_words(second)}"
