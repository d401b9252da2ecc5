"""Findings: what a chart shows as one sentence, from plain numbers and names.

Each sentence is whole: its parts are names, counts with their noun, and lists of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.words.lists import first_of, listed
from dashboard.words.numbers import count, count_of, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST_NAMES = 3
"""Number of names that share the highest count and are all named; of more, some are counted."""
_MOST_MEMBERS = 8
"""Number of members of a camp that are named; others are counted, and the table names them."""
_SIDES = {"conflict": "of conflict", "cooperation": "of cooperation", "neutral": "neutral"}
"""Words after a count of events, by the word of the ``Side`` of their score."""


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
            return f"{self.names[0]} with {self.n:,}"
        few = len(self.names) <= _MOST_NAMES
        return f"{listed(self.names) if few else first_of(self.names, 2)} with {self.n:,} each"


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


def sides_in_words(sides: Mapping[str, int]) -> str:
    """Return the number of events of each side of the score.

    >>> sides_in_words({"conflict": 12, "cooperation": 15, "neutral": 0})
    '12 of conflict and 15 of cooperation'
    >>> sides_in_words({"conflict": 0, "cooperation": 3}), sides_in_words({"neutral": 1})
    ('all of cooperation', 'neutral')

    Args:
        sides: counts by the word of the ``Side``; one of them at least is not 0.
    """
    found = [(_SIDES[side], n) for side, n in sides.items() if n]
    if len(found) > 1:
        return listed(f"{n:,} {words}" for words, n in found)
    words, n = found[0]
    return words if n == 1 else f"all {words}"


def events_in_words(
    n: int, when: str, sides: Mapping[str, int], busiest: str = "", most: str = ""
) -> str:
    """Return the finding of a chart of events.

    >>> events_in_words(2, "in October 2023", {"conflict": 1, "cooperation": 1}, "", "Japan with 2")
    '2 events in October 2023, 1 of conflict and 1 of cooperation; most events: Japan with 2.'
    >>> events_in_words(1, "in October 2023", {"conflict": 1})
    '1 event in October 2023, of conflict.'
    >>> events_in_words(0, "", {})
    'No event is in view.'

    Args:
        n: number of events.
        when: the months of the events: ``in July 2023``; see ``between_months``.
        sides: their number by the word of the ``Side`` of their score.
        busiest: the busiest months, see ``Highest.words``; empty to leave them out.
        most: the lanes with the most events, likewise.
    """
    if not n:
        return "No event is in view."
    events, of_sides = count(n, "event"), sides_in_words(sides)
    sentences = {
        (False, False): f"{events} {when}, {of_sides}.",
        (True, False): f"{events} {when}, {of_sides}; busiest: {busiest}.",
        (False, True): f"{events} {when}, {of_sides}; most events: {most}.",
        (True, True): f"{events} {when}, {of_sides}; busiest: {busiest}; most events: {most}.",
    }
    return sentences[bool(busiest), bool(most)]


def between_months(first: str, last: str) -> str:
    """Return the stretch from one month to another, for the middle of a sentence.

    >>> between_months("July 2023", "July 2023"), between_months("July 2023", "May 2024")
    ('in July 2023', 'from July 2023 to May 2024')
    """
    return f"in {first}" if first == last else f"from {first} to {last}"


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
    n = sum(sides.values())
    dyads, actors, of_sides = count(n, "dyad"), count(nodes, "actor"), sides_in_words(sides)
    if not most:
        return f"{dyads} among {actors}, {of_sides}."
    return f"{dyads} among {actors}, {of_sides}; most events: {most}."


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
    return f"Two camps: {one}, facing {other}."


def course_in_words(who: str, total: str, busiest: str) -> str:
    """Return the finding of one direction of a course over time.

    >>> course_in_words("Russia → Japan", "4 events, mean −3.6", "October 2023 with 3")
    'Russia → Japan: 4 events, mean −3.6; busiest: October 2023 with 3.'

    Args:
        who: the direction, or all acts.
        total: number of events with their mean.
        busiest: the periods with the most events, see ``Highest.words``; empty to leave them out.
    """
    return f"{who}: {total}; busiest: {busiest}." if busiest else f"{who}: {total}."


def reactions_in_words(acts: int, days: str, most: str) -> str:
    """Return the finding of the reactions to an act.

    >>> reactions_in_words(3, "30 days", "Russia and Japan with 2 each")
    'Within 30 days after 3 acts, most reactions: Russia and Japan with 2 each.'
    >>> reactions_in_words(1, "1 day", "")
    'Within 1 day after 1 act, nobody reacted more than once.'
    """
    after = count(acts, "act")
    if most:
        return f"Within {days} after {after}, most reactions: {most}."
    return f"Within {days} after {after}, nobody reacted more than once."


class Change(NamedTuple):
    """The change of a pair.

    Attributes:
        names: names of both.
        before, after: mean score on both sides.
    """

    names: str
    before: float
    after: float

    @property
    def size(self) -> float:
        """Size of the change, rounded as it is written."""
        return round(abs(self.after - self.before), 1)


def changes_in_words(pairs: int, both: int, changes: Sequence[Change]) -> str:
    """Return the finding of before and after.

    >>> changes = [Change("A – B", -2.0, -9.0), Change("A – C", 1.0, 2.0)]
    >>> changes_in_words(3, 2, changes)
    '2 of 3 pairs have acts on both sides; the mean of A – B changed most, from −2.0 to −9.0.'
    >>> changes_in_words(1, 0, []), changes_in_words(2, 0, [])
    ('1 pair has acts, on one side only.', '2 pairs have acts, each on one side only.')
    >>> changes_in_words(2, 2, [Change("A – B", 1.0, 2.0), Change("A – C", 2.0, 1.0)])
    '2 pairs have acts on both sides; the means of A – B and A – C changed most, by 1.0 each.'

    Args:
        pairs: number of pairs.
        both: number of pairs with a mean on both sides.
        changes: those of them that do not rest on too few events.
    """
    if not both:
        only = "has acts, on" if pairs == 1 else "have acts, each on"
        return f"{count(pairs, 'pair')} {only} one side only."
    verb = "has" if both == pairs == 1 else "have"
    lead = f"{count_of(both, pairs, 'pair')} {verb} acts on both sides"
    if not changes:
        return f"{lead}, too few to conclude from."
    most = max(change.size for change in changes)
    found = [change for change in changes if change.size == most]
    if not most:
        return f"{lead}; no mean changed."
    if len(found) > 1:
        names = [change.names for change in found]
        named = listed(names) if len(names) <= _MOST_NAMES else first_of(names, 2)
        return f"{lead}; the means of {named} changed most, by {most:.1f} each."
    name, before, after = found[0]
    return f"{lead}; the mean of {name} changed most, from {signed(before)} to {signed(after)}."


def around_in_words(title: str, before: int, after: int, reach: int) -> str:
    """Return the finding of a strip of events around another.

    >>> around_in_words("Summit, 13 September 2023", 1, 4, 90)
    'Summit, 13 September 2023: 1 event in the 90 days before it, 4 in those after it.'
    """
    events = count(before, "event") if before else "no event"
    return f"{title}: {events} in the {reach} days before it, {after:,} in those after it."
