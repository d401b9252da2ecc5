"""Measures: tables for page and file from one computation, each count with its events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.relations.measures import TABLES, compute, tabulate_measures
from dashboard.analysis.table import Kind
from dashboard.query.selection import Selection
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.questions import question_of

QUERIES = ("", "nodes=actor", "dyad=RUS:PRK&event=treaty", "country=JPN&country=KOR&match=all")


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_shows_the_first_rows_of_the_file(query: str) -> None:
    question = question_of(shipped(), query)
    sections = {section.name: section for section in compute(question).sections}
    assert list(sections) == list(TABLES)
    for name, section in sections.items():
        shown, saved = section.tables[-1], tabulate_measures(question, name)
        assert saved.rows == saved.total == shown.total
        for key in saved.saved:
            rows = list(saved.values[key])[: TABLES[name].shown]
            assert repr(list(shown.values[key])) == repr(rows)
        assert not saved.links


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_rectangular_and_its_columns_are_known(name: str) -> None:
    question = question_of(world(800, countries=14))
    for section in compute(question).sections:
        for table in section.tables:
            assert {*table.shown, *table.saved, *table.links} <= set(table.columns)
            assert {len(values) for values in table.values.values()} == {table.rows}
            assert {len(links) for links in table.links.values()} <= {table.rows}
    file = tabulate_measures(question, name)
    assert set(file.saved) == set(file.values)


@pytest.mark.parametrize("query", QUERIES)
def test_each_count_leads_to_its_events_and_a_count_of_none_leads_nowhere(query: str) -> None:
    tables = shipped()
    counted = 0
    for section in compute(question_of(tables, query)).sections:
        for table in section.tables:
            for key, links in table.links.items():
                if table.columns[key].kind is not Kind.COUNT:
                    continue
                for n, link in zip(table.values[key], links, strict=True):
                    assert (n > 0) == (link is not None)
                    if link:
                        chosen = Selection.from_query(link.query, tables)
                        assert chosen.apply(tables).visible.sum() == n
                        counted += 1
    assert counted > 10


def test_the_file_is_of_any_dyad_and_of_no_open_event() -> None:
    tables = shipped()
    query = "dyad=RUS:PRK&event=treaty&status=confirmed"
    selection = Selection.from_query(query, tables)
    for section in compute(question_of(tables, query)).sections:
        expected = replace(selection, dyads=(), event="")
        assert Selection.from_query(section.query, tables) == expected


def test_rows_that_are_left_out_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    question = question_of(world(1_500, countries=14))
    actors, dyads, triads = (section.tables[-1] for section in compute(question).sections)
    assert actors.note == ""
    assert dyads.note == "The first 100 of 182; the CSV has all."
    assert triads.note == f"The first 20 of {triads.total:,}; the CSV has all."
    few = {name: row._replace(saved=50) for name, row in TABLES.items()}
    monkeypatch.setattr("dashboard.analysis.relations.measures.TABLES", few)
    note = compute(question).sections[1].tables[-1].note
    assert note == "The first 100 of 182; the CSV has the first 50."
    assert tabulate_measures(question, "dyads").rows == 50


def test_the_most_frequent_rival_of_an_actor_is_named() -> None:
    (actors,) = compute(question_of(shipped())).sections[0].tables
    row = actors.values["name"].index("North Korea")
    assert (actors.values["rival"][row], actors.values["most_against"][row]) == (
        "United States",
        "USA",
    )
    link = actors.links["conflict_events"][row]
    assert link is not None
    assert link.words == "list the events: conflict against North Korea"
    assert "dyad=USA:PRK:conflict" in link.query


def test_without_relations_there_is_a_sentence_and_an_empty_file() -> None:
    question = question_of(tables_of("- {date: 2023, title: T, actors: [Japan]}"))
    measures = compute(question)
    assert (measures.sections, measures.note) == ((), "No relations between two actors in view.")
    assert all(tabulate_measures(question, name).rows == 0 for name in TABLES)
