"""The viewport: whatever a browser says of itself, charts get a room within reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.timeline import margins
from dashboard.page.browser_values import BadValueError
from dashboard.page.viewport import Viewport
from tests.callback_payloads import SENT

NUMBERS = st.floats(allow_nan=False) | st.integers(-(10**9), 10**9)


def test_a_desktop() -> None:
    view = Viewport.of({**SENT, "scale": 1.1})
    left, right, *_ = margins(1400)
    assert (view.plot_area.width, view.plot_area.scale) == (1400 - left - right, 1.1)
    area = view.network_area
    assert (area.width, area.height, area.scale) == (760, 400, 1.1)


def test_a_browser_that_measures_no_font_has_the_usual_one() -> None:
    assert Viewport.of({**SENT, "scale": 1.0}) == Viewport.of(
        {name: value for name, value in SENT.items() if name != "scale"}
    )


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {**SENT, "timeline": 1400},
        {**SENT, "timeline": [1400]},
        {**SENT, "relations": [760, "x"]},
        {**SENT, "change": None},
        {**SENT, "scale": "1"},
    ],
)
def test_a_report_without_two_numbers_for_each_chart_is_refused(sent: object) -> None:
    with pytest.raises(BadValueError):
        Viewport.of(sent)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_sizes_are_kept_within_reason(width: float, height: float, scale: float) -> None:
    room = [width, height]
    view = Viewport.of({**SENT, "timeline": room, "relations": room, "scale": scale})
    for across, down in (view.timeline, view.relations):
        assert 240 <= across <= 6000
        assert 0 <= down <= 4000
    assert 0 < view.plot_area.width < 6000
    assert 0.6 <= view.plot_area.scale <= 2
