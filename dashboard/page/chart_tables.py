"""The charts as tables, drawn when the reader unfolds them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.chart_tables import (
    tabulate_courses,
    tabulate_edges,
    tabulate_nodes,
)
from dashboard.analysis.relations.question import Question
from dashboard.analysis.relations.views import COMPUTE
from dashboard.analysis.timeline.chart_tables import (
    tabulate_bars,
    tabulate_events,
    tabulate_lanes,
    tabulate_periods,
    tabulate_strip,
)
from dashboard.analysis.timeline.lanes import lanes_of
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.timeline import lane_queries, lay_out_timeline
from dashboard.analysis.timeline.upright import lay_out_upright
from dashboard.markup import h, to_text
from dashboard.page.table import draw_table
from dashboard.query.selection import Selection
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.table import Table
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport


def render_tables(
    dataset: Dataset, query: str, charts: Iterable[str], viewport: Viewport
) -> dict[str, str]:
    """Return the tables of some charts as markup, by the id of their element.

    Args:
        dataset: the events file.
        query: query string of the selection.
        charts: keys of ``TABLES``.
        viewport: the sizes of the charts, on which their bars depend.
    """
    selection = Selection.from_query(query, dataset.tables, strict=False)
    asked = (dataset, selection, viewport)
    return {f"{name}-table": to_text(_draw(name, TABLES[name](*asked))) for name in charts}


def _draw(name: str, tables: Iterable[Table]) -> list[Markup]:
    drawn = [draw_table(table, titled=True) for table in tables if table.rows]
    if drawn:
        return drawn
    if name == "relations":
        return [h.p(gettext("This view holds all of its numbers as text."))]
    return [h.p(gettext("No event is in view."))]


def _timeline(dataset: Dataset, selection: Selection, viewport: Viewport) -> list[Table]:
    """Return the periods, the lanes, the single events and all bars of timeline and strip."""
    dataset = dataset.as_known_on(selection.as_known_on)
    tables, selected = dataset.tables, selection.apply(dataset.tables)
    chart = (dataset, selection, selected, viewport.plot_area)
    lanes = lanes_of(dataset, selection)
    bars = []
    if viewport.is_upright:
        ids = [row.id for row in lay_out_upright(*chart).rows]
    else:
        timeline = lay_out_timeline(*chart)
        ids = [event.id for event in timeline.events]
        bars = [tabulate_bars(timeline.density, lanes)] if timeline.density else []
    rows = np.array([tables.row_of[id_] for id_ in ids], dtype=np.int64)
    return [
        tabulate_periods(tables),
        tabulate_lanes(lanes, dataset.side, selected.visible, lane_queries(selection, lanes)),
        *bars,
        tabulate_events(tables, selection, rows[selected.visible[rows]]),
        tabulate_strip(lay_out_overview(*chart)),
    ]


def _relations(dataset: Dataset, selection: Selection, viewport: Viewport) -> list[Table]:
    """Return the tables of the view of the relations that is shown."""
    name = selection.view_of_relations(dataset.tables)
    question = Question.of(
        dataset.as_known_on(selection.as_known_on), selection, time_axis=viewport.course_area
    )
    if name in ("network", "matrix"):
        return [tabulate_edges(question), tabulate_nodes(question)]
    return [tabulate_courses(COMPUTE[name](question))] if name == "over_time" else []


TABLES: Mapping[str, Callable[[Dataset, Selection, Viewport], list[Table]]] = MappingProxyType(
    {"timeline": _timeline, "relations": _relations}
)
"""Functions that return the tables of a chart, by the name of the chart."""
