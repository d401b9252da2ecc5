"""Histograms of the lanes, for events that are too many for single marks: counts in bins of time.

    seconds[0]  seconds[1]  seconds[2]         edges of the bins: round dates, as on the axis
    │           │   ▄▄▄▄▄   │                  upward: cooperation, then neutral events
    ├───────────┼───────────┼──────────        the line of the lane
    │   ▀▀▀▀▀   │           │                  downward: conflict
    edges[0]    edges[1]    edges[2]           the same edges in pixels, wherever the axis puts them

A bar is as high as its count requires, however wide its bin is: where the axis is stretched, the
bins are wider and not fuller.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.ticks import choose_ticks
from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.codes import Role, Side
from dashboard.words.dates import DateParts, clock, date_in_words
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext
from dashboard.words.lists import in_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.window import Window

MOST_BINS, MOST_CELLS = 60, 500
"""Largest number of bins, and of cells of all lanes, so that the drawing stays small."""
_FEWEST_BINS = 12


class Cell(NamedTuple):
    """The events of one lane in one bin: positions of both, and words for them."""

    lane: int
    bin: int
    words: str


@dataclass(frozen=True)
class Histograms:
    """Counts of events per lane and bin.

    Attributes:
        seconds: edges of the bins in seconds; one edge more than bins.
        edges: the same edges in pixels.
        established: (sides, lanes, bins) counts of confirmed and reported events, by the code of
            the ``Side`` of their score.
        in_doubt: (sides, lanes, bins) counts of the other events.
        cells: the cells that are not empty, ordered by bin and lane.
        queries: query string of the window of each bin.
    """

    seconds: FloatArray
    edges: FloatArray
    established: IntArray
    in_doubt: IntArray
    cells: tuple[Cell, ...]
    queries: tuple[str, ...] = ()

    @property
    def cooperation(self) -> IntArray:
        """(lanes, bins) counts of events with a cooperative score."""
        return self._of(Side.COOPERATION)

    @property
    def neutral(self) -> IntArray:
        """(lanes, bins) counts of events with a neutral score."""
        return self._of(Side.NEUTRAL)

    @property
    def conflict(self) -> IntArray:
        """(lanes, bins) counts of events with a conflictual score."""
        return self._of(Side.CONFLICT)

    @property
    def most(self) -> IntArray:
        """(lanes) the largest count on one side of one bin of each lane."""
        upward = self.cooperation + self.neutral
        most: IntArray = np.maximum(upward, self.conflict).max(axis=1, initial=0)
        return most

    def _of(self, side: Side) -> IntArray:
        counts: IntArray = self.established[side] + self.in_doubt[side]
        return counts


class Crowd(NamedTuple):
    """Events to count.

    Attributes:
        second: (events) instant in seconds; events at NaN are not counted.
        side: (events) code of the ``Side``.
        in_doubt: (events) whether the event is not established.
        event: (marks) position of the mark's event in ``second``.
        lane: (marks) number of the lane.
        role: (marks) code of the ``Role``.
    """

    second: FloatArray
    side: IntArray
    in_doubt: BoolArray
    event: IntArray
    lane: IntArray
    role: IntArray


def bin_edges(window: Window, lanes: int) -> FloatArray:
    """Return edges of bins in seconds: round dates between the ends of a window.

    >>> from dashboard.query.window import Window
    >>> len(bin_edges(Window(0, 40 * DAY_SECONDS), lanes=5)) - 1
    40

    Args:
        window: the window.
        lanes: number of lanes; with many of them the bins are fewer.
    """
    most = min(MOST_BINS, max(_FEWEST_BINS, MOST_CELLS // max(lanes, 1)))
    inner = [tick.second for tick in choose_ticks(window.lower, window.upper, most)]
    return np.unique([window.lower, *inner, window.upper]).astype(np.float64)


def count_histograms(
    crowd: Crowd,
    names: tuple[str, ...],
    seconds: FloatArray,
    to_x: Callable[[FloatArray], FloatArray],
    *,
    of_actors: bool = True,
) -> Histograms:
    """Count events per lane and bin.

    Args:
        crowd: the events.
        names: name of each lane.
        seconds: edges of the bins; events before and after them are not counted.
        to_x: returns pixels for seconds.
        of_actors: whether the lanes are those of actors, who act or are targets.
    """
    bins, sides = len(seconds) - 1, len(Side)
    # One number for status, side and bin of each event; the last is for events not counted.
    width = 2 * sides * bins
    bin_ = np.searchsorted(seconds, crowd.second, side="right") - 1
    group = (crowd.in_doubt * sides + crowd.side) * bins + bin_
    is_inside = (bin_ >= 0) & (bin_ < bins) & ~np.isnan(crowd.second)
    column = np.where(is_inside, group, width).astype(np.int32)
    key = crowd.lane.astype(np.int32) * (2 * (width + 1)) + column[crowd.event]
    key += (crowd.role == Role.ACTOR) * np.int32(width + 1)
    counts = np.bincount(key, minlength=len(names) * 2 * (width + 1))
    counts = counts.reshape(len(names), 2, width + 1)[:, :, :-1]
    # Axes: lane, whether it acts, whether it is in doubt, side, bin.
    counts = counts.reshape(len(names), 2, 2, sides, bins)
    established, in_doubt = np.moveaxis(counts.sum(axis=1), 0, 2)
    acting = counts[:, 1].sum(axis=(1, 2)) if of_actors else None
    cells = _describe(names, seconds, established, in_doubt, acting)
    return Histograms(seconds, to_x(seconds), established, in_doubt, cells)


def _describe(
    names: tuple[str, ...],
    seconds: FloatArray,
    established: IntArray,
    in_doubt: IntArray,
    acting: IntArray | None,
) -> tuple[Cell, ...]:
    """Return the cells that are not empty: ``Japan, March 2023: 12 events, 8 cooperation …``."""
    when = [bin_in_words(*ends) for ends in pairwise(seconds.tolist())]
    lanes = list(map(isolated, names))
    by_side = established + in_doubt
    total = by_side.sum(axis=0)
    columns = [(_events, total)]
    columns += [(_OF_SIDE[side], by_side[side]) for side in reversed(Side)]
    columns.append((_not_established, in_doubt.sum(axis=0)))
    sentence = gettext("{lane}, {time}: {counts}")
    phrase = cache(lambda in_words, n: in_words(n))  # the same small counts come again and again
    cells = []
    for bin_, lane in np.argwhere(total.T).tolist():
        numbers = [(in_words, int(counts[lane, bin_])) for in_words, counts in columns]
        parts = [phrase(in_words, n) for in_words, n in numbers if n]
        if acting is not None:
            parts.append(phrase(_acts_in, int(acting[lane, bin_])))
        words = sentence.format(lane=lanes[lane], time=when[bin_], counts=in_row(parts))
        cells.append(Cell(lane, bin_, words))
    return tuple(cells)


def _events(n: int) -> str:
    return ngettext("{n} event", "{n} events", n)


def _conflict(n: int) -> str:
    # Translators: a part of a list of numbers of events: 12 events, 8 cooperation, 4 conflict.
    return ngettext("{n} conflict", "{n} conflict", n)


def _neutral(n: int) -> str:
    # Translators: a part of a list of numbers of events: 12 events, 8 cooperation, 4 conflict.
    return ngettext("{n} neutral", "{n} neutral", n)


def _cooperation(n: int) -> str:
    # Translators: a part of a list of numbers of events: 12 events, 8 cooperation, 4 conflict.
    return ngettext("{n} cooperation", "{n} cooperation", n)


def _not_established(n: int) -> str:
    # Translators: a part of a list of numbers of events: of them, 2 are in doubt.
    return ngettext("{n} not established", "{n} not established", n)


def _acts_in(n: int) -> str:
    # Translators: of an actor, in a list of numbers of events: 12 events, acts in 5 of them.
    return ngettext("acts in {n}", "acts in {n}", n)


_OF_SIDE = {Side.CONFLICT: _conflict, Side.NEUTRAL: _neutral, Side.COOPERATION: _cooperation}


def bin_in_words(lower: float, upper: float) -> str:
    """Return the time between two instants in words, in whole days if it has any.

    >>> bin_in_words(0, 31 * DAY_SECONDS), bin_in_words(0, 5 * DAY_SECONDS)
    ('January 1970', '1–5 January 1970')
    >>> bin_in_words(0, 365 * DAY_SECONDS), bin_in_words(0, 6 * 3_600)
    ('1970', '1 January 1970, 00:00–06:00 (UTC)')

    Args:
        lower: seconds since 1970 in UTC.
        upper: seconds since 1970 in UTC, not included.
    """
    first, last, after = (
        civil_from_days(int(second // DAY_SECONDS)) for second in (lower, upper - 1, upper)
    )
    if upper - lower < DAY_SECONDS:
        begin, end = (clock(int(second)) for second in (lower, upper))
        return date_in_words(DateParts(*first, begin, "UTC"), DateParts(*last, end, "UTC"))
    is_whole = ((first[1], after[1]) == (1, 1), (first[2], after[2]) == (1, 1))
    ends = (_in_parts(*first, *is_whole), _in_parts(*last, *is_whole))
    return date_in_words(*ends)


def _in_parts(year: int, month: int, day: int, of_years: bool, of_months: bool) -> DateParts:
    """Return a day as far as it matters for an interval of whole months or years."""
    if not of_months:
        return DateParts(year, month, day)
    return DateParts(year) if of_years else DateParts(year, month)
