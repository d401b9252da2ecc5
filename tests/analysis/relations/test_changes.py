"""Changes: which events are before and after a pivot, and the table of all pairs."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given

from dashboard.analysis.relations.changes import count_changes, divide, tabulate_changes
from dashboard.analysis.relations.question import Question
from dashboard.analysis.table import Table
from dashboard.model.book import Book
from dashboard.query.selection import Selection
from dashboard.query.tabulate import tabulate
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED, books, selections
from tests.questions import question_of

EVENTS = """
- {id: early, date: 2023-01-10, title: T, score: 3, actors: [Japan], targets: [Chile]}
- {id: lasting, date: 2023-01-20/2023-03-02, title: T, score: 1, actors: [Japan], targets: [Chile]}
- {id: pivot, date: 2023-02-01, title: P, score: 9, actors: [Peru], importance: 5}
- {id: same, date: 2023-02-01, title: T, score: 9, actors: [Japan], targets: [Chile]}
- {id: late, date: 2023-04-10, title: T, score: -7, actors: [Chile], targets: [Japan]}
"""


def _table(question: Question) -> Table:
    return tabulate_changes(question, count_changes(question, divide(question)))


def sides(query: str) -> tuple[set[str], set[str]]:
    tables = tables_of(EVENTS)
    before, after = divide(question_of(tables, query)).masks
    ids = tables.events["id"].to_numpy()
    return set(ids[before]), set(ids[after])


def test_what_lasts_over_the_pivot_counts_on_both_sides_and_its_own_day_on_neither() -> None:
    assert sides("pivot=pivot") == ({"early", "lasting"}, {"lasting", "late"})
    assert divide(question_of(tables_of(EVENTS), "pivot=pivot")).within == 1


@pytest.mark.parametrize(
    ("query", "pivot"),
    [
        ("", "pivot"),
        ("event=late", "late"),
        ("event=late&pivot=early", "early"),
        ("country=JPN", "lasting"),
        ("country=JPN&from=2023-04", "late"),
        ("text=zzz", None),
        ("compare=2023,2024", None),
    ],
)
def test_the_pivot_is_chosen_or_open_or_important(query: str, pivot: str | None) -> None:
    found = divide(question_of(tables_of(EVENTS), query)).pivot
    assert (found and found.id) == pivot


def test_a_chosen_dyad_changes_neither_pivot_nor_counts() -> None:
    tables = shipped()
    whole, part = (question_of(tables, query) for query in ("", "dyad=RUS:PRK"))
    assert repr(_table(whole).values) == repr(_table(part).values)


def test_two_periods_decide_in_place_of_the_window() -> None:
    query = "compare=2023-01/2023-02,2023-04&from=2023-04-10&to=2023-04-10"
    assert sides(query) == ({"early", "lasting", "pivot", "same"}, {"late"})


def test_pairs_with_acts_on_both_sides_come_first_and_the_largest_change_on_top() -> None:
    question = question_of(shipped(), "pivot=joint-statement")
    found = count_changes(question, divide(question))
    sizes = [abs(change) for change in found.change.tolist() if not isnan(change)]
    assert sizes == sorted(sizes, reverse=True)
    assert all(isnan(change) for change in found.change.tolist()[len(sizes) :])
    before, after = (side.n[found.number] for side in found.sides)
    assert ((before > 0) & (after > 0)).tolist() == [True] * len(sizes) + [False] * (
        len(found.number) - len(sizes)
    )


def test_a_pair_of_which_one_acts_is_directed() -> None:
    tables = tables_of(EVENTS)
    table = _table(question_of(tables, "pivot=pivot&to=2023-03"))
    assert [table.values[key] for key in ("source", "target", "one_way")] == [
        ["JPN"],
        ["CHL"],
        [True],
    ]
    table = _table(question_of(tables, "pivot=pivot"))
    assert (table.values["one_way"], table.values["change"]) == ([False], [(1 - 7) / 2 - 2])


@given(books(), selections())
@UNHURRIED
def test_the_windows_of_both_sides_hold_the_events_that_are_counted(
    book: Book, selection: Selection
) -> None:
    question = question_of(tabulate(book), selection)
    division = divide(question)
    related = question.scope.related
    if selection.compare:
        related = selection.of_any_dyad.apply(question.dataset.tables).matching
    lower, upper = question.dataset.tables.lower, question.dataset.tables.upper
    for window, mask in zip(division.windows, division.masks, strict=True):
        inside = related & (window is not None)
        if window:
            inside &= (lower < window.upper) & (upper > window.lower)
        if division.pivot or selection.compare:
            assert inside.tolist() == mask.tolist()
        else:
            assert not related.any()
