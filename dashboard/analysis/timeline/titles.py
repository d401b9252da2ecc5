"""Placement of titles in rows above and below the lanes; none overlaps or is crossed by a leader.

    above, row 1   ┌ Kim and Putin meet
    above, row 0   │  ┌ Kremlin says there is no proof
    0 ─────────────┼──┼───────────────────────────
                   ●  │                      ○
                      ●       ●              ●
    lanes ────────────────────┼──────────────┼────
    below, row 0              │    Statement ┘
    below, row 1              └ Treaty signed
                   x  x       x              x

A title is placed at the x of its event, to the right or left of a thin vertical leader that ends at
the nearest mark of the event, in one line, or in two lines over two rows. Row 0 is next to the
lanes. Four rules always hold: titles of a row are ``gap`` pixels apart, a leader is ``gap`` pixels
away from every other title that it passes, no title leaves [0, width], and leaders from above and
from below do not overlap within the lanes. ``title_rows`` turns these rules into masks.

The summed weight of the titles shown should be maximal. Among placements of equal weight, the one
with the lowest cost is best: the summed length of the leaders, and what full text, one line and
text to the right are worth as lengths of leaders. A shortened title fits wherever the full title
fits in one line, so the search places the shortest and the two-line ways; a polish at the end gives
each title, the heaviest first, the move with the lowest cost. The search starts from the best of
a few greedy placements, one of them strictly from right to left, and continues by ruin and recreate
(Schrimpf et al. 2000): take out the titles around a hidden one, put in what fits, keep the result
unless it is worse. The random numbers have a fixed seed and the effort is counted in rounds, so
equal input gives equal placement.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import inf
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.timeline.title_rows import (
    TitleRows,
    add_way,
    bits,
    empty_rows,
    remove_ways,
    settle,
)
from dashboard.analysis.timeline.title_ways import (
    ABOVE,
    BELOW,
    Board,
    Candidate,
    Move,
    PlacedTitle,
    make_board,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROUNDS = 40
"""Rounds of ruin and recreate."""
FEW, ROUNDS_OF_FEW = 16, 100
"""Number of candidates up to which there are so many rounds, first with the longest texts."""
SMALLEST_RUIN, LARGEST_RUIN = 8, 16
"""Number of titles that a round places again, at least and at most, with the hidden ones."""
NOISE = 0.95
"""Largest fraction of a weight that chance takes off in a round: 1/20 remains, below 4**-2."""


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

    def is_as_good_as(self, other: Placement, board: Board) -> bool:
        """Whether the weight is larger, or equal at a cost that is not higher."""
        if self.weight != other.weight:
            return self.weight > other.weight
        return self.cost(board) <= other.cost(board)


def place_titles(
    candidates: Sequence[Candidate],
    width: float,
    rows: tuple[int, int],
    gap: float = 8.0,
    row_height: float = 20.0,
    lanes: float = 0.0,
) -> tuple[PlacedTitle, ...]:
    """Choose which titles are shown, and where; return them in the order of their candidates.

    >>> (title,) = place_titles([Candidate(7, x=50, width=100, weight=1)], width=400, rows=(3, 3))
    >>> title.left, title.right, title.row, title.side, title.is_above
    (50, 150, 0, 'right', True)

    Args:
        candidates: the titles. One with its x outside [0, width], or with a width or weight that is
            not positive and finite, is hidden.
        width: width of the plot area in pixels.
        rows: numbers of rows above and below the lanes.
        gap: smallest distance of a title and of a leader to other titles and leaders, in pixels.
        row_height: height of a row in pixels.
        lanes: height of all lanes in pixels.

    Raises:
        ValueError: if ``gap`` is negative or not a number.
    """
    if not gap >= 0:
        raise ValueError(f"gap must be 0 or more, not {gap}")
    able = [
        each
        for each in candidates
        if 0 <= each.x <= width and 0 < each.width < inf and 0 < each.weight < inf
    ]
    board = make_board(able, width, gap, lanes, row_height)
    above, below = (empty_rows(max(count, 0)) for count in rows)
    best = _polish(board, _search(board, Placement((above, below), 0.0)))
    return tuple(
        replace(board.ways[way], row=row, is_above=zone == ABOVE)
        for way, zone, row in sorted(_rows_of(best))
    )


def _rows_of(placement: Placement) -> Iterable[tuple[int, int, int]]:
    """Yield the way, zone and row of each title."""
    for zone, titles in enumerate(placement.zones):
        seen = 0
        for row, mask in enumerate(titles.rows):
            yield from ((way, zone, row) for way in bits(mask & ~seen))
            seen |= mask


def _search(board: Board, empty: Placement) -> Placement:
    """Return the heaviest placement found."""
    events = board.candidates
    able = [owner for owner, moves in enumerate(board.narrowest) if moves]
    reach = {
        owner: min(board.ways[way].left for _, way in board.narrowest[owner]) for owner in able
    }
    right_to_left = sorted(able, key=lambda owner: -events[owner].x)
    heaviest = sorted(right_to_left, key=lambda owner: -events[owner].weight)
    least_reach = sorted(heaviest, key=lambda owner: (-events[owner].weight, -reach[owner]))
    orders = (heaviest, least_reach, right_to_left)
    starts = [_fill(board, empty, order, board.narrowest) for order in orders]
    if len(able) > FEW:
        best = max(starts, key=lambda titles: titles.weight)
        return _improve(board, best, able, board.narrowest, ROUNDS)
    full = _fill(board, empty, heaviest, board.moves)
    full = _improve(board, full, able, board.longest, ROUNDS_OF_FEW)
    best = max((full, *starts), key=lambda titles: titles.weight)
    return _improve(board, best, able, board.narrowest, ROUNDS_OF_FEW)


def _add(board: Board, titles: Placement, move: Move) -> Placement | None:
    """Add a move, if it fits."""
    zone, way = move
    own, other = titles.zones[zone], titles.zones[1 - zone]
    if board.rules.clash[way] & own.placed or board.facing[zone][way] & other.placed:
        return None
    grown = add_way(board.rules, own, way)
    if grown is None:
        return None
    zones = (grown, other) if zone == ABOVE else (other, grown)
    return Placement(zones, titles.row_0_cost + board.cost[zone][way])


def _fill(
    board: Board, titles: Placement, order: Iterable[int], choices: Sequence[Sequence[Move]]
) -> Placement:
    """Add candidates in ``order``, each by the first of its ``choices`` that fits, if any does."""
    for owner in order:
        for move in choices[owner]:
            grown = _add(board, titles, move)
            if grown is not None:
                titles = grown
                break
    return titles


def _remove(board: Board, titles: Placement, moves: Iterable[Move]) -> Placement:
    """Take out some of the titles; the others keep their rows."""
    out, cost = [0, 0], titles.row_0_cost
    for zone, way in moves:
        out[zone] |= 1 << way
        cost -= board.cost[zone][way]
    above, below = map(partial(remove_ways, board.rules), titles.zones, out)
    return Placement((above, below), cost)


def _settle(board: Board, titles: Placement) -> Placement:
    above, below = map(partial(settle, board.rules), titles.zones)
    return Placement((above, below), titles.row_0_cost)


def _improve(
    board: Board,
    titles: Placement,
    able: Sequence[int],
    choices: Sequence[Sequence[Move]],
    rounds: int,
) -> Placement:
    """Ruin and recreate; return the last of the heaviest placements."""
    chance = Random(0)
    orders = _orders(choices)
    for _ in range(rounds):
        hidden = sorted({*able} - {board.owner[way] for _, way in titles.moves})
        if not hidden:
            break
        tried = _recreate(board, titles, chance.choice(hidden), chance.choice(orders), chance)
        if tried.is_as_good_as(titles, board):
            titles = tried
    return titles


def _recreate(
    board: Board,
    titles: Placement,
    middle: int,
    choices: Sequence[Sequence[Move]],
    chance: Random,
) -> Placement:
    """Take out the titles around that of one candidate, and put in what fits, in random order."""
    events = board.candidates
    x, size = events[middle].x, chance.randint(SMALLEST_RUIN, LARGEST_RUIN)
    near = sorted(range(len(events)), key=lambda owner: abs(events[owner].x - x))[:size]
    around = {*near}
    out = [move for move in titles.moves if board.owner[move[1]] in around]
    rest = _settle(board, _remove(board, titles, out))
    wish = {owner: events[owner].weight * (1 - NOISE * chance.random()) for owner in near}
    return _fill(board, rest, sorted(near, key=lambda owner: -wish[owner]), choices)


def _orders(choices: Sequence[Sequence[Move]]) -> list[list[list[Move]]]:
    """Return the moves of each candidate in several orders, none of them from far to near."""
    zoned = [list(moves) for moves in choices]
    mixed = [sorted(moves, key=lambda move: move[1]) for moves in zoned]
    turned = [[*moves[: len(moves) // 2][::-1], *moves[len(moves) // 2 :][::-1]] for moves in zoned]
    return [zoned, turned, mixed, [moves[::-1] for moves in mixed]]


def _polish(board: Board, titles: Placement) -> Placement:
    """Give each title, the heaviest first, the cheapest move that the other titles allow."""
    cost = inf
    while titles.cost(board) < cost:
        titles = _settle(board, titles)
        cost = titles.cost(board)
        for move in sorted(titles.moves, key=lambda move: -board.rules.weight[move[1]]):
            titles = _cheapest(board, titles, move)
    return titles


def _cheapest(board: Board, titles: Placement, move: Move) -> Placement:
    """Replace a move by that of the same title with the lowest summed cost."""
    rest, cost = _remove(board, titles, [move]), titles.cost(board)
    least = rest.cost(board)
    for zone, way in board.moves[board.owner[move[1]]]:
        if least + board.cost[zone][way] >= cost:
            break
        tried = _add(board, rest, (zone, way))
        if tried is not None and tried.cost(board) < cost:
            titles, cost = tried, tried.cost(board)
    return titles
