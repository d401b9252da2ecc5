"""Lanes of the timeline: their choice and order, and which event has a mark in which lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.order import actor_order
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.levels import Members
from dashboard.query.ordering import first_of_equals
from dashboard.words.language import ngettext

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

MOST_LANES = 12
"""Largest number of lanes; if there are more, the rarest share the last lane."""
MOST_OPEN = 40
"""Largest number of lanes where the reader opened the shared lane."""
OTHERS = "others"
"""Id of the shared lane."""
_MANY_LANES, _SEVERAL = 6, 3
"""Number of lanes up to which each actor has its own, and of actors of a single event from which
these share one."""
_MOST_NAMED = 99
"""Largest number of further actors that is counted for a mark of the shared lane."""
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
        group: for each mark, the code of its country or actor: in ``OTHERS`` the first of them.
        more: for each mark, the number of further ones of the event in ``OTHERS``.
        actors: ids by code; empty for types and statuses.
        actor_names: names by code.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    event: IntArray
    lane: IntArray
    role: IntArray
    group: IntArray
    more: IntArray
    actors: tuple[str, ...]
    actor_names: tuple[str, ...]


def lanes_of(dataset: Dataset, selection: Selection) -> Lanes:
    """Return the lanes of a selection, whatever its window and its open event; they are kept.

    >>> from dashboard import Dataset, Selection, load
    >>> lanes_of(Dataset(load("events.yaml")), Selection()).names[:2]
    ('Russia', 'North Korea')
    """
    filters = selection.of_lanes

    def lay_out() -> Lanes:
        matching = filters.apply(dataset.tables).matching
        is_open = filters.others == "open"
        return lay_out_lanes(dataset, filters.lanes, matching, filters.pins, is_open)

    return dataset.recent.remember(("lanes", filters), lay_out)


def lay_out_lanes(
    dataset: Dataset,
    by: str,
    matching: BoolArray,
    pins: tuple[str, ...] = (),
    is_open: bool = False,
) -> Lanes:
    """Lay out lanes for the events that match.

    Actors of a single event share the last lane if there are several and many lanes.

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
    free = _choose_own(by, present, pinned, counts, is_open)
    kept = np.concatenate([pinned, free])
    ordered = kept
    if by not in _FIXED:
        ordered = np.concatenate([pinned, _in_order(dataset, by, free)])
    position = np.full(len(ids), len(kept), dtype=np.int16)
    position[ordered] = np.arange(len(ordered))
    lane: IntArray = position[group]
    lane_ids = [ids[code] for code in ordered]
    lane_names = [names[code] for code in ordered]
    more: IntArray = np.zeros(len(event), dtype=np.int8)
    if len(present) > len(kept):
        lane_ids.append(OTHERS)
        # Translators: the lane that several actors, types or statuses share: 14 others.
        lane_names.append(ngettext("{n} other", "{n} others", len(present) - len(kept)))
        once, more = _once(event, lane == len(kept))
        event, lane, role, group, more = (
            column[once] for column in (event, lane, role, group, more)
        )
    of_actors = by not in _FIXED
    return Lanes(
        tuple(lane_ids),
        tuple(lane_names),
        event,
        lane,
        role,
        group,
        more,
        ids if of_actors else (),
        names if of_actors else (),
    )


def _choose_own(
    by: str, present: IntArray, pinned: IntArray, counts: IntArray, is_open: bool
) -> IntArray:
    """Return the groups below the pinned ones that have a lane of their own.

    Args:
        by: kind of the lanes.
        present: groups with an event, and pinned ones.
        pinned: pinned groups.
        counts: number of events of each group.
        is_open: whether the reader opened the shared lane.
    """
    free: IntArray = np.setdiff1d(present, pinned)
    if by not in _FIXED and not is_open and len(present) > _MANY_LANES:
        several = free[counts[free] > 1]
        if len(several) > 1 and len(free) - len(several) >= _SEVERAL:
            free = several
    own = len(pinned) + len(free)
    most = MOST_OPEN if is_open else MOST_LANES
    if own + (own < len(present)) > most:
        heaviest = np.lexsort((free, -counts[free]))[: most - 1 - len(pinned)]
        free = np.sort(free[heaviest])
    return free


def _in_order(dataset: Dataset, by: str, free: IntArray) -> IntArray:
    """Order lanes as the matrix and the network do, whatever is selected."""
    code = dataset.tables.level(by).code
    order = np.array([code[id_] for id_ in actor_order(dataset, by)], dtype=np.int64)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return free[np.argsort(rank[free])]


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


def _once(event: IntArray, folded: BoolArray) -> tuple[BoolArray, IntArray]:
    """Return flags that keep one mark of each event in the shared lane: that of the first role.

    Returns:
        The flags, and for each mark that is kept the number of others for which it counts.
    """
    keep = ~folded
    keep[folded] = first_of_equals(event[folded])
    more = np.zeros(len(event), dtype=np.int8)
    shared = np.flatnonzero(keep & folded)
    number = np.diff(np.cumsum(folded)[shared], append=np.count_nonzero(folded) + 1)
    more[shared] = np.minimum(number - 1, _MOST_NAMED)
    return keep, more
