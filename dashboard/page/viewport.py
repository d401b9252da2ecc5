"""The viewport: sizes of the charts and font width of a browser."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.analysis.relations.layout import Size
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.upright import UPRIGHT_BELOW
from dashboard.figures.courses import MARGINS
from dashboard.figures.timeline import margins
from dashboard.page.browser_values import BadValueError, items, number, record

_SMALLEST, _LARGEST = (240.0, 0.0), (6000.0, 4000.0)
"""Bounds of the width and the height of a chart, in pixels."""


@dataclass(frozen=True)
class Viewport:
    """Sizes and font width that a browser reports, limited to reasonable values.

    Attributes:
        timeline, relations, change: width and height of the box of each chart, in pixels; a height
            of 0 is as high as needed.
        scale: width of the browser's font, relative to the widths of ``text_width``.
    """

    timeline: tuple[float, float]
    relations: tuple[float, float]
    change: tuple[float, float]
    scale: float

    @classmethod
    def of(cls, data: object) -> Viewport:
        """Read the report of a browser.

        >>> sent = {"timeline": [980, 400], "relations": [500, 320], "change": [500, 320]}
        >>> Viewport.of(sent).timeline
        (980.0, 400.0)

        Raises:
            BadValueError: the report is not an object with two numbers for each chart.
        """
        sent = record(data, "viewport")
        scale = number(sent.get("scale", 1.0), "scale")
        rooms = {name: _box(sent.get(name), name) for name in ("timeline", "relations", "change")}
        return cls(**rooms, scale=min(max(scale, 0.6), 2.0))

    @property
    def is_upright(self) -> bool:
        """Whether time runs down in the timeline, because it is narrow."""
        left, right, *_ = margins(self.timeline[0])
        return self.timeline[0] - left - right < UPRIGHT_BELOW

    @property
    def plot_area(self) -> PlotArea:
        """The plot area of the timeline."""
        width, height = self.timeline
        if self.is_upright:
            return PlotArea(width, scale=self.scale)
        left, right, top, foot = margins(width)
        return PlotArea(width - left - right, False, self.scale, max(height - top - foot, 0.0))

    @property
    def strip_area(self) -> PlotArea:
        """The plot area of the strip above the timeline, on which time always runs to the right."""
        left, right, *_ = margins(self.timeline[0])
        return PlotArea(self.timeline[0] - left - right, False, self.scale)

    @property
    def course_area(self) -> PlotArea:
        """The plot area of the courses over time, in the panel of the relations."""
        return PlotArea(self.relations[0] - sum(MARGINS), scale=self.scale)

    @property
    def network_area(self) -> Size:
        """The plot area of the network."""
        return Size(*self.relations, self.scale)


def _box(value: object, name: str) -> tuple[float, float]:
    sides = items(value, name)
    if len(sides) != 2:
        raise BadValueError(f'"{name}" is not a width and a height')
    given = zip((number(side, name) for side in sides), _SMALLEST, _LARGEST, strict=True)
    width, height = (min(max(side, least), most) for side, least, most in given)
    return width, height
