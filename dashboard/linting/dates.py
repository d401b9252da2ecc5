"""Rules about dates: events and sources in an impossible order, and dates that are too precise."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import inf
from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_event, sources_of
from dashboard.model.actor_table import before_and_after
from dashboard.model.calendar import DAY_SECONDS, days_from_civil, years_between
from dashboard.model.date_parts import words_of
from dashboard.model.edtf import may_be_years
from dashboard.model.labels import LINK_LABELS
from dashboard.model.zones import doubts_about_zone
from dashboard.words.lists import listed
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.actor import Actor
    from dashboard.model.book import Book, Event
    from dashboard.model.dates import EventDate

_MIDNIGHT = re.compile(r"T00:00(:00)?(Z|[+-]\d\d:\d\d)")
_CACHED = 16_384
"""Number of texts of dates whose doubts are cached."""
_FINE = ("minute", "day")
"""Precisions fine enough to order two dates."""


def source_before_event(book: Book) -> Iterator[Finding]:
    """Find sources that were published more than a day before the event."""
    for event in book.events:
        begins = event.date.lower - DAY_SECONDS
        for source in sources_of(event):
            if source.date is not None and source.date.upper <= begins:
                name = source.publisher or source.title or source.url or source.author
                message = f"source {quoted(name)} is dated {source.date.text}, before the event"
                yield of_event(event, f"{message} ({event.date.text}): check both dates")


def date_too_precise(book: Book) -> Iterator[Finding]:
    """Find events dated to the day whose sources are all dated only to that month or year.

    A source from a later month or year, such as a book about the event, is not counted.
    """
    for event in book.events:
        if event.date.precision not in _FINE or _is_marked(event.date):
            continue
        dates = [source.date for source in sources_of(event)]
        if dates and all(date and _may_be_before_or_after(date, event.date) for date in dates):
            known = listed(dict.fromkeys(date.text for date in dates if date))
            message = f"{quoted(event.title)} is dated {event.date.text}, but its sources only"
            remedy = "date the sources to the day, or the event less exactly"
            yield of_event(event, f"{message} {known}: {remedy}")


def doubtful_date(book: Book) -> Iterator[Finding]:
    """Find dates and zones that a table or a habit writes so, but that may mean something else."""
    zones: set[str] = set()
    for event in book.events:
        if event.zone not in zones and (doubts := doubts_about_zone(event.zone)):
            yield of_event(event, f"{doubts}, or accept it")
        zones.add(event.zone)
        dates = [event.date, event.known, *[claim.date for claim in event.claims]]
        dates += [source.date for source in sources_of(event)]
        for text in dict.fromkeys([date.text for date in dates if date]):
            if doubt := _doubt(text):
                yield of_event(event, f"{text} {doubt}, or accept it")


@lru_cache(maxsize=_CACHED)
def _doubt(text: str) -> str:
    """Return the other meaning of a date and the remedy, or an empty text."""
    if _MIDNIGHT.search(text):
        days = _MIDNIGHT.sub("", text)
        return f"is one second at midnight, to a table often the whole day: write {days}"
    if later := may_be_years(text):
        means = f"is read as {words_of(text)}, and may mean {text[:4]} to {later}"
        return f"{means}: write {text[:4]}/{later}"
    return ""


def known_before_event(book: Book) -> Iterator[Finding]:
    """Find events that became public before they happened."""
    for event in book.events:
        if event.known is not None and event.known.upper <= event.date.lower:
            message = f"known since {event.known.text}, before the event ({event.date.text})"
            yield of_event(event, f"{message}: check both dates")


def response_before_event(book: Book) -> Iterator[Finding]:
    """Find events that ended before the events began which they answer, continue or break."""
    events: dict[str, Event] = {}
    for event in book.events:
        for kind, targets in event.links:
            events = events or {other.id: other for other in book.events}
            for target in targets:
                earlier = events[target]
                mine, other = _compared(kind, event), _compared(kind, earlier)
                if _is_surely_before(mine, other):
                    verb = LINK_LABELS[kind].english_inline
                    message = f"{quoted(event.title)} ({mine.text}) {verb} a later event,"
                    message = f"{message} {quoted(earlier.title)} ({other.text})"
                    yield of_event(event, f"{message}: check both dates, or reverse the link")


def actor_years(book: Book) -> Iterator[Finding]:
    """Find states and groups in events outside their years."""
    bounds_of = cache(lambda actor_id: _bounds(book.directory.get(actor_id).active))
    for event in book.events:
        lower, upper = event.date.lower, event.date.upper
        for actor_id in dict.fromkeys(event.actors + event.targets + event.aimed_at):
            begin, end = bounds_of(actor_id)
            if upper <= begin or end <= lower:
                actor = book.directory.get(actor_id)
                years = years_between(lower, upper)
                message = f"{extract(actor.name)} existed {_span(actor)}, not in {event.date.text}"
                then = [
                    quoted(other.name)
                    for other in (book.directory.find(id_) for id_ in before_and_after(actor_id))
                    if other is not None and other.existed_in(years)
                ]
                remedy = f"name {listed(then, 'or') if then else 'the actor of that time'}"
                yield of_event(event, f"{message}: {remedy}, or correct the date")


def _bounds(active: tuple[int | None, int | None]) -> tuple[float, float]:
    """Return the years of an actor as seconds since 1970, half-open."""
    first, last = active
    return (
        -inf if first is None else days_from_civil(first, 1, 1) * DAY_SECONDS,
        inf if last is None else days_from_civil(last + 1, 1, 1) * DAY_SECONDS,
    )


def _span(actor: Actor) -> str:
    """Return the years of an actor in words: "1922–1991", "from 1948"."""
    first, last = actor.active
    if last is None:
        return f"from {first}"
    return f"{first}–{last}" if first is not None else f"until {last}"


def _is_marked(date: EventDate) -> bool:
    return date.approximate or date.uncertain or date.once


def _may_be_before_or_after(date: EventDate, event: EventDate) -> bool:
    """Return whether a date is a month or year that contains the event: their order is unknown."""
    return date.precision not in _FINE and date.lower <= event.lower and event.upper <= date.upper


def _compared(kind: str, event: Event) -> EventDate:
    """Return the date that a link compares: of a correction, the date when it became public."""
    return event.known or event.date if kind == "corrects" else event.date


def _is_surely_before(one: EventDate, other: EventDate) -> bool:
    if _is_marked(one) or _is_marked(other):
        return False
    # The day may be in another zone than the file says.
    slack = 0 if one.precision == other.precision == "minute" else DAY_SECONDS
    return one.upper <= other.lower - slack
