"""Where each event stands as a point in time, however long it lasts and however vague its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

_DAY = 86_400
_APART = 0.1
"""How far apart events of one date stand, as a share of it; of more than ten, nearer."""


def instants(events: pd.DataFrame) -> NDArray[np.float64]:
    """Return the second at which each event's mark stands.

    A time stands where it is, a day in its middle, an interval in the middle of its first day; a
    month or a year in the middle of what it may mean; an open interval at its known end. Events of
    the same date stand side by side around that, all within what the date means, so that zooming in
    parts them.

    Args:
        events: rows with ``lower``, ``upper``, ``precision``, ``interval`` and ``open_start``.
    """
    lower, upper = events["lower"].to_numpy(), events["upper"].to_numpy()
    is_time = (events["precision"] == "minute").to_numpy()
    first = np.where(is_time, 1, _DAY)
    length = np.where(events["interval"], np.minimum(upper - lower, first), upper - lower)
    begin = np.where(events["open_start"], upper - length, lower)
    place, number = _places(begin, length)
    step = np.minimum(_APART, 1 / number)
    middle = np.where(is_time, place * step, 0.5 + (place - (number - 1) / 2) * step)
    found: NDArray[np.float64] = begin + middle * length
    return found


def _places(
    begin: NDArray[np.integer], length: NDArray[np.integer]
) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """Return the place of each event among those of the same stretch, and how many these are."""
    order = np.lexsort((length, begin))
    starts = np.flatnonzero(first_of_equals(begin[order], length[order]))
    sizes = np.diff(starts, append=len(begin))
    place, number = np.empty_like(begin), np.empty_like(begin)
    number[order] = np.repeat(sizes, sizes)
    place[order] = np.arange(len(begin)) - np.repeat(starts, sizes)
    return place, number
