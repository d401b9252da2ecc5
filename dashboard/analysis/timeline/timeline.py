"""The timeline as a complete specification: numbers in pixels, ids and words.

              x = 0                              x = width
    -head ─── ┌ Lavrov visits Pyongyang ───────┐
              │  ┌ Treaty      rows of titles  │
    0 ─────── ├──┼─────────────────────────────┤
       Russia │──●──────────○──── lane_y[0] ───│  heights.lane high
        Japan │─────────────●──── lane_y[1] ───│
    lanes_end ├──╲__________╱──────────────────┤
              │   is an answer to       arcs   │
  periods_top ├────────────────────────────────┤
              │   ▒▒▒▒ Talks ▒▒▒▒     periods  │
    height ── └───────────┬──────────┬─────────┘
                         Oct        Nov          ticks, below ``height``

x runs from 0 at the begin of the window to ``width`` at its end. y runs downward from 0 at the
upper edge of the first lane. Drawing needs nothing else: neither the tables nor the selection.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.evidence.event_words import EventSummary, summarize_events
from dashboard.analysis.span import shown_window
from dashboard.analysis.timeline.axis import (
    PERIOD_ROW,
    AxisTick,
    PeriodBand,
    axis_ticks,
    place_periods,
)
from dashboard.analysis.timeline.crowd import choose_singles, count_crowd
from dashboard.analysis.timeline.event_links import LINKS_ROW, Arcs, find_chain, lay_out_arcs
from dashboard.analysis.timeline.lane_labels import lane_label
from dashboard.analysis.timeline.lanes import Lanes, lay_out_lanes
from dashboard.analysis.timeline.marks import Marks, place_marks, subset
from dashboard.analysis.timeline.plot_area import Heights, PlotArea, choose_heights
from dashboard.analysis.timeline.title_choice import Title, choose_titles
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.density import Density
    from dashboard.query.columns import FloatArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.window import Window

_ROW_STEP = 3
"""Number of rows of titles by which the timeline grows and shrinks."""
_HEAD_GAP = 6
"""Free pixels above the highest row of titles."""
_LANES_GAP = 4
"""Free pixels below the last lane."""


@dataclass(frozen=True)
class Timeline:
    """Everything that is drawn.

    Attributes:
        query: query string of the selection.
        width: width of the plot area.
        head: height of the rows of titles, above y = 0.
        height: height of everything below y = 0, without the labels of ticks.
        window: the time from x = 0 to x = ``width``.
        heights: font size of titles, and heights of rows and lanes.
        lanes: ids and names of the lanes, and which event has a mark in which lane.
        lane_labels: name of each lane in lines that fit, each isolated.
        lane_y: y of the middle of each lane.
        marks: the events that are drawn one by one.
        events: id and words of each of these events, in the order of ``marks.event``.
        density: histograms of the other events; ``None`` if there are none.
        titles: the titles that are shown, with their leaders.
        hidden: number of events inside the window without a title.
        hidden_note: this number in words, with what to do; an empty text for 0.
        ticks: ticks of the time axis.
        periods: bands of the periods in view.
        lanes_end: y of the line from which arcs hang.
        periods_top: y of the first row of periods.
        opened: position of the open event in ``marks.event``; -1 if it has no marks.
        arcs: links between events.
    """

    query: str
    width: float
    head: float
    height: float
    window: Window
    heights: Heights
    lanes: Lanes
    lane_labels: tuple[tuple[str, ...], ...]
    lane_y: FloatArray
    marks: Marks
    events: tuple[EventSummary, ...]
    density: Density | None
    titles: tuple[Title, ...]
    hidden: int
    hidden_note: str
    ticks: tuple[AxisTick, ...]
    periods: tuple[PeriodBand, ...]
    lanes_end: float
    periods_top: float
    opened: int
    arcs: Arcs


def lay_out_timeline(
    dataset: Dataset, selection: Selection, selected: Selected, plot_area: PlotArea
) -> Timeline:
    """Compute the timeline of a selection for a plot area.

    Args:
        dataset: the dataset.
        selection: the selection.
        selected: flags of the events that it picks.
        plot_area: the plot area.
    """
    tables, visible = dataset.tables, selected.visible
    window = shown_window(dataset.span, selection.window)
    lanes = _lanes(dataset, selection)
    heights = choose_heights(plot_area, len(lanes.ids), len(tables.events))
    lane_y = heights.lane * (np.arange(len(lanes.ids)) + 0.5)
    opened = tables.row_of.get(selection.event, -1)
    chain = find_chain(tables, opened)
    # The open event and its chain are drawn one by one in any crowd.
    linked = [row for row in {opened, *chain} if row >= 0 and visible[row]]
    singles = choose_singles(dataset, lanes, selected, window, linked)
    marks = place_marks(tables, lanes, singles.rows, window, plot_area.width, lane_y)
    titles = choose_titles(tables, marks, visible, plot_area, heights, opened)
    if singles.is_dense:
        # Of the events before histograms, only those with a title are drawn.
        marks = subset(marks, np.isin(marks.event, [*(title.event for title in titles), *linked]))
    density = None
    if singles.is_crowd:
        density = count_crowd(dataset, lanes, visible, marks.event, window, plot_area.width)
    hidden = max(0, int(np.count_nonzero(singles.inside)) - len(titles))
    periods = place_periods(tables, window, plot_area)
    lanes_end = heights.lane * max(1, len(lanes.ids)) + _LANES_GAP
    every = selection.links == "all"
    arcs = lay_out_arcs(tables, marks, opened, chain, lanes_end, every=every, scale=plot_area.scale)
    periods_top = lanes_end + (LINKS_ROW if len(arcs.x) else 0)
    return Timeline(
        query=selection.to_query(),
        width=plot_area.width,
        head=_head(titles, heights),
        height=periods_top + PERIOD_ROW * max((band.row + 1 for band in periods), default=0),
        window=window,
        heights=heights,
        lanes=lanes,
        lane_labels=tuple(
            tuple(map(isolated, lane_label(name, plot_area, heights.lane))) for name in lanes.names
        ),
        lane_y=lane_y,
        marks=marks,
        events=summarize_events(tables, marks.event),
        density=density,
        titles=titles,
        hidden=hidden,
        hidden_note=_hidden_in_words(hidden, has_bars=density is not None),
        ticks=axis_ticks(window, plot_area),
        periods=periods,
        lanes_end=lanes_end,
        periods_top=periods_top,
        opened=next(iter(np.flatnonzero(marks.event == opened).tolist()), -1),
        arcs=arcs,
    )


def _lanes(dataset: Dataset, selection: Selection) -> Lanes:
    """Lay out the lanes of a selection, whatever its window and its open event."""
    filters = selection.of_lanes

    def lay_out() -> Lanes:
        matching = filters.apply(dataset.tables).matching
        is_open = filters.others == "open"
        return lay_out_lanes(dataset, filters.lanes, matching, filters.pins, is_open)

    return dataset.recent.remember(("lanes", filters), lay_out)


def _head(titles: tuple[Title, ...], heights: Heights) -> float:
    """Return the height of the rows of titles, in steps, so that it seldom changes."""
    tops = (-title.y / heights.title_row + len(title.lines) / 2 for title in titles)
    rows = max(map(round, tops), default=0)
    steps = -(-rows // _ROW_STEP) * _ROW_STEP
    return heights.title_row * min(max(steps, _ROW_STEP), heights.title_rows) + _HEAD_GAP


def _hidden_in_words(hidden: int, has_bars: bool) -> str:
    """Return the number of hidden titles and the way to see them: ``+12 more, zoom in``."""
    if not hidden:
        return ""
    return f"+{hidden:,} more, zoom in{' or click a bar' if has_bars else ''}"
