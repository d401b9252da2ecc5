"""Levels: members and relations of all events, by country and by actor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import Role, Status
from dashboard.model.country_names import name_in_language
from dashboard.query.columns import codes
from dashboard.query.ordering import first_of_equals, order_within, rows_within
from dashboard.query.recent import Spoken
from dashboard.query.relations import RelationCells, build_relations
from dashboard.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.query.columns import BoolArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Members of the events: each pair of event and group once, with the strongest role.

    Attributes:
        event: row of the event, ascending.
        group: code of the country or actor.
        role: code of the ``Role``; ascending within an event.
    """

    event: IntArray
    group: IntArray
    role: IntArray

    @classmethod
    def of(cls, participants: pd.DataFrame, by: str) -> Members:
        """Collect the members of all events by a column of participants, ordered by event."""
        event = participants["event"].to_numpy()
        group, role = codes(participants[by]), codes(participants["role"])
        order = order_within(event, group.astype(np.int64) * len(Role) + role)
        order = order[first_of_equals(event[order], group[order])]
        order = order[order_within(event[order], role[order])]
        return cls(event[order], group[order], role[order])


@dataclass(frozen=True, eq=False)
class Level:
    """The members and relations of all events, with nodes of one kind.

    Attributes:
        by: ``country`` or ``actor``: the column of participants that names the nodes.
        events, participants: tables of the file.
        nodes: the countries or actors, in the order of their codes.
    """

    by: str
    events: pd.DataFrame
    participants: pd.DataFrame
    nodes: pd.DataFrame

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Id of each node."""
        return tuple(map(str, self.nodes["id"]))

    @property
    def names(self) -> tuple[str, ...]:
        """Name of each node in the language of this context."""
        return self._spoken.remember(
            "names", lambda: tuple(map(name_in_language, self.ids, map(str, self.nodes["name"])))
        )

    @cached_property
    def _spoken(self) -> Spoken:
        return Spoken(len(LANGUAGES))

    @cached_property
    def code(self) -> Mapping[str, int]:
        """Code of each node, by id."""
        return {id_: code for code, id_ in enumerate(self.ids)}

    @cached_property
    def related(self) -> int:
        """Number of nodes with a relation to another one."""
        return len(np.union1d(self.cells.source, self.cells.target))

    @cached_property
    def members(self) -> Members:
        """Members of each event."""
        return Members.of(self.participants, self.by)

    def count_events(self, events: BoolArray) -> IntArray:
        """Return for each node the number of flagged events in which it takes part."""
        members = self.members
        rows = rows_within(members.event, events)
        group = members.group[rows]
        if not events.all():
            group = group[events[members.event[rows]]]
        return np.bincount(group, minlength=len(self.ids))

    @cached_property
    def relations(self) -> pd.DataFrame:
        """Event × source × target × score × kind; see ``build_relations``."""
        return build_relations(self.events, self.participants, self.by)

    @cached_property
    def cells(self) -> RelationCells:
        """The relations as arrays for counting."""
        doubtful = [status for status in Status if status.in_doubt]
        in_doubt = np.isin(codes(self.events["status"]), doubtful)
        return RelationCells.of(self.relations, in_doubt)

    @cached_property
    def opposite(self) -> IntArray:
        """Number of the dyad in the other direction of each dyad, or -1."""
        cells = self.cells
        key = cells.source * cells.nodes + cells.target
        back = cells.target * cells.nodes + cells.source
        number = np.minimum(np.searchsorted(key, back), max(len(key) - 1, 0))
        return np.where(key[number] == back, number, -1) if len(key) else number

    @cached_property
    def pair(self) -> IntArray:
        """Number of the pair of each dyad: the lower number of its two directions."""
        own = np.arange(self.cells.dyads)
        return np.where(self.opposite < 0, own, np.minimum(own, self.opposite))

    @cached_property
    def is_first_of_pair(self) -> BoolArray:
        """Whether each relation is the first of its pair in its event, ``joint`` ones last."""
        cells = self.cells
        pair = self.pair[cells.dyad]
        order = order_within(cells.event, pair * 2 + cells.joint)
        first = np.zeros(len(order), dtype=bool)
        first[order] = first_of_equals(cells.event[order], pair[order])
        return first
