"""Months in words: from when to when some events are, as their dates are written.

The bounds of events would not do: in UTC, the first of a month in Seoul still belongs to the last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.calendar_words import year_in_words
from dashboard.query.window import joined, month_in_words

if TYPE_CHECKING:
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

_YEAR_AND_MONTH = re.compile(r"(-?\d{4})(?:-(\d\d))?")


def months_of(tables: Tables, rows: IntArray) -> str:
    """Return the months from the first to the last of some events: ``Jul 2023 – Jun 2024``."""
    # An open end says nothing of when; the other bound of the same event does.
    open_start, open_end = (tables.events[name].to_numpy() for name in ("open_start", "open_end"))
    begin = np.where(open_start[rows], tables.upper[rows] - 1, tables.lower[rows])
    end = np.where(open_end[rows], tables.lower[rows] + 1, tables.upper[rows])
    dates = tables.events["date"].to_numpy()
    return months_between(dates[rows[begin.argmin()]], dates[rows[end.argmax()]])


def months_between(first: str, last: str) -> str:
    """Return the months from the begin of one EDTF date to the end of another."""
    begins, ends = first.removeprefix("../"), last.removesuffix("/..").rpartition("/")[2]
    return joined(_month_in_words(begins), _month_in_words(ends))


def _month_in_words(text: str) -> str:
    """Return month and year of an EDTF date, or the year where it names no month."""
    year, month = _YEAR_AND_MONTH.findall(text)[0]
    return month_in_words(int(year), int(month)) if month else year_in_words(int(year))
