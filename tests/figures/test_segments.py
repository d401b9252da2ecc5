"""Segments: many polylines and polygons in one trace, with gaps between them."""

from __future__ import annotations

import json

import numpy as np
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dashboard.figures.segments import area_trace, line_trace, packed, with_gaps
from tests.figures.drawn import numbers

TWO = np.array([[0.0, 10.04], [20.0, 30.06]])
TABLES = st.tuples(st.integers(0, 6), st.integers(1, 5)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.floats(-1e5, 1e5))
)


def test_each_row_is_followed_by_a_gap() -> None:
    expected = [0.0, 10.0, np.nan, 20.0, 30.1, np.nan]
    assert numbers(with_gaps(TWO)) == pytest.approx(expected, abs=1e-5, nan_ok=True)


def test_no_rows_give_no_numbers() -> None:
    assert numbers(with_gaps(np.zeros((0, 2)))).size == 0


@given(TABLES)
def test_rows_come_back_from_between_the_gaps(table: np.ndarray) -> None:
    flat = numbers(with_gaps(table)).reshape(len(table), table.shape[1] + 1)
    assert np.isnan(flat[:, -1]).all()
    assert (np.abs(flat[:, :-1] - table) <= 0.06).all()


@given(arrays(np.float64, st.integers(0, 50), elements=st.floats(-1e5, 1e5)))
def test_packed_numbers_are_exact_to_a_hundredth_of_a_pixel(values: np.ndarray) -> None:
    assert np.abs(numbers(packed(values)) - values).max(initial=0) < 0.01


def test_packed_gaps_stay_gaps() -> None:
    assert np.isnan(numbers(packed(np.array([1.0, np.nan, 2.0])))).tolist() == [False, True, False]
    assert json.dumps(packed(np.array([np.nan])), allow_nan=False)


def test_lines_and_areas_are_traces_that_are_never_pointed_at() -> None:
    line = line_trace(TWO, TWO, "#123456", 2.0, "dash")
    area = area_trace(TWO, TWO, "#123456", 0.5)
    figure = go.Figure({"data": [line, area]})
    assert [trace.type for trace in figure.data] == ["scatter", "scatter"]
    assert [trace.hoverinfo for trace in figure.data] == ["skip", "skip"]
    assert (figure.data[0].line.dash, figure.data[0].line.width) == ("dash", 2)
    assert (figure.data[1].fill, figure.data[1].mode) == ("toself", "none")
    assert figure.data[1].fillcolor == "#12345680"
