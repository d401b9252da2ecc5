"""Spans of time: the whole of a file, and the window that a chart shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.window import Window

if TYPE_CHECKING:
    from dashboard.query.tables import Tables

_MARGIN = 0.03
"""Margin on each side of the first and last event, as a fraction of the time between them."""


def span_of(tables: Tables) -> Window:
    """Return the window that holds every event of a file, with a margin.

    An open end of an event counts as one day. A file without events spans the year 1970.
    """
    if tables.events.empty:
        return Window.spanning(0, 365 * DAY_SECONDS)
    lower = np.where(tables.lower <= MIN_SECOND, tables.upper - DAY_SECONDS, tables.lower)
    upper = np.where(tables.upper >= MAX_SECOND, tables.lower + DAY_SECONDS, tables.upper)
    first, last = int(lower.min()), int(upper.max())
    margin = max((last - first) * _MARGIN, DAY_SECONDS)
    return Window.spanning(first - margin, last + margin)


def shown_window(span: Window, chosen: Window | None) -> Window:
    """Return the window to draw: an open end of the chosen window is that of the file.

    Args:
        span: the window that holds every event.
        chosen: the window of the selection; ``None`` is all of the span.
    """
    if chosen is None:
        return span
    lower, upper = chosen.lower, chosen.upper
    if lower <= MIN_SECOND:
        lower = span.lower if span.lower < upper else upper - span.span
    if upper >= MAX_SECOND:
        upper = span.upper if lower < span.upper else lower + span.span
    return Window.spanning(lower, upper)
