"""Sequences as a specification: the choice of an act, and the reactions of each actor to it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.dyads import FEW
from dashboard.analysis.relations.reactions import MOST_PAIRS, Reactions, find_reactions
from dashboard.model.codes import Role
from dashboard.model.date_parts import words_of
from dashboard.model.event_types import grouped_types
from dashboard.words.direction import isolated
from dashboard.words.findings import highest, reactions_in_words
from dashboard.words.numbers import count, percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.relations.question import Question
    from dashboard.analysis.relations.reactions import Pair, Reaction
    from dashboard.query.columns import IntArray

_DAYS = (1, 3, 7, 14, 30, 90, 365)
"""Numbers of days to choose from."""
_MOST_ACTORS, _MOST_ROWS = 60, 40
"""Largest number of actors to choose from, and of actors whose reactions are listed."""
_FEW = 3
"""Number of actors, and of pairs of each, up to which the pairs are listed without a click."""
_CAUTION = "This shows order in time, not cause."
_INVITATION = "Choose a type of event or an actor to see what others did after it."
_NOTE = (
    "The base rate is the share of all moments in view that such an event of the actor follows "
    "within as many days, whatever came before. Acts in which the actor itself acts are "
    "left out. Where a date is not exact, what began on the same day counts as following."
)


class ListedPair(NamedTuple):
    """An act and the reaction to it.

    Attributes:
        act, reaction: titles, as in the file, and the selections that open the events.
        when: date of the reaction, and the time after the act.
        relation: the link of the file between the two in words, or an empty text.
    """

    act: Link
    when: str
    reaction: Link
    relation: str


class Reactor(NamedTuple):
    """An actor that reacted.

    Attributes:
        name: text of the file.
        words: number and share of acts that it reacted to, and the base rate.
        pairs: acts with the reaction to each, the latest first.
        is_open: whether the pairs are listed without a click.
    """

    name: str
    words: str
    pairs: tuple[ListedPair, ...]
    is_open: bool


@dataclass(frozen=True)
class Sequences:
    """Everything that is drawn.

    Attributes:
        acts: options for the act, by the name of their group; ungrouped under an empty name.
        days: options for the number of days.
        lead, note: sentences above and below the list; the note is empty if nothing is chosen.
        reactors: the actors that reacted, the most frequent first.
        finding: who reacted most often, in words.
    """

    acts: Mapping[str, tuple[Link, ...]]
    days: tuple[Link, ...]
    lead: str
    note: str
    reactors: tuple[Reactor, ...]
    finding: str


def compute(question: Question) -> Sequences:
    """Compute the choice of an act, and what others did after it."""
    selection = question.selection
    days = tuple(
        Link(count(n, "day"), question.query(within=n), n == selection.within)
        for n in sorted({*_DAYS, selection.within})
    )
    acts = _acts(question)
    if not selection.after:
        return Sequences(acts, days, f"{_INVITATION} {_CAUTION}", "", (), _INVITATION)
    found = find_reactions(
        question.dataset.tables,
        question.level,
        question.selected.visible,
        selection.after,
        selection.within,
    )
    are_few = len(found.reactions) <= _FEW
    reactors = tuple(
        _reactor(question, one, is_open=are_few and one.n <= _FEW)
        for one in found.reactions[:_MOST_ROWS]
    )
    within = count(selection.within, "day")
    return Sequences(
        acts, days, _lead(found, within), _NOTE, reactors, _find(question, found, within)
    )


def _find(question: Question, found: Reactions, days: str) -> str:
    """Return the actors with the most reactions; without any, the sentence above the list."""
    if not found.reactions:
        return _lead(found, days)
    names = question.level.names
    most = highest((isolated(names[one.node]), one.n) for one in found.reactions)
    return reactions_in_words(found.acts - found.too_recent, days, most.words)


def _lead(found: Reactions, days: str) -> str:
    if not found.acts:
        return f"There is no such act in view. {_CAUTION}"
    acts = f"{count(found.acts, 'act')} in view"
    if found.too_recent:
        acts += f", {found.too_recent:,} of them too recent to judge"
    if not found.reactions:
        return f"{acts}; nobody else acted within {days} of any. {_CAUTION}"
    few = " Too few to conclude from." if found.acts - found.too_recent < FEW else ""
    return f"{acts}. {_CAUTION}{few} Who acted within {days}:"


def _reactor(question: Question, one: Reaction, *, is_open: bool) -> Reactor:
    rate = "not known" if isnan(one.base_rate) else percent(one.base_rate)
    words = f"after {one.n:,} of {one.of:,} ({percent(one.n / one.of)}), base rate {rate}"
    if one.n > MOST_PAIRS:
        words += f"; the latest {MOST_PAIRS}"
    pairs = tuple(_listed(question, pair) for pair in one.pairs)
    return Reactor(question.level.names[one.node], words, pairs, is_open)


def _listed(question: Question, pair: Pair) -> ListedPair:
    date = str(question.dataset.tables.events["date"].iat[pair.reaction])
    after = (
        f"{count(pair.days, 'day')} later" if pair.days else "while it lasted or on the same day"
    )
    return ListedPair(
        act=_event(question, pair.act),
        when=f"{words_of(date)}, {after}",
        reaction=_event(question, pair.reaction),
        relation="which answers it by the file's own links" if pair.linked else "",
    )


def _event(question: Question, row: int) -> Link:
    """Return the link that opens an event."""
    events = question.dataset.tables.events
    return Link(str(events["title"].iat[row]), question.query(event=events["id"].iat[row]))


def _acts(question: Question) -> dict[str, tuple[Link, ...]]:
    """Return the options for the act: types by quad class, then the busiest actors."""
    after, counts = question.selection.after, _count_by_type(question)
    groups = {
        words.capitalize(): {
            kind.id: f"{kind.label} ({counts[kind.id]:,})"
            for kind in kinds
            if counts[kind.id] or kind.id == after
        }
        for words, kinds in grouped_types(question.dataset.tables.types.values()).items()
    }
    groups["Any act of"] = _busiest_actors(question)
    if after and not any(after in options for options in groups.values()):
        name = question.dataset.tables.actor_names.get(after, after)
        groups["Not in view"] = {after: isolated(name)}
    links = {
        group: tuple(
            Link(words, question.query(after=id_), id_ == after) for id_, words in options.items()
        )
        for group, options in groups.items()
        if options
    }
    return links if after else {"": (Link("Choose …", question.query(), chosen=True),), **links}


def _count_by_type(question: Question) -> dict[str, int]:
    """Return the number of events in view of each type."""
    tables = question.dataset.tables
    code = tables.type_code[question.selected.visible]
    counts = np.bincount(code, minlength=len(tables.types)).tolist()
    return dict(zip(tables.types, counts, strict=True))


def _busiest_actors(question: Question) -> dict[str, str]:
    """Return the actors with the most acts in view, each with their number."""
    level, members = question.level, question.level.members
    acting = (members.role == Role.ACTOR) & question.selected.visible[members.event]
    acts: IntArray = np.bincount(members.group[acting], minlength=len(level.ids))
    busiest = np.argsort(-acts, kind="stable")[:_MOST_ACTORS]
    return {
        level.ids[code]: f"{isolated(level.names[code])} ({acts[code]:,})"
        for code in busiest.tolist()
        if acts[code]
    }
