"""Words for the relations: dyads, counts and means as plain text, names isolated."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.relations.dyads import FEW, first_and_last
from dashboard.query.months import months_between
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, gettext_noop, ngettext, pgettext
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.analysis.relations.question import Question

NO_RELATIONS = gettext_noop("No relations between two actors in view.")


class Description(NamedTuple):
    """A node or a dyad in words.

    Attributes:
        who: the name, or ``Russia → North Korea``.
        numbers: ``6 events, mean +3.1, Jul 2023 – Jun 2024``.
        notes: caveats, each a clause without a full stop.
    """

    who: str
    numbers: str
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        sentence = pgettext(
            "an actor or a dyad, and numbers of its events",
            "{name}: {numbers}",
            name=self.who,
            numbers=self.numbers,
        )
        for note in self.notes:
            sentence = pgettext(
                "a caveat after a sentence; none has a full stop",
                "{sentence}. {note}",
                sentence=sentence,
                note=note,
            )
        return sentence


def describe_dyads(question: Question, dyads: Dyads) -> list[Description]:
    """Describe the dyads of the events in view.

    Args:
        question: the question whose relations were tallied.
        dyads: the tallies; sources and targets are positions in ``question.positions``.
    """
    level, names = question.level, question.positions.names
    first, last = first_and_last(level.cells, question.scope.related, dyads.number)
    months = months_between(question.dataset.tables, first, last)
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.in_doubt, dyads.joint)
    rows = zip(*(column.tolist() for column in columns), months, strict=True)
    return [
        Description(
            acts_on(names[source], names[target]),
            ngettext(
                "{n} event, mean {mean}, {months}",
                "{n} events, mean {mean}, {months}",
                n,
                mean=signed(mean),
                months=when,
            ),
            _caveats(n, in_doubt=in_doubt, joint=joint),
        )
        for source, target, n, mean, in_doubt, joint, when in rows
    ]


def _caveats(n: int, *, in_doubt: bool, joint: bool) -> tuple[str, ...]:
    notes = []
    if joint:
        notes.append(gettext("only acting together on others, which makes no tie"))
    if in_doubt:
        notes.append(gettext("none of them confirmed or reported"))
    if n < FEW:
        notes.append(gettext("fewer than three events: read with care"))
    return tuple(notes)


def acts_on(source: str, target: str) -> str:
    """Return ``Russia → North Korea``, in this order whatever the script of the names.

    >>> acts_on("Russia", "North Korea")
    'Russia → North Korea'
    """
    return pgettext(
        "one acts on another; the arrow points in the direction of reading",
        "{source} → {target}",
        source=isolated(source),
        target=isolated(target),
    )


def between(one: str, other: str) -> str:
    """Return the names of a pair in the order of the alphabet: ``North Korea – Russia``.

    >>> between("Russia", "North Korea")
    'North Korea – Russia'
    """
    return " – ".join(map(isolated, sorted((one, other))))


def count_and_mean(n: int, mean: float) -> str:
    """Return a count with its mean; a mean that is NaN is left out.

    >>> count_and_mean(4, 3.6), count_and_mean(2, 1.9), count_and_mean(0, float("nan"))
    ('4 events, mean +3.6', '2 events, mean +1.9 (few)', 'no event')
    """
    if not n:
        return gettext("no event")
    if isnan(mean):
        return ngettext("{n} event", "{n} events", n)
    if n < FEW:
        return ngettext(
            "{n} event, mean {mean} (few)", "{n} events, mean {mean} (few)", n, mean=signed(mean)
        )
    return ngettext("{n} event, mean {mean}", "{n} events, mean {mean}", n, mean=signed(mean))
