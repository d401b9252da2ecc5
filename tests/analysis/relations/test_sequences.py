"""Sequences: options that keep all else, reactors in order, and pairs that open their events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.relations.sequences import Sequences, compute
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of
from tests.questions import question_of

CAUTION = "This shows order in time, not cause."
ACT = "- {{id: a{0}, date: 2023-{0:02}-01, title: T, type: condemn, actors: [Japan]}}\n"
ANSWER = "- {{id: {1}{0}, date: 2023-{0:02}-03, title: T, type: deny, actors: [{1}]}}\n"


def sequences(query: str) -> Sequences:
    return compute(question_of(shipped(), query))


def test_who_reacts_more_often_comes_first() -> None:
    events = [ACT.format(month) for month in range(1, 9)]
    events += [ANSWER.format(month, "Chile") for month in (2, 5)]
    events += [ANSWER.format(month, "Peru") for month in (1, 2, 3, 4, 5)]
    events += [ANSWER.format(month, "Zambia") for month in (1, 4, 6)]
    events.append("- {id: last, date: 2023-12, title: T, type: visit, actors: [Japan]}\n")
    found = compute(question_of(tables_of("".join(events)), "after=condemn"))
    assert [(one.name, one.words.partition(",")[0]) for one in found.reactors] == [
        ("Peru", "after 5 of 8 (62%)"),
        ("Zambia", "after 3 of 8 (38%)"),
        ("Chile", "after 2 of 8 (25%)"),
    ]


def test_an_option_keeps_the_rest_of_the_selection() -> None:
    tables = shipped()
    query = "after=condemn&within=5&country=JPN&event=treaty"
    selection = Selection.from_query(query, tables)
    found = sequences(query)
    for link in found.days:
        chosen = Selection.from_query(link.query, tables)
        assert link.chosen == (chosen.within == 5)
        assert replace(chosen, within=5) == selection
    options = [link for links in found.acts.values() for link in links]
    for link in options:
        chosen = Selection.from_query(link.query, tables)
        assert link.chosen == (chosen.after == "condemn")
        assert replace(chosen, after="condemn") == selection
    assert sum(link.chosen for link in options) == 1


def test_nothing_is_chosen_at_first() -> None:
    found = sequences("")
    assert [link.words for link in found.acts[""]] == ["Choose …"]
    assert found.lead.startswith("Choose a type of event or an actor")
    assert (found.note, found.reactors) == ("", ())


def test_a_pair_has_both_titles_their_events_and_the_time_between() -> None:
    (pair,) = next(one.pairs for one in sequences("after=condemn").reactors if one.name == "Russia")
    assert pair.act.words == "Joint statement condemns arms transfers"
    assert pair.reaction == ("Kremlin calls the reports groundless", pair.reaction.query, False)
    assert pair.when == "26 October 2023, while it lasted or on the same day"
    assert pair.linked
    assert "event=peskov-groundless" in pair.reaction.query


@pytest.mark.parametrize(
    ("query", "lead"),
    [
        ("after=attack", f"There is no such act in view. {CAUTION}"),
        (
            "after=condemn&country=JPN&type=condemn",
            "1 act in view, 1 of them too recent to judge; "
            f"nobody else acted within 14 days of any. {CAUTION}",
        ),
        (
            "after=condemn",
            f"1 act in view. {CAUTION} Too few to conclude from. Who acted within 14 days:",
        ),
    ],
)
def test_the_lead_says_how_many_acts_there_are_and_how_sure_it_is(query: str, lead: str) -> None:
    assert sequences(query).lead == lead
