"""Instants: one point in time for each event, for any duration and precision of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.calendar import DAY_SECONDS
from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

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
    lower, upper = events["lower"].to_numpy(), events["upper"].to_numpy()
    is_open = (events["open_start"] | events["open_end"]).to_numpy()
    is_time = ((events["precision"] == "minute") & ~events["once"]).to_numpy()
    first = np.where(is_time, 1, DAY_SECONDS)
    is_cut = events["interval"].to_numpy() | is_open
    length = np.where(is_cut, np.minimum(upper - lower, first), upper - lower)
    begin = np.where(events["open_start"], upper - length, lower)
    place, number = _places(begin, length)
    step = np.minimum(_APART, 1 / number)
    middle = np.where(is_time, place * step, 0.5 + (place - (number - 1) / 2) * step)
    seconds: NDArray[np.float64] = begin + middle * length
    return seconds


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
