"""The tone of a score: five steps from strong conflict to strong cooperation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.scores import NEGATIVE_FROM, POSITIVE_FROM
from dashboard.query.matching import sides_of

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.tables import Tables

TONES = (
    "strong conflict",
    "conflict",
    "neutral",
    "cooperation",
    "strong cooperation",
)
NEUTRAL = 2
BOUNDS = (-5.0, NEGATIVE_FROM, POSITIVE_FROM, 5.0)
"""Scores up to -5 and -1 are conflict, from 1 and 5 on cooperation; between -1 and 1 neutral.
The inner bounds are those by which a dyad's tie is negative or positive."""


def tone(score: FloatArray) -> IntArray:
    """Return for each Goldstein score the position of its tone in ``TONES``."""
    below = np.searchsorted(BOUNDS[:2], score, side="left")
    above = np.searchsorted(BOUNDS[2:], score, side="right")
    return below + above


@lru_cache(maxsize=1)
def sides(tables: Tables) -> IntArray:
    """Return the side of the score of each event of a file."""
    return sides_of(tables.events["score"].to_numpy())
