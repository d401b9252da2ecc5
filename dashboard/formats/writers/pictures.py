"""Charts as SVG, and as PNG on the command line by the optional extra ``png``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.formats.table import ExportError
from dashboard.formats.writers.charts import draw_picture
from dashboard.formats.writers.xml import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export

_SCALE = 2
"""Pixels of a PNG for each pixel of the drawing."""


def write_svg(export: Export) -> Iterator[str]:
    """Yield the chart as SVG; text stays text."""
    yield readable(draw_picture(export).svg())


def write_png(export: Export) -> Iterator[bytes]:
    """Yield the chart as PNG, twice as fine as the drawing.

    Raises:
        ExportError: the extra ``png`` is not installed.
    """
    try:
        import vl_convert
    except ImportError:
        remedy = "pip install 'geopolitical-timeline[png]', or choose svg, or use the page"
        raise ExportError(f"png needs a further package: {remedy}") from None
    yield vl_convert.svg_to_png("".join(write_svg(export)), scale=_SCALE)
