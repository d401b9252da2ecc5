"""Before and after as a specification: how the mean of each pair moved, with words and links.

A pair is drawn with both directions together, or as a directed dyad if only one of the two acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.changes import Pivot, count_changes, divide, part_of
from dashboard.analysis.relations.finding import find_changes
from dashboard.analysis.relations.half_words import describe_pair
from dashboard.analysis.relations.pairs import pairs_of_event
from dashboard.analysis.relations.pivots import link_events, rank_events
from dashboard.analysis.relations.words import NO_RELATIONS, acts_on, between
from dashboard.analysis.tone import Tone, tones_of
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.dyad import Dyad
from dashboard.query.window import Window
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.analysis.relations.changes import Changes, Division
    from dashboard.analysis.relations.pairs import Pairs
    from dashboard.analysis.relations.question import Question

MOST_ROWS = 40
"""Largest number of pairs that are drawn; files contain all."""
_MOST_PERIODS = 6
"""Largest number of neighbouring periods of the file that are offered."""
_EVER = Window(MIN_SECOND, MAX_SECOND)


class Half(NamedTuple):
    """A pair on one side of the pivot, or in one of two periods.

    Attributes:
        n: number of events in which one acts on the other.
        joint: number of events in which the two only act together on others.
        mean: mean score of the acts on each other; NaN without any.
        tone: code of the ``Tone`` of the mean.
        query: query of the events, joint ones too; empty without any.
    """

    n: int
    joint: int
    mean: float
    tone: int
    query: str


class Moved(NamedTuple):
    """One pair.

    Attributes:
        dyad: ids of both, ``PRK:RUS``; the one who acts first if only one does.
        names: ``North Korea – Russia``, or ``Russia → Ukraine`` if only one acts.
        before, after: both sides.
        change: mean after less mean before; NaN if a side has no mean.
        few: whether both sides together have fewer than ``FEW`` events.
        of_open: whether the open event contains a relation of the pair.
        link: all numbers in words, and the selection of the events of the pair.
    """

    dyad: str
    names: str
    before: Half
    after: Half
    change: float
    few: bool
    of_open: bool
    link: Link


@dataclass(frozen=True)
class BeforeAfter:
    """Everything that is drawn.

    Attributes:
        pivot: the event that divides the time; ``None`` if two periods do, or nothing is in view.
        sides: ids of both halves: ``before`` and ``after``, or ``first`` and ``second`` period.
        options: links that choose another event or two periods, by the name of their group; one of
            them is chosen.
        rows: the pairs: first those with acts on both sides, the largest change first.
        more: number of pairs that are left out.
        query: query of the selection, for the file with all pairs.
        note: sentences on what is counted where, or in place of the rows.
        finding: which pair changed most, in words.
    """

    pivot: Pivot | None
    sides: tuple[str, str]
    options: Mapping[str, tuple[Link, ...]]
    rows: tuple[Moved, ...]
    more: int
    query: str
    note: str
    finding: str

    @property
    def heading(self) -> str:
        """Words for what is compared, such as title and date of the pivot."""
        links = (link for group in self.options.values() for link in group)
        return next((link.words for link in links if link.chosen), "")


def compute(question: Question) -> BeforeAfter:
    """Compute the rows, with their words and links.

    >>> from dashboard import Dataset, Selection, load
    >>> from dashboard.analysis.relations.question import Question
    >>> tables = load("events.yaml")
    >>> selection = Selection.of(tables, pivot="joint-statement")
    >>> found = compute(Question.of(Dataset(tables), selection))
    >>> found.rows[2].names, found.rows[2].before.n, found.rows[2].after.n
    ('North Korea – Russia', 4, 8)
    """
    division = divide(question)
    found = count_changes(question, division)
    return BeforeAfter(
        pivot=division.pivot,
        sides=_sides(question),
        options=_options(question, division.pivot),
        rows=tuple(_rows(question, division, found)),
        more=max(0, len(found.number) - MOST_ROWS),
        query=question.query(),
        note=_note(division, found),
        finding=find_changes(question.level.names, found),
    )


def _sides(question: Question) -> tuple[str, str]:
    return ("first", "second") if question.selection.compare else ("before", "after")


def _rows(question: Question, division: Division, found: Changes) -> Iterator[Moved]:
    level, tables = question.level, question.dataset.tables
    opened = pairs_of_event(level, tables.row_of.get(question.selection.event, -1)).tolist()
    columns = (found.number, found.source, found.target, found.one_way, found.few, found.change)
    for number, source, target, one_way, few, change in zip(
        *(column[:MOST_ROWS].tolist() for column in columns), strict=True
    ):
        both = Dyad(level.ids[source], level.ids[target], both=True)
        before, after = (
            _half(question, both, side, number, window)
            for side, window in zip(found.sides, division.windows, strict=True)
        )
        dyad = Dyad(level.ids[source], level.ids[target]) if one_way else both
        names = (acts_on if one_way else between)(level.names[source], level.names[target])
        words = describe_pair(names, _sides(question), (before, after), change, few=few)
        yield Moved(
            dyad=f"{dyad.source}:{dyad.target}",
            names=names,
            before=before,
            after=after,
            change=change,
            few=few,
            of_open=number in opened,
            link=_link(question, dyad, words),
        )


def _link(question: Question, dyad: Dyad, words: str) -> Link:
    """Return the link to the events of a pair; a second click takes the choice back."""
    selection = question.selection
    if selection.dyads == (dyad,):
        return Link(words, question.query(dyads=()), chosen=True)
    if not selection.compare:
        return Link(words, question.query(dyads=(dyad,)))
    # The events of both periods and of the time between them.
    one, other = selection.compare
    window = Window(min(one.lower, other.lower), max(one.upper, other.upper))
    return Link(words, question.query(dyads=(dyad,), window=window))


def _half(question: Question, dyad: Dyad, side: Pairs, number: int, window: Window | None) -> Half:
    n, joint, mean = int(side.n[number]), int(side.joint[number]), float(side.mean[number])
    query = question.query(dyads=(dyad,), window=window) if n + joint and window else ""
    tone = int(Tone.NEUTRAL if isnan(mean) else tones_of(np.array([mean]))[0])
    return Half(n, joint, mean, tone, query)


def _options(question: Question, pivot: Pivot | None) -> dict[str, tuple[Link, ...]]:
    """Return the links to other events and to two periods; one of them is chosen."""
    dataset, selection = question.dataset, question.selection
    opened = dataset.tables.row_of.get(selection.event, -1)
    rows = rank_events(dataset, question.scope.related)
    events = link_events(
        dataset.tables,
        {*rows, opened} - {-1},
        [pivot.row] if pivot else [],
        # Without a pivot of its own, the panel follows the open event.
        lambda id_: question.query(pivot="" if id_ == selection.event else id_, compare=None),
    )
    periods = tuple(_periods(question))
    if selection.compare and not any(link.chosen for link in periods):
        words = _earlier_and_later(*(one.in_words() for one in selection.compare))
        periods += (Link(words, question.query(), chosen=True),)
    groups = {
        pgettext("group of options of a menu", "Before and after"): events,
        pgettext("group of options of a menu", "Two periods"): periods,
    }
    return {name: links for name, links in groups.items() if links}


def _periods(question: Question) -> Iterator[Link]:
    """Yield links that compare the window with the time beside it, and periods of the file."""
    tables, view = question.dataset.tables, question.selection.window
    pairs: list[tuple[str, Window | None, Window | None]] = []
    if view and view.lower > MIN_SECOND and view.upper < MAX_SECOND:
        earlier = part_of(_EVER, view.lower - view.span, view.lower)
        later = part_of(_EVER, view.upper, view.upper + view.span)
        pairs.append((gettext("As long before the window → the window"), earlier, view))
        pairs.append((gettext("The window → as long after the window"), view, later))
    columns = (tables.periods[name].tolist() for name in ("name", "lower", "upper"))
    named = [(isolated(name), Window(*bounds)) for name, *bounds in zip(*columns, strict=True)]
    for (one, first), (other, second) in [*pairwise(named)][:_MOST_PERIODS]:
        pairs.append((_earlier_and_later(one, other), first, second))
    for words, earlier, later in pairs:
        if earlier and later:
            periods = (earlier, later)
            is_chosen = periods == question.selection.compare
            yield Link(words, question.query(compare=periods, pivot=""), is_chosen)


def _earlier_and_later(one: str, other: str) -> str:
    return pgettext(
        "two periods that are compared; the arrow points in the direction of reading",
        "{earlier} → {later}",
        earlier=one,
        later=other,
    )


def _note(division: Division, found: Changes) -> str:
    if not len(found.number):
        return gettext(NO_RELATIONS)
    notes = []
    if division.within:
        notes.append(
            ngettext(
                "{n} event at the same time counts on neither side.",
                "{n} events at the same time count on neither side.",
                division.within,
            )
        )
    if any(side.joint[found.number].any() for side in found.sides):
        notes.append(gettext("Acts together on others are in no mean."))
    return " ".join(notes)
