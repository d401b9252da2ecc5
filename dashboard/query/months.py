"""Months in words: from the first to the last month of some events, as their dates are written.

The texts of the dates are used, not the bounds: in UTC, the first day of a month in Seoul begins in
the month before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.date_parts import parts_of
from dashboard.words.dates import DateParts, date_in_words, short_date, span

if TYPE_CHECKING:
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables


def months_of(tables: Tables, rows: IntArray) -> str:
    """Return the months from the first to the last of some events: ``Jul 2023 – Jun 2024``."""
    first, last = _first_and_last(tables, rows)
    return months_between(tables, rows[[first]], rows[[last]])[0]


def end_months_of(tables: Tables, rows: IntArray) -> tuple[str, str]:
    """Return the first and the last month of some events in words, an open end by the known one.

    >>> from dashboard import load
    >>> end_months_of(load("events.yaml"), np.array([0, 1, 2]))
    ('July 2023', 'October 2023')
    """
    dates = tables.events["date"].array
    (begin, since), (until, end) = (
        parts_of(dates[rows[at]]) for at in _first_and_last(tables, rows)
    )
    parts = (begin or since, end or until)
    first, last = (part and DateParts(part.year, part.month) for part in parts)
    return date_in_words(first, first), date_in_words(last, last)


def _first_and_last(tables: Tables, rows: IntArray) -> tuple[int, int]:
    """Return the positions in ``rows`` of the event that begins first, and of that to end last."""
    # An open end has no month; the other bound of the same event has one.
    open_start, open_end = (tables.events[name].to_numpy() for name in ("open_start", "open_end"))
    begin = np.where(open_start[rows], tables.upper[rows] - 1, tables.lower[rows])
    end = np.where(open_end[rows], tables.lower[rows] + 1, tables.upper[rows])
    return int(begin.argmin()), int(end.argmax())


def months_between(tables: Tables, first: IntArray, last: IntArray) -> list[str]:
    """Return the months from the start of one event to the end of another, for each pair.

    Args:
        tables: tables of the file.
        first: rows of ``Tables.events``, one for each pair.
        last: rows of the other events of the pairs.
    """
    dates = tables.events["date"].array
    pairs = list(zip(dates[first], dates[last], strict=True))
    ends = {date: parts_of(date) for pair in pairs for date in pair}
    return [_months(ends[begin], ends[end]) for begin, end in pairs]


_Ends = tuple[DateParts | None, DateParts | None]


def _months(first: _Ends, last: _Ends) -> str:
    """Return the months from the start of one date to the end of another; open ends have none."""
    begin, end = first[0] or first[1], last[1] or last[0]
    return span(
        begin and short_date(begin.year, begin.month), end and short_date(end.year, end.month)
    )
