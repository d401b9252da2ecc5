"""The matrix: each cell is the number of events that a click on it lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from dashboard.analysis.relations.matrix import compute
from dashboard.page.relations.matrix import draw
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import (
    NASTY_FILE,
    VIEWPORT,
    Drawn,
    chosen_books,
    elements,
    is_plain,
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


def cells(part: Any) -> dict[tuple[int, int], Drawn]:
    """The cells that hold a link, by row and column."""
    return {
        (row, column): cell[2][0]
        for row, line in enumerate(lines(part))
        for column, cell in enumerate(line[2][1:])
        if cell[2]
    }


def lines(part: Any) -> list[Drawn]:
    """The rows of the nodes, without the names of the camps."""
    rows = of_tag(of_tag(part, "tbody"), "tr")
    return [row for row in rows if row[2][0][1]["scope"] == "row"]


def counts(part: Any) -> list[tuple[str, str]]:
    """Text and address of each cell; the names of rows and columns are links, too."""
    return [(drawn_text(link), link[1]["href"]) for link in of_class(part, "tip")]


def assert_every_number_lists_its_events(tables: Tables, part: Any) -> None:
    for words, href in counts(part):
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
    assert_every_number_lists_its_events(tables, part)
    assert is_plain(part)


@SHOWN
def test_a_cell_stands_in_the_row_of_who_acts_and_the_column_of_the_target(
    tables: Tables, query: str
) -> None:
    part = drawn(tables, query)
    nodes = Selection.from_query(query, tables).nodes
    code, names = tables.level(nodes).code, tables.level(nodes).names
    rows = [drawn_text(line[2][0]) for line in lines(part)]
    columns = [
        link[1]["data-tip"].strip("\u2068\u2069") for link in of_tag(of_tag(part, "thead"), "a")
    ]
    assert rows == columns
    found = cells(part)
    assert found
    for (row, column), link in found.items():
        (dyad,) = Selection.from_query(link[1]["href"][1:], tables).dyads
        assert names[code[dyad.source]] == rows[row]
        assert names[code[dyad.target]] == columns[column]
        assert row != column


def test_the_order_is_that_of_the_file_whatever_is_selected() -> None:
    tables = shipped()

    def names(query: str) -> list[str]:
        return [drawn_text(line[2][0]) for line in lines(drawn(tables, query))]

    whole = names("")
    assert names("country=JPN") == names("from=2024") == names("dyad=RUS:PRK") == whole
    camps = [{"United States", "South Korea", "Japan"}, {"Russia", "North Korea"}]
    for camp in camps:
        places = sorted(whole.index(name) for name in camp)
        assert places == list(range(places[0], places[0] + len(camp)))
    groups = {
        drawn_text(body[2][0]): {drawn_text(line[2][0]) for line in body[2][1:]}
        for body in of_tag(drawn(tables, ""), "tbody")
    }
    assert groups["Camp 1"] == camps[1]
    assert groups["Camp 2"] >= camps[0]


def test_a_dyad_that_is_chosen_is_marked_and_changes_no_number() -> None:
    tables = shipped()
    part, whole = drawn(tables, "dyad=RUS:PRK"), drawn(tables, "")
    current = [each for each in elements(part) if each[1].get("aria-current") == "true"]
    assert [Selection.from_query(link[1]["href"][1:], tables).dyads[0] for link in current] == [
        Dyad("RUS", "PRK")
    ]
    assert [words for words, _ in counts(part)] == [words for words, _ in counts(whole)]
    assert not [each for each in elements(whole) if each[1].get("aria-current")]


def test_a_cell_says_in_words_what_it_stands_for() -> None:
    labels = [link[1]["aria-label"] for link in cells(drawn(shipped(), "")).values()]
    wanted = "North Korea → Russia: 4 events, mean +6.8, Sep 2023 – Oct 2024"
    assert wanted in labels
    assert any(label.endswith("fewer than three events: read with care") for label in labels)


def test_a_cell_is_unsure_where_no_event_behind_it_is_confirmed_or_reported() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, status: alleged, actors: [Japan], targets: [Russia, Chile]}
        - {date: 2025, title: Three, status: reported, actors: [Japan], targets: [Chile]}
        """)
    part = of_tag(drawn(tables, ""), "table")
    assert [link[1]["aria-label"].partition(":")[0] for link in of_class(part, "in-doubt")] == [
        "Japan → Russia"
    ]


def test_a_cell_of_few_events_is_outlined_and_one_of_joint_acts_alone_is_grey() -> None:
    event = "- {{date: 2023, title: E{}, type: condemn, actors: [Japan, Peru], targets: [Chile]}}\n"
    for events in (2, 3):
        part = of_tag(drawn(tables_of("".join(map(event.format, range(events)))), ""), "table")
        few = [link[1]["aria-label"].partition(":")[0] for link in of_class(part, "few")]
        assert len(few) == (4 if events == 2 else 0)
        joint = {link[1]["aria-label"].partition(":")[0]: link for link in of_class(part, "joint")}
        assert set(joint) == {"Japan → Peru", "Peru → Japan"}
        for link in joint.values():
            assert "tone-2" in link[1]["class"]
            assert "which makes no tie" in link[1]["aria-label"]


def test_names_lead_to_the_events_of_their_actors_and_parts_say_what_they_show() -> None:
    tables = shipped()
    part = drawn(tables, "")
    for name in of_class(part, "name"):
        chosen = Selection.from_query(name[1]["href"][1:], tables)
        assert chosen.countries == (name[1]["data-actor"],)
    for link in of_class(part, "tip"):
        (dyad,) = Selection.from_query(link[1]["href"][1:], tables).dyads
        assert dyad.text() == link[1]["data-dyad"]


def test_a_cell_that_is_strongly_both_has_two_colors() -> None:
    lines = [
        f"- {{date: 2023, title: E{number}, type: {kind}, actors: [Japan], targets: [Chile]}}"
        for number, kind in enumerate(["condemn", "consult"] * 2)
    ]
    part = of_tag(drawn(tables_of("\n".join(lines)), ""), "table")
    (cell,) = of_class(part, "both")
    assert [each[1]["class"] for each in of_class(cell, "part")] == ["part tone-1", "part tone-3"]
    assert drawn_text(cell) == "4"


def test_few_columns_bear_names_and_many_bear_ids() -> None:
    small, large = drawn(shipped(), ""), drawn(WORLDS[-3][1], "")
    assert "Japan" in [drawn_text(head) for head in of_tag(small, "th")]
    assert len(of_class(small, "large")) == 0
    assert "USA" in [drawn_text(head) for head in of_tag(large, "th")]
    assert len(of_class(large, "large")) == 1


@pytest.mark.parametrize("nodes", ["country", "actor"])
def test_texts_of_the_file_are_never_markup(nodes: str) -> None:
    part = drawn(tables_of(NASTY_FILE), f"nodes={nodes}")
    assert is_plain(part)
    assert ("<img src=x" in drawn_text(part)) == (nodes == "actor")


def test_where_there_are_no_relations_it_says_so() -> None:
    empty = "No relations between two actors in view."
    lonely = tables_of("- {date: 2023, title: T, actors: [Japan]}")
    for part in (
        drawn(tables_of(""), ""),
        drawn(lonely, ""),
        drawn(shipped(), "text=zzz"),
        drawn(tables_of("events: []"), "nodes=actor"),
    ):
        assert drawn_text(part) == empty
