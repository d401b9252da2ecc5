"""The tone of a score: five steps from strong conflict to strong cooperation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import Code
from dashboard.model.scores import NEGATIVE_FROM, POSITIVE_FROM

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray


class Tone(Code):
    """Five steps of the Goldstein scale; each has a colour of its own."""

    STRONG_CONFLICT = 0
    CONFLICT = 1
    NEUTRAL = 2
    COOPERATION = 3
    STRONG_COOPERATION = 4


TONES = tuple(tone.word.replace("_", " ") for tone in Tone)
"""The tones in words, in the order of their codes."""
BOUNDS = (-5.0, NEGATIVE_FROM, POSITIVE_FROM, 5.0)
"""Scores up to -5 and -1 are conflict, from 1 and 5 on cooperation; between -1 and 1 neutral.
The inner bounds are those by which a dyad's tie is negative or positive."""
TONES_WITH_BOUNDS = tuple(
    f"{words} ({bound})"
    for words, bound in zip(
        TONES,
        ("−5 and below", "−5 to −1", "between −1 and +1", "+1 to +5", "+5 and above"),
        strict=True,
    )
)
"""The tones in words with their bounds, for legends."""


def tones_of(score: FloatArray) -> IntArray:
    """Return for each Goldstein score the code of its ``Tone``."""
    below = np.searchsorted(BOUNDS[:2], score, side="left")
    above = np.searchsorted(BOUNDS[2:], score, side="right")
    return below + above


def tone_of(score: float) -> Tone:
    """Return the ``Tone`` of one score.

    >>> tone_of(8.3).word, tone_of(0.0).word
    ('strong_cooperation', 'neutral')
    """
    return Tone(int(tones_of(np.array([score]))[0]))
