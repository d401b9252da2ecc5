"""A placement of titles in the two zones, and adding or taking out single titles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.timeline.title_rows import (
    TitleRows,
    add_way,
    bits,
    empty_rows,
    remove_ways,
    settle,
)
from dashboard.analysis.timeline.title_ways import ABOVE, BELOW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.timeline.title_ways import Board, Move


class Placement(NamedTuple):
    """The titles in the two zones.

    Attributes:
        zones: the rows above and the rows below the lanes.
        row_0_cost: summed cost of the titles as if all were in row 0, in pixels.
    """

    zones: tuple[TitleRows, TitleRows]
    row_0_cost: float

    @property
    def weight(self) -> float:
        """Their summed weight."""
        return self.zones[ABOVE].weight + self.zones[BELOW].weight

    @property
    def moves(self) -> list[Move]:
        """Their moves."""
        return [
            (zone, way) for zone, titles in enumerate(self.zones) for way in bits(titles.placed)
        ]

    def cost(self, board: Board) -> float:
        """Return their summed cost in pixels, rounded, so that equal placements cost the same."""
        rows = 0
        for titles in self.zones:
            for row, mask in enumerate(titles.rows):
                rows += row * mask.bit_count()
        return round(rows * board.row_height + self.row_0_cost, 3)


def empty_placement(rows: tuple[int, int]) -> Placement:
    """Return no titles in so many rows above and below the lanes."""
    above, below = (empty_rows(max(count, 0)) for count in rows)
    return Placement((above, below), 0.0)


def is_free(board: Board, titles: Placement, move: Move) -> bool:
    """Whether no title excludes a move, wherever the rows are."""
    zone, way = move
    own, other = titles.zones[zone], titles.zones[1 - zone]
    return not (board.rules.clash[way] & own.placed or board.facing[zone][way] & other.placed)


def add_title(board: Board, titles: Placement, move: Move) -> Placement | None:
    """Add a move, if it fits."""
    if not is_free(board, titles, move):
        return None
    zone, way = move
    grown = add_way(board.rules, titles.zones[zone], way)
    if grown is None:
        return None
    other = titles.zones[1 - zone]
    zones = (grown, other) if zone == ABOVE else (other, grown)
    return Placement(zones, titles.row_0_cost + board.cost[zone][way])


def add_first(board: Board, titles: Placement, moves: Iterable[Move]) -> Placement | None:
    """Add the first of some moves that fits."""
    clash, facing = board.rules.clash, board.facing
    placed = titles.zones[ABOVE].placed, titles.zones[BELOW].placed
    for move in moves:
        zone, way = move
        if clash[way] & placed[zone] or facing[zone][way] & placed[1 - zone]:
            continue
        grown = add_title(board, titles, move)
        if grown is not None:
            return grown
    return None


def remove_titles(board: Board, titles: Placement, moves: Iterable[Move]) -> Placement:
    """Take out some of the titles; the others keep their rows."""
    out, cost = [0, 0], titles.row_0_cost
    for zone, way in moves:
        out[zone] |= 1 << way
        cost -= board.cost[zone][way]
    above, below = map(partial(remove_ways, board.rules), titles.zones, out)
    return Placement((above, below), cost)


def settle_titles(board: Board, titles: Placement) -> Placement:
    """Move each title as near to the lanes as the others allow."""
    above, below = map(partial(settle, board.rules), titles.zones)
    return Placement((above, below), titles.row_0_cost)
