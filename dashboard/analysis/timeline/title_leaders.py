"""Leaders of titles: their x within the marks of their events, and the marks that they cross.

Leaders of events on nearly one x are moved apart, within their marks:

    ┌ One              x of both events: 6
    │ ┌ Other          x of the leaders: 4, 8
    ●●●●●
    4 6 8
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.analysis.timeline.marks import Marks
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

CLEAR = 4.0
"""Smallest distance in pixels of a leader to titles and other leaders."""
_STEP = CLEAR + 0.1
"""Distance in pixels of leaders that are moved apart: more than ``CLEAR`` also after rounding."""
_SHIFT = 4.5
"""Largest distance in pixels of a leader from the middle of its mark; a mark is wider."""
_WITHIN_MARK = 6.0
"""Distance in pixels up to which a leader crosses a mark."""


def spread_leaders(x: FloatArray, width: float) -> FloatArray:
    """Return the x of leaders, moved apart within their marks where these are on nearly one x.

    >>> spread_leaders(np.array([6.0, 6.0, 50.0]), 100.0).tolist()
    [3.95, 8.05, 50.0]

    Args:
        x: x of the marks in pixels, ascending.
        width: width of the plot area in pixels.
    """
    groups: list[tuple[float, int]] = []
    for value in (x - _STEP * np.arange(len(x))).tolist():
        mean, count = value, 1
        while groups and groups[-1][0] >= mean:
            before, size = groups.pop()
            mean, count = (mean * count + before * size) / (count + size), count + size
        groups.append((mean, count))
    means, counts = zip(*groups, strict=True) if groups else ((), ())
    spread = np.repeat(means, counts) + _STEP * np.arange(len(x))
    alone = np.repeat(counts, counts) == 1
    moved = np.clip(np.clip(spread, x - _SHIFT, x + _SHIFT), 0.0, width)
    leaders: FloatArray = np.where(alone, x, moved)
    return leaders


def count_crossed(marks: Marks, competing: IntArray, x: FloatArray, visible: BoolArray) -> IntArray:
    """Return the number of marks of other events that the leaders of each event would cross.

    Args:
        marks: the events that are drawn one by one.
        competing: (n) positions in ``marks.event``.
        x: (n) x of their leaders.
        visible: flags of the events in view.

    Returns:
        (n, 2) numbers of marks: of a leader from above, and of one from below.
    """
    drawn = visible[marks.event][marks.owner]
    owner, y = marks.owner[drawn], marks.y[drawn]
    near = np.abs(x[:, None] - marks.x[owner]) < _WITHIN_MARK
    near &= competing[:, None] != owner
    above = near & (y < marks.top[competing][:, None])
    below = near & (y > marks.bottom[competing][:, None])
    return np.stack((above.sum(axis=1), below.sum(axis=1)), axis=1)
