"""The columns of the offline page agree with the tables."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.formats.html.content import describe_events, describe_ties
from tests.examples import shipped, tables_of

FILE = """
sources: [{id: wire, title: Wire report, url: "https://example.org/wire"}]
events:
  - id: first
    date: 2023-05-01
    title: First
    actors: [Japan, South Korea]
    targets: [North Korea]
    type: condemn
    sources: [wire]
    claims: [{by: Japan, stance: confirms, note: Seen, source: wire}]
  - id: second
    date: 2023-06
    title: Second
    actors: [Japan]
    targets: [North Korea]
    sources: [wire, {title: Own, publisher: Paper}]
    links: {follows: [first]}
"""


def columns() -> dict:
    tables = tables_of(FILE)
    return describe_events(tables, np.arange(2), np.zeros(2, dtype=bool))


def test_names_and_sources_occur_once() -> None:
    found = columns()
    assert sorted(found["names"]) == ["Japan", "North Korea", "South Korea"]
    assert [source[0] for source in found["sources"]] == ["Wire report", "Own"]
    assert found["cited"] == {0: [0], 1: [0, 1]}
    assert found["sources"][1] == ["Own", "", "Paper"]


def test_parties_claims_and_links_point_to_them() -> None:
    found = columns()
    named = [[[found["names"][at] for at in role] for role in roles] for roles in found["by"]]
    assert named == [
        [["Japan", "South Korea"], ["North Korea"], []],
        [["Japan"], ["North Korea"], []],
    ]
    ((by, stance, day, note, source),) = found["claims"][0]
    assert ([found["names"][at] for at in by], stance, day, note, source) == (
        ["Japan"], "{names} confirms", "", "Seen", 0,
    )  # fmt: skip
    assert found["links"] == {1: [["comes after and continues {event}", 0]]}


def test_dates_are_in_words_and_in_seconds() -> None:
    found = columns()
    assert found["date"] == ["1 May 2023", "June 2023"]
    assert found["from"][1] < found["at"][1] < found["to"][1]


@pytest.mark.parametrize("level", ["country", "actor"])
def test_ties_are_the_relations(level: str) -> None:
    tables = shipped()
    rows = np.arange(len(tables.events))
    own = tables.level(level)
    ties = describe_ties(own, rows, own.ids)
    numbers = [number for tie in ties for number in tie[::2]]
    assert sum(number < 0 for number in numbers) == (own.relations["kind"] == "joint").sum() > 0
    assert len(numbers) == len(own.relations)
    assert sum(sum(tie[1::2]) for tie in ties) == pytest.approx(own.relations["score"].sum())
