"""The dyads of one event, each with its score and the reason, as all means count them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import RelationKind
from dashboard.model.limits import MOST_ITEMS
from dashboard.query.columns import codes
from dashboard.words.language import gettext, gettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.query.levels import Level

REASONS: Mapping[RelationKind, str] = MappingProxyType(
    {
        RelationKind.DIRECTED: gettext_noop("act on the target"),
        RelationKind.SIGNAL: gettext_noop("signal: aimed at it, as a show of force"),
        RelationKind.MUTUAL: gettext_noop("mutual: no target, each acts on each other"),
        RelationKind.JOINT: gettext_noop("joint: acting together on the target, no tie by itself"),
    }
)
"""The reason for a relation of each kind, in English."""


@dataclass(frozen=True, slots=True)
class CountedDyad:
    """A dyad as one event counts it.

    Attributes:
        source: name of the one who acts.
        target: name of the one acted on.
        ids: ids of both: ``RUS:PRK``.
        both: whether the event counts both directions, with the same score and kind.
        score: score in each direction.
        kind: word of the ``RelationKind``.
        reason: the kind in words.
    """

    source: str
    target: str
    ids: str
    both: bool
    score: float
    kind: str
    reason: str


def list_counted(level: Level, row: int) -> tuple[tuple[CountedDyad, ...], int]:
    """Return the dyads that an event counts, at most ``MOST_ITEMS``, and the number of others.

    The mean of a dyad in network, matrix and measures is the mean of these scores over the events
    in view.

    Args:
        level: countries or actors, with their relations.
        row: row of ``Tables.events``.

    >>> from dashboard import load
    >>> tables = load("events.yaml")
    >>> dyads, others = list_counted(tables.by_country, tables.row_of["treaty"])
    >>> [(one.source, one.target, one.both, one.score, one.kind) for one in dyads]
    [('North Korea', 'Russia', True, 8.0, 'mutual')]
    """
    relations = level.relations
    event = relations["event"].to_numpy()
    begin, end = np.searchsorted(event, [row, row + 1])
    part = relations.iloc[begin:end]
    columns = (codes(part["source"]), codes(part["target"]), part["score"], codes(part["kind"]))
    counted = {
        (source, target): (score, kind)
        for source, target, score, kind in zip(
            *(column.tolist() for column in columns), strict=True
        )
    }
    dyads = []
    for (source, target), (score, kind) in counted.items():
        both = counted.get((target, source)) == (score, kind)
        if both and source > target:
            continue
        reason = RelationKind(kind)
        dyads.append(
            CountedDyad(
                source=level.names[source],
                target=level.names[target],
                ids=f"{level.ids[source]}:{level.ids[target]}",
                both=both,
                score=score,
                kind=reason.word,
                reason=gettext(REASONS[reason]),
            )
        )
    return tuple(dyads[:MOST_ITEMS]), max(0, len(dyads) - MOST_ITEMS)
