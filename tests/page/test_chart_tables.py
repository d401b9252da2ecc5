"""No fact of a chart exists only as a picture: each is in the text of the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.event_words import name_parties
from dashboard.analysis.relations.question import Question
from dashboard.analysis.relations.views import COMPUTE
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.analysis.timeline.upright import lay_out_upright
from dashboard.model.date_parts import words_of
from dashboard.page.chart_tables import render_tables
from dashboard.page.relations.views import draw_change, draw_view
from dashboard.page.render import render_charts, render_evidence, render_overview
from dashboard.page.viewport import Viewport
from dashboard.query.selection import CHANGES, RELATIONS, Selection
from dashboard.query.tables import Tables
from dashboard.words.direction import isolated
from dashboard.words.numbers import signed
from tests.benchmarks.worlds import world
from tests.callback_payloads import SENT
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import VIEWPORT, of_tag, parsed

PHONE = Viewport.of({**SENT, "timeline": [366, 0]})
CROWD = world(1_500, countries=14)
EMPTY = tables_of("")
FILES = {"shipped": shipped(), "crowd": CROWD, "empty": EMPTY}
STATES = [
    ("shipped", ""),
    ("shipped", "country=JPN&lanes=type&event=treaty"),
    ("shipped", "nodes=actor&lanes=actor&from=2023-10"),
    ("shipped", "text=zzz"),
    ("crowd", ""),
    ("empty", ""),
]
IN_EACH_STATE = pytest.mark.parametrize(("file", "query"), STATES)


class State:
    """A selection of a file, and the tables of its charts as the page shows them."""

    def __init__(self, file: str, query: str, viewport: Viewport = VIEWPORT) -> None:
        self.tables: Tables = FILES[file]
        self.dataset = Dataset(self.tables)
        self.query, self.viewport = query, viewport
        self.selection = Selection.from_query(query, self.tables)
        self.selected = self.selection.apply(self.tables)
        self.chart = (self.dataset, self.selection, self.selected, viewport.plot_area)

    def rows(self, chart: str) -> dict[str, list[list[str]]]:
        """The cells of the rows of each table of a chart, by its caption."""
        name = f"{chart}-table"
        part = parsed(render_tables(self.dataset, self.query, [chart], self.viewport)[name])
        return {
            drawn_text(of_tag(table, "caption")): [
                [drawn_text(cell) for cell in row[2]]
                for row in of_tag(of_tag(table, "tbody"), "tr")
            ]
            for table in of_tag(part, "table")
        }

    def question(self) -> Question:
        return Question.of(self.dataset, self.selection, time_axis=self.viewport.course_area)


@IN_EACH_STATE
def test_the_findings_are_on_the_page_as_the_specifications_have_them(
    file: str, query: str
) -> None:
    state = State(file, query)
    charts = render_charts(state.dataset, state.selection, VIEWPORT)["charts"]
    timeline = lay_out_timeline(*state.chart)
    assert drawn_text(parsed(charts["timeline-finding"])) == timeline.finding
    strip = render_overview(state.dataset, query, VIEWPORT)
    assert drawn_text(parsed(strip["overview-finding"])) == lay_out_overview(*state.chart).finding
    for name in RELATIONS:
        view = COMPUTE[name](state.question())
        assert draw_view(name, state.question(), VIEWPORT).finding.startswith(view.finding)
    for name in CHANGES:
        question = replace(state.question(), selection=replace(state.selection, change=name))
        assert COMPUTE[name](question).finding in drawn_text(draw_change(question, VIEWPORT))


@IN_EACH_STATE
def test_every_mark_bar_lane_and_period_of_the_timeline_is_a_row(file: str, query: str) -> None:
    state = State(file, query)
    timeline, rows = lay_out_timeline(*state.chart), state.rows("timeline")
    assert_periods(state, rows)
    assert_events(state, rows, [event.id for event in timeline.events])
    assert_bars(timeline, rows)
    lanes = {name: int(n) for name, n, *_ in rows.get("Lanes", [])}
    for number, name in enumerate(timeline.lanes.names):
        events = timeline.lanes.event[timeline.lanes.lane == number]
        assert lanes[name] == np.count_nonzero(state.selected.visible[events])
    density = lay_out_overview(*state.chart).density
    counts = density.conflict + density.neutral + density.cooperation
    strip = rows.get("Bars of the whole span", [])
    assert [int(n.replace(",", "")) for _, n, *_ in strip] == counts[counts > 0].tolist()
    assert [int(n) for *_, n in strip] == density.cooperation[counts > 0].tolist()


def assert_periods(state: State, rows: dict[str, list[list[str]]]) -> None:
    names = state.tables.periods["name"].tolist()
    assert [name for name, _ in rows.get("Periods", [])] == names


def assert_events(state: State, rows: dict[str, list[list[str]]], ids: list[str]) -> None:
    found = {(row[0], row[1]): row for row in rows.get("Events that are drawn singly", [])}
    events = state.tables.events.set_index("id")
    for id_ in ids:
        if not state.selected.visible[state.tables.row_of[id_]]:
            continue
        event = events.loc[id_]
        _, when, who, type_, score, status, sources, importance = found[
            isolated(event["title"]), words_of(event["date"])
        ]
        assert (score, status) == (signed(event["score"]), event["status"])
        assert int(importance) == event["importance"]
        assert int(sources) == state.tables.source_counts[state.tables.row_of[id_]]
        assert type_ == state.tables.types[event["type"]].label
        assert when == words_of(event["date"])
        assert who == name_parties(state.tables, np.array([state.tables.row_of[id_]]))[0]


def assert_bars(timeline: Timeline, rows: dict[str, list[list[str]]]) -> None:
    bars = rows.get("Bars of the lanes: events that are not drawn singly", [])
    assert bool(bars) == (timeline.density is not None)
    if timeline.density is None:
        return
    counts = timeline.density.established + timeline.density.in_doubt
    for cell, (lane, when, n, *sides, _) in zip(timeline.density.cells, bars, strict=True):
        assert timeline.lanes.names[cell.lane] == lane
        assert cell.words.startswith(f"{lane}, {when}: {n} event")
        assert list(map(int, sides)) == counts[:, cell.lane, cell.bin].tolist()


@pytest.mark.parametrize("query", ["", "country=JPN"])
def test_every_row_of_the_upright_timeline_is_a_row_of_its_table(query: str) -> None:
    state = State("shipped", query, PHONE)
    upright, rows = lay_out_upright(*state.chart), state.rows("timeline")
    assert_periods(state, rows)
    assert_events(state, rows, [row.id for row in upright.rows])
    assert upright.finding == lay_out_timeline(*State("shipped", query).chart).finding


@IN_EACH_STATE
@pytest.mark.parametrize("view", ["network", "matrix"])
def test_every_dyad_and_node_is_a_row_with_its_numbers_kinds_and_camp(
    file: str, query: str, view: str
) -> None:
    state = State(file, f"{query}&relations={view}".strip("&"))
    network, rows = COMPUTE["network"](state.question()), state.rows("relations")
    dyads = {row[0]: row for row in rows.get("Dyads", [])}
    numbers = zip(network.edge_words, network.dyads.n, network.dyads.mean, strict=True)
    for words, n, mean in numbers:
        row = dyads[words.who]
        assert (int(row[1]), row[2]) == (n, signed(mean))
        kinds = row[9].replace(" and ", ", ").split(", ")
        assert sum(int(kind.split()[0]) for kind in kinds) == n
        assert words.numbers.endswith(row[8].partition(" · ")[0])
    nodes = {
        name: (int(camp), int(n.replace(",", "")))
        for name, camp, n, _ in rows.get("Actors by camp", [])
    }
    for words, column, n in zip(
        network.node_words, network.column, network.node_events, strict=True
    ):
        assert nodes[words.who] == (column + 1, n)


@IN_EACH_STATE
def test_every_bar_over_time_is_a_row(file: str, query: str) -> None:
    state = State(file, f"{query}&relations=over_time".strip("&"))
    spec = COMPUTE["over_time"](state.question())
    bars = [(one.who, bar) for one in spec.directions for bar in one.bars]
    wanted = [
        [who, bar.when, bar.side, str(bar.top - bar.bottom), signed(bar.mean)] for who, bar in bars
    ]
    assert state.rows("relations").get("Bars", []) == wanted
    assert all(bar.link.words.startswith(bar.when) for _, bar in bars)


@pytest.mark.parametrize("query", ["pivot=joint-statement", "compare=2023-08/2023-10,2023-11/2024"])
def test_every_pair_before_and_after_is_a_row(query: str) -> None:
    question = State("shipped", query).question()
    spec = COMPUTE["before_after"](question)
    (table,) = of_tag(draw_change(question, VIEWPORT), "table")
    rows = {drawn_text(row[2][0]): row[2] for row in of_tag(of_tag(table, "tbody"), "tr")}
    assert rows.keys() == {row.names for row in spec.rows}
    for row in spec.rows:
        counts = [drawn_text(rows[row.names][at]) for at in (1, 4)]
        assert counts == [str(half.n) for half in (row.before, row.after)]


def test_every_event_around_another_is_a_row() -> None:
    question = State("shipped", "change=aligned&zero=treaty&zero=vostochny").question()
    spec = COMPUTE["aligned"](question)
    (table,) = of_tag(draw_change(question, VIEWPORT), "table")
    rows = Counter(drawn_text(row[2][0]) for row in of_tag(of_tag(table, "tbody"), "tr"))
    assert rows == Counter(mark.event.title for strip in spec.strips for mark in strip.marks)


def test_a_row_of_the_list_has_type_and_score_and_a_card_the_importance() -> None:
    tables = shipped()
    evidence: Any = render_evidence(Dataset(tables), "event=joint-statement", 1, None, False)
    parts = evidence["evidence"]
    listed = drawn_text(parsed(parts["event-list"]))
    for type_, score in zip(tables.events["type"], tables.events["score"], strict=True):
        assert f"{tables.types[type_].label} · {signed(score)}" in listed
    importance = tables.events["importance"].iat[tables.row_of["joint-statement"]]
    assert f"Importance{importance} of 5" in drawn_text(parsed(parts["event-details"]))


def test_a_table_is_drawn_only_for_charts_that_have_one() -> None:
    state = State("shipped", "relations=measures")
    drawn = render_tables(state.dataset, state.query, ["relations"], VIEWPORT)
    assert drawn == {"relations-table": "<p>This view holds all of its numbers as text.</p>"}
