"""Triads: small examples, and agreement with looking at each triple."""

from __future__ import annotations

import tracemalloc
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given

from dashboard.analysis.relations import triads
from dashboard.analysis.relations.measuring import measure_dyads
from dashboard.analysis.relations.triads import (
    Triads,
    TriadTies,
    count_triads,
    list_triads,
    sign_ties,
    tie_signs,
)
from dashboard.analysis.tone import Tone
from tests.analysis.relations.parts_in_view import PartInView, everything, mean, parts_in_view
from tests.examples import tables_of
from tests.query.books import UNHURRIED


def test_a_tie_is_positive_from_one_and_negative_from_minus_one() -> None:
    means = [-10.0, -1.0, -0.999, 0.0, 0.999, 1.0, 10.0]
    assert tie_signs(means).tolist() == [-1, -1, 0, 0, 0, 1, 1]


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
    assert count_triads(np.array([[0, one, two], [one, 0, three], [two, three, 0]])) == expected


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
    assert count_triads(signs) == Triads(*expected)


def test_signs_that_differ_by_direction_are_refused() -> None:
    with pytest.raises(ValueError, match="symmetric"):
        count_triads(np.array([[0, 1], [-1, 0]]))


def test_a_mean_of_exactly_one_is_a_positive_tie() -> None:
    """3.4 - 4.4 + 4.0 is a little less than 3 in binary numbers."""
    tables = tables_of("""
        - {date: 2021, title: T, type: support, actors: [Japan], targets: [Chile]}
        - {date: 2022, title: T, type: threaten, actors: [Japan], targets: [Chile]}
        - {date: 2023, title: T, type: agree, actors: [Japan], targets: [Chile]}
        """)
    found = measure_dyads(tables.by_country, everything(tables))
    assert found.dyads.mean.tolist() == [1.0]
    assert found.dyads.tone.tolist() == [Tone.NEUTRAL + 1]
    assert sign_ties(tables.by_country, found).signs.tolist() == [[0, 1], [1, 0]]


def test_both_directions_together_of_exactly_one_are_a_positive_tie() -> None:
    tables = tables_of("""
        - {date: 2021, title: T, score: 3.4, actors: [Japan], targets: [Chile]}
        - {date: 2022, title: T, score: 4.3, actors: [Chile], targets: [Japan]}
        - {date: 2023, title: T, score: -4.7, actors: [Chile], targets: [Japan]}
        """)
    found = measure_dyads(tables.by_country, everything(tables))
    assert sign_ties(tables.by_country, found).signs.tolist() == [[0, 1], [1, 0]]


@given(parts_in_view())
@UNHURRIED
def test_triads_of_a_book_are_what_looking_at_each_triple_gives(
    it: PartInView,
) -> None:
    _, tables, name, events, relations = it
    level = tables.level(name)
    scores: dict[frozenset[str], list[float]] = defaultdict(list)
    acts: dict[frozenset[str], set[str]] = defaultdict(set)
    events_of: dict[frozenset[str], set[str]] = defaultdict(set)
    for event, source, target, score, kind in relations:
        pair = frozenset((source, target))
        scores[pair].append(score)
        acts[pair].add(kind)
        events_of[pair].add(event)

    def sign(*pair: str) -> int:
        if acts[frozenset(pair)] == {"joint"}:
            return 0
        average = round(mean(scores.get(frozenset(pair), [0.0])), 9)
        return int(average >= 1) - int(average <= -1)

    nodes = sorted({end for pair in scores for end in pair})
    kinds = {(3, 0): 0, (1, 2): 1, (2, 1): 2, (0, 3): 3}
    expected, whole = [0] * 5, set()
    for triple in combinations(nodes, 3):
        signs = [sign(*pair) for pair in combinations(triple, 2)]
        if signs.count(0) <= 1:
            expected[kinds.get((signs.count(1), signs.count(-1)), 4)] += 1
        if signs.count(0) == 0:
            whole.add((frozenset(triple), signs.count(-1)))
    ties = sign_ties(level, measure_dyads(level, events))
    for pair, own in events_of.items():
        one, other = (list(level.ids).index(end) for end in pair)
        ends = [int(np.flatnonzero(ties.node == code)[0]) for code in (one, other)]
        assert ties.few[ends[0], ends[1]] == ties.few[ends[1], ends[0]] == (len(own) < 3)
    assert count_triads(ties.signs) == Triads(*expected)
    listed = {
        (frozenset(level.ids[ties.node[place]] for place in one[:3]), one[3:].count(-1))
        for one in list_triads(ties, 10_000)
    }
    assert listed == whole


def signed_graph(seed: int) -> TriadTies:
    generator = np.random.default_rng(seed)
    nodes = int(generator.integers(3, 16))
    upper = np.triu(generator.integers(-1, 2, (nodes, nodes)), 1)
    n = np.triu(generator.integers(1, 9, (nodes, nodes)), 1) * (upper != 0)
    return TriadTies(np.arange(nodes), (n + n.T).astype(float), upper + upper.T, upper > 9)


@pytest.mark.parametrize("seed", range(50))
def test_counts_and_lists_of_triads_agree_with_brute_force(seed: int) -> None:
    ties = signed_graph(seed)
    signs, kinds = ties.signs.tolist(), [0] * 5
    expected = []
    for a, b, c in combinations(range(len(signs)), 3):
        three = (signs[a][b], signs[a][c], signs[b][c])
        negative, missing = three.count(-1), three.count(0)
        if missing == 0:
            kinds[{0: 0, 2: 1, 1: 2, 3: 3}[negative]] += 1
            weakest = min(ties.n[a, b], ties.n[a, c], ties.n[b, c])
            expected.append((negative % 2 == 0, -weakest, a, b, c, *three))
        elif missing == 1:
            kinds[4] += 1
    assert count_triads(ties.signs) == Triads(*kinds)
    in_order = [one[2:] for one in sorted(expected)]
    assert list_triads(ties, 10_000) == in_order
    assert list_triads(ties, 3) == in_order[:3]


def test_of_too_many_nodes_those_with_the_most_acts_form_triads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(triads, "MOST_NODES", 3)
    tables = tables_of("""
        - {date: 2021, title: T, type: summit, actors: [Japan, Chile, Peru]}
        - {date: 2022, title: T, type: summit, actors: [Japan, Chile, Peru]}
        - {date: 2023, title: T, type: summit, actors: [Chad, Chile]}
        """)
    level = tables.by_country
    ties = sign_ties(level, measure_dyads(level, everything(tables)))
    assert [level.ids[node] for node in ties.node] == ["CHL", "JPN", "PER"]
    assert count_triads(ties.signs) == Triads(1, 0, 0, 0, 0)


def ties_of(text: str) -> TriadTies:
    tables = tables_of(text)
    return sign_ties(tables.by_country, measure_dyads(tables.by_country, everything(tables)))


def test_acting_together_on_a_third_makes_neither_friends_nor_a_triad() -> None:
    """Russia and the United States condemn Iran once."""
    text = "- {date: 2023, title: T, type: condemn, actors: [Russia, USA], targets: [Iran]}\n"
    # Not even where the author scores acting together; an act of one on the other makes the tie.
    for together in (text, text.replace("condemn", "condemn, joint_score: 8")):
        ties = ties_of(together)
        assert not (ties.signs > 0).any()
        assert count_triads(ties.signs).complete == 0
    ties = ties_of(f"{text}- {{date: 2024, title: U, type: aid, actors: USA, targets: Russia}}")
    assert count_triads(ties.signs).balanced_negative == 1
    assert ties.few.sum() == 6


def test_without_ties_there_are_no_triads() -> None:
    tables = tables_of("")
    ties = sign_ties(tables.by_country, measure_dyads(tables.by_country, everything(tables)))
    assert list_triads(ties, None) == []
    assert count_triads(ties.signs) == Triads(0, 0, 0, 0, 0)


def test_of_many_triads_only_those_that_are_listed_are_kept() -> None:
    nodes = 150
    signs = 1 - np.eye(nodes, dtype=np.int64)
    ties = TriadTies(np.arange(nodes), signs.astype(float), signs, signs > 1)
    tracemalloc.start()
    try:
        found = list_triads(ties, 3)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [triad[:3] for triad in found] == [(0, 1, 2), (0, 1, 3), (0, 1, 4)]
    assert peak < 8_000_000  # bytes; all 551,300 triads take 50 MB and more
