"""Ways out of an empty view: each leads to events, and to as many as it states."""

from __future__ import annotations

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.empty_list import filters_to_leave_out, neighbours
from dashboard.query.selection import Selection
from dashboard.words.numbers import count
from tests.examples import shipped, tables_of


def words_without(query: str) -> list[str]:
    tables = shipped()
    found = filters_to_leave_out(tables, Selection.from_query(query, tables))
    for each in found:
        selected = Selection.from_query(each.query, tables).apply(tables)
        assert each.found == count(int(selected.visible.sum()), "event")
        assert selected.visible.any()
    return [each.words for each in found]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("type=summit&status=denied", ["status: denied"]),
        ("country=JPN&country=UKR&match=all", ["country: Japan or Ukraine", "events with: all"]),
        ("text=nobody&dyad=RUS:PRK", ["text: “nobody”"]),
        ("dyad=PRK:UKR&status=confirmed", ["dyad: North Korea → Ukraine", "status: confirmed"]),
        ("from=2023-12-10&to=2023-12-19", ["10 Dec 2023 – 19 Dec 2023"]),
        ("as_known_on=2020", ["as known on 2020"]),
        ("text=nobody&status=denied", []),
        ("event=treaty&lanes=type&status=denied", ["status: denied"]),
    ],
)
def test_filters_that_exclude_all_alone_are_named(query: str, words: list[str]) -> None:
    assert words_without(query) == words


def test_a_cut_is_left_out_by_its_whole_file() -> None:
    selection = Selection(as_known_on="2020", countries=("JPN",))
    tables = Dataset(shipped()).as_known_on("2020").tables
    (without,) = filters_to_leave_out(tables, selection)
    assert (without.words, without.found) == ("as known on 2020", "5 events")


EVENTS = """
- {id: early, date: 2020-01-01, title: E, actors: [Japan]}
- {id: long, date: 2019-01-01/2020-06-01, title: L, actors: [Japan]}
- {id: other, date: 2021-01-01, title: O, actors: [Peru]}
- {id: late, date: 2022-01-01T12:00Z, title: L, actors: [Japan]}
"""


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("from=2021-02-01&to=2021-03-01", ["other", "late"]),
        ("from=2021-02-01&to=2021-03-01&country=JPN", ["long", "late"]),
        ("from=2023-02-01&to=2023-03-01", ["late"]),
        ("from=2018-02-01&to=2018-03-01", ["long"]),
        ("from=2023", ["late"]),
        ("to=2018", ["long"]),
        ("from=2021-02-01T06:00Z&to=2021-02-01T07:00Z", ["other", "late"]),
        ("country=Chile&from=2021-02-01&to=2021-03-01", []),
        ("country=Chile", []),
    ],
)
def test_the_nearest_events_beside_an_empty_window_come_into_view(
    query: str, ids: list[str]
) -> None:
    tables = tables_of(EVENTS)
    selection = Selection.from_query(query, tables)
    selected = selection.apply(tables)
    assert not selected.visible.any()
    found = neighbours(tables, selection, selected)
    assert [each.id for each in found] == ids
    for each in found:
        moved = Selection.from_query(each.query, tables)
        assert moved.event == each.id
        assert moved.apply(tables).visible[tables.row_of[each.id]]
        assert moved.countries == selection.countries
