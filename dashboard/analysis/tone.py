"""The tone of a score: five steps from strong conflict to strong cooperation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

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
BOUNDS = (-5.0, -1.0, 1.0, 5.0)
"""Scores up to -5 and -1 are conflict, from 1 and 5 on cooperation; between -1 and 1 neutral.
The inner bounds are those by which a dyad's tie is negative or positive."""


def tone(score: FloatArray) -> IntArray:
    """Return for each Goldstein score the position of its tone in ``TONES``."""
    below = np.searchsorted(BOUNDS[:2], score, side="left")
    above = np.searchsorted(BOUNDS[2:], score, side="right")
    return below + above


def side(score: FloatArray) -> IntArray:
    """Return 0 for each score of conflict, 1 for a neutral one, 2 for one of cooperation."""
    sides: IntArray = np.sign(tone(score) - NEUTRAL).astype(np.int8) + 1
    return sides


@lru_cache(maxsize=1)
def sides(tables: Tables) -> IntArray:
    """Return the side of the score of each event of a file."""
    return side(tables.events["score"].to_numpy())
