"""The list of events in view: the accessible twin of the charts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from dash import html

from dashboard.figures.hover import actors_in_words
from dashboard.model.dates import words_of
from dashboard.page.attributes import aria, data
from dashboard.page.links import link

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

PAGE_SIZE = 25
_FIRST_EVENT = """\
- date: 2023-10-22
  title: First trilateral air exercise
  actors: [South Korea, United States, Japan]"""


def page_count(selected: Selected) -> int:
    """Return the number of pages that the events in view fill, at least one."""
    return max(1, -(-int(np.count_nonzero(selected.visible)) // PAGE_SIZE))


def page_of_event(selected: Selected, row: int) -> int:
    """Return the 1-based page on which an event stands; 1 if it is not in view."""
    if row < 0 or not selected.visible[row]:
        return 1
    return int(np.count_nonzero(selected.visible[:row])) // PAGE_SIZE + 1


def event_rows(
    tables: Tables, selection: Selection, selected: Selected, page: int
) -> list[Component]:
    """Return one row for each event of a page, or what to do when there is none."""
    rows = np.flatnonzero(selected.visible)[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    if not len(rows):
        return [_nothing(tables, selection)]
    events = tables.events.iloc[rows]
    columns = (events[name] for name in ("id", "date", "title", "status"))
    parts = zip(*columns, actors_in_words(tables, rows), strict=True)
    return [
        html.Li(
            link(
                [
                    html.Span(words_of(date), className="row-date"),
                    html.Span(title, className="row-title"),
                    html.Span(status, className=f"badge badge-{status}"),
                    html.Span(who, className="row-actors"),
                ],
                replace(selection, event=id_),
                **(aria(current="true") if id_ == selection.event else {}),
            ),
            className="row",
            **data(event_id=id_),
        )
        for id_, date, title, status, who in parts
    ]


def _nothing(tables: Tables, selection: Selection) -> Component:
    if tables.events.empty:
        return html.Li(
            [
                "There are no events in the file yet. Add the first in three lines:",
                html.Pre(_FIRST_EVENT),
            ],
            className="empty",
        )
    return html.Li(
        ["No event passes these filters. ", link("Clear them", selection.unfiltered)],
        className="empty",
    )
