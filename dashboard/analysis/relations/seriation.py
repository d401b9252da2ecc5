"""Seriation: an order of rows and columns in which the members of a camp are neighbours.

Ties span a space of camps: the leading eigenvectors of the matrix of signed ties, those that differ
from chance (Wigner 1955). The order is a short path through that space, which visits camp by camp.
Sorting a matrix by a travelling salesman's path is an idea of McCormick, Schweitzer and White
(1972) and Lenstra (1974); the path is improved by reversing stretches of it (2-opt, Croes 1958).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

_PRIOR = 4.0
"""Number of relations with a score of 0 that each tie is assumed to have in addition."""
_FIRM = 2.5
"""Shrunk mean score at which a tie is clearly friendly."""
_MOST_CAMPS = 8
"""Largest number of eigenvectors, which are the dimensions of the space of camps."""
_SWEEPS = 200
"""Largest number of reversals of a stretch of the path."""
_GAIN = 1e-9
"""Least shortening of the path that counts as an improvement."""


def soft_signs(n: FloatArray, mean: FloatArray) -> FloatArray:
    """Return the sign of each tie as a number in (-1, 1), 0 without relations.

    Args:
        n: array of numbers of relations.
        mean: mean of their scores; the fewer relations, the closer the result is to 0.

    >>> soft_signs(np.array([0.0, 1.0, 100.0]), np.array([0.0, 10.0, 10.0])).round(2).tolist()
    [0.0, 0.66, 1.0]
    """
    return np.tanh(mean * n / (n + _PRIOR) / _FIRM)


def camp_order(n: FloatArray, mean: FloatArray) -> IntArray:
    """Return an order of nodes, camp by camp; the same tallies give the same order.

    Args:
        n: symmetric (nodes, nodes) array of numbers of relations.
        mean: mean of their scores; ignored for pairs without relations.
    """
    if len(n) < 3:
        return np.arange(len(n))
    return path_order(_camp_space(soft_signs(n, np.where(n > 0, mean, 0))))


def _camp_space(ties: FloatArray) -> FloatArray:
    """Return a (nodes, camps) array of positions, in which allies are neighbours."""
    nodes = len(ties)
    degree = np.abs(ties).sum(axis=1)
    scale = 1 / np.sqrt(degree + degree.mean() + 1e-9)
    values, vectors = np.linalg.eigh(ties * np.outer(scale, scale))
    chance = 2 * np.sqrt((values**2).mean())
    count = int(np.clip(np.count_nonzero(values > chance), 1, min(_MOST_CAMPS, nodes)))
    place = vectors[:, -count:][:, ::-1] * np.sqrt(np.maximum(values[-count:][::-1], 1e-12))
    # The sign of an eigenvector is arbitrary: the largest component is made negative.
    turned = np.where(place[np.abs(place).argmax(axis=0), np.arange(count)] > 0, -1.0, 1.0)
    place = place * turned
    length = np.sqrt((place**2).sum(axis=1, keepdims=True))
    near: FloatArray = place / (length + length.mean() / 3 + 1e-12)
    return near


def path_order(place: FloatArray) -> IntArray:
    """Return an order of positions along a short path that begins on the left.

    Args:
        place: (nodes, dimensions) array.

    Returns:
        A permutation of the nodes; its path is no longer than that of the given order or of the
        order from left to right. Equal positions give an equal order.
    """
    nodes = len(place)
    if nodes < 3:
        return np.argsort(place[:, 0], kind="stable")
    distance = np.sqrt(((place[:, None] - place) ** 2).sum(axis=2))
    across = np.argsort(place[:, 0], kind="stable")
    starts = (_nearest(distance, int(across[0])), across, np.arange(nodes))
    paths = [_improved(order, distance) for order in starts]
    order = min(paths, key=lambda path: round(float(distance[path[:-1], path[1:]].sum()), 9))
    if place[order[0], 0] > place[order[-1], 0]:
        order = order[::-1]
    return order


def _improved(order: IntArray, distance: FloatArray) -> IntArray:
    """Reverse stretches of a path until no reversal makes it shorter."""
    for _ in range(_SWEEPS):
        better = _reversed(order, distance)
        if better is None:
            break
        order = better
    return order


def _nearest(distance: FloatArray, first: int) -> IntArray:
    """Return the path that goes to the nearest unvisited position at each step."""
    left = distance.copy()
    order = [first]
    for _ in range(len(distance) - 1):
        left[:, order[-1]] = np.inf
        order.append(int(left[order[-1]].argmin()))
    return np.array(order)


def _reversed(order: IntArray, distance: FloatArray) -> IntArray | None:
    """Reverse the stretch that shortens the path the most; ``None`` if no reversal does."""
    nodes = len(order)
    step = distance[np.ix_(order, order)]
    # A path has no edge beyond its ends: zeros around the matrix.
    padded = np.zeros((nodes + 2, nodes + 2))
    padded[1:-1, 1:-1] = step
    i, j = np.triu_indices(nodes, 1)
    before, after = i, j + 2  # the neighbours of the stretch, in the padded matrix
    i, j = i + 1, j + 1
    gain = padded[before, i] + padded[j, after] - padded[before, j] - padded[i, after]
    best = int(gain.argmax())
    if gain[best] <= _GAIN:
        return None
    first, last = int(i[best]) - 1, int(j[best]) - 1
    better = order.copy()
    better[first : last + 1] = order[first : last + 1][::-1]
    return better
