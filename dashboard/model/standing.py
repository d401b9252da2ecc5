"""The standing of an event: since when its claims are known, and which status follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Status
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dashboard.model.book import Claim, Event
    from dashboard.model.dates import EventDate

    Party = Callable[[str], str]

_FOR = frozenset(("asserts", "confirms"))
"""Stances that support an event."""
_AGAINST = frozenset(("denies", "disputes"))
"""Stances that contradict an event."""


def known_by(date: EventDate | None) -> int:
    """Return the second of UTC at which a date has passed; ``MAX_SECOND`` without a date.

    A day, month or year has passed when it ends in UTC, in whatever zone it is meant: so what is
    dated 2023-10-13 is known on 2023-10-13. An end that is open does not count.

    >>> known_by(parse_date("2023-10")) == known_by(parse_date("2023-10-31"))
    True
    """
    if date is None:
        return MAX_SECOND
    begin, slash, _ = date.text.partition("/")
    if slash and date.upper >= MAX_SECOND:
        return parse_date(begin).upper
    if date.precision == "minute" or date.upper % DAY_SECONDS == 0:
        return date.upper
    return parse_date(date.text).upper


def claim_known_by(claim: Claim) -> int:
    """Return the second of UTC by which a claim is known: by its own date, else its source's."""
    return known_by(claim.date or (claim.source.date if claim.source else None))


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in the order of their dates.

    A claim without a date is placed right after the claim that precedes it in the file.

    >>> from dashboard.model.book import Claim
    >>> days = ["2024", "", "2023"]
    >>> claims = [Claim((), day, parse_date(day) if day else None) for day in days]
    >>> [claim.stance for claim in in_order(claims)]
    ['2023', '2024', '']
    """
    last, keyed = MIN_SECOND, []
    for claim in claims:
        known = claim_known_by(claim)
        last = last if known == MAX_SECOND else known
        keyed.append((last, claim))
    return [claim for _, claim in sorted(keyed, key=lambda pair: pair[0])]


def last_stances(claims: Iterable[Claim], party: Party = str) -> dict[str, str]:
    """Return the last stance of each party; who declines to comment keeps the stance before.

    Args:
        claims: claims in any order.
        party: returns the id of the party of an actor: its country, else the actor itself.

    >>> from dashboard.model.book import Claim
    >>> last_stances([Claim(("RUS",), "denies"), Claim(("RUS",), "confirms")])
    {'RUS': 'confirms'}
    """
    return {
        party(actor): claim.stance
        for claim in in_order(claims)
        if claim.stance in _FOR | _AGAINST
        for actor in claim.by
    }


def status_from(claims: Iterable[Claim], involved: Iterable[str] = (), party: Party = str) -> str:
    """Return the status that follows from the claims about an event.

    The last stance of each party counts, see ``last_stances``:

    * ``confirmed``: a party that acts in the event or is its target confirms it; or a party that
      denied it now confirms it, as others support it and nobody contradicts it any more;
    * ``disputed``: one party supports it and another contradicts it, or parties only dispute it;
    * ``denied``: parties deny it, and nobody supports it;
    * ``alleged``: it is asserted, and confirmed by nobody but those who assert it;
    * ``reported``: confirmed by somebody else, or nobody takes a stance.

    Args:
        claims: claims in any order.
        involved: ids of the actors and the targets of the event.
        party: see ``last_stances``.

    >>> from dashboard.model.book import Claim
    >>> claims = [Claim(("USA",), "asserts"), Claim(("RUS",), "denies")]
    >>> status_from(claims, ["RUS"])
    'disputed'
    >>> status_from([*claims, Claim(("RUS",), "confirms")], ["RUS"])
    'confirmed'
    """
    said = list(claims)
    last = last_stances(said, party) if said else {}
    if not last:
        return Status.REPORTED.word
    stances = set(last.values())
    if any(last.get(party(actor)) == "confirms" for actor in involved):
        return Status.CONFIRMED.word
    if stances & _FOR:
        if stances & _AGAINST:
            return Status.DISPUTED.word
        confirming = {actor for actor, stance in last.items() if stance == "confirms"}
        converts = confirming & {party(actor) for actor in _who(said, "denies")}
        if converts and set(last) - converts:
            return Status.CONFIRMED.word
        is_independent = confirming - _asserting_side(said, party)
        return (Status.REPORTED if is_independent else Status.ALLEGED).word
    return (Status.DENIED if "denies" in stances else Status.DISPUTED).word


def contradiction(event: Event, party: Party) -> tuple[str, str] | None:
    """Return the first party that supports an event and the first that contradicts it.

    ``None`` where the claims do not make the event disputed, such as after an admission.
    """
    if status_from(event.claims, involved_in(event), party) != Status.DISPUTED.word:
        return None
    last = last_stances(event.claims, party)
    supporting, contradicting = (
        next((actor for actor, stance in last.items() if stance in side), "")
        for side in (_FOR, _AGAINST)
    )
    return (supporting, contradicting) if supporting else None


def involved_in(event: Event) -> tuple[str, ...]:
    """Return the ids of those whose confirmation of an event is an admission."""
    return (*event.actors, *event.targets)


def statuses_over_time(event: Event, party: Party) -> Iterator[tuple[Claim, int, Status]]:
    """Yield each claim in order, the second by which it is known, and the status it leads to.

    Claims without a date count for no status here: nobody knows when they were made.
    """
    dated: list[Claim] = []
    for claim in in_order(event.claims):
        known = claim_known_by(claim)
        if known < MAX_SECOND:
            dated.append(claim)
        word = status_from(dated, involved_in(event), party)
        yield claim, known, Status[word.upper()]


def status_since(event: Event) -> int:
    """Return the second of UTC from which the written status of an event holds.

    It is the latest date of the event, its claims and its sources, since the author knew all of
    them; an open end does not count. ``MAX_SECOND`` where the status follows from the claims.
    """
    if not event.status_written:
        return MAX_SECOND
    sources = [*event.sources, *(claim.source for claim in event.claims if claim.source)]
    dates = (event.date, event.known, *(claim.date for claim in event.claims))
    known = map(known_by, (*dates, *(source.date for source in sources)))
    return max((second for second in known if second < MAX_SECOND), default=MIN_SECOND)


def _who(claims: Iterable[Claim], stance: str) -> set[str]:
    """Return the ids of the actors that take a stance in any claim."""
    return {actor for claim in claims if claim.stance == stance for actor in claim.by}


def _asserting_side(claims: Sequence[Claim], party: Party) -> set[str]:
    """Return the parties that speak with one voice with a party that asserts.

    Those who support an event in one claim are one voice, and so are voices that share a party.
    """
    voices: list[tuple[set[str], bool]] = []
    for claim in claims:
        if claim.stance in _FOR:
            voice, asserts = set(map(party, claim.by)), claim.stance == "asserts"
            apart = []
            for other, other_asserts in voices:
                if voice.isdisjoint(other):
                    apart.append((other, other_asserts))
                else:
                    voice, asserts = voice | other, asserts or other_asserts
            voices = [*apart, (voice, asserts)]
    return {actor for voice, asserts in voices if asserts for actor in voice}
