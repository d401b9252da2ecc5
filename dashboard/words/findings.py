"""Findings: what a chart shows as one sentence, from plain numbers and names.

A sentence is whole, one for each case; its placeholders are names, numbers and lists of both. A
clause may be one too: ``{finding}`` is all that comes before a semicolon or the full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.words.language import gettext, ngettext, pgettext, pgettext_noop
from dashboard.words.lists import first_of, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST_NAMES = 3
"""Number of names that share the highest count and are all named; of more, some are counted."""
_MOST_MEMBERS = 8
"""Number of members of a camp that are named; others are counted, and the table names them."""
_SOME_EVENTS = {
    "conflict": pgettext_noop("some events, in a list after their total", "{n} of conflict"),
    "cooperation": pgettext_noop("some events, in a list after their total", "{n} of cooperation"),
    "neutral": pgettext_noop("some events, in a list after their total", "{n} neutral"),
}
"""Some of several events, by the word of the ``Side`` of their score."""
_SOME_DYADS = {
    "conflict": pgettext_noop("some dyads, in a list after their total", "{n} of conflict"),
    "cooperation": pgettext_noop("some dyads, in a list after their total", "{n} of cooperation"),
    "neutral": pgettext_noop("some dyads, in a list after their total", "{n} neutral"),
}
"""Some of several dyads, by the word of the ``Side`` of their mean score."""


class Highest(NamedTuple):
    """The highest of some counts.

    Attributes:
        names: the names that have it; empty where no count is higher than 1, or all are the same.
        n: the count.
    """

    names: tuple[str, ...]
    n: int

    @property
    def words(self) -> str:
        """Names and count: ``Russia and North Korea with 12 each``; an empty text for no name."""
        if not self.names:
            return ""
        if len(self.names) == 1:
            return pgettext(
                "an actor, a dyad or a month with its number of events",
                "{name} with {n}",
                name=self.names[0],
                n=self.n,
            )
        return pgettext(
            "several actors, dyads or months with the same number of events",
            "{names} with {n} each",
            names=few_of(self.names),
            n=self.n,
        )


def few_of(names: Sequence[str]) -> str:
    """Return the names that share a number; of many the first two, and how many more there are.

    >>> few_of(["A", "B", "C"]), few_of(["A", "B", "C", "D"])
    ('A, B and C', 'A, B and 2 more')
    """
    return listed(names) if len(names) <= _MOST_NAMES else first_of(names, 2)


def highest(counts: Iterable[tuple[str, int]], among: int = 0) -> Highest:
    """Return the highest of some counts, with every name that has it.

    >>> highest([("Russia", 12), ("Japan", 5), ("North Korea", 12)]).words
    'Russia and North Korea with 12 each'
    >>> highest([("Russia", 12), ("Japan", 5)]).words, highest([("Russia", 1)]).names
    ('Russia with 12', ())

    Args:
        counts: names and counts; those below the highest one may be left out.
        among: number of all counts that are not 0, if some are left out.
    """
    pairs = [(name, n) for name, n in counts if n]
    most = max((n for _, n in pairs), default=0)
    names = tuple(name for name, n in pairs if n == most)
    says_nothing = most < 2 or (len(names) == max(among, len(pairs)) > _MOST_NAMES)
    return Highest(() if says_nothing else names, most)


def events_in_words(
    months: tuple[str, str], sides: Mapping[str, int], busiest: str = "", most: str = ""
) -> str:
    """Return the finding of a chart of events.

    >>> october = ("October 2023", "October 2023")
    >>> events_in_words(october, {"conflict": 1, "cooperation": 1}, "", "Japan with 2")
    '2 events in October 2023, 1 of conflict and 1 of cooperation; most events: Japan with 2.'
    >>> events_in_words(("July 2023", "May 2024"), {"cooperation": 3, "neutral": 0})
    '3 events from July 2023 to May 2024, all of cooperation.'
    >>> events_in_words(october, {"conflict": 1}), events_in_words(("", ""), {})
    ('1 event in October 2023, of conflict.', 'No event is in view.')

    Args:
        months: the first and the last month of the events.
        sides: number of events by the word of the ``Side`` of their score.
        busiest: the busiest months, see ``Highest.words``; empty to leave them out.
        most: the lanes with the most events, likewise.
    """
    found = {side: n for side, n in sides.items() if n}
    if not found:
        return gettext("No event is in view.")
    first, last = months
    events = _in_month(first, found) if first == last else _in_months(first, last, found)
    if busiest and most:
        return gettext(
            "{finding}; busiest: {busiest}; most events: {most}.",
            finding=events,
            busiest=busiest,
            most=most,
        )
    if busiest:
        return gettext("{finding}; busiest: {busiest}.", finding=events, busiest=busiest)
    return _with_most(events, most)


def _with_most(finding: str, most: str) -> str:
    """Return a clause as a sentence, with those who have the most events if there are any."""
    if most:
        return gettext("{finding}; most events: {most}.", finding=finding, most=most)
    return gettext("{finding}.", finding=finding)


def _in_month(month: str, sides: Mapping[str, int]) -> str:
    """Return the number of events of each side in one month, as a clause."""
    n = sum(sides.values())
    if len(sides) > 1:
        return ngettext(
            "{n} event in {month}, {sides}",
            "{n} events in {month}, {sides}",
            n,
            month=month,
            sides=_some_events(sides),
        )
    if "conflict" in sides:
        return ngettext(
            "{n} event in {month}, of conflict",
            "{n} events in {month}, all of conflict",
            n,
            month=month,
        )
    if "cooperation" in sides:
        return ngettext(
            "{n} event in {month}, of cooperation",
            "{n} events in {month}, all of cooperation",
            n,
            month=month,
        )
    return ngettext(
        "{n} event in {month}, neutral", "{n} events in {month}, all neutral", n, month=month
    )


def _in_months(first: str, last: str, sides: Mapping[str, int]) -> str:
    """Return the number of events of each side from one month to another, as a clause."""
    n = sum(sides.values())
    if len(sides) > 1:
        return ngettext(
            "{n} event from {first} to {last}, {sides}",
            "{n} events from {first} to {last}, {sides}",
            n,
            first=first,
            last=last,
            sides=_some_events(sides),
        )
    if "conflict" in sides:
        return ngettext(
            "{n} event from {first} to {last}, of conflict",
            "{n} events from {first} to {last}, all of conflict",
            n,
            first=first,
            last=last,
        )
    if "cooperation" in sides:
        return ngettext(
            "{n} event from {first} to {last}, of cooperation",
            "{n} events from {first} to {last}, all of cooperation",
            n,
            first=first,
            last=last,
        )
    return ngettext(
        "{n} event from {first} to {last}, neutral",
        "{n} events from {first} to {last}, all neutral",
        n,
        first=first,
        last=last,
    )


def _some_events(sides: Mapping[str, int]) -> str:
    """Return the number of events of each of several sides."""
    context = "some events, in a list after their total"
    return listed(pgettext(context, _SOME_EVENTS[side], n=n) for side, n in sides.items())


def dyads_in_words(nodes: int, sides: Mapping[str, int], most: str) -> str:
    """Return the finding of a chart of dyads.

    >>> sides = {"conflict": 2, "cooperation": 1, "neutral": 0}
    >>> dyads_in_words(3, sides, "Japan → Chile with 4")
    '3 dyads among 3 actors, 2 of conflict and 1 of cooperation; most events: Japan → Chile with 4.'
    >>> dyads_in_words(2, {"conflict": 1}, "")
    '1 dyad among 2 actors, of conflict.'

    Args:
        nodes: number of actors with a dyad.
        sides: number of dyads by the word of the ``Side`` of their mean score; one at least.
        most: the dyads with the most events, see ``Highest.words``; empty to leave them out.
    """
    found = {side: n for side, n in sides.items() if n}
    among = ngettext("among {n} actor", "among {n} actors", nodes)
    return _with_most(_dyads_among(among, found), most)


def _dyads_among(among: str, sides: Mapping[str, int]) -> str:
    """Return the number of dyads of each side, as a clause."""
    n = sum(sides.values())
    if len(sides) > 1:
        context = "some dyads, in a list after their total"
        own = listed(pgettext(context, _SOME_DYADS[side], n=few) for side, few in sides.items())
        return ngettext(
            "{n} dyad {among_actors}, {sides}",
            "{n} dyads {among_actors}, {sides}",
            n,
            among_actors=among,
            sides=own,
        )
    if "conflict" in sides:
        return ngettext(
            "{n} dyad {among_actors}, of conflict",
            "{n} dyads {among_actors}, all of conflict",
            n,
            among_actors=among,
        )
    if "cooperation" in sides:
        return ngettext(
            "{n} dyad {among_actors}, of cooperation",
            "{n} dyads {among_actors}, all of cooperation",
            n,
            among_actors=among,
        )
    return ngettext(
        "{n} dyad {among_actors}, neutral",
        "{n} dyads {among_actors}, all neutral",
        n,
        among_actors=among,
    )


def camps_in_words(left: Sequence[str], right: Sequence[str]) -> str:
    """Return the members of both camps; an empty text where nobody faces anybody.

    >>> camps_in_words(["Russia"], ["Japan", "South Korea"])
    'Two camps: Russia, facing Japan and South Korea.'

    Args:
        left: names of the actors of one camp.
        right: names of those of the other.
    """
    if not left or not right:
        return ""
    one, other = (
        listed(names) if len(names) <= _MOST_MEMBERS else first_of(names, _MOST_MEMBERS)
        for names in (left, right)
    )
    return gettext("Two camps: {one}, facing {other}.", one=one, other=other)
