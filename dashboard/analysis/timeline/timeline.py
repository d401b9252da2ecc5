"""The timeline as a complete specification: numbers in pixels, ids and words.

              x = 0    stretch           x = width
    -head ─── ┌ Lavrov visits Pyongyang ───────┐
              │  ┌ Treaty      rows of titles  │
    0 ─────── ├──┼──────┬──────────┬───────────┤
       Russia │──●──────│●────●────│── lane_y[0]   lane_height[0]: one sub-row
        Japan │─────────│●◐●──○────│── lane_y[1]   lane_height[1]: two sub-rows
              │         │ ●        │           │
    lanes_end ├──╲__________╱──────┴───────────┤
              │   is an answer to       arcs   │
   titles_top ├────────────────────────────────┤
              │      └ Summit  rows of titles  │
    height ── └─────────┬──┬──┬──┬─┬───────────┘
                       13 14 15 16 Nov             ticks, below ``height``

x runs from 0 at the begin of the window to ``width`` at its end. y runs downward from 0 at the
upper edge of the first lane. Drawing needs nothing else: neither the tables nor the selection.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.evidence.event_words import EventSummary, summarize_events
from dashboard.analysis.evidence.linked import Linked, name_linked
from dashboard.analysis.link_targets import openings
from dashboard.analysis.span import shown_window
from dashboard.analysis.timeline.axis import (
    AxisTick,
    PeriodBand,
    axis_ticks,
    label_stretches,
    place_periods,
)
from dashboard.analysis.timeline.crowd import choose_singles, count_crowd
from dashboard.analysis.timeline.event_links import LINKS_ROW, Arcs, find_chain, lay_out_arcs
from dashboard.analysis.timeline.finding import find_events
from dashboard.analysis.timeline.lane_labels import lane_labels
from dashboard.analysis.timeline.lanes import OTHERS, Lanes, lanes_of
from dashboard.analysis.timeline.marks import Marks, subset
from dashboard.analysis.timeline.outside import Nearest, find_outside
from dashboard.analysis.timeline.plot_area import HEAD_GAP, LANES_GAP
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.timeline.stage import Stage
from dashboard.analysis.timeline.title_choice import Title, choose_titles
from dashboard.query.choices import NODES
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.histograms import Histograms
    from dashboard.analysis.timeline.plot_area import Heights, PlotArea
    from dashboard.analysis.timeline.stretches import Stretch
    from dashboard.query.columns import FloatArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.window import Window


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
        lane_y, lane_height: y of the middle of each lane, and its height.
        marks: the events that are drawn one by one.
        events: id and words of each of these events, in the order of ``marks.event``.
        density: histograms of the other events; ``None`` if there are none.
        titles: the titles that are shown, with their leaders.
        hidden: number of events inside the window without a title.
        hidden_note: this number in words, with what to do; an empty text for 0.
        ticks: ticks of the time axis.
        periods: bands of the periods in view.
        lanes_end: y of the line from which arcs hang.
        titles_top: y of the upper edge of the titles below the lanes.
        span: the window that holds every event of the file, which the strip shows.
        opened: position of the open event in ``marks.event``; -1 if it has no marks.
        arcs: links between events.
        linked: actors and dyads of each of ``events``.
        event_queries: query string that opens each of ``events``.
        lane_queries: query string of each lane's events; empty for a lane of no actor.
        scale: the scale of time; see ``knots``.
        stretches: the parts of the axis that are drawn wider, from left to right.
        stretch_labels: month and factor of each stretch, as far as they fit below it.
        axis: ``even``, or ``events`` where the reader allows stretches, even if none is needed.
        zone: name of the time zone of the axis: that of the file.
        zone_note: this zone in words: ``Time in Asia/Seoul``; empty for UTC.
        before, after: numbers of events that pass the filters but end before the window, or begin
            after it.
        nearest: where no event is in the window, the last event before it and the first after it.
        finding: what the timeline shows, in words.
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
    lane_height: FloatArray
    marks: Marks
    events: tuple[EventSummary, ...]
    density: Histograms | None
    titles: tuple[Title, ...]
    hidden: int
    hidden_note: str
    ticks: tuple[AxisTick, ...]
    periods: tuple[PeriodBand, ...]
    lanes_end: float
    titles_top: float
    span: Window
    opened: int
    arcs: Arcs
    linked: tuple[Linked, ...]
    event_queries: tuple[str, ...]
    lane_queries: tuple[str, ...]
    scale: TimeScale
    stretches: tuple[Stretch, ...]
    stretch_labels: tuple[str, ...]
    axis: str
    zone: str
    zone_note: str
    before: int
    after: int
    nearest: tuple[Nearest, ...]
    finding: str

    @property
    def knots(self) -> tuple[tuple[float, float], ...]:
        """Knots (second, x) of the time axis, which is linear between them."""
        return self.scale.knots


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
    lanes = lanes_of(dataset, selection)
    opened = tables.row_of.get(selection.event, -1)
    chain = find_chain(tables, opened)
    # The open event and its chain are drawn one by one in any crowd.
    linked = [row for row in {opened, *chain} if row >= 0 and visible[row]]
    stage = Stage(tables, lanes, window, plot_area, selection.axis == "events")
    singles = choose_singles(dataset, lanes, selected, window, linked, stage.is_crowded)
    every = selection.links == "all"
    links_row = LINKS_ROW if chain or (every and len(tables.links)) else 0.0
    number = int(np.count_nonzero(singles.inside))
    arranged = stage.arrange(singles, number, links_row)
    marks, heights = arranged.marks, arranged.heights
    lane_height = np.array(heights.lanes)
    lane_y = np.cumsum(lane_height) - lane_height / 2
    lanes_end = float(lane_height.sum() if len(lane_height) else heights.lane) + LANES_GAP
    arcs = lay_out_arcs(tables, marks, opened, chain, lanes_end, every=every, scale=plot_area.scale)
    titles_top = lanes_end + links_row
    titles = choose_titles(tables, marks, visible, plot_area, heights, opened, titles_top)
    if singles.is_dense:
        # Of the events before histograms, only those with a title are drawn.
        marks = subset(marks, np.isin(marks.event, [*(title.event for title in titles), *linked]))
    density = None
    if singles.is_crowd:
        density = count_crowd(
            dataset,
            lanes,
            visible,
            marks.event,
            window,
            plot_area.width,
            selection=selection,
            to_x=arranged.axis.scale.to_x,
        )
    hidden = max(0, number - len(titles))
    periods = place_periods(tables, arranged.axis.scale, plot_area)
    outside = find_outside(dataset, selection, selected, window)
    return Timeline(
        query=selection.to_query(),
        width=plot_area.width,
        head=heights.title_row * heights.rows_above + HEAD_GAP,
        height=titles_top + heights.title_row * heights.rows_below + LANES_GAP,
        window=window,
        heights=heights,
        lanes=lanes,
        lane_labels=tuple(
            tuple(map(isolated, lines))
            for lines in lane_labels(lanes.names, plot_area, heights.lanes)
        ),
        lane_y=lane_y,
        lane_height=lane_height,
        marks=marks,
        events=summarize_events(tables, marks.event),
        density=density,
        titles=titles,
        hidden=hidden,
        hidden_note=_hidden_in_words(hidden, has_bars=density is not None),
        ticks=axis_ticks(window, plot_area, arranged.axis, tables.zone),
        stretch_labels=label_stretches(arranged.axis, plot_area, tables.zone),
        periods=periods,
        lanes_end=lanes_end,
        titles_top=titles_top,
        span=dataset.span,
        opened=next(iter(np.flatnonzero(marks.event == opened).tolist()), -1),
        arcs=arcs,
        linked=name_linked(tables, marks.event, selection.nodes),
        event_queries=tuple(openings(selection, tables.events["id"].iloc[marks.event])),
        lane_queries=lane_queries(selection, lanes),
        scale=arranged.axis.scale,
        stretches=arranged.axis.stretches,
        axis=selection.axis,
        zone=tables.zone,
        zone_note=""
        if tables.zone == "UTC"
        else gettext("Time in {time_zone}", time_zone=tables.zone),
        before=outside.before,
        after=outside.after,
        nearest=outside.nearest,
        finding=find_events(dataset, visible, lanes),
    )


def lane_queries(selection: Selection, lanes: Lanes) -> tuple[str, ...]:
    """Return the query of the events of each lane of an actor; empty for other lanes."""
    if selection.lanes not in NODES:
        return ("",) * len(lanes.ids)
    level = replace(selection, nodes=selection.lanes)
    queries = level.queries_of_nodes([id_ for id_ in lanes.ids if id_ != OTHERS])
    return (*queries, "")[: len(lanes.ids)]


def _hidden_in_words(hidden: int, has_bars: bool) -> str:
    """Return the number of hidden titles and the way to see them: ``+12 more, zoom in``."""
    if not hidden:
        return ""
    if has_bars:
        return ngettext(
            "+{n} more, zoom in or click a bar", "+{n} more, zoom in or click a bar", hidden
        )
    return ngettext("+{n} more, zoom in", "+{n} more, zoom in", hidden)
