"""Feeds: sources of the current dataset, from a watched file or from tables that never change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dashboard.analysis.dataset import Dataset
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import Snapshot, WatchedFile

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.query.tables import Tables


class Feed(Protocol):
    """The source of the page's data."""

    def current(self) -> Snapshot[Dataset]:
        """Return the present state of the source."""


@dataclass(frozen=True)
class FixedFeed:
    """Tables that never change, such as those of a benchmark."""

    snapshot: Snapshot[Dataset]

    @classmethod
    def of(cls, tables: Tables) -> FixedFeed:
        """Wrap tables."""
        return cls(Snapshot(Dataset.of(tables), (), "fixed", good=True, version="fixed"))

    def current(self) -> Snapshot[Dataset]:
        """Return the only state."""
        return self.snapshot


def watch(path: Path, *, keeps: bool = True) -> WatchedFile[Dataset]:
    """Return the feed of an events file.

    Args:
        path: the events file.
        keeps: whether its last good version is kept in the user's cache folder.
    """
    return WatchedFile(path, Dataset.of_book, LastGood(path, keeps=keeps))
