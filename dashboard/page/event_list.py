"""The list of events in view as markup; it holds the same events as the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.page.h import Markup, h
from dashboard.page.links import link

if TYPE_CHECKING:
    from dashboard.analysis.evidence.event_rows import EventList, EventRow

_FIRST_EVENT = """\
- date: 2023-10-22
  title: First trilateral air exercise
  actors: [South Korea, United States, Japan]"""


def draw_event_list(events: EventList) -> list[Markup]:
    """Return one item for each event of a page, or the next step if there is no event."""
    if events.rows:
        return [_row(row) for row in events.rows]
    if events.is_file_empty:
        words = "There are no events in the file yet. Add the first in three lines:"
        return [h.li(words, h.pre(_FIRST_EVENT), class_="empty")]
    clear = link(events.cleared, "Clear them")
    return [h.li("No event passes these filters. ", clear, class_="empty")]


def _row(row: EventRow) -> Markup:
    return h.li(
        link(
            row.query,
            h.span(row.when, class_="row-date"),
            h.span(row.title, class_="row-title", dir="auto"),
            h.span(row.status, class_=f"badge badge-{row.status}"),
            h.span(row.parties, class_="row-actors"),
            aria_current="true" if row.is_open else None,
        ),
        class_="row",
        data_event_id=row.id,
    )
