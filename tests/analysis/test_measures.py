"""Measures: what counting one event after the other in plain Python gives."""

from __future__ import annotations

import tracemalloc
from collections import defaultdict
from itertools import combinations
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis import measures
from dashboard.analysis.dyads import Triads, tally, triads
from dashboard.analysis.measures import (
    ActorMeasures,
    DyadMeasures,
    TriadTies,
    list_triads,
    measure_actors,
    measure_dyads,
    triad_ties,
)
from dashboard.analysis.tone import NEUTRAL, tone
from dashboard.model.book import Book
from dashboard.query.columns import BoolArray
from dashboard.query.levels import Level
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED, books
from tests.query.by_hand import Relation, relations_by_hand

LEVELS = st.sampled_from(["country", "actor"])
Pair = tuple[str, str]


def everything(tables: Tables) -> BoolArray:
    return np.ones(len(tables.events), dtype=bool)


def by_pair(level: Level, found: DyadMeasures) -> dict[Pair, int]:
    """Row of each dyad by the ids of its ends."""
    ends = zip(found.dyads.source.tolist(), found.dyads.target.tolist(), strict=True)
    return {
        (level.ids[source], level.ids[target]): row for row, (source, target) in enumerate(ends)
    }


def by_node(level: Level, found: ActorMeasures) -> dict[str, int]:
    return {level.ids[node]: row for row, node in enumerate(found.node.tolist())}


def near(one: float, other: float) -> bool:
    return (isnan(one) and isnan(other)) or one == pytest.approx(other, abs=1e-9)


def mean(scores: list[float]) -> float:
    return sum(scores) / len(scores) if scores else float("nan")


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Book, Tables, str, BoolArray, list[Relation]]:
    """A book, its tables, a level, which events are in view, and the relations of these."""
    book = draw(books())
    tables, level = tabulate(book), draw(LEVELS)
    count = len(book.events)
    flags = draw(st.lists(st.sampled_from([True, True, False]), min_size=count, max_size=count))
    events = np.array(flags, dtype=bool)
    chosen = set(tables.events["id"].to_numpy()[events])
    relations = [one for one in relations_by_hand(book, level) if one[0] in chosen]
    return book, tables, level, events, relations


@given(worlds())
@UNHURRIED
def test_dyads_are_measured_as_one_by_one(
    it: tuple[Book, Tables, str, BoolArray, list[Relation]],
) -> None:
    _, tables, name, events, relations = it
    level = tables.level(name)
    scores: dict[Pair, list[float]] = defaultdict(list)
    rows: dict[Pair, list[int]] = defaultdict(list)
    for id_, source, target, score, _ in relations:
        scores[source, target].append(score)
        rows[source, target].append(tables.row_of[id_])
    found = measure_dyads(level, events)
    at = by_pair(level, found)
    assert at.keys() == scores.keys()
    for pair, row in at.items():
        own, back = scores[pair], scores.get(pair[::-1], [])
        assert found.dyads.n[row] == len(own)
        assert near(found.dyads.sum[row], sum(own))
        assert near(found.dyads.mean[row], mean(own))
        assert found.sides[row].tolist() == [
            sum(score <= -1 for score in own),
            sum(-1 < score < 1 for score in own),
            sum(score >= 1 for score in own),
        ]
        fewer, both = min(len(own), len(back)), len(own) + len(back)
        assert found.reciprocity[row] == pytest.approx(2 * fewer / both)
        assert (found.first[row], found.last[row]) == (min(rows[pair]), max(rows[pair]))
    counts = found.dyads.n.tolist()
    assert counts == sorted(counts, reverse=True)


@given(worlds())
@UNHURRIED
def test_actors_are_measured_as_one_by_one(
    it: tuple[Book, Tables, str, BoolArray, list[Relation]],
) -> None:
    _, tables, name, events, relations = it
    level = tables.level(name)
    found = measure_actors(level, events, measure_dyads(level, events))
    at = by_node(level, found)
    assert at.keys() == {end for one in relations for end in one[1:3]}
    for id_, row in at.items():
        out = [one for one in relations if one[1] == id_]
        into = [one for one in relations if one[2] == id_]
        assert found.n_out[row] == len({one[0] for one in out})
        assert found.n_in[row] == len({one[0] for one in into})
        assert near(found.mean_out[row], mean([one[3] for one in out]))
        assert near(found.mean_in[row], mean([one[3] for one in into]))
        hostile: dict[str, int] = defaultdict(int)
        sums: dict[str, float] = defaultdict(float)
        for _, source, _, score, _ in into:
            hostile[source] += score <= -1
            sums[source] += score
        most = max(hostile.values(), default=0)
        assert found.against[row] == most
        if not most:
            assert found.rival[row] == -1
            continue
        rivals = [source for source, count in hostile.items() if count == most]
        lowest = min(sums[source] for source in rivals)
        rivals = [source for source in rivals if near(sums[source], lowest)]
        assert level.ids[found.rival[row]] in rivals
    busy = (found.n_out + found.n_in).tolist()
    assert busy == sorted(busy, reverse=True)


def test_an_event_with_two_targets_is_one_event_of_two_acts() -> None:
    tables = tables_of("""
        - {date: 2023, title: T, score: -3, actors: [Japan], targets: [Chile, Peru]}
        - {date: 2024, title: T, score: 3, actors: [Japan], targets: [Chile]}
        """)
    level = tables.by_country
    found = measure_actors(level, everything(tables), measure_dyads(level, everything(tables)))
    japan = by_node(level, found)["JPN"]
    assert (found.n_out[japan], found.n_in[japan]) == (2, 0)
    assert found.mean_out[japan] == -1
    assert isnan(found.mean_in[japan])


def test_of_two_with_as_many_hostile_acts_the_one_with_the_lower_sum_is_named() -> None:
    tables = tables_of("""
        - {date: 2023, title: T, score: -3, actors: [Chile], targets: [Japan]}
        - {date: 2024, title: T, score: -5, actors: [Peru], targets: [Japan]}
        - {date: 2024, title: T, score: 9, actors: [Chad], targets: [Japan]}
        """)
    level = tables.by_country
    found = measure_actors(level, everything(tables), measure_dyads(level, everything(tables)))
    japan = by_node(level, found)["JPN"]
    assert (level.ids[found.rival[japan]], found.against[japan]) == ("PER", 1)


def test_who_acted_most_against_north_korea() -> None:
    tables = shipped()
    level = tables.by_country
    found = measure_actors(level, everything(tables), measure_dyads(level, everything(tables)))
    korea = by_node(level, found)["PRK"]
    assert (level.ids[found.rival[korea]], found.against[korea]) == ("USA", 3)


@pytest.mark.parametrize(
    ("there", "back", "reciprocity"), [(1, 0, 0), (1, 1, 1), (3, 1, 0.5), (2, 4, 2 / 3)]
)
def test_reciprocity_is_the_share_that_is_returned(
    there: int, back: int, reciprocity: float
) -> None:
    acts = ["actors: [Japan], targets: [Chile]"] * there
    acts += ["actors: [Chile], targets: [Japan]"] * back
    tables = tables_of("\n".join(f"- {{date: 2023, title: T, {act}}}" for act in acts))
    found = measure_dyads(tables.by_country, everything(tables))
    assert found.reciprocity.tolist() == pytest.approx([reciprocity] * (1 + (back > 0)))


def test_a_mean_of_exactly_one_is_a_positive_tie() -> None:
    """3.4 - 4.4 + 4.0 is a little less than 3 in binary numbers."""
    tables = tables_of("""
        - {date: 2021, title: T, type: support, actors: [Japan], targets: [Chile]}
        - {date: 2022, title: T, type: threaten, actors: [Japan], targets: [Chile]}
        - {date: 2023, title: T, type: agree, actors: [Japan], targets: [Chile]}
        """)
    found = tally(tables.by_country.cells, everything(tables))
    assert found.mean.tolist() == [1.0]
    assert tone(found.mean).tolist() == [NEUTRAL + 1]
    assert triad_ties(tables.by_country, found).signs.tolist() == [[0, 1], [1, 0]]


def test_both_directions_together_of_exactly_one_are_a_positive_tie() -> None:
    tables = tables_of("""
        - {date: 2021, title: T, score: 3.4, actors: [Japan], targets: [Chile]}
        - {date: 2022, title: T, score: 4.3, actors: [Chile], targets: [Japan]}
        - {date: 2023, title: T, score: -4.7, actors: [Chile], targets: [Japan]}
        """)
    found = tally(tables.by_country.cells, everything(tables))
    assert triad_ties(tables.by_country, found).signs.tolist() == [[0, 1], [1, 0]]


def test_no_events_make_no_measures() -> None:
    for tables in (shipped(), tables_of("")):
        nothing = np.zeros(len(tables.events), dtype=bool)
        level = tables.by_country
        dyads = measure_dyads(level, nothing)
        assert len(dyads.dyads.n) == len(dyads.first) == len(dyads.reciprocity) == 0
        assert len(measure_actors(level, nothing, dyads).node) == 0
        assert list_triads(triad_ties(level, dyads.dyads), 9) == []


@given(worlds())
@UNHURRIED
def test_triads_of_a_book_are_what_looking_at_each_triple_gives(
    it: tuple[Book, Tables, str, BoolArray, list[Relation]],
) -> None:
    _, tables, name, events, relations = it
    level = tables.level(name)
    scores: dict[frozenset[str], list[float]] = defaultdict(list)
    for _, source, target, score, _ in relations:
        scores[frozenset((source, target))].append(score)

    def sign(*pair: str) -> int:
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
    ties = triad_ties(level, measure_dyads(level, events).dyads)
    assert triads(ties.signs) == Triads(*expected)
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
    return TriadTies(np.arange(nodes), (n + n.T).astype(float), upper + upper.T)


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
    assert triads(ties.signs) == Triads(*kinds)
    in_order = [one[2:] for one in sorted(expected)]
    assert list_triads(ties, 10_000) == in_order
    assert list_triads(ties, 3) == in_order[:3]


def test_of_too_many_nodes_those_with_the_most_acts_form_triads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(measures, "MOST_NODES", 3)
    tables = tables_of("""
        - {date: 2021, title: T, type: summit, actors: [Japan, Chile, Peru]}
        - {date: 2022, title: T, type: summit, actors: [Japan, Chile, Peru]}
        - {date: 2023, title: T, type: summit, actors: [Chad, Chile]}
        """)
    level = tables.by_country
    ties = triad_ties(level, tally(level.cells, everything(tables)))
    assert [level.ids[node] for node in ties.node] == ["CHL", "JPN", "PER"]
    assert triads(ties.signs) == Triads(1, 0, 0, 0, 0)


def test_of_many_triads_only_those_that_are_listed_are_kept() -> None:
    nodes = 150
    signs = 1 - np.eye(nodes, dtype=np.int64)
    ties = TriadTies(np.arange(nodes), signs.astype(float), signs)
    tracemalloc.start()
    try:
        found = list_triads(ties, 3)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [triad[:3] for triad in found] == [(0, 1, 2), (0, 1, 3), (0, 1, 4)]
    assert peak < 8_000_000  # bytes; all 551,300 triads take 50 MB and more
