"""Rooms: heights that fit what there is to show and the screen."""

from __future__ import annotations

import pytest

from dashboard.analysis.timeline.plot_area import PlotArea, choose_heights

DESKTOP, PHONE = PlotArea(1200), PlotArea(340, compact=True)


def test_few_events_need_few_rows_of_titles() -> None:
    assert [choose_heights(DESKTOP, 5, events).title_rows for events in (0, 1, 5, 100)] == [
        3,
        3,
        5,
        14,
    ]


def test_a_phone_has_smaller_letters_and_fewer_rows() -> None:
    desktop, phone = choose_heights(DESKTOP, 5, 100), choose_heights(PHONE, 5, 100)
    assert phone.font < desktop.font
    assert phone.title_row < desktop.title_row
    assert phone.title_rows < desktop.title_rows


def test_many_lanes_are_lower_than_few() -> None:
    assert choose_heights(DESKTOP, 12, 100).lane < choose_heights(DESKTOP, 8, 100).lane


@pytest.mark.parametrize("plot_area", [DESKTOP, PHONE])
def test_a_row_of_titles_is_higher_than_its_letters(plot_area: PlotArea) -> None:
    size = choose_heights(plot_area, 5, 100)
    assert size.title_row >= 1.4 * size.font
