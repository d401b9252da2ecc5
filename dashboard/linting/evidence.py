"""Rules about evidence: sources, claims, and the status that should follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.linting.findings import Finding, of_event, quoted, sources_of
from dashboard.model.problems import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dashboard.model.book import Book, Event

_FOR = ("asserts", "confirms")
_AGAINST = ("denies", "disputes")
_NAMED = 5
"""Speakers that a message names."""
_HIDES_A_CONFLICT = ("confirmed", "reported", "denied")
"""Statuses that leave no doubt where claims contradict each other."""


def no_source(book: Book) -> Iterator[Finding]:
    """Find events without any source."""
    for event in book.events:
        if not sources_of(event):
            yield of_event(event, f"{quoted(event)} has no source: add sources: [https://…]")


def single_source(book: Book) -> Iterator[Finding]:
    """Find allegations that rest on one source."""
    for event in book.events:
        if event.status == "alleged" and len(set(sources_of(event))) == 1:
            message = f"{quoted(event)} is alleged by a single source: add another"
            yield of_event(event, message)


def one_sided(book: Book) -> Iterator[Finding]:
    """Find allegations all of whose claims are made by one party, which is not among the accused.

    No file says for whom a publisher speaks, so parties are those of claims alone.
    """
    blocs = [actor.id for actor in book.listed if actor.kind == "bloc"]
    for event in book.events:
        if event.status != "alleged" or not event.claims:
            continue
        speakers = {party: None for claim in event.claims for party in _parties(book, claim.by)}
        side = _side_of(book, blocs, speakers)
        if side and side.isdisjoint(_with_members(book, event.actors)):
            named = [shown(book.directory.get(party).name) for party in list(speakers)[:_NAMED]]
            more = len(speakers) - _NAMED
            names = " and ".join([*named, f"{more} others"] if more > 0 else named)
            message = f"nobody but {names} speaks of {quoted(event)}"
            remedy = "add what the accused or a third party says, even if they decline to comment"
            yield of_event(event, f"{message}: {remedy}")


def status_conflict(book: Book) -> Iterator[Finding]:
    """Find contradicting claims under a status that does not say so."""
    for event in book.events:
        if len(event.claims) < 2 or event.status not in _HIDES_A_CONFLICT:
            continue
        said = [_speakers(book, event, stances) for stances in (_FOR, _AGAINST)]
        speaks_for, speaks_against = (
            [party for party in one if party not in other] for one, other in (said, said[::-1])
        )
        if speaks_for and speaks_against:
            sides = (speaks_for, speaks_against)
            names = [shown(book.directory.get(side[0]).name) for side in sides]
            message = f"{names[0]} says that it happened, {names[1]} that it did not"
            remedy = f'write status: disputed, or remove it, instead of "{event.status}"'
            yield of_event(event, f"of {quoted(event)} {message}: {remedy}")


def _parties(book: Book, actors: Iterable[str]) -> list[str]:
    """Return the countries that actors count for, else the actors themselves."""
    return [book.directory.get(actor).country or actor for actor in actors]


def _speakers(book: Book, event: Event, stances: Collection[str]) -> dict[str, None]:
    """Return the parties that take one of the stances, in their order."""
    return {
        party: None
        for claim in event.claims
        if claim.stance in stances
        for party in _parties(book, claim.by)
    }


def _side_of(book: Book, blocs: Iterable[str], speakers: Collection[str]) -> set[str]:
    """Return the one party that all speakers are of; nothing where they are of several.

    Countries are of one party when a bloc has them all: one of ``blocs``, or a speaker.
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
    """Return the parties of actors and, of blocs among them, those of the members."""
    found: set[str] = set()
    for actor in actors:
        entry = book.directory.get(actor)
        members = entry.members if entry.kind == "bloc" else ()
        found.update(_parties(book, (actor, *members)))
    return found
