"""Histograms: mirrored steps whose heights tell the counts of every lane."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.timeline.density import count_density
from dashboard.figures.histogram import area_of_counts, histogram_traces
from dashboard.figures.theme import THEMES
from dashboard.query.matching import sides_of
from tests.benchmarks.worlds import world
from tests.examples import shipped
from tests.figures.drawn import numbers, timeline_of

THEME = THEMES["light"]
HALF = 22.0


def areas(*marks: tuple[float, float]) -> dict[str, np.ndarray]:
    """Heights of a single lane around y = HALF by colour, upward positive."""
    x, score = np.array(marks, dtype=float).reshape(-1, 2).T
    counts = count_density(
        x, sides_of(score), np.arange(len(x)), np.zeros(len(x), dtype=int), 1, 80.0
    )
    return {
        trace["fillcolor"]: HALF - numbers(trace["y"])
        for trace in area_of_counts(counts, HALF, THEME)
    }


def test_cooperation_stands_up_and_conflict_hangs_down() -> None:
    found = areas((10, 7.0), (10, -7.0))
    assert np.nanmax(found[THEME.tones[3]]) == pytest.approx(HALF, abs=0.01)
    assert np.nanmin(found[THEME.tones[3]]) == 0
    assert np.nanmin(found[THEME.tones[1]]) == pytest.approx(-HALF, abs=0.01)
    assert np.nanmax(found[THEME.tones[1]]) == 0


def test_a_height_grows_with_the_root_of_its_count() -> None:
    found = areas(*[(10, 7.0)] * 4, (50, 7.0))[THEME.tones[3]]
    heights = sorted({round(height, 2) for height in found[~np.isnan(found)]})
    assert heights == [0, HALF / 2, HALF]


def test_neutral_acts_stand_on_cooperation() -> None:
    found = areas(*[(10, 7.0)] * 2, *[(10, 0.0)] * 2)
    assert np.nanmax(found[THEME.tones[2]]) == pytest.approx(HALF, abs=0.01)
    assert np.nanmax(found[THEME.tones[3]]) == pytest.approx(HALF / np.sqrt(2), abs=0.01)


def test_nothing_counted_is_nothing_drawn() -> None:
    assert areas() == {}


def test_lanes_of_single_marks_have_no_histogram() -> None:
    timeline, _ = timeline_of(shipped())
    assert histogram_traces(timeline, THEME) == []


def test_every_lane_of_a_crowd_has_steps_within_its_lane() -> None:
    timeline, _ = timeline_of(world(5_000))
    half = timeline.heights.lane / 2
    reached = set()
    for trace in histogram_traces(timeline, THEME):
        y, x = numbers(trace["y"]), numbers(trace["x"])
        assert len(x) == len(y)
        assert (np.isnan(x) == np.isnan(y)).all()
        assert np.nanmin(x) >= 0
        assert np.nanmax(x) <= timeline.width + 0.01
        for outline in np.split(y, np.flatnonzero(np.isnan(y))):
            heights = outline[~np.isnan(outline)]
            if len(heights):
                lane = int(np.argmin(np.abs(timeline.lane_y - heights[0])))
                assert (np.abs(heights - timeline.lane_y[lane]) <= half).all()
                reached.add(lane)
    assert reached == set(range(len(timeline.lane_y)))
