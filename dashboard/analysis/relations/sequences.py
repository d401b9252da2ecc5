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
from dashboard.words.change_findings import reactions_in_words, within_days
from dashboard.words.direction import isolated
from dashboard.words.findings import highest
from dashboard.words.language import gettext, gettext_noop, grouped, ngettext, pgettext
from dashboard.words.numbers import percent

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
_CAUTION = gettext_noop("This shows order in time, not cause.")
_INVITATION = gettext_noop("Choose a type of event or an actor to see what others did after it.")
_NOTE = gettext_noop(
    "The base rate is the share of all moments in view that such an event of the actor follows "
    "within as many days, whatever came before. Acts in which the actor itself acts are "
    "left out. Where a date is not exact, what began on the same day counts as following."
)


class ListedPair(NamedTuple):
    """An act and the reaction to it.

    Attributes:
        act, reaction: titles, as in the file, and the selections that open the events.
        when: date of the reaction, and the time after the act.
        linked: whether the file itself links the two.
    """

    act: Link
    when: str
    reaction: Link
    linked: bool


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
        Link(
            ngettext("{n} day", "{n} days", n),
            question.query(within=n),
            n == selection.within,
        )
        for n in sorted({*_DAYS, selection.within})
    )
    acts = _acts(question)
    if not selection.after:
        invitation = gettext(_INVITATION)
        lead = f"{invitation} {gettext(_CAUTION)}"
        return Sequences(acts, days, lead, "", (), invitation)
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
    lead, finding = _lead(found, selection.within), _find(question, found, selection.within)
    return Sequences(acts, days, lead, gettext(_NOTE), reactors, finding)


def _find(question: Question, found: Reactions, days: int) -> str:
    """Return the actors with the most reactions; without any, the sentence above the list."""
    if not found.reactions:
        return _lead(found, days)
    names = question.level.names
    most = highest((isolated(names[one.node]), one.n) for one in found.reactions)
    return reactions_in_words(found.acts - found.too_recent, days, most.words)


def _lead(found: Reactions, days: int) -> str:
    caution = gettext(_CAUTION)
    if not found.acts:
        return f"{gettext('There is no such act in view.')} {caution}"
    acts = _acts_in_view(found)
    if not found.reactions:
        nobody = gettext(
            "{acts}; nobody else acted {within_days} of any.",
            acts=acts,
            within_days=within_days(days),
        )
        return f"{nobody} {caution}"
    sentences = [gettext("{finding}.", finding=acts), caution]
    if found.acts - found.too_recent < FEW:
        sentences.append(gettext("Too few to conclude from."))
    sentences.append(ngettext("Who acted within {n} day:", "Who acted within {n} days:", days))
    return " ".join(sentences)


def _acts_in_view(found: Reactions) -> str:
    """Return the number of acts, as a clause."""
    if not found.too_recent:
        return ngettext("{n} act in view", "{n} acts in view", found.acts)
    return ngettext(
        "{n} act in view, {too_recent} of them too recent to judge",
        "{n} acts in view, {too_recent} of them too recent to judge",
        found.acts,
        too_recent=found.too_recent,
    )


def _reactor(question: Question, one: Reaction, *, is_open: bool) -> Reactor:
    share = percent(one.n / one.of)
    if isnan(one.base_rate):
        words = pgettext(
            "how often an actor, whose name comes first, reacted to an act",
            "after {n} of {acts} ({share}), base rate not known",
            n=one.n,
            acts=one.of,
            share=share,
        )
    else:
        words = pgettext(
            "how often an actor, whose name comes first, reacted to an act",
            "after {n} of {acts} ({share}), base rate {rate}",
            n=one.n,
            acts=one.of,
            share=share,
            rate=percent(one.base_rate),
        )
    if one.n > MOST_PAIRS:
        words = pgettext(
            "numbers of the reactions of an actor, of which the latest are listed",
            "{numbers}; the latest {most}",
            numbers=words,
            most=MOST_PAIRS,
        )
    pairs = tuple(_listed(question, pair) for pair in one.pairs)
    return Reactor(question.level.names[one.node], words, pairs, is_open)


def _listed(question: Question, pair: Pair) -> ListedPair:
    date = words_of(str(question.dataset.tables.events["date"].iat[pair.reaction]))
    if pair.days:
        when = ngettext("{date}, {n} day later", "{date}, {n} days later", pair.days, date=date)
    else:
        when = gettext("{date}, while it lasted or on the same day", date=date)
    return ListedPair(
        act=_event(question, pair.act),
        when=when,
        reaction=_event(question, pair.reaction),
        linked=pair.linked,
    )


def _event(question: Question, row: int) -> Link:
    """Return the link that opens an event."""
    events = question.dataset.tables.events
    return Link(str(events["title"].iat[row]), question.query(event=events["id"].iat[row]))


def _acts(question: Question) -> dict[str, tuple[Link, ...]]:
    """Return the options for the act: types by quad class, then the busiest actors."""
    after, counts = question.selection.after, _count_by_type(question)
    groups = {
        words: {
            kind.id: f"{kind.label} ({grouped(counts[kind.id])})"
            for kind in kinds
            if counts[kind.id] or kind.id == after
        }
        for words, kinds in grouped_types(question.dataset.tables.types.values()).items()
    }
    groups[pgettext("heading above names of actors", "Any act of")] = _busiest_actors(question)
    if after and not any(after in options for options in groups.values()):
        name = question.dataset.tables.actor_names.get(after, after)
        groups[pgettext("group of options of a menu", "Not in view")] = {after: isolated(name)}
    links = {
        group: tuple(
            Link(words, question.query(after=id_), id_ == after) for id_, words in options.items()
        )
        for group, options in groups.items()
        if options
    }
    return (
        links
        if after
        else {"": (Link(gettext("Choose …"), question.query(), chosen=True),), **links}
    )


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
        level.ids[code]: f"{isolated(level.names[code])} ({grouped(int(acts[code]))})"
        for code in busiest.tolist()
        if acts[code]
    }
