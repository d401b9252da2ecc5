"""The search for the heaviest placement: greedy starts, ruin and recreate, branch and bound."""

from __future__ import annotations

from functools import cache, partial
from math import inf
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.timeline.title_placement import (
    Placement,
    add_first,
    add_title,
    is_free,
    remove_titles,
    settle_titles,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.analysis.timeline.title_ways import Board, Move


class Effort(NamedTuple):
    """Effort of ruin and recreate.

    Attributes:
        rounds: number of rounds.
        least: number of titles that a round places again, at least.
        most: the same, at most.
    """

    rounds: int
    least: int
    most: int


FEW, EFFORT_OF_FEW = 16, Effort(rounds=60, least=6, most=12)
"""Number of candidates up to which all placements are tried too, and their effort."""
SOME, EFFORT_OF_SOME = 48, Effort(rounds=120, least=8, most=16)
"""Number of candidates up to which a round takes little time, and their effort."""
EFFORT = Effort(rounds=20, least=16, most=24)
"""The effort for more candidates."""
MOST_TRIES = 6000
"""Number of titles that the search through all placements adds before it stops."""
NOISE = 0.95
"""Largest fraction of a weight that chance takes off in a round: 1/20 remains, below 4**-2."""


def find_heaviest(board: Board, empty: Placement) -> Placement:
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
        effort = EFFORT_OF_SOME if len(able) <= SOME else EFFORT
        return _improve(board, best, able, board.narrowest, effort)
    full = _fill(board, empty, heaviest, board.moves)
    full = _improve(board, full, able, board.longest, EFFORT_OF_FEW)
    best = max((full, *starts), key=lambda titles: titles.weight)
    best = _improve(board, best, able, board.narrowest, EFFORT_OF_FEW)
    for order in (heaviest, heaviest[::-1]):
        best = _try_all(board, empty, best, {owner: board.narrowest[owner] for owner in order})
    return best


def _try_all(
    board: Board, empty: Placement, best: Placement, choices: Mapping[int, Sequence[Move]]
) -> Placement:
    """Return the heaviest of all placements, or of those that are tried before the limit.

    Branch and bound: each candidate in turn is placed in each of its ways, or hidden. A branch ends
    if even all candidates that are still free would not make it heavier than the best placement.
    """
    weight = {owner: board.candidates[owner].weight for owner in choices}
    tries = 0

    def branch(titles: Placement, choices: Mapping[int, Sequence[Move]]) -> None:
        nonlocal best, tries
        if titles.weight > best.weight:
            best = titles
        free = {
            owner: able
            for owner, moves in choices.items()
            if (able := [move for move in moves if is_free(board, titles, move)])
        }
        if titles.weight + sum(weight[owner] for owner in free) <= best.weight:
            return
        owner = next(iter(free))
        moves = free.pop(owner)
        for move in moves:
            tries += 1
            grown = add_title(board, titles, move)
            if grown is not None and tries <= MOST_TRIES:
                branch(grown, free)
        if tries <= MOST_TRIES:
            branch(titles, free)

    branch(empty, choices)
    return best


def _fill(
    board: Board,
    titles: Placement,
    order: Iterable[int],
    choices: Sequence[Sequence[Move]],
    spare: float = inf,
) -> Placement:
    """Add candidates in ``order``, each by the first of its ``choices`` that fits, if any does.

    It ends early where those that do not fit weigh more than ``spare``.
    """
    for owner in order:
        grown = add_first(board, titles, choices[owner])
        if grown is not None:
            titles = grown
        elif (spare := spare - board.candidates[owner].weight) < 0:
            break
    return titles


def _improve(
    board: Board,
    titles: Placement,
    able: Sequence[int],
    choices: Sequence[Sequence[Move]],
    effort: Effort,
) -> Placement:
    """Ruin and recreate; return the heaviest placement, of equal ones that of the lowest cost."""
    chance = Random(0)
    orders = _orders(choices)
    neighbours = cache(partial(_by_distance, board, able))
    best, least = titles, titles.cost(board)
    for _ in range(effort.rounds):
        hidden = sorted({*able} - {board.owner[way] for _, way in titles.moves})
        if not hidden:
            break
        size = chance.randint(effort.least, effort.most)
        near = neighbours(chance.choice(hidden))[:size]
        tried = _recreate(board, titles, near, chance.choice(orders), chance)
        if tried.weight < titles.weight:
            continue
        # The search goes on from a placement of equal weight, even at a higher cost.
        titles, cost = tried, tried.cost(board)
        if (tried.weight, -cost) > (best.weight, -least):
            best, least = tried, cost
    unplaced = {*able} - {board.owner[way] for _, way in best.moves}
    left = sorted(unplaced, key=lambda owner: -board.candidates[owner].weight)
    return _fill(board, settle_titles(board, best), left, choices)


def _recreate(
    board: Board,
    titles: Placement,
    near: Sequence[int],
    choices: Sequence[Sequence[Move]],
    chance: Random,
) -> Placement:
    """Take out the titles of some candidates, and put in what fits, in random order.

    It ends as soon as the result is certain to be lighter than before.
    """
    around = {*near}
    out = [move for move in titles.moves if board.owner[move[1]] in around]
    rest = settle_titles(board, remove_titles(board, titles, out))
    weight = {owner: board.candidates[owner].weight for owner in near}
    wish = {owner: own * (1 - NOISE * chance.random()) for owner, own in weight.items()}
    spare = rest.weight + sum(weight.values()) - titles.weight
    return _fill(board, rest, sorted(near, key=lambda owner: -wish[owner]), choices, spare)


def _by_distance(board: Board, able: Sequence[int], owner: int) -> list[int]:
    """Return candidates in the order of their distance from one of them."""
    x = board.candidates[owner].x
    return sorted(able, key=lambda other: abs(board.candidates[other].x - x))


def _orders(choices: Sequence[Sequence[Move]]) -> list[list[list[Move]]]:
    """Return the moves of each candidate in several orders, none of them from far to near."""
    zoned = [list(moves) for moves in choices]
    mixed = [sorted(moves, key=lambda move: move[1]) for moves in zoned]
    turned = [[*moves[: len(moves) // 2][::-1], *moves[len(moves) // 2 :][::-1]] for moves in zoned]
    return [zoned, turned, mixed, [moves[::-1] for moves in mixed]]
