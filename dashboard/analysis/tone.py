"""The tone of a score: five steps from strong conflict to strong cooperation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import Code
from dashboard.model.scores import NEGATIVE_FROM, POSITIVE_FROM
from dashboard.words.language import gettext_noop

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray


class Tone(Code):
    """Five steps of the Goldstein scale; each has a colour of its own."""

    STRONG_CONFLICT = 0
    CONFLICT = 1
    NEUTRAL = 2
    COOPERATION = 3
    STRONG_COOPERATION = 4


BOUNDS = (-5.0, NEGATIVE_FROM, POSITIVE_FROM, 5.0)
"""Scores up to -5 and -1 are conflict, from 1 and 5 on cooperation; between -1 and 1 neutral.
The inner bounds are those by which a dyad's tie is negative or positive."""
TONES_WITH_BOUNDS = (
    gettext_noop("strong conflict (−5 and below)"),
    gettext_noop("conflict (−5 to −1)"),
    gettext_noop("neutral (between −1 and +1)"),
    gettext_noop("cooperation (+1 to +5)"),
    gettext_noop("strong cooperation (+5 and above)"),
)
"""The tones in English words with their bounds, in the order of their codes, for legends."""


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
