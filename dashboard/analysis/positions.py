"""Positions: where the nodes of the network stand, allies together and rivals apart.

The layout is a function of the whole file, and made to change little when the file does. Hardly
a step chooses between equally good solutions, as eigenvectors of equal eigenvalues or a random
start would. What remains: where the first nodes stand between the camps, an event can swap sides.

1. *Ties*: mean scores, shrunk towards neutral where the evidence is thin, as soft signs.
2. *Camps*: what the spectrum of the signed matrix has beyond chance places each node in a plane
   of camps, an idea of Brandes, Fleischer and Lerner (2006). Its axes are those of the first
   node's camp and of the first camp beside it, not single eigenvectors.
3. *Slots*: within its camp a node stands where its number, not the data, puts it.
4. *Stress*: signed distances are fitted by majorisation (Kruskal 1964; de Leeuw 1977; Gansner,
   Koren and North 2004), with each node held by a spring to its place of step 3. Unheld, stress
   has many minima, and one more event can tip the layout from one into another.
5. *Room*: nodes that are too close are pushed apart, and places are rounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

_PRIOR = 2.0
"""Relations that a tie is assumed to have beside those in the file, with a score of 0."""
_FIRM = 2.5
"""Shrunk mean score at which a tie is clearly friendly."""
_UNKNOWN = 0.45
"""Distance of two nodes that the file does not relate, in units of the unit square."""
_STRETCH = 0.7
"""Share of it by which the closest allies are nearer, and the bitterest rivals farther."""
_IDLE = 0.05
"""Weight of the distance of two nodes without relations; that of many relations is near 1."""
_HOLD = 1.5
"""Strength of the spring to a node's start, relative to the mean pull of all its distances."""
_FIT_STEPS, _ROOM_STEPS, _CAMP_STEPS = 30, 200, 8
_CONTRAST, _CEILING = 16, 20.0
"""How sharply structure is told from chance, and how much of it the clearest counts."""
_CAMP_RADIUS = 0.33
"""Distance of the camps from the middle."""
_CAMP_WIDTH = 0.4
"""Distance in the plane of camps, of radius 1, up to which two nodes count as one camp."""
_SLOTS, _PACKING = np.array([0.33, 0.46]), 1.25
"""Half the extent of a camp of all nodes, and the power of a camp's share that shrinks it."""
_HEIGHT, _TALLER = 0.2, 1.45
"""Standard deviation of y to aim at, and by how much y may be stretched for it."""
_INSIDE, _BORDER = 0.43, 0.48
"""Half the extent of the inside, and of the border where unconnected nodes stand."""
_BESIDE = 1 / 3
"""Size from which another component stands inside, as a share of the largest."""


def positions(n: FloatArray, mean: FloatArray) -> FloatArray:
    """Place the nodes in the unit square, meant to be drawn about 1.6 times as wide as high.

    The camp of the first node stands on the left, its rivals on the right; if there are more
    camps, the next one stands towards y = 1. Components of few nodes, and nodes without any
    relations, stand at the border. No two nodes coincide; of up to 60, no two stand closer than
    nine tenths of ``separation``. The same tallies give the same places in any process.

    Args:
        n: symmetric (nodes, nodes) array of numbers of relations, as of ``undirected``.
        mean: of their scores, from -10 to +10; where there are none it does not matter.

    Returns:
        (nodes, 2) array of x and y in [0, 1], rounded to four decimals.

    Raises:
        ValueError: the arrays are not square, or differ in shape.
    """
    if n.shape != mean.shape or n.shape != (len(n), len(n)):
        raise ValueError(f"n and mean must be square and alike, not {n.shape} and {mean.shape}")
    nodes = len(n)
    if not nodes:
        return np.zeros((0, 2))
    first = _components(n > 0)
    size = np.bincount(first, minlength=nodes)[first]
    inside = np.flatnonzero(size >= max(2.0, size.max() * _BESIDE))
    if not len(inside):
        inside = np.arange(nodes)
    place = 0.5 + _border(first)
    both = np.ix_(inside, inside)
    place[inside] = 0.5 + _inside(n[both], mean[both])
    return np.round(_make_room(place, separation(nodes)), 4)


def separation(nodes: int) -> float:
    """Return how far apart nodes should stand, in units of the unit square."""
    return min(0.16, 0.36 / float(np.sqrt(max(nodes, 1))))


def signed_distances(n: FloatArray, mean: FloatArray) -> FloatArray:
    """Return how far apart any two nodes should stand: allies near, rivals far.

    Args:
        n: (nodes, nodes) array of numbers of relations.
        mean: of their scores; the fewer there are, the closer to neutral they are taken.

    Returns:
        (nodes, nodes) array with a diagonal of 0, in units of the unit square.
    """
    return (~np.eye(len(n), dtype=bool)) * _UNKNOWN * (1 - _STRETCH * _ties(n, mean))


def evidence(n: FloatArray) -> FloatArray:
    """Return the weight of each distance: little without relations, near 1 with many."""
    return (~np.eye(len(n), dtype=bool)) * (_IDLE + n / (n + _PRIOR))


def majorise(
    distances: FloatArray, weights: FloatArray, start: FloatArray, hold: float
) -> FloatArray:
    """Fit places to distances, held to where they start, by majorising the stress (SMACOF).

    What never rises from step to step is the sum over pairs of weight * (distance between the
    places - distance)² plus ``hold`` times the sum over nodes of (distance from the start)². The
    number of steps is fixed, so that it cannot differ between two nearly equal files.

    Args:
        distances: symmetric (nodes, nodes) array.
        weights: of the distances; symmetric (nodes, nodes) array, diagonal 0.
        start: (nodes, 2) array.
        hold: strength of the springs to the start, on the scale of sums of weights; 0 for none.
    """
    # Without any hold the system would be singular: the layout could drift as a whole.
    hold = hold + 1e-9
    solve = np.linalg.inv(np.diag(weights.sum(axis=1) + hold) - weights)
    place = start
    for _ in range(_FIT_STEPS):
        _, length = _gaps(place)
        ratio = -weights * distances / np.maximum(length, 1e-9)
        ratio -= np.diag(ratio.sum(axis=1))
        place = solve @ (ratio @ place + hold * start)
    return place


def _ties(n: FloatArray, mean: FloatArray) -> FloatArray:
    """Return soft signs in (-1, 1), 0 without relations and on the diagonal."""
    related = (n > 0) & ~np.eye(len(n), dtype=bool)
    return np.tanh(np.where(related, mean, 0.0) * n / (n + _PRIOR) / _FIRM)


def _inside(n: FloatArray, mean: FloatArray) -> FloatArray:
    """Place connected nodes around (0, 0), within ``_INSIDE`` either way."""
    camps = _camps(_ties(n, mean))
    _, apart = _gaps(camps)
    share = np.exp(-0.5 * (apart / _CAMP_WIDTH) ** 2).mean(axis=1)
    start = _CAMP_RADIUS * camps + share[:, None] ** _PACKING * _SLOTS * _slots(len(n))
    weights = evidence(n)
    hold = _HOLD * float(weights.sum(axis=1).mean())
    place = majorise(signed_distances(n, mean), weights, start, hold)
    place[:, 1] *= np.clip(_HEIGHT / (place[:, 1].std() + 1e-9), 1.0, _TALLER)
    place /= np.power(1 + np.power(place / _INSIDE, 6), 1 / 6)
    return place


def _camps(ties: FloatArray) -> FloatArray:
    """Return where each node stands in the plane of camps, within radius 1.

    Ties are divided by the root of both nodes' degrees (Kunegis et al. 2010), raised by the mean
    degree so that nodes with few ties do not make camps of their own (Chaudhuri, Chung and
    Tsiatas 2012), and double-centred (Torgerson 1952). An eigenvalue counts for as much as it
    exceeds the largest that a random matrix of as many nodes and as strong ties is expected to
    have (Wigner 1955; Tracy and Widom 1996), so that chance alone makes no camps.
    """
    nodes = len(ties)
    degree = np.abs(ties).sum(axis=1)
    level = degree.mean() + 1e-9
    scale = np.sqrt(level / (degree + level))
    matrix = ties * np.outer(scale, scale) / level
    matrix -= matrix.mean(axis=0)
    matrix -= matrix.mean(axis=1, keepdims=True)
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    edge = (2 - 1.2065 * nodes ** (-2 / 3)) * np.sqrt((values**2).mean()) + 1e-12
    strength = np.maximum(values / edge, 0.0) ** _CONTRAST
    vectors = vectors * scale[:, None]
    vectors = vectors - vectors.mean(axis=0)
    likeness = nodes * (vectors * (strength / (1 + strength / _CEILING))) @ vectors.T
    across, likeness = _axis(likeness)
    along, _ = _axis(likeness)
    camps = np.stack([-across, along], axis=1)
    camps /= np.sqrt(1 + np.square(camps).sum(axis=1, keepdims=True))
    return camps


def _axis(likeness: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return coordinates along the axis of the first node's camp, and the likeness left over.

    The axis starts from the nodes weighted 1, 1/3, 1/9 … in order, so that a node near neutral
    leaves the choice to the next, and turns to the middle of the camp that it points at. The
    coordinates are those of Nyström's approximation (Williams and Seeger 2001) with that middle
    as the landmark.
    """
    middle = 3.0 ** -np.arange(len(likeness))
    for _ in range(_CAMP_STEPS):
        towards = likeness @ middle
        middle = np.maximum(towards / (np.abs(towards).max() + 1e-30), 0.0) ** 2
        middle = middle / (middle.sum() + 1e-30)
    towards = likeness @ middle
    along = towards / np.sqrt(max(float(towards @ middle), 0.0) + 1e-12)
    return along, likeness - np.outer(along, along)


def _slots(nodes: int) -> FloatArray:
    """Return a place in [-1, 1]² for each number: a wave upwards, on which neighbours are near.

    A new node in between thus moves no other by much.
    """
    height = (2 * np.arange(nodes) + 1) / nodes - 1
    return np.stack([np.sin(np.pi / 2 * height * (1 + 0.45 * np.sqrt(nodes))), height], axis=1)


def _components(linked: BoolArray) -> IntArray:
    """Return for each node the first node of its component."""
    first = np.arange(len(linked))
    reach = linked | np.eye(len(linked), dtype=bool)
    while True:
        lowest = np.where(reach, first, len(linked)).min(axis=1)
        if np.array_equal(lowest, first):
            return first
        first = lowest


def _border(first: IntArray) -> FloatArray:
    """Return a place on the border for each node, around (0, 0), components side by side."""
    nodes = len(first)
    earlier = np.tril(first[:, None] == first, -1).sum(axis=1)
    around = (4 * (first + 0.5) / nodes + earlier * separation(nodes)) % 4
    side, along = np.divmod(around, 1)
    x = np.choose(side.astype(np.int64), [along, np.ones(nodes), 1 - along, np.zeros(nodes)])
    y = np.choose(side.astype(np.int64), [np.zeros(nodes), along, np.ones(nodes), 1 - along])
    return (2 * np.stack([x, y], axis=1) - 1) * _BORDER


def _make_room(place: FloatArray, apart: float) -> FloatArray:
    """Push nodes closer than ``apart`` away from each other, within the border."""
    place = place + 1e-5 * _slots(len(place))  # so that no two coincide, which has no direction
    for _ in range(_ROOM_STEPS):
        gap, length = _gaps(place)
        np.fill_diagonal(length, np.inf)
        if length.min() >= 0.97 * apart:
            break
        push = 0.4 * np.maximum(apart - length, 0.0) / np.maximum(length, 1e-6)
        place = place + (push * gap).sum(axis=2).T
        place = np.clip(place, 0.5 - _BORDER, 0.5 + _BORDER)
    return place


def _gaps(place: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the x and y from any place to any other, (2, nodes, nodes), and the distances."""
    gap = place.T[:, :, None] - place.T[:, None]
    return gap, np.sqrt(gap[0] * gap[0] + gap[1] * gap[1])
