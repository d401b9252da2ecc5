"""Tables as CSV: every row of the measures, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from math import isnan

import numpy as np
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.measures import tabulate_measures
from dashboard.analysis.relations.measuring import measure_actors, measure_dyads
from dashboard.analysis.relations.triads import count_triads, sign_ties
from dashboard.app import create_server
from dashboard.formats.records.table_csv import write_csv
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.benchmarks.worlds import world
from tests.examples import SHIPPED, shipped, tables_of
from tests.query.books import UNHURRIED, books, selections
from tests.questions import question_of

HEADINGS = {
    "actors": "id,name,events_out,mean_out,events_in,mean_in,most_against,conflict_events,"
    "few_out,few_in",
    "dyads": (
        "source,target,source_name,target_name,events,mean,sum,"
        "conflict,neutral,cooperation,reciprocity,first,last,joint,few"
    ),
    "triads": "one,two,three,one_two,one_three,two_three,balanced,few",
}
QUERIES = ("", "nodes=actor", "country=JPN&country=KOR&match=all", "from=2023-10&to=2023-11")
TABLES = pytest.mark.parametrize("table", list(HEADINGS))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(SHIPPED).test_client()


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def csv_of(tables: Tables, selection: Selection | str, table: str) -> str:
    return write_csv(tabulate_measures(question_of(tables, selection), table))


def measured(tables: Tables, selection: Selection | str, table: str) -> list[dict[str, str]]:
    return read(csv_of(tables, selection, table))


def same(text: str, value: float) -> bool:
    """Whether a cell holds a number; what is none is left empty."""
    return text == "" if isnan(value) else float(text) == pytest.approx(value, abs=1e-4)


def assert_csv_has_all_of_the_analysis(tables: Tables, selection: Selection) -> None:
    level, related = tables.level(selection.nodes), selection.scope(tables).related
    found = measure_dyads(level, related)
    actors = measure_actors(level, related, found)

    rows = measured(tables, selection, "dyads")
    assert len(rows) == len(found.dyads.n)
    for at, row in enumerate(rows):
        source, target = found.dyads.source[at], found.dyads.target[at]
        assert (row["source"], row["target"]) == (level.ids[source], level.ids[target])
        assert (row["source_name"], row["target_name"]) == (
            level.names[source],
            level.names[target],
        )
        assert int(row["events"]) == found.dyads.n[at]
        assert same(row["mean"], found.dyads.mean[at])
        assert same(row["sum"], found.dyads.sum[at])
        sides = [int(row[name]) for name in ("conflict", "neutral", "cooperation")]
        assert sides == found.sides[at].tolist()
        assert same(row["reciprocity"], found.reciprocity[at])
        dates = tables.events["date"]
        assert row["first"].lstrip("'") == dates.iat[found.first[at]]
        assert row["last"].lstrip("'") == dates.iat[found.last[at]]
        assert row["few"] == ("yes" if found.dyads.n[at] < 3 else "no")

    rows = measured(tables, selection, "actors")
    assert len(rows) == len(actors.node)
    for at, row in enumerate(rows):
        assert row["id"] == level.ids[actors.node[at]]
        assert row["name"] == level.names[actors.node[at]]
        assert int(row["events_out"]) == actors.n_out[at]
        assert int(row["events_in"]) == actors.n_in[at]
        assert same(row["mean_out"], actors.mean_out[at])
        assert same(row["mean_in"], actors.mean_in[at])
        assert int(row["conflict_events"]) == actors.against[at]
        rival = level.ids[actors.rival[at]] if actors.against[at] else ""
        assert row["most_against"] == rival

    rows = measured(tables, selection, "triads")
    counts = count_triads(sign_ties(level, found).signs)
    balanced = counts.balanced_positive + counts.balanced_negative
    unbalanced = counts.unbalanced_one + counts.unbalanced_all
    said = [row["balanced"] for row in rows]
    assert said == ["no"] * unbalanced + ["yes"] * balanced
    for row in rows:
        signs = [int(row[name]) for name in ("one_two", "one_three", "two_three")]
        assert row["few"] in ("yes", "no")
        assert (np.prod(signs) > 0) == (row["balanced"] == "yes")
        assert len({row["one"], row["two"], row["three"]}) == 3


@pytest.mark.parametrize("query", QUERIES)
def test_the_csv_of_the_shipped_events_is_what_the_analysis_gives(query: str) -> None:
    assert_csv_has_all_of_the_analysis(shipped(), Selection.from_query(query, shipped()))


@pytest.mark.parametrize("query", ["country=USA", "from=2010&to=2012&status=denied"])
def test_the_csv_of_a_world_is_what_the_analysis_gives(query: str) -> None:
    tables = world(800, countries=14)
    assert_csv_has_all_of_the_analysis(tables, Selection.from_query(query, tables))


@given(books().map(tabulate), selections())
@UNHURRIED
def test_the_csv_of_a_random_book_is_what_the_analysis_gives(
    tables: Tables, selection: Selection
) -> None:
    assert_csv_has_all_of_the_analysis(tables, selection)


@TABLES
@pytest.mark.parametrize("query", QUERIES)
def test_the_address_answers_the_table_as_a_download(
    client: FlaskClient, table: str, query: str
) -> None:
    response = client.get(f"/api/measures/{table}.csv?{query}")
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{table}.csv"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert read(response.text) == measured(shipped(), query, table)
    assert response.text.splitlines()[0] == HEADINGS[table]


@TABLES
def test_a_chosen_dyad_and_an_open_event_change_nothing(client: FlaskClient, table: str) -> None:
    whole = client.get(f"/api/measures/{table}.csv").text
    query = "dyad=RUS:PRK:conflict&event=vostochny"
    assert client.get(f"/api/measures/{table}.csv?{query}").text == whole


def test_a_table_that_does_not_exist_is_not_found(client: FlaskClient) -> None:
    response = client.get("/api/measures/events.csv")
    assert response.status_code == 404
    reason = 'no table is called "events": use one of actors, dyads, triads'
    assert response.get_json()["error"] == reason


@TABLES
def test_without_events_there_is_only_the_heading(table: str) -> None:
    heading = HEADINGS[table] + "\n"
    assert csv_of(tables_of(""), "", table) == heading
    nothing = Selection(text="zzz")
    assert csv_of(shipped(), nothing, table) == heading


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(name: str) -> None:
    tables = tables_of(f"""
        actors: [{{id: a, name: "{name}", kind: person, country: Chile}}]
        events:
          - {{date: 2023, title: T, actors: [a], targets: [Japan]}}
          - {{date: 2024, title: T, actors: [Japan], targets: [a]}}
        """)
    (row, _) = measured(tables, "nodes=actor", "actors")
    there, back = measured(tables, "nodes=actor", "dyads")
    names = {row["name"], there["source_name"], back["target_name"]}
    assert f"'{name}" in {row["name"] for row in measured(tables, "nodes=actor", "actors")}
    assert f"'{name}" in names
    for table in HEADINGS:
        for line in measured(tables, "nodes=actor", table):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())


def test_a_negative_number_is_no_formula() -> None:
    tables = tables_of("- {date: 2023, title: T, type: attack, actors: [Japan], targets: [Chile]}")
    (row,) = measured(tables, "", "dyads")
    assert (row["mean"], row["sum"]) == ("-10.0", "-10.0")


@given(st.text(max_size=12).filter(lambda text: text.isprintable() and text.strip() == text))
@UNHURRIED
def test_names_with_commas_and_quotes_come_back(name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    tables = tables_of(f"""
        actors: [{{id: a, name: "N{quoted}", kind: person, country: Chile}}]
        events: [{{date: 2023, title: T, actors: [a], targets: [Japan]}}]
        """)
    (row,) = measured(tables, "nodes=actor", "dyads")
    assert row["source_name"] == f"N{name}"
