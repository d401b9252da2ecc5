"""Ways to place each title: above or below the lanes, left or right of its leader, in each text.

    ┌ a title in full        a title in full ┐
    ┌ a title                        a title ┐    two lines over two rows
    │ in full                        in full │
    ┌ a title…                      a title… ┐    shortened
    x                                        x
0 ──┼────────────────────────────────────────┼──
    ●  reach above                           │
    │                                        │
    ●────────────────────────────────────────●    reach below: from here to ``lanes``
──  │ ────────────────────────────────────── │ ── lanes
    └ a title in full        a title in full ┘

The rows above the lanes and those below are the two *zones*. A *way* is the same in both, so that
one set of rules serves both. A *move* is a way in one zone: ``(ABOVE, way)`` or ``(BELOW, way)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from dashboard.analysis.timeline.title_rows import Rules, make_rules, to_masks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ABOVE, BELOW = 0, 1
"""Zones: the rows above and below the lanes."""
_CUT, _TWO_LINES, _LEFT, _CROSSED = 1.0, 120.0, 12.0, 10.0
"""Costs of each pixel by which a title is shortened, of two lines, of text left of the leader, and
of each mark that the leader crosses, as lengths of leaders in pixels."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that competes for a place; lengths are in pixels.

    Attributes:
        key: any number that identifies the title.
        x: x of its leader.
        width: width of the full text in one line.
        weight: weight of the title; the heaviest titles are shown.
        short: widths of the shortened texts in one line, descending.
        stacked: width of the full text in two lines; 0 if there is none.
        reach: length of the leader within the lanes, for a title above and for one below them.
        crossed: number of marks of other events on these two lengths.
    """

    key: int
    x: float
    width: float
    weight: float
    short: tuple[float, ...] = ()
    stacked: float = 0.0
    reach: tuple[float, float] = (0.0, 0.0)
    crossed: tuple[int, int] = (0, 0)


class PlacedTitle(NamedTuple):
    """A title that is shown.

    Attributes:
        key: key of the candidate.
        x: x of the leader, in pixels.
        left, right: ends of the text, in pixels.
        row: row of the title, that nearest to the lanes if it has two lines; row 0 is the nearest.
        side: side of the leader on which the text is.
        shortened: number of the shortened text, from 1; 0 for the full text.
        lines: number of lines.
        is_above: whether the title is above the lanes, not below.
    """

    key: int
    x: float
    left: float
    right: float
    row: int
    side: Literal["right", "left"]
    shortened: int = 0
    lines: int = 1
    is_above: bool = True


Move = tuple[int, int]
"""A zone and the number of a way."""


@dataclass(frozen=True, slots=True)
class Board:
    """The candidates, all ways to place them, and the rules between these ways.

    Attributes:
        candidates: the candidates.
        ways: all ways, as titles in row 0 above the lanes.
        owner: for each way the position of its candidate.
        moves: for each candidate its moves, the best first.
        narrowest: for each candidate the moves that fit wherever another of its moves fits: first
            those of the better zone.
        longest: for each candidate the moves with its longest text in one line, and in two lines.
        rules: the rules between the ways of one zone.
        facing: for each zone and way a mask of the ways that exclude it from the other zone.
        cost: for each zone and way its cost in row 0, in pixels.
        row_height: height of a row, in pixels, which each higher row costs.
    """

    candidates: Sequence[Candidate]
    ways: Sequence[PlacedTitle]
    owner: Sequence[int]
    moves: Sequence[Sequence[Move]]
    narrowest: Sequence[Sequence[Move]]
    longest: Sequence[Sequence[Move]]
    rules: Rules
    facing: tuple[Sequence[int], Sequence[int]]
    cost: tuple[Sequence[float], Sequence[float]]
    row_height: float


def make_board(
    candidates: Sequence[Candidate], width: float, gap: float, lanes: float, row_height: float
) -> Board:
    """Return all ways to place some titles within [0, width], ``gap`` pixels apart.

    Args:
        candidates: the titles.
        width: width of the plot area in pixels.
        gap: smallest distance of a title and of a leader to other titles and leaders, in pixels.
        lanes: height of all lanes in pixels.
        row_height: height of a row of titles in pixels.
    """
    ways: list[PlacedTitle] = []
    of_candidate: list[range] = []
    for candidate in candidates:
        first = len(ways)
        ways += _ways(candidate, width)
        of_candidate.append(range(first, len(ways)))
    owner = [index for index, own in enumerate(of_candidate) for _ in own]
    cost = _costs(ways, candidates, owner)
    zones = [sorted((ABOVE, BELOW), key=partial(_cost_of_leader, each)) for each in candidates]
    both = list(zip(of_candidate, zones, strict=True))
    return Board(
        candidates,
        ways,
        owner,
        moves=[
            sorted(
                ((zone, way) for zone in order for way in own),
                key=lambda move: cost[move[0]][move[1]],
            )
            for own, order in both
        ],
        narrowest=[list(product(order, _of_text(ways, own, max))) for own, order in both],
        longest=[list(product(order, _of_text(ways, own, min))) for own, order in both],
        rules=make_rules(
            owner,
            [(way.x, way.left, way.right) for way in ways],
            [candidates[index].weight for index in owner],
            [way.lines for way in ways],
            gap,
        ),
        facing=_facing(candidates, owner, gap, lanes),
        cost=cost,
        row_height=row_height,
    )


def _facing(
    candidates: Sequence[Candidate], owner: Sequence[int], gap: float, lanes: float
) -> tuple[list[int], list[int]]:
    """Return the ways that exclude each way from the other zone, for both zones.

    They are those of the same title, and those with a leader that would overlap its own leader.
    """
    x = np.array([each.x for each in candidates], dtype=np.float64)
    reach = np.array([each.reach for each in candidates], dtype=np.float64).reshape(-1, 2)
    above, below = reach.T
    excluded = (np.abs(x[:, None] - x) < gap) & (above[:, None] + below > lanes)
    np.fill_diagonal(excluded, val=True)
    from_above, from_below = (to_masks(each[:, owner]) for each in (excluded, excluded.T))
    return [from_above[each] for each in owner], [from_below[each] for each in owner]


def _cost_of_leader(candidate: Candidate, zone: int) -> float:
    return candidate.reach[zone] + _CROSSED * candidate.crossed[zone]


def _costs(
    ways: Sequence[PlacedTitle], candidates: Sequence[Candidate], owner: Sequence[int]
) -> tuple[list[float], list[float]]:
    """Return the cost of each way in row 0 of the two zones, in pixels."""
    of_zone: tuple[list[float], list[float]] = [], []
    for zone, costs in enumerate(of_zone):
        leader = [_cost_of_leader(each, zone) for each in candidates]
        costs.extend(
            leader[index]
            + _CUT * (candidates[index].width - (way.right - way.left)) * bool(way.shortened)
            + _TWO_LINES * (way.lines - 1)
            + _LEFT * (way.side == "left")
            for way, index in zip(ways, owner, strict=True)
        )
    return of_zone


def _ways(candidate: Candidate, width: float) -> Iterator[PlacedTitle]:
    """Yield the ways that stay inside [0, width], the best first."""
    key, x = candidate.key, candidate.x
    texts = [(candidate.width, 0, 1)]
    if 0 < candidate.stacked < candidate.width:
        texts.append((candidate.stacked, 0, 2))
    for number, length in enumerate(candidate.short, 1):
        if 0 < length < candidate.width:
            texts.append((length, number, 1))
    for length, shortened, lines in texts:
        if x + length <= width:
            yield PlacedTitle(key, x, x, x + length, 0, "right", shortened, lines)
        if x - length >= 0:
            yield PlacedTitle(key, x, x - length, x, 0, "left", shortened, lines)


def _of_text(
    ways: Sequence[PlacedTitle], own: Sequence[int], choose: Callable[[Iterable[int]], int]
) -> list[int]:
    """Return the ways with the longest (``min``) or shortest text (``max``), then two lines."""
    single = [way for way in own if ways[way].lines == 1]
    if single:
        text = choose(ways[way].shortened for way in single)
        single = [way for way in single if ways[way].shortened == text]
    return [*single, *(way for way in own if ways[way].lines == 2)]
