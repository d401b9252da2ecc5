"""Spacing: places that are too close are pushed apart, within limits that the caller sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.positions import lengths

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.query.columns import FloatArray


def push_apart(
    place: FloatArray, apart: float, steps: int, keep: Callable[[FloatArray], FloatArray]
) -> FloatArray:
    """Push any two places away from each other until they are nearly ``apart``.

    Args:
        place: (nodes, 2) array.
        apart: the distance to reach.
        steps: how often to push, at most.
        keep: moves places back to where they are allowed to be, after each step.
    """
    for _ in range(steps):
        one, other = np.nonzero(np.triu(lengths(place) < 0.99 * apart, 1))
        if not len(one):
            break
        gap = place[one] - place[other]
        # So that no two coincide, which has no direction.
        gap += 1e-6 * apart * np.stack([np.cos(one + 3 * other), np.sin(one + 3 * other)], axis=1)
        length = np.sqrt(np.square(gap).sum(axis=1, keepdims=True))
        push = 0.5 * (apart / length - 1) * gap
        moved = place.copy()
        for axis in (0, 1):
            moved[:, axis] += np.bincount(one, push[:, axis], len(place))
            moved[:, axis] -= np.bincount(other, push[:, axis], len(place))
        place = keep(moved)
    return place
