"""Seriation: camps follow one another, and the path through them is short."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.seriation import camp_order, path_order
from dashboard.query.columns import FloatArray, IntArray

Ties = tuple[FloatArray, FloatArray, IntArray]
"""Numbers of events, their mean scores, and the camp of each node."""


def camp_world(camps: int, nodes: int, noise: float, seed: int) -> Ties:
    """Every two deal with each other about three times; an act is out of character by chance."""
    generator = np.random.default_rng([camps, nodes, seed])
    camp = generator.permutation(np.arange(nodes) % camps)
    n, total = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))
    for one in range(nodes):
        for other in range(one):
            count = generator.poisson(3)
            usual = 4.0 if camp[one] == camp[other] else -4.0
            scores = np.where(generator.random(count) < noise, -usual, usual)
            n[one, other] = n[other, one] = count
            total[one, other] = total[other, one] = scores.sum()
    return n, total / np.maximum(n, 1), camp


def changes(order: IntArray, camp: IntArray) -> int:
    """How often the camp changes along an order."""
    return int(np.count_nonzero(np.diff(camp[order])))


@pytest.mark.parametrize("nodes", [20, 30, 45, 60])
@pytest.mark.parametrize("camps", [2, 3])
def test_two_and_three_camps_are_contiguous_although_a_fifth_is_noise(
    camps: int, nodes: int
) -> None:
    for seed in range(5):
        n, mean, camp = camp_world(camps, nodes, 0.2, seed)
        assert changes(camp_order(n, mean), camp) == camps - 1


@pytest.mark.parametrize(
    ("camps", "nodes", "noise"), [(4, 30, 0.0), (5, 40, 0.0), (4, 48, 0.2), (5, 60, 0.2)]
)
def test_four_and_five_camps_are_contiguous_where_they_have_members_enough(
    camps: int, nodes: int, noise: float
) -> None:
    for seed in range(5):
        n, mean, camp = camp_world(camps, nodes, noise, seed)
        assert changes(camp_order(n, mean), camp) == camps - 1


@pytest.mark.parametrize("camps", [4, 5])
def test_small_camps_in_noise_still_stand_closer_than_by_chance(camps: int) -> None:
    found, by_chance = [], []
    for seed in range(10):
        n, mean, camp = camp_world(camps, 25, 0.2, seed)
        found.append(changes(camp_order(n, mean), camp))
        by_chance.append(changes(np.random.default_rng(seed).permutation(25), camp))
    assert np.mean(found) < 0.75 * np.mean(by_chance)


def test_a_node_without_ties_does_not_part_a_camp() -> None:
    n, mean, camp = camp_world(2, 20, 0.0, 1)
    n, mean = np.pad(n, (0, 1)), np.pad(mean, (0, 1))
    order = camp_order(n, mean)
    assert changes(order[order != 20], camp) == 1


def test_what_stands_where_there_are_no_relations_does_not_matter() -> None:
    n, mean, _ = camp_world(3, 20, 0.2, 2)
    other = np.where(n > 0, mean, np.nan)
    assert camp_order(n, other).tolist() == camp_order(n, mean).tolist()


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_up_to_two_nodes_keep_their_order(nodes: int) -> None:
    n = np.ones((nodes, nodes)) - np.eye(nodes)
    assert camp_order(n, n * -4).tolist() == list(range(nodes))


@pytest.mark.parametrize("nodes", [3, 10])
def test_nodes_without_any_tie_are_ordered_all_the_same(nodes: int) -> None:
    nothing = np.zeros((nodes, nodes))
    assert sorted(camp_order(nothing, nothing).tolist()) == list(range(nodes))


def length(place: FloatArray, order: IntArray) -> float:
    return float(np.sqrt((np.diff(place[order], axis=0) ** 2).sum(axis=1)).sum())


PLACES = st.integers(0, 2**32 - 1).map(
    lambda seed: np.random.default_rng(seed).normal(
        size=(1 + seed % 30, 1 + seed // 30 % 4),
    )
)


@given(PLACES)
def test_a_path_is_a_permutation_no_longer_than_the_plain_order(place: FloatArray) -> None:
    order = path_order(place)
    assert sorted(order.tolist()) == list(range(len(place)))
    assert length(place, order) <= length(place, np.argsort(place[:, 0], kind="stable")) + 1e-9
    assert length(place, order) <= length(place, np.arange(len(place))) + 1e-9


@given(PLACES)
def test_no_reversal_of_a_stretch_makes_a_path_shorter(place: FloatArray) -> None:
    order = path_order(place)
    shortest = length(place, order)
    for first in range(len(order)):
        for last in range(first + 2, len(order) + 1):
            turned = np.concatenate([order[:first], order[first:last][::-1], order[last:]])
            assert length(place, turned) >= shortest - 1e-6


@pytest.mark.parametrize("seed", range(10))
def test_a_path_of_few_places_is_nearly_the_shortest(seed: int) -> None:
    place = np.random.default_rng(seed).normal(size=(6, 2))
    shortest = min(length(place, np.array(order)) for order in permutations(range(6)))
    assert shortest - 1e-9 <= length(place, path_order(place)) <= 1.25 * shortest


@given(PLACES)
def test_a_path_begins_on_the_left_and_is_always_the_same(place: FloatArray) -> None:
    order = path_order(place)
    assert place[order[0], 0] <= place[order[-1], 0]
    assert path_order(place.copy()).tolist() == order.tolist()


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_a_path_through_up_to_two_places(nodes: int) -> None:
    assert path_order(np.arange(nodes)[::-1, None].astype(float)).tolist() == [1, 0][2 - nodes :]


def test_the_same_tallies_give_the_same_order() -> None:
    n, mean, _ = camp_world(3, 40, 0.2, 3)
    assert camp_order(n, mean).tolist() == camp_order(n.copy(), mean.copy()).tolist()
