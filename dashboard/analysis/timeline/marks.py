"""Marks of the events that are drawn one by one: their positions, links between lanes, and bars.

        left     x      right
lane 0   ╺━━━━━━━●━━━━━━━━━╸   y of a mark and its bar
                 │ top         the link joins the lanes of all participants
lane 1           │
                 │ bottom
lane 2   ╺━━━━━━━○━━━━━━━━━╸

0 ○━━━━━━━━╸     ●━━━━━━━━━▶ width   edges of the plot: an event that began before the window has
  before                   after     its mark at the left edge; an open end is an arrow
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.text_width import cut, text_width
from dashboard.analysis.timeline.lanes import OTHERS
from dashboard.analysis.timeline.placement import Members
from dashboard.analysis.tone import tones_of
from dashboard.model.codes import Role
from dashboard.query.relations import signal_scores
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from dashboard.analysis.timeline.extents import Extents
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.analysis.timeline.placement import Placed
    from dashboard.analysis.timeline.sub_rows import Items
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.tables import Tables

MARK_SIZE = 13.0
"""Diameter of the mark of an actor or a target, in pixels."""
AIMED_AT_SIZE = 8.0
"""Diameter of the mark of one aimed at, in pixels."""
NAME_FONT = 12.0
"""Font size of names beside marks, in pixels."""
_NAME_GAP = 4.0
"""Free pixels between a mark and its name, and after the name."""
_LONGEST_NAME = 130.0
"""Width in pixels from which a name is shortened."""


@dataclass(frozen=True)
class Marks:
    """One row for each event that is drawn one by one, and one row for each of its marks.

    Attributes:
        event: (events) rows of ``Tables.events``, in order of x.
        x: (events) x of the link between lanes, and of all marks of the event.
        in_view: (events) whether the event is in the window; its x is then within the plot. The
            others are beyond the edges, for a drag that brings them in.
        left, right: (events) x of the ends of the bar, at most at the edges of the plot.
        has_bar: (events) whether a bar is drawn: the event lasts, or its date is not exact.
        soft: (events) whether the bar is pointed: the date is not exact.
        before: (events) whether the event began before the window.
        after: (events) whether the event goes on after the window.
        open_start, open_end: (events) whether the bar has no such end: draw an arrow there.
        unknown_start, unknown_end: (events) whether such an end exists, nobody knows when: draw a
            fade there.
        tone: (events) code of the ``Tone`` of the score.
        status: (events) code of the ``Status``.
        importance: (events) importance, from 1 to 5.
        top, bottom: (events) y of the ends of the link between lanes.
        owner: (marks) position of the mark's event in ``event``, ascending.
        lane: (marks) number of the lane.
        y: (marks) y of the mark, and of the middle of its bar.
        size: (marks) diameter in pixels.
        role: (marks) code of the strongest ``Role`` in the lane of the mark.
        mark_tone: (marks) code of the ``Tone`` of the mark: that of the event, or, of one aimed
            at, that of the act toward it.
        actor: (marks) id of the country or actor; empty in lanes of types and statuses.
        name: (marks) name of the actor, isolated, in the lane that several actors share; empty in
            other lanes, and where no space is left.
        name_side: (marks) side of the mark on which the name is: -1 left, 1 right, 0 no name.
    """

    event: IntArray
    x: FloatArray
    in_view: BoolArray
    left: FloatArray
    right: FloatArray
    has_bar: BoolArray
    soft: BoolArray
    before: BoolArray
    after: BoolArray
    open_start: BoolArray
    open_end: BoolArray
    unknown_start: BoolArray
    unknown_end: BoolArray
    tone: IntArray
    status: IntArray
    importance: IntArray
    top: FloatArray
    bottom: FloatArray
    owner: IntArray
    lane: IntArray
    y: FloatArray
    size: FloatArray
    role: IntArray
    mark_tone: IntArray
    actor: NDArray[np.object_]
    name: NDArray[np.object_]
    name_side: IntArray


_OF_MARKS = ("owner", "lane", "y", "size", "role", "mark_tone", "actor", "name", "name_side")
"""Fields of ``Marks`` that have one row for each mark; the others have one for each event."""


def subset(marks: Marks, kept: BoolArray) -> Marks:
    """Return the marks of some events, at the same positions.

    Args:
        marks: all marks.
        kept: a flag for each event of ``marks.event``.
    """
    return _taken(marks, np.flatnonzero(kept))


def _taken(marks: Marks, events: IntArray) -> Marks:
    """Return the marks of some events, in another order.

    Args:
        marks: all marks.
        events: positions in ``marks.event``.
    """
    position = np.full(len(marks.event), -1)
    position[events] = np.arange(len(events))
    owner = position[marks.owner]
    drawn = np.flatnonzero(owner >= 0)
    drawn = drawn[np.argsort(owner[drawn], kind="stable")]
    columns = {
        item.name: getattr(marks, item.name)[drawn if item.name in _OF_MARKS else events]
        for item in fields(Marks)
    }
    return Marks(**columns | {"owner": owner[drawn]})


class Drawn(NamedTuple):
    """The marks of some events before they are placed: what of ``Lanes`` belongs to them.

    Attributes:
        rows: positions in the columns of ``Lanes``.
        members: owner, lane and size of each mark.
    """

    rows: IntArray
    members: Members


def find_drawn(lanes: Lanes, event: IntArray) -> Drawn:
    """Return the marks that some events have in lanes.

    Args:
        lanes: the lanes, and which events have a mark in which lane.
        event: rows of ``Tables.events``, in any order.
    """
    if not len(event):
        none = np.empty(0, dtype=np.int64)
        return Drawn(none, Members(none, none, np.empty(0)))
    lowest = int(event.min())
    position = np.full(int(event.max()) - lowest + 1, -1)
    position[event - lowest] = np.arange(len(event))
    begin, end = np.searchsorted(lanes.event, [lowest, lowest + len(position)])
    owner = position[lanes.event[begin:end] - lowest]
    rows = np.flatnonzero(owner >= 0)
    rows = rows[np.argsort(owner[rows], kind="stable")]
    owner, rows = owner[rows], rows + begin
    half = np.where(lanes.role[rows] == Role.AIMED_AT, AIMED_AT_SIZE, MARK_SIZE) / 2
    return Drawn(rows, Members(owner, lanes.lane[rows], half))


def make_marks(
    tables: Tables,
    lanes: Lanes,
    extents: Extents,
    drawn: Drawn,
    placed: Placed,
    y: FloatArray,
    width: float,
    scale: float = 1.0,
) -> Marks:
    """Put the marks of events together from their pixels.

    Args:
        tables: tables of the file.
        lanes: the lanes.
        extents: the events.
        drawn: their marks, see ``find_drawn``.
        placed: the pixels of the events.
        y: y of each mark.
        width: width of the plot in pixels.
        scale: see ``text_width``.
    """
    rows = extents.event
    owner, lane, half = drawn.members
    role, events = lanes.role[drawn.rows], tables.events
    top, bottom = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    np.minimum.at(top, owner, y)
    np.maximum.at(bottom, owner, y)
    tone = tones_of(events["score"].to_numpy()[rows])
    toward_third = tones_of(signal_scores(events)[rows])
    names = _full_names(lanes, drawn.rows)
    name, side = _beside(names, placed.items(drawn.members), y, width, scale)
    ids = np.array([*lanes.actors, ""], dtype=object)
    marks = Marks(
        event=rows,
        x=placed.x,
        in_view=extents.in_view,
        left=placed.left,
        right=placed.right,
        has_bar=placed.has_bar,
        soft=placed.soft,
        before=extents.before,
        after=extents.after,
        open_start=extents.open_start,
        open_end=extents.open_end,
        unknown_start=extents.unknown_start,
        unknown_end=extents.unknown_end,
        tone=tone,
        status=tables.status_code[rows],
        importance=events["importance"].to_numpy()[rows],
        top=top,
        bottom=bottom,
        owner=owner,
        lane=lane,
        y=y,
        size=2 * half,
        role=role,
        mark_tone=np.where(role == Role.AIMED_AT, toward_third[owner], tone[owner]),
        actor=ids[lanes.group[drawn.rows] if lanes.actors else np.full(len(owner), -1)],
        name=name,
        name_side=side,
    )
    # Events of one day are in columns, whatever their order.
    return _taken(marks, np.argsort(placed.x, kind="stable"))


def _full_names(lanes: Lanes, rows: IntArray) -> list[str]:
    """Return the name of the actor of each mark in the shared lane, else an empty text."""
    if OTHERS not in lanes.ids or not lanes.actors:
        return [""] * len(rows)
    shared = lanes.ids.index(OTHERS)
    columns = (column[rows].tolist() for column in (lanes.lane, lanes.group, lanes.more))
    return [
        f"{lanes.actor_names[group]}{f' +{more}' if more else ''}" if lane == shared else ""
        for lane, group, more in zip(*columns, strict=True)
    ]


def _beside(
    names: list[str], items: Items, y: FloatArray, width: float, scale: float
) -> tuple[NDArray[np.object_], IntArray]:
    """Return the names that fit beside their marks and bars, shortened, and the side of each."""
    fitting, side = np.full(len(names), "", dtype=object), np.zeros(len(names), dtype=np.int8)
    named = [mark for mark, name in enumerate(names) if name and 0 <= items.x[mark] <= width]
    bounds = np.stack([items.begin, items.end, y], axis=1)[named]
    taken: list[tuple[float, ...]] = list(map(tuple, bounds.tolist()))
    for mark in named:
        text = cut(names[mark], _LONGEST_NAME, NAME_FONT, scale=scale)
        need = text_width(text, NAME_FONT, scale=scale) + _NAME_GAP
        for way, edge in ((1, items.end[mark] + 1), (-1, items.begin[mark] - 1)):
            near = float(edge)
            left, right = sorted((near, near + way * (need + _NAME_GAP)))
            is_free = all(
                right <= other[0] or other[1] <= left or abs(other[2] - y[mark]) >= NAME_FONT
                for other in taken
            )
            if is_free and left >= 0 and right <= width:
                fitting[mark], side[mark] = isolated(text), way
                taken.append((left, right, float(y[mark])))
                break
    return fitting, side
