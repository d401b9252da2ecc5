"""Mirrored histograms: what a lane shows when it holds more events than can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

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


def density(
    x: FloatArray,
    side: IntArray,
    event: IntArray,
    lane: IntArray,
    lanes: int,
    width: float,
) -> Density:
    """Count marks per lane and bin.

    Args:
        x: place of each event in pixels; one outside [0, width) is not counted, nor is NaN.
        side: of each event: 0 conflict, 1 neutral, 2 cooperation.
        event: position in ``x`` of the event of each mark.
        lane: lane of each mark.
        lanes: number of lanes.
        width: width of the plot in pixels.
    """
    bins = min(max(1, int(width // BIN_WIDTH)), MOST_BINS)
    # One number for side and bin of each event, the last for those that are not counted.
    columns = 3 * bins
    with np.errstate(invalid="ignore"):
        inside = (x >= 0) & (x < width)
        bin_ = np.minimum((x * (bins / width)).astype(np.int32), bins - 1)
    column = np.where(inside, side.astype(np.int32) * bins + bin_, columns)
    key = lane.astype(np.int32) * (columns + 1) + column[event]
    counts = np.bincount(key, minlength=lanes * (columns + 1)).reshape(lanes, columns + 1)
    conflict, neutral, cooperation = np.moveaxis(counts[:, :-1].reshape(lanes, 3, bins), 1, 0)
    edges = np.linspace(0.0, width, bins + 1)
    return Density(edges, cooperation=cooperation, neutral=neutral, conflict=conflict)
