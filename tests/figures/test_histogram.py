"""Histograms drawn: mirrored bars to the scale of each lane, and cells that say their counts."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.density import count_density
from dashboard.analysis.timeline.histograms import Histograms
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.figures.histogram import draw_bars, draw_counts, draw_histogram, draw_scales
from dashboard.figures.timeline import draw_timeline
from dashboard.markup import Markup, to_text
from dashboard.model.codes import Side
from dashboard.query.matching import sides_of
from dashboard.query.selection import Selection
from tests.benchmarks.worlds import world
from tests.examples import shipped
from tests.figures.drawn import outlines

EDGES = np.array([0.0, 10.0, 30.0, 40.0])
SPACE = 24.0


def histograms(
    cooperation: list[int], conflict: list[int], neutral: list[int], doubt: list[int] | None = None
) -> Histograms:
    established = np.zeros((3, 1, 3), dtype=int)
    established[Side.COOPERATION], established[Side.CONFLICT] = cooperation, conflict
    established[Side.NEUTRAL] = neutral
    in_doubt = np.zeros_like(established)
    in_doubt[Side.COOPERATION] = doubt or [0, 0, 0]
    return Histograms(EDGES * 86_400, EDGES, established, in_doubt, ())


def heights(path: Markup) -> list[float]:
    """Every y of a path; the first is that of the line of the lane."""
    return [y for outline in outlines(path[1]["d"]) for _, y in outline]


def bars(counts: Histograms) -> dict[str, list[float]]:
    """The heights of bars above the line of the lane, by their classes; below it negative."""
    drawn = draw_bars(counts, np.array([SPACE / 2]), np.array([SPACE]))
    found = {}
    for path in drawn:
        zero = heights(path)[0]
        # Each bar is as high at its left end as at its right.
        tips = [
            round(zero - y, 1)
            for outline in outlines(path[1]["d"])
            for _, y in outline[1::2]
            if y != zero
        ]
        found[path[1]["class"].removeprefix("area ")] = tips
    return found


def test_cooperation_is_above_and_conflict_below_and_together_they_fill_the_lane() -> None:
    found = bars(histograms([4, 0, 1], [1, 0, 0], [0, 0, 0]))
    assert found == {"tone-3": [16, 8], "tone-1": [-8]}


def test_neutral_events_are_on_top_of_cooperation() -> None:
    found = bars(histograms([1, 0, 0], [0, 0, 0], [3, 0, 0]))
    assert found == {"tone-2": [24], "tone-3": [12]}


def test_events_in_doubt_are_a_part_of_their_own() -> None:
    found = bars(histograms([1, 0, 0], [0, 0, 0], [0, 0, 0], doubt=[3, 0, 0]))
    assert found == {"tone-3 unclear": [24], "tone-3": [12]}


def test_low_bars_are_raised_where_one_bar_is_much_higher() -> None:
    found = bars(histograms([900, 1, 1], [0, 0, 0], [0, 0, 0]))
    highest, *low = found["tone-3"]
    assert highest == SPACE
    assert min(low) >= 6


def test_a_bar_is_as_wide_as_its_bin_and_empty_bins_have_none() -> None:
    (path,) = draw_bars(
        histograms([1, 0, 1], [0, 0, 0], [0, 0, 0]), np.array([12.0]), np.array([SPACE])
    )
    assert outlines(path[1]["d"]) == [
        [(0, 24), (0, 0), (10, 0), (10, 24)],
        [(30, 24), (30, 0), (40, 0), (40, 24)],
    ]


def test_the_strip_draws_one_lane_to_one_scale() -> None:
    x, score = np.array([10.0, 10.0, 10.0]), np.array([7.0, 7.0, -7.0])
    density = count_density(x, sides_of(score), np.arange(3), np.zeros(3, dtype=int), 1, 80.0)
    up, down = draw_counts(density, 11.0, 10.0)
    assert (up[1]["class"], min(heights(up))) == ("area tone-3", 1)
    assert (down[1]["class"], max(heights(down))) == ("area tone-1", 16)


@cache
def crowd() -> Timeline:
    dataset, selection = Dataset(world(5_000)), Selection()
    return lay_out_timeline(dataset, selection, selection.apply(dataset.tables), PlotArea(900))


def test_lanes_of_single_marks_have_no_histogram() -> None:
    dataset, everything = Dataset(shipped()), Selection()
    selected = everything.apply(dataset.tables)
    timeline = lay_out_timeline(dataset, everything, selected, PlotArea(900))
    assert [*draw_histogram(timeline), *draw_scales(timeline)] == []


def test_every_cell_with_events_can_be_pointed_at_and_leads_to_its_bin() -> None:
    timeline = crowd()
    links = [part for part in draw_histogram(timeline) if part[0] == "a"]
    boxes = [box for link in links for box in link[2]]
    assert timeline.density is not None
    assert [box[1]["aria-label"] for box in boxes] == [it.words for it in timeline.density.cells]
    assert {box[1]["class"] for box in boxes} == {"cell tip"}
    first = links[0][1]
    assert first["href"].startswith("?from=")
    assert int(first["data-from"]) < int(first["data-to"])


def test_the_bars_of_a_crowd_are_within_their_lanes_and_their_scale_is_written() -> None:
    timeline = crowd()
    half = np.broadcast_to(timeline.lane_height, len(timeline.lane_y)) / 2
    for path in (part for part in draw_histogram(timeline) if part[0] == "path"):
        for y in heights(path):
            assert (np.abs(y - timeline.lane_y) <= half).any()
    texts = [text[2][0] for text in draw_scales(timeline)]
    assert timeline.density is not None
    assert texts == [f"max. {most:,}" for most in timeline.density.most.tolist()]


@pytest.mark.parametrize("events", [160, 5_000])
def test_the_drawing_of_a_crowd_stays_small(events: int) -> None:
    dataset, selection = Dataset(world(events)), Selection()
    timeline = lay_out_timeline(
        dataset, selection, selection.apply(dataset.tables), PlotArea(1_200)
    )
    assert len(to_text([draw_timeline(timeline)]).encode()) <= 150 * 1024
