"""Stretches of the axis: where they are, how wide, and that the rest stays legible."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.axis import axis_ticks, label_stretches
from dashboard.analysis.timeline.extents import Extents
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.marks import find_drawn
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.stretches import (
    LEAST_FACTOR,
    LEAST_SHARE,
    MOST_STRETCHES,
    Axis,
    crowded_events,
    stretch_axis,
)
from dashboard.model.dates import parse_date
from dashboard.query.window import Window
from tests.examples import tables_of

WIDTH = 900.0
YEAR = Window.from_texts("2023", "2023")


def events_on(*days: str) -> str:
    return "".join(
        f"- {{date: {day}, title: Event {n}, actors: [Japan]}}\n" for n, day in enumerate(days)
    )


def axis_of(
    events: str, window: Window = YEAR, zone: str = "UTC", most: int = 2, width: float = WIDTH
) -> tuple[Axis, int, int]:
    """The axis, and the numbers of crowded events on an even one and on it."""
    tables = tables_of(events)
    lanes = lay_out_lanes(Dataset(tables), "country", np.ones(len(tables.events), dtype=bool))
    extents = Extents.of(tables, np.arange(len(tables.events)), window)
    members = find_drawn(lanes, extents.event).members
    axis = stretch_axis(extents, members, window, width, most, zone)
    scales = (TimeScale.even(window, width), axis.scale)
    even, own = (int(crowded_events(extents, members, scale, most).sum()) for scale in scales)
    return axis, even, own


BURST = [f"2023-10-{day:02d}" for day in range(10, 22)]


def test_where_sub_rows_suffice_the_axis_is_even() -> None:
    axis, even, _ = axis_of(events_on("2023-03-01", "2023-03-02", "2023-10-01"))
    assert (axis.stretches, even) == ((), 0)
    assert axis.scale.knots == ((YEAR.lower, 0.0), (YEAR.upper, WIDTH))


def test_a_burst_is_drawn_wider_in_whole_days_and_nothing_is_crowded_then() -> None:
    axis, even, own = axis_of(events_on("2023-02-01", "2023-06-01", *BURST))
    (stretch,) = axis.stretches
    assert even > 0 == own
    assert stretch.lower % 86_400 == 0 == stretch.upper % 86_400
    assert stretch.lower <= parse_date(BURST[1]).lower
    assert parse_date(BURST[-2]).upper <= stretch.upper
    rest = (WIDTH - (stretch.right - stretch.left)) / (YEAR.span - (stretch.upper - stretch.lower))
    factor = (stretch.right - stretch.left) / (stretch.upper - stretch.lower) / rest
    assert stretch.factor == pytest.approx(factor, rel=0.05)
    assert factor >= LEAST_FACTOR


def test_zooming_into_a_burst_makes_the_axis_even_again() -> None:
    week = Window.from_texts("2023-10-10", "2023-10-16")
    assert axis_of(events_on(*BURST), week)[0].stretches == ()


def test_events_of_one_day_are_side_by_side_in_a_stretch_of_this_day() -> None:
    axis, even, own = axis_of(events_on("2023-02-01", *["2023-10-10"] * 12))
    assert even > 0 == own
    (stretch,) = axis.stretches
    assert stretch.upper - stretch.lower == 86_400


def test_the_days_of_a_stretch_begin_in_the_time_zone_of_the_file() -> None:
    events = "timezone: Asia/Seoul\nevents:\n" + events_on("2023-02-01", *["2023-10-10"] * 12)
    (stretch,) = axis_of(events.replace("\n- ", "\n  - "), zone="Asia/Seoul")[0].stretches
    assert (stretch.lower + 9 * 3600) % 86_400 == 0
    assert stretch.upper - stretch.lower == 86_400


def test_the_label_names_month_and_factor_and_each_day_has_its_tick_in_its_middle() -> None:
    events = events_on("2023-02-01", "2023-06-01", *BURST)
    axis, _, _ = axis_of(events, most=1, width=1200.0)
    plot_area = PlotArea(1200.0)
    (label,) = label_stretches(axis, plot_area)
    (stretch,) = axis.stretches
    assert label.startswith("Oct 2023 · ")
    ticks = [
        tick for tick in axis_ticks(YEAR, plot_area, axis) if stretch.left <= tick.x < stretch.right
    ]
    assert [tick.label for tick in ticks][:3] == ["10", "11", "12"]
    days = axis.scale.to_x(
        np.array([parse_date("2023-10-10").lower, parse_date("2023-10-10").upper])
    )
    assert ticks[0].label_x == pytest.approx(days.mean())


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(1, 28), min_size=1, max_size=60), st.integers(1, 3), st.integers(300, 2400)
)
def test_every_axis_is_monotone_fills_the_plot_and_leaves_the_rest_legible(
    days: list[int], most: int, width: int
) -> None:
    events = events_on(*(f"2023-{1 + (day * 7) % 12:02d}-{day:02d}" for day in days))
    axis, even, own = axis_of(events, most=most, width=float(width))
    assert own <= even
    assert len(axis.stretches) <= MOST_STRETCHES
    assert (np.diff(axis.scale.x) > 0).all()
    assert (np.diff(axis.scale.seconds) > 0).all()
    assert axis.scale.x[[0, -1]].tolist() == [0.0, width]
    own_time = sum(one.upper - one.lower for one in axis.stretches)
    own_pixels = sum(one.right - one.left for one in axis.stretches)
    rest = width * (1 - own_time / YEAR.span)
    assert width - own_pixels >= LEAST_SHARE * rest - 1e-6
