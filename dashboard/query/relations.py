"""Directed relations: who acted on whom, with which score, derived from who took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.model.event_types import JOINT_TYPE, SIGNAL_TYPE, event_types

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = ("directed", "signal", "mutual", "joint")
"""What makes a relation; of several between the same two in one event the first counts."""


def build_relations(events: pd.DataFrame, participants: pd.DataFrame, level: str) -> pd.DataFrame:
    """Derive the relations of all events.

    An event's actors act on its targets with the event's score (``directed``) and on those it is
    aimed at with the score of *force posture* (``signal``). Without targets, two or more actors
    act on each other with the event's score (``mutual``); with targets, they act jointly, which
    implies at least a consultation (``joint``, the score of *consult*).

    Args:
        events: rows with ``score``.
        participants: rows with ``event``, ``role`` and ``level``, ordered by event.
        level: the column of participants that relations are between: ``country`` or ``actor``.

    Returns:
        ``event`` (row), ``source`` and ``target`` (categories of the level), ``score`` and
        ``kind``, ordered by event; each (event, source, target) once, none with itself.
    """
    ids = participants[level].cat.categories
    frame = pd.DataFrame(
        {
            "event": participants["event"].to_numpy(),
            "node": participants[level].cat.codes.to_numpy().astype(np.int32),
            "role": participants["role"].cat.codes.to_numpy(),
        }
    ).drop_duplicates(ignore_index=True)
    actors, targets, aimed_at = (
        frame.loc[frame["role"] == role, ["event", "node"]] for role in range(3)
    )
    with_targets = np.zeros(len(events), dtype=bool)
    with_targets[targets["event"].to_numpy()] = True
    pairs = _pairs(actors, actors)
    together = with_targets[pairs["event"].to_numpy()]
    scores = events["score"].to_numpy()
    parts = [
        _kind(_pairs(actors, targets), 0, scores),
        _kind(_pairs(actors, aimed_at), 1, np.full(len(events), event_types()[SIGNAL_TYPE].score)),
        _kind(pairs[~together], 2, scores),
        _kind(pairs[together], 3, np.full(len(events), event_types()[JOINT_TYPE].score)),
    ]
    table = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    key = (table["event"].to_numpy().astype(np.int64) * len(ids) + table["source"]) * len(ids)
    _, first = np.unique((key + table["target"]).to_numpy(), return_index=True)
    table = table.iloc[first].reset_index(drop=True)
    for column, categories in (("source", ids), ("target", ids), ("kind", pd.Index(KINDS))):
        table[column] = pd.Categorical.from_codes(table[column].to_numpy(), categories)
    return table


def _pairs(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Pair the nodes of two roles within each event, none with itself."""
    pairs = one.merge(other, on="event").rename(columns={"node_x": "source", "node_y": "target"})
    return pairs[pairs["source"] != pairs["target"]]


def _kind(pairs: pd.DataFrame, kind: int, scores: NDArray[np.float64]) -> pd.DataFrame:
    return pairs.assign(
        score=scores[pairs["event"].to_numpy()], kind=np.full(len(pairs), kind, dtype=np.int8)
    )
