"""Rules about evidence: sources, claims, and the status that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_event, sources_of
from dashboard.model.standing import contradiction
from dashboard.words.lists import listed
from dashboard.words.numbers import count
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dashboard.model.book import Book

_WITHOUT_DOUBT = ("confirmed", "reported", "denied")
"""Statuses that do not show a contradiction between claims."""
_NAMED = 5
"""Largest number of speakers that a message names."""


def no_source(book: Book) -> Iterator[Finding]:
    """Find events without any source."""
    for event in book.events:
        if not sources_of(event):
            yield of_event(event, f"{quoted(event.title)} has no source: add sources: [https://…]")


def single_source(book: Book) -> Iterator[Finding]:
    """Find allegations that rest on one source."""
    for event in book.events:
        if event.status == "alleged" and len(set(sources_of(event))) == 1:
            message = f"{quoted(event.title)} is alleged by a single source: add another"
            yield of_event(event, message)


def one_sided(book: Book) -> Iterator[Finding]:
    """Find allegations whose claims are all made by one party that does not act in the event.

    Only claims count as voices: a file does not say for whom a publisher speaks.
    """
    blocs = [actor.id for actor in book.listed if actor.kind == "bloc"]
    for event in book.events:
        if event.status != "alleged" or not event.claims:
            continue
        speakers = {party: None for claim in event.claims for party in _parties(book, claim.by)}
        side = _side_of(book, blocs, speakers)
        if side and side.isdisjoint(_with_members(book, event.actors)):
            names = [extract(book.directory.get(party).name) for party in list(speakers)[:_NAMED]]
            names += [count(len(speakers) - _NAMED, "other")] if len(speakers) > _NAMED else []
            message = f"{quoted(event.title)} is a claim of {listed(names)} alone"
            remedy = "add what the accused or a third party says, even if they decline to comment"
            yield of_event(event, f"{message}: {remedy}")


def status_conflict(book: Book) -> Iterator[Finding]:
    """Find claims that contradict each other under a status that does not show it."""
    for event in book.events:
        if event.status not in _WITHOUT_DOUBT:
            continue
        sides = contradiction(event, book.directory.party_of)
        if sides:
            names = [extract(book.directory.get(side).name) for side in sides]
            message = f"{names[0]} says that {quoted(event.title)} happened, {names[1]} denies it"
            remedy = f'write status: disputed, or remove it, instead of "{event.status}"'
            yield of_event(event, f"{message}: {remedy}")


def _parties(book: Book, actors: Iterable[str]) -> list[str]:
    """Return the countries that actors count for, else the actors themselves."""
    return list(map(book.directory.party_of, actors))


def _side_of(book: Book, blocs: Iterable[str], speakers: Collection[str]) -> set[str]:
    """Return the party that all speakers belong to, or an empty set if they belong to several.

    Countries belong to one party if they are all members of a bloc: one of ``blocs``, or a
    speaker.
    """
    if len(speakers) == 1:
        return _with_members(book, speakers)
    for actor in dict.fromkeys((*blocs, *speakers)):
        if book.directory.get(actor).kind == "bloc":
            side = _with_members(book, [actor])
            if side.issuperset(speakers):
                return side
    return set()


def _with_members(book: Book, actors: Iterable[str]) -> set[str]:
    """Return the parties of actors; a bloc adds the parties of its members."""
    found: set[str] = set()
    for actor in actors:
        entry = book.directory.get(actor)
        members = entry.members if entry.kind == "bloc" else ()
        found.update(_parties(book, (actor, *members)))
    return found
