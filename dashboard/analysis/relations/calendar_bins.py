"""Calendar bins: days, weeks, months … centuries that divide a window, as fine as fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.model.calendar import DAY_SECONDS, civil_from_days, days_from_civil

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.query.window import Window

_MONDAY = 4
"""Days from 1 January 1970, a Thursday, to the first Monday after it."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1_200}
_LENGTHS = {"day": 1, "week": 7} | {unit: 30.44 * count for unit, count in _MONTHS.items()}
"""Mean length of each unit, in days."""


class CalendarBins(NamedTuple):
    """Bins of one unit of the calendar; the first and the last are cut to the window.

    Attributes:
        unit: ``day``, ``week``, ``month``, ``quarter``, ``year``, ``decade`` or ``century``.
        edges: (bins + 1,) array of seconds in UTC, ascending.
    """

    unit: str
    edges: NDArray[np.int64]


def calendar_bins(window: Window, most: int) -> CalendarBins:
    """Divide a window by the finest unit of which it holds about ``most`` or fewer."""
    days = window.span / DAY_SECONDS
    unit = next((unit for unit, length in _LENGTHS.items() if days / length <= most), "century")
    inner = _starts(window.lower, window.upper, unit)
    inner = inner[(inner > window.lower) & (inner < window.upper)]
    return CalendarBins(unit, np.concatenate([[window.lower], inner, [window.upper]]))


def _starts(lower: int, upper: int, unit: str) -> NDArray[np.int64]:
    """Return the first second of each unit that overlaps [lower, upper)."""
    if unit in _MONTHS:
        count = _MONTHS[unit]
        year, month, _ = civil_from_days(lower // DAY_SECONDS)
        last_year, last_month, _ = civil_from_days(upper // DAY_SECONDS)
        first = (year * 12 + month - 1) // count * count
        months = range(first, last_year * 12 + last_month, count)
        return np.array(
            [days_from_civil(month // 12, month % 12 + 1, 1) * DAY_SECONDS for month in months],
            dtype=np.int64,
        )
    length, shift = (7, _MONDAY) if unit == "week" else (1, 0)
    first = (lower // DAY_SECONDS - shift) // length * length + shift
    return np.arange(first, upper // DAY_SECONDS + 1, length, dtype=np.int64) * DAY_SECONDS
