"""Findings about time: courses, reactions, and what changed at an event.

Each is a sentence from plain numbers and names, see ``findings``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.words.findings import few_of
from dashboard.words.language import gettext, ngettext
from dashboard.words.numbers import signed, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence


def course_in_words(who: str, total: str, busiest: str) -> str:
    """Return the finding of one direction of a course over time.

    >>> course_in_words("Russia → Japan", "4 events, mean −3.6", "October 2023 with 3")
    'Russia → Japan: 4 events, mean −3.6; busiest: October 2023 with 3.'

    Args:
        who: the direction, or all acts.
        total: number of events with their mean.
        busiest: the periods with the most events, see ``Highest.words``; empty to leave them out.
    """
    if busiest:
        return gettext("{who}: {total}; busiest: {busiest}.", who=who, total=total, busiest=busiest)
    return gettext("{who}: {total}.", who=who, total=total)


def within_days(days: int) -> str:
    """Return a number of days after an act, for the middle of a sentence.

    >>> within_days(1), within_days(30)
    ('within 1 day', 'within 30 days')
    """
    return ngettext("within {n} day", "within {n} days", days)


def reactions_in_words(acts: int, days: int, most: str) -> str:
    """Return the finding of the reactions to an act.

    >>> reactions_in_words(3, 30, "Russia and Japan with 2 each")
    'After 3 acts, most reactions within 30 days: Russia and Japan with 2 each.'
    >>> reactions_in_words(1, 1, "")
    'After 1 act, nobody reacted more than once within 1 day.'
    """
    if most:
        return ngettext(
            "After {n} act, most reactions {within_days}: {most}.",
            "After {n} acts, most reactions {within_days}: {most}.",
            acts,
            within_days=within_days(days),
            most=most,
        )
    return ngettext(
        "After {n} act, nobody reacted more than once {within_days}.",
        "After {n} acts, nobody reacted more than once {within_days}.",
        acts,
        within_days=within_days(days),
    )


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
        return ngettext(
            "{n} pair has acts, on one side only.",
            "{n} pairs have acts, each on one side only.",
            pairs,
        )
    lead = _with_both_sides(pairs, both)
    if not changes:
        return gettext("{finding}, too few to conclude from.", finding=lead)
    most = max(change.size for change in changes)
    found = [change for change in changes if change.size == most]
    if not most:
        return gettext("{finding}; no mean changed.", finding=lead)
    if len(found) > 1:
        return gettext(
            "{finding}; the means of {names} changed most, by {change} each.",
            finding=lead,
            names=few_of([change.names for change in found]),
            change=tenths(most),
        )
    name, before, after = found[0]
    return gettext(
        "{finding}; the mean of {name} changed most, from {before} to {after}.",
        finding=lead,
        name=name,
        before=signed(before),
        after=signed(after),
    )


def _with_both_sides(pairs: int, both: int) -> str:
    """Return the number of pairs with acts on both sides, as a clause."""
    if both == pairs:
        return ngettext(
            "{n} pair has acts on both sides", "{n} pairs have acts on both sides", pairs
        )
    return ngettext(
        "{both} of {n} pair have acts on both sides",
        "{both} of {n} pairs have acts on both sides",
        pairs,
        both=both,
    )


def around_in_words(title: str, before: int, after: int, reach: int) -> str:
    """Return the finding of a strip of events around another.

    >>> around_in_words("Summit, 13 September 2023", 1, 4, 90)
    'Summit, 13 September 2023: 1 event in the 90 days before it, 4 in those after it.'
    >>> around_in_words("Summit", 0, 1, 30)
    'Summit: no event in the 30 days before it, 1 in those after it.'

    Args:
        title: title and date of the other event.
        before: number of events before it.
        after: number of events after it.
        reach: number of days on either side: 30, 90 or 365.
    """
    if not before:
        return gettext(
            "{event}: no event in the {days} days before it, {after} in those after it.",
            event=title,
            days=reach,
            after=after,
        )
    return ngettext(
        "{event}: {n} event in the {days} days before it, {after} in those after it.",
        "{event}: {n} events in the {days} days before it, {after} in those after it.",
        before,
        event=title,
        days=reach,
        after=after,
    )
