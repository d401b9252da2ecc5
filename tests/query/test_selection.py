"""The selection: URL, filter and sentence always say the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import parse_qsl

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.book import Book
from dashboard.query.columns import BoolArray
from dashboard.query.dyad import Dyad
from dashboard.query.filter import SelectionError, Unknown
from dashboard.query.filters import FILTERS, QUERY_NAMES
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from dashboard.query.window import Window
from tests.examples import shipped, tables_of
from tests.query.books import ACTORS, DATED, OWN_ACTORS, UNHURRIED, books, selections, windows
from tests.query.by_hand import picked_by_hand

ALL_TAKE_PART = tables_of(
    f"actors: {json.dumps(OWN_ACTORS)}\n"
    f"events: [{{id: all, date: 2023, title: T, actors: [{', '.join(ACTORS)}]}}]"
)


def ids(tables: Tables, found: BoolArray) -> set[str]:
    return set(tables.events["id"].to_numpy()[found])


def visible(query: str, tables: Tables) -> list[str]:
    selected = Selection.from_query(query, tables).apply(tables)
    return list(tables.events["id"][selected.visible])


@given(
    selections(),
    st.text(),
    st.sampled_from(["", "2023-10-20", "2023~", "-0043", "2023-10-20T09:00+09:00"]),
    st.sampled_from(["", "all"]),
)
@UNHURRIED
def test_a_selection_comes_back_from_its_query(
    selection: Selection, text: str, known_on: str, event: str
) -> None:
    selection = replace(selection, text=text, as_known_on=known_on, event=event)
    query = selection.to_query()
    back = Selection.from_query(query, ALL_TAKE_PART)
    assert back == selection
    assert back.unknown == ()
    assert back.to_query() == query
    assert Selection.from_query(parse_qsl(query), ALL_TAKE_PART) == selection
    assert {name for name, _ in parse_qsl(query)} <= set(QUERY_NAMES)


@given(windows())
@UNHURRIED
def test_a_window_comes_back_from_its_query(window: Window) -> None:
    selection = Selection(window=window)
    assert Selection.from_query(selection.to_query(), ALL_TAKE_PART) == selection


@given(books(), st.lists(selections(), min_size=1, max_size=4))
@UNHURRIED
def test_the_filter_agrees_with_plain_python(book: Book, chosen: list[Selection]) -> None:
    tables = tabulate(book)
    for selection in chosen:
        matching, seen = picked_by_hand(book, selection)
        selected = selection.apply(tables)
        assert ids(tables, selected.matching) == matching
        assert ids(tables, selected.visible) == seen
        assert selection.describe(tables) == selection.describe(tables, selected)
        counted = selection.describe(tables).split(" · ")[0].split(" ")
        assert int(counted[0]) == len(seen)
        assert int(counted[-2]) == len(book.events)


def test_the_default_has_an_empty_query_and_picks_everything() -> None:
    assert Selection().to_query() == ""
    assert Selection().apply(shipped()).visible.all()


def test_only_what_differs_from_the_default_stands_in_the_query() -> None:
    selection = Selection(
        countries=("JPN", "KOR"),
        match="all",
        types=("summit",),
        statuses=("confirmed", "reported"),
        text="R&D 50% +1 회담",
        dyads=(Dyad("RUS", "PRK"),),
        window=Window.from_texts("2023-08", "2024-10"),
        event="camp-david",
        lanes="actor",
        as_known_on="2023-10-20",
    )
    assert selection.to_query() == (
        "country=JPN&country=KOR&match=all&dyad=RUS:PRK&type=summit&status=confirmed"
        "&status=reported&text=R%26D+50%25+%2B1+%ED%9A%8C%EB%8B%B4&as_known_on=2023-10-20"
        "&from=2023-08-01&to=2024-10-31&event=camp-david&lanes=actor"
    )
    assert Selection.from_query(f"?{selection.to_query()}", shipped()) == selection


def test_equal_choices_have_one_form() -> None:
    whole = Window.from_texts("", "")
    untidy = Selection(countries=("JPN", "JPN"), text="  two\n words ", window=whole)
    assert untidy == Selection(countries=("JPN",), text="two words")
    assert hash(untidy) == hash(Selection(countries=("JPN",), text="two words"))


def test_a_lone_surrogate_is_no_reason_to_fail() -> None:
    assert Selection(text="a\ud800").to_query() == "text=a%3F"


def test_the_unknown_is_removable_and_does_not_stand_in_the_query() -> None:
    selection = Selection.from_query("country=Japan&foo=1", shipped(), strict=False)
    assert selection.unknown[0].name == "foo"
    assert selection == Selection(countries=("JPN",))
    assert selection.to_query() == "country=JPN"
    assert replace(selection, unknown=()).unknown == ()
    assert Selection(unknown=(Unknown("foo", "1", "why"),)).apply(shipped()).visible.all()


@pytest.fixture(scope="module")
def dated() -> Tables:
    return tables_of(DATED)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2023-10&to=2023-10", ["year", "first", "last"]),
        ("from=2023-10-01&to=2023-10-31", ["year", "first", "last"]),
        ("from=2023-10-31&to=2023-11-01", ["year", "last", "after"]),
        ("from=2023-10-02&to=2023-10-30", ["year"]),
        ("from=2023-11-01T00:00Z&to=2023-11-01T00:00Z", ["year", "after"]),
        ("from=2023-10-31T23:59Z&to=2023-10-31T23:59Z", ["year", "last"]),
        ("from=2024", ["lasting"]),
        ("to=-0043-03-15", ["past", "bce"]),
        ("to=-0043-03-14", ["past"]),
        ("from=-0043-03-15&to=-0043-03", ["past", "bce"]),
        ("from=2022-12-31&to=2023-01-01", ["past", "year"]),
        ("from=9999&to=9999", ["lasting"]),
        ("from=2023-11-30&to=2023-11-30", ["year", "seoul"]),
    ],
)
def test_the_window_includes_both_its_dates_and_what_lasts_into_it(
    dated: Tables, query: str, expected: list[str]
) -> None:
    assert visible(query, dated) == expected


def test_the_window_hides_but_what_is_hidden_still_matches(dated: Tables) -> None:
    selected = Selection.from_query("country=Japan&to=2023-09", dated).apply(dated)
    assert ids(dated, selected.visible) == {"past", "year", "eve"}
    assert len(ids(dated, selected.matching)) == 8


@pytest.mark.parametrize(
    ("known_on", "hidden"),
    [
        ("2024-02-01", set()),
        ("2024-01-31", {"lasting"}),
        ("2023-11", {"lasting"}),
        ("2023-11-05", {"seoul", "lasting"}),
        ("2023-11-04", {"last", "seoul", "lasting"}),
        ("2023-10-31", {"last", "after", "seoul", "lasting"}),
        ("2023-10-31T12:00Z", {"last", "after", "seoul", "lasting"}),
    ],
)
def test_what_was_not_public_by_the_end_of_a_day_is_hidden(
    dated: Tables, known_on: str, hidden: set[str]
) -> None:
    selected = Selection.from_query(f"as_known_on={known_on}", dated).apply(dated)
    assert ids(dated, ~selected.matching) == hidden


def test_the_shipped_file_as_known_before_the_joint_statement() -> None:
    selected = Selection.from_query("as_known_on=2023-10-20", shipped()).apply(shipped())
    known = ids(shipped(), selected.visible)
    assert {"container-shipments", "lavrov-pyongyang"} <= known
    assert "joint-statement" not in known


@given(selections())
@UNHURRIED
def test_every_filter_works_on_no_events(selection: Selection) -> None:
    empty = tables_of("")
    selected = selection.apply(empty)
    assert (selected.matching.dtype, selected.visible.tolist()) == (np.dtype(bool), [])
    assert selection.describe(empty).startswith("0 events")


def test_ids_that_mean_nothing_here_pick_nothing() -> None:
    for selection in (
        Selection(countries=("ATL",)),
        Selection(types=("dance",)),
        Selection(statuses=("rumoured",)),
        Selection(dyads=(Dyad("ATL", "JPN"),)),
    ):
        assert not selection.apply(shipped()).visible.any()
        assert selection.describe(shipped()).startswith("0 of 16 events · ")


def test_a_selection_of_names_resolves_them() -> None:
    selection = Selection.of(
        shipped(), country=["Japan", "ROK"], match="all", from_="2023-08", within=30
    )
    assert selection == Selection(
        countries=("JPN", "KOR"),
        match="all",
        window=Window.from_texts("2023-08", ""),
        within=30,
    )
    assert Selection.of(shipped()) == Selection()


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"country": "Jpan"}, 'country: no country is called "Jpan": did you mean "Japan"?'),
        ({"contry": "Japan"}, 'contry: there is no parameter "contry": did you mean "country"?'),
        ({"lanes": "planet"}, 'lanes: unknown lanes "planet"'),
    ],
)
def test_a_selection_of_unknown_names_is_refused(chosen: dict[str, str], reason: str) -> None:
    with pytest.raises(SelectionError, match="^" + re.escape(reason)):
        Selection.of(shipped(), **chosen)
    with pytest.raises(SelectionError) as caught:
        Selection.from_query([("foo", "1"), *chosen.items()], shipped())
    assert [part.name for part in caught.value.unknown] == ["foo", *chosen]


def test_only_what_moves_the_lanes_is_part_of_their_key() -> None:
    query = "country=JPN&from=2023-10&event=treaty&lanes=actor&pin=JPN&relations=matrix&within=3"
    selection = Selection.from_query(query, shipped())
    assert selection.of_lanes.to_query() == "country=JPN&lanes=actor&pin=JPN"


def test_each_row_is_documented_and_its_default_is_that_of_the_field() -> None:
    for name, row in FILTERS.items():
        assert getattr(Selection(), name) == row.default
        assert row.meaning
        assert bool(row.label) == bool(row.mask), "a filter has words, a choice of view has none"
    assert len(set(QUERY_NAMES)) == len(QUERY_NAMES)


def test_clearing_the_filters_keeps_how_events_are_shown() -> None:
    selection = Selection.from_query("country=JPN&text=arms&lanes=type&event=treaty", shipped())
    assert selection.unfiltered == Selection(lanes="type")
    kept = Selection(pins=("JPN",), others="open", links="all")
    assert replace(kept, countries=("JPN",), event="treaty").unfiltered == kept
