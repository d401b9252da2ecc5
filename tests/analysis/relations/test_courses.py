"""Courses: each bin stands for the events that its own selection lists."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations.courses import Courses, count_courses, directions
from dashboard.analysis.relations.question import Question
from dashboard.model.book import Book
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.model.scores import SIDES
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from dashboard.query.window import Window
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.query.books import DATED, UNHURRIED, books, selections
from tests.query.by_hand import of_dyad, picked_by_hand, relations_by_hand

EVENTS = """
- {id: a, date: 2023-01-10, title: T, score: 3, actors: [Japan], targets: [Chile]}
- {id: b, date: 2023-01-20, title: T, score: -3, actors: [Japan], targets: [Chile, Peru]}
- {id: c, date: 2023-01-20/2023-03-02, title: T, score: 0, actors: [Japan], targets: [Chile]}
- {id: d, date: 2023-02-10, title: T, score: 8, actors: [Chile], targets: [Japan]}
- {id: e, date: 2023-04-10, title: T, score: 7, actors: [Japan], targets: [Chile]}
"""


def found_in(tables: Tables, selection: Selection, most: int = 12) -> Courses:
    return count_courses(Question.of(Dataset(tables), selection), most)


def course_of(tables: Tables, query: str, most: int = 12) -> Courses:
    return found_in(tables, Selection.from_query(query, tables), most)


def near(one: float, other: float) -> bool:
    return (isnan(one) and isnan(other)) or one == pytest.approx(other, abs=1e-9)


def test_each_direction_has_its_own_course() -> None:
    found = course_of(tables_of(EVENTS), "dyad=JPN:CHL&from=2023-01&to=2023-04", 4)
    assert found.bins.unit == "month"
    there, back = found.courses
    assert (there.dyad, back.dyad) == (Dyad("JPN", "CHL"), Dyad("CHL", "JPN"))
    assert there.n.tolist() == [[1, 0, 0, 0], [1, 1, 1, 0], [1, 0, 0, 1]]
    assert back.n.tolist() == [[0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0]]
    assert there.total == (4, 1.75)
    assert back.total == (1, 8)


def test_where_nothing_is_known_the_mean_is_no_number() -> None:
    found = course_of(tables_of(EVENTS), "dyad=JPN:CHL&from=2023-01&to=2023-04", 4)
    for course in found.courses:
        assert (np.isnan(course.mean) == (course.n == 0)).all()
    assert found.courses[0].mean[2, 0] == 3
    assert isnan(course_of(tables_of(EVENTS), "dyad=TCD:CHL").courses[0].total.mean)


def test_periods_before_leave_no_trace_in_a_mean() -> None:
    """Each of 0.1, 0.2 and -0.3 is inexact as a binary number, and so is what they add up to."""
    found = course_of(
        tables_of("""
        - {date: 2023-01, title: T, score: 0.1, actors: [Japan], targets: [Chile]}
        - {date: 2023-02, title: T, score: 0.7, actors: [Japan], targets: [Chile]}
        - {date: 2023-03, title: T, score: -0.3, actors: [Japan], targets: [Chile]}
        - {date: 2023-01/2023-04, title: T, score: 0.2, actors: [Japan], targets: [Chile]}
        - {date: 2023-06, title: T, score: 0.9, actors: [Japan], targets: [Chile]}
        """),
        "dyad=JPN:CHL&from=2023-01&to=2023-06",
        6,
    )
    means = found.courses[0].mean[1].tolist()
    assert means == pytest.approx([0.15, 0.45, -0.05, 0.2, float("nan"), 0.9], nan_ok=True)
    assert means[-1] == 0.9


def test_an_event_with_several_partners_is_one_event_of_several_acts() -> None:
    there, back = course_of(tables_of(EVENTS), "country=JPN&from=2023-01-20&to=2023-01-20").courses
    assert (there.dyad, back.dyad) == (Dyad("JPN", ANYONE), Dyad(ANYONE, "JPN"))
    assert there.total.n == 2
    assert near(there.total.mean, -2)
    assert back.total.n == 0


def test_before_and_after_leave_the_open_event_out() -> None:
    query = "dyad=JPN:CHL&event=d"
    there, back = course_of(tables_of(EVENTS), query).courses
    assert there.before == (3, 0)
    assert there.after == (2, 3.5), "c lasts beyond it, so it counts before and after"
    assert back.before is not None
    assert back.before.n == 0
    assert course_of(tables_of(EVENTS), query).focus == tables_of(EVENTS).row_of["d"]


def test_without_an_open_event_there_is_no_before_and_after() -> None:
    found = course_of(tables_of(EVENTS), "dyad=JPN:CHL")
    assert found.focus == -1
    assert all(course.before is course.after is None for course in found.courses)
    unknown = replace(Selection(), event="gone", dyads=(Dyad("JPN", "CHL"),))
    assert found_in(tables_of(EVENTS), unknown).focus == -1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", None),
        ("country=JPN", ("JPN", ANYONE)),
        ("country=JPN&country=CHL", None),
        ("country=JPN&country=CHL&match=all", ("JPN", "CHL")),
        ("country=JPN&country=CHL&country=PER&match=all", None),
        ("nodes=actor&country=JPN", None),
        ("nodes=actor&actor=JPN", ("JPN", ANYONE)),
        ("nodes=actor&actor=JPN&actor=CHL", ("JPN", "CHL")),
        ("country=JPN&dyad=CHL:PER", ("CHL", "PER")),
        ("dyad=*:PER", (ANYONE, "PER")),
        ("dyad=CHL:PER:both:conflict", ("CHL", "PER")),
        ("dyad=CHL:PER&dyad=PER:CHL", ("CHL", "PER")),
    ],
)
def test_what_a_selection_is_about(query: str, expected: tuple[str, str] | None) -> None:
    found = directions(Selection.from_query(query, tables_of(EVENTS)))
    if expected is None:
        assert found == (None,)
    else:
        assert found == (Dyad(*expected), Dyad(*expected[::-1]))


def test_several_dyads_have_their_own_directions() -> None:
    selection = Selection.from_query("dyad=JPN:CHL&dyad=JPN:PER&dyad=CHL:JPN", tables_of(EVENTS))
    found = [dyad.text() for dyad in directions(selection) if dyad]
    assert found == ["JPN:CHL", "CHL:JPN", "JPN:PER", "PER:JPN"]


@given(books(), selections(), st.sampled_from([3, 12]))
@UNHURRIED
def test_a_bar_counts_the_events_that_a_plain_search_finds(
    book: Book, selection: Selection, most: int
) -> None:
    found = found_in(tabulate(book), selection, most)
    edges = found.bins.edges.tolist()
    for course in found.courses:
        for number, bounds in enumerate(pairwise(edges)):
            window = Window.spanning(*bounds)
            if course.dyad is None:
                chosen = replace(selection, window=window, dyads=())
                assert course.n[:, number].sum() == len(picked_by_hand(book, chosen)[1])
                continue
            for side, name in enumerate(SIDES):
                chosen = replace(selection, window=window, dyads=(replace(course.dyad, side=name),))
                assert course.n[side, number] == len(picked_by_hand(book, chosen)[1])


@given(books(), selections())
@UNHURRIED
def test_means_and_totals_are_those_of_the_acts_one_by_one(
    book: Book, selection: Selection
) -> None:
    found = found_in(tabulate(book), selection)
    events = {event.id: event for event in book.events}
    visible = picked_by_hand(book, replace(selection, dyads=()))[1]
    for course in found.courses:
        if course.dyad is None:
            acts = [(id_, events[id_].score) for id_ in visible]
        else:
            acts = [
                (one[0], one[3])
                for one in relations_by_hand(book, selection.nodes)
                if one[0] in visible and of_dyad(course.dyad, one)
            ]
        assert course.total.n == len({id_ for id_, _ in acts})
        scores = [score for _, score in acts]
        assert near(course.total.mean, np.mean(scores) if scores else float("nan"))
        for number, (begin, end) in enumerate(pairwise(found.bins.edges.tolist())):
            for side in range(3):
                part = [
                    score
                    for id_, score in acts
                    if events[id_].date.lower < end
                    and events[id_].date.upper > begin
                    and (1 + (score >= 1) - (score <= -1)) == side
                ]
                assert (course.n[side, number] > 0) == bool(part)
                assert near(course.mean[side, number], np.mean(part) if part else float("nan"))


@given(books(max_size=6), st.data())
@UNHURRIED
def test_before_and_after_are_those_of_the_acts_one_by_one(book: Book, data: st.DataObject) -> None:
    if not book.events:
        return
    focus = data.draw(st.sampled_from(book.events))
    selection = Selection(countries=("JPN",), event=focus.id)
    events = {event.id: event for event in book.events}
    for course in found_in(tabulate(book), selection).courses:
        assert course.dyad is not None
        acts = [
            (events[one[0]], one[3])
            for one in relations_by_hand(book, "country")
            if of_dyad(course.dyad, one) and one[0] != focus.id
        ]
        for tally, part in (
            (course.before, [act for act in acts if act[0].date.lower < focus.date.lower]),
            (course.after, [act for act in acts if act[0].date.upper > focus.date.upper]),
        ):
            assert tally is not None
            assert tally.n == len({event.id for event, _ in part})
            scores = [score for _, score in part]
            assert near(tally.mean, np.mean(scores) if scores else float("nan"))


@pytest.mark.parametrize(
    "query",
    [
        "country=USA",
        "dyad=USA:RUS",
        "country=USA&country=CHN&match=all&from=2010&to=2012",
        "dyad=*:CHN&status=confirmed",
        "from=2001-09&to=2001-10",
    ],
)
def test_bars_of_a_world_count_what_their_selections_list(query: str) -> None:
    tables = world(2_000, countries=12)
    selection = Selection.from_query(query, tables)
    found = found_in(tables, selection, 10)
    edges = found.bins.edges.tolist()
    assert sum(int(course.n.sum()) for course in found.courses)
    for course in found.courses:
        for number, bounds in enumerate(pairwise(edges)):
            chosen = replace(selection, window=Window.spanning(*bounds))
            if course.dyad is None:
                listed = [chosen.apply(tables).visible.sum()]
                assert [course.n[:, number].sum()] == listed
            else:
                listed = [
                    replace(chosen, dyads=(replace(course.dyad, side=side),))
                    .apply(tables)
                    .visible.sum()
                    for side in SIDES
                ]
                assert course.n[:, number].tolist() == listed


@pytest.mark.parametrize("query", ["", "from=..&to=0100", "from=2023-12", "country=JPN"])
def test_the_bins_of_open_and_ancient_times_are_finite(query: str) -> None:
    found = course_of(tables_of(DATED), query)
    edges = found.bins.edges
    assert MIN_SECOND < edges[0] < edges[-1] < MAX_SECOND
    assert (edges[0], edges[-1]) == (found.window.lower, found.window.upper)
    assert (np.diff(edges) > 0).all()


def test_a_file_without_events_has_an_empty_course() -> None:
    (course,) = course_of(tables_of(""), "").courses
    assert course.n.sum() == 0
    assert np.isnan(course.mean).all()
    assert course.total.n == 0


def test_relations_of_russia_and_north_korea_after_the_summit() -> None:
    found = course_of(shipped(), "dyad=RUS:PRK&event=vostochny")
    there, back = found.courses
    assert there.before == (1, pytest.approx(1.9))
    assert there.after is not None
    assert there.after.n == 2
    assert back.after is not None
    assert back.after.n == 3
