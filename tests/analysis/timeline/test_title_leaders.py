"""Leaders of titles: moved apart within their marks, and the marks that they cross."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.title_leaders import CLEAR, count_crossed, spread_leaders
from dashboard.query.window import Window
from tests.analysis.timeline.placed import place_marks
from tests.examples import tables_of


@pytest.mark.parametrize(
    ("x", "leaders"),
    [
        ([], []),
        ([50.0, 60.0], [50.0, 60.0]),
        ([50.0, 50.0], [47.95, 52.05]),
        ([50.0, 50.0, 50.0], [45.9, 50.0, 54.1]),
        ([50.0, 52.0], [48.95, 53.05]),
        ([0.0, 0.0], [0.0, 2.05]),
        ([100.0, 100.0], [97.95, 100.0]),
    ],
)
def test_leaders_on_nearly_one_x_are_moved_apart(x: list[float], leaders: list[float]) -> None:
    assert spread_leaders(np.array(x), 100.0).tolist() == pytest.approx(leaders)


@given(st.lists(st.floats(0, 100), max_size=12).map(sorted))
def test_leaders_stay_in_order_within_their_marks(x: list[float]) -> None:
    leaders = spread_leaders(np.array(x), 100.0)
    assert (np.diff(leaders) >= 0).all()
    assert (np.abs(leaders - x) <= 4.5 + 1e-9).all()
    assert ((leaders >= 0) & (leaders <= 100)).all()


def test_three_events_of_one_x_have_leaders_that_do_not_exclude_each_other() -> None:
    assert (np.diff(spread_leaders(np.full(3, 50.0), 100.0)) >= CLEAR).all()


def test_a_leader_crosses_the_marks_of_other_events_between_its_mark_and_the_edge() -> None:
    tables = tables_of("""
        - {date: 2023-06-01, title: First, actors: [Japan, Chile]}
        - {date: 2023-06-01, title: Other, actors: [Italy]}
        - {date: 2023-09-01, title: Later, actors: [Japan]}
    """)
    everything = np.ones(3, dtype=bool)
    lanes = lay_out_lanes(Dataset(tables), "country", everything)
    marks = place_marks(
        tables, lanes, np.arange(3), Window.from_texts("2023", "2023"), 900.0, np.arange(3) * 20.0
    )
    y = {"First": (0.0, 20.0), "Other": (40.0,), "Later": (0.0,)}
    by_row = {row: y[title] for row, title in enumerate(tables.events["title"])}
    owners = [owner for owner, row in enumerate(marks.event) for _ in by_row[int(row)]]
    marks = replace(
        marks,
        x=np.array([400.0, 400.0, 600.0]),
        owner=np.array(owners),
        y=np.array([each for row in marks.event for each in by_row[int(row)]]),
        top=np.array([by_row[int(row)][0] for row in marks.event]),
        bottom=np.array([by_row[int(row)][-1] for row in marks.event]),
    )
    crossed = count_crossed(marks, np.arange(3), marks.x, everything)
    of_title = dict(zip(tables.events["title"].iloc[marks.event], crossed.tolist(), strict=True))
    assert of_title == {"First": [0, 1], "Other": [2, 0], "Later": [0, 0]}
    unseen = everything.copy()
    unseen[tables.events["title"] == "Other"] = False
    assert count_crossed(marks, np.arange(3), marks.x, unseen).sum() == 2
