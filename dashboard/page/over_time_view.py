"""Over time drawn: cooperation above and conflict below, on the time axis of the timeline."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.over_time import over_time
from dashboard.analysis.timeline.axis import axis_ticks
from dashboard.analysis.tone import tones_of
from dashboard.figures.timeline import margins
from dashboard.model.codes import Side
from dashboard.page.links import follow
from dashboard.page.markup import Markup, element
from dashboard.query.window import Window
from dashboard.words.numbers import count, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.relations.over_time import Course, OverTime, Tally
    from dashboard.page.viewport import Viewport
    from dashboard.query.columns import BoolArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_TALL, _FOOT = 96.0, 36.0
"""Height of a course, and of the ticks below the last, in pixels."""
_BAR = 11.0
"""The least width of a period in pixels: a bar must be wide enough to be hit."""
_STACK = (Side.NEUTRAL, Side.COOPERATION)
"""Sides that stand above the axis, from the upper end down to it: what is neutral on top."""


def over_time_view(
    dataset: Dataset, selection: Selection, related: BoolArray, viewport: Viewport
) -> list[Markup]:
    """Return the courses of the chosen dyad or actor, and in words what they show."""
    most = max(6, int(viewport.room.width / _BAR))
    found = over_time(dataset, selection, related, most)
    drawing = _Drawing(dataset.tables, selection, found, viewport)
    return [
        element("p", {"class": "quiet"}, _lead(found)),
        *(part for course in found.courses for part in drawing.course(course)),
        drawing.foot(),
        element("p", {"class": "quiet"}, _NOTE),
    ]


_NOTE = (
    "Blue stands above the axis for cooperation, red below it for conflict, grey for neutral acts; "
    "the shade is the mean score of the bar. Where there is no bar the file holds no event, which "
    "does not mean that nothing happened. An event that lasts over several periods counts in each."
)


def _lead(found: OverTime) -> str:
    each = f"Each bar counts the events of one {found.bins.unit}; a click lists them."
    if found.courses[0].dyad is None:
        return f"All acts in view. {each} Choose a dyad, or one country, to see each direction."
    if not found.focus:
        return f"{each} Open an event to compare what came before it and after it."
    return each


class _Drawing:
    """One drawing: the scales that its courses share."""

    def __init__(
        self, tables: Tables, selection: Selection, found: OverTime, viewport: Viewport
    ) -> None:
        self.tables, self.selection, self.found = tables, selection, found
        self.room, self.left = viewport.room, margins(viewport.compact)[0]
        window = found.window
        self.edges = (found.bins.edges - window.lower) * self.room.width / window.span + self.left
        up = max(int(course.n[1:].sum(axis=0).max(initial=0)) for course in found.courses)
        down = max(int(course.n[0].max(initial=0)) for course in found.courses)
        self.most = up, down
        self.unit = (_TALL - 8) / max(up + down, 1)
        self.zero = 4 + up * self.unit

    def course(self, course: Course) -> Iterator[Markup]:
        """Yield the heading of a course, what it was before and after, and its bars."""
        words = "All acts" if course.dyad is None else course.dyad.in_words(self.tables.actor_names)
        yield element(
            "h3", {"class": "course-name"}, words, element("span", {}, _told(course.total))
        )
        if course.before and course.after:
            yield self._change(course.before, course.after)
        bars = [bar for number in range(len(self.edges) - 1) for bar in self._bars(course, number)]
        zero, right = f"{self.zero:.1f}", self.left + self.room.width
        axis = {"x1": self.left, "x2": right, "y1": zero, "y2": zero, "class": "zero"}
        size = {"width": f"{right + 12:.0f}", "height": _TALL, "class": "course", "role": "group"}
        scale = [
            _text(self.left - 6, y, str(count), "scale")
            for count, y in zip(self.most, (12.0, _TALL - 2), strict=True)
            if count
        ]
        yield element(
            "svg",
            size | {"aria-label": words},
            *scale,
            element("line", axis),
            *self._focus(),
            *bars,
        )

    def _change(self, before: Tally, after: Tally) -> Markup:
        title = self.tables.events["title"].iat[self.tables.row_of[self.found.focus]]
        words = f"Before “{title}”: {_told(before)}. After it: {_told(after)}."
        return element("p", {"class": "course-change"}, words)

    def _bars(self, course: Course, number: int) -> Iterator[Markup]:
        y = 4.0 + (self.most[0] - course.n[1:, number].sum()) * self.unit
        for side in (*_STACK, Side.CONFLICT):
            n = int(course.n[side, number])
            if not n:
                continue
            top = self.zero if side == Side.CONFLICT else y
            y += n * self.unit if side != Side.CONFLICT else 0
            yield self._bar(course, number, side, top)

    def _bar(self, course: Course, number: int, side: Side, top: float) -> Markup:
        n, mean = int(course.n[side, number]), float(course.mean[side, number])
        edges = self.found.bins.edges
        window = Window.spanning(int(edges[number]), int(edges[number + 1]))
        when, what = window.in_words(), side.word
        if course.dyad is None:
            # No filter parts all acts by their side: a click lists all of the period.
            n = int(course.n[:, number].sum())
            words = f"{when}: {_events(n)}"
            chosen = replace(self.selection, window=window, event="")
        else:
            dyad = replace(course.dyad, side=what)
            who = dyad.in_words(self.tables.actor_names)
            words = f"{when}, {who}: {_events(n)}, mean {signed(mean)}"
            chosen = replace(self.selection, window=window, dyad=dyad, event="")
        left, right = self.edges[number], self.edges[number + 1]
        tall = int(course.n[side, number]) * self.unit
        rect = {
            "x": f"{left + 0.5:.1f}",
            "y": f"{top:.1f}",
            "width": f"{max(right - left - 1, 1):.1f}",
            "height": f"{tall:.1f}",
            "class": f"bar tone-{int(tones_of(np.array([mean]))[0])}",
        }
        link = {"href": follow(chosen), "class": "tip", "aria-label": words}
        return element("a", link, element("rect", rect))

    def _focus(self) -> list[Markup]:
        """Return a line where the open event begins."""
        row = self.tables.row_of.get(self.found.focus, -1)
        if row < 0:
            return []
        window = self.found.window
        x = (self.tables.lower[row] - window.lower) * self.room.width / window.span + self.left
        if not self.left <= x <= self.left + self.room.width:
            return []
        line = {"x1": f"{x:.1f}", "x2": f"{x:.1f}", "y1": 0, "y2": _TALL, "class": "focus-line"}
        return [element("line", line)]

    def foot(self) -> Markup:
        """Return the ticks of the time axis."""
        parts = [
            _text(tick.x + self.left, y, words, "tick")
            for tick in axis_ticks(self.found.window, self.room)
            if 0 <= tick.x <= self.room.width
            for words, y in ((tick.label, 12.0), (tick.context, 28.0))
            if words
        ]
        width = f"{self.left + self.room.width + 12:.0f}"
        return element("svg", {"width": width, "height": _FOOT, "aria-hidden": "true"}, *parts)


def _text(x: float, y: float, words: str, kind: str) -> Markup:
    return element("text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "class": kind}, words)


def _told(tally: Tally) -> str:
    return _events(tally.n) + ("" if isnan(tally.mean) else f", mean {signed(tally.mean)}")


def _events(n: int) -> str:
    return count(n, "event") if n else "no event"
