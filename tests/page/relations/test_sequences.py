"""Sequences drawn: each choice counts the acts that it stands for, each pair opens its events."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dashboard.analysis.relations.reactions import MOST_PAIRS, find_reactions
from dashboard.analysis.relations.sequences import compute
from dashboard.page.relations.sequences import draw
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
    is_plain,
    links,
    many_worlds,
    number,
    of_class,
    of_tag,
)
from tests.query.books import UNHURRIED
from tests.questions import question_of

CAUTION = "This shows order in time, not cause."
WORLDS = [
    (f"{name}&after={after}", tables, f"{query}&after={after}")
    for name, tables, query in many_worlds()
    for after in ("condemn", "RUS")
    if not name.startswith("nasty")
]
SHOWN = pytest.mark.parametrize(
    ("tables", "query"), [one[1:] for one in WORLDS], ids=[one[0] for one in WORLDS]
)


def drawn(tables: Tables, selection: Selection | str) -> Any:
    return draw(compute(question_of(tables, selection)), VIEWPORT)


def options(part: Any, select: int = 0) -> list[tuple[str, Drawn]]:
    """Text and element of each option of a choice."""
    return [(drawn_text(each), each) for each in of_tag(of_tag(part, "select")[select], "option")]


def assert_each_choice_counts_its_acts(tables: Tables, selection: Selection) -> None:
    visible = selection.apply(tables).visible
    for words, option in options(drawn(tables, selection)):
        count = re.search(r" \(([\d,]+)\)$", words)
        if not count:
            continue
        chosen = Selection.from_query(option[1]["value"], tables)
        found = find_reactions(tables, tables.level(chosen.nodes), visible, chosen.after, 14)
        assert found.acts == number(count[1])
        assert replace(chosen, after=selection.after) == selection


@SHOWN
def test_each_choice_counts_the_acts_in_view_and_keeps_the_selection(
    tables: Tables, query: str
) -> None:
    assert_each_choice_counts_its_acts(tables, Selection.from_query(query, tables, strict=False))


@given(chosen_books())
@UNHURRIED
def test_each_choice_of_a_random_book_counts_its_acts(it: tuple[Tables, Selection]) -> None:
    tables, selection = it
    assert_each_choice_counts_its_acts(tables, selection)
    assert is_plain(drawn(tables, selection))


@SHOWN
def test_each_pair_opens_events_that_are_in_view(tables: Tables, query: str) -> None:
    selection = Selection.from_query(query, tables, strict=False)
    visible = selection.apply(tables).visible
    titles = tables.events["title"].tolist()
    for words, href in links(of_class(drawn(tables, query), "reactions")):
        chosen = Selection.from_query(href[1:], tables, strict=False)
        row = tables.row_of[chosen.event]
        assert visible[row]
        assert titles[row] == words
        assert replace(chosen, event=selection.event) == selection


@SHOWN
def test_as_many_pairs_are_listed_as_are_counted(tables: Tables, query: str) -> None:
    for reaction in of_class(drawn(tables, query), "reactions"):
        for line in reaction[2]:
            (summary,) = of_tag(line, "summary")
            counts = re.search(r"after ([\d,]+) of ([\d,]+) \((\d+)%\)", drawn_text(summary))
            assert counts
            n, of, share = map(number, counts.groups())
            assert len(of_tag(line, "li")) - 1 == min(n, MOST_PAIRS)
            assert (n > MOST_PAIRS) == drawn_text(summary).endswith(f"; the latest {MOST_PAIRS}")
            assert share == pytest.approx(100 * n / of, abs=0.51)


def test_what_russia_answered_to_the_joint_statement_and_when() -> None:
    part = drawn(shipped(), "after=condemn")
    words = [drawn_text(each) for each in of_tag(part, "li")]
    assert (
        "Joint statement condemns arms transfers → 26 October 2023, while it lasted or on the same "
        "day: Kremlin calls the reports groundless, which answers it by the file's own links"
    ) in words
    assert any(text.startswith("Russia after 1 of 1 (100%), base rate ") for text in words)
    assert "Too few to conclude from. Who acted within 14 days:" in drawn_text(part)
    assert CAUTION in drawn_text(part)


def test_nothing_is_chosen_at_first() -> None:
    part = drawn(shipped(), "")
    assert drawn_text(of_class(part, "empty")).startswith("Choose a type of event or an actor")
    (first, option), *rest = options(part)
    assert first == "Choose …"
    assert option[1]["selected"] == ""
    assert all("selected" not in each[1] for _, each in rest)
    assert not of_class(part, "reactions")


def test_what_is_chosen_is_selected_in_both_choices() -> None:
    part = drawn(shipped(), "after=condemn&within=5")
    for select, words in ((0, "Condemn (1)"), (1, "5 days")):
        chosen = [text for text, each in options(part, select) if "selected" in each[1]]
        assert chosen == [words]
    days = [text for text, _ in options(part, 1)]
    assert days == [
        "1 day",
        "3 days",
        "5 days",
        "7 days",
        "14 days",
        "30 days",
        "90 days",
        "365 days",
    ]


def test_a_number_of_days_keeps_all_else() -> None:
    tables = shipped()
    selection = Selection.from_query("after=condemn&within=5&country=JPN", tables)
    for words, option in options(drawn(tables, selection), 1):
        chosen = Selection.from_query(option[1]["value"], tables)
        assert f"{chosen.within} day" in words
        assert replace(chosen, within=5) == selection


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("after=attack", f"There is no such act in view. {CAUTION}"),
        ("after=condemn&text=zzz", f"There is no such act in view. {CAUTION}"),
        ("after=NATO&to=2024-01", "There is no such act in view."),
        ("after=condemn&country=JPN&type=condemn", "1 act in view, 1 of them too recent to judge;"),
        ("after=camp-david", "Choose a type of event or an actor"),
    ],
)
def test_where_nothing_followed_it_says_why(query: str, words: str) -> None:
    part = drawn(shipped(), query)
    assert words in drawn_text(part)
    assert not of_class(part, "reactions")


def test_an_act_that_is_not_in_view_stays_chosen() -> None:
    part = drawn(shipped(), "after=NATO&to=2024-01")
    assert [text for text, each in options(part) if "selected" in each[1]] == ["NATO"]


def test_of_many_reactions_the_latest_are_shown() -> None:
    part = drawn(world(1_500, countries=6), "after=USA&within=365")
    summaries = [drawn_text(each) for each in of_tag(part, "summary")]
    assert len(summaries) == 5
    assert all(text.endswith(f"; the latest {MOST_PAIRS}") for text in summaries)


def test_what_few_actors_did_is_open_at_first() -> None:
    few = of_tag(drawn(shipped(), "after=condemn"), "details")
    assert len(few) == 2
    assert all("open" in details[1] for details in few)
    many = of_tag(drawn(world(300, countries=14), "after=threaten&within=90"), "details")
    assert len(many) > 3
    assert not any("open" in details[1] for details in many)


def test_a_file_without_events_offers_no_choice() -> None:
    part = drawn(tables_of(""), "")
    assert [text for text, _ in options(part)] == ["Choose …"]
    assert is_plain(part)


@pytest.mark.parametrize("query", ["", "nodes=actor", "nodes=actor&after=nasty", "after=condemn"])
def test_texts_of_the_file_are_never_markup(query: str) -> None:
    part = drawn(tables_of(NASTY_FILE), f"{query}&within=5")
    assert is_plain(part)
    if query:
        assert NASTY in drawn_text(part)
