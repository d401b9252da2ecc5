"""Histograms of lanes that hold more events than can be drawn as single marks.

▁▃▅▂   cooperation, with neutral events on top of it, upward
────   middle of the lane
▔▀▔    conflict, downward
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import Side

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

BIN_WIDTH, MOST_BINS = 8.0, 200
"""Smallest width of a bin in pixels, and the largest number of bins."""


@dataclass(frozen=True)
class Density:
    """Counts of events per lane and bin.

    Attributes:
        edges: x of the edges of the bins in pixels; one edge more than bins.
        cooperation: (lanes, bins) counts of events with a cooperative score.
        neutral: (lanes, bins) counts of events with a neutral score.
        conflict: (lanes, bins) counts of events with a conflictual score.
    """

    edges: FloatArray
    cooperation: IntArray
    neutral: IntArray
    conflict: IntArray

    @property
    def most(self) -> int:
        """The largest count on one side of one bin."""
        upward = (self.cooperation + self.neutral).max(initial=0)
        return int(max(upward, self.conflict.max(initial=0)))


def count_density(
    x: FloatArray,
    side: IntArray,
    event: IntArray,
    lane: IntArray,
    lanes: int,
    width: float,
) -> Density:
    """Count marks per lane and bin.

    >>> x, side = np.array([1.0, 2.0, 20.0]), np.array([Side.COOPERATION] * 2 + [Side.CONFLICT])
    >>> counts = count_density(x, side, np.arange(3), np.zeros(3, int), lanes=1, width=24.0)
    >>> counts.cooperation.tolist(), counts.conflict.tolist()
    ([[2, 0, 0]], [[0, 0, 1]])

    Args:
        x: position of each event in pixels; events outside [0, width) or at NaN are not counted.
        side: code of the ``Side`` of the score of each event.
        event: for each mark, the position of its event in ``x``.
        lane: lane of each mark.
        lanes: number of lanes.
        width: width of the plot area in pixels.
    """
    bins = min(max(1, int(width // BIN_WIDTH)), MOST_BINS)
    # One number for side and bin of each event; the last one is for events that are not counted.
    columns = len(Side) * bins
    with np.errstate(invalid="ignore"):
        inside = (x >= 0) & (x < width)
        bin_ = np.minimum((x * (bins / width)).astype(np.int32), bins - 1)
    column = np.where(inside, side.astype(np.int32) * bins + bin_, columns)
    key = lane.astype(np.int32) * (columns + 1) + column[event]
    counts = np.bincount(key, minlength=lanes * (columns + 1)).reshape(lanes, columns + 1)
    by_side = counts[:, :-1].reshape(lanes, len(Side), bins)
    return Density(
        np.linspace(0.0, width, bins + 1),
        cooperation=by_side[:, Side.COOPERATION],
        neutral=by_side[:, Side.NEUTRAL],
        conflict=by_side[:, Side.CONFLICT],
    )
