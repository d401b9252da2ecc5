"""Numbers and paths: short, and with all points in their places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.shapes import boxes, line, px
from tests.figures.drawn import outlines

PIXELS = st.floats(-1e5, 1e5)


@given(PIXELS)
def test_pixels_are_exact_to_half_a_tenth_and_have_no_needless_character(value: float) -> None:
    text = px(value)
    assert abs(float(text) - value) <= 0.05 + 1e-9
    assert text == "0" or (text != "-0" and not text.endswith(".0"))


@pytest.mark.parametrize(("is_closed", "end"), [(True, "Z"), (False, "0.4")])
def test_a_line_goes_through_its_points(is_closed: bool, end: str) -> None:
    points = [(0.0, 1.0), (2.5, 3.0), (-7.0, 0.4)]
    path = line(points, is_closed=is_closed)
    assert outlines(path) == [points]
    assert path.endswith(end)


def test_boxes_are_one_path_and_single_numbers_count_for_all() -> None:
    path = boxes(np.array([0.0, 20.0]), np.array([10.0, 30.0]), 2.0, np.array([5.0, 9.0]))
    assert outlines(path) == [
        [(0, 2), (10, 2), (10, 5), (0, 5)],
        [(20, 2), (30, 2), (30, 9), (20, 9)],
    ]
    assert boxes(np.zeros(0), np.zeros(0), 0.0, 1.0) == ""
