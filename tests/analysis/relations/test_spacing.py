"""Spacing: places end up apart where there is room, and where they are allowed to be."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.relations.positions import lengths
from dashboard.analysis.relations.spacing import push_apart


@pytest.mark.parametrize("spread", [0.0, 0.01, 1.0])
def test_places_end_up_apart(spread: float) -> None:
    start = 0.5 + spread * np.random.default_rng(1).normal(0, 0.3, (20, 2))
    found = push_apart(start, 0.1, 500, lambda place: np.clip(place, 0, 1))
    assert (lengths(found) + np.eye(20)).min() >= 0.099
    assert 0 <= found.min() <= found.max() <= 1


def test_places_apart_already_stay() -> None:
    start = np.array([[0.1, 0.1], [0.4, 0.1], [0.9, 0.9]])
    assert push_apart(start, 0.2, 50, lambda place: place) is start


def test_limits_come_before_distance() -> None:
    start = np.full((2, 2), 0.5)
    found = push_apart(start, 0.3, 50, lambda place: np.clip(place, 0.49, 0.51))
    assert np.abs(found - start).max() <= 0.0100001
    assert lengths(found)[0, 1] > 0.015
