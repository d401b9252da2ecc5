"""Titles of events: which events have one, in which words, and where title and leader are placed.

──────────┌ Summit in Seoul ────   y of the middle of the text
          │                        leader, at x
0 ────────┼────────────────────
          ●                        foot: the uppermost mark of the event
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import cut, text_width
from dashboard.analysis.timeline.title_ways import Candidate, PlacedTitle
from dashboard.analysis.timeline.titles import place_titles
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.analysis.timeline.marks import Marks
    from dashboard.analysis.timeline.plot_area import Heights, PlotArea
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.tables import Tables

MOST_TITLES = 40
"""Largest number of events that compete for titles."""
_CLEAR, _BETWEEN = 4.0, 8.0
"""Distance in pixels of a title to leaders, and additional distance to the next title of a row."""
_NARROWER = 0.75
"""Largest width of a title in two lines, as a fraction of its width in one line."""
_WIDEST, _WIDEST_COMPACT = 0.4, 0.72
"""Width from which a title is shortened, as a fraction of the plot area; also on a small screen."""
_OPEN_WEIGHT = 1e4
"""Factor by which the title of the open event weighs more than that of any other event."""
_BOLD_FROM = 5
"""Importance from which a title is bold."""


class Title(NamedTuple):
    """A title and its leader.

    Attributes:
        id: id of the event; ``event`` is its row in ``Tables.events``.
        lines: the text in one or two lines, each isolated.
        bold: whether the event is very important or open.
        x: x of the leader, and of the end of the text that is next to it.
        side: side of the leader on which the text is: ``right`` or ``left``.
        y: y of the middle of the text.
        foot: y of the lower end of the leader.
    """

    id: str
    event: int
    lines: tuple[str, ...]
    bold: bool
    x: float
    side: str
    y: float
    foot: float

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
) -> tuple[Title, ...]:
    """Choose and place titles for the events in view.

    Args:
        tables: tables of the file.
        marks: the events that are drawn one by one.
        visible: flags of the events in view.
        plot_area: the plot area.
        heights: font size, and heights of rows.
        opened: row of the open event, or -1.
    """
    in_view = np.flatnonzero((marks.x >= 0) & (marks.x <= plot_area.width) & visible[marks.event])
    events = tables.events
    texts: dict[int, _Texts] = {}
    candidates = []
    for position in _most_important(marks, in_view, opened):
        row = int(marks.event[position])
        bold = _is_bold(marks, position, opened)
        texts[position] = _Texts.of(str(events["title"].iat[row]), plot_area, heights, bold)
        weight = 4.0 ** (int(marks.importance[position]) - 1)
        candidates.append(
            texts[position].candidate(
                position,
                x=float(marks.x[position]),
                weight=weight * (_OPEN_WEIGHT if row == opened else 1),
            )
        )
    placed = place_titles(candidates, plot_area.width, heights.title_rows, gap=_CLEAR)
    return tuple(
        Title(
            id=str(events["id"].iat[marks.event[title.key]]),
            event=int(marks.event[title.key]),
            lines=tuple(map(isolated, texts[title.key].lines(title))),
            bold=_is_bold(marks, title.key, opened),
            x=title.x,
            side=title.side,
            y=-heights.title_row * (title.row + title.lines / 2) - 4,
            foot=float(marks.top[title.key]),
        )
        for title in placed
    )


class _Texts(NamedTuple):
    """A title in full, shortened, and in two lines, with a width in pixels for each; 0 for none."""

    full: str
    short: str
    stacked: tuple[str, ...]
    full_width: float
    short_width: float
    stacked_width: float

    @classmethod
    def of(cls, full: str, plot_area: PlotArea, heights: Heights, bold: bool) -> _Texts:
        measure = partial(text_width, size=heights.font, bold=bold, scale=plot_area.scale)
        widest = plot_area.width * (_WIDEST_COMPACT if plot_area.compact else _WIDEST)
        width = measure(full)
        short = cut(full, widest, heights.font, bold, plot_area.scale) if width > widest else ""
        stacked = in_two_lines(full, measure) if heights.title_rows > 1 else ()
        return cls(
            full,
            short,
            stacked,
            full_width=width + _BETWEEN,
            short_width=measure(short) + _BETWEEN if short else 0.0,
            stacked_width=max(map(measure, stacked)) + _BETWEEN if stacked else 0.0,
        )

    def candidate(self, key: int, x: float, weight: float) -> Candidate:
        return Candidate(key, x, self.full_width, weight, self.short_width, self.stacked_width)

    def lines(self, title: PlacedTitle) -> tuple[str, ...]:
        if title.lines == 2:
            return self.stacked
        return (self.short,) if title.shortened else (self.full,)


def in_two_lines(text: str, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at the space that makes the longer line shortest.

    >>> in_two_lines("Putin and Kim sign a treaty", len)
    ('Putin and Kim', 'sign a treaty')

    Args:
        text: one line.
        measure: returns the width of a line.

    Returns:
        Two lines, or nothing where two lines are not much narrower than one.
    """
    spaces = [index for index, character in enumerate(text) if character == " "]
    if not spaces:
        return ()
    whole = measure(text)
    # Widths are nearly proportional to numbers of characters, so try the spaces near the middle.
    near = sorted(spaces, key=lambda index: abs(2 * index - len(text)))[:4]
    broken = [(text[:index], text[index + 1 :]) for index in near]
    best = min(broken, key=lambda lines: max(map(measure, lines)))
    return best if max(map(measure, best)) <= _NARROWER * whole else ()


def _is_bold(marks: Marks, position: int, opened: int) -> bool:
    is_important = bool(marks.importance[position] >= _BOLD_FROM)
    return is_important or int(marks.event[position]) == opened


def _most_important(marks: Marks, in_view: IntArray, opened: int) -> list[int]:
    """Return the open event and the most important events, as positions in order of time."""
    if len(in_view) > MOST_TITLES:
        weight = marks.importance[in_view].astype(int)
        weight[marks.event[in_view] == opened] = 99
        in_view = np.sort(in_view[np.lexsort((in_view, -weight))[:MOST_TITLES]])
    return [int(position) for position in in_view]
