"""Links between events: the chain of an event, and arcs between what is drawn."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.event_links import (
    LABEL_FONT,
    LINKS_ROW,
    MOST_ARCS,
    Arcs,
    find_chain,
)
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import tables_of

ROOM = PlotArea(1200)
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
    texts = {label.text for label in arcs.labels}
    assert texts == {"is an answer to", "comes after and continues"}


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
    assert timeline.arcs.y.max() <= timeline.lanes_end + LINKS_ROW == timeline.titles_top
    assert set(np.round(timeline.arcs.stem_x, 3).tolist()) == ends_of(timeline.arcs)


def test_without_links_there_is_no_row_for_them() -> None:
    timeline = laid_out(tables_of(LINKED), "")
    assert timeline.arcs.x.size == 0
    assert timeline.titles_top == timeline.lanes_end


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
    assert find_chain(tables, start) == (reached if len(reached) > 1 else set())


def test_the_labels_of_the_widest_arcs_are_shown_and_none_overlaps_another() -> None:
    answers = "".join(
        f"- {{id: b{n}, date: 2023-06-{n + 2:02d}, title: B, actors: [Russia],"
        " links: {responds_to: [a]}}\n"
        for n in range(6)
    )
    tables = tables_of("- {id: a, date: 2023-01-01, title: A, actors: [Japan]}\n" + answers)
    arcs = laid_out(tables, "event=a").arcs
    assert len(arcs.x) == 6
    boxes = [
        (label.x - half, label.x + half)
        for label in arcs.labels
        for half in [text_width(label.text, LABEL_FONT) / 2]
    ]
    assert 1 <= len(boxes) < 6
    assert all(one[1] <= two[0] or two[1] <= one[0] for one, two in combinations(boxes, 2))
    widest = int(np.ptp(arcs.x, axis=1).argmax())
    assert arcs.labels[0].x == arcs.x[widest].mean()


def test_an_arc_that_is_narrower_than_its_words_has_no_label() -> None:
    tables = tables_of("""
        - {id: a, date: 2023-01-01, title: A, actors: [Japan]}
        - {id: b, date: 2023-01-03, title: B, actors: [Japan], links: {responds_to: [a]}}
        - {id: c, date: 2024-01-03, title: C, actors: [Japan]}
        """)
    arcs = laid_out(tables, "event=a").arcs
    assert (len(arcs.x), arcs.labels) == (1, ())


def test_only_arcs_of_the_open_event_have_a_label() -> None:
    assert laid_out(tables_of(LINKED), "links=all").arcs.labels == ()


def test_of_too_many_links_those_of_the_latest_events_are_drawn() -> None:
    number = MOST_ARCS // 2 + 5
    pairs = "".join(
        f"- {{id: a{n}, date: {1700 + n}, title: A, actors: [Japan],"
        " links: {follows: [first, second]}}\n"
        for n in range(number)
    )
    firsts = "".join(
        f"- {{id: {id_}, date: 1600, title: First, actors: [Japan]}}\n"
        for id_ in ("first", "second")
    )
    tables = tables_of(firsts + pairs)
    timeline = laid_out(tables, "links=all")
    arcs, marks = timeline.arcs, timeline.marks
    assert len(arcs.x) == MOST_ARCS
    latest = [tables.row_of[f"a{n}"] for n in range(5, number) for _ in range(2)]
    x = dict(zip(marks.event.tolist(), marks.x.tolist(), strict=True))
    assert sorted(arcs.x[:, 0].tolist()) == sorted(x[row] for row in latest)
