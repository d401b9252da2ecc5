"""Which events countries and dyads have to do with."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.query.columns import BoolArray
from dashboard.query.dyad import Dyad
from dashboard.query.matching import has_code, has_countries, has_dyads, has_words
from dashboard.query.tables import Tables
from tests.examples import tables_of

EVENTS = """
actors: [{id: kim, kind: person, country: North Korea}]
events:
  - {id: e0, date: 2020, title: T, actors: [Japan], targets: [South Korea]}
  - {id: e1, date: 2021, title: T, actors: [South Korea], targets: [Japan], aimed_at: [kim]}
  - {id: e2, date: 2022, title: T, actors: [kim]}
  - {id: e3, date: 2023, title: T, actors: [Japan, NATO]}
"""


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(EVENTS)


def rows(found: BoolArray) -> list[int]:
    return np.flatnonzero(found).tolist()


@pytest.mark.parametrize(
    ("countries", "any_of", "all_of"),
    [
        (["JPN"], [0, 1, 3], [0, 1, 3]),
        (["PRK"], [1, 2], [1, 2]),
        (["JPN", "KOR"], [0, 1, 3], [0, 1]),
        (["JPN", "KOR", "PRK"], [0, 1, 2, 3], [1]),
        (["NATO", "PRK"], [1, 2, 3], []),
        (["JPN", "TCD"], [0, 1, 3], []),
        (["TCD"], [], []),
        (["JPN", "JPN"], [0, 1, 3], [0, 1, 3]),
        ([], [], [0, 1, 2, 3]),
    ],
)
def test_a_country_takes_part_in_whatever_role(
    tables: Tables, countries: list[str], any_of: list[int], all_of: list[int]
) -> None:
    assert rows(has_countries(tables, countries, "any")) == any_of
    assert rows(has_countries(tables, countries, "all")) == all_of


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("JPN", "KOR", [0]),
        ("KOR", "JPN", [1]),
        ("KOR", "PRK", [1]),
        ("PRK", "KOR", []),
        ("JPN", "NATO", [3]),
        ("NATO", "JPN", [3]),
        ("JPN", "JPN", []),
        ("JPN", "TCD", []),
        ("TCD", "CHL", []),
    ],
)
def test_a_dyad_is_directed(tables: Tables, source: str, target: str, expected: list[int]) -> None:
    assert rows(has_dyads(tables.by_country, [Dyad(source, target)])) == expected


def test_a_code_is_one_of_those_wanted() -> None:
    column = np.array([0, 1, 2, 1], dtype=np.int8)
    assert has_code(column, [1, 2]).tolist() == [False, True, True, True]
    assert has_code(column, []).tolist() == [False] * 4
    assert has_code(column[:0], [1]).tolist() == []


def test_in_no_events_nothing_is_found() -> None:
    empty = tables_of("")
    for match in ("any", "all"):
        assert has_countries(empty, ["JPN"], match).tolist() == []
    assert has_dyads(empty.by_country, [Dyad("JPN", "KOR")]).tolist() == []


WORDS = """
actors:
  - {id: kim, name: Kim Yo Jong, kind: person, country: North Korea, aliases: [Kim Yo-jong]}
events:
  - {id: e0, date: 2020, title: A launch, actors: [North Korea]}
  - {id: e1, date: 2021, title: She warns us, actors: [kim]}
  - {id: e2, date: 2022, title: A visit to Seoul, actors: [United States]}
  - {id: e3, date: 2023, title: North Korea is named, actors: [Japan]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DPRK", [0, 1]),
        ("dprk", [0, 1]),
        ("Nordkorea", [0, 1]),
        ("북한", [0, 1]),
        ("КНДР", [0, 1]),
        ("north korea", [0, 1, 3]),
        ("Democratic People's Republic of Korea", [0, 1]),
        ("DPRK launch", [0]),
        ("DPRK visit", []),
        ("Kim Yo-jong", [1]),
        ("US", [1, 2]),
        ("us", [1]),
        ("JP", [3]),
        ("jp", []),
        ("Chile", []),
        ("", [0, 1, 2, 3]),
    ],
)
def test_a_word_or_the_whole_text_may_be_any_name_of_an_actor(
    text: str, expected: list[int]
) -> None:
    assert rows(has_words(tables_of(WORDS), text)) == expected
