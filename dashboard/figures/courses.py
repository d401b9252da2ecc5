"""Courses over time as drawings: bars of all directions on one time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import h, link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.over_time import Bar, Direction, OverTime
    from dashboard.markup import Markup

MARGINS = (36.0, 26.0)
"""Width left and right of the plot area of a course, in pixels."""
_HEIGHT, _FOOT, _MARGIN = 96.0, 36.0, 4.0
"""Height of a drawing, height of the ticks, and margin above and below the bars, in pixels."""


class Courses:
    """The scales of the drawings, which all directions share."""

    def __init__(self, over_time: OverTime) -> None:
        self.spec, self.left = over_time, MARGINS[0]
        self.right = self.left + over_time.width
        events = max(over_time.highest + over_time.lowest, 1)
        self.unit = (_HEIGHT - 2 * _MARGIN) / events
        self.zero = _MARGIN + over_time.highest * self.unit

    def draw(self, one: Direction) -> Markup:
        """Return the bars of one direction."""
        zero = f"{self.zero:.1f}"
        return h.svg(
            self._scale(),
            h.line(x1=self.left, x2=self.right, y1=zero, y2=zero, class_="zero"),
            self._focus(),
            map(self._bar, one.bars),
            width=f"{self.right + MARGINS[1]:.0f}",
            height=_HEIGHT,
            class_="course",
            role="group",
            aria_label=one.who,
        )

    def _scale(self) -> Iterator[Markup]:
        """Yield the largest numbers of events at the upper and the lower end."""
        for count, y in ((self.spec.highest, 12.0), (self.spec.lowest, _HEIGHT - 2)):
            if count:
                yield _text(self.left - 6, y, str(count), "scale")

    def _bar(self, bar: Bar) -> Markup:
        rect = h.rect(
            x=f"{self.left + bar.left + 0.5:.1f}",
            y=f"{self.zero - bar.top * self.unit:.1f}",
            width=f"{max(bar.right - bar.left - 1, 1):.1f}",
            height=f"{(bar.top - bar.bottom) * self.unit:.1f}",
            class_=f"bar tone-{bar.tone}" + (" few" if bar.few else ""),
        )
        return link(bar.link.query, rect, class_="tip", aria_label=bar.link.words)

    def _focus(self) -> Markup | None:
        """Return a line at the start of the open event."""
        if self.spec.focus is None:
            return None
        x = f"{self.left + self.spec.focus:.1f}"
        return h.line(x1=x, x2=x, y1=0, y2=_HEIGHT, class_="focus-line")

    def foot(self) -> Markup:
        """Return the ticks of the time axis."""
        parts = (
            _text(self.left + tick.x, y, words, "tick")
            for tick in self.spec.ticks
            for words, y in ((tick.label, 12.0), (tick.context, 28.0))
            if words
        )
        width = f"{self.right + MARGINS[1]:.0f}"
        return h.svg(parts, width=width, height=_FOOT, class_="course-foot", aria_hidden="true")


def _text(x: float, y: float, words: str, class_: str) -> Markup:
    return h.text(words, x=f"{x:.1f}", y=f"{y:.1f}", class_=class_)
