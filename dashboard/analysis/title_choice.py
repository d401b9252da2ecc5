"""Which events get a title on the timeline, and where each title and its leader stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import shorten, text_width
from dashboard.analysis.titles import Candidate, place_titles

if TYPE_CHECKING:
    from dashboard.analysis.marks import Marks
    from dashboard.analysis.room import Metrics, Room
    from dashboard.query.tables import BoolArray, IntArray, Tables

MOST_TITLES = 40
"""Candidates for titles."""
_CLEAR, _BETWEEN = 4.0, 8.0
"""Pixels that keep a title clear of leaders, and more of them between two titles of a row."""


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


def choose_titles(
    tables: Tables,
    marks: Marks,
    visible: BoolArray,
    room: Room,
    size: Metrics,
    chosen: int,
) -> tuple[Title, ...]:
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
    return tuple(
        Title(
            event=int(marks.event[title.key]),
            text=texts[title.key][title.shortened],
            bold=_is_bold(marks, title.key, chosen),
            x=title.x,
            anchor=title.x,
            side=title.side,
            y=-size.title_row * (title.row + 0.5) - 4,
            foot=float(marks.top[title.key]),
        )
        for title in placement.titles
    )


def _is_bold(marks: Marks, position: int, chosen: int) -> bool:
    return bool(marks.importance[position] >= 5) or int(marks.event[position]) == chosen


def _heaviest(marks: Marks, in_view: IntArray, chosen: int) -> list[int]:
    """Return the most important events in view, in order of time."""
    if len(in_view) > MOST_TITLES:
        weight = marks.importance[in_view].astype(int)
        weight[marks.event[in_view] == chosen] = 99
        in_view = np.sort(in_view[np.lexsort((in_view, -weight))[:MOST_TITLES]])
    return [int(position) for position in in_view]
