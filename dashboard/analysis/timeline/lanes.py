"""Lanes of the timeline: their choice and order, and which event has a mark in which lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.labels import STATUS_LABELS
from dashboard.query.levels import Members
from dashboard.query.ordering import first_of_equals

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.tables import Tables

MOST_LANES = 12
"""Largest number of lanes; if there are more, the rarest share the last lane."""
MOST_OPEN = 40
"""Largest number of lanes where the reader opened the shared lane."""
OTHERS = "others"
"""Id of the shared lane."""
_FIXED = ("type", "status")
"""Kinds of lanes in a fixed order: an event has a mark in one of them only."""


@dataclass(frozen=True)
class Lanes:
    """The lanes from top to bottom, and one row for each mark that an event has in a lane.

    Attributes:
        ids: id of each lane; the last one may be ``OTHERS``.
        names: name of each lane, as the file has it.
        event: for each mark, the row of its event in ``Tables.events``, ascending.
        lane: for each mark, the number of its lane, 0 at the top.
        role: for each mark, the code of the strongest ``Role`` of the event in this lane.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    event: IntArray
    lane: IntArray
    role: IntArray


def lay_out_lanes(
    dataset: Dataset,
    by: str,
    matching: BoolArray,
    pins: tuple[str, ...] = (),
    is_open: bool = False,
) -> Lanes:
    """Lay out lanes for the events that match.

    Args:
        dataset: the dataset.
        by: ``country``, ``actor``, ``type`` or ``status``.
        matching: a flag for each event; lanes without a matching event are left out.
        pins: ids of the lanes at the top, in this order, even without a matching event; the first
            ``MOST_LANES - 1`` count.
        is_open: whether up to ``MOST_OPEN`` lanes are drawn instead of ``MOST_LANES``.
    """
    members, ids, names = _groups(dataset.tables, by)
    event, group, role = members.event, members.group, members.role
    if not matching.all():
        counted = matching[event]
        event, group, role = event[counted], group[counted], role[counted]
    counts = np.bincount(group, minlength=len(ids))
    pinned = np.array([ids.index(id_) for id_ in pins if id_ in ids], dtype=np.int64)
    pinned = pinned[: MOST_LANES - 1]
    present = np.union1d(np.flatnonzero(counts), pinned)
    free = np.setdiff1d(present, pinned)
    most = MOST_OPEN if is_open else MOST_LANES
    if len(present) > most:
        heaviest = np.lexsort((free, -counts[free]))[: most - 1 - len(pinned)]
        free = np.sort(free[heaviest])
    kept = np.concatenate([pinned, free])
    ordered = kept
    if by not in _FIXED:
        ordered = np.concatenate([pinned, _arranged(dataset, by, free, counts)])
    position = np.full(len(ids), len(kept), dtype=np.int16)
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


def _arranged(dataset: Dataset, by: str, free: IntArray, counts: IntArray) -> IntArray:
    """Order lanes: the most frequent so that links are short, the others below by frequency."""
    by_weight = free[np.lexsort((free, -counts[free]))]
    upper, lower = np.sort(by_weight[:MOST_LANES]), by_weight[MOST_LANES:]
    kept = tuple(upper.tolist())

    def order() -> tuple[int, ...]:
        members = dataset.tables.level(by).members
        return _order(len(kept), _links(members, kept, len(counts)))

    ordered = dataset.recent.remember(("order of lanes", by, kept), order)
    return np.concatenate([upper[list(ordered)], lower])


def _groups(tables: Tables, by: str) -> tuple[Members, tuple[str, ...], tuple[str, ...]]:
    """Return the members of the groups, and the ids and names of the groups."""
    if by not in _FIXED:
        level = tables.level(by)
        return level.members, level.ids, level.names
    if by == "type":
        codes, names = tables.type_code, {id_: kind.label for id_, kind in tables.types.items()}
    else:
        codes, names = tables.status_code, {id_: it.alone for id_, it in STATUS_LABELS.items()}
    members = Members(np.arange(len(codes)), codes, np.zeros(len(codes), dtype=np.int8))
    return members, tuple(names), tuple(names.values())


def _once(event: IntArray, folded: BoolArray) -> BoolArray:
    """Return flags that keep one mark of each event in the shared lane: that of the first role."""
    keep = ~folded
    keep[folded] = first_of_equals(event[folded])
    return keep


def _links(members: Members, kept: tuple[int, ...], groups: int) -> tuple[tuple[int, int], ...]:
    """Count the events of the file by the set of kept groups that take part, one bit a group."""
    bits = np.zeros(groups)
    bits[list(kept)] = 1 << np.arange(len(kept))
    taking_part = np.bincount(members.event, weights=bits[members.group]).astype(np.int64)
    counts = np.bincount(taking_part, minlength=1)
    counts[0] = 0
    return tuple((int(found), int(counts[found])) for found in np.flatnonzero(counts))


def _order(size: int, links: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Order groups so that the summed length of all links, in lanes, is minimal.

    The length of a link is the number of gaps between lanes that it crosses. Which links cross a
    gap depends only on the set of groups above it, so the minimum for each set of upper lanes
    follows from the minima of its subsets (dynamic programming, Held and Karp 1962).

    >>> _order(3, ((0b101, 5), (0b110, 1)))  # 0 and 2 share five events, 1 and 2 one
    (0, 2, 1)

    Args:
        size: number of groups, at most ``MOST_LANES``.
        links: sets of groups, one bit a group, and the number of events of each set.
    """
    sets, bits = np.arange(1 << size), 1 << np.arange(size)
    within = np.zeros(1 << size, dtype=np.int64)
    within[[groups for groups, _ in links]] = [count for _, count in links]
    for bit in bits:
        larger = sets[sets & bit > 0]
        within[larger] += within[larger ^ bit]
    crossing = within[-1] - within - within[::-1]
    least, last = np.zeros_like(crossing), np.zeros_like(crossing)
    for count in range(1, size + 1):
        upper = sets[np.bitwise_count(sets) == count]
        is_in = upper[:, None] & bits > 0
        lengths = np.where(is_in, least[upper[:, None] ^ bits], np.iinfo(np.int64).max)
        # Of equally good groups the later one is placed lower: unrelated groups keep their order.
        last[upper] = size - 1 - np.argmin(lengths[:, ::-1], axis=1)
        least[upper] = lengths.min(axis=1) + crossing[upper]
    order: list[int] = []
    above = len(sets) - 1
    while above:
        order.insert(0, int(last[above]))
        above ^= 1 << order[0]
    return tuple(order if order[:1] <= order[-1:] else order[::-1])
