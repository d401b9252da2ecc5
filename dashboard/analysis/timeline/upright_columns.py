"""Columns of the upright timeline: the lanes that a narrow plot has space for, and their marks.

x = 0   x[0]  x[1]  x[2]                    width
│       ╱Japan╱Rus. ╱others                │    names, slanted
├───────│─────│─────│──── title ────────────┤
│       ●─────○     │     13 Sep 2023       │
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.text_width import cut, text_width
from dashboard.analysis.timeline.lane_labels import last_words
from dashboard.analysis.timeline.lanes import OTHERS, Lanes, lanes_of
from dashboard.query.choices import NODES
from dashboard.words.direction import isolated
from dashboard.words.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.plot_area import PlotArea
    from dashboard.query.columns import IntArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

STEP = 23.0
"""Distance of two columns in pixels."""
EDGE = 12.0
"""Free pixels at the left and the right of the plot."""
NAME_FONT = 12.0
"""Font size of the names of columns, in pixels."""
NAME_ANGLE = 60.0
"""Angle between the names and the horizontal, in degrees."""
_SHARE = 0.45
"""Largest part of the width that the columns use."""
_LONGEST_NAME = 84.0
"""Length in pixels from which a name is shortened."""


class Column(NamedTuple):
    """A column.

    Attributes:
        id: id of the lane.
        name: its name, shortened and isolated.
        x: x of its middle in pixels.
        query: query string of its events; empty for a lane of no actor.
    """

    id: str
    name: str
    x: float
    query: str


class Columns(NamedTuple):
    """The columns, the lanes that they show, and the column of each lane."""

    columns: tuple[Column, ...]
    lanes: Lanes
    column: IntArray


class Place(NamedTuple):
    """A mark before it is placed: row of its event, its column, id of its actor, and its role."""

    event: int
    column: int
    actor: str
    role: int


def choose_columns(dataset: Dataset, selection: Selection, plot_area: PlotArea) -> Columns:
    """Choose the columns: all lanes if they fit, else the pinned and the most frequent.

    The other lanes share the last column, and with them those of a single event.
    """
    lanes = lanes_of(dataset, selection)
    most = max(2, int(plot_area.width * _SHARE // STEP))
    own = [lane for lane, id_ in enumerate(lanes.ids) if id_ != OTHERS]
    if len(lanes.ids) > most:
        own = sorted(_weightiest(lanes, own, selection.of_lanes.pins)[: most - 1])
    column = np.full(len(lanes.ids), len(own))
    column[own] = np.arange(len(own))
    names = [(lanes.ids[lane], lanes.names[lane]) for lane in own]
    if len(own) < len(lanes.ids):
        names.append((OTHERS, pgettext("the column of all other actors", "others")))
    queries = _queries(selection, [id_ for id_, _ in names])
    labels = _shortened([name for _, name in names], plot_area.scale)
    columns = (
        Column(id_, label, EDGE + STEP * (at + 0.5), query)
        for at, ((id_, _), label, query) in enumerate(zip(names, labels, queries, strict=True))
    )
    return Columns(tuple(columns), lanes, column)


def name_places(tables: Tables, chosen: Columns, by: str, rows: IntArray) -> Iterator[Place]:
    """Yield the marks of some events, one for each event and column, ordered by event.

    Args:
        tables: tables of the file.
        chosen: the columns.
        by: kind of the lanes, such as ``country``.
        rows: rows of ``Tables.events``.
    """
    lanes = chosen.lanes
    drawn = np.flatnonzero(np.isin(lanes.event, rows))
    seen: set[tuple[int, int]] = set()
    parts = (lanes.event[drawn], lanes.lane[drawn], lanes.role[drawn])
    for event, lane, role in zip(*(part.tolist() for part in parts), strict=True):
        column = int(chosen.column[lane])
        # Within an event the strongest role comes first: it is the one of a shared column.
        if (event, column) not in seen:
            seen.add((event, column))
            id_ = lanes.ids[lane]
            actor = _other(tables, lanes, by, event) if id_ == OTHERS else id_
            yield Place(event, column, actor if by in NODES else "", role)


def height_of_names(columns: tuple[Column, ...], scale: float) -> float:
    """Return the height in pixels that the slanted names need."""
    longest = max((text_width(it.name, NAME_FONT, scale=scale) for it in columns), default=0.0)
    turn = np.radians(NAME_ANGLE)
    return float(np.ceil(longest * np.sin(turn) + NAME_FONT * np.cos(turn) + 8))


def _weightiest(lanes: Lanes, own: list[int], pins: tuple[str, ...]) -> list[int]:
    """Return the pinned lanes, then those of several events, the most frequent first."""
    counts = np.bincount(lanes.lane, minlength=len(lanes.ids)).tolist()
    several = (lane for lane in own if counts[lane] > 1 or lanes.ids[lane] in pins)
    return sorted(several, key=lambda lane: (lanes.ids[lane] not in pins, -counts[lane]))


def _other(tables: Tables, lanes: Lanes, by: str, event: int) -> str:
    """Return the first actor of an event that has no lane of its own."""
    level = tables.level(by)
    members = level.members
    start, end = np.searchsorted(members.event, [event, event + 1]).tolist()
    ids = (level.ids[group] for group in members.group[start:end].tolist())
    return next((id_ for id_ in ids if id_ not in lanes.ids), "")


def _queries(selection: Selection, ids: list[str]) -> list[str]:
    """Return the query of the events of each lane of an actor; empty for other lanes."""
    if selection.lanes not in NODES:
        return [""] * len(ids)
    level = replace(selection, nodes=selection.lanes)
    of_nodes = level.queries_of_nodes([id_ for id_ in ids if id_ != OTHERS])
    return [*of_nodes, ""][: len(ids)]


def _shortened(names: list[str], scale: float) -> list[str]:
    """Return names that fit; those that would be shortened alike keep their last words."""
    labels = [cut(name, _LONGEST_NAME, NAME_FONT, scale=scale) for name in names]
    return [
        isolated(
            (last_words(name, _LONGEST_NAME, NAME_FONT, scale) if labels.count(label) > 1 else "")
            or label
        )
        for name, label in zip(names, labels, strict=True)
    ]
