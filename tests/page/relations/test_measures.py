"""Measures as tables: each number is that of the events it lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dashboard.analysis.relations.measures import TABLES, compute
from dashboard.analysis.relations.table_words import TRIAD_KINDS
from dashboard.page.relations.measures import draw
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import (
    NASTY,
    NASTY_FILE,
    VIEWPORT,
    Drawn,
    chosen_books,
    elements,
    is_plain,
    links,
    listed,
    many_worlds,
    number,
    of_class,
    of_tag,
)
from tests.query.books import UNHURRIED
from tests.questions import question_of

WORLDS = many_worlds()
SHOWN = pytest.mark.parametrize(
    ("tables", "query"), [one[1:] for one in WORLDS], ids=[one[0] for one in WORLDS]
)


def drawn(tables: Tables, selection: Selection | str) -> Any:
    return draw(compute(question_of(tables, selection)), VIEWPORT)


def sections(part: Any) -> dict[str, Drawn]:
    """Each table's section, by its title."""
    return {drawn_text(of_tag(each, "h3")): each for each in of_class(part, "measures")}


def rows(section: Drawn) -> list[list[str]]:
    """The texts of the rows of the first table of a section."""
    body = of_tag(section, "tbody")[0]
    return [[drawn_text(cell) for cell in line[2]] for line in body[2]]


def numbers(section: Drawn) -> list[tuple[str, str]]:
    """Text and address of each link in the cells of a section."""
    return links(of_tag(section, "tbody"))


def assert_every_number_lists_its_events(tables: Tables, part: Any) -> None:
    for name in ("Actors", "Dyads"):
        found = numbers(sections(part)[name])
        assert found
        for words, href in found:
            assert number(words) == listed(href, tables) > 0


@SHOWN
def test_every_number_is_that_of_the_events_it_lists(tables: Tables, query: str) -> None:
    assert_every_number_lists_its_events(tables, drawn(tables, query))


@given(chosen_books())
@UNHURRIED
def test_every_number_of_a_random_book_is_that_of_the_events_it_lists(
    it: tuple[Tables, Selection],
) -> None:
    tables, selection = it
    part = drawn(tables, selection)
    if sections(part):
        assert_every_number_lists_its_events(tables, part)
    assert is_plain(part)


def test_what_has_no_events_is_no_link() -> None:
    found = sections(drawn(shipped(), "type=visit"))
    assert rows(found["Actors"]) == [
        ["North Korea", "–", "–", "2", "+1.9", "–", "–"],
        ["Russia", "2", "+1.9", "–", "–", "–", "–"],
    ]
    assert rows(found["Dyads"]) == [
        [
            *("Russia → North Korea", "2", "+1.9", "+3.8", "2", "–", "–", "0.00"),
            "Jul 2023 – Oct 2023 · few",
        ]
    ]


def test_who_acted_most_against_north_korea_is_one_look_away() -> None:
    found = {row[0]: row for row in rows(sections(drawn(shipped(), ""))["Actors"])}
    assert found["North Korea"][5:] == ["United States", "3"]


@SHOWN
def test_the_sides_of_a_dyad_add_up_to_its_events(tables: Tables, query: str) -> None:
    for row in rows(sections(drawn(tables, query))["Dyads"]):
        sides = [0 if cell == "–" else number(cell) for cell in row[4:7]]
        assert sum(sides) == number(row[1])
        assert row[-1].endswith(" · few") == (number(row[1]) < 3)


@SHOWN
def test_the_ties_of_a_listed_triad_list_the_events_of_both_directions(
    tables: Tables, query: str
) -> None:
    selection = Selection.from_query(query, tables, strict=False)
    for words, href in links(of_tag(sections(drawn(tables, query))["Triads"], "details")):
        (dyad,) = Selection.from_query(href[1:], tables, strict=False).dyads
        assert dyad.both
        assert " + " in words or " − " in words
        either = [
            replace(selection, dyads=(Dyad(*ends),)).apply(tables).visible
            for ends in ((dyad.source, dyad.target), (dyad.target, dyad.source))
        ]
        assert listed(href, tables) == (either[0] | either[1]).sum() > 0


def test_triads_are_counted_by_kind_and_those_out_of_balance_come_first() -> None:
    tables = world(1_500, countries=14)
    section = sections(drawn(tables, "status=denied&status=disputed"))["Triads"]
    counts = {(row[0], row[1]): number(row[3]) for row in rows(section)}
    assert list(counts) == [kind[:2] for kind in TRIAD_KINDS.values()]
    listed_triads = rows(of_tag(section, "details")[0])
    unbalanced = sum(count for kind, count in counts.items() if kind[0] == "unbalanced")
    balanced = sum(count for kind, count in counts.items() if kind[0] == "balanced")
    assert unbalanced
    assert balanced
    said = [row[0].removesuffix(" · few") for row in listed_triads]
    shown = min(unbalanced, len(said))
    assert said == ["unbalanced"] * shown + ["balanced"] * (len(said) - shown)
    assert len(said) == min(20, unbalanced + balanced)


def test_a_long_table_says_that_the_csv_has_all() -> None:
    tables = world(1_500, countries=14)
    section = sections(drawn(tables, ""))["Dyads"]
    assert len(rows(section)) == TABLES["dyads"].shown
    total = 14 * 13
    assert (
        drawn_text(of_tag(section, "caption"))
        == f"Dyads The first 100 of {total}; the CSV has all."
    )
    assert drawn_text(of_tag(sections(drawn(shipped(), ""))["Dyads"], "caption")) == "Dyads"


@SHOWN
def test_each_table_is_offered_as_csv_of_the_same_selection(tables: Tables, query: str) -> None:
    selection = Selection.from_query(query, tables, strict=False)
    for name, section in sections(drawn(tables, query)).items():
        (download,) = of_class(section, "button")
        path, _, sent = download[1]["href"].partition("?")
        assert path == f"api/measures/{name.lower()}.csv"
        assert Selection.from_query(sent, tables, strict=False) == replace(
            selection.of_any_dyad, event=""
        )


def test_a_dyad_that_is_chosen_is_marked_and_changes_no_number() -> None:
    tables = shipped()
    part, whole = drawn(tables, "dyad=RUS:PRK"), drawn(tables, "")
    current = [each for each in elements(part) if each[1].get("aria-current") == "true"]
    assert {
        Selection.from_query(each[1]["href"][1:], tables, strict=False).dyads[0] for each in current
    } == {Dyad("RUS", "PRK")}
    for name in ("Actors", "Dyads", "Triads"):
        assert rows(sections(part)[name]) == rows(sections(whole)[name])


@pytest.mark.parametrize(
    "query", ["dyad=lavrov:PRK", "from=2024&to=2023", "dyad=RUS:RUS&country=Russsia", "sort=up"]
)
def test_what_means_nothing_in_the_address_changes_no_number(query: str) -> None:
    assert_every_number_lists_its_events(shipped(), drawn(shipped(), query))


def test_the_numbers_are_defined_with_their_sources() -> None:
    (definitions,) = of_class(drawn(shipped(), ""), "definitions")
    words = drawn_text(definitions)
    for source in (
        "Goldstein (1992)",
        "GDELT",
        "Heider 1946",
        "Cartwright and Harary 1956",
        "Doreian and Mrvar 2015",
    ):
        assert source in words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("nodes", ["country", "actor"])
def test_texts_of_the_file_are_never_markup(nodes: str) -> None:
    part = drawn(tables_of(NASTY_FILE), f"nodes={nodes}")
    assert is_plain(part)
    assert (NASTY in drawn_text(part)) == (nodes == "actor")


def test_where_there_are_no_relations_it_says_so() -> None:
    lonely = tables_of("- {date: 2023, title: T, actors: [Japan]}")
    for tables, query in ((tables_of(""), ""), (lonely, ""), (shipped(), "text=zzz")):
        assert drawn_text(drawn(tables, query)) == "No relations between two actors in view."
