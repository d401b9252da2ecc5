"""The viewport: the plot areas, the colour scheme and the font width that a browser reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.analysis.relations.layout import Size, plot_height
from dashboard.analysis.timeline.room import Room
from dashboard.figures.timeline import margins


@dataclass(frozen=True)
class Viewport:
    """What a browser reports, limited to reasonable sizes.

    Attributes:
        width: width of the timeline with its margins, in pixels.
        relations_width: width of the network, in pixels.
        scheme: ``light`` or ``dark``.
        scale: see ``text_width``.
    """

    width: float
    relations_width: float
    scheme: str
    scale: float

    @classmethod
    def of(cls, data: dict[str, Any]) -> Viewport:
        """Read what ``assets/viewport.js`` sends."""
        return cls(
            width=min(max(float(data["width"]), 280.0), 6000.0),
            relations_width=min(max(float(data["relations"]), 240.0), 4000.0),
            scheme="dark" if data.get("scheme") == "dark" else "light",
            scale=min(max(float(data.get("scale", 1.0)), 0.6), 2.0),
        )

    @property
    def compact(self) -> bool:
        """Whether the screen is small."""
        return self.width < 640

    @property
    def room(self) -> Room:
        """The plot area of the timeline."""
        return Room(self.width - sum(margins(self.compact)), self.compact, self.scale)

    def size(self, nodes: int) -> Size:
        """Return the plot area of a network with a number of nodes."""
        height = plot_height(nodes, self.relations_width)
        return Size(self.relations_width, height, self.scale)
