"""Instants: one point in time for each event, for any duration and precision of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.model.calendar import DAY_SECONDS
from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from dashboard.query.columns import IntArray

DateColumns = dict[str, "NDArray[Any]"]
"""Columns of the dates of events, by name."""
_FLAGS = (
    "interval", "once", "open_start", "open_end", "unknown_start", "unknown_end", "approximate",
    "uncertain",
)  # fmt: skip
_APART = 0.1
"""Distance between events of the same date, as a fraction of it; less for more than ten."""


def instants(events: pd.DataFrame) -> NDArray[np.float64]:
    """Return the instant of each event's mark, in seconds.

    The instant of a time is the time itself; of a day, month or year its middle, as of a date once
    within two bounds; of an interval the middle of its first day; of a date with one open end the
    known end. Events of the same date are placed side by side around that point, within the date,
    so that zooming in separates them.

    Args:
        events: rows with ``lower``, ``upper``, ``precision``, ``interval``, ``once``,
            ``open_start`` and ``open_end``.
    """
    begin, length, is_time = units_of_time(date_columns(events))
    place, number = _places(begin, length)
    step = np.minimum(_APART, 1 / number)
    middle = np.where(is_time, place * step, 0.5 + (place - (number - 1) / 2) * step)
    seconds: NDArray[np.float64] = begin + middle * length
    return seconds


def date_columns(events: pd.DataFrame, rows: IntArray | None = None) -> DateColumns:
    """Return the columns of the dates of events, which is quicker than the rows of all columns.

    Args:
        events: see ``Tables.events``.
        rows: some rows; all by default.

    Returns:
        ``lower`` and ``upper`` in seconds, flags by the name of their column, and two more flags:
        ``time`` for dates with a time of day, ``coarse`` for months and years.
    """

    def column(name: str) -> NDArray[Any]:
        values = events[name].to_numpy()
        return values if rows is None else values[rows]

    found = {name: column(name) for name in ("lower", "upper", *_FLAGS)}
    words = events["precision"].cat.categories.to_numpy()
    precision = events["precision"].cat.codes.to_numpy()
    precision = precision if rows is None else precision[rows]
    found["time"] = (words == "minute")[precision]
    found["coarse"] = np.isin(words, ["month", "year"])[precision]
    return found


def units_of_time(
    dates: DateColumns,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return the unit of time that contains the instant of each event, and whether it is a time.

    The unit of an interval is its first day, that of a date with one open end the day at the known
    end, and that of any other date the whole date.

    Args:
        dates: see ``date_columns``.

    Returns:
        Begin and length of each unit in seconds, and flags of the events with a time of day.
    """
    lower, upper = dates["lower"], dates["upper"]
    is_time = dates["time"] & ~dates["once"]
    first = np.where(is_time, 1, DAY_SECONDS)
    is_cut = dates["interval"] | dates["open_start"] | dates["open_end"]
    length = np.where(is_cut, np.minimum(upper - lower, first), upper - lower)
    begin = np.where(dates["open_start"], upper - length, lower)
    return begin, length, is_time


def _places(
    begin: NDArray[np.integer], length: NDArray[np.integer]
) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """Return the rank of each event among the events of the same date, and their number."""
    order = np.lexsort((length, begin))
    starts = np.flatnonzero(first_of_equals(begin[order], length[order]))
    sizes = np.diff(starts, append=len(begin))
    place, number = np.empty_like(begin), np.empty_like(begin)
    number[order] = np.repeat(sizes, sizes)
    place[order] = np.arange(len(begin)) - np.repeat(starts, sizes)
    return place, number
