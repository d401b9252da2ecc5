"""Positions of nodes: camps apart, little movement when a file grows, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import permutations
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from dashboard.analysis.dyads import undirected
from dashboard.analysis.positions import (
    evidence,
    majorise,
    positions,
    separation,
    signed_distances,
)
from tests.analysis.ties import dyads_of

Floats: TypeAlias = NDArray[np.floating]
Integers: TypeAlias = NDArray[np.int64]
Relation: TypeAlias = tuple[int, int, float]
Generator: TypeAlias = np.random.Generator

REPOSITORY = Path(__file__).parents[2]
DIAGONAL = 2**0.5
NODES = ("JPN", "KOR", "NATO", "PRK", "RUS", "UKR", "UNSC", "USA")

# The sixteen events of 2023/24 between Russia, North Korea and the three allies: actors, targets,
# third parties aimed at, and score.
EPISODE: tuple[tuple[str, str, str, float], ...] = (
    ("RUS", "PRK", "", 1.9),
    ("USA JPN KOR", "", "", 2.5),
    ("PRK", "RUS", "", 8.3),
    ("PRK RUS", "", "", 2.5),
    ("USA", "PRK RUS", "", -2.0),
    ("RUS", "USA", "", -2.0),
    ("RUS", "PRK", "", 1.9),
    ("USA KOR JPN", "", "PRK", 7.4),
    ("USA JPN KOR", "PRK RUS", "", -2.0),
    ("RUS", "USA JPN KOR", "", -2.0),
    ("PRK", "USA JPN KOR", "", -4.0),
    ("PRK", "", "", -7.2),
    ("RUS", "UNSC", "", -5.0),
    ("RUS PRK", "", "", 8.0),
    ("PRK", "RUS", "UKR", 8.3),
    ("NATO", "PRK RUS", "", -2.0),
)


def relate(
    actors: Sequence[int], targets: Sequence[int], aimed_at: Sequence[int], score: float
) -> list[Relation]:
    """The relations of one event, each (source, target) once."""
    found: dict[tuple[int, int], float] = {}
    for source in actors:
        for target in targets:
            found.setdefault((source, target), score)
        for third in aimed_at:
            found.setdefault((source, third), -7.2)
    for source, target in permutations(actors, 2):
        found.setdefault((source, target), 1.0 if targets else score)
    return [(*pair, value) for pair, value in found.items()]


def episode(nodes: Sequence[str] = NODES) -> list[Relation]:
    def codes(names: str) -> list[int]:
        return [nodes.index(name) for name in names.split()]

    return [
        relation
        for actors, targets, aimed_at, score in EPISODE
        for relation in relate(codes(actors), codes(targets), codes(aimed_at), score)
    ]


def camp_world(
    nodes: int, camps: int, density: float, seed: int, flipped: float = 0.2
) -> tuple[Integers, list[Relation]]:
    """Camps in no particular order, friendly inside and hostile outside but for flipped ties."""
    generator = np.random.default_rng([nodes, camps, seed])
    camp = generator.permutation(np.arange(nodes) % camps)
    relations: list[Relation] = []
    for i, j in zip(*np.triu_indices(nodes, 1), strict=True):
        if generator.random() < density:
            sign = (1 if camp[i] == camp[j] else -1) * (-1 if generator.random() < flipped else 1)
            for _ in range(1 + generator.geometric(0.25)):
                pair = (int(i), int(j)) if generator.random() < 0.5 else (int(j), int(i))
                relations.append((*pair, sign * generator.uniform(1, 9)))
    return camp, relations


def campless_world(nodes: int, seed: int) -> list[Relation]:
    return camp_world(nodes, 1, 0.5, seed, flipped=0.5)[1]


def matrices(relations: Sequence[Relation], nodes: int) -> tuple[Floats, Floats]:
    dyads = dyads_of([(*relation, False) for relation in relations], nodes)
    n, _, mean = undirected(dyads, nodes)
    return n, mean


def place(relations: Sequence[Relation], nodes: int) -> Floats:
    return positions(*matrices(relations, nodes))


def lengths(places: Floats) -> Floats:
    gap = places[:, None] - places
    return np.asarray(np.hypot(gap[:, :, 0], gap[:, :, 1]))


def closest(places: Floats) -> float:
    return float((lengths(places) + 9 * np.eye(len(places))).min())


def silhouette(places: Floats, camp: Integers) -> float:
    """Mean silhouette (Rousseeuw 1987): near 1 where camps are tight and far apart."""
    length, widths = lengths(places), []
    for node, own in enumerate(camp):
        inside = length[node, camp == own].sum() / max((camp == own).sum() - 1, 1)
        outside = min(length[node, camp == other].mean() for other in set(camp) - {own})
        widths.append((outside - inside) / max(inside, outside))
    return float(np.mean(widths))


def best_split(places: Floats) -> float:
    """The silhouette of the best of some splits in two (k-means from several starts)."""
    found = []
    for seed in range(8):
        middle = np.random.default_rng(seed).permutation(places)[:2]
        for _ in range(15):
            side = np.hypot(*(places[:, None] - middle).transpose(2, 0, 1)).argmin(axis=1)
            middle = np.stack([places[side == number].mean(axis=0) for number in (0, 1)])
        found.append(silhouette(places, side))
    return max(found)


def random_event(nodes: int, generator: Generator) -> list[Relation]:
    who = generator.permutation(nodes)[:5].tolist()
    score = float(generator.choice([-8.0, -4.0, -2.0, 0.0, 2.5, 7.4]))
    shapes: list[Callable[[], list[Relation]]] = [
        lambda: relate(who[:1], who[1:2], [], score),
        lambda: relate(who[:3], who[3:], [], score),
        lambda: relate(who[:3], [], [], score),
    ]
    return shapes[generator.integers(3)]()


def furthest_moves(relations: Sequence[Relation], nodes: int, events: int, seed: int) -> Floats:
    """By each of some added events, how far the node that moves most goes, in diagonals.

    Only nodes without a part in the added event count.
    """
    generator, before, found = np.random.default_rng(seed), place(relations, nodes), []
    for _ in range(events):
        added = random_event(nodes, generator)
        moved = place([*relations, *added], nodes) - before
        unrelated = np.setdiff1d(np.arange(nodes), [code for *pair, _ in added for code in pair])
        found.append(np.hypot(*moved[unrelated].T).max() / DIAGONAL)
    return np.array(found)


@pytest.mark.parametrize("nodes", [NODES, NODES[::-1], NODES[4:] + NODES[:4]])
def test_the_camps_of_the_episode_stand_apart(nodes: tuple[str, ...]) -> None:
    length = lengths(place(episode(nodes), len(nodes)))
    within = [("RUS", "PRK"), ("USA", "KOR"), ("USA", "JPN"), ("KOR", "JPN")]
    between = [(one, other) for one in ("RUS", "PRK") for other in ("USA", "KOR", "JPN")]
    inside, outside = (
        np.mean([length[nodes.index(one), nodes.index(other)] for one, other in pairs])
        for pairs in (within, between)
    )
    assert inside < outside / 2


def test_the_first_camp_stands_on_the_left_and_the_axis_lies_flat() -> None:
    places = dict(zip(NODES, place(episode(), len(NODES)), strict=True))
    allies = np.mean([places[node] for node in ("JPN", "KOR", "USA")], axis=0)
    rivals = np.mean([places[node] for node in ("PRK", "RUS")], axis=0)
    assert allies[0] < 0.35
    assert rivals[0] > 0.65
    assert abs(allies[1] - rivals[1]) < 0.15


@pytest.mark.parametrize(
    ("nodes", "camps", "density"),
    [(20, 2, 0.8), (40, 2, 0.4), (60, 2, 0.3), (30, 3, 1.0), (40, 3, 0.8), (60, 3, 0.5)],
)
def test_camps_are_found_although_a_fifth_of_the_ties_is_flipped(
    nodes: int, camps: int, density: float
) -> None:
    found = []
    for seed in range(3):
        camp, relations = camp_world(nodes, camps, density, seed)
        found.append(silhouette(place(relations, nodes), camp))
    assert np.mean(found) > 0.5


def test_a_world_without_camps_gets_none() -> None:
    nodes, stress, splits = 40, np.zeros(2), np.zeros(2)
    for seed in range(4):
        n, mean = matrices(campless_world(nodes, seed), nodes)
        distances, weights = signed_distances(n, mean), evidence(n)
        plain: Floats = np.random.default_rng(seed).random((nodes, 2))
        for _ in range(5):
            plain = majorise(distances, weights, plain, hold=0.0)
        for number, places in enumerate((positions(n, mean), plain)):
            length = lengths(places)
            scale = (weights * length * distances).sum() / (weights * length**2).sum()
            stress[number] += (weights * (scale * length - distances) ** 2).sum()
            splits[number] += best_split(places) / 4
    # The hold that keeps places steady costs some stress, but draws no camps.
    assert stress[0] < 1.75 * stress[1]
    assert splits[0] < splits[1] + 0.05
    assert splits[0] < best_split(place(camp_world(nodes, 2, 0.5, 1)[1], nodes)) - 0.1


@pytest.mark.parametrize(("nodes", "camps", "density"), [(30, 2, 0.6), (40, 3, 0.8)])
def test_an_event_hardly_moves_who_has_no_part_in_it(
    nodes: int, camps: int, density: float
) -> None:
    worlds = [camp_world(nodes, camps, density, seed)[1] for seed in range(4)]
    moves = np.concatenate([furthest_moves(world, nodes, 6, 1) for world in worlds])
    assert np.median(moves) < 0.02
    assert (moves < 0.05).mean() >= 0.9


def test_an_event_hardly_moves_the_episode() -> None:
    moves = furthest_moves(episode(), len(NODES), 50, 1)
    assert np.median(moves) < 0.05
    assert moves.max() < 0.2


@pytest.mark.parametrize(("ties", "limit"), [([], 0.01), ([(17, 3, -4.0), (17, 5, -4.0)], 0.05)])
def test_a_new_actor_hardly_moves_who_was_there(ties: list[Relation], limit: float) -> None:
    nodes, at = 40, 17
    relations = camp_world(nodes, 2, 0.5, 1)[1]
    shifted = [(s + (s >= at), t + (t >= at), score) for s, t, score in relations]
    before, after = place(relations, nodes), place([*shifted, *ties], nodes + 1)
    moved = np.delete(after, at, axis=0) - before
    assert np.hypot(*moved.T).max() < limit * DIAGONAL


def test_unconnected_nodes_and_small_components_stand_at_the_border() -> None:
    relations = camp_world(16, 2, 0.8, 1)[1]
    places = place([*relations, (16, 17, 5.0)], 20)
    off_centre = np.abs(places - 0.5).max(axis=1)
    assert off_centre[:16].max() < off_centre[16:].min()
    assert lengths(places)[16, 17] < 0.15


def test_two_large_components_are_both_laid_out_inside() -> None:
    one, other = camp_world(12, 2, 0.9, 1)[1], camp_world(8, 2, 0.9, 2)[1]
    places = place([*one, *((s + 12, t + 12, score) for s, t, score in other)], 20)
    assert np.abs(places - 0.5).max() < 0.46
    assert closest(places) > 0.9 * separation(20)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.sampled_from([0.0, 0.03, 0.2, 1.0]), st.integers(0, 2**32))
def test_any_world_fits_the_square_with_room_for_each_node(
    nodes: int, density: float, seed: int
) -> None:
    generator = np.random.default_rng(seed)
    n = np.triu(generator.integers(1, 40, (nodes, nodes)), 1)
    n = n * (generator.random((nodes, nodes)) < density)
    mean = np.triu(generator.uniform(-10, 10, (nodes, nodes)), 1)
    places = positions((n + n.T).astype(np.float64), mean + mean.T)
    assert places.shape == (nodes, 2)
    assert np.array_equal(places, np.round(places, 4))
    if nodes:
        assert places.min() >= 0
        assert places.max() <= 1
        assert np.abs(places.mean(axis=0) - 0.5).max() < 0.25
        assert closest(places) >= 0.9 * separation(nodes) - 2e-4


@pytest.mark.parametrize("score", [-10.0, 0.0, 10.0])
@pytest.mark.parametrize("nodes", [2, 3, 12, 100])
def test_a_world_of_equal_ties_has_no_two_nodes_in_one_place(nodes: int, score: float) -> None:
    n = 3 * (1 - np.eye(nodes))
    places = positions(n, score * (n > 0))
    assert closest(places) > 0.9 * separation(nodes)


def test_one_actor_stands_in_the_middle() -> None:
    assert positions(np.zeros((1, 1)), np.zeros((1, 1))).tolist() == [[0.5, 0.5]]


def test_the_room_is_used() -> None:
    for camps, density in ((2, 0.5), (3, 0.8)):
        places = place(camp_world(40, camps, density, 1)[1], 40)
        assert np.ptp(places[:, 0]) > 0.7
        assert np.ptp(places[:, 1]) > 0.5


def test_places_do_not_depend_on_the_process() -> None:
    script = (
        "from tests.analysis.test_positions import camp_world, episode, place\n"
        "print(place(episode(), 8).tolist(), place(camp_world(60, 3, 0.5, 1)[1], 60).tolist())\n"
        "import numpy as np\n"
        "from dashboard.analysis.positions import positions\n"
        "print([positions(1 - np.eye(k), 5 * (1 - np.eye(k))).tolist() for k in (4, 9, 30)])\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=REPOSITORY,
            env=os.environ
            | {"PYTHONHASHSEED": number, "OMP_NUM_THREADS": number}
            | {"OPENBLAS_NUM_THREADS": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].splitlines()[0].startswith(str(place(episode(), 8).tolist()))


def test_allies_should_be_near_rivals_far_and_strangers_in_between() -> None:
    n = np.array([[0.0, 4.0, 4.0, 0.0]])
    mean = np.array([[0.0, 5.0, -5.0, 0.0]])
    square = np.zeros((4, 4))
    distance = signed_distances(square + n, square + mean)[3]
    assert distance[1] < distance[0] < distance[2]
    assert distance[3] == 0


def test_more_evidence_counts_for_more() -> None:
    few, many = (np.array([[0.0, n], [n, 0.0]]) for n in (1.0, 20.0))
    friendly = np.array([[0.0, 4.0], [4.0, 0.0]])
    assert signed_distances(many, friendly)[0, 1] < signed_distances(few, friendly)[0, 1]
    assert evidence(many)[0, 1] > evidence(few)[0, 1] > evidence(0 * few)[0, 1] > 0


def test_majorising_reaches_distances_that_a_layout_can_have() -> None:
    generator = np.random.default_rng(1)
    wanted = generator.random((12, 2))
    start = wanted + generator.normal(0, 0.05, (12, 2))
    weights = 1 - np.eye(12)
    found = majorise(lengths(wanted), weights, start, hold=0.0)
    assert np.abs(lengths(found) - lengths(wanted)).max() < 0.01


def test_majorising_lowers_stress_and_the_hold_keeps_nodes_near_their_start() -> None:
    n, mean = matrices(campless_world(20, 1), 20)
    distances, weights = signed_distances(n, mean), evidence(n)
    start = np.random.default_rng(1).random((20, 2))
    free, held = (majorise(distances, weights, start, hold) for hold in (0.0, 20.0))
    stress = [(weights * (lengths(at) - distances) ** 2).sum() for at in (start, held, free)]
    assert stress[0] > stress[1] > stress[2]
    assert np.abs(held - start).max() < np.abs(free - start).max()


def test_matrices_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError, match="square"):
        positions(np.zeros((2, 3)), np.zeros((2, 3)))
    with pytest.raises(ValueError, match="alike"):
        positions(np.zeros((2, 2)), np.zeros((3, 3)))
