"""How an event counts: each dyad once, with the score from which the means are made."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given

from dashboard.analysis.evidence import event_relations
from dashboard.analysis.evidence.event_relations import CountedDyad, list_counted
from dashboard.analysis.relations.dyads import tally
from dashboard.model.book import Book
from dashboard.query.tabulate import tabulate
from tests.examples import tables_of
from tests.query.books import UNHURRIED, books

TEXT = """
actors: [{id: lavrov, name: Lavrov, kind: person, country: Russia}]
events:
  - id: a
    date: 2023
    title: They warn
    type: condemn
    actors: [Japan, lavrov]
    targets: [Chile]
    aimed_at: [Peru]
    signal_score: -3
"""


def short(dyads: tuple[CountedDyad, ...]) -> list[tuple[str, str, bool, float, str]]:
    return [(one.source, one.target, one.both, one.score, one.kind) for one in dyads]


def test_every_kind_of_relation_has_its_score_and_its_reason() -> None:
    tables = tables_of(TEXT)
    for level, russia in ((tables.by_country, "Russia"), (tables.by_actor, "Lavrov")):
        dyads, others = list_counted(level, 0)
        assert others == 0
        assert sorted(short(dyads)) == sorted(
            [
                ("Japan", "Chile", False, -2.0, "directed"),
                ("Japan", "Peru", False, -3.0, "signal"),
                (*sorted(("Japan", russia)), True, 1.0, "joint"),
                (russia, "Chile", False, -2.0, "directed"),
                (russia, "Peru", False, -3.0, "signal"),
            ]
        )
    reasons = {one.kind: one.reason for one in dyads}
    assert reasons["signal"].startswith("signal: ")
    assert reasons["joint"].endswith("no tie by itself")


def test_directions_that_differ_are_apart() -> None:
    tables = tables_of(
        "- {date: 2023, title: T, type: condemn, actors: [Japan, Peru], targets: [Japan]}"
    )
    dyads, _ = list_counted(tables.by_country, 0)
    assert short(dyads) == [
        ("Japan", "Peru", False, 1.0, "joint"),
        ("Peru", "Japan", False, -2.0, "directed"),
    ]


def test_of_very_many_dyads_the_first_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_relations, "MOST_ITEMS", 2)
    tables = tables_of("- {date: 2023, title: T, type: summit, actors: [Japan, Peru, Chile]}")
    dyads, others = list_counted(tables.by_country, 0)
    assert (len(dyads), others) == (2, 1)


@given(books())
@UNHURRIED
def test_the_means_of_all_dyads_follow_from_the_cards(book: Book) -> None:
    tables = tabulate(book)
    for level in (tables.by_country, tables.by_actor):
        scores: dict[tuple[str, str], list[float]] = defaultdict(list)
        for row in range(len(tables.events)):
            for one in list_counted(level, row)[0]:
                scores[one.source, one.target].append(one.score)
                if one.both:
                    scores[one.target, one.source].append(one.score)
        found = tally(level.cells, np.ones(len(tables.events), dtype=bool))
        pairs = zip(found.source.tolist(), found.target.tolist(), strict=True)
        names = [(level.names[source], level.names[target]) for source, target in pairs]
        assert scores.keys() == set(names)
        for pair, n, mean in zip(names, found.n.tolist(), found.mean.tolist(), strict=True):
            assert len(scores[pair]) == n
            assert sum(scores[pair]) / n == pytest.approx(mean)
