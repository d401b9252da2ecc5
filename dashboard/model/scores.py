"""Scores: on which side of the Goldstein scale an act or a tie stands."""

from __future__ import annotations

POSITIVE_FROM = 1.0
"""A score from here up is cooperation; a mean from here up makes a positive tie."""
NEGATIVE_FROM = -1.0
"""A score from here down is conflict; a mean from here down makes a negative tie."""
SIDES = ("conflict", "neutral", "cooperation")
