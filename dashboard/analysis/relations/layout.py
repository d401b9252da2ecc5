"""Node positions: two columns in the unit square for a file, and pixels for a plot area.

    ├ name ┤├ bows ┤●───────────●├ bows ┤├ name ┤

x runs to the right, y downwards. Positions come from the whole file and never from a selection.
The names are on the outer sides, outside of the bows, so that no line reaches them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.columns import arrange
from dashboard.analysis.relations.dyads import join_directions, tally
from dashboard.analysis.text_width import cut, text_width, widest_head

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.levels import Level

MOST_NODES = 60
"""Largest number of nodes that are shown: those with the most relations."""
FONT, LINE = 12.5, 14.5
"""Font size of the names and distance of two lines, in pixels."""
_EDGE, _GAP = 6.0, 9.0
"""Pixels left free at the sides of the plot area, and beside the names."""
_NAME_SHARE = 0.24
"""Largest width of a name, as a fraction of the plot area; longer names are broken, then cut."""
_BOW_SHARE = 0.2
"""Width of the bows of a column, as a fraction of the width between the names."""
_LEAST_PITCH = 16.0
"""Least distance of two rows in pixels; a chart of more rows is higher than its plot area."""
_SMALLEST, _LARGEST = 4.0, 9.0
"""Radii of nodes in pixels: that of a node without relations, and the largest."""
_LEAST_RADIUS, _CLEAR = 3.0, 0.6
"""Least radius in a crowd, in pixels; largest radius as a fraction of the distance at which the
steepest line passes the next node of a column."""


class Size(NamedTuple):
    """Plot area of the network.

    Attributes:
        width, height: in pixels.
        scale: width of the browser's font, relative to that of ``text_width``.
    """

    width: float
    height: float
    scale: float = 1.0


@dataclass(frozen=True, eq=False)
class NodePositions:
    """Positions of the nodes of a file, the same for every selection.

    Attributes:
        node: code of each node in its level, ascending.
        ids: id of each node.
        level: the level of the nodes.
        column, row: 0 for the left and 1 for the right column, and the row in it, from the top.
        place: (nodes, 2) array of x and y in the unit square.
        weight: number of relations of each node in the whole file.
        beside_bow: whether a bow between two nodes of its column passes each node or ends at it.
        hidden: number of nodes with relations that are not shown.
    """

    node: IntArray
    ids: tuple[str, ...]
    level: Level
    column: IntArray
    row: IntArray
    place: FloatArray
    weight: IntArray
    beside_bow: BoolArray
    hidden: int

    @property
    def names(self) -> tuple[str, ...]:
        """Name of each node, in the language of this context."""
        names = self.level.names
        return tuple(names[code] for code in self.node.tolist())

    @property
    def order(self) -> IntArray:
        """The nodes from top to bottom, first the left, then the right column."""
        return np.lexsort((self.row, self.column))


@dataclass(frozen=True, eq=False)
class Nodes:
    """Nodes in a plot area, in pixels.

    Attributes:
        x, y, radius: centres and radii.
        bow: width that the bows of each column may use, from its nodes outward.
        name_x: position at which each name ends in the left column, or begins in the right one.
        names: name of each node in one or two lines.
        height: height of the plot area; more than asked for where there are many rows.
    """

    x: FloatArray
    y: FloatArray
    radius: FloatArray
    bow: tuple[float, float]
    name_x: FloatArray
    names: tuple[tuple[str, ...], ...]
    height: float


def lay_out_nodes(level: Level) -> NodePositions:
    """Compute the positions of the nodes of a file; once per revision."""
    everything = np.ones(len(level.events), dtype=bool)
    dyads = tally(level.cells, everything)
    weight = sum(np.bincount(end, dyads.n, len(level.ids)) for end in (dyads.source, dyads.target))
    weight = np.asarray(weight, dtype=np.int64)
    kept = _weightiest(weight)
    both = join_directions(tally(level.cells, everything, kept), len(kept))
    columns = arrange(both.n, both.mean, _pairs(level, kept))
    column, row = np.zeros((2, len(kept)), dtype=np.int64)
    beside_bow = np.zeros(len(kept), dtype=bool)
    for side, own in enumerate(columns):
        column[own], row[own] = side, np.arange(len(own))
        for top, bottom in np.argwhere(np.triu(both.n[np.ix_(own, own)])).tolist():
            beside_bow[own[top : bottom + 1]] = True
    return NodePositions(
        node=kept,
        ids=tuple(level.ids[code] for code in kept),
        level=level,
        column=column,
        row=row,
        place=_spread(column, row),
        weight=weight[kept],
        beside_bow=beside_bow,
        hidden=int(np.count_nonzero(weight)) - len(kept),
    )


def _pairs(level: Level, kept: IntArray) -> IntArray:
    """Return the tied pairs in the order of their first events in the file."""
    cells, line = level.cells, level.events["line"].to_numpy()
    position = np.full(len(level.ids), -1)
    position[kept] = np.arange(len(kept))
    # A pair is first in the first event of either of its dyads: there are few dyads to sort.
    first_line = np.full(cells.dyads, np.iinfo(np.int64).max)
    np.minimum.at(first_line, cells.dyad, line[cells.event])
    order = np.argsort(first_line, kind="stable")
    source, target = (position[end[order]] for end in (cells.source, cells.target))
    shown = (source >= 0) & (target >= 0)
    ends = np.sort(np.stack([source[shown], target[shown]], axis=1), axis=1)
    # One number for each pair: sorting pairs of numbers takes ten times as long.
    _, first = np.unique(ends[:, 0] * len(kept) + ends[:, 1], return_index=True)
    return ends[np.sort(first)]


def _weightiest(weight: IntArray) -> IntArray:
    """Return the nodes with the most relations, ascending; nodes without relations are left out."""
    present = np.flatnonzero(weight)
    return np.sort(present[np.lexsort((present, -weight[present]))[:MOST_NODES]])


def _spread(column: IntArray, row: IntArray) -> FloatArray:
    """Spread the rows of each column evenly; the longer column from the top to the bottom."""
    counts = np.bincount(column, minlength=2)
    longest, own = counts.max(initial=0), counts[column]
    inner = (row + 0.5) / np.maximum(own, 1)
    if longest == 1:  # two nodes: the line between them fills the plot area
        y = column.astype(np.float64)
    else:
        y = np.where(own == longest, row / max(longest - 1, 1), inner)
    return np.round(np.stack([column.astype(np.float64), y], axis=1), 4)


def place_nodes(positions: NodePositions, size: Size) -> Nodes:
    """Place nodes and names in a plot area; the same for every selection."""
    rows = int(np.bincount(positions.column, minlength=2).max(initial=1))
    margin = LINE + 3.5
    height = max(size.height, (rows - 1) * _LEAST_PITCH + 2 * margin)
    pitch = (height - 2 * margin) / max(rows - 1, 1)
    widest, lines = _NAME_SHARE * size.width, 2 if pitch >= 2 * LINE else 1
    names = tuple(_in_lines(name, widest, lines, size.scale) for name in positions.names)
    side, bowed = positions.column, positions.beside_bow
    widths = np.array([max(_width(line, size.scale) for line in name) for name in names])
    left, right = (widths[side == own].max(initial=0.0) + _EDGE + _GAP for own in (0, 1))
    between = size.width - left - right
    left_bow, right_bow = (
        _BOW_SHARE * between if bowed[side == own].any() else 0.0 for own in (0, 1)
    )
    bow = (left_bow, right_bow)
    rim = _LARGEST / 2
    ends = np.array([left + bow[0] + rim, size.width - right - bow[1] - rim])
    x = ends[side]
    beyond = np.where(bowed, np.array(bow)[side], 0.0) + rim + _GAP
    crowd = max(_LEAST_RADIUS, min(pitch / 4, _CLEAR * np.ptp(ends) / max(rows - 1, 1)))
    most = np.sqrt(positions.weight / max(1, positions.weight.max(initial=1)))
    return Nodes(
        x=x,
        y=margin + positions.place[:, 1] * (height - 2 * margin),
        radius=np.minimum(_SMALLEST + (_LARGEST - _SMALLEST) * most, crowd),
        bow=bow,
        name_x=x + np.where(side == 0, -beyond, beyond),
        names=names,
        height=height,
    )


def _width(text: str, scale: float) -> float:
    return text_width(text, FONT, False, scale)


def _in_lines(name: str, width: float, lines: int, scale: float) -> tuple[str, ...]:
    """Return a name in one line, or in two if there is space, shortened if it is too long.

    >>> _in_lines("UN sanctions experts", 90, 2, 1.0), _in_lines("Japan", 90, 1, 1.0)
    (('UN sanctions', 'experts'), ('Japan',))
    """
    if lines == 1 or _width(name, scale) <= width:
        return (cut(name, width, FONT, False, scale),)
    end = name.rfind(" ", 0, widest_head(name, width, FONT, scale) + 1)
    if end <= 0:
        return (cut(name, width, FONT, False, scale),)
    return name[:end], cut(name[end + 1 :], width, FONT, False, scale)
