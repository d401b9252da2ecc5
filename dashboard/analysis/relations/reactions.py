"""Reactions: acts of others within some days of the acts of a type or an actor.

They show order in time, not cause. The base rate is the share of acts that would be followed if the
acts came at random moments of the time in view. Comparing it with the share of acts that were
followed is the idea of sequential analysis (Sackett 1979; Bakeman and Gottman 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Role
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.matching import has_code

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables

MOST_PAIRS = 20
"""Largest number of pairs that are listed for each actor: the latest."""


class Pair(NamedTuple):
    """An act and the first reaction to it.

    Attributes:
        act, reaction: rows of the two events.
        days: number of days between them, from 1 upward; 0 where the reaction began before the
            end of the act, so that their order is not known.
        linked: whether the file itself links the two.
    """

    act: int
    reaction: int
    days: int
    linked: bool


@dataclass(frozen=True)
class Reaction:
    """The reactions of one actor.

    Attributes:
        node: code of the actor.
        n: number of acts that it reacted to.
        of: number of acts in which it did not act itself.
        base_rate: share of all moments in view that are followed by an act of this actor within
            the same time; NaN where the time in view is too short to judge.
        pairs: the latest acts with the reaction to each, the latest first.
    """

    node: int
    n: int
    of: int
    base_rate: float
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Reactions:
    """The reactions to the acts of a type or an actor.

    Attributes:
        acts: number of acts in view.
        too_recent: number of acts whose days extend beyond the last event in view, so that a
            reaction may not be in the file yet; they are left out of ``of``.
        reactions: the reactions of each actor, the most frequent first.
    """

    acts: int
    too_recent: int
    reactions: tuple[Reaction, ...]


def find_reactions(
    tables: Tables, level: Level, events: BoolArray, after: str, days: int
) -> Reactions:
    """Find the reactions to the acts of a type or an actor.

    A reaction is an event in which another actor acts, and which begins no earlier than the act
    and less than ``days`` days after its end.

    Args:
        tables: the events file.
        level: the nodes that act and react.
        events: mask of the events in view.
        after: id of an event type or of a node of the level.
        days: number of days, at least 1.
    """
    members = level.members
    acting = (members.role == Role.ACTOR) & events[members.event]
    event, node = members.event[acting], members.group[acting]
    begin = np.maximum(tables.lower, MIN_SECOND + 1)
    acts = _acts(tables, events, event, node == level.code.get(after, -1), after)
    if not len(acts):
        return Reactions(0, 0, ())
    last = int(tables.lower[events].max())
    within = days * DAY_SECONDS
    end = np.minimum(tables.upper[acts], MAX_SECOND - 1) + within
    is_over = end <= last
    reach = int(np.median(end[is_over] - begin[acts[is_over]])) if is_over.any() else within
    observed = (int(tables.lower[events].min()), last)
    order = np.lexsort((event, node))
    bounds = np.searchsorted(node[order], np.arange(len(level.ids) + 1))
    links = _links(tables)
    takes_part = np.zeros(len(events), dtype=bool)
    found = []
    for code in np.unique(node).tolist():
        rows = event[order[bounds[code] : bounds[code + 1]]]
        if level.ids[code] == after:
            continue
        takes_part[rows] = True
        others = is_over & ~takes_part[acts]
        takes_part[rows] = False
        n, pairs = _first_reactions(tables, rows, acts[others], end[others], links)
        if n:
            rate = _base_rate(begin[rows], observed, reach)
            found.append(Reaction(code, n, int(np.count_nonzero(others)), rate, pairs))
    found.sort(key=lambda one: (-one.n / one.of, -one.n, one.node))
    return Reactions(len(acts), int(np.count_nonzero(~is_over)), tuple(found))


def _acts(
    tables: Tables, events: BoolArray, event: IntArray, is_actor: BoolArray, after: str
) -> IntArray:
    """Return the rows of the acts of a type or an actor."""
    types = list(tables.types)
    if after in types:
        return np.flatnonzero(events & has_code(tables.type_code, [types.index(after)]))
    return np.unique(event[is_actor])


def _links(tables: Tables) -> set[tuple[int, int]]:
    """Return the pairs of act and reaction (rows) that the file itself links."""
    answers = tables.links["kind"].to_numpy() == "responds_to"
    return set(
        zip(
            tables.links["target"].to_numpy()[answers].tolist(),
            tables.links["event"].to_numpy()[answers].tolist(),
            strict=True,
        )
    )


def _first_reactions(
    tables: Tables, rows: IntArray, acts: IntArray, end: IntArray, links: set[tuple[int, int]]
) -> tuple[int, tuple[Pair, ...]]:
    """Find the first reaction of an actor to each act.

    Args:
        tables: the events file.
        rows: rows of the events in which the actor acts, in order of time.
        acts: rows of the acts in which the actor does not act.
        end: second up to which a reaction to each act may begin.
        links: pairs of act and reaction that the file links.

    Returns:
        Number of acts that the actor reacted to, and the latest of them with their reactions.
    """
    begin = tables.lower[rows]
    place = np.searchsorted(begin, tables.lower[acts], side="left")
    followed = place < len(rows)
    followed[followed] = begin[place[followed]] < end[followed]
    pairs = []
    latest = np.flatnonzero(followed)[-MOST_PAIRS:]
    columns = (column[latest].tolist() for column in (acts, place, end))
    for act, at, until in zip(*columns, strict=True):
        after = np.searchsorted(begin, until, side="left")
        candidates = rows[at:after].tolist()
        answer = next((row for row in candidates if (act, row) in links), candidates[0])
        gap = int(tables.lower[answer]) - int(tables.upper[act])
        days = gap // DAY_SECONDS + 1 if gap >= 0 else 0
        pairs.append(Pair(act, answer, days, (act, answer) in links))
    return int(np.count_nonzero(followed)), tuple(reversed(pairs))


def _base_rate(begin: FloatArray, observed: tuple[int, int], reach: int) -> float:
    """Return the share of moments that are followed by an instant within ``reach``.

    Args:
        begin: the instants in seconds, ascending.
        observed: first and last second of the time in view.
        reach: length of time in seconds.
    """
    first, last = observed[0], observed[1] - reach
    if last <= first:
        return float("nan")
    lower = np.clip(begin - reach, first, last)
    upper = np.clip(begin, first, last)
    lower[1:] = np.maximum(lower[1:], upper[:-1])
    return float(np.maximum(upper - lower, 0).sum() / (last - first))
