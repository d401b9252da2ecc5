"""Which events get a title on the timeline, and where each title and its leader stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import cut, text_width
from dashboard.analysis.titles import Candidate, PlacedTitle, place_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.analysis.marks import Marks
    from dashboard.analysis.room import Metrics, Room
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.tables import Tables

MOST_TITLES = 40
"""Candidates for titles."""
_CLEAR, _BETWEEN = 4.0, 8.0
"""Pixels that keep a title clear of leaders, and more of them between two titles of a row."""
_SPARED = 0.75
"""The most that a title in two lines may take of its width in one."""


class Title(NamedTuple):
    """A title and its leader.

    Attributes:
        event: row of its event.
        lines: its text in one or two lines.
        x: of the leader; ``anchor`` of the text, which is on the ``side``.
        y: of the middle of the text; ``foot`` of the leader's end.
    """

    event: int
    lines: tuple[str, ...]
    bold: bool
    x: float
    anchor: float
    side: str
    y: float
    foot: float

    @property
    def text(self) -> str:
        """The text in one."""
        return " ".join(self.lines)


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
    texts: dict[int, _Texts] = {}
    candidates = []
    names = tables.events["title"]
    for position in _heaviest(marks, in_view, chosen):
        row = int(marks.event[position])
        bold = _is_bold(marks, position, chosen)
        measure = partial(text_width, size=size.font, bold=bold, scale=room.scale)
        full = str(names.iat[row])
        width = measure(full)
        short = cut(full, widest, size.font, bold, room.scale) if width > widest else ""
        stacked = in_two_lines(full, measure) if size.title_rows > 1 else ()
        texts[position] = _Texts((full,), (short,), stacked)
        candidates.append(
            Candidate(
                position,
                x=float(marks.x[position]),
                width=width + _BETWEEN,
                weight=4.0 ** (int(marks.importance[position]) - 1) * (1e4 if row == chosen else 1),
                short=measure(short) + _BETWEEN if short else 0.0,
                stacked=max(map(measure, stacked)) + _BETWEEN if stacked else 0.0,
            )
        )
    placement = place_titles(candidates, room.width, size.title_rows, gap=_CLEAR)
    return tuple(
        Title(
            event=int(marks.event[title.key]),
            lines=texts[title.key].of(title),
            bold=_is_bold(marks, title.key, chosen),
            x=title.x,
            anchor=title.x,
            side=title.side,
            y=-size.title_row * (title.row + title.lines / 2) - 4,
            foot=float(marks.top[title.key]),
        )
        for title in placement.titles
    )


class _Texts(NamedTuple):
    """The lines of a title in full, shortened, and in two lines."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    stacked: tuple[str, ...]

    def of(self, title: PlacedTitle) -> tuple[str, ...]:
        if title.lines == 2:
            return self.stacked
        return self.short if title.shortened else self.full


def in_two_lines(text: str, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at the space that makes its longer line shortest; empty if that spares little.

    Args:
        text: a line.
        measure: returns the width of a line.
    """
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if not spaces:
        return ()
    whole = measure(text)
    # The widths on both sides of a space are nearly those of the letters: the middle is near.
    near = sorted(spaces, key=lambda place: abs(2 * place - len(text)))[:4]
    broken = [(text[:place], text[place + 1 :]) for place in near]
    best = min(broken, key=lambda lines: max(map(measure, lines)))
    return best if max(map(measure, best)) <= _SPARED * whole else ()


def _is_bold(marks: Marks, position: int, chosen: int) -> bool:
    return bool(marks.importance[position] >= 5) or int(marks.event[position]) == chosen


def _heaviest(marks: Marks, in_view: IntArray, chosen: int) -> list[int]:
    """Return the most important events in view, in order of time."""
    if len(in_view) > MOST_TITLES:
        weight = marks.importance[in_view].astype(int)
        weight[marks.event[in_view] == chosen] = 99
        in_view = np.sort(in_view[np.lexsort((in_view, -weight))[:MOST_TITLES]])
    return [int(position) for position in in_view]
