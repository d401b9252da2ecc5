"""Measures: what counting one event after the other in plain Python gives."""

from __future__ import annotations

from collections import defaultdict
from math import isnan

import numpy as np
import pytest
from hypothesis import given

from dashboard.analysis.relations.measuring import (
    ActorMeasures,
    DyadMeasures,
    measure_actors,
    measure_dyads,
)
from dashboard.query.levels import Level
from tests.analysis.relations.parts_in_view import PartInView, everything, mean, parts_in_view
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED

Pair = tuple[str, str]


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


@given(parts_in_view())
@UNHURRIED
def test_dyads_are_measured_as_one_by_one(
    it: PartInView,
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


@given(parts_in_view())
@UNHURRIED
def test_actors_are_measured_as_one_by_one(
    it: PartInView,
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


def test_no_events_make_no_measures() -> None:
    for tables in (shipped(), tables_of("")):
        nothing = np.zeros(len(tables.events), dtype=bool)
        level = tables.by_country
        dyads = measure_dyads(level, nothing)
        assert len(dyads.dyads.n) == len(dyads.first) == len(dyads.reciprocity) == 0
        assert len(measure_actors(level, nothing, dyads).node) == 0
