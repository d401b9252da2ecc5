"""Folding: rows of coded data that repeat an act, or report its other side, are one event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model.event_types import EventType


class Act(NamedTuple):
    """The act of one row.

    Attributes:
        date: date in EDTF.
        year: its year, 0 if it has none.
        actors: ids of those who act; ``targets`` those of the other side.
        kind: type of the act.
        code: text of the type in the data.
        row: index of the row.
    """

    date: str
    year: int
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    kind: EventType
    code: str
    row: int


@dataclass(slots=True)
class Folded:
    """One event of the data.

    Attributes:
        act: the first row.
        others: further rows of the same act.
        is_mirrored: whether rows report the act from both sides, so that both sides act.
    """

    act: Act
    others: list[Act] = field(default_factory=list)
    is_mirrored: bool = False

    @property
    def rows(self) -> tuple[int, ...]:
        """Indices of the rows of the act, the first one first."""
        return (self.act.row, *(act.row for act in self.others))

    @property
    def actors(self) -> tuple[str, ...]:
        """Those who act."""
        return (*self.act.actors, *self.act.targets) if self.is_mirrored else self.act.actors

    @property
    def targets(self) -> tuple[str, ...]:
        """Those at whom the act is directed."""
        return () if self.is_mirrored else self.act.targets


def fold(acts: Iterable[Act], *, is_mutual: bool = False) -> list[Folded]:
    """Join rows of one day, source, target and code; of a symmetric type in either direction.

    A type is symmetric if all who act are on the same footing, as in talks. If the data have
    only one direction, the event keeps it.

    Args:
        acts: the acts in the order of the rows.
        is_mutual: whether both sides act in all events.
    """
    found: dict[object, Folded] = {}
    for act in acts:
        sides = (act.actors, act.targets)
        is_same_turned = (is_mutual or act.kind.symmetric) and bool(act.targets)
        key = (act.date, act.code, frozenset(sides) if is_same_turned else sides)
        first = found.get(key)
        if first is None:
            found[key] = Folded(act, is_mirrored=is_mutual)
            continue
        first.others.append(act)
        first.is_mirrored = first.is_mirrored or act.actors != first.act.actors
    return list(found.values())
