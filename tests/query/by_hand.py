"""The rules of relations and filters once more, in plain Python and one event at a time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import product

from dashboard.model.actors import ActorDirectory
from dashboard.model.book import Book, Event
from dashboard.model.dates import parse_date
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection

Relation = tuple[str, str, str, float, str]
"""Event id, source, target, score, kind."""


def country_of(actor: str, directory: ActorDirectory) -> str:
    return directory.get(actor).country or actor


def relations_by_hand(book: Book, level: str) -> set[Relation]:
    return {relation for event in book.events for relation in _relations(event, book, level)}


def _relations(event: Event, book: Book, level: str) -> Iterator[Relation]:
    def those(actors: tuple[str, ...]) -> list[str]:
        if level == "actor":
            return list(actors)
        return [country_of(actor, book.directory) for actor in actors]

    actors, targets, aimed_at = map(those, (event.actors, event.targets, event.aimed_at))
    found: dict[tuple[str, str], tuple[float, str]] = {}
    joint = 1.0 if event.joint_score is None else event.joint_score
    signal = -7.2 if event.signal_score is None else event.signal_score
    among = (joint, "joint") if targets else (event.score, "mutual")
    # From the weakest to the strongest: what comes later takes the place of what came before.
    found |= dict.fromkeys(product(actors, actors), among)
    found |= dict.fromkeys(product(actors, aimed_at), (signal, "signal"))
    found |= dict.fromkeys(product(actors, targets), (event.score, "directed"))
    for (source, target), (score, kind) in found.items():
        if source != target:
            yield event.id, source, target, score, kind


def picked_by_hand(book: Book, selection: Selection) -> tuple[set[str], set[str]]:
    """Ids of the events that match, and of those that are visible."""
    matching = {event.id for event in book.events if _matches(event, book, selection)}
    window = selection.window
    visible = {
        event.id
        for event in book.events
        if event.id in matching
        and (
            window is None or (event.date.lower < window.upper and window.lower < event.date.upper)
        )
    }
    return matching, visible


def _matches(event: Event, book: Book, selection: Selection) -> bool:
    everyone = (*event.actors, *event.targets, *event.aimed_at)
    there = {country_of(actor, book.directory) for actor in everyone}
    all_or_any = all if selection.match == "all" else any
    relations = list(_relations(event, book, selection.nodes))
    taking_part = set(everyone)
    known = (event.known or event.date).lower
    place = event.place.name if event.place else ""
    text = bare(" ".join((event.title, event.description, place, *event.tags)))
    return (
        (not selection.countries or all_or_any(id_ in there for id_ in selection.countries))
        and (not selection.types or event.type in selection.types)
        and (not selection.statuses or _status(event, selection.as_known_on) in selection.statuses)
        and all(word in text for word in bare(selection.text).split())
        and taking_part.issuperset(selection.actors)
        and (
            not selection.dyads
            or any(of_dyad(dyad, one) for dyad in selection.dyads for one in relations)
        )
        and (not selection.as_known_on or known < parse_date(selection.as_known_on).upper)
    )


def _status(event: Event, day: str) -> str:
    """The status on a day of an event without claims and sources."""
    dates = [date for date in (event.date, event.known) if date and not date.open_end]
    if not day or all(date.upper <= parse_date(day).upper for date in dates):
        return event.status
    return "reported"


def of_dyad(dyad: Dyad, relation: Relation) -> bool:
    """Whether a relation is one of those that a dyad asks for."""
    _, source, target, score, _ = relation
    ways = [(dyad.source, dyad.target)] + [(dyad.target, dyad.source)] * dyad.both
    side = "conflict" if score <= -1 else "cooperation" if score >= 1 else "neutral"
    return dyad.side in ("", side) and any(
        one in ("*", source) and other in ("*", target) for one, other in ways
    )


def bare(text: str) -> str:
    """Without case and accents; enough for the letters of the generated texts."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if unicodedata.category(sign) != "Mn")
