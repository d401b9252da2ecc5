"""What a rule found: a place in the file, a message, and what the author accepts there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.problems import shown

if TYPE_CHECKING:
    from dashboard.model.actors import Actor
    from dashboard.model.book import Acceptance, Book, Event, Source


class Finding(NamedTuple):
    """One finding: its 1-based place, and the codes that the file accepts of what it is about."""

    line: int
    column: int
    message: str
    accept: tuple[Acceptance, ...]


def of_event(event: Event, message: str) -> Finding:
    """Return a finding about an event."""
    return Finding(event.line, event.column, message, event.accept)


def of_actor(book: Book, actor: Actor, message: str) -> Finding:
    """Return a finding about an actor of the file's own list."""
    return Finding(*book.places[actor.id], message, book.accept)


def quoted(event: Event) -> str:
    """Return the title of an event as messages quote it."""
    return f'"{shown(event.title)}"'


def sources_of(event: Event) -> tuple[Source, ...]:
    """Return the sources of an event and of its claims, each once."""
    if not event.claims and len(event.sources) < 2:
        return event.sources
    of_claims = (claim.source for claim in event.claims if claim.source)
    return tuple(dict.fromkeys((*event.sources, *of_claims)))
