"""Aligned events: which events are around day 0, how far away, and how long the axis is."""

from __future__ import annotations

import pytest

from dashboard.analysis.relations.aligned import Aligned, compute
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.questions import question_of

EVENTS = """
- {id: a, date: 2023-01-10, title: T, score: -7, actors: [Japan], targets: [Chile], status: alleged}
- {id: zero, date: 2023-01-20, title: Z, score: 3, actors: [Japan], targets: [Chile]}
- {id: b, date: 2023-01-20T20:00+09:00, title: T, score: 3, actors: [Chile], targets: [Japan]}
- {id: other, date: 2023-01-21, title: O, score: 3, actors: [Japan], targets: [Peru]}
- {id: c, date: 2023-02-01/2023-03-15, title: T, score: 0, actors: [Japan], targets: [Chile]}
- {id: alone, date: 2023-01-22, title: A, score: 0, actors: [Peru]}
"""


def aligned(query: str, tables: Tables | None = None) -> Aligned:
    return compute(question_of(tables or tables_of(EVENTS), query))


def test_a_strip_has_the_events_that_relate_the_same_actors() -> None:
    (strip,) = aligned("zero=zero").strips
    assert [(mark.event.id, mark.when) for mark in strip.marks] == [
        ("a", "10 days before"),
        ("zero", "day 0"),
        ("b", "day 0"),
        ("c", "12 days after"),
    ]
    assert [mark.is_zero for mark in strip.marks] == [False, True, False, False]
    assert [mark.tone for mark in strip.marks] == [0, 3, 3, 2]
    assert [mark.is_established for mark in strip.marks] == [False, True, True, True]
    assert strip.words == "1 before, 1 after. Events of Chile – Japan."
    assert strip.name.words == "Z, 20 January 2023"


def test_chosen_dyads_decide_which_events_a_strip_has() -> None:
    (strip,) = aligned("zero=zero&dyad=JPN:PER").strips
    assert [mark.event.id for mark in strip.marks] == ["zero", "other"]
    assert strip.words.endswith("Events of Japan → Peru.")
    (strip,) = aligned("zero=alone").strips
    assert [mark.event.id for mark in strip.marks] == ["alone"]
    assert strip.words == "0 before, 0 after. The event relates no two actors, so it is alone."


def test_a_duration_is_cut_to_the_axis() -> None:
    found = aligned("zero=zero")
    mark = found.strips[0].marks[-1]
    assert found.reach == 30
    assert mark.begin < mark.day < mark.end == found.reach


@pytest.mark.parametrize(
    ("date", "reach"),
    [
        ("2020-01-{:02}", 30),
        ("2020-01-{0:02}/2020-{0:02}", 30),
        ("2020-{:02}", 365),
        ("2{:03}", 30),
    ],
    ids=["days", "overlapping", "months", "years"],
)
def test_the_axis_is_as_long_as_enough_events_need(date: str, reach: int) -> None:
    event = "- {{id: e{}, date: {}, title: T, actors: [Japan], targets: [Chile]}}\n"
    days = [date.format(at if "2{" not in date else 2 * at) for at in range(1, 13)]
    tables = tables_of("".join(event.format(at, day) for at, day in enumerate(days)))
    assert aligned("zero=e0", tables).reach == reach


def test_two_events_share_one_axis_and_each_can_be_removed() -> None:
    tables = shipped()
    found = aligned("zero=vostochny&zero=treaty&change=aligned", tables)
    assert [strip.id for strip in found.strips] == ["vostochny", "treaty"]
    left = [Selection.from_query(strip.without, tables).zeros for strip in found.strips]
    assert left == [("treaty",), ("vostochny",)]
    assert all(abs(mark.day) <= found.reach for strip in found.strips for mark in strip.marks)
    assert all(sum(mark.is_zero for mark in strip.marks) == 1 for strip in found.strips)


def test_the_menu_chooses_day_zero_then_a_second_one() -> None:
    tables = shipped()
    first = aligned("", tables)
    assert first.strips == ()
    assert first.lead.startswith("Choose an event as day 0")
    for query, kept in (
        ("", ()),
        ("zero=treaty", ("treaty",)),
        ("zero=treaty&zero=camp-david", ("treaty",)),
    ):
        placeholder, *_ = aligned(query, tables).options[""]
        assert placeholder.chosen
        for link in aligned(query, tables).options["Events"]:
            zeros = Selection.from_query(link.query, tables).zeros
            assert zeros[:-1] == kept
            assert zeros[-1] not in ("treaty", "camp-david") or not kept


def test_an_event_outside_the_view_may_be_day_zero() -> None:
    (strip,) = aligned("zero=zero&from=2023-02").strips
    assert [mark.event.id for mark in strip.marks] == ["zero", "c"]
