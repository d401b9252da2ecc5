"""Sequences: what others did within some days of the acts of a type or an actor.

This shows order in time, not cause. Next to how often something followed stands the base rate: how
often it would have, had the acts come at any moment of the time in view. Comparing the two is the
idea of sequential analysis (Sackett 1979; Bakeman and Gottman 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.model.codes import Role
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.model.event_types import event_types
from dashboard.query.matching import has_code

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables

_DAY = 86_400
MOST_PAIRS = 20
"""Acts and reactions listed for each who reacts; of more, the latest."""


class Pair(NamedTuple):
    """An act and what followed: rows of events, the days between, and whether it says so itself.

    ``days`` is 0 where it began before the end of the act: their order is not known.
    """

    act: int
    reaction: int
    days: int
    linked: bool


@dataclass(frozen=True)
class Reaction:
    """What one actor did after the acts.

    Attributes:
        node: code of who reacts.
        n: acts after which it did something; ``of`` counts those in which it did not act itself.
        base_rate: share of all moments in view that are followed by an act of it within as long;
            not a number where the time in view is too short to tell.
        pairs: the first reaction to each of these acts, the latest first.
    """

    node: int
    n: int
    of: int
    base_rate: float
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Sequences:
    """What followed.

    Attributes:
        acts: number of acts in view of the type or actor.
        too_late: those whose days run beyond the last event in view, so that nobody can tell; they
            are not counted.
        reactions: of each who reacted, the most frequent first.
    """

    acts: int
    too_late: int
    reactions: tuple[Reaction, ...]


def sequences(tables: Tables, level: Level, events: BoolArray, after: str, days: int) -> Sequences:
    """Find what followed the acts of a type or an actor.

    A reaction is an event in which another acts that begins no earlier than the act and less than
    ``days`` days after its end.

    Args:
        tables: what the file says.
        level: who acts and reacts.
        events: flags of the events in view.
        after: id of an event type or of a node of the level.
        days: at least 1.
    """
    members = level.members
    acting = (members.role == Role.ACTOR) & events[members.event]
    event, node = members.event[acting], members.group[acting]
    begin = np.maximum(tables.lower, MIN_SECOND + 1)
    acts = _acts(tables, events, event, node == level.code.get(after, -1), after)
    if not len(acts):
        return Sequences(0, 0, ())
    last = int(tables.lower[events].max())
    end = np.minimum(tables.upper[acts], MAX_SECOND - 1) + days * _DAY
    told = end <= last
    reach = int(np.median(end[told] - begin[acts[told]])) if told.any() else days * _DAY
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
        others = told & ~takes_part[acts]
        takes_part[rows] = False
        reaction = _reaction(tables, code, rows, acts[others], end[others], links)
        if reaction.n:
            rate = _base_rate(begin[rows], observed, reach)
            found.append(Reaction(code, reaction.n, reaction.of, rate, reaction.pairs))
    found.sort(key=lambda one: (-one.n / one.of, -one.n, one.node))
    return Sequences(len(acts), int(np.count_nonzero(~told)), tuple(found))


def _acts(
    tables: Tables, events: BoolArray, event: IntArray, is_actor: BoolArray, after: str
) -> IntArray:
    """Return the rows of the acts of a type or an actor."""
    types = list(event_types())
    if after in types:
        return np.flatnonzero(events & has_code(tables.type_code, [types.index(after)]))
    return np.unique(event[is_actor])


def _links(tables: Tables) -> set[tuple[int, int]]:
    """Return the pairs of act and answer that the file itself names."""
    answers = tables.links["kind"].to_numpy() == "responds_to"
    return set(
        zip(
            tables.links["target"].to_numpy()[answers].tolist(),
            tables.links["event"].to_numpy()[answers].tolist(),
            strict=True,
        )
    )


def _reaction(
    tables: Tables,
    node: int,
    rows: IntArray,
    acts: IntArray,
    end: IntArray,
    links: set[tuple[int, int]],
) -> Reaction:
    """Find the first event of a node in the days after each act; ``rows`` are in order of time."""
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
        days = gap // _DAY + 1 if gap >= 0 else 0
        pairs.append(Pair(act, answer, days, (act, answer) in links))
    n = int(np.count_nonzero(followed))
    return Reaction(node, n, len(acts), float("nan"), tuple(reversed(pairs)))


def _base_rate(begin: FloatArray, observed: tuple[int, int], reach: int) -> float:
    """Return the share of moments that are followed by one of some instants within ``reach``.

    Args:
        begin: the instants in seconds, ascending.
        observed: the first and the last moment that events are known of.
        reach: seconds.
    """
    first, last = observed[0], observed[1] - reach
    if last <= first:
        return float("nan")
    lower = np.clip(begin - reach, first, last)
    upper = np.clip(begin, first, last)
    lower[1:] = np.maximum(lower[1:], upper[:-1])
    return float(np.maximum(upper - lower, 0).sum() / (last - first))
