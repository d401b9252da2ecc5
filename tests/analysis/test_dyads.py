"""Dyads and triads: small examples, and agreement with counting one by one."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dyads import Dyads, Triads, tally_dyads, tie, triads, undirected

RUSSIA, NORTH_KOREA, UNITED_STATES = range(3)

SCORES = st.integers(-100, 100).map(lambda tenths: tenths / 10)
RELATIONS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), SCORES, st.booleans()))


def tally(relations: list[tuple[int, int, float, bool]], nodes: int) -> Dyads:
    columns = list(zip(*relations, strict=True)) or [(), (), (), ()]
    return tally_dyads(
        np.array(columns[0], dtype=np.int64),
        np.array(columns[1], dtype=np.int64),
        np.array(columns[2], dtype=np.float64),
        np.array(columns[3], dtype=bool),
        nodes,
    )


def rows(dyads: Dyads) -> list[tuple[int, int, int, float, float, bool]]:
    columns = (dyads.source, dyads.target, dyads.n, dyads.sum, dyads.mean, dyads.alleged)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_a_dyad_has_the_number_sum_and_mean_of_its_relations() -> None:
    dyads = tally(
        [
            (UNITED_STATES, RUSSIA, -2.0, False),
            (RUSSIA, NORTH_KOREA, 1.5, False),
            (NORTH_KOREA, RUSSIA, 8.0, True),
            (RUSSIA, NORTH_KOREA, 2.5, True),
        ],
        3,
    )
    assert rows(dyads) == [
        (RUSSIA, NORTH_KOREA, 2, 4.0, 2.0, False),
        (NORTH_KOREA, RUSSIA, 1, 8.0, 8.0, True),
        (UNITED_STATES, RUSSIA, 1, -2.0, -2.0, False),
    ]


def test_a_dyad_is_alleged_only_if_every_relation_is() -> None:
    assert tally([(0, 1, 1.0, True), (0, 1, 1.0, True)], 2).alleged.tolist() == [True]
    assert tally([(0, 1, 1.0, True), (0, 1, 1.0, False)], 2).alleged.tolist() == [False]


@pytest.mark.parametrize("nodes", [0, 1, 5])
def test_no_relations_make_no_dyads(nodes: int) -> None:
    assert rows(tally([], nodes)) == []


@given(RELATIONS, st.sampled_from([5, 5000]))
def test_dyads_are_what_counting_one_by_one_gives(
    relations: list[tuple[int, int, float, bool]], nodes: int
) -> None:
    # 5000 nodes make too many possible dyads for a cell each; the answer must not differ.
    expected = []
    for pair in sorted({relation[:2] for relation in relations}):
        scores = [score for *ids, score, _ in relations if tuple(ids) == pair]
        alleged = all(flag for *ids, _, flag in relations if tuple(ids) == pair)
        expected.append((*pair, len(scores), sum(scores), sum(scores) / len(scores), alleged))
    found = rows(tally(relations, nodes))
    assert [row[:3] + row[5:] for row in found] == [row[:3] + row[5:] for row in expected]
    assert [row[3:5] for row in found] == [pytest.approx(row[3:5], abs=1e-9) for row in expected]


def test_many_rows_of_small_integer_codes_add_up() -> None:
    nodes, count = 120, 300_000
    generator = np.random.default_rng(1)
    source = generator.integers(0, nodes, count).astype(np.int8)
    target = generator.integers(0, nodes, count).astype(np.int8)
    score = generator.integers(-10, 11, count).astype(np.float64)
    dyads = tally_dyads(source, target, score, np.zeros(count, dtype=bool), nodes)
    expected_n, expected_sum = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))
    np.add.at(expected_n, (source, target), 1)
    np.add.at(expected_sum, (source, target), score)
    assert np.array_equal(dyads.n, expected_n[dyads.source, dyads.target])
    assert np.array_equal(dyads.sum, expected_sum[dyads.source, dyads.target])
    assert dyads.n.sum() == count


@pytest.mark.parametrize(("source", "target"), [(0, 2), (2, 0), (-1, 0), (0, -1)])
def test_codes_that_are_no_node_are_refused(source: int, target: int) -> None:
    with pytest.raises(ValueError, match=r"\[0, 2\)"):
        tally([(source, target, 1.0, False)], 2)


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same length"):
        tally_dyads(np.array([0, 1]), np.array([1]), np.array([1.0]), np.array([True]), 2)


def test_a_tie_is_positive_from_one_and_negative_from_minus_one() -> None:
    means = [-10.0, -1.0, -0.999, 0.0, 0.999, 1.0, 10.0]
    assert tie(means).tolist() == [-1, -1, 0, 0, 0, 1, 1]


def test_undirected_adds_both_directions_and_averages_over_all_relations() -> None:
    dyads = tally([(0, 1, 4.0, False), (0, 1, 4.0, False), (1, 0, -5.0, False)], 3)
    n, total, mean = undirected(dyads, 3)
    assert n.tolist() == [[0, 3, 0], [3, 0, 0], [0, 0, 0]]
    assert total.tolist() == [[0, 3, 0], [3, 0, 0], [0, 0, 0]]
    assert mean.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_undirected_leaves_out_relations_of_a_node_with_itself() -> None:
    n, total, mean = undirected(tally([(0, 0, 4.0, False), (0, 1, 2.0, False)], 2), 2)
    assert n.diagonal().tolist() == total.diagonal().tolist() == mean.diagonal().tolist() == [0, 0]


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ((+1, +1, +1), Triads(1, 0, 0, 0, 0)),
        ((+1, -1, -1), Triads(0, 1, 0, 0, 0)),
        ((+1, +1, -1), Triads(0, 0, 1, 0, 0)),
        ((-1, -1, -1), Triads(0, 0, 0, 1, 0)),
        ((+1, -1, 0), Triads(0, 0, 0, 0, 1)),
        ((+1, 0, 0), Triads(0, 0, 0, 0, 0)),
    ],
)
def test_a_triad_is_balanced_if_the_product_of_its_signs_is_positive(
    signs: tuple[int, int, int], expected: Triads
) -> None:
    one, two, three = signs
    assert triads(np.array([[0, one, two], [one, 0, three], [two, three, 0]])) == expected


@pytest.mark.parametrize("seed", range(50))
def test_triads_are_what_looking_at_each_triple_gives(seed: int) -> None:
    generator = np.random.default_rng(seed)
    nodes = int(generator.integers(0, 15))
    upper = np.triu(generator.integers(-1, 2, (nodes, nodes)))
    signs = upper + np.triu(upper, 1).T  # with a diagonal, which must not matter
    kinds = {(3, 0): 0, (1, 2): 1, (2, 1): 2, (0, 3): 3}
    expected = [0] * 5
    for i, j, k in combinations(range(nodes), 3):
        ties = [signs[i, j], signs[i, k], signs[j, k]]
        if ties.count(0) <= 1:
            expected[kinds.get((ties.count(1), ties.count(-1)), 4)] += 1
    assert triads(signs) == Triads(*expected)


def test_signs_that_differ_by_direction_are_refused() -> None:
    with pytest.raises(ValueError, match="symmetric"):
        triads(np.array([[0, 1], [-1, 0]]))
