"""The viewport: whatever a browser says of itself, charts get a room within reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.page.viewport import Viewport


def test_a_desktop() -> None:
    view = Viewport.of({"width": 1400, "relations": 760, "scheme": "dark", "scale": 1.1})
    assert (view.compact, view.scheme) == (False, "dark")
    assert view.plot_area.width < 1400
    assert (view.plot_area.compact, view.plot_area.scale) == (False, 1.1)
    assert (view.size(8).width, view.size(8).scale) == (760, 1.1)


def test_a_phone_has_lane_names_within_the_plot() -> None:
    phone, desktop = (Viewport.of({"width": width, "relations": 366}) for width in (366, 700))
    assert phone.compact
    assert phone.width - phone.plot_area.width < desktop.width - desktop.plot_area.width


@pytest.mark.parametrize("scheme", [None, "", "light", "purple", 3])
def test_any_scheme_but_dark_is_light(scheme: object) -> None:
    assert Viewport.of({"width": 800, "relations": 500, "scheme": scheme}).scheme == "light"


NUMBERS = st.floats(allow_nan=False) | st.integers(-(10**9), 10**9)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_sizes_are_kept_within_reason(width: float, relations: float, scale: float) -> None:
    view = Viewport.of({"width": width, "relations": relations, "scale": scale})
    assert 280 <= view.width <= 6000
    assert 200 < view.plot_area.width <= 6000
    assert 240 <= view.size(60).width <= 4000
    assert 320 <= view.size(60).height <= 560
    assert 0.6 <= view.plot_area.scale <= 2
