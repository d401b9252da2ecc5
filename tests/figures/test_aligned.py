"""Aligned strips drawn: one axis for all, marks at their day and never on each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.aligned import Aligned, compute
from dashboard.figures.aligned import draw_strip, stack
from tests.examples import shipped
from tests.page.components import drawn_text
from tests.page.drawn import of_class
from tests.questions import question_of


def spec(query: str = "zero=vostochny&zero=treaty") -> Aligned:
    return compute(question_of(shipped(), query))


@given(st.lists(st.floats(0, 400), max_size=30).map(sorted))
def test_neighbours_of_a_row_keep_their_distance(positions: list[float]) -> None:
    last: dict[int, float] = {}
    for x, row in zip(positions, stack(positions), strict=True):
        assert row == 6 or x - last.get(row, -99) >= 13
        last[row] = x


@pytest.mark.parametrize("width", [240.0, 500.0])
def test_all_strips_share_one_axis_with_day_zero_in_the_middle(width: float) -> None:
    found = spec()
    labels = set()
    for strip in found.strips:
        part = draw_strip(found, strip, width)
        assert float(part[1]["width"]) == width
        (zero, *_) = of_class(part, "zero")
        assert float(zero[1]["x1"]) == width / 2
        labels.add(drawn_text(of_class(part, "quiet")))
    assert len(labels) == 1
    assert "day 0" in labels.pop()


def test_marks_link_to_their_events_and_say_how_far_they_are() -> None:
    found = spec()
    for strip in found.strips:
        marks = of_class(draw_strip(found, strip, 500.0), "event")
        assert len(marks) == len(strip.marks)
        for drawn, mark in zip(marks, sorted(strip.marks, key=lambda one: one.day), strict=True):
            assert drawn[1]["data-event"] == mark.event.id
            assert drawn[1]["href"] == f"?{mark.query}"
            assert drawn[1]["aria-label"].startswith(f"{mark.when}.\n")
            assert ("open" in drawn[1]["class"].split()) == mark.is_zero
            assert ("?" in drawn_text(drawn)) == (not mark.is_established)


def test_what_lasts_has_a_bar() -> None:
    found = spec("zero=vostochny&from=2023-09&to=2023-10")
    (bar,) = of_class(draw_strip(found, found.strips[0], 500.0), "bar")
    assert found.reach == 365 or float(bar[1]["width"]) > 12
