"""Tooltips of events, escaped for the small HTML that Plotly reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.figures.text import in_lines

if TYPE_CHECKING:
    from dashboard.analysis.evidence.event_words import EventSummary

_TITLE_LETTERS = 48
"""Largest number of letters in a line of a title, which is bold."""
FACT_LETTERS, FACT_LINES = 72, 6
"""Largest number of letters in a line of names or facts, and of lines of a fact."""


def event_tip(event: EventSummary) -> str:
    """Return the tooltip of an event: its title, then parties, date and type, and status."""
    facts = (event.parties, event.occasion, event.standing)
    title = f"<b>{in_lines(event.title, _TITLE_LETTERS)}</b>"
    return "<br>".join([title, *(in_lines(fact, FACT_LETTERS, FACT_LINES) for fact in facts)])
