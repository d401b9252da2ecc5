"""Mirrored histograms: what a lane shows when it holds more events than can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.tone import NEUTRAL, tone

if TYPE_CHECKING:
    from dashboard.query.tables import FloatArray, IntArray

BIN_WIDTH, MOST_BINS = 8.0, 200
"""Least width of a bin, in pixels, and the most bins there are."""


@dataclass(frozen=True)
class Density:
    """Counts of events per lane and bin, three (lanes × bins) arrays.

    Attributes:
        edges: x of the bins' edges in pixels, one more than there are bins.
        cooperation: events whose score is cooperative.
        neutral: events whose score is neutral.
        conflict: events whose score is conflictive.
    """

    edges: FloatArray
    cooperation: IntArray
    neutral: IntArray
    conflict: IntArray

    @property
    def most(self) -> int:
        """The greatest count on one side of one bin."""
        up = (self.cooperation + self.neutral).max(initial=0)
        return int(max(up, self.conflict.max(initial=0)))


def density(x: FloatArray, lane: IntArray, score: FloatArray, lanes: int, width: float) -> Density:
    """Count marks per lane and bin.

    Args:
        x: place of each mark in pixels; what lies outside [0, width) is not counted.
        lane: lane of each mark.
        score: Goldstein score of each mark.
        lanes: number of lanes.
        width: width of the plot in pixels.
    """
    bins = min(max(1, int(width // BIN_WIDTH)), MOST_BINS)
    inside = (x >= 0) & (x < width)
    bin_ = np.minimum((x[inside] * (bins / width)).astype(np.int64), bins - 1)
    side = np.sign(tone(score[inside]) - NEUTRAL) + 1
    key = (side * lanes + lane[inside]) * bins + bin_
    counts = np.bincount(key, minlength=3 * lanes * bins).reshape(3, lanes, bins)
    edges = np.linspace(0.0, width, bins + 1)
    return Density(edges, cooperation=counts[2], neutral=counts[1], conflict=counts[0])
