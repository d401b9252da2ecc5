"""Events outside the window: their numbers, and the nearest of them where the window is empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link_targets import query_of
from dashboard.query.window import Window
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.query.selection import Selected, Selection


class Nearest(NamedTuple):
    """An event outside an empty window.

    Attributes:
        id, title: id and title (isolated) of the event.
        query: query string of a window of the same length around it.
        is_later: whether it is after the window, not before.
    """

    id: str
    title: str
    query: str
    is_later: bool


class Outside(NamedTuple):
    """Events that pass the filters but are not in the window; see ``Timeline``."""

    before: int
    after: int
    nearest: tuple[Nearest, ...]


def find_outside(
    dataset: Dataset, selection: Selection, selected: Selected, window: Window
) -> Outside:
    """Count the events before and after a window; find the nearest ones if it is empty."""
    tables = dataset.tables
    before = selected.matching & (tables.upper <= window.lower)
    after = selected.matching & (tables.lower >= window.upper)
    counts = int(np.count_nonzero(before)), int(np.count_nonzero(after))
    if selected.visible.any():
        return Outside(*counts, ())
    nearest = []
    if counts[0]:
        rows = np.flatnonzero(before)
        nearest.append((int(rows[np.argmax(tables.upper[rows])]), False))
    if counts[1]:
        nearest.append((int(np.flatnonzero(after)[0]), True))
    return Outside(*counts, tuple(_describe(dataset, selection, window, *one) for one in nearest))


def _describe(
    dataset: Dataset, selection: Selection, window: Window, row: int, is_later: bool
) -> Nearest:
    tables = dataset.tables
    lower = float(tables.instant[row]) - window.span / 2
    around = replace(selection, window=Window.spanning(lower, lower + window.span))
    title = isolated(str(tables.events["title"].iat[row]))
    return Nearest(str(tables.events["id"].iat[row]), title, query_of(around), is_later)
