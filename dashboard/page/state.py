"""What the page is about at one moment: the file's state, its tables and its nodes' places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from dashboard.analysis.layout import Layout, lay_out_nodes
from dashboard.analysis.seriation import order_nodes
from dashboard.query.tabulate import tabulate
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import Snapshot, WatchedFile

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.model.book import Book
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables


@dataclass(frozen=True)
class Dataset:
    """Tables, and where the network's nodes stand, computed once per version of a file."""

    tables: Tables

    @classmethod
    def of(cls, tables: Tables) -> Dataset:
        """Prepare tables, and lay out their countries, for the first reader."""
        tables.prepare()
        dataset = cls(tables)
        _ = dataset.country_layout
        return dataset

    @classmethod
    def of_book(cls, book: Book) -> Dataset:
        """Tabulate a book and lay out its nodes."""
        return cls.of(tabulate(book))

    @cached_property
    def country_layout(self) -> Layout:
        """Where countries stand."""
        return lay_out_nodes(self.tables.by_country)

    @cached_property
    def actor_layout(self) -> Layout:
        """Where actors stand."""
        return lay_out_nodes(self.tables.by_actor)

    @cached_property
    def country_order(self) -> IntArray:
        """The countries of the layout, camp by camp."""
        return order_nodes(self.tables.by_country, self.country_layout)

    @cached_property
    def actor_order(self) -> IntArray:
        """The actors of the layout, camp by camp."""
        return order_nodes(self.tables.by_actor, self.actor_layout)

    def order(self, level: str) -> IntArray:
        """Return the nodes of the layout in the order of the matrix."""
        return self.actor_order if level == "actor" else self.country_order

    def layout(self, level: str) -> Layout:
        """Return where the nodes stand, by ``country`` or by ``actor``."""
        return self.actor_layout if level == "actor" else self.country_layout


class Feed(Protocol):
    """Where the page gets its data from: a watched file, or tables that never change."""

    def current(self) -> Snapshot[Dataset]:
        """Return the state now."""


@dataclass(frozen=True)
class FixedFeed:
    """Tables that never change, such as those of a benchmark."""

    snapshot: Snapshot[Dataset]

    @classmethod
    def of(cls, tables: Tables) -> FixedFeed:
        """Wrap tables."""
        return cls(Snapshot(Dataset.of(tables), (), "fixed", good=True))

    def current(self) -> Snapshot[Dataset]:
        """Return the only state there is."""
        return self.snapshot


def watch(path: Path, *, keeps: bool = True) -> WatchedFile[Dataset]:
    """Return the feed of an events file.

    Args:
        path: of the file.
        keeps: whether its last good version is kept in the user's cache folder.
    """
    return WatchedFile(path, Dataset.of_book, LastGood(path, keeps=keeps))
