"""The list of events in view as markup; it holds the same events as the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup, h, link
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from dashboard.analysis.evidence.empty_list import Neighbour, Without
    from dashboard.analysis.evidence.event_rows import EventList, EventRow

_FIRST_EVENT = """\
- date: 2023-10-22
  title: First trilateral air exercise
  actors: [South Korea, United States, Japan]"""
_ARROWS = {"before": "←", "after": "→"}


def draw_event_list(events: EventList) -> list[Markup]:
    """Return one item for each event of a page, or the next steps if there is no event."""
    if events.rows:
        return [_row(row) for row in events.rows]
    if events.is_file_empty:
        words = "There are no events in the file yet. Add the first in three lines:"
        return [h.li(words, h.pre(_FIRST_EVENT), class_="empty")]
    clear = link(events.cleared, "Clear all filters")
    words = "No event is in this window." if events.neighbours else "No event passes these filters."
    ways = [*map(_neighbour, events.neighbours), *map(_without, events.without)]
    return [h.li(words, " ", clear, h.ul(ways) if ways else None, class_="empty")]


def _row(row: EventRow) -> Markup:
    style = STATUS_STYLES[row.status]
    return h.li(
        link(
            row.query,
            h.span(row.when, class_="row-date", title=row.day),
            key(row.tone, is_established=style.is_established),
            h.span(row.title, class_="row-title", dir="auto", lang=row.lang or None),
            h.span("✓", class_="row-tick", aria_hidden="true")
            if row.status == "confirmed"
            else None,
            h.span(row.status, class_="only-heard" if style.is_established else "row-status"),
            h.span(row.parties, class_="row-actors"),
            h.span(row.act, class_="row-act"),
            h.span(f"× {row.reports:,}", class_="row-reports", title=count(row.reports, "report"))
            if row.reports
            else None,
            aria_current="true" if row.is_open else None,
        ),
        class_="row",
        data_event_id=row.id,
        data_event=row.id,
        data_actors=row.linked.actors,
        data_dyads=row.linked.dyads,
    )


def _without(without: Without) -> Markup:
    return h.li("Without ", h.em(without.words), ": ", link(without.query, without.found))


def _neighbour(event: Neighbour) -> Markup:
    return h.li(
        h.span(_ARROWS[event.side], aria_hidden="true"),
        h.span(f" {event.side} ", class_="only-heard"),
        h.span(event.when, class_="row-date"),
        link(event.query, event.title, dir="auto", data_event=event.id),
    )
