"""Over time: stacked bars, the selection of each, and sentences around them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.analysis.relations.over_time import OverTime, compute
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.query.selection import Selection
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.questions import question_of

EVENTS = """
- {id: a, date: 2023-01-10, title: T, score: 9, actors: [Japan], targets: [Chile]}
- {id: b, date: 2023-01-20, title: T, score: -3, actors: [Japan], targets: [Chile]}
- {id: c, date: 2023-01-21, title: T, score: 0, actors: [Japan], targets: [Chile]}
- {id: d, date: 2023-03-10, title: T, score: -8, actors: [Chile], targets: [Japan]}
"""
QUERY = "dyad=JPN:CHL&from=2023-01&to=2023-04"


def over_time(query: str, width: float = 44.0) -> OverTime:
    return compute(question_of(tables_of(EVENTS), query, time_axis=PlotArea(width)))


def test_bars_are_stacked_from_the_axis() -> None:
    there, back = over_time(QUERY, 66.0).directions
    assert (there.who, there.total) == ("Japan → Chile", "3 events, mean +2.0")
    spans = {
        bar.link.words.split(", ")[2].partition(":")[0]: (bar.bottom, bar.top) for bar in there.bars
    }
    assert spans == {"neutral": (1, 2), "cooperation": (0, 1), "conflict": (-1, 0)}
    assert [bar.tone for bar in there.bars] == [2, 4, 1]
    assert [(bar.bottom, bar.top) for bar in back.bars] == [(-1, 0)]


def test_all_directions_share_the_largest_numbers() -> None:
    found = over_time(QUERY, 66.0)
    assert (found.highest, found.lowest) == (2, 1)
    assert (over_time("text=zzz").highest, over_time("text=zzz").lowest) == (0, 0)


@pytest.mark.parametrize("query", ["", "dyad=USA:CHN", "country=RUS&from=2005&to=2009"])
def test_bars_follow_one_another_within_the_plot_area(query: str) -> None:
    tables = world(1_500, countries=14)
    found = compute(question_of(tables, query, time_axis=PlotArea(660.0)))
    for one in found.directions:
        spans = sorted({(bar.left, bar.right) for bar in one.bars})
        assert spans[0][0] >= 0
        assert spans[-1][1] <= 660
        assert all(left[1] <= right[0] + 1e-6 for left, right in pairwise(spans))
        for bar in one.bars:
            selection = Selection.from_query(bar.link.query, tables)
            listed = selection.apply(tables).visible.sum()
            assert f": {listed:,} event" in bar.link.words
            if selection.dyads:
                assert listed == bar.top - bar.bottom


def test_the_open_event_divides_the_time() -> None:
    found = over_time(f"{QUERY}&event=b", 120.0)
    assert found.focus == pytest.approx(120 * 19 / 120, abs=0.2)
    assert found.directions[0].change == (
        "Before “T”: 1 event, mean +9.0 (few). After it: 1 event, mean 0.0 (few)."
    )
    assert over_time(f"{QUERY}&event=b&from=2023-02").focus is None
    assert over_time(QUERY).focus is None
    assert over_time(QUERY).directions[0].change == ""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "All acts in view. Each bar counts the events of one month; a click lists them."),
        (QUERY, "Open an event to compare what came before it and after it."),
        (f"{QUERY}&event=b", "Each bar counts the events of one month; a click lists them."),
    ],
)
def test_the_lead_says_what_a_bar_counts_and_what_to_do(query: str, words: str) -> None:
    assert words in over_time(query).lead
    assert ("Open an event" in over_time(query).lead) == (query == QUERY)


def test_ticks_are_those_in_view() -> None:
    found = compute(question_of(shipped(), time_axis=PlotArea(500.0)))
    assert found.ticks
    assert all(0 <= tick.x <= found.width == 500 for tick in found.ticks)


def test_a_bar_of_fewer_than_three_events_is_marked() -> None:
    event = "- {{date: 2023-01-1{}, title: T, score: 9, actors: [Japan], targets: [Chile]}}\n"
    for events in (2, 3):
        tables = tables_of("".join(map(event.format, range(events))))
        there, _ = compute(question_of(tables, QUERY, time_axis=PlotArea(44.0))).directions
        assert [bar.few for bar in there.bars] == [events == 2]
        assert there.total.endswith("(few)") == (events == 2)
