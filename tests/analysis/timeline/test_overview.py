"""The overview strip as a specification: the whole span, the window, and counts."""

from __future__ import annotations

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.span import span_of
from dashboard.analysis.timeline.overview import Overview, lay_out_overview
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

WIDTH = 1000.0


def overview_of(tables: Tables, query: str = "") -> Overview:
    selection = Selection.from_query(query, tables)
    return lay_out_overview(Dataset(tables), selection, selection.apply(tables), PlotArea(WIDTH))


def total(overview: Overview) -> int:
    counts = overview.density
    return int((counts.cooperation + counts.neutral + counts.conflict).sum())


def test_without_a_window_all_of_the_span_is_in_view() -> None:
    overview = overview_of(shipped())
    assert overview.window == overview.span == span_of(shipped())
    assert (overview.left, overview.right) == (0.0, WIDTH)
    assert overview.last == shipped().instant.max()


def test_the_ends_of_the_window_are_where_its_time_is() -> None:
    overview = overview_of(shipped(), "from=2024-01-01&to=2024-06-30")
    span, window = overview.span, overview.window
    for x, second in ((overview.left, window.lower), (overview.right, window.upper)):
        assert x == pytest.approx((second - span.lower) / span.span * WIDTH)


@pytest.mark.parametrize(
    ("query", "left", "right"),
    [("from=1900&to=1950", 0, 0), ("from=2050", WIDTH, WIDTH), ("from=1900&to=2100", 0, WIDTH)],
)
def test_the_ends_of_a_window_beyond_the_span_are_the_ends_of_the_strip(
    query: str, left: float, right: float
) -> None:
    overview = overview_of(shipped(), query)
    assert (overview.left, overview.right) == (left, right)


def test_all_events_that_pass_the_filters_are_counted_whatever_the_window() -> None:
    assert total(overview_of(shipped(), "from=2024")) == 16
    assert total(overview_of(shipped(), "country=JPN&from=2024")) == 5
    assert total(overview_of(world(5_000))) == 5_000
    assert total(overview_of(tables_of("[]"))) == 0
