"""Durations of events as bars, one path for each tone.

━━━━━━━━━    lasts               ━━━━━━━━▶    goes on: no end is given, or it is after the window
◀━━━━━━━━    open start          ━━━━━╍ ┄    ends, nobody knows when: fades
◢█████◣     the date is not exact: pointed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.figures.shapes import line, px
from dashboard.markup import h

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.markup import Markup

_HEIGHT = 7.0
"""Largest height of a bar in pixels."""
_ARROW = 7.0
"""Length of an arrow in pixels."""
_FADE = (0.0, 6.0, 12.0, 18.0)
"""Distances of the steps of a fading end from its tip, in pixels."""
_POINTED = 0.35
"""Length of each point of a pointed bar, as a share of the bar."""


def draw_bars(timeline: Timeline) -> Iterator[Markup]:
    """Yield the bars of all events, in lanes that hold a mark of the event."""
    marks = timeline.marks
    height = min(_HEIGHT, timeline.heights.sub_row - 1)
    paths: dict[str, list[str]] = {}
    for at in np.flatnonzero(marks.has_bar[marks.owner]).tolist():
        own = int(marks.owner[at])
        names = f"bar tone-{marks.mark_tone[at]}"
        left, right, y = float(marks.left[own]), float(marks.right[own]), float(marks.y[at])
        shape = _Bar(left, right, y, height / 2)
        if marks.soft[own]:
            paths.setdefault(names, []).append(shape.pointed())
            continue
        for step, path in shape.fading(
            bool(marks.unknown_start[own]), bool(marks.unknown_end[own])
        ):
            paths.setdefault(f"{names} {step}", []).append(path)
        opens = (bool(marks.open_start[own]), bool(marks.open_end[own]))
        paths.setdefault(names, []).append(
            shape.solid(opens, (marks.unknown_start[own], marks.unknown_end[own]))
        )
    for names, parts in paths.items():
        yield h.path(d="".join(parts), class_=names.strip())


class _Bar:
    """A bar between two pixels around ``y``, ``half`` pixels upward and downward."""

    def __init__(self, left: float, right: float, y: float, half: float) -> None:
        self.left, self.right, self.y, self.half = left, right, y, half

    def box(self, left: float, right: float) -> str:
        """Return the path of a part of the bar."""
        top, bottom = px(self.y - self.half), px(self.y + self.half)
        return f"M{px(left)} {top}H{px(right)}V{bottom}H{px(left)}Z"

    def pointed(self) -> str:
        """Return the path of a bar with both ends pointed."""
        point = (self.right - self.left) * _POINTED
        top, bottom = self.y - self.half, self.y + self.half
        corners = (
            (self.left, self.y),
            (self.left + point, top),
            (self.right - point, top),
            (self.right, self.y),
            (self.right - point, bottom),
            (self.left + point, bottom),
        )
        return line(corners, is_closed=True)

    def solid(self, is_open: tuple[bool, bool], is_unknown: tuple[bool, bool]) -> str:
        """Return the path of the certain part, with an arrow at each open end."""
        left, right = self.left, self.right
        left += _ARROW if is_open[0] else _FADE[-1] if is_unknown[0] else 0.0
        right -= _ARROW if is_open[1] else _FADE[-1] if is_unknown[1] else 0.0
        path = self.box(left, max(left, right))
        for tip, base, is_arrow in ((self.left, left, is_open[0]), (self.right, right, is_open[1])):
            if is_arrow:
                reach = self.half + 2
                corners = ((tip, self.y), (base, self.y - reach), (base, self.y + reach))
                path += line(corners, is_closed=True)
        return path

    def fading(self, at_start: bool, at_end: bool) -> Iterator[tuple[str, str]]:
        """Yield a class and the path of each step of the ends that fade."""
        for number in range(len(_FADE) - 1):
            near, far = _FADE[number], _FADE[number + 1]
            name = f"fade-{number}"
            if at_start:
                yield name, self.box(self.left + near, self.left + far)
            if at_end:
                yield name, self.box(self.right - far, self.right - near)
