"""Where each event stands as a point in time, however long it lasts and however vague its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

_DAY = 86_400


def instants(events: pd.DataFrame) -> NDArray[np.float64]:
    """Return the second at which each event's mark stands.

    A time stands where it is, a day in its middle, an interval in the middle of its first day; a
    month or a year in the middle of what it may mean; an open interval at its known end.

    Args:
        events: rows with ``lower``, ``upper``, ``precision``, ``interval`` and ``open_start``.
    """
    lower, upper = events["lower"].to_numpy(), events["upper"].to_numpy()
    half = np.where(events["precision"] == "minute", 0.0, np.minimum(upper - lower, _DAY) / 2)
    is_point = (events["precision"] == "minute") | events["interval"]
    at = np.where(is_point, lower + half, (lower + upper) / 2)
    return np.where(events["open_start"], upper - half, at)
