"""The strip of the whole span as a drawing: periods, one small histogram, and the window in it.

┌──────────▒▒▒▒ Talks ▒▒▒▒▒──────────┐   a row of periods
│  ▂   ▃█▂        ▁   ▂              │   the histogram
└──────────[   window   ]────────────┘
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dashboard.analysis.timeline.axis import count_rows
from dashboard.figures.histogram import draw_counts
from dashboard.figures.shapes import px
from dashboard.figures.timeline import margins
from dashboard.markup import h

if TYPE_CHECKING:
    from dashboard.analysis.timeline.axis import PeriodBand
    from dashboard.analysis.timeline.overview import Overview
    from dashboard.markup import Markup

PERIOD_ROW = 14.0
"""Height of a row of periods in pixels."""
_COUNTS = 10.0
"""Height of the histogram in pixels."""
_LEAST = 3
"""Smallest width of the box of the window, in pixels."""


def draw_overview(overview: Overview) -> Markup:
    """Return the drawing of the strip.

    Its attributes hold the whole span in seconds (``data-lower``, ``data-upper``), the instant of
    the last event (``data-last``) and the scale; see ``draw_timeline``.
    """
    left, right, *_ = margins(overview.width)
    width, span = overview.width, overview.span
    top = PERIOD_ROW * count_rows(overview.periods)
    height = top + _COUNTS + (0 if top else 8)
    return h.svg(
        h.g(
            h.rect(width=px(width), height=px(height), class_="plot-area strip"),
            map(_period, overview.periods),
            draw_counts(overview.density, (top + height) / 2, (height - top) / 2 - 1),
            h.rect(
                x=px(overview.left),
                width=px(max(overview.right - overview.left, _LEAST)),
                y="0.75",
                height=px(height - 1.5),
                class_="window",
            ),
            transform=f"translate({left} 0)",
        ),
        class_="overview",
        width=px(width + left + right),
        height=px(height),
        data_axis=json.dumps([[span.lower, 0], [span.upper, round(width, 2)]]),
        data_width=px(width),
        data_lower=span.lower,
        data_upper=span.upper,
        data_last=overview.last,
    )


def _period(band: PeriodBand) -> list[Markup]:
    """Return the bar of a period with its name."""
    top = band.row * PERIOD_ROW
    width = px(band.right - band.left)
    return [
        h.rect(x=px(band.left), y=px(top + 1), width=width, height="12", class_="period"),
        h.text(band.name, x=px(band.middle), y=px(top + 11), class_="period-name"),
    ]
