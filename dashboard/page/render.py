"""Rendering: what the page shows of a selection, all of it from the same set of events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from dash import no_update

from dashboard.analysis.relations.network import lay_out_network
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.relations import draw_network
from dashboard.figures.timeline import draw_timeline
from dashboard.page.card import card
from dashboard.page.chips import chips, firm_switch, nodes_switch
from dashboard.page.event_list import event_rows, page_count, page_of_event
from dashboard.page.markup import markup
from dashboard.page.matrix import matrix
from dashboard.page.measure_tables import measure_tables
from dashboard.page.over_time_view import over_time_view
from dashboard.page.sequence_view import sequence_view
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.page.markup import Markup
    from dashboard.page.viewport import Viewport
    from dashboard.query.selection import Scope, Selected
    from dashboard.query.tables import Tables


def render_charts(dataset: Dataset, selection: Selection, viewport: Viewport) -> dict[str, Any]:
    """Return what the render callback owns, all of it from the same set of events."""
    tables = dataset.tables
    selected = selection.apply(tables)
    timeline = lay_out_timeline(dataset, selection, selected, viewport.room)
    scheme = viewport.scheme
    drawn = draw_timeline(timeline, tables, scheme, viewport.compact)
    drawn["layout"]["meta"]["query"] = selection.to_query()
    scope = selection.scope(tables, selected)
    figure: Any = no_update
    panel: Markup = []
    note = ""
    if selection.relations == "network":
        size = viewport.size(len(dataset.layout(selection.nodes).node))
        network = lay_out_network(dataset, selection, scope, size)
        figure = draw_network(network, tables, selection, scheme)
        note = network.hidden_in_words()
    else:
        panel = relations_panel(dataset, selection, scope, selected, viewport)
    return {
        "timeline": drawn,
        "relations": figure,
        "summary": selection.describe(tables, selected),
        "hidden": _hidden_in_words(timeline),
        "choices": {
            "chips": markup(chips(selection, tables)),
            "firm-only": markup(firm_switch(selection)),
            "relations-nodes": markup(nodes_switch(selection, tables)),
            "relations-note": [note] if note else [],
            "relations-panel": panel,
        },
    }


def relations_panel(
    dataset: Dataset, selection: Selection, scope: Scope, selected: Selected, viewport: Viewport
) -> Markup:
    """Return what shows the relations in any way but as a network."""
    tables = dataset.tables
    if selection.relations == "matrix":
        return [matrix(dataset, selection, scope.related)]
    if selection.relations == "over_time":
        return over_time_view(dataset, selection, scope.related, viewport)
    if selection.relations == "measures":
        return measure_tables(tables, selection, scope.related)
    return sequence_view(tables, selection, selected.visible)


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
) -> dict[str, Any]:
    """Return list and card; another set of events begins at its first page.

    Args:
        tables: what the file says.
        query: the selection.
        page: the page of the list that is open.
        listed: the query of the list before, without its event.
        turned: whether the reader turned the page.
        edits: whether the event can be edited.
    """
    selection = Selection.from_query(query, tables, strict=False)
    selected = selection.apply(tables)
    pages = page_count(selected)
    now_listed = replace(selection, event="").to_query()
    if selection.event and not turned:
        page = page_of_event(selected, tables.row_of[selection.event])
    elif now_listed != listed and not turned:
        page = 1
    page = min(page, pages)
    count = int(np.count_nonzero(selected.visible))
    return {
        "evidence": {
            "event-list": markup(event_rows(tables, selection, selected, page)),
            "event-details": markup(card(tables, selection, edits=edits)),
        },
        "pages": pages,
        "page": page,
        "heading": f"Events in view ({count:,})",
        "listed": now_listed,
    }
