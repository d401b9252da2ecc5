"""Spacing: positions that are too close are pushed apart, within limits that the caller sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.positions import lengths

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.query.columns import FloatArray


def push_apart(
    place: FloatArray, distance: float, steps: int, keep: Callable[[FloatArray], FloatArray]
) -> FloatArray:
    """Push positions away from each other until any two are nearly ``distance`` apart.

    Args:
        place: (nodes, 2) array.
        distance: the distance to reach.
        steps: largest number of steps.
        keep: moves positions back to where they are allowed to be, after each step.
    """
    itself = np.diag(np.full(len(place), np.inf))
    for _ in range(steps):
        one, other = np.nonzero(lengths(place) + itself < 0.99 * distance)
        if not len(one):
            break
        gap = place[one] - place[other]
        # A tiny offset gives coinciding positions a direction.
        turn = one + other + np.pi * (one > other)
        gap += 1e-6 * distance * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        push = 0.5 * (distance / np.sqrt(np.square(gap).sum(axis=1, keepdims=True)) - 1) * gap
        across, along = (np.bincount(one, part, len(place)) for part in push.T)
        place = keep(place + np.stack([across, along], axis=1))
    return place
