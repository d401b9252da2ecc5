"""Dates of made-up events: spread over the years, and a third of them in bursts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.model.dates import PRECISIONS

Dates = dict[str, NDArray[Any]]

FIRST_DAY = np.datetime64("1990-01-01")
LAST_DAY = np.datetime64("2024-12-31")
BURSTS = 40
FORMS = ("day", "interval", "month", "minute", "year")
FORM_SHARES = (0.88, 0.05, 0.04, 0.02, 0.01)


def made_up_dates(rng: np.random.Generator, size: int) -> Dates:
    """Dates in order of time, with their bounds and texts; ``day`` is the day of the first."""
    span = int((LAST_DAY - FIRST_DAY).astype(int))
    center, width = rng.integers(0, span, BURSTS), rng.integers(10, 120, BURSTS)
    burst = rng.integers(0, BURSTS, size)
    day = np.where(
        rng.random(size) < 1 / 3, rng.normal(center[burst], width[burst]), rng.random(size) * span
    )
    days = FIRST_DAY + np.clip(day, 0, span).astype(int)
    form = choice(rng, FORM_SHARES, size)
    minute = days.astype("M8[m]") + rng.integers(0, 1440, size)
    last = np.minimum(days + rng.integers(1, 30, size), LAST_DAY)
    month, year = days.astype("M8[M]"), days.astype("M8[Y]")
    lower = np.choose(form, [_seconds(part) for part in (days, days, month, minute, year)])
    after = (days + 1, last + 1, month + 1, minute + 1, year + 1)
    rank = np.array([PRECISIONS.index(name.replace("interval", "day")) for name in FORMS])[form]
    order = np.lexsort((rank, lower))
    texts = np.datetime_as_string(days).astype(object)
    texts[form == 1] += "/" + np.datetime_as_string(last[form == 1]).astype(object)
    texts[form == 2] = np.datetime_as_string(month[form == 2]).astype(object)
    texts[form == 3] = np.datetime_as_string(minute[form == 3]).astype(object) + "Z"
    texts[form == 4] = np.datetime_as_string(year[form == 4]).astype(object)
    approximate = rng.random(size) < 0.02
    texts[approximate] += "~"
    columns = {
        "day": days,
        "text": texts,
        "lower": lower,
        "upper": np.choose(form, [_seconds(part) for part in after]),
        "rank": rank,
        "interval": form == 1,
        "approximate": approximate,
    }
    return {name: column[order] for name, column in columns.items()}


def _seconds(at: NDArray[Any]) -> NDArray[np.int64]:
    return at.astype("M8[s]").astype(np.int64)


def choice(rng: np.random.Generator, shares: tuple[float, ...], size: int) -> NDArray[np.int8]:
    """Random positions, each with its share."""
    bounds = np.cumsum(shares) / np.sum(shares)
    return np.searchsorted(bounds[:-1], rng.random(size), side="right").astype(np.int8)
