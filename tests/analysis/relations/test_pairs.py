"""Pairs: events and means of each two actors are those of a plain search."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from dashboard.analysis.relations.pairs import busiest_pairs, pairs_of_event, tally_pairs
from dashboard.model.book import Book
from dashboard.query.selection import Selection
from dashboard.query.tabulate import tabulate
from tests.examples import tables_of
from tests.query.books import UNHURRIED, books, selections
from tests.query.by_hand import picked_by_hand, relations_by_hand

EVENTS = """
- {id: a, date: 2023-01-10, title: T, score: 3, actors: [Japan], targets: [Chile]}
- {id: b, date: 2023-01-20, title: T, score: -3, actors: [Japan, Chile], targets: [Peru]}
- {id: c, date: 2023-01-20, title: T, score: 5, actors: [Japan, Chile]}
"""


def test_acts_together_are_in_no_mean_and_counted_apart() -> None:
    level = tables_of(EVENTS).by_country
    found = tally_pairs(level, np.ones(3, dtype=bool))
    (pair,) = [
        number
        for number in np.flatnonzero(found.n).tolist()
        if {level.ids[level.cells.source[number]], level.ids[level.cells.target[number]]}
        == {"JPN", "CHL"}
    ]
    assert (found.n[pair], found.joint[pair]) == (2, 1)
    assert found.mean[pair] == pytest.approx((3 + 5 + 5) / 3), "two acts of c, one of a"
    assert busiest_pairs(level, np.ones(3, dtype=bool), 1)[0][1] == 2


def test_an_event_names_its_pairs_once() -> None:
    tables = tables_of(EVENTS)
    numbers = [pairs_of_event(tables.by_country, row).tolist() for row in (-1, 0, 1, 2)]
    assert [len(each) for each in numbers] == [0, 1, 3, 1]


@given(books(), selections())
@UNHURRIED
def test_pairs_are_those_of_the_acts_one_by_one(book: Book, selection: Selection) -> None:
    tables = tabulate(book)
    level = tables.level(selection.nodes)
    visible = picked_by_hand(book, selection)[1]
    found = tally_pairs(level, tables.events["id"].isin(visible).to_numpy())
    acts: dict[frozenset[str], list[tuple[str, float, str]]] = {}
    for id_, source, target, score, kind in relations_by_hand(book, selection.nodes):
        if id_ in visible:
            acts.setdefault(frozenset((source, target)), []).append((id_, score, kind))
    pair_of = level.pair
    assert (found.n[pair_of != np.arange(len(pair_of))] == 0).all()
    for number in range(level.cells.dyads):
        if pair_of[number] != number:
            continue
        ends = {level.ids[level.cells.source[number]], level.ids[level.cells.target[number]]}
        own = acts.get(frozenset(ends), [])
        scores = [score for _, score, kind in own if kind != "joint"]
        tied = {id_ for id_, _, kind in own if kind != "joint"}
        assert found.n[number] == len(tied)
        assert found.joint[number] == len({id_ for id_, _, _ in own} - tied)
        mean = np.mean(scores) if scores else float("nan")
        assert found.mean[number] == pytest.approx(mean, abs=1e-9, nan_ok=True)
