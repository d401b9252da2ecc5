"""Links between events: the chain of an event, and arcs between what is drawn."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.event_links import LINKS_ROW, Arcs, chain
from dashboard.analysis.timeline.room import Room
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import tables_of

ROOM = Room(1200)
LINKED = """
- {id: a, date: 2023-01-01, title: A, actors: [Japan]}
- {id: b, date: 2023-02-01, title: B, actors: [Russia], links: {responds_to: [a]}}
- {id: c, date: 2023-03-01, title: C, actors: [China], links: {violates: [b], follows: [a]}}
- {id: d, date: 2023-04-01, title: D, actors: [Japan]}
- {id: e, date: 2023-05-01, title: E, actors: [Japan], links: {corrects: [d]}}
"""


def laid_out(tables: Tables, query: str) -> Timeline:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    return lay_out_timeline(Dataset(tables), selection, selection.apply(tables), ROOM)


def ends_of(arcs: Arcs) -> set[float]:
    return set(np.round(arcs.x[:, [0, -1]].ravel(), 3).tolist())


def test_nothing_is_joined_until_an_event_is_open() -> None:
    assert len(laid_out(tables_of(LINKED), "").arcs.x) == 0


def test_the_open_event_shows_its_whole_chain_and_names_its_own_links() -> None:
    arcs = laid_out(tables_of(LINKED), "event=a").arcs
    assert len(arcs.x) == 3
    assert arcs.in_chain.all()
    named = {words for words, near in zip(arcs.words, arcs.at_chosen, strict=True) if near}
    assert named == {"is an answer to", "comes after and continues"}


def test_all_links_on_demand() -> None:
    arcs = laid_out(tables_of(LINKED), "event=e&links=all").arcs
    assert len(arcs.x) == 4
    assert arcs.in_chain.tolist().count(True) == 1


def test_a_link_to_what_a_filter_hides_is_not_drawn() -> None:
    assert len(laid_out(tables_of(LINKED), "event=b&country=Russia").arcs.x) == 0


def test_arcs_begin_and_end_at_their_events_and_hang_in_the_row_below_the_lanes() -> None:
    timeline = laid_out(tables_of(LINKED), "links=all")
    assert ends_of(timeline.arcs) <= set(np.round(timeline.marks.x, 3).tolist())
    assert timeline.arcs.y.min() == timeline.lanes_end
    assert timeline.arcs.y.max() <= timeline.lanes_end + LINKS_ROW == timeline.periods_top
    assert set(np.round(timeline.arcs.stem_x, 3).tolist()) == ends_of(timeline.arcs)


def test_without_links_there_is_no_row_for_them() -> None:
    timeline = laid_out(tables_of(LINKED), "")
    assert timeline.arcs.x.size == 0
    assert timeline.periods_top == timeline.lanes_end


def test_a_longer_arc_hangs_deeper() -> None:
    arcs = laid_out(tables_of(LINKED), "links=all").arcs
    breadth, depth = np.abs(np.ptp(arcs.x, axis=1)), np.ptp(arcs.y, axis=1)
    order = np.argsort(breadth)
    assert (np.diff(depth[order]) >= -1e-6).all()


def test_in_a_crowd_the_chain_of_the_open_event_stands_out() -> None:
    tables = world(3_000)
    chosen = int(tables.links["event"].iat[0])
    timeline = laid_out(tables, f"event=event-{chosen}")
    assert timeline.density is not None
    assert len(timeline.arcs.x) > 0


@given(st.integers(0, 299))
def test_a_chain_is_what_walking_along_links_reaches(start: int) -> None:
    tables = world(300)
    pairs = list(zip(tables.links["event"], tables.links["target"], strict=True))
    reached, waiting = {start}, [start]
    while waiting:
        now = waiting.pop()
        for one, other in pairs:
            for here, there in ((one, other), (other, one)):
                if here == now and there not in reached:
                    reached.add(there)
                    waiting.append(there)
    assert chain(tables, start) == (reached if len(reached) > 1 else set())
