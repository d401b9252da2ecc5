"""Rendering: what the page shows of a selection, all of it from the same set of events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from dash import no_update

from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.timeline import draw_timeline
from dashboard.page.card import card
from dashboard.page.chips import chips, firm_switch, nodes_switch
from dashboard.page.event_list import event_rows, page_count, page_of_event
from dashboard.page.markup import markup
from dashboard.page.relations.views import draw_view
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.page.relations.views import DrawnView
    from dashboard.page.viewport import Viewport
    from dashboard.query.selection import Selected
    from dashboard.query.tables import Tables


def render_charts(dataset: Dataset, selection: Selection, viewport: Viewport) -> tuple[Any, ...]:
    """Return what the render callback owns, all of it from the same set of events."""
    tables = dataset.tables
    selected = selection.apply(tables)
    timeline = lay_out_timeline(dataset, selection, selected, viewport.room)
    scheme = viewport.scheme
    drawn = draw_timeline(timeline, tables, scheme, viewport.compact)
    drawn["layout"]["meta"]["query"] = selection.to_query()
    view = _draw_relations(dataset, selection, selected, viewport)
    return (
        drawn,
        no_update if view.figure is None else view.figure,
        selection.describe(tables, selected),
        _hidden_in_words(timeline),
        {
            "chips": markup(chips(selection, tables)),
            "firm-only": markup(firm_switch(selection)),
            "relations-nodes": markup(nodes_switch(selection, tables)),
            "relations-note": [view.note] if view.note else [],
            "relations-panel": view.panel,
        },
    )


def _draw_relations(
    dataset: Dataset, selection: Selection, selected: Selected, viewport: Viewport
) -> DrawnView:
    """Draw the view of the relations that the selection asks for."""
    size = viewport.size(len(dataset.layout(selection.nodes).ids))
    question = Question.of(
        dataset, selection, selected=selected, size=size, time_axis=viewport.room
    )
    return draw_view(question, viewport)


def _hidden_in_words(timeline: Timeline) -> str:
    if timeline.hidden <= 0:
        return ""
    more = f"+{timeline.hidden:,} more, zoom in"
    return f"{more} or click a bar" if timeline.density else more


def render_evidence(
    tables: Tables,
    query: str,
    page: int,
    listed: str | None,
    turned: bool,
    *,
    edits: bool = False,
) -> tuple[Any, ...]:
    """Return list and card; another set of events begins at its first page.

    Args:
        tables: what the file says.
        query: the selection.
        page: the page of the list that is open.
        listed: the query of the list before, without its event.
        turned: whether the reader turned the page.
        edits: whether the event can be edited.
    """
    selection = Selection.from_query(query, tables)
    selected = selection.apply(tables)
    pages = page_count(selected)
    now_listed = replace(selection, event="").to_query()
    if selection.event and not turned:
        page = page_of_event(selected, tables.row_of[selection.event])
    elif now_listed != listed and not turned:
        page = 1
    page = min(page, pages)
    count = int(np.count_nonzero(selected.visible))
    return (
        {
            "event-list": markup(event_rows(tables, selection, selected, page)),
            "event-details": markup(card(tables, selection, edits=edits)),
        },
        pages,
        page,
        f"Events in view ({count:,})",
        now_listed,
    )
