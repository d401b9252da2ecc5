"""The timeline as plain numbers: lanes, links, marks, bars, titles and ticks, all in pixels.

x runs from 0 at the window's begin to ``width`` at its end, y from 0 at the top downwards.
Drawing it is a separate, dull step.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.density import Density, density
from dashboard.analysis.lanes import Lanes, lanes
from dashboard.analysis.marks import apart, instants, is_soft, to_pixels
from dashboard.analysis.text_width import shorten, text_width
from dashboard.analysis.ticks import ticks
from dashboard.analysis.titles import Candidate, Placement, place_titles
from dashboard.analysis.tone import tone
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.window import Window

if TYPE_CHECKING:
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import BoolArray, FloatArray, IntArray, Tables

MOST_MARKS = 400
"""Marks that can be told apart; beyond, lanes become histograms."""
MOST_TITLES = 60
"""Candidates for titles, and single events drawn over histograms."""
PERIOD_ROW = 19.0
"""Height of a row of periods in pixels."""
_CLEAR, _BETWEEN = 4.0, 8.0
"""Pixels that keep a title clear of leaders, and more of them between two titles of a row."""
_PERIOD_FONT = 11.0
_DAY = 86_400
_MARGIN = 0.03
"""Share of the whole span that is left free on each side of it."""


class Room(NamedTuple):
    """What the browser offers.

    Attributes:
        width: of the plot area, in pixels.
        compact: whether the screen is small.
        scale: how wide its font is, in units of what ``text_width`` assumes.
    """

    width: float
    compact: bool = False
    scale: float = 1.0


class Metrics(NamedTuple):
    """Heights in pixels."""

    font: float
    title_row: float
    title_rows: int
    lane: float


class Title(NamedTuple):
    """A title and its leader: ``x`` of the leader, ``anchor`` of the text, ``side`` it is on."""

    event: int
    text: str
    bold: bool
    x: float
    anchor: float
    side: str
    y: float
    foot: float


class PeriodBand(NamedTuple):
    """A period: its name as far as it fits, its ends, and the middle of what is in view of it."""

    name: str
    left: float
    right: float
    middle: float
    row: int


class AxisTick(NamedTuple):
    """A tick at ``x`` with its label in two lines."""

    x: float
    label: str
    context: str


@dataclass(frozen=True)
class Marks:
    """One row for each event drawn singly, and one for each of its marks.

    Attributes:
        event: rows of ``Tables.events``, ascending in time.
        x: of the event's link; ``left`` and ``right`` are those of its bar.
        has_bar: whether the event lasts; ``soft`` whether the bar's ends are uncertain.
        top, bottom: y of the link's ends.
        owner: for each mark the position of its event in ``event``.
        y: of each mark; ``role`` 0 actor, 1 target, 2 aimed at.
    """

    event: IntArray
    x: FloatArray
    left: FloatArray
    right: FloatArray
    has_bar: BoolArray
    soft: BoolArray
    open_start: BoolArray
    open_end: BoolArray
    tone: IntArray
    status: IntArray
    importance: IntArray
    top: FloatArray
    bottom: FloatArray
    owner: IntArray
    y: FloatArray
    role: IntArray


@dataclass(frozen=True)
class Timeline:
    """Everything that is drawn, in pixels.

    Attributes:
        window: the stretch of time from x = 0 to x = ``width``.
        lane_y: y of the middle of each lane; ``lanes_end`` is where the rows of periods begin.
        density: histograms, where single marks would be too many.
        hidden: events in view without a title.
    """

    width: float
    height: float
    window: Window
    metrics: Metrics
    lanes: Lanes
    lane_y: FloatArray
    marks: Marks
    density: Density | None
    titles: tuple[Title, ...]
    hidden: int
    ticks: tuple[AxisTick, ...]
    periods: tuple[PeriodBand, ...]
    lanes_end: float
    selected: int


def whole_window(tables: Tables) -> Window:
    """Return the window that holds every event of a file, with some room around it."""
    events = tables.events
    if events.empty:
        return Window.spanning(0, 365 * _DAY)
    lower = np.where(tables.lower <= MIN_SECOND, tables.upper - _DAY, tables.lower)
    upper = np.where(tables.upper >= MAX_SECOND, tables.lower + _DAY, tables.upper)
    first, last = int(lower.min()), int(upper.max())
    room = max((last - first) * _MARGIN, _DAY)
    return Window.spanning(first - room, last + room)


def metrics(room: Room, lane_count: int, event_count: int) -> Metrics:
    """Choose heights for a room, so that few events need little and many lanes still fit."""
    rows = min(max(3, event_count), 9 if room.compact else 12)
    if room.compact:
        return Metrics(font=12, title_row=18, title_rows=rows, lane=44)
    lane = 46 if lane_count <= 8 else 40
    return Metrics(font=13, title_row=20, title_rows=rows, lane=lane)


def lay_out_timeline(
    tables: Tables, selection: Selection, selected: Selected, room: Room
) -> Timeline:
    """Compute the timeline of a selection for a room."""
    window = selection.window or whole_window(tables)
    rows_of_lanes = lanes(tables, selection.lanes, selected.matching)
    size = metrics(room, len(rows_of_lanes.ids), len(tables.events))
    head = size.title_row * size.title_rows + 6
    lane_y = head + size.lane * (np.arange(len(rows_of_lanes.ids)) + 0.5)
    chosen = tables.row_of.get(selection.event, -1)
    near = _near(tables, selected.matching, window)
    in_near = near[rows_of_lanes.event]
    crowd = None
    if np.count_nonzero(in_near) > MOST_MARKS:
        single = _most_important(tables, selected.visible, window, chosen)
        crowd = _crowd(tables, rows_of_lanes, single, window, room.width)
    else:
        single = np.flatnonzero(near)
    marks = _marks(tables, rows_of_lanes, single, window, room.width, lane_y)
    placement, titles = _titles(tables, marks, selected.visible, room, size, chosen, window)
    visible = int(np.count_nonzero(selected.visible))
    periods = _periods(tables, window, room)
    lanes_end = head + size.lane * max(1, len(rows_of_lanes.ids)) + 4
    return Timeline(
        width=room.width,
        height=lanes_end + PERIOD_ROW * max((band.row + 1 for band in periods), default=0),
        window=window,
        metrics=size,
        lanes=rows_of_lanes,
        lane_y=lane_y,
        marks=marks,
        density=crowd,
        titles=titles,
        hidden=visible - len(placement.titles),
        ticks=_ticks(window, room),
        periods=periods,
        lanes_end=lanes_end,
        selected=chosen,
    )


def _near(tables: Tables, matching: BoolArray, window: Window) -> BoolArray:
    """Flag the events that a short drag brings into view."""
    reach = window.span // 2
    overlaps = (tables.lower < window.upper + reach) & (tables.upper > window.lower - reach)
    return matching & overlaps


def _most_important(tables: Tables, visible: BoolArray, window: Window, chosen: int) -> IntArray:
    """Return the most important events of each stretch of a window, and the chosen one."""
    rows = np.flatnonzero(visible)
    importance = tables.events["importance"].to_numpy()[rows].astype(np.int64)
    importance[rows == chosen] = 99
    if len(rows) > MOST_TITLES:
        middle = (tables.lower[rows] + tables.upper[rows]) / 2
        stretch = np.clip((middle - window.lower) * MOST_TITLES // window.span, 0, MOST_TITLES - 1)
        order = np.lexsort((rows, -importance, stretch))
        stretches = stretch[order]
        first = np.ones(len(rows), dtype=bool)
        first[1:] = stretches[1:] != stretches[:-1]
        rows = rows[order[first]]
    return np.sort(rows)


def _crowd(
    tables: Tables, rows_of_lanes: Lanes, single: IntArray, window: Window, width: float
) -> Density:
    """Count all events but those that are drawn singly."""
    is_single = np.zeros(len(tables.events), dtype=bool)
    is_single[single] = True
    counted = ~is_single[rows_of_lanes.event]
    event, lane = rows_of_lanes.event[counted], rows_of_lanes.lane[counted]
    middle = (tables.lower + tables.upper) / 2
    x = to_pixels(middle, window, width)[event]
    score = tables.events["score"].to_numpy()[event]
    return density(x, lane, score, len(rows_of_lanes.ids), width)


def _marks(
    tables: Tables,
    rows_of_lanes: Lanes,
    single: IntArray,
    window: Window,
    width: float,
    lane_y: FloatArray,
) -> Marks:
    """Place the events that are drawn singly."""
    at = instants(tables, single)
    order = np.lexsort((single, at))
    rows, at = single[order], at[order]
    true_x = to_pixels(at, window, width)
    x = apart(true_x)
    moved = x - true_x
    events = tables.events.iloc[rows]
    reach = window.span
    lower = np.clip(tables.lower[rows], window.lower - reach, window.upper + reach)
    upper = np.clip(tables.upper[rows], window.lower - reach, window.upper + reach)
    soft = is_soft(tables, rows)
    left = to_pixels(lower.astype(float), window, width) + moved
    right = to_pixels(upper.astype(float), window, width) + moved
    least = np.where(soft, 26.0, 0.0)
    short = np.maximum(least - (right - left), 0) / 2
    position = np.full(len(tables.events), -1)
    position[rows] = np.arange(len(rows))
    drawn = position[rows_of_lanes.event] >= 0
    owner = position[rows_of_lanes.event[drawn]]
    y = lane_y[rows_of_lanes.lane[drawn]]
    top, bottom = np.full(len(rows), np.inf), np.full(len(rows), -np.inf)
    np.minimum.at(top, owner, y)
    np.maximum.at(bottom, owner, y)
    return Marks(
        event=rows,
        x=x,
        left=left - short,
        right=right + short,
        has_bar=soft | (tables.upper[rows] - tables.lower[rows] > _DAY),
        soft=soft,
        open_start=events["open_start"].to_numpy(),
        open_end=events["open_end"].to_numpy(),
        tone=tone(events["score"].to_numpy()),
        status=tables.status_code[rows],
        importance=events["importance"].to_numpy(),
        top=top,
        bottom=bottom,
        owner=owner,
        y=y,
        role=rows_of_lanes.role[drawn],
    )


def _titles(
    tables: Tables,
    marks: Marks,
    visible: BoolArray,
    room: Room,
    size: Metrics,
    chosen: int,
    window: Window,
) -> tuple[Placement, tuple[Title, ...]]:
    """Choose and place titles for the events in view."""
    in_view = np.flatnonzero((marks.x >= 0) & (marks.x <= room.width) & visible[marks.event])
    widest = room.width * (0.72 if room.compact else 0.4)
    measure = partial(text_width, size=size.font, scale=room.scale)
    texts: dict[int, tuple[str, str]] = {}
    candidates = []
    names = tables.events["title"]
    for position in _heaviest(marks, in_view, chosen):
        row = int(marks.event[position])
        bold = _is_bold(marks, position, chosen)
        full = str(names.iat[row])
        width = measure(full, bold=bold) + _BETWEEN
        short = shorten(full, widest, size.font, bold, room.scale) if width > widest else ""
        texts[position] = full, short
        weight = 4.0 ** (int(marks.importance[position]) - 1) * (1e4 if row == chosen else 1)
        short_width = measure(short, bold=bold) + _BETWEEN if short else 0.0
        x = float(marks.x[position])
        candidates.append(Candidate(position, x, width, weight, short_width))
    placement = place_titles(candidates, room.width, size.title_rows, gap=_CLEAR)
    placed = tuple(
        Title(
            event=int(marks.event[title.key]),
            text=texts[title.key][title.shortened],
            bold=_is_bold(marks, title.key, chosen),
            x=title.x,
            anchor=title.x,
            side=title.side,
            y=size.title_row * (size.title_rows - title.row - 0.5),
            foot=float(marks.top[title.key]),
        )
        for title in placement.titles
    )
    return placement, placed


def _is_bold(marks: Marks, position: int, chosen: int) -> bool:
    return bool(marks.importance[position] >= 5) or int(marks.event[position]) == chosen


def _heaviest(marks: Marks, in_view: IntArray, chosen: int) -> list[int]:
    """Return the most important events in view, in order of time."""
    if len(in_view) > MOST_TITLES:
        weight = marks.importance[in_view].astype(int)
        weight[marks.event[in_view] == chosen] = 99
        in_view = np.sort(in_view[np.lexsort((in_view, -weight))[:MOST_TITLES]])
    return [int(position) for position in in_view]


def _ticks(window: Window, room: Room) -> tuple[AxisTick, ...]:
    """Place ticks in view and a little beyond, for a drag.

    The context stands at the first tick in view and wherever it changes.
    """
    most = max(2, int(room.width / (70 if room.compact else 90)))
    reach = window.span // 2
    found = []
    last, was_in_view = "", False
    for tick in ticks(window.lower - reach, window.upper + reach, most * 2):
        x = float((tick.second - window.lower) * room.width / window.span)
        in_view = 0 <= x <= room.width
        is_new = tick.context != last or (in_view and not was_in_view)
        found.append(AxisTick(x, tick.label, tick.context if is_new else ""))
        last, was_in_view = tick.context, was_in_view or in_view
    return tuple(found)


def _periods(tables: Tables, window: Window, room: Room) -> tuple[PeriodBand, ...]:
    """Place the periods that are in view: in rows where they overlap, names where they fit."""
    found: list[PeriodBand] = []
    ends: list[float] = []
    columns = tables.periods[["name", "lower", "upper"]].sort_values("lower", kind="stable")
    for name, lower, upper in columns.itertuples(index=False):
        left, right = (
            min(
                max((second - window.lower) * room.width / window.span, -room.width), 2 * room.width
            )
            for second in (lower, upper)
        )
        if right <= 0 or left >= room.width:
            continue
        row = next((row for row, end in enumerate(ends) if end <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        seen_left, seen_right = max(left, 0.0), min(right, room.width)
        text = shorten(str(name), seen_right - seen_left - 8, _PERIOD_FONT, scale=room.scale)
        found.append(PeriodBand(text, left, right, (seen_left + seen_right) / 2, row))
    return tuple(found)
