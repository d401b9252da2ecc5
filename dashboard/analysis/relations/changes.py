"""Changes: the pairs of actors on both sides of an event, or in two periods, as numbers.

An event counts before the pivot if it begins before it, and after the pivot if it ends after it.
One that lasts over the pivot counts on both sides, one wholly within its time on neither:

    ──── A ────                  before
          ───── B ─────          before and after
              ▲ pivot, C ▲       C: on neither side
                      ── D ──    after

Events in which two actors only act together on others move no mean and are counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.dyads import FEW
from dashboard.analysis.relations.pairs import tally_pairs
from dashboard.analysis.relations.pivots import name_event, rank_events
from dashboard.analysis.table import Column, Kind, Table
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.matching import overlaps
from dashboard.query.window import Window

if TYPE_CHECKING:
    from dashboard.analysis.relations.pairs import Pairs
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

_DECIMALS = 9
"""Decimals of changes; the rest is rounding error."""
_SIDES = ("before", "after")
_COLUMNS = {
    **dict.fromkeys(("source", "target", "source_name", "target_name"), Column(Kind.TEXT)),
    "one_way": Column(Kind.FLAG),
    **{f"events_{side}": Column(Kind.COUNT) for side in _SIDES},
    **{f"mean_{side}": Column(Kind.SCORE) for side in _SIDES},
    **{f"joint_{side}": Column(Kind.COUNT) for side in _SIDES},
    "change": Column(Kind.SCORE),
    "few": Column(Kind.FLAG),
}


class Pivot(NamedTuple):
    """The event that divides the time: its row, its id, and its title with its date."""

    row: int
    id: str
    name: str


@dataclass(frozen=True, eq=False)
class Division:
    """Two sides of the time.

    Attributes:
        pivot: the event that divides the time, if an event does.
        windows: the time of each side; ``None`` if it is empty.
        masks: events of each side, over the rows of ``Tables.events``.
        within: number of other events in view that are on neither side.
    """

    pivot: Pivot | None
    windows: tuple[Window | None, Window | None]
    masks: tuple[BoolArray, BoolArray]
    within: int


@dataclass(frozen=True, eq=False)
class Changes:
    """The pairs with acts on either side, in the order of the rows.

    Attributes:
        source, target: codes of the nodes.
        one_way: whether only the source acts.
        number: number of each pair, see ``Level.pair``.
        sides: the counts of both sides.
        change: mean after less mean before; NaN if a side has no mean.
    """

    source: IntArray
    target: IntArray
    one_way: BoolArray
    number: IntArray
    sides: tuple[Pairs, Pairs]
    change: FloatArray

    @property
    def few(self) -> BoolArray:
        """Whether both sides of each pair together have fewer than ``FEW`` events."""
        return (self.sides[0].n + self.sides[1].n)[self.number] < FEW


def divide(question: Question) -> Division:
    """Divide the events in view by two periods, by an event that is chosen, open or important."""
    tables, selection = question.dataset.tables, question.selection
    if selection.compare:
        # The window does not cut periods: they say themselves which time is meant.
        events = selection.of_any_dyad.apply(tables).matching
        one, other = (events & overlaps(tables, period) for period in selection.compare)
        return Division(None, selection.compare, (one, other), 0)
    events = question.scope.related
    pivot = find_pivot(question)
    if pivot is None:
        return Division(None, (None, None), (events, events), 0)
    lower, upper = int(tables.lower[pivot.row]), int(tables.upper[pivot.row])
    view = selection.window or Window(MIN_SECOND, MAX_SECOND)
    windows = (part_of(view, MIN_SECOND, lower), part_of(view, upper, MAX_SECOND))
    nothing = np.zeros(len(events), dtype=bool)
    before, after = (events & overlaps(tables, part) if part else nothing for part in windows)
    within = int((events & ~before & ~after).sum()) - int(events[pivot.row])
    return Division(pivot, windows, (before, after), within)


def find_pivot(question: Question) -> Pivot | None:
    """Return the event that is chosen or open, or else the most important one in view."""
    tables, selection = question.dataset.tables, question.selection
    row = tables.row_of.get(selection.pivot, tables.row_of.get(selection.event, -1))
    if row < 0:
        row = next(iter(rank_events(question.dataset, question.scope.related, 1)), -1)
    return (
        Pivot(row, str(tables.events["id"].iat[row]), name_event(tables, row)) if row >= 0 else None
    )


def part_of(window: Window, lower: int, upper: int) -> Window | None:
    """Return the part of a window from ``lower`` to ``upper``, in seconds; ``None`` if empty.

    >>> part_of(Window(0, 600), 300, 900), part_of(Window(0, 600), 600, 900)
    (Window(lower=300, upper=600), None)
    """
    lower, upper = max(window.lower, lower), min(window.upper, upper)
    return Window(lower, upper) if lower < upper else None


def count_changes(question: Question, division: Division) -> Changes:
    """Count the pairs on both sides: largest changes first, then pairs with acts on one side."""
    cells = question.level.cells
    before, after = (tally_pairs(question.level, mask) for mask in division.masks)
    n = before.n + after.n
    number = np.flatnonzero(n)
    change = (after.mean - before.mean)[number].round(_DECIMALS)
    size = np.where(np.isnan(change), -1.0, np.abs(change))
    order = np.lexsort((number, -n[number], -size))
    number, change = number[order], change[order]
    acts = before.acts + after.acts
    total = np.bincount(question.level.pair, weights=acts, minlength=cells.dyads)
    ends = cells.source[number], cells.target[number]
    turned = acts[number] == 0
    return Changes(
        source=np.where(turned, ends[1], ends[0]),
        target=np.where(turned, ends[0], ends[1]),
        one_way=turned | (acts == total)[number],
        number=number,
        sides=(before, after),
        change=change,
    )


def tabulate_changes(question: Question, found: Changes) -> Table:
    """Return all pairs as a table for files; ``one_way`` is whether only the source acts."""
    level = question.level
    names, ids = (np.array(column, dtype=object) for column in (level.names, level.ids))
    values = {
        "source": ids[found.source],
        "target": ids[found.target],
        "source_name": names[found.source],
        "target_name": names[found.target],
        "one_way": found.one_way,
        "change": found.change,
        "few": found.few,
    }
    for name, side in zip(_SIDES, found.sides, strict=True):
        for key, column in (("events", side.n), ("mean", side.mean), ("joint", side.joint)):
            values[f"{key}_{name}"] = column[found.number]
    lists = {key: values[key].tolist() for key in _COLUMNS}
    total = len(found.number)
    return Table("Before and after", _COLUMNS, lists, saved=tuple(_COLUMNS), total=total)
