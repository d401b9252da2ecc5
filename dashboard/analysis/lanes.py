"""Lanes of the timeline: which there are, in which order, and who stands in which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.event_types import event_types
from dashboard.query.tables import Members

if TYPE_CHECKING:
    from dashboard.query.tables import BoolArray, IntArray, Tables

MOST_LANES = 12
"""Lanes beyond this number are folded into one."""
OTHERS = "others"
"""Id of the lane that holds what was folded."""


@dataclass(frozen=True)
class Lanes:
    """The lanes from top to bottom, and one row for each mark that an event has in a lane.

    Attributes:
        ids: id of each lane; the last may be ``OTHERS``.
        names: what to print beside each lane.
        event: row of the event of each mark, ascending.
        lane: lane of each mark, 0 at the top.
        role: 0 actor, 1 target, 2 aimed at: the strongest role in that lane.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    event: IntArray
    lane: IntArray
    role: IntArray


def lanes(tables: Tables, by: str, matching: BoolArray) -> Lanes:
    """Lay out lanes for the events that match.

    Args:
        tables: what the file says.
        by: ``country``, ``actor`` or ``type``.
        matching: flags for each event; lanes without a matching event are left out.
    """
    members, ids, names = _groups(tables, by)
    counted = matching[members.event]
    event, group, role = (part[counted] for part in (members.event, members.group, members.role))
    counts = np.bincount(group, minlength=len(ids))
    present = np.flatnonzero(counts)
    kept = present
    if len(present) > MOST_LANES:
        heaviest = np.lexsort((present, -counts[present]))[: MOST_LANES - 1]
        kept = np.sort(present[heaviest])
    ordered = kept if by == "type" else kept[list(_order(_together(members, kept)))]
    position = np.full(len(ids), len(kept))
    position[ordered] = np.arange(len(ordered))
    lane = position[group]
    lane_ids = [ids[code] for code in ordered]
    lane_names = [names[code] for code in ordered]
    if len(present) > len(kept):
        lane_ids.append(OTHERS)
        lane_names.append(f"{len(present) - len(kept)} others")
        once = _once(event, lane == len(kept))
        event, lane, role = event[once], lane[once], role[once]
    return Lanes(tuple(lane_ids), tuple(lane_names), event, lane, role)


def _groups(tables: Tables, by: str) -> tuple[Members, list[str], list[str]]:
    """Return who takes part, and the ids and names of the groups."""
    if by == "type":
        types = event_types()
        rows = np.arange(len(tables.events))
        members = Members(rows, tables.type_code, np.zeros(len(rows), dtype=np.int8))
        return members, list(types), [kind.label for kind in types.values()]
    if by == "actor":
        return tables.actor_members, list(tables.actors["id"]), list(tables.actors["name"])
    return tables.country_members, list(tables.countries["id"]), list(tables.countries["name"])


def _once(event: IntArray, folded: BoolArray) -> BoolArray:
    """Keep of the folded members of an event the first, which has the strongest role."""
    keep = np.ones(len(event), dtype=bool)
    rows = np.flatnonzero(folded)
    again = rows[1:][event[rows[1:]] == event[rows[:-1]]]
    keep[again] = False
    return keep


def _together(members: Members, kept: IntArray) -> tuple[tuple[int, ...], ...]:
    """Count for each two of the kept groups the events of the file in which both take part."""
    takes_part = np.zeros((len(kept), int(members.event.max(initial=0)) + 1), dtype=np.float32)
    for lane, code in enumerate(kept):
        takes_part[lane, members.event[members.group == code]] = 1
    return tuple(map(tuple, (takes_part @ takes_part.T).astype(int).tolist()))


@lru_cache(maxsize=64)
def _order(together: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    """Order groups so that the links between those who interact are short.

    Minimises the summed length of all links: from the order of the second eigenvector of the
    Laplacian (Juvan and Mohar 1992), by moving single groups while that shortens it.
    """
    size = len(together)
    weight = np.array(together, dtype=float).reshape(size, size)
    np.fill_diagonal(weight, 0)
    if size < 3:
        return tuple(range(size))
    values = np.linalg.eigh(np.diag(weight.sum(axis=0)) - weight)[1][:, 1]
    best = np.lexsort((np.arange(size), np.round(values, 6)))
    length = _length(weight, best)
    improved = True
    while improved:
        improved = False
        for origin in range(size):
            for goal in range(size):
                moved = np.insert(np.delete(best, origin), goal, best[origin])
                if (shorter := _length(weight, moved)) < length - 1e-9:
                    best, length, improved = moved, shorter, True
    if best[0] > best[-1]:
        best = best[::-1]
    return tuple(int(group) for group in best)


def _length(weight: np.ndarray, order: np.ndarray) -> float:
    """Return the summed length of all links under an order: what crosses each gap, added up."""
    ordered = weight[np.ix_(order, order)]
    return float(sum(ordered[:gap, gap:].sum() for _, gap in pairwise(range(len(order)))))
