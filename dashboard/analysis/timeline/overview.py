"""The overview strip: a histogram of the whole span of the file, and the window within it.

x = 0              left            right                  width
├──────────────────┼───────────────┼──────────────────────┤
span.lower         window.lower    window.upper           span.upper
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.span import shown_window
from dashboard.analysis.timeline.axis import PeriodBand, place_periods
from dashboard.analysis.timeline.density import Density, count_density
from dashboard.analysis.timeline.finding import find_events
from dashboard.analysis.timeline.scale import TimeScale

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.plot_area import PlotArea
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.window import Window


@dataclass(frozen=True)
class Overview:
    """The overview strip, in pixels.

    Attributes:
        width: width of the plot area.
        density: counts of one lane: all events that pass the filters, inside the window or not.
        span: the window that holds every event of the file.
        window: the window of the timeline.
        left, right: x of the ends of the window, between 0 and ``width``.
        last: instant of the last event of the file, in seconds.
        periods: bands of the periods of the file.
        finding: what the strip shows, in words.
    """

    width: float
    density: Density
    span: Window
    window: Window
    left: float
    right: float
    last: float
    periods: tuple[PeriodBand, ...]
    finding: str


def lay_out_overview(
    dataset: Dataset, selection: Selection, selected: Selected, plot_area: PlotArea
) -> Overview:
    """Compute the overview strip of a selection for a plot area."""
    instant, span = dataset.tables.instant, dataset.span
    window = shown_window(span, selection.window)
    matching = np.flatnonzero(selected.matching)
    scale = TimeScale.even(span, plot_area.width)
    ends = scale.to_x(np.array([window.lower, window.upper]))
    left, right = np.clip(ends, 0.0, plot_area.width).tolist()
    return Overview(
        width=plot_area.width,
        density=count_density(
            scale.to_x(instant),
            dataset.side,
            event=matching,
            lane=np.zeros_like(matching),
            lanes=1,
            width=plot_area.width,
        ),
        span=span,
        window=window,
        left=left,
        right=right,
        last=float(instant.max(initial=span.lower)),
        periods=place_periods(dataset.tables, scale, plot_area),
        finding=find_events(dataset, selected.matching),
    )
