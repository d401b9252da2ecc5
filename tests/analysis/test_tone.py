"""Tones: five steps of the Goldstein scale, symmetric about neutral."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.triads import tie_signs
from dashboard.analysis.tone import TONES_WITH_BOUNDS, Tone, tones_of
from dashboard.model.event_types import event_types


def tone_of(score: float) -> str:
    return TONES_WITH_BOUNDS[int(tones_of(np.array([score]))[0])].partition(" (")[0]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (-10, "strong conflict"),
        (-5, "strong conflict"),
        (-4.9, "conflict"),
        (-1, "conflict"),
        (-0.9, "neutral"),
        (0, "neutral"),
        (0.9, "neutral"),
        (1, "cooperation"),
        (4.9, "cooperation"),
        (5, "strong cooperation"),
        (10, "strong cooperation"),
    ],
)
def test_tones_begin_at_one_and_at_five(score: float, expected: str) -> None:
    assert tone_of(score) == expected


@given(st.floats(-10, 10))
def test_the_tones_of_opposite_scores_are_opposite(score: float) -> None:
    one, other = tones_of(np.array([score, -score]))
    assert one - Tone.NEUTRAL == Tone.NEUTRAL - other


@given(st.lists(st.floats(-10, 10), min_size=2).map(sorted))
def test_a_greater_score_never_has_a_lesser_tone(scores: list[float]) -> None:
    assert (np.diff(tones_of(np.array(scores))) >= 0).all()


@given(st.lists(st.floats(-10, 10)))
def test_a_tie_has_the_sign_of_its_tone(scores: list[float]) -> None:
    values = np.array(scores)
    assert (np.sign(tones_of(values) - Tone.NEUTRAL) == tie_signs(values)).all()


def test_every_tone_occurs_among_the_event_types() -> None:
    scores = np.array([kind.score for kind in event_types().values()])
    assert set(tones_of(scores)) == set(Tone)
