"""Records of the timeline as it is drawn: marks, titles, lanes and the axis, in pixels of the plot.

(0, 0) ┌──────────────────────┐
│ titles               │   x to the right, y downward from the upper left corner of the
│ ● lanes              │   plot: margins and the labels of the axis are outside
│ titles               │
└──────────────────────┘ (width, height)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.analysis.timeline.upright import UPRIGHT_BELOW, lay_out_upright
from dashboard.formats.look import read_size
from dashboard.model.codes import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.analysis.timeline.title_choice import Title
    from dashboard.analysis.timeline.upright import Upright
    from dashboard.query.selection import Selection

SIZES = {"width": (240.0, 6000.0, 1000.0), "height": (0.0, 4000.0, 0.0)}
"""Least, largest and usual value of each parameter of the plot, in pixels; a height of 0 is as high
as needed."""
_MARK_SIZE = 13.0
"""Diameter of the marks of the upright timeline, in pixels."""


def read_plot_area(query: Mapping[str, str]) -> PlotArea:
    """Return the plot area that a query asks for.

    >>> read_plot_area({"width": "900"})
    PlotArea(width=900.0, compact=False, scale=1.0, height=0.0)

    Raises:
        SelectionError: a size is not a number, or too small or too large.
    """
    width, height = (read_size(name, query.get(name), sizes) for name, sizes in SIZES.items())
    return PlotArea(width, height=height)


def timeline_records(dataset: Dataset, selection: Selection, plot_area: PlotArea) -> dict[str, Any]:
    """Return the timeline of a selection: upright if the plot area is narrow.

    Events that are withheld have marks without titles.
    """
    selected = selection.apply(dataset.tables)
    if plot_area.width < UPRIGHT_BELOW:
        records = _of_upright(lay_out_upright(dataset, selection, selected, plot_area))
    else:
        timeline = lay_out_timeline(dataset, selection, selected, plot_area)
        records = _of_timeline(timeline, plot_area.scale)
    withheld = dataset.tables.withheld_ids
    records["periods"] = _periods(dataset)
    records["titles"] = [title for title in records["titles"] if title["event"] not in withheld]
    return records


def _periods(dataset: Dataset) -> list[dict[str, str]]:
    """Return the periods of the file, with their dates as written."""
    columns = (dataset.tables.periods[name].tolist() for name in ("name", "date"))
    return [{"name": name, "date": date} for name, date in zip(*columns, strict=True)]


def _of_timeline(timeline: Timeline, scale: float) -> dict[str, Any]:
    """Return the records of a timeline whose time runs to the right."""
    marks, head = timeline.marks, timeline.head
    in_view = np.flatnonzero(marks.in_view[marks.owner]).tolist()
    top = timeline.lane_y - timeline.lane_height / 2 + head
    lanes = zip(
        timeline.lanes.ids,
        timeline.lanes.names,
        top.tolist(),
        timeline.lane_height.tolist(),
        strict=True,
    )
    stretches = zip(timeline.stretches, timeline.stretch_labels, strict=True)
    return {
        "is_upright": False,
        "width": timeline.width,
        "height": _pixels(head + timeline.height),
        "axis": [[second, _pixels(x)] for second, x in timeline.knots],
        "zone": timeline.zone,
        "lanes": [
            {"id": id_, "name": name, "y": _pixels(y), "height": _pixels(height)}
            for id_, name, y, height in lanes
        ],
        "marks": [_mark(timeline, number) for number in in_view],
        "titles": [_title(timeline, title, scale) for title in timeline.titles],
        "stretches": [{**one._asdict(), "label": label} for one, label in stretches],
        "is_histogram": timeline.density is not None,
        "before": timeline.before,
        "after": timeline.after,
        "nearest": [each._asdict() for each in timeline.nearest],
        "finding": timeline.finding,
    }


def _mark(timeline: Timeline, number: int) -> dict[str, Any]:
    marks = timeline.marks
    own = int(marks.owner[number])
    has_bar = bool(marks.has_bar[own])
    return {
        "event": timeline.events[own].id,
        "lane": timeline.lanes.ids[marks.lane[number]],
        "actor": str(marks.actor[number]),
        "role": Role(int(marks.role[number])).word,
        "x": _pixels(marks.x[own]),
        "y": _pixels(marks.y[number] + timeline.head),
        "x0": _pixels(marks.left[own]) if has_bar else None,
        "x1": _pixels(marks.right[own]) if has_bar else None,
        "size": float(marks.size[number]),
    }


def _title(timeline: Timeline, title: Title, scale: float) -> dict[str, Any]:
    heights = timeline.heights
    width = max(text_width(line, heights.font, title.bold, scale) for line in title.lines)
    left = title.x if title.side == "right" else title.x - width
    half = heights.title_row * len(title.lines) / 2
    middle = title.y + timeline.head
    box = _box(left, middle - half, left + width, middle + half)
    return {"event": title.id, "text": title.text, "box": box}


def _of_upright(upright: Upright) -> dict[str, Any]:
    """Return the records of a timeline whose time runs down: ``axis`` is pairs of second and y."""
    head = upright.head
    rows = zip(upright.rows, upright.top.tolist(), strict=True)
    return {
        "is_upright": True,
        "width": upright.width,
        "height": _pixels(head + upright.height),
        "axis": [[second, _pixels(y + head)] for second, y in upright.knots],
        "lanes": [{"id": it.id, "name": it.name, "x": _pixels(it.x)} for it in upright.columns],
        "marks": [
            {
                "event": mark.event,
                "lane": mark.lane,
                "actor": mark.actor,
                "role": Role(mark.role).word,
                "x": _pixels(mark.x),
                "y": _pixels(mark.y + head),
                "size": _MARK_SIZE,
            }
            for mark in upright.marks
        ],
        "bars": [
            {
                "event": upright.rows[span.row].id,
                "x": _pixels(span.x),
                "y0": _pixels(span.top + head),
                "y1": _pixels(span.bottom + head),
            }
            for span in upright.spans
        ],
        "titles": [
            {
                "event": row.id,
                "text": " ".join(row.title),
                "box": _box(upright.title_x, top + head, upright.width, top + head + row.height),
            }
            for row, top in rows
        ],
        "finding": upright.finding,
    }


def _box(*sides: float) -> list[float]:
    return [_pixels(side) for side in sides]


def _pixels(value: float) -> float:
    return round(float(value), 2)
