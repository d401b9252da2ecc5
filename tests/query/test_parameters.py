"""The parameters of a query string: what each may say, and what is said of the rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.columns import BoolArray
from dashboard.query.filter import read_query
from dashboard.query.filters import FILTERS, QUERY_NAMES
from dashboard.query.parameters import country_id
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.window import Window
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED

OWN = """
actors:
  - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
  - {id: league, name: League of Ports, kind: organization, aliases: [The Ports]}
  - {id: JPN, name: Nippon, kind: country}
events:
  - {id: trip, date: 2023, title: T, actors: [lavrov], targets: [league, Japan, NATO, South Korea]}
"""


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(OWN)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("JPN", "JPN"),
        ("JP", "JPN"),
        ("jpn", "JPN"),
        ("Japan", "JPN"),
        ("Nippon", "JPN"),
        ("russian federation", "RUS"),
        ("Russia (Soviet Union)", "RUS"),
        ("R.O.K.", "KOR"),
        ("DPRK", "PRK"),
        ("Nordkorea", "PRK"),
        ("북한", "PRK"),
        ("КНДР", "PRK"),
        ("Government of Japan", "JPN"),
        ("Korea, Republic of", "KOR"),
        ("nato", "NATO"),
        ("League of Ports", "league"),
        ("the ports", "league"),
    ],
)
def test_a_country_goes_by_any_name_that_the_file_may_use(
    tables: Tables, name: str, id_: str
) -> None:
    assert country_id(name, tables) == id_
    assert Selection.from_query([("country", name)], tables).countries == (id_,)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("country", "Korea", '"Korea" is ambiguous: write "North Korea" or "South Korea"'),
        ("country", "Russsia", 'no country is called "Russsia": did you mean "Russia"?'),
        ("country", "Xyzzy", 'no country is called "Xyzzy": write a name or code, such as JPN'),
        ("country", "Moscow", 'no country is called "Moscow": did you mean "Russia"?'),
        ("country", "Russia, Japan", '"Russia, Japan" is more than one actor: give each its own'),
        ("country", "lavrov", "Sergey Lavrov counts for Russia: choose that country"),
        ("contry", "JPN", 'there is no parameter "contry": did you mean "country"?'),
        ("q", "JPN", f'there is no parameter "q": use one of {", ".join(QUERY_NAMES)}'),
        ("match", "both", 'unknown match "both": use one of any, all'),
        ("type", "Visits", 'unknown type "Visits": did you mean "visit"?'),
        ("status", "alleged?", 'unknown status "alleged?": did you mean "alleged"?'),
        ("dyad", "RUS", '"RUS" is not a valid dyad: write source:target, such as RUS:PRK'),
        ("dyad", "RUS:Russia", '"RUS:Russia" names one actor twice: a dyad is of two'),
        ("dyad", "RUS:", 'no country is called "": write a name or code, such as JPN'),
        ("event", "trap", 'no event has the id "trap": did you mean "trip"?'),
        ("event", "w", 'no event has the id "w"'),
        ("pivot", "trap", 'no event has the id "trap": did you mean "trip"?'),
        ("zero", "trap", 'no event has the id "trap": did you mean "trip"?'),
        ("change", "both", 'unknown change "both": use one of before_after, aligned'),
        ("compare", "2023", '"2023" is not two periods: write them as 2023-08/2023-10,2023-11'),
        ("compare", "2023,", '"2023," is not two periods: write them as 2023-08/2023-10,2023-11'),
        ("compare", "2023-02-30,2024", '"2023-02-30" is not a valid date: write 2023-02-28'),
        ("compare", "2023/2022,2024", '"2023/2022" ends before it begins: exchange its dates'),
        ("lanes", "row", 'unknown lanes "row": use one of country, actor, type, status'),
        ("as_known_on", "2020/..", '"2020/.." is an interval: write one date, such as 2023-10-20'),
        ("as_known_on", "[..2020]", '"[..2020]" is not a single date: write one, such as'),
        ("from", "2023-02-30", '"2023-02-30" is not a valid date: write 2023-02-28'),
        ("to", "soon", '"soon" is not a valid date: write YYYY'),
    ],
)
def test_what_means_nothing_is_kept_with_the_reason(
    tables: Tables, name: str, value: str, reason: str
) -> None:
    fields, unknown = read_query([(name, value)], tables, FILTERS)
    assert len(unknown) == 1
    assert unknown[0][:2] == (name, value)
    assert unknown[0].reason.startswith(reason)
    assert Selection(**fields) == Selection()


def test_what_means_something_counts_beside_what_does_not(tables: Tables) -> None:
    selection = Selection.from_query(
        "country=Atlantis&country=Japan&foo=1&lanes=type", tables, strict=False
    )
    assert selection.countries == ("JPN",)
    assert selection.lanes == "type"
    assert [part.name for part in selection.unknown] == ["country", "foo"]


@pytest.mark.parametrize(
    ("query", "window", "unknown"),
    [
        ("from=2023-10", ("2023-10-01", ""), []),
        ("to=2023-10", ("", "2023-10-31"), []),
        ("from=2023-10&to=2023-10", ("2023-10-01", "2023-10-31"), []),
        ("from=-0043&to=-0001", ("-0043-01-01", "-0001-12-31"), []),
        ("from=..&to=2023", ("", "2023-12-31"), []),
        ("from=2023-10-26T15:00+09:00", ("2023-10-26T06:00Z", ""), []),
        ("from=2023-10-26T15:00%2B09:00", ("2023-10-26T06:00Z", ""), []),
        ("from=soon&to=2023", ("", "2023-12-31"), ["from"]),
        ("from=2023&to=later", ("2023-01-01", ""), ["to"]),
        ("from=soon&to=later", ("", ""), ["from", "to"]),
        ("from=2024&to=2023", ("2024-01-01", ""), ["to"]),
        ("from=&to=", ("", ""), []),
    ],
)
def test_a_window_keeps_the_end_that_can_be_read(
    tables: Tables, query: str, window: tuple[str, str], unknown: list[str]
) -> None:
    fields, found = read_query(query, tables, FILTERS)
    assert Selection(**fields) == Selection(window=Window.from_texts(*window))
    assert [part.name for part in found] == unknown


@pytest.mark.parametrize("query", ["", "?", "&&", "country=&text=+&event=", "=", "country"])
def test_nothing_given_is_the_whole(tables: Tables, query: str) -> None:
    selection = Selection.from_query(query, tables)
    assert selection == Selection()
    assert selection.unknown == ()


def test_pairs_with_empty_values_are_not_given(tables: Tables) -> None:
    assert Selection.from_query([("country", ""), ("from", " ")], tables).unknown == ()


def test_of_parameters_given_twice_the_last_counts(tables: Tables) -> None:
    selection = Selection.from_query("text=a&text=b&country=JP&country=Japan&country=RU", tables)
    assert selection.text == "b"
    assert selection.countries == ("JPN", "RUS")


@given(st.lists(st.tuples(st.sampled_from(QUERY_NAMES) | st.text(), st.text())))
@UNHURRIED
def test_no_query_is_fatal(pairs: list[tuple[str, str]]) -> None:
    selection = Selection.from_query(pairs, shipped(), strict=False)
    for part in selection.unknown:
        assert part.reason
    assert not Selection.from_query(selection.to_query(), shipped()).unknown


@given(st.text())
@UNHURRIED
def test_no_text_is_fatal(text: str) -> None:
    Selection.from_query(text, shipped(), strict=False)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("country", "a" + "+" * 250_000 + "b", "250,002 characters, at most 300 are read"),
        ("actor", "x" * 301, "301 characters, at most 300 are read: shorten it"),
        ("pin", "x" * 301, "at most 300 are read"),
        ("after", "x" * 301, "at most 300 are read"),
        ("dyad", "x:" * 1_001, "at most 2,000 are read"),
        ("text", "x" * 2_001, "at most 2,000 are read"),
        ("text", " ".join(map(str, range(51))), "51 different words, at most 50 are searched"),
        ("event", "x" * 2_001, "at most 2,000 are read"),
        ("within", "1" * 4_301, "at most 2,000 are read"),
        ("within", "1" * 1_999, "is not a number of days: write one from 1 to 3,660"),
        ("from", "1" * 2_000, "is not a valid date: write YYYY"),
        ("x" * 100_000, "1", "there is no parameter"),
    ],
)
def test_long_values_are_refused_and_only_an_extract_is_quoted(
    tables: Tables, name: str, value: str, reason: str
) -> None:
    fields, ((unknown_name, unknown_value, why),) = read_query([(name, value)], tables, FILTERS)
    assert Selection(**fields) == Selection()
    assert (unknown_name, unknown_value) == (name, value)
    assert reason in why
    assert len(why) < 400


def test_values_beyond_the_most_are_left_out_and_counted(tables: Tables) -> None:
    pairs = [("country", "JPN"), *(("country", f"x{number}") for number in range(10_000))]
    selection = Selection.from_query(pairs, tables, strict=False)
    assert selection.countries == ("JPN",)
    assert len(selection.unknown) == 300
    assert selection.unknown[0][:2] == ("rest", "9,701 values")
    assert selection.unknown[0].reason.startswith("a query contains at most 300 values")


def test_a_search_ends_when_no_event_is_left(tables: Tables) -> None:
    looked_for: list[str] = []

    class Column:
        def matches(self, word: str) -> BoolArray:
            looked_for.append(word)
            return np.zeros(len(tables.events), dtype=bool)

    index = replace(tables.text, columns=(Column(),))
    assert not index.matches("nowhere " + " ".join(map(str, range(49)))).any()
    assert looked_for == ["nowhere"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023,2024", "2023-01-01/2023-12-31,2024-01-01/2024-12-31"),
        ("2023-08/2023-10, 2023-11/..", "2023-08-01/2023-10-31,2023-11-01/"),
        ("/2022,2023-05-01", "/2022-12-31,2023-05-01/2023-05-01"),
        (
            "2023-05-01T10:00+09:00/2023-05-02,2024",
            "2023-05-01T01:00Z/2023-05-02T23:59Z,2024-01-01/2024-12-31",
        ),
    ],
)
def test_two_periods_are_dates_or_intervals_and_come_back(
    tables: Tables, text: str, written: str
) -> None:
    selection = Selection.from_query([("compare", text)], tables)
    query = selection.to_query()
    assert query == f"compare={written}"
    assert Selection.from_query(query, tables) == selection


def test_two_events_are_aligned_at_most() -> None:
    tables = shipped()
    one, *others = list(tables.row_of)
    query = "&".join(f"zero={id_}" for id_ in (one, one, *others[:2]))
    selection = Selection.from_query(query, tables, strict=False)
    assert selection.zeros == (one, others[0])
    (part,) = selection.unknown
    assert part[1:] == (others[1], "2 events can be aligned: remove one of them")


def test_a_dyad_that_the_nodes_lack_is_dropped_and_the_others_stay(tables: Tables) -> None:
    selection = Selection.from_query("dyad=lavrov:JPN&dyad=RUS:JPN", tables, strict=False)
    assert [dyad.text() for dyad in selection.dyads] == ["RUS:JPN"]
    assert [part[:2] for part in selection.unknown] == [("dyad", "lavrov:JPN")]
