"""The window: the interval of time in view, half-open in seconds, written as two EDTF dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, Precision, format_seconds, parse_date
from dashboard.words.dates import clock, short_date, span
from dashboard.words.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Callable

_MINUTE = 60
_FINEST = 10 * _MINUTE
"""Shortest window that a gesture can set, in seconds."""
_STEPS: tuple[tuple[int, int], ...] = ((60 * DAY_SECONDS, DAY_SECONDS), (0, _MINUTE))
"""Shortest span in seconds, and the step to which the ends of a gesture's window are rounded."""
_DAYS_FROM = 2 * DAY_SECONDS
"""Shortest window whose words are days, whatever the time of its ends, in seconds."""
_FIRST, _LAST = parse_date("-9999").lower, parse_date("9999").upper
"""First and last second that EDTF can express; beyond them a window is open."""
OPEN = ("", "..")
"""Texts of an open end."""


@dataclass(frozen=True, slots=True)
class Window:
    """An interval of time [lower, upper) of whole minutes, in seconds since 1970 in UTC.

    An open end is ``MIN_SECOND`` or ``MAX_SECOND``.
    """

    lower: int
    upper: int

    @classmethod
    def from_texts(cls, begin: str, end: str) -> Window:
        """Return the window from one date to another, both included.

        An empty text or ``..`` is an open end. The ends are rounded outward to whole minutes.

        Raises:
            DateError: a text is not a valid date.
            ValueError: the end is before the begin.

        Example:
            >>> window = Window.from_texts("2023-08", "2024-10")
            >>> window.in_words(), window.texts()
            ('Aug 2023 – Oct 2024', ('2023-08-01', '2024-10-31'))
        """
        lower = parse_date(begin).lower if begin not in OPEN else MIN_SECOND
        upper = parse_date(end).upper if end not in OPEN else MAX_SECOND
        if lower >= upper:
            raise ValueError(f'"to" ({end}) lies before "from" ({begin}): exchange them')
        return cls._within(lower // _MINUTE * _MINUTE, -(-upper // _MINUTE) * _MINUTE)

    @classmethod
    def spanning(cls, lower: float, upper: float) -> Window:
        """Return the window of whole days (or minutes, if short) nearest to two instants.

        The bounds of a window result in the same window; an end beyond all dates is open.

        Example:
            >>> Window.spanning(1_690_000_000.5, 1_730_000_000.5).texts()
            ('2023-07-22', '2024-10-26')
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
        """Return a window whose ends are open where no date can express them."""
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
            precision, step = "day", DAY_SECONDS
        begin = "" if self.lower <= MIN_SECOND else format_seconds(self.lower, precision)
        end = "" if self.upper >= MAX_SECOND else format_seconds(self.upper - step, precision)
        return begin, end

    def in_words(self) -> str:
        """Return ``Aug 2023 – Oct 2024``: months, days, or times, whichever the ends need.

        A window of two days and more is named by its first and its last day, even if its ends are
        within them.

        >>> Window.from_texts("2023-12-12T02:43Z", "2024-01-25T13:33Z").in_words()
        '12 Dec 2023 – 25 Jan 2024'
        >>> Window.from_texts("2023-10-18T06:00Z", "2023-10-18T06:59Z").in_words()
        '18 Oct 2023, 06:00 – 07:00 (UTC)'
        """
        if self.span < _DAYS_FROM and not self._is_of(_is_midnight):
            begin, end = _day_in_words(self.lower), _day_in_words(self.upper)
            last = clock(self.upper) if begin == end else _with_time(end, self.upper)
            return pgettext(
                "a stretch of time with the zone of its times",
                "{stretch} (UTC)",
                stretch=span(_with_time(begin, self.lower), last),
            )
        write = _month_in_words if self._is_of(_is_first_of_month) else _day_in_words
        return span(
            None if self.lower <= MIN_SECOND else write(self.lower),
            None if self.upper >= MAX_SECOND else write(self.upper - 1),
        )

    def _is_of(self, begins: Callable[[int], bool]) -> bool:
        """Whether a unit of time begins at both ends; an open end fits any unit."""
        ends = (self.lower, self.upper)
        return all(begins(end) for end in ends if MIN_SECOND < end < MAX_SECOND)


def _with_time(day: str, second: int) -> str:
    return pgettext("a day and a time of that day", "{day}, {time}", day=day, time=clock(second))


def _is_midnight(second: int) -> bool:
    return second % DAY_SECONDS == 0


def _is_first_of_month(second: int) -> bool:
    return _is_midnight(second) and civil_from_days(second // DAY_SECONDS)[2] == 1


def _month_in_words(second: int) -> str:
    return short_date(*civil_from_days(second // DAY_SECONDS)[:2])


def _day_in_words(second: int) -> str:
    return short_date(*civil_from_days(second // DAY_SECONDS))
