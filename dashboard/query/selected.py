"""Results of a selection: masks of the events that it picks, and of those behind the relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray


class Selected(NamedTuple):
    """Masks of the events that a selection picks, over the rows of ``Tables.events``.

    Attributes:
        matching: events that pass all filters, at any time.
        visible: events that pass all filters and overlap the window.
    """

    matching: BoolArray
    visible: BoolArray

    def spread(self, events: BoolArray) -> Selected:
        """Return the masks over more events, of which these are the flagged ones.

        >>> Selected(np.array([True]), np.array([False])).spread(np.array([False, True])).matching
        array([False,  True])
        """
        masks = np.zeros((len(self), len(events)), dtype=bool)
        masks[:, events] = self
        return Selected(*masks)


class Scope(NamedTuple):
    """Masks of the events that the charts of relations count.

    An edge, cell or node has a count of events, and a click on it lists the same number of events.
    So these masks ignore the filter that the click would set.

    Attributes:
        related: events in view without the dyad filter: counted by an edge, a cell or a row.
        around: events in view without the dyad and node filters: counted by a node.
    """

    related: BoolArray
    around: BoolArray
