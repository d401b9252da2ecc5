"""The question that every view of the relations answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.analysis.link import Link
from dashboard.analysis.link_targets import query_of
from dashboard.analysis.relations.layout import Size
from dashboard.analysis.timeline.plot_area import PlotArea

if TYPE_CHECKING:
    from typing import Any

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.relations.layout import NodePositions
    from dashboard.query.dyad import Dyad
    from dashboard.query.levels import Level
    from dashboard.query.selection import Scope, Selected, Selection


@dataclass(frozen=True, eq=False)
class Question:
    """A selection of a dataset, and the plot areas for the answer.

    Attributes:
        dataset: the tables of a file with their caches.
        selection: the choices of the reader.
        selected: masks of the events that the selection picks.
        scope: masks of the events that the marks stand for.
        size: plot area of the network.
        time_axis: plot area of the courses over time.
    """

    dataset: Dataset
    selection: Selection
    selected: Selected
    scope: Scope
    size: Size
    time_axis: PlotArea

    @classmethod
    def of(
        cls,
        dataset: Dataset,
        selection: Selection,
        *,
        selected: Selected | None = None,
        size: Size | None = None,
        time_axis: PlotArea | None = None,
    ) -> Question:
        """Return a question; what is not given is computed, or of the size of a notebook."""
        picked = selected or selection.apply(dataset.tables)
        scope = selection.scope(dataset.tables, picked)
        sizes = size or Size(760.0, 500.0), time_axis or PlotArea(1000.0)
        return cls(dataset, selection, picked, scope, *sizes)

    @property
    def level(self) -> Level:
        """The countries or the actors, with their relations."""
        return self.dataset.tables.level(self.selection.nodes)

    @property
    def positions(self) -> NodePositions:
        """The nodes that network and matrix show, with their positions."""
        return self.dataset.layout(self.selection.nodes)

    def query(self, **changes: Any) -> str:
        """Return the query of the selection with some fields changed."""
        return query_of(replace(self.selection, **changes))

    def link(self, dyad: Dyad, words: str) -> Link:
        """Return the link to the events of a dyad alone, with no event open."""
        return Link(words, self.query(dyads=(dyad,), event=""), dyad in self.selection.dyads)
