"""Labels of lanes: whole where they fit, else in two lines, else shortened."""

from __future__ import annotations

import pytest

from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.lane_labels import FONT, LABEL_WIDTH, lane_label
from dashboard.analysis.timeline.room import Room

DESKTOP, PHONE = Room(1200), Room(340, compact=True)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Russia", ("Russia",)),
        ("UN Security Council", ("UN Security Council",)),
        ("Ministry of Defence of Japan", ("Ministry of", "Defence of Japan")),
    ],
)
def test_a_name_that_is_wider_than_the_margin_is_in_two_lines(
    name: str, lines: tuple[str, ...]
) -> None:
    assert lane_label(name, DESKTOP) == lines


def test_a_name_that_is_too_wide_even_for_two_lines_is_shortened() -> None:
    lines = lane_label("The committee for the coordination of all the other committees", DESKTOP)
    assert len(lines) == 2
    assert any(line.endswith("…") for line in lines)
    assert all(text_width(line, FONT) <= LABEL_WIDTH for line in lines)


def test_a_wide_font_breaks_names_sooner() -> None:
    name = "UN Security Council"
    assert len(lane_label(name, Room(1200, scale=1.2))) == 2


def test_within_the_plot_names_are_whole() -> None:
    name = "The committee for the coordination of all the other committees"
    assert lane_label(name, PHONE) == (name,)
