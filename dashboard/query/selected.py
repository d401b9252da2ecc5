"""Results of a selection: which events it picks, and which the charts of relations stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray


class Selected(NamedTuple):
    """Events that a selection picks, one flag for each row of ``Tables.events``.

    Attributes:
        matching: passes all filters, at whatever time.
        visible: passes all filters and overlaps the window.
    """

    matching: BoolArray
    visible: BoolArray


class Scope(NamedTuple):
    """Events that the charts of relations stand for, one flag for each event.

    A mark states how many events it stands for, and a click on it lists as many. So the filter that
    the click would set is left out of account.

    Attributes:
        related: in view, whatever dyad is chosen: the events of an edge, a cell or a row.
        around: in view, whatever dyad and nodes are chosen: the events of a node.
    """

    related: BoolArray
    around: BoolArray
