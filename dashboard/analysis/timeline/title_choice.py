"""Titles of events: which events have one, in which words, and where title and leader are placed.

──────────┌ Summit in Seoul ✓ ──   y of the middle of the text, above the lanes
          │                        leader, at x
0 ────────┼────────────────────
          ●                        foot of a title above: the uppermost mark of the event
          │
          ●                        foot of a title below: the lowermost mark
lanes_end ┼────────────────────
          │
──────────└ Summit in Seoul ✓ ──   y of the middle of the text, below the lanes
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.timeline.title_leaders import CLEAR, count_crossed, spread_leaders
from dashboard.analysis.timeline.title_search import FEW
from dashboard.analysis.timeline.title_texts import TitleStyle, TitleTexts, status_note
from dashboard.analysis.timeline.title_ways import Candidate, PlacedTitle
from dashboard.analysis.timeline.titles import place_titles

if TYPE_CHECKING:
    from dashboard.analysis.timeline.marks import Marks
    from dashboard.analysis.timeline.plot_area import Heights, PlotArea
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.tables import Tables

MOST_TITLES = 50
"""Largest number of events that compete for titles."""
BOLD_FROM = 5
"""Importance from which a title is bold."""
_COLUMNS = 24
"""Number of columns of the width; events compete with those of their column for the search."""
_EDGE = 4.0
"""Free pixels between the lanes and the nearest row of titles."""
_OPEN_WEIGHT = 1e6
"""Factor by which the title of the open event weighs more than that of any other event."""


class Title(NamedTuple):
    """A title and its leader.

    Attributes:
        id: id of the event; ``event`` is its row in ``Tables.events``.
        lines: the text in one or two lines, each isolated; the last one ends with the status note.
        bold: whether the event is very important or open.
        x: x of the leader, and of the end of the text that is next to it.
        side: side of the leader on which the text is: ``right`` or ``left``.
        y: y of the middle of the text.
        foot: y of the end of the leader at the nearest mark.
        is_above: whether the title is above the lanes, not below.
    """

    id: str
    event: int
    lines: tuple[str, ...]
    bold: bool
    x: float
    side: str
    y: float
    foot: float
    is_above: bool

    @property
    def text(self) -> str:
        """The lines as one text."""
        return " ".join(self.lines)


def choose_titles(
    tables: Tables,
    marks: Marks,
    visible: BoolArray,
    plot_area: PlotArea,
    heights: Heights,
    opened: int,
    lanes_end: float,
) -> tuple[Title, ...]:
    """Choose and place titles for the events in view.

    Args:
        tables: tables of the file.
        marks: the events that are drawn one by one.
        visible: flags of the events in view.
        plot_area: the plot area.
        heights: font size, and heights and numbers of rows.
        opened: row of the open event, or -1.
        lanes_end: y of the lower end of the lanes, in pixels.
    """
    in_view = np.flatnonzero((marks.x >= 0) & (marks.x <= plot_area.width) & visible[marks.event])
    competing = _most_promising(marks, in_view, plot_area.width, opened)
    x = spread_leaders(marks.x[competing], plot_area.width)
    crossed = count_crossed(marks, competing, x, visible)
    is_few = len(competing) <= FEW
    written = tables.events["title"].take(marks.event[competing]).tolist()
    texts = {
        position: TitleTexts.of(
            written_title,
            status_note(int(marks.status[position])),
            TitleStyle(plot_area, heights, _is_bold(marks, position, opened), is_few),
            beside=max(at, plot_area.width - at),
        )
        for position, at, written_title in zip(competing.tolist(), x.tolist(), written, strict=True)
    }
    candidates = [
        Candidate(
            position,
            x=at,
            width=texts[position].full_width,
            weight=_weight(marks, position, opened),
            short=texts[position].short_widths,
            stacked=texts[position].stacked_width,
            reach=(float(marks.top[position]), lanes_end - float(marks.bottom[position])),
            crossed=(from_above, from_below),
        )
        for position, at, (from_above, from_below) in zip(
            competing.tolist(), x.tolist(), crossed.tolist(), strict=True
        )
    ]
    rows = heights.rows_above, heights.rows_below
    placed = place_titles(
        candidates, plot_area.width, rows, CLEAR, heights.title_row, lanes=lanes_end
    )
    ids = tables.events["id"]
    return tuple(
        Title(
            id=str(ids.iat[marks.event[title.key]]),
            event=int(marks.event[title.key]),
            lines=texts[title.key].lines(title),
            bold=_is_bold(marks, title.key, opened),
            x=title.x,
            side=title.side,
            y=_middle(title, heights.title_row, lanes_end),
            foot=float((marks.top if title.is_above else marks.bottom)[title.key]),
            is_above=title.is_above,
        )
        for title in placed
    )


def _weight(marks: Marks, position: int, opened: int) -> float:
    weight = 4.0 ** (int(marks.importance[position]) - 1)
    return weight * (_OPEN_WEIGHT if int(marks.event[position]) == opened else 1)


def _middle(title: PlacedTitle, row_height: float, lanes_end: float) -> float:
    """Return the y of the middle of a title."""
    distance = row_height * (title.row + title.lines / 2) + _EDGE
    return -distance if title.is_above else lanes_end + distance


def _is_bold(marks: Marks, position: int, opened: int) -> bool:
    is_important = bool(marks.importance[position] >= BOLD_FROM)
    return is_important or int(marks.event[position]) == opened


def _most_promising(marks: Marks, in_view: IntArray, width: float, opened: int) -> IntArray:
    """Return the open event and the ``MOST_TITLES`` with the largest weight / rank in their column.

    So the fifth event of a crowded column gives way to an event of a quarter of its weight that is
    alone in its column.

    Args:
        marks: the events that are drawn one by one.
        in_view: positions in ``marks.event``, in order of x.
        width: width of the plot area in pixels.
        opened: row of the open event, or -1.

    Returns:
        Positions in ``marks.event``, in order of x.
    """
    weight = 4.0 ** marks.importance[in_view]
    weight[marks.event[in_view] == opened] = np.inf
    column = (marks.x[in_view] * (_COLUMNS / max(width, 1.0))).astype(np.int64)
    order = np.lexsort((in_view, -weight, column))
    first = np.searchsorted(column[order], column[order])
    merit = np.empty(len(in_view))
    merit[order] = weight[order] / (1 + np.arange(len(in_view)) - first)
    best = in_view[np.lexsort((in_view, -merit))[:MOST_TITLES]]
    in_order: IntArray = best[np.lexsort((best, marks.x[best]))]
    return in_order
