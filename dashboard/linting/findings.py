"""Findings of a rule: each has a place in the file, a message and the accepted codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dashboard.model.actors import Actor
    from dashboard.model.book import Acceptance, Book, Event, Source


class Finding(NamedTuple):
    """One finding of a rule.

    Attributes:
        line: 1-based line in the file.
        column: 1-based column, in characters.
        message: what is wrong and what to do instead.
        accept: the codes that the file accepts for the event or for the file.
    """

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


def sources_of(event: Event) -> tuple[Source, ...]:
    """Return the sources of an event and of its claims, each once."""
    if not event.claims and len(event.sources) < 2:
        return event.sources
    of_claims = (claim.source for claim in event.claims if claim.source)
    return tuple(dict.fromkeys((*event.sources, *of_claims)))
