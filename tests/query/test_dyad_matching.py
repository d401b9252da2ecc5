"""Which events actors and dyads have to do with: ways, sides and anyone."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.book import Book
from dashboard.model.scores import SIDES
from dashboard.query.columns import BoolArray
from dashboard.query.dyad import Dyad
from dashboard.query.matching import dyads_of, has_actors, has_dyads, of_dyad, sides_of
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.examples import tables_of
from tests.query.books import ACTORS, COUNTRIES, UNHURRIED, books
from tests.query.by_hand import Relation, relations_by_hand
from tests.query.by_hand import of_dyad as is_of_dyad

EVENTS = """
actors:
  - {id: kim, name: Kim, kind: person, country: North Korea}
events:
  - {id: e0, date: 2020, title: T, score: 5, actors: [Japan], targets: [Chile]}
  - {id: e1, date: 2021, title: T, score: -5, actors: [Chile], targets: [Japan]}
  - {id: e2, date: 2022, title: T, score: -1, actors: [Japan], targets: [Chile, kim]}
  - {id: e3, date: 2023, title: T, score: 0.9, actors: [Japan, Chile]}
  - {id: e4, date: 2024, title: T, score: 3, actors: [Japan, kim], targets: [Chile]}
"""


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(EVENTS)


def rows(found: BoolArray) -> list[int]:
    return np.flatnonzero(found).tolist()


def read(text: str) -> Dyad:
    return Dyad.read(text, str)


@pytest.mark.parametrize(
    ("dyad", "expected"),
    [
        ("JPN:CHL", [0, 2, 3, 4]),
        ("CHL:JPN", [1, 3]),
        ("JPN:CHL:both", [0, 1, 2, 3, 4]),
        ("JPN:CHL:cooperation", [0, 4]),
        ("JPN:CHL:conflict", [2]),
        ("JPN:CHL:neutral", [3]),
        ("CHL:JPN:conflict", [1]),
        ("JPN:CHL:both:conflict", [1, 2]),
        ("PRK:*", [4]),
        ("*:PRK", [2, 4]),
        ("*:PRK:cooperation", [4]),
        ("*:PRK:conflict", [2]),
        ("PRK:*:both", [2, 4]),
        ("*:TCD", []),
        ("TCD:*:both", []),
    ],
)
def test_a_dyad_may_be_both_ways_of_one_side_and_with_anyone(
    tables: Tables, dyad: str, expected: list[int]
) -> None:
    assert rows(has_dyads(tables.by_country, [read(dyad)])) == expected


def test_a_dyad_of_actors_is_not_one_of_their_countries(tables: Tables) -> None:
    assert rows(has_dyads(tables.by_actor, [Dyad("kim", "CHL")])) == [4]
    assert rows(has_dyads(tables.by_actor, [Dyad("PRK", "CHL")])) == []
    assert rows(has_dyads(tables.by_country, [Dyad("kim", "CHL")])) == []


def test_acting_together_is_a_tie_of_its_own_score(tables: Tables) -> None:
    """Two who act jointly on a third consult each other, whatever the score of the event."""
    assert rows(has_dyads(tables.by_country, [read("JPN:PRK:cooperation")])) == [4]
    assert rows(has_dyads(tables.by_country, [read("JPN:PRK:conflict")])) == [2]


def relations(tables: Tables, level: str, flags: BoolArray) -> set[Relation]:
    """The relations of a level that are flagged, in the order of its cells."""
    table = tables.level(level).relations[flags]
    columns = (table[name].tolist() for name in ("source", "target", "score", "kind"))
    ids = tables.events["id"].to_numpy()[table["event"].to_numpy()].tolist()
    return set(zip(ids, *columns, strict=True))


@given(books(), st.sampled_from(["country", "actor"]), st.data())
@UNHURRIED
def test_relations_of_a_dyad_are_those_that_a_plain_search_finds(
    book: Book, nodes: str, data: st.DataObject
) -> None:
    tables = tabulate(book)
    ids = st.sampled_from([*(COUNTRIES if nodes == "country" else ACTORS), "*"])
    source, target = data.draw(st.tuples(ids, ids).filter(lambda ends: ends[0] != ends[1]))
    dyad = Dyad(source, target, data.draw(st.booleans()), data.draw(st.sampled_from(["", *SIDES])))
    level = tables.level(nodes)
    expected = {one for one in relations_by_hand(book, nodes) if is_of_dyad(dyad, one)}
    found = of_dyad(level, dyad)
    assert relations(tables, nodes, found) == expected
    assert np.count_nonzero(found) == len(expected)
    assert set(tables.events["id"].to_numpy()[has_dyads(level, [dyad])]) == {
        id_ for id_, *_ in expected
    }


def test_the_dyads_that_are_chosen_do_not_depend_on_the_side(tables: Tables) -> None:
    level = tables.by_country
    for text in ("JPN:CHL", "JPN:*", "JPN:CHL:both"):
        without = dyads_of(level, read(text))
        assert without.any()
        for side in SIDES:
            assert dyads_of(level, read(f"{text}:{side}")).tolist() == without.tolist()


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([], [0, 1, 2, 3, 4]),
        (["kim"], [2, 4]),
        (["kim", "JPN"], [2, 4]),
        (["kim", "PRK"], []),
        (["PRK"], []),
        (["JPN", "JPN"], [0, 1, 2, 3, 4]),
        (["nobody"], []),
    ],
)
def test_all_of_the_actors_take_part_in_whatever_role(
    tables: Tables, actors: list[str], expected: list[int]
) -> None:
    assert rows(has_actors(tables, actors)) == expected


@given(books(), st.lists(st.sampled_from(ACTORS), max_size=3))
@UNHURRIED
def test_events_of_actors_are_those_that_a_plain_search_finds(
    book: Book, actors: list[str]
) -> None:
    tables = tabulate(book)
    expected = {
        event.id
        for event in book.events
        if {*event.actors, *event.targets, *event.aimed_at}.issuperset(actors)
    }
    assert set(tables.events["id"].to_numpy()[has_actors(tables, actors)]) == expected


def test_a_side_begins_at_one_either_way() -> None:
    scores = np.array([-10, -1, -0.99, 0, 0.99, 1, 10])
    assert [SIDES[side] for side in sides_of(scores)] == [
        *["conflict"] * 2,
        *["neutral"] * 3,
        *["cooperation"] * 2,
    ]


def test_in_no_events_no_actor_and_no_dyad_is_found() -> None:
    empty = tables_of(json.dumps({"events": []}))
    assert has_actors(empty, ["JPN"]).tolist() == []
    assert has_dyads(empty.by_country, [Dyad("JPN", "*", both=True)]).tolist() == []
