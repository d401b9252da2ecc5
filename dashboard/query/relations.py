"""Directed relations: sources, targets and scores, derived from the participants of each event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.model.codes import RelationKind, Role
from dashboard.model.event_types import JOINT_SCORE, SIGNAL_SCORE
from dashboard.query.ordering import first_of_equals, order_within

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KIND_TOWARDS = np.array(
    [
        [RelationKind.MUTUAL, RelationKind.DIRECTED, RelationKind.SIGNAL],
        [RelationKind.JOINT, RelationKind.DIRECTED, RelationKind.SIGNAL],
    ],
    dtype=np.int8,
)
"""``RelationKind`` by whether the event has targets (0, 1), and by the ``Role`` of the target."""
_DENSE_DYADS = 1 << 22
"""Up to this many possible dyads, count them in one dense array; beyond, sort."""


@dataclass(frozen=True, slots=True, eq=False)
class RelationCells:
    """Relations as arrays for counting, one element for each relation.

    Attributes:
        event: row of the event, ascending.
        dyad: number of the directed dyad.
        in_doubt: whether the event is neither confirmed nor reported.
        joint: whether the relation is of the kind ``joint``.
        score: score of the relation.
        source, target: codes of each dyad's nodes; dyads are ordered by source, then target.
        nodes: number of nodes.
    """

    event: NDArray[np.integer]
    dyad: NDArray[np.integer]
    in_doubt: NDArray[np.bool_]
    joint: NDArray[np.bool_]
    score: NDArray[np.float64]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    nodes: int

    @classmethod
    def of(cls, relations: pd.DataFrame, in_doubt: NDArray[np.bool_]) -> RelationCells:
        """Number the dyads of relations; ``in_doubt`` flags events."""
        event = relations["event"].to_numpy()
        total = len(relations["source"].cat.categories)
        # Half the memory if the numbers of all dyads fit.
        whole = np.dtype("int32" if total <= 2**15 else "int64")
        source, target = (
            relations[name].cat.codes.to_numpy().astype(whole) for name in ("source", "target")
        )
        pair = source * total + target
        if total * total <= _DENSE_DYADS:
            occurs = np.bincount(pair, minlength=total * total) > 0
            pairs = np.flatnonzero(occurs)
            dyad = (np.cumsum(occurs, dtype=whole) - 1)[pair]
        else:
            pairs, dyad = np.unique(pair, return_inverse=True)
        ends = np.divmod(pairs.astype(np.int64), max(total, 1))
        joint = relations["kind"].cat.codes.to_numpy() == RelationKind.JOINT
        scores = relations["score"].to_numpy()
        return cls(event, dyad.astype(whole), in_doubt[event], joint, scores, *ends, total)

    @property
    def dyads(self) -> int:
        """Number of directed dyads."""
        return len(self.source)


def build_relations(events: pd.DataFrame, participants: pd.DataFrame, level: str) -> pd.DataFrame:
    """Derive the relations of all events.

    An event's actors act on its targets with the event's score (``directed``) and on those it is
    aimed at with ``signal_score``, by default that of *force posture* (``signal``). Without
    targets, two or more actors act on each other with the event's score (``mutual``); with
    targets, they act jointly, with ``joint_score``, by default that of *consult* (``joint``).

    Args:
        events: rows with ``score``, ``joint_score`` and ``signal_score``; the last two may be NaN.
        participants: rows with ``event``, ``role`` and ``level``, ordered by event.
        level: the column of participants that relations are between: ``country`` or ``actor``.

    Returns:
        ``event`` (row), ``source`` and ``target`` (categories of the level), ``score`` and
        ``kind``, ordered by event, source and target; each (event, source, target) once, none
        with itself.
    """
    event = participants["event"].to_numpy()
    node = participants[level].cat.codes.to_numpy()
    role = participants["role"].cat.codes.to_numpy()
    ids = participants[level].cat.categories
    with_targets = np.zeros(len(events), dtype=np.int8)
    with_targets[event[role == Role.TARGET]] = 1

    one, other = _pairs(event, np.flatnonzero(role == Role.ACTOR), len(events))
    apart = node[one] != node[other]
    one, other = one[apart], other[apart]
    event, source, target = event[one], node[one], node[other]
    kind = _KIND_TOWARDS[with_targets[event], role[other]]

    pair = source.astype(np.int64) * len(ids) + target
    order = order_within(event, pair * len(RelationKind) + kind)
    order = order[first_of_equals(event[order], pair[order])]
    event, kind = event[order], kind[order]
    return pd.DataFrame(
        {
            "event": event,
            "source": pd.Categorical.from_codes(source[order], ids),
            "target": pd.Categorical.from_codes(target[order], ids),
            "score": _scores(events, event, kind),
            "kind": pd.Categorical.from_codes(kind, pd.Index([kind.word for kind in RelationKind])),
        }
    )


def _pairs(
    event: NDArray[np.integer], acting: NDArray[np.intp], total: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pair each of the acting participants with every participant of its event."""
    size = np.bincount(event, minlength=total)
    begin = np.cumsum(size) - size
    times = size[event[acting]]
    one = np.repeat(acting, times)
    # Each run of partners begins with the first participant of the event.
    shift = begin[event[acting]] - (np.cumsum(times) - times)
    return one, np.arange(len(one)) + np.repeat(shift, times)


def _scores(
    events: pd.DataFrame, event: NDArray[np.integer], kind: NDArray[np.integer]
) -> NDArray[np.float64]:
    scores: NDArray[np.float64] = events["score"].to_numpy()[event]
    for own, of_kind in ((signal_scores, RelationKind.SIGNAL), (joint_scores, RelationKind.JOINT)):
        rows = kind == of_kind
        scores[rows] = own(events)[event[rows]]
    return scores


def joint_scores(events: pd.DataFrame) -> NDArray[np.float64]:
    """Return for each event the score of its ``joint`` relations."""
    return _own_or(events["joint_score"], JOINT_SCORE)


def signal_scores(events: pd.DataFrame) -> NDArray[np.float64]:
    """Return for each event the score of its ``signal`` relations."""
    return _own_or(events["signal_score"], SIGNAL_SCORE)


def _own_or(column: pd.Series, usual: float) -> NDArray[np.float64]:
    scores = column.to_numpy()
    return np.where(np.isnan(scores), usual, scores)
