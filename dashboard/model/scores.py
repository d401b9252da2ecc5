"""Scores: the bounds that divide the Goldstein scale into conflict, neutral and cooperation."""

from __future__ import annotations

from dashboard.model.codes import Side

SCORES = (-10.0, 10.0)
"""Least and greatest score."""
POSITIVE_FROM = 1.0
"""Least score of cooperation, and least mean of a positive tie."""
NEGATIVE_FROM = -1.0
"""Largest score of conflict, and largest mean of a negative tie."""
SIDES = tuple(side.word for side in Side)
"""The sides as words, in the order of their codes."""
