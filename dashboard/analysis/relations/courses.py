"""Courses: cooperation and conflict of dyads or of an actor by period, for each direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.calendar_bins import CalendarBins, calendar_bins
from dashboard.analysis.span import shown_window
from dashboard.model.codes import Side
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.matching import of_dyad, sides_of
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window


MOST_PAIRS = 4
"""Largest number of pairs of actors whose courses are counted."""


class Tally(NamedTuple):
    """Number of events, and the mean score of their acts; NaN where there are none."""

    n: int
    mean: float


@dataclass(frozen=True, eq=False)
class Course:
    """The course of one direction.

    Attributes:
        dyad: source and target; ``None`` for all acts in view.
        n: (3, bins) array: number of events of each ``Side`` in each bin; an event that lasts over
            several bins counts in each of them.
        mean: (3, bins) array of the mean scores of their acts; NaN where there are none.
        total: all events in view.
        before, after: events that begin before the open event, and that end after it; ``None`` if
            no event is open.
    """

    dyad: Dyad | None
    n: IntArray
    mean: FloatArray
    total: Tally
    before: Tally | None
    after: Tally | None


@dataclass(frozen=True)
class Courses:
    """The courses of a question.

    Attributes:
        window: the time in view.
        bins: the bins of all courses, which divide the window.
        courses: all acts, or two directions of each pair, one pair after the other.
        focus: row of the open event that divides the time, or -1.
    """

    window: Window
    bins: CalendarBins
    courses: tuple[Course, ...]
    focus: int


def count_courses(question: Question, most: int) -> Courses:
    """Count the courses of the dyads, the actor or all acts that a selection is about.

    Args:
        question: each dyad is counted in both directions; without one, a single actor or country
            with anyone, two that must both take part with each other, else all acts.
        most: number of bins that fit.
    """
    dataset, selection = question.dataset, question.selection
    window = shown_window(dataset.span, selection.window)
    bins = calendar_bins(window, most)
    focus = dataset.tables.row_of.get(selection.event, -1)
    courses = (_course(question, dyad, bins, focus) for dyad in directions(selection))
    return Courses(window, bins, tuple(courses), focus)


def directions(selection: Selection) -> tuple[Dyad | None, ...]:
    """Return two directions of each pair that a selection is about; ``None`` means all acts.

    >>> [dyad and dyad.text() for dyad in directions(Selection(countries=("JPN",)))]
    ['JPN:*', '*:JPN']
    """
    pairs = pairs_of(selection)[:MOST_PAIRS]
    return tuple(Dyad(*ends) for pair in pairs for ends in (pair, pair[::-1])) or (None,)


def pairs_of(selection: Selection) -> list[tuple[str, str]]:
    """Return the pairs of actors that a selection is about, each once."""
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    if selection.dyads:
        pairs = [(dyad.source, dyad.target) for dyad in selection.dyads]
        return [pair for at, pair in enumerate(pairs) if not {pair, pair[::-1]} & {*pairs[:at]}]
    if len(chosen) == 1:
        return [(chosen[0], ANYONE)]
    if len(chosen) == 2 and (selection.match == "all" or selection.nodes == "actor"):
        return [(chosen[0], chosen[1])]
    return []


def _course(question: Question, dyad: Dyad | None, bins: CalendarBins, focus: int) -> Course:
    tables = question.dataset.tables
    event, score = _acts(question, dyad)
    n, mean = _by_bin(tables, event, score, bins)
    before = after = None
    if focus >= 0:
        others = event != focus
        before = _tally(event, score, others & (tables.lower[event] < tables.lower[focus]))
        after = _tally(event, score, others & (tables.upper[event] > tables.upper[focus]))
    return Course(dyad, n, mean, _tally(event, score, np.ones(len(event), bool)), before, after)


def _acts(question: Question, dyad: Dyad | None) -> tuple[IntArray, FloatArray]:
    """Return event (row) and score of each act in view."""
    related = question.scope.related
    if dyad is None:
        rows = np.flatnonzero(related)
        return rows, question.dataset.tables.events["score"].to_numpy()[rows]
    cells = question.level.cells
    chosen = of_dyad(question.level, dyad) & related[cells.event]
    return cells.event[chosen], cells.score[chosen]


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
    # Acts of one event on several targets are one event.
    pair = np.unique(event.astype(np.int64) * len(Side) + side)
    rows, sides = np.divmod(pair, len(Side))
    n = _spread(sides, *_reach(tables, rows, bins), np.ones(len(rows)), count)
    # Running sums collect rounding errors, which are smaller than any difference of scores.
    mean = np.divide(sums.round(9), acts, out=np.full(acts.shape, np.nan), where=acts > 0)
    return n.astype(np.int64), mean


def _reach(tables: Tables, event: IntArray, bins: CalendarBins) -> tuple[IntArray, IntArray]:
    """Return the first and the last bin that each event overlaps."""
    most = len(bins.edges) - 2
    first = np.searchsorted(bins.edges, tables.lower[event], side="right") - 1
    last = np.searchsorted(bins.edges, tables.upper[event], side="left") - 1
    return np.clip(first, 0, most), np.clip(last, 0, most)


def _spread(
    side: IntArray, first: IntArray, last: IntArray, value: FloatArray, count: int
) -> FloatArray:
    """Add each value to all bins from its first to its last, by side; a (3, bins) array."""
    change = np.zeros((len(Side), count + 1))
    np.add.at(change, (side, first), value)
    np.add.at(change, (side, last + 1), -value)
    return np.cumsum(change, axis=1)[:, :-1]
