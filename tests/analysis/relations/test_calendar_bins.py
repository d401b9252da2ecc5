"""Calendar bins: they cover a window exactly, and begin where days, months and years begin."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.calendar_bins import calendar_bins
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.window import Window

DAY = 86_400
COARSER = {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365, "decade": 3_652}
"""Units and the fewest days that one has."""
YEARS = {"year": 1, "decade": 10, "century": 100}


def windows() -> st.SearchStrategy[Window]:
    near, far = (-2_000_000, 30_000_000), (MIN_SECOND // 60, MAX_SECOND // 60)
    begin = st.integers(*near) | st.integers(*far)
    span = st.integers(10, 10_000) | st.integers(10, 10**7) | st.integers(10, 10**9)
    return st.builds(
        lambda first, length: Window.spanning(first * 60, (first + length) * 60), begin, span
    )


def begins(second: int, unit: str) -> bool:
    """Whether a unit of the calendar begins at a second, by the calendar of numpy."""
    day = np.datetime64(second, "s").astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    is_first = month.astype("datetime64[D]") == day
    months = int(month.astype(int)) + 1970 * 12
    starts = {
        "day": True,
        "week": (int(day.astype(int)) + 3) % 7 == 0,
        "month": is_first,
        "quarter": is_first and months % 3 == 0,
        **{unit: is_first and months % (12 * years) == 0 for unit, years in YEARS.items()},
    }
    return second % DAY == 0 and bool(starts[unit])


@given(windows(), st.integers(1, 80))
def test_bins_cover_the_window_exactly(window: Window, most: int) -> None:
    unit, edges = calendar_bins(window, most)
    assert edges[0] == window.lower
    assert edges[-1] == window.upper
    assert (np.diff(edges) > 0).all()
    assert edges.dtype.kind == "i"
    # Each end may be cut, and months and years differ in length.
    assert len(edges) - 1 <= most + 2 or unit == "century"


@given(windows(), st.integers(1, 80))
def test_a_unit_begins_at_each_inner_edge_and_at_no_other_place(window: Window, most: int) -> None:
    unit, edges = calendar_bins(window, most)
    assert all(begins(edge, unit) for edge in edges[1:-1].tolist())
    if unit in ("day", "week"):
        assert (np.diff(edges[1:-1]) == COARSER[unit] * DAY).all()
    else:
        months = edges[1:-1].astype("datetime64[s]").astype("datetime64[M]").astype(int)
        step = {"month": 1, "quarter": 3}.get(unit) or 12 * YEARS[unit]
        assert (np.diff(months) == step).all()
    for cut in (edges[:2], edges[-2:]):
        if unit in COARSER and len(edges) > 3:
            assert cut[1] - cut[0] <= 1.1 * COARSER[unit] * DAY + 2 * DAY


@given(windows(), st.integers(1, 80))
def test_a_finer_unit_would_have_too_many(window: Window, most: int) -> None:
    unit, _ = calendar_bins(window, most)
    units = [*COARSER, "century"]
    if unit != "day":
        finer = units[units.index(unit) - 1]
        # A finer unit has at least so many days, and at most a tenth more.
        assert window.span / DAY / COARSER[finer] > most * 0.98


@pytest.mark.parametrize(
    ("begin", "end", "most", "unit", "bins"),
    [
        ("2023-10-01", "2023-10-31", 31, "day", 31),
        ("2023-10-01", "2023-10-31", 30, "week", 6),
        ("2023-01", "2023-12", 12, "month", 12),
        ("2023-01", "2023-12", 11, "quarter", 4),
        ("2023-01-15", "2023-12", 12, "month", 12),
        ("2001", "2020", 20, "year", 20),
        ("2001", "2020", 19, "decade", 3),
        ("-0043", "0014", 60, "year", 58),
        ("-0043", "0014", 6, "decade", 7),
        ("0001", "2000", 30, "century", 21),
    ],
)
def test_the_finest_unit_that_fits_is_taken(
    begin: str, end: str, most: int, unit: str, bins: int
) -> None:
    found = calendar_bins(Window.from_texts(begin, end), most)
    assert (found.unit, len(found.edges) - 1) == (unit, bins)


def test_a_window_within_one_unit_is_one_bin() -> None:
    window = Window.from_texts("2023-10-18T09:00+00:00", "2023-10-18T17:59+00:00")
    assert calendar_bins(window, 60).edges.tolist() == [window.lower, window.upper]


def test_all_of_time_is_divided_by_centuries() -> None:
    unit, edges = calendar_bins(Window(MIN_SECOND, MAX_SECOND), 60)
    assert unit == "century"
    assert len(edges) - 1 in (200, 201, 202)
    assert (edges[0], edges[-1]) == (MIN_SECOND, MAX_SECOND)
