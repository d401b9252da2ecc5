"""Dyads: small examples, and agreement with counting one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.dyads import Dyads, join_directions
from tests.analysis.relations.ties import dyads_of

RUSSIA, NORTH_KOREA, UNITED_STATES = range(3)

SCORES = st.integers(-100, 100).map(lambda tenths: tenths / 10)
RELATIONS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), SCORES, st.booleans()))


def rows(dyads: Dyads) -> list[tuple[int, int, int, float, float, bool]]:
    columns = (dyads.source, dyads.target, dyads.n, dyads.sum, dyads.mean, dyads.in_doubt)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_a_dyad_has_the_number_sum_and_mean_of_its_relations() -> None:
    dyads = dyads_of(
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


def test_a_dyad_is_in_doubt_only_if_every_relation_is() -> None:
    assert dyads_of([(0, 1, 1.0, True), (0, 1, 1.0, True)], 2).in_doubt.tolist() == [True]
    assert dyads_of([(0, 1, 1.0, True), (0, 1, 1.0, False)], 2).in_doubt.tolist() == [False]


@pytest.mark.parametrize("nodes", [0, 1, 5])
def test_no_relations_make_no_dyads(nodes: int) -> None:
    assert rows(dyads_of([], nodes)) == []


@given(RELATIONS, st.sampled_from([5, 5000]))
def test_dyads_are_what_counting_one_by_one_gives(
    relations: list[tuple[int, int, float, bool]], nodes: int
) -> None:
    # 5000 nodes make too many possible dyads for a table of all; the answer must not differ.
    expected = []
    for pair in sorted({relation[:2] for relation in relations}):
        scores = [score for *ids, score, _ in relations if tuple(ids) == pair]
        in_doubt = all(flag for *ids, _, flag in relations if tuple(ids) == pair)
        expected.append((*pair, len(scores), sum(scores), sum(scores) / len(scores), in_doubt))
    found = rows(dyads_of(relations, nodes))
    assert [row[:3] + row[5:] for row in found] == [row[:3] + row[5:] for row in expected]
    assert [row[3:5] for row in found] == [pytest.approx(row[3:5], abs=1e-9) for row in expected]


def test_joined_directions_adds_both_directions_and_averages_over_all_relations() -> None:
    dyads = dyads_of([(0, 1, 4.0, False), (0, 1, 4.0, False), (1, 0, -5.0, False)], 3)
    n, mean = join_directions(dyads, 3)
    assert n.tolist() == [[0, 3, 0], [3, 0, 0], [0, 0, 0]]
    assert mean.tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_joined_directions_leaves_out_relations_of_a_node_with_itself() -> None:
    n, mean = join_directions(dyads_of([(0, 0, 4.0, False), (0, 1, 2.0, False)], 2), 2)
    assert n.diagonal().tolist() == mean.diagonal().tolist() == [0, 0]
