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
unless it is worse. For few candidates a branch and bound search through all placements follows. The
random numbers have a fixed seed and the effort is counted in rounds, so equal input gives equal
placement.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from dashboard.analysis.timeline.title_placement import (
    Placement,
    add_title,
    empty_placement,
    remove_titles,
    settle_titles,
)
from dashboard.analysis.timeline.title_rows import bits
from dashboard.analysis.timeline.title_search import find_heaviest
from dashboard.analysis.timeline.title_ways import (
    ABOVE,
    Board,
    Candidate,
    Move,
    PlacedTitle,
    make_board,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
    best = _polish(board, find_heaviest(board, empty_placement(rows)))
    return tuple(
        board.ways[way]._replace(row=row, is_above=zone == ABOVE)
        for way, zone, row in sorted(_rows_of(best))
    )


def _rows_of(placement: Placement) -> Iterable[tuple[int, int, int]]:
    """Yield the way, zone and row of each title."""
    for zone, titles in enumerate(placement.zones):
        seen = 0
        for row, mask in enumerate(titles.rows):
            yield from ((way, zone, row) for way in bits(mask & ~seen))
            seen |= mask


def _polish(board: Board, titles: Placement) -> Placement:
    """Give each title, the heaviest first, the cheapest move that the other titles allow."""
    cost = inf
    while titles.cost(board) < cost:
        titles = settle_titles(board, titles)
        cost = titles.cost(board)
        for move in sorted(titles.moves, key=lambda move: -board.rules.weight[move[1]]):
            titles = _cheapest(board, titles, move)
    return titles


def _cheapest(board: Board, titles: Placement, move: Move) -> Placement:
    """Replace a move by that of the same title with the lowest summed cost."""
    rest, cost = remove_titles(board, titles, [move]), titles.cost(board)
    least = rest.cost(board)
    for zone, way in board.moves[board.owner[move[1]]]:
        if least + board.cost[zone][way] >= cost:
            break
        tried = add_title(board, rest, (zone, way))
        if tried is not None and tried.cost(board) < cost:
            titles, cost = tried, tried.cost(board)
    return titles
