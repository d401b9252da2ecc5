"""Over time: cooperation and conflict of a dyad or an actor by period, each direction apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.calendar_bins import CalendarBins, calendar_bins
from dashboard.analysis.span import shown_window
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.matching import of_dyad, sides_of

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

MOST_BINS = 60


class Tally(NamedTuple):
    """Events, and the mean score of their acts; the mean of none is not a number."""

    n: int
    mean: float


@dataclass(frozen=True)
class Course:
    """The course of one direction.

    Attributes:
        dyad: who acts on whom; ``None`` for all acts in view.
        n: (3, bins) array: events of each side of the scale, as in ``SIDES``, that fall into each
            bin; one that lasts over several counts in each, as it would in a list of each.
        mean: (3, bins) array of the mean scores of their acts; not a number where there are none.
        total: all of it in view.
        before, after: until the open event begins, and from its end on; ``None`` if none is open.
    """

    dyad: Dyad | None
    n: IntArray
    mean: FloatArray
    total: Tally
    before: Tally | None
    after: Tally | None


@dataclass(frozen=True)
class OverTime:
    """The courses, the bins that they share, and the window that these divide.

    Attributes:
        focus: id of the open event that divides the time, or an empty text.
    """

    window: Window
    bins: CalendarBins
    courses: tuple[Course, ...]
    focus: str


def over_time(
    dataset: Dataset, selection: Selection, related: BoolArray, most: int = MOST_BINS
) -> OverTime:
    """Compute the courses of the dyad, the actor or all that a selection is about.

    Args:
        dataset: what the file says.
        selection: its dyad is shown both ways; without one, a single actor or country is shown
            with anyone, two of which all must take part with each other, else all acts.
        related: flags of the events in view, whatever dyad is chosen.
        most: bins that there is room for.
    """
    tables = dataset.tables
    window = shown_window(dataset.span, selection.window)
    bins = calendar_bins(window, most)
    row = tables.row_of.get(selection.event, -1)
    level = tables.level(selection.nodes)
    courses = tuple(
        _course(tables, level, dyad, related, bins, row) for dyad in directions(selection)
    )
    return OverTime(window, bins, courses, selection.event if row >= 0 else "")


def directions(selection: Selection) -> tuple[Dyad | None, ...]:
    """Return the two directions that a selection is about; ``None`` stands for all acts."""
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    pair: tuple[str, str]
    if selection.dyad:
        pair = (selection.dyad.source, selection.dyad.target)
    elif len(chosen) == 1:
        pair = (chosen[0], ANYONE)
    elif len(chosen) == 2 and (selection.match == "all" or selection.nodes == "actor"):
        pair = (chosen[0], chosen[1])
    else:
        return (None,)
    return Dyad(*pair), Dyad(*pair[::-1])


def _course(
    tables: Tables,
    level: Level,
    dyad: Dyad | None,
    related: BoolArray,
    bins: CalendarBins,
    focus: int,
) -> Course:
    event, score = _acts(tables, level, dyad, related)
    n, mean = _by_bin(tables, event, score, bins)
    before = after = None
    if focus >= 0:
        others = event != focus
        before = _tally(event, score, others & (tables.lower[event] < tables.lower[focus]))
        after = _tally(event, score, others & (tables.upper[event] > tables.upper[focus]))
    return Course(dyad, n, mean, _tally(event, score, np.ones(len(event), bool)), before, after)


def _acts(
    tables: Tables, level: Level, dyad: Dyad | None, related: BoolArray
) -> tuple[IntArray, FloatArray]:
    """Return event and score of each act in view."""
    if dyad is None:
        rows = np.flatnonzero(related)
        return rows, tables.events["score"].to_numpy()[rows]
    chosen = of_dyad(level, dyad) & related[level.cells.event]
    return level.cells.event[chosen], level.cells.score[chosen]


def _tally(event: IntArray, score: FloatArray, chosen: BoolArray) -> Tally:
    n = len(np.unique(event[chosen]))
    return Tally(n, float(score[chosen].mean()) if n else float("nan"))


def _by_bin(
    tables: Tables, event: IntArray, score: FloatArray, bins: CalendarBins
) -> tuple[IntArray, FloatArray]:
    """Count events and average acts by side and bin."""
    count = len(bins.edges) - 1
    side = sides_of(score)
    first, last = _reach(tables, event, bins)
    acts = _spread(side, first, last, np.ones(len(event)), count)
    sums = _spread(side, first, last, score, count)
    # Acts of one event on several others are one event.
    pair = np.unique(event.astype(np.int64) * 3 + side)
    rows, sides = np.divmod(pair, 3)
    n = _spread(sides, *_reach(tables, rows, bins), np.ones(len(rows)), count)
    # Sums that run from bin to bin gather errors of rounding, which scores do not reach.
    mean = np.divide(sums.round(9), acts, out=np.full(acts.shape, np.nan), where=acts > 0)
    return n.astype(np.int64), mean


def _reach(tables: Tables, event: IntArray, bins: CalendarBins) -> tuple[IntArray, IntArray]:
    """Return the first and the last bin that each event has a part in."""
    most = len(bins.edges) - 2
    first = np.searchsorted(bins.edges, tables.lower[event], side="right") - 1
    last = np.searchsorted(bins.edges, tables.upper[event], side="left") - 1
    return np.clip(first, 0, most), np.clip(last, 0, most)


def _spread(
    side: IntArray, first: IntArray, last: IntArray, value: FloatArray, count: int
) -> FloatArray:
    """Add each value to all bins from its first to its last, by side; a (3, bins) array."""
    change = np.zeros((3, count + 1))
    np.add.at(change, (side, first), value)
    np.add.at(change, (side, last + 1), -value)
    return np.cumsum(change, axis=1)[:, :-1]
