"""A dataset: the tables of one version of a file, and everything derived from them once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.layout import lay_out_nodes, place_nodes
from dashboard.analysis.span import span_of
from dashboard.model.book import MOST_IMPORTANCE
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.dates import parse_date
from dashboard.query.known import as_known_on
from dashboard.query.matching import sides_of
from dashboard.query.recent import Recent, Spoken
from dashboard.query.tabulate import tabulate
from dashboard.query.withheld import withhold

if TYPE_CHECKING:
    from dashboard.analysis.relations.layout import NodePositions, Nodes, Size
    from dashboard.model.book import Book
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

_KEPT_RESULTS = 32
"""Results of each dataset's ``recent`` that are kept."""
_KEPT_ROWS, _LEAST_RESULTS = 4_000_000, 4
"""Most events of all these results, because the lanes need 20 bytes for each; and the number of
results that are kept in any case."""
_KEPT_DAYS = 8
"""Most days of ``as_known_on`` whose datasets are kept."""
_KEPT_EVENTS = 200_000
"""Most events of all days that are kept; one day is kept in any case."""

NO_MONTH = -(1 << 30)
"""Month of an event whose date leaves the month open."""
_LONGEST_MONTH = 31 * DAY_SECONDS


@dataclass(frozen=True, eq=False)
class Dataset:
    """Tables of one revision, with every cache that is derived from them.

    Nothing outside holds on to a dataset, so its caches are freed with it when the file changes.

    Attributes:
        tables: the events file as columns.
    """

    tables: Tables

    @classmethod
    def of(cls, tables: Tables) -> Dataset:
        """Prepare tables and lay out their countries, so that the first reader need not wait."""
        tables = tables.packed()
        tables.prepare()
        dataset = cls(tables)
        _ = dataset.country_layout
        return dataset

    @classmethod
    def of_book(cls, book: Book) -> Dataset:
        """Tabulate a book and lay out its nodes."""
        return cls.of(tabulate(book))

    @cached_property
    def recent(self) -> Spoken:
        """Results that depend on a selection or on the size of a chart, and on the language."""
        events = max(1, len(self.tables.events))
        return Spoken(min(_KEPT_RESULTS, max(_LEAST_RESULTS, _KEPT_ROWS // events)))

    def as_known_on(self, day: str) -> Dataset:
        """Return the dataset of what was known by the end of a day.

        Args:
            day: an EDTF date, such as ``Selection.as_known_on``; without one, or if this dataset
                is already of a day, it is returned as it is.

        >>> from dashboard import load
        >>> day = Dataset(load("events.yaml")).as_known_on("2023-10-14")
        >>> max(day.tables.events["known"]) < 1_697_328_000
        True
        """
        if not day or self.tables.cut:
            return self
        second = parse_date(day).upper
        return self._days.remember(second, lambda: Dataset(as_known_on(self.tables, second)))

    @cached_property
    def public(self) -> Dataset:
        """This dataset as it may be passed on: without the content of restricted events."""
        tables = withhold(self.tables)
        return self if tables is self.tables else Dataset(tables)

    @cached_property
    def _days(self) -> Recent:
        """Datasets of the days that were asked for last."""
        events = max(1, len(self.tables.events))
        return Recent(min(_KEPT_DAYS, max(1, _KEPT_EVENTS // events)))

    @cached_property
    def span(self) -> Window:
        """The window that holds every event, with a margin."""
        return span_of(self.tables)

    @cached_property
    def side(self) -> IntArray:
        """Code of the ``Side`` of the score of each event."""
        return sides_of(self.tables.events["score"].to_numpy())

    @cached_property
    def month(self) -> IntArray:
        """Month that contains the instant of each event, in months since January 1970 in UTC.

        ``NO_MONTH`` for an event whose date leaves the month open.
        """
        tables = self.tables
        events, known = tables.events, tables.instant.astype(np.int64).astype("datetime64[s]")
        open_end = (events["open_start"] | events["open_end"]).to_numpy()
        is_long = events["once"].to_numpy() & (tables.upper - tables.lower > _LONGEST_MONTH)
        is_open = (events["precision"] == "year").to_numpy() | (is_long & ~open_end)
        months: IntArray = known.astype("datetime64[M]").astype(np.int32)
        return np.where(is_open, np.int32(NO_MONTH), months)

    @cached_property
    def rows_by_importance(self) -> tuple[IntArray, ...]:
        """Rows of the events of each importance, the highest importance first."""
        importance = self.tables.events["importance"].to_numpy()
        return tuple(
            np.flatnonzero(importance == level).astype(np.int32)
            for level in range(MOST_IMPORTANCE, 0, -1)
        )

    @cached_property
    def country_layout(self) -> NodePositions:
        """Positions of the countries in the unit square."""
        return lay_out_nodes(self.tables.by_country)

    @cached_property
    def actor_layout(self) -> NodePositions:
        """Positions of the actors in the unit square."""
        return lay_out_nodes(self.tables.by_actor)

    def layout(self, level: str) -> NodePositions:
        """Return the positions of the nodes of a level: ``country`` or ``actor``."""
        return self.actor_layout if level == "actor" else self.country_layout

    def nodes(self, level: str, size: Size) -> Nodes:
        """Return the nodes and their names in a plot area."""
        layout = self.layout(level)
        return self.recent.remember(("nodes", level, size), lambda: place_nodes(layout, size))
