"""The list of events in view as markup; it holds the same events as the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup, h, link, woven
from dashboard.model.labels import STATUS_LABELS
from dashboard.words.language import gettext, grouped, ngettext, pgettext

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
        words = gettext("There are no events in the file yet. Add the first in three lines:")
        return [h.li(words, h.pre(_FIRST_EVENT), class_="empty")]
    clear = link(events.cleared, gettext("Clear all filters"))
    words = (
        gettext("No event is in this window.")
        if events.neighbours
        else gettext("No event passes these filters.")
    )
    ways = [*map(_neighbour, events.neighbours), *map(_without, events.without)]
    return [h.li(words, " ", clear, h.ul(ways) if ways else None, class_="empty")]


def _row(row: EventRow) -> Markup:
    style = STATUS_STYLES[row.status]
    status = STATUS_LABELS[row.status].inline
    return h.li(
        link(
            row.query,
            h.span(row.when, class_="row-date", title=row.day),
            key(row.tone, is_established=style.is_established),
            h.span(row.title, class_="row-title", dir="auto", lang=row.lang or None),
            h.span("✓", class_="row-tick", aria_hidden="true")
            if row.status == "confirmed"
            else None,
            h.span(status, class_="only-heard" if style.is_established else "row-status"),
            h.span(row.parties, class_="row-actors"),
            h.span(row.act, class_="row-act"),
            _reports(row.reports) if row.reports else None,
            aria_current="true" if row.is_open else None,
        ),
        class_="row",
        data_event_id=row.id,
        data_event=row.id,
        data_actors=row.linked.actors,
        data_dyads=row.linked.dyads,
    )


def _reports(n: int) -> Markup:
    words = ngettext("{n} report", "{n} reports", n)
    return h.span(f"× {grouped(n)}", class_="row-reports", title=words)


def _without(without: Without) -> Markup:
    # Translators: a remedy for an empty list: Without status: denied: 3 events.
    sentence = gettext("Without {filter}: {events}")
    found = link(without.query, without.found)
    return h.li(woven(sentence, filter=h.em(without.words), events=found))


def _neighbour(event: Neighbour) -> Markup:
    side = (
        pgettext("of an event that is before the window", "before")
        if event.side == "before"
        else pgettext("of an event that is after the window", "after")
    )
    return h.li(
        h.span(_ARROWS[event.side], aria_hidden="true"),
        h.span(" ", side, " ", class_="only-heard"),
        h.span(event.when, class_="row-date"),
        link(event.query, event.title, dir="auto", data_event=event.id),
    )
