"""Before and after: rows in words, and links that list exactly the events of each number."""

from __future__ import annotations

from math import isnan

import pytest

from dashboard.analysis.relations.before_after import MOST_ROWS, BeforeAfter, compute
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped
from tests.page.drawn import many_worlds
from tests.questions import question_of

WORLDS = many_worlds()
SHOWN = pytest.mark.parametrize(
    ("tables", "query"), [one[1:] for one in WORLDS], ids=[one[0] for one in WORLDS]
)
QUERY = "pivot=joint-statement"


def before_after(query: str, tables: Tables | None = None) -> BeforeAfter:
    return compute(question_of(tables or shipped(), query))


def listed(query: str, tables: Tables) -> int:
    return int(Selection.from_query(query, tables, strict=False).apply(tables).visible.sum())


def test_the_answer_for_north_korea_and_russia_after_the_joint_statement() -> None:
    row = before_after(f"{QUERY}&event=container-shipments").rows[0]
    assert row.names == "North Korea – Russia"
    assert (row.before.n, row.after.n, row.few, row.of_open) == (4, 2, False, True)
    assert (row.before.mean, row.after.mean) == (pytest.approx(3.42), pytest.approx(8.1))
    assert row.link.words == (
        "North Korea – Russia: before 4 events, mean +3.4; after 2 events, mean +8.1; change +4.7"
    )


def test_acts_together_are_named_apart() -> None:
    rows = {row.dyad: row for row in before_after("").rows}
    allies = rows["JPN:KOR"]
    assert (allies.after.n, allies.after.joint) == (0, 1)
    assert isnan(allies.after.mean)
    assert isnan(allies.change)
    assert "after no event, and 1 event only together" in allies.link.words
    assert allies.link.words.endswith("Fewer than three events: read with care")


@SHOWN
def test_each_number_lists_its_events(tables: Tables, query: str) -> None:
    for row in before_after(query, tables).rows:
        for half in (row.before, row.after):
            assert bool(half.query) == bool(half.n + half.joint)
            if half.query:
                assert listed(half.query, tables) == half.n + half.joint


def test_each_number_of_two_periods_lists_its_events() -> None:
    found = before_after("compare=2023-08/2023-10,2023-11/2024&from=2024&country=RUS")
    assert found.pivot is None
    assert found.heading == "Aug 2023 – Oct 2023 → Nov 2023 – Dec 2024"
    for row in found.rows:
        for half in (row.before, row.after):
            if half.query:
                assert listed(half.query, shipped()) == half.n + half.joint
        chosen = Selection.from_query(row.link.query, shipped())
        assert chosen.window is not None
        assert chosen.window.texts() == ("2023-08-01", "2024-12-31")
        assert row.link.words.startswith(f"{row.names}: first period ")


def test_a_second_click_takes_the_choice_of_a_pair_back() -> None:
    row = before_after(QUERY).rows[0]
    again = before_after(row.link.query).rows[0]
    assert (row.link.chosen, again.link.chosen) == (False, True)
    assert again.link.query == QUERY


def test_the_menu_offers_events_periods_and_the_time_beside_the_window() -> None:
    tables = shipped()
    found = before_after("event=treaty&from=2023-10&to=2023-12", tables)
    events, periods = found.options.values()
    assert found.heading.startswith("Putin and Kim sign")
    selections = [Selection.from_query(link.query, tables) for link in events]
    (at,) = (at for at, link in enumerate(events) if link.chosen)
    assert selections[at].pivot == ""
    assert all(chosen.event == "treaty" and chosen.compare is None for chosen in selections)
    earlier, later, *named = [Selection.from_query(link.query, tables).compare for link in periods]
    assert earlier is not None
    assert later is not None
    assert earlier[0].upper == earlier[1].lower
    assert earlier[0].span == earlier[1].span
    assert later[0] == earlier[1]
    assert len(named) == len(tables.periods) - 1
    chosen = before_after(periods[0].query, tables)
    assert chosen.heading == periods[0].words


def test_many_pairs_are_cut_and_counted() -> None:
    found = before_after("", world(1_500, countries=14))
    assert len(found.rows) == MOST_ROWS
    assert found.more == 14 * 13 // 2 - MOST_ROWS


def test_without_relations_a_sentence_says_so() -> None:
    found = before_after("text=zzz")
    assert (found.rows, found.pivot, found.heading) == ((), None, "")
    assert found.note == "No relations between two actors in view."
