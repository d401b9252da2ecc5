"""Extents: the time that each event covers on the axis, whatever the scale.

window.lower                         window.upper
│   first   last                     │
│     ├──────┤   the day: its mark is within it
╺━━━━━━━━━│━━━━━━━●━━━━━━━━━━━━━━━━━━━━━━━━━━━━│━━━━━╸
begin      │      at                            │    end     of the bar
before    │                                    │    after
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.calendar import DAY_SECONDS
from dashboard.query.instants import date_columns, units_of_time

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.instants import DateColumns
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

_LONGEST_DAY = 1.1 * DAY_SECONDS
"""Longest day in seconds: one of 25 hours, at the end of summer time."""


@dataclass(frozen=True, eq=False)
class Extents:
    """One row for each event; times are seconds since 1970 in UTC.

    Attributes:
        event: rows of ``Tables.events``, in order of ``at``.
        at: instant of the mark; the middle of the day if the event is of a day.
        first, last: the day within which the mark may be moved; both are ``at`` where the date is
            finer or coarser than a day.
        begin, end: ends of the bar, limited to one window beyond the window.
        lasts: whether the event lasts: it is an interval.
        inexact: whether the date is not exact: a month, a year, approximate, uncertain.
        before, after: whether the event begins before the window, or ends after it.
        in_view: whether the event overlaps the window.
        open_start, open_end, unknown_start, unknown_end: columns of the events.
    """

    event: IntArray
    at: FloatArray
    first: FloatArray
    last: FloatArray
    begin: FloatArray
    end: FloatArray
    lasts: BoolArray
    inexact: BoolArray
    before: BoolArray
    after: BoolArray
    in_view: BoolArray
    open_start: BoolArray
    open_end: BoolArray
    unknown_start: BoolArray
    unknown_end: BoolArray

    @classmethod
    def of(cls, tables: Tables, rows: IntArray, window: Window) -> Extents:
        """Return the extents of some events.

        Args:
            tables: tables of the file.
            rows: rows of ``Tables.events``.
            window: the window.
        """
        dates = date_columns(tables.events, rows)
        begin, length, is_time = units_of_time(dates)
        is_day = ~is_time & (length <= _LONGEST_DAY)
        at = np.where(is_day, begin + length / 2, tables.instant[rows])
        order = np.lexsort((rows, at))
        rows, at, is_day = rows[order], at[order], is_day[order]
        begin, length = begin[order], length[order]
        flag = {name: column[order] for name, column in dates.items()}
        lower, upper = flag["lower"], flag["upper"]
        once = flag["once"]
        # Of one event before or after a date, only the known end has a position.
        start = np.where(once & flag["open_start"], upper - DAY_SECONDS, lower)
        stop = np.where(once & flag["open_end"], lower + DAY_SECONDS, upper)
        lowest, highest = window.lower - window.span, window.upper + window.span
        return cls(
            event=rows,
            at=at,
            first=np.where(is_day, begin, at),
            last=np.where(is_day, begin + length, at),
            begin=np.clip(start, lowest, highest).astype(float),
            end=np.clip(stop, lowest, highest).astype(float),
            lasts=flag["interval"],
            inexact=_is_inexact(flag),
            before=start < window.lower,
            after=stop > window.upper,
            in_view=(lower < window.upper) & (upper > window.lower),
            # An event that happened once, some time before or after a date, does not last.
            open_start=flag["open_start"] & ~once,
            open_end=flag["open_end"] & ~once,
            unknown_start=flag["unknown_start"],
            unknown_end=flag["unknown_end"],
        )

    @cached_property
    def same_days(self) -> list[list[int]]:
        """The groups of several events of the same day, in order."""
        days = list(zip(self.first.tolist(), self.last.tolist(), strict=True))
        able = [event for event, (first, last) in enumerate(days) if last > first]
        groups = (list(group) for _, group in groupby(able, key=days.__getitem__))
        return [group for group in groups if len(group) > 1]

    def subset(self, kept: BoolArray) -> Extents:
        """Return the flagged events."""
        return Extents(*(getattr(self, item.name)[kept] for item in fields(self)))


def _is_inexact(flag: DateColumns) -> BoolArray:
    names = ("coarse", "once", "approximate", "uncertain", "unknown_start", "unknown_end")
    found: BoolArray = np.logical_or.reduce([flag[name] for name in names])
    return found
