"""The overview strip: the whole span, and where the window lies."""

from __future__ import annotations

import json

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.span import span_of
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.tone import Tone
from dashboard.figures.overview import draw_overview
from dashboard.markup import Markup
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import assert_good, box_of, number, of_class, tones

ROOM = PlotArea(1000)


def overview_of(tables: Tables, query: str = "", plot_area: PlotArea = ROOM) -> Markup:
    selection = Selection.from_query(query, tables)
    return draw_overview(
        lay_out_overview(Dataset(tables), selection, selection.apply(tables), plot_area)
    )


def window_shown(drawing: Markup) -> tuple[float, float]:
    """The left and the right end of the box of the window."""
    (box,) = of_class(drawing, "window")
    left, _, right, _ = box_of(box)
    return left, right


def tones_of(drawing: Markup) -> set[int]:
    return set(tones(of_class(drawing, "area")))


@pytest.mark.parametrize("events", [0, 16, 5_000])
@pytest.mark.parametrize("plot_area", [ROOM, PlotArea(316), PlotArea(2400)])
def test_strips_are_valid_and_small(events: int, plot_area: PlotArea) -> None:
    tables = shipped() if events == 16 else world(events)
    assert_good(overview_of(tables, plot_area=plot_area))


def test_without_a_window_all_of_it_is_in_view() -> None:
    drawing, whole = overview_of(shipped()), span_of(shipped())
    assert window_shown(drawing) == (0, 1000)
    ends = [number(drawing, name) for name in ("data-lower", "data-upper")]
    assert ends == [whole.lower, whole.upper]
    assert json.loads(drawing[1]["data-axis"]) == [[whole.lower, 0], [whole.upper, 1000]]
    assert whole.lower < number(drawing, "data-last") < whole.upper


def test_an_open_window_reaches_the_end_of_the_strip() -> None:
    left, right = window_shown(overview_of(shipped(), "from=2024-01-01"))
    assert 0 < left < right == 1000
    assert window_shown(overview_of(shipped(), "to=2024-01-01"))[0] == 0


def test_the_window_lies_where_its_time_is() -> None:
    drawing = overview_of(shipped(), "from=2024-01-01&to=2024-06-30")
    lower, upper = (number(drawing, name) for name in ("data-lower", "data-upper"))
    begin, end = 1_704_067_200, 1_719_792_000  # 1 January and 1 July 2024 in UTC
    expected = [(second - lower) / (upper - lower) * 1000 for second in (begin, end)]
    assert window_shown(drawing) == pytest.approx(expected, abs=1.1)


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
        tones_of(overview_of(tables, query)) for query in ("", "from=2000&to=2002", "country=Japan")
    )
    assert everything == windowed == {Tone.COOPERATION, Tone.CONFLICT}
    assert japan == {Tone.COOPERATION}


def test_the_counts_stay_within_the_strip() -> None:
    drawing = overview_of(world(5_000))
    for area in of_class(drawing, "area"):
        _, top, _, bottom = box_of(area)
        assert 0 <= top < bottom <= float(drawing[1]["height"])


def test_nothing_that_matches_leaves_an_empty_strip() -> None:
    drawing = overview_of(shipped(), "text=nothing at all")
    assert of_class(drawing, "area") == []
    assert_good(drawing)


def test_an_open_ended_event_is_counted_too() -> None:
    tables = tables_of("""
        - {date: 2001-01-01, title: One, score: 5, actors: [Japan]}
        - {date: 2011-01-01/.., title: Two, score: -5, actors: [Japan]}
        """)
    assert Tone.CONFLICT in tones_of(overview_of(tables))
