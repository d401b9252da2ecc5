"""The overview strip: the whole span, and where the window lies."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.span import span_of
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.figures.overview import HEIGHT, draw_overview
from dashboard.figures.theme import THEMES
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import Figure, assert_good, numbers

ROOM = PlotArea(1000)


def overview_of(
    tables: Tables, query: str = "", plot_area: PlotArea = ROOM, scheme: str = "light"
) -> Figure:
    selection = Selection.from_query(query, tables)
    overview = lay_out_overview(Dataset(tables), selection, selection.apply(tables), plot_area)
    return draw_overview(overview, scheme, plot_area.compact)


def window_shown(figure: Figure) -> tuple[float, float]:
    """The sides of the shape in front of the others."""
    shape = figure["layout"]["shapes"][-1]
    return shape["x0"], shape["x1"]


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("events", [0, 16, 5_000])
@pytest.mark.parametrize("plot_area", [ROOM, PlotArea(316, compact=True), PlotArea(2400)])
def test_strips_are_valid_and_small(events: int, plot_area: PlotArea, scheme: str) -> None:
    tables = shipped() if events == 16 else world(events)
    assert_good(overview_of(tables, plot_area=plot_area, scheme=scheme))


def test_without_a_window_all_of_it_is_in_view() -> None:
    figure = overview_of(shipped())
    assert window_shown(figure) == (0, 1000)
    meta, whole = figure["layout"]["meta"], span_of(shipped())
    assert (meta["lower"], meta["upper"]) == (whole.lower, whole.upper)
    assert meta["window"] == [whole.lower, whole.upper]


def test_an_open_window_reaches_the_end_of_the_strip() -> None:
    left, right = window_shown(overview_of(shipped(), "from=2024-01-01"))
    assert 0 < left < right == 1000
    assert window_shown(overview_of(shipped(), "to=2024-01-01"))[0] == 0


def test_the_window_lies_where_its_time_is() -> None:
    figure = overview_of(shipped(), "from=2024-01-01&to=2024-06-30")
    meta = figure["layout"]["meta"]
    lower, upper = meta["window"]
    span = meta["upper"] - meta["lower"]
    expected = ((lower - meta["lower"]) / span * 1000, (upper - meta["lower"]) / span * 1000)
    assert window_shown(figure) == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize(
    "query",
    [
        "from=1900",
        "to=2100",
        "from=1900&to=1950",
        "from=2050",
        "from=2024-01-01T00:00Z&to=2024-01-01T00:01Z",
    ],
)
def test_a_window_beyond_the_span_or_a_tiny_one_can_still_be_seen_and_taken_hold_of(
    query: str,
) -> None:
    left, right = window_shown(overview_of(shipped(), query))
    assert 0 <= left < right <= 1003
    assert right - left >= 3


def test_the_strip_counts_what_passes_the_filters_whatever_the_window() -> None:
    tables = tables_of("""
        - {date: 2001-01-01, title: One, score: 5, actors: [Japan]}
        - {date: 2011-01-01, title: Two, score: 5, actors: [Japan]}
        - {date: 2021-01-01, title: Three, score: -5, actors: [Chile]}
        """)
    everything, windowed, japan = (
        {drawn["fillcolor"] for drawn in overview_of(tables, query)["data"]}
        for query in ("", "from=2000&to=2002", "country=Japan")
    )
    cooperation, conflict = THEMES["light"].tones[3], THEMES["light"].tones[1]
    assert everything == windowed == {cooperation, conflict}
    assert japan == {cooperation}


def test_the_counts_stay_within_the_strip() -> None:
    for drawn in overview_of(world(5_000))["data"]:
        y = numbers(drawn["y"])
        assert np.nanmin(y) >= -0.01
        assert np.nanmax(y) <= HEIGHT


def test_nothing_that_matches_leaves_an_empty_strip() -> None:
    figure = overview_of(shipped(), "text=nothing at all")
    assert figure["data"] == []
    assert_good(figure)


def test_an_open_ended_event_is_counted_too() -> None:
    tables = tables_of("""
        - {date: 2001-01-01, title: One, score: 5, actors: [Japan]}
        - {date: 2011-01-01/.., title: Two, score: -5, actors: [Japan]}
        """)
    colors = {drawn["fillcolor"] for drawn in overview_of(tables)["data"]}
    assert THEMES["light"].tones[1] in colors
