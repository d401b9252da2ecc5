"""Scores: on which side of the Goldstein scale an act or a tie stands."""

from __future__ import annotations

from dashboard.model.codes import Side

POSITIVE_FROM = 1.0
"""A score from here up is cooperation; a mean from here up makes a positive tie."""
NEGATIVE_FROM = -1.0
"""A score from here down is conflict; a mean from here down makes a negative tie."""
SIDES = tuple(side.word for side in Side)
"""The sides as words, in the order of their codes."""


def signed(score: float) -> str:
    """Return ``+3.1``, ``-2.0`` or ``0.0``: a score with its sign, if it has one when rounded."""
    text = f"{score:+.1f}"
    return "0.0" if text[1:] == "0.0" else text
