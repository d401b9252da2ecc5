"""Levels: the same events between countries and between actors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.book import Book
from dashboard.model.codes import Role
from dashboard.query.levels import Level
from dashboard.query.tabulate import tabulate
from tests.examples import tables_of
from tests.query.books import UNHURRIED, books
from tests.query.by_hand import country_of

EVENTS = """
actors:
  - {id: kim, name: Kim, kind: person, country: North Korea}
  - {id: choe, name: Choe, kind: person, country: North Korea}
events:
  - {id: e0, date: 2020, title: T, actors: [kim], targets: [Japan, choe]}
  - {id: e1, date: 2021, title: T, actors: [Japan], targets: [kim], aimed_at: [choe, Chile]}
"""


def members(level: Level) -> list[tuple[int, str, str]]:
    """Event, node and role of each member, in order."""
    found = level.members
    columns = (found.event.tolist(), found.group.tolist(), found.role.tolist())
    return [
        (event, level.ids[group], Role(role).word)
        for event, group, role in zip(*columns, strict=True)
    ]


def test_a_country_counts_once_an_event_with_its_strongest_role() -> None:
    assert members(tables_of(EVENTS).by_country) == [
        (0, "PRK", "actor"),
        (0, "JPN", "target"),
        (1, "JPN", "actor"),
        (1, "PRK", "target"),
        (1, "CHL", "aimed_at"),
    ]


def test_actors_stand_for_themselves() -> None:
    assert members(tables_of(EVENTS).by_actor) == [
        (0, "kim", "actor"),
        (0, "choe", "target"),
        (0, "JPN", "target"),
        (1, "JPN", "actor"),
        (1, "kim", "target"),
        (1, "CHL", "aimed_at"),
        (1, "choe", "aimed_at"),
    ]


def test_nodes_are_found_by_their_ids() -> None:
    tables = tables_of(EVENTS)
    assert tables.by_country.ids == ("CHL", "JPN", "PRK")
    assert tables.by_country.names == ("Chile", "Japan", "North Korea")
    assert tables.by_actor.ids == ("CHL", "choe", "JPN", "kim")
    for level in (tables.by_country, tables.by_actor):
        assert [level.code[id_] for id_ in level.ids] == list(range(len(level.ids)))


@given(books(), st.data())
@UNHURRIED
def test_events_of_nodes_are_what_counting_one_by_one_gives(
    book: Book, data: st.DataObject
) -> None:
    tables = tabulate(book)
    count = len(book.events)
    flags = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    events = np.array(flags, dtype=bool)
    chosen = set(tables.events["id"].to_numpy()[events])
    for level in (tables.by_country, tables.by_actor):
        expected = dict.fromkeys(level.ids, 0)
        for event in book.events:
            everyone = {*event.actors, *event.targets, *event.aimed_at}
            if level.by == "country":
                everyone = {country_of(actor, book.directory) for actor in everyone}
            for id_ in everyone:
                expected[id_] += event.id in chosen
        found = level.count_events(events)
        assert dict(zip(level.ids, found.tolist(), strict=True)) == expected


@pytest.mark.parametrize(
    ("status", "in_doubt"),
    [
        ("confirmed", False),
        ("reported", False),
        ("alleged", True),
        ("disputed", True),
        ("denied", True),
    ],
)
def test_a_relation_is_in_doubt_unless_its_event_is_confirmed_or_reported(
    status: str, in_doubt: bool
) -> None:
    tables = tables_of(f"""
        - {{date: 2023, title: One, status: {status}, actors: [Japan], targets: [Chile]}}
        """)
    assert tables.by_country.cells.in_doubt.tolist() == [in_doubt]


def test_a_file_without_events_has_no_nodes() -> None:
    tables = tables_of("")
    for level in (tables.by_country, tables.by_actor):
        assert level.ids == ()
        assert level.count_events(np.ones(0, dtype=bool)).tolist() == []
        assert level.cells.dyads == 0
