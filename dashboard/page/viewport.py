"""The viewport: sizes, colour scheme and font width of a browser."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.analysis.relations.layout import Size, plot_height
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.figures.timeline import COMPACT_WIDTH, margins
from dashboard.page.browser_values import number, record


@dataclass(frozen=True)
class Viewport:
    """Sizes, colour scheme and font width that a browser reports, limited to reasonable values.

    Attributes:
        width: width of the timeline with its margins, in pixels.
        relations_width: width of the network, in pixels.
        scheme: ``light`` or ``dark``.
        scale: width of the browser's font, relative to the widths of ``text_width``.
    """

    width: float
    relations_width: float
    scheme: str
    scale: float

    @classmethod
    def of(cls, data: object) -> Viewport:
        """Read the report of a browser.

        Raises:
            BadValueError: the report is not an object with the two widths as numbers.
        """
        sent = record(data, "viewport")
        width, relations = (number(sent.get(name), name) for name in ("width", "relations"))
        scale = number(sent.get("scale", 1.0), "scale")
        return cls(
            width=min(max(width, 280.0), 6000.0),
            relations_width=min(max(relations, 240.0), 4000.0),
            scheme="dark" if sent.get("scheme") == "dark" else "light",
            scale=min(max(scale, 0.6), 2.0),
        )

    @property
    def compact(self) -> bool:
        """Whether the screen is small."""
        return self.width < COMPACT_WIDTH

    @property
    def plot_area(self) -> PlotArea:
        """The plot area of the timeline."""
        return PlotArea(self.width - sum(margins(self.compact)), self.compact, self.scale)

    def size(self, nodes: int) -> Size:
        """Return the plot area of a network with a number of nodes."""
        height = plot_height(nodes, self.relations_width)
        return Size(self.relations_width, height, self.scale)
