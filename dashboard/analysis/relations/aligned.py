"""Aligned on an event as a specification: the days before and after it, for one or two events.

Each strip has its own day 0; all strips share one axis of days:

    Treaty signed        ●   ●  │■      ●
    Summit                   ●  │  ●  ■
                      −30       0       +30 days

A strip contains the events of the chosen dyads, or else those that relate any two actors that its
own event relates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.evidence.event_words import summarize_events
from dashboard.analysis.evidence.linked import name_linked
from dashboard.analysis.link import Link
from dashboard.analysis.link_targets import openings
from dashboard.analysis.relations.pairs import pairs_of_event
from dashboard.analysis.relations.pivots import link_events, name_event, rank_events
from dashboard.analysis.relations.words import between
from dashboard.analysis.tone import tones_of
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Status
from dashboard.query.matching import has_dyads
from dashboard.words.change_findings import around_in_words
from dashboard.words.language import gettext, gettext_noop, ngettext, pgettext
from dashboard.words.lists import first_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.evidence.event_words import EventSummary
    from dashboard.analysis.evidence.linked import Linked
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

_REACHES = (30, 90, 365)
"""Days before and after day 0 that an axis may have."""
_ENOUGH = 8
"""Number of events of each strip for which the axis becomes no longer."""
_MOST_EVENTS = 150
"""Largest number of events of a strip; the most important are kept."""
_MOST_PAIRS = 3
"""Number of pairs of a strip that are named; others are only counted."""
_INVITATION = gettext_noop(
    "Choose an event as day 0 to see the days before and after it, and a second one to compare "
    "the two."
)
_CHOICES = (
    gettext_noop("Choose day 0 …"),
    gettext_noop("Compare with a second day 0 …"),
    gettext_noop("Replace the second day 0 …"),
)
"""Invitations to choose an event, by the number of days 0 that are chosen."""


class AlignedMark(NamedTuple):
    """One event on a strip.

    Attributes:
        day: days after day 0, with fractions; negative before it.
        begin, end: first and last bound in days after day 0, cut to the axis.
        tone: code of the ``Tone`` of its score.
        is_established: whether it is confirmed or reported.
        is_zero: whether it is the event of day 0.
        when: ``3 days after``.
        event: its words.
        query: query that opens its card.
        linked: its actors and dyads.
    """

    day: float
    begin: float
    end: float
    tone: int
    is_established: bool
    is_zero: bool
    when: str
    event: EventSummary
    query: str
    linked: Linked


class Strip(NamedTuple):
    """The events around one day 0.

    Attributes:
        id: id of the event of day 0.
        name: its title and date, with the query that opens its card.
        without: query without this strip.
        words: number of events before and after, and what relates them.
        before, after: number of events before and after, as far as the axis reaches.
        marks: the events, in order of time.
    """

    id: str
    name: Link
    without: str
    words: str
    before: int
    after: int
    marks: tuple[AlignedMark, ...]


@dataclass(frozen=True)
class Aligned:
    """Everything that is drawn.

    Attributes:
        lead: sentence above the strips.
        options: links that choose a day 0, or a second one, by the name of their group.
        reach: days before and after day 0 on the axis.
        strips: one or two; none if no event is chosen.
        finding: numbers of events around each day 0, in words.
    """

    lead: str
    options: Mapping[str, tuple[Link, ...]]
    reach: int
    strips: tuple[Strip, ...]
    finding: str


def compute(question: Question) -> Aligned:
    """Compute the strips of the events that are chosen as day 0.

    >>> from dashboard import Dataset, Selection, load
    >>> from dashboard.analysis.relations.question import Question
    >>> tables = load("events.yaml")
    >>> found = compute(Question.of(Dataset(tables), Selection.of(tables, zero="treaty")))
    >>> found.reach, [mark.when for mark in found.strips[0].marks if mark.is_zero]
    (365, ['day 0'])
    """
    tables, zeros = question.dataset.tables, question.selection.zeros
    rows = [tables.row_of[id_] for id_ in zeros if id_ in tables.row_of]
    around = [np.flatnonzero(_related(question, row)) for row in rows]
    days = [_days(question, row, others) for row, others in zip(rows, around, strict=True)]
    reach = next(
        (one for one in _REACHES if all(map(_is_enough, days, [one] * len(days)))), _REACHES[-1]
    )
    strips = tuple(
        _strip(question, row, others[np.abs(day) <= reach], reach)
        for row, others, day in zip(rows, around, days, strict=True)
    )
    lead = ngettext(
        "{n} day before and after day 0; a click opens an event.",
        "{n} days before and after day 0; a click opens an event.",
        reach,
    )
    options = _options(question, rows)
    if not strips:
        invitation = gettext(_INVITATION)
        return Aligned(invitation, options, reach, strips, invitation)
    found = (around_in_words(one.name.words, one.before, one.after, reach) for one in strips)
    return Aligned(lead, options, reach, strips, " ".join(found))


def _is_enough(days: FloatArray, reach: int) -> bool:
    """Whether an axis shows enough events, or as many as the longest axis does."""
    shown, most = (int((np.abs(days) <= one).sum()) for one in (reach, _REACHES[-1]))
    return shown >= min(most, _ENOUGH)


def _related(question: Question, row: int) -> BoolArray:
    """Return the mask of the events of a strip, with that of day 0."""
    level, dyads = question.level, question.selection.dyads
    if dyads:
        found = has_dyads(level, dyads)
    else:
        pairs = np.zeros(level.cells.dyads, dtype=bool)
        pairs[pairs_of_event(level, row)] = True
        found = np.zeros(len(level.events), dtype=bool)
        found[level.cells.event[pairs[level.pair][level.cells.dyad]]] = True
    found &= question.scope.related
    found[row] = True
    return found


def _days(question: Question, row: int, others: IntArray) -> FloatArray:
    """Return the days from one event to others, with fractions."""
    instant = question.dataset.tables.instant
    days: FloatArray = (instant[others] - instant[row]) / DAY_SECONDS
    return days


def _strip(question: Question, row: int, rows: IntArray, reach: int) -> Strip:
    tables, selection = question.dataset.tables, question.selection
    if len(rows) > _MOST_EVENTS:
        mask = np.zeros(len(tables.events), dtype=bool)
        mask[rows] = True
        kept = {*rank_events(question.dataset, mask, _MOST_EVENTS), row}
        drawn = gettext("The {n} most important events are drawn.", n=_MOST_EVENTS)
    else:
        kept, drawn = {*rows.tolist()}, ""
    day = _days(question, row, rows)
    before, after = int((np.round(day) < 0).sum()), int((np.round(day) > 0).sum())
    counts = gettext("{before} before, {after} after.", before=before, after=after)
    id_ = str(tables.events["id"].iat[row])
    ids = [id_, *(other for other in selection.zeros if other != id_)]
    return Strip(
        id=id_,
        name=Link(name_event(tables, row), openings(selection, [id_])[0]),
        without=question.query(zeros=tuple(ids[1:])),
        words=" ".join(filter(None, [counts, _subject(question, row), drawn])),
        before=before,
        after=after,
        marks=_marks(question, row, np.array(sorted(kept), dtype=np.int64), reach),
    )


def _subject(question: Question, row: int) -> str:
    """Return which events a strip contains."""
    level, dyads = question.level, question.selection.dyads
    if dyads:
        names = [dyad.in_words(question.dataset.tables.actor_names) for dyad in dyads]
        return gettext("Events of {pairs}.", pairs=first_of(names, _MOST_PAIRS))
    pairs = [
        between(level.names[level.cells.source[at]], level.names[level.cells.target[at]])
        for at in pairs_of_event(level, row).tolist()
    ]
    if not pairs:
        return gettext("The event relates no two actors, so it is alone.")
    return gettext("Events of {pairs}.", pairs=first_of(pairs, _MOST_PAIRS))


def _marks(question: Question, row: int, rows: IntArray, reach: int) -> tuple[AlignedMark, ...]:
    tables = question.dataset.tables
    origin = float(tables.instant[row])
    bounds = [
        np.clip((column[rows] - origin) / DAY_SECONDS, -reach, reach).tolist()
        for column in (tables.lower, tables.upper)
    ]
    days = _days(question, row, rows).tolist()
    tones = tones_of(tables.events["score"].to_numpy()[rows]).tolist()
    events = summarize_events(tables, rows)
    queries = openings(question.selection, [event.id for event in events])
    linked = name_linked(tables, rows, question.selection.nodes)
    established = [not Status(code).in_doubt for code in tables.status_code[rows].tolist()]
    return tuple(
        AlignedMark(day, begin, end, tone, is_established, at == row, _when(day), *words)
        for at, day, begin, end, tone, is_established, *words in zip(
            rows.tolist(), days, *bounds, tones, established, events, queries, linked, strict=True
        )
    )


def _when(day: float) -> str:
    """Return the distance to day 0 in words.

    >>> _when(-1.2), _when(0.3), _when(12.0)
    ('1 day before', 'day 0', '12 days after')
    """
    days = round(day)
    if not days:
        return pgettext("the day of the event that others are compared with", "day 0")
    if days > 0:
        return ngettext("{n} day after", "{n} days after", days)
    return ngettext("{n} day before", "{n} days before", -days)


def _options(question: Question, rows: list[int]) -> dict[str, tuple[Link, ...]]:
    """Return the links that choose the first day 0, or the second."""
    tables, selection = question.dataset.tables, question.selection
    first = selection.zeros[:1]
    opened = tables.row_of.get(selection.event, -1)
    offered = {*rank_events(question.dataset, question.scope.related), opened} - {-1, *rows}
    links = link_events(tables, offered, (), lambda id_: question.query(zeros=(*first, id_)))
    now = Link(gettext(_CHOICES[len(rows)]), question.query(), chosen=True)
    return {"": (now,), pgettext("group of options of a menu", "Events"): links}
