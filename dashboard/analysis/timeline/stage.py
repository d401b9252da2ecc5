"""The stage: axis, sub-rows and heights of the lanes, chosen together for the events in view.

    lanes, window, plot area ─▶ sub-rows ─▶ stretches where they do not suffice ─▶ heights ─▶ marks

More sub-rows make lanes higher and leave fewer rows for titles; fewer make stretches wider. So
more than two sub-rows are used only where two and a few stretches leave marks covered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.crowd import MOST_COVERED, covered_share
from dashboard.analysis.timeline.extents import Extents
from dashboard.analysis.timeline.marks import Marks, find_drawn, make_marks
from dashboard.analysis.timeline.placement import place_events
from dashboard.analysis.timeline.plot_area import choose_heights
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.stretches import Axis, stretch_axis
from dashboard.analysis.timeline.sub_rows import MOST_ROWS, Packed, pack

if TYPE_CHECKING:
    from dashboard.analysis.timeline.crowd import Singles
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.analysis.timeline.marks import Drawn
    from dashboard.analysis.timeline.placement import Placed
    from dashboard.analysis.timeline.plot_area import Heights, PlotArea
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

_SUB_ROWS = (2, 3, 4)
"""Largest numbers of sub-rows for marks: each only where those before leave marks covered."""
_COVERED, _FEW = 0.02, 40
"""Share of marks that may be covered more than half, and number of events up to which none may."""


class Arranged(NamedTuple):
    """The axis, the heights and the marks of a timeline."""

    axis: Axis
    heights: Heights
    marks: Marks


class _Trial(NamedTuple):
    """Events on an axis, with their sub-rows.

    Attributes:
        axis: the axis.
        extents: the events.
        drawn: their marks.
        placed: their pixels.
        packed: the sub-row of each mark.
        sub_rows: number of sub-rows of each lane; 0 for a lane without a mark in view.
    """

    axis: Axis
    extents: Extents
    drawn: Drawn
    placed: Placed
    packed: Packed
    sub_rows: tuple[int, ...]

    @property
    def covered(self) -> float:
        """Share of the marks in view that another event's mark covers more than half."""
        own = self.drawn.members
        seen = self.extents.in_view[own.owner]
        # Sub-rows of different groups are at different heights: a lane and an offset name one.
        height = own.lane * 4 * MOST_ROWS + np.round(2 * self.packed.offset).astype(np.int64)
        x, size = self.placed.x[own.owner], 2 * own.half
        return covered_share(x[seen], height[seen], own.owner[seen], size[seen])


@dataclass(frozen=True, eq=False)
class Stage:
    """The lanes, the window and the plot area in which events are arranged.

    Attributes:
        tables: tables of the file.
        lanes: the lanes.
        window: the window.
        plot_area: the plot area.
        may_stretch: whether the axis may have stretches.
    """

    tables: Tables
    lanes: Lanes
    window: Window
    plot_area: PlotArea
    may_stretch: bool
    _axes: dict[tuple[int, bytes], Axis] = field(default_factory=dict)
    _events: dict[bytes, tuple[Extents, Drawn]] = field(default_factory=dict)

    def is_crowded(self, rows: IntArray) -> bool:
        """Whether the marks of some events cover each other too often.

        Args:
            rows: rows of ``Tables.events``.
        """
        trial = self._choose(rows, rows)
        return trial.covered > MOST_COVERED

    def arrange(self, singles: Singles, event_count: int, reserved: float) -> Arranged:
        """Arrange the events that are drawn one by one.

        Args:
            singles: the events.
            event_count: number of events in the window, drawn one by one or not.
            reserved: height in pixels of links between events and of periods.
        """
        inside = np.flatnonzero(singles.inside)
        rows = np.empty(0, dtype=np.int64) if singles.is_dense else inside
        trial = self._choose(rows, singles.rows)
        plot_area = self._without(reserved)
        sub_rows = trial.sub_rows
        if singles.is_crowd:
            sub_rows = tuple(max(number, 1) for number in sub_rows)
        heights = choose_heights(plot_area, sub_rows, event_count)
        lanes = np.array(heights.lanes)
        middle = np.cumsum(lanes) - lanes / 2
        y = middle[trial.drawn.members.lane] + trial.packed.offset * heights.sub_row
        marks = make_marks(
            self.tables,
            self.lanes,
            trial.extents,
            trial.drawn,
            trial.placed,
            y,
            plot_area.width,
            plot_area.scale,
        )
        return Arranged(trial.axis, heights, marks)

    def _choose(self, inside: IntArray, rows: IntArray) -> _Trial:
        """Return the events on the axis with the fewest covered marks.

        Args:
            inside: rows of the events that decide on the axis.
            rows: rows of the events to place.
        """
        trials = []
        for most in _SUB_ROWS:
            trials.append(self._try(inside, rows, most))
            if trials[-1].covered <= (_COVERED if len(rows) > _FEW else 0.0):
                break
        return min(trials, key=lambda trial: trial.covered)

    def _axis(self, inside: IntArray, most: int) -> Axis:
        """Return the axis for some events, which are asked for twice: of a crowd, and as marks."""
        key = (most, inside.tobytes())
        if key not in self._axes:
            width = self.plot_area.width
            axis = Axis(TimeScale.even(self.window, width))
            if self.may_stretch and len(inside):
                extents, drawn = self._of(inside)
                zone = self.tables.zone
                axis = stretch_axis(extents, drawn.members, self.window, width, most, zone)
            self._axes[key] = axis
        return self._axes[key]

    def _of(self, rows: IntArray) -> tuple[Extents, Drawn]:
        """Return the extents and the marks of some events, which every trial asks for again."""
        key = rows.tobytes()
        if key not in self._events:
            extents = Extents.of(self.tables, rows, self.window)
            self._events[key] = extents, find_drawn(self.lanes, extents.event)
        return self._events[key]

    def _try(self, inside: IntArray, rows: IntArray, most: int) -> _Trial:
        axis = self._axis(inside, most)
        extents, drawn = self._of(rows)
        placed = place_events(extents, drawn.members, axis.scale, most)
        packed = pack(placed.items(drawn.members), most)
        sub_rows = np.zeros(len(self.lanes.ids), dtype=np.int64)
        in_view = extents.in_view[drawn.members.owner]
        np.maximum.at(sub_rows, drawn.members.lane[in_view], packed.rows[in_view])
        return _Trial(axis, extents, drawn, placed, packed, tuple(sub_rows.tolist()))

    def _without(self, reserved: float) -> PlotArea:
        height = self.plot_area.height
        return self.plot_area._replace(height=max(height - reserved, 1.0) if height else 0.0)
