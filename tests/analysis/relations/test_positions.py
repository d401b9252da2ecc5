"""Targets of positions: signed distances, camps told from chance, homes, and stress."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.relations.positions import (
    camps,
    evidence,
    homes,
    lengths,
    majorise,
    seeds,
    separation,
    signed_distances,
    soft_signs,
    target,
)
from tests.analysis.relations.stories import (
    COUNTRIES,
    Event,
    Floats,
    best_split,
    camp_story,
    campless_story,
    lay_out,
)


def matrices(events: Sequence[Event], ids: Sequence[str]) -> tuple[Floats, Floats]:
    """Numbers of relations, and soft signs of ties."""
    code = {id_: number for number, id_ in enumerate(ids)}
    n, total = np.zeros((len(ids), len(ids))), np.zeros((len(ids), len(ids)))
    for source, target_, score in (relation for event in events for relation in event):
        pair = [code[source], code[target_]], [code[target_], code[source]]
        n[pair] += 1
        total[pair] += score
    return n, soft_signs(n, np.divide(total, n, out=np.zeros_like(n), where=n > 0))


def stress(places: Floats, distances: Floats, weights: Floats) -> float:
    """The misfit at the scale that fits best."""
    length = lengths(places)
    scale = (weights * length * distances).sum() / (weights * length**2).sum()
    return float((weights * (scale * length - distances) ** 2).sum())


def settled(tie: Floats, seed: Floats) -> Floats:
    return camps(tie, np.zeros((len(tie), 2)), seed, 150)


def test_a_world_without_camps_gets_none() -> None:
    nodes, misfit, splits = 40, np.zeros(2), np.zeros(2)
    for seed in range(4):
        events = campless_story(nodes, seed)
        layout = lay_out(events)
        n, tie = matrices(events, layout.ids)
        distances, weights = signed_distances(tie), evidence(n)
        generator = np.random.default_rng(seed)
        plain = [
            majorise(distances, weights, generator.random((nodes, 2)), 0.0, 400) for _ in range(3)
        ]
        best = min(plain, key=lambda places: stress(places, distances, weights))
        for number, places in enumerate((layout.place, best)):
            misfit[number] += stress(places, distances, weights)
            splits[number] += best_split(places) / 4
    # The hold that keeps places steady costs some stress, but draws no camps.
    assert misfit[0] < 2 * misfit[1]
    assert splits[0] < splits[1] + 0.05
    assert splits[0] < best_split(lay_out(camp_story(nodes, 2, 0.5, 1)[1]).place) - 0.15


def test_camps_are_found_whatever_the_ids() -> None:
    camp, events = camp_story(30, 2, 0.8, 2)
    _, tie = matrices(events, list(camp))
    side = np.array(list(camp.values()))
    for start in range(0, 120, 30):
        vector = settled(tie, seeds(COUNTRIES[start : start + 30]))
        one, other = vector[side == 0].mean(axis=0), vector[side == 1].mean(axis=0)
        assert np.hypot(*(one - other)) > 1
        assert abs(one[0] - other[0]) > abs(one[1] - other[1])  # left and right


def test_thin_evidence_makes_no_camps() -> None:
    n = np.zeros((6, 6))
    n[0, 1] = n[1, 0] = n[2, 3] = n[3, 2] = 1
    vector = settled(soft_signs(n, 2.0 * n), seeds("abcdef"))
    assert np.abs(vector).max() < 0.75
    assert np.abs(vector[4:]).max() < 0.75


def test_allies_should_be_near_rivals_far_and_strangers_in_between() -> None:
    n = np.array([[0.0, 4.0, 4.0, 0.0]])
    mean = np.array([[0.0, 5.0, -5.0, 0.0]])
    square = np.zeros((4, 4))
    distance = signed_distances(soft_signs(square + n, square + mean))[3]
    assert distance[1] < distance[0] < distance[2]
    assert distance[3] == 0


def test_more_evidence_counts_for_more() -> None:
    few, many = (np.array([[0.0, n], [n, 0.0]]) for n in (1.0, 20.0))
    friendly = np.array([[0.0, 4.0], [4.0, 0.0]])
    assert soft_signs(many, friendly)[0, 1] > soft_signs(few, friendly)[0, 1] > 0
    assert evidence(many)[0, 1] > evidence(few)[0, 1] > evidence(0 * few)[0, 1] > 0


def test_a_target_has_allies_nearer_than_their_homes() -> None:
    n = 10 * (1 - np.eye(4))
    sign = np.array([[0, 1, -1, -1], [1, 0, -1, -1], [-1, -1, 0, 1], [-1, -1, 1, 0]])
    tie = soft_signs(n, 6.0 * sign)
    home = homes(np.zeros((4, 2)), seeds("abcd"))
    length, before = lengths(target(n, tie, home)), lengths(home)
    assert length[0, 1] + length[2, 3] < before[0, 1] + before[2, 3]
    assert length[:2, 2:].mean() > before[:2, 2:].mean()


def test_majorising_reaches_distances_that_a_layout_can_have() -> None:
    generator = np.random.default_rng(1)
    wanted = generator.random((12, 2))
    start = wanted + generator.normal(0, 0.05, (12, 2))
    found = majorise(lengths(wanted), 1 - np.eye(12), start, 0.0, 300)
    assert np.abs(lengths(found) - lengths(wanted)).max() < 0.01


@pytest.mark.parametrize("hold", [0.0, 20.0])
def test_majorising_never_raises_the_stress(hold: float) -> None:
    events = campless_story(20, 1)
    n, tie = matrices(events, lay_out(events).ids)
    distances, weights = signed_distances(tie), evidence(n)
    start = np.random.default_rng(1).random((20, 2))
    misfit, moved = [], []
    for steps in (0, 1, 2, 4, 8, 16):
        places = majorise(distances, weights, start, hold, steps)
        moved.append(np.square(places - start).sum())
        pairs = (weights * (lengths(places) - distances) ** 2).sum() / 2
        misfit.append(pairs + hold * moved[-1])
    assert all(later < earlier for earlier, later in pairwise(misfit))
    assert (moved[-1] < 0.5) == (hold > 0)


def test_seeds_belong_to_the_id_and_are_evenly_spread() -> None:
    found = seeds(COUNTRIES)
    assert np.array_equal(seeds(COUNTRIES[5:7]), found[5:7])
    assert np.abs(found).max() <= 1
    assert np.abs(found.mean(axis=0)).max() < 0.15
    assert all(abs(np.corrcoef(*found.T[[i, j]])[0, 1]) < 0.2 for i, j in combinations(range(4), 2))


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 60), st.sampled_from([0.0, 0.03, 0.2, 1.0]), st.integers(0, 2**32))
def test_any_ties_give_homes_near_the_square(nodes: int, density: float, seed: int) -> None:
    generator = np.random.default_rng(seed)
    n = np.triu(generator.integers(1, 40, (nodes, nodes)), 1)
    n = (n * (generator.random((nodes, nodes)) < density)).astype(np.float64)
    mean = np.triu(generator.uniform(-10, 10, (nodes, nodes)), 1)
    tie = soft_signs(n + n.T, mean + mean.T)
    vector = settled(tie, seeds(COUNTRIES[:nodes]))
    places = target(n + n.T, tie, homes(vector, seeds(COUNTRIES[:nodes])))
    assert np.isfinite(places).all()
    assert np.abs(vector).max() <= 1
    assert -0.6 < places.min() <= places.max() < 1.6


def test_the_more_nodes_the_closer_they_may_stand() -> None:
    apart = [separation(nodes) for nodes in range(61)]
    assert apart == sorted(apart, reverse=True)
    assert 0.05 < apart[60] < apart[2] < 0.1
