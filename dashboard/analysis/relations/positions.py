"""Target positions of the nodes, computed from the file's relations alone.

Hardly a step chooses between equally good solutions, as eigenvectors of equal eigenvalues or a
random start would, so that files that differ little have targets that differ little.

1. *Ties*: mean scores, shrunk towards neutral where the evidence is thin, as soft signs.
2. *Camps*: each node has a vector that turns to its allies' and away from its rivals': a spectral
   drawing of the signed graph (Kunegis et al. 2010) found by powers of its matrix, but one that
   saturates, as the mean field of a spin does (Weiss 1907; Sherrington and Kirkpatrick 1975). A
   node of a clear camp stays there, come one event more.
3. *Homes*: within its camp the position of a node follows from its id, not from the data. A node
   that takes no side is placed between the camps.
4. *Stress*: signed distances are fitted by majorisation (Kruskal 1964; de Leeuw 1977; Gansner,
   Koren and North 2004), with each node held to its home by a spring. Unheld, stress has many
   minima, and one more event can tip the layout from one into another.

How the layout follows these targets while the file grows is in ``revision``.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.columns import FloatArray

_PRIOR = 4.0
"""Number of relations with a score of 0 that each tie is assumed to have in addition."""
_FIRM = 2.5
"""Shrunk mean score at which a tie is clearly friendly."""
_UNKNOWN = 0.55
"""Distance of two nodes that the file does not relate, in units of the unit square."""
_STRETCH = 0.7
"""Fraction of ``_UNKNOWN`` by which allies are closer and rivals farther apart."""
_IDLE = 0.1
"""Weight of the distance of two nodes without relations; with many relations it is near 1."""
_HOLD, _FIT_STEPS = 0.9, 4
"""Strength of the spring to a node's home, relative to the mean pull of all its distances; number
of steps of the fit."""
_GAIN, _DOUBT = 1.15, 0.7
"""Gain by which camps are distinguished from chance; least strength of ties for which they are."""
_LEAN, _LEAN_UP, _FEW = 0.8, 0.1, 8
"""Strength of an id-based bias to the left and upward; seeds are raised to the power ``_FEW``, so
that few nodes feel it."""
_CAMP_RADIUS = 0.36
"""Distance of the camps from the centre, in units of the unit square."""
_CAMP_WIDTH = 0.5
"""Distance in the plane of camps, of radius 1, up to which two nodes count as one camp."""
_EXTENT = np.array([0.39, 0.5])
"""Half the width and height of a camp of all nodes."""


def seeds(ids: Iterable[str]) -> FloatArray:
    """Return four numbers in [-1, 1) for each id, evenly spread, in place of random numbers."""
    raw = b"".join(blake2b(id_.encode(), digest_size=16).digest() for id_ in ids)
    return np.frombuffer(raw, "<u4").reshape(-1, 4) / 2**31 - 1


def separation(nodes: int) -> float:
    """Return the distance that nodes should keep, in units of the unit square."""
    return min(0.08, 0.43 / float(np.sqrt(max(nodes, 1))))


def soft_signs(n: FloatArray, mean: FloatArray, prior: float = _PRIOR) -> FloatArray:
    """Return the sign of each tie as a number in (-1, 1), 0 without relations.

    Args:
        n: array of numbers of relations.
        mean: mean of their scores; the fewer relations, the closer the result is to 0.
        prior: number of relations with a score of 0 that each tie has in addition.

    >>> soft_signs(np.array([0.0, 1.0, 100.0]), np.array([0.0, 10.0, 10.0])).round(2).tolist()
    [0.0, 0.66, 1.0]
    """
    return np.tanh(mean * n / (n + prior) / _FIRM)


def signed_distances(tie: FloatArray) -> FloatArray:
    """Return the target distance of each pair: allies near, rivals far, 0 on the diagonal."""
    return (~np.eye(len(tie), dtype=bool)) * _UNKNOWN * (1 - _STRETCH * tie)


def evidence(n: FloatArray) -> FloatArray:
    """Return the weight of each target distance: low without relations, near 1 with many."""
    return (~np.eye(len(n), dtype=bool)) * (_IDLE + n / (n + _PRIOR))


def target(n: FloatArray, tie: FloatArray, home: FloatArray) -> FloatArray:
    """Return the target positions of the nodes, in units of the unit square."""
    weights = evidence(n)
    hold = _HOLD * float(weights.sum(axis=1).mean())
    return majorise(signed_distances(tie), weights, home, hold, _FIT_STEPS)


def majorise(
    distances: FloatArray, weights: FloatArray, start: FloatArray, hold: float, steps: int
) -> FloatArray:
    """Fit positions to distances, held to their start, by majorising the stress.

    The stress never rises from step to step: the sum over pairs of weight * (distance between the
    positions - distance)² plus ``hold`` times the sum over nodes of (distance from the start)². The
    bound has a diagonal matrix of second order, which needs no system solved (de Leeuw 1977). The
    number of steps is fixed, so that it cannot differ between two nearly equal files.

    Args:
        distances: symmetric (nodes, nodes) array.
        weights: weights of the distances; symmetric (nodes, nodes) array, diagonal 0.
        start: (nodes, 2) array.
        hold: strength of the springs to the start, on the scale of sums of weights; 0 for none.
        steps: number of improvements.
    """
    bound = (2 * weights.sum(axis=1) + hold + 1e-9)[:, None]
    place = start
    for _ in range(steps):
        pull = weights * (1 - distances / np.maximum(lengths(place), 1e-6))
        slope = pull.sum(axis=1)[:, None] * place - pull @ place + hold * (place - start)
        place = place - slope / bound
    return place


def camps(tie: FloatArray, start: FloatArray, seed: FloatArray, steps: int) -> FloatArray:
    """Return the vector of each node in the plane of camps, both coordinates within [-1, 1].

    Ties are divided by the root of both nodes' degrees, raised by the mean degree so that nodes
    with few ties do not make camps of their own (Chaudhuri, Chung and Tsiatas 2012), and centred.
    Vectors grow only where ties agree better than those of a random matrix of as many nodes and
    as strong ties, whose largest eigenvalue is known (Wigner 1955). The two coordinates grow and
    saturate apart, the second in what the first leaves over, so that of three camps none is
    swallowed. Few nodes lean to the left, so their camp is the left one, and fewer upwards.

    Args:
        tie: symmetric (nodes, nodes) array of soft signs, diagonal 0.
        start: (nodes, 2) array of the previous vectors.
        seed: (nodes, 4) array; see ``seeds``.
        steps: number of steps towards agreement.
    """
    nodes = len(tie)
    degree = np.abs(tie).sum(axis=1)
    scale = np.sqrt((degree.mean() + 1e-9) / (degree + degree.mean() + 1e-9))
    pull = tie * np.outer(scale, scale)
    pull = pull - pull.mean(axis=0)
    pull = pull - pull.mean(axis=1, keepdims=True)
    chance = 2 * np.sqrt((pull**2).sum() / nodes)
    pull *= _GAIN / np.hypot(chance, _DOUBT)
    lean = ((seed[:, 2:] + 1) / 2) ** _FEW * np.array([-_LEAN, _LEAN_UP])
    vector = start
    for _ in range(steps):
        vector = pull @ vector
        across, along = vector.T
        vector[:, 1] -= across * (across @ along) / (across @ across + 1e-9)
        vector = vector + lean
        vector = vector / np.power(1 + vector**4, 1 / 4)
    return vector


def homes(vector: FloatArray, seed: FloatArray) -> FloatArray:
    """Return the home of each node by its camp and id, in units of the unit square.

    A camp of all nodes would fill most of the square; a smaller one takes up less.
    """
    share = np.exp(-0.5 * np.square(lengths(vector) / _CAMP_WIDTH)).mean(axis=1, keepdims=True)
    return np.asarray(0.5 + _CAMP_RADIUS * vector + share * _EXTENT * seed[:, :2])


def lengths(place: FloatArray) -> FloatArray:
    """Return the (nodes, nodes) array of distances between positions, an (nodes, 2) array."""
    x, y = place[:, 0], place[:, 1]
    across, along = x[:, None] - x, y[:, None] - y
    length: FloatArray = np.sqrt(across * across + along * along)  # quicker than hypot
    return length
