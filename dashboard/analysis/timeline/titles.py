"""Places event titles in rows above the lanes so that none overlaps or is crossed by a leader.

A title stands at its event's x, to the right or to the left of a thin vertical leader that drops
from the title's row through all lower rows to the event's mark, in one line or, over two rows, in
two. Row 0 is the lowest. Three rules always hold: titles of a row keep `gap` pixels apart, a leader
keeps `gap` pixels away from every other title that it passes, and no title leaves [0, width].
`title_rows` turns them into masks.

What stands should weigh as much as possible; then full text goes before shortened, one line before
two, right before left, low rows before high ones. A shortened title fits wherever the full one does
in one line, so the search places shortened and two-line ways and lengthens them at the end. It
starts from the best of four greedy fillings, one strictly from right to left, and goes on by ruin
and recreate (Schrimpf et al. 2000): take out the titles around a hidden one, put in what fits, keep
the result unless it weighs less. Chance has a fixed seed and effort is counted in rounds, so equal
input gives equal placement.

The tests compare with the exact optimum on 300 crowds of 4 to 12 events in 2 to 6 rows
(`random_case`, seeds 0 to 149): with weights 4**i, on average 99.9 % of the weight that could be
shown is shown and at worst 97 %; with equal weights 99.6 % and 83 %.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from random import Random
from typing import TYPE_CHECKING, Literal

from dashboard.analysis.timeline.title_rows import (
    Layout,
    Rules,
    added,
    bits,
    empty,
    rules,
    settled,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CONSIDERED = 80
"""Candidates that enter the search."""
COLUMNS = 24
"""Parts of the width in which candidates compete to enter it."""
EFFORT = 480
"""Rounds of ruin and recreate, times candidates."""
FEW, ROUNDS_OF_FEW = 16, 120
"""So many candidates or fewer get so many rounds: each is quick, and a slip weighs more."""
SMALLEST_RUIN, LARGEST_RUIN = 6, 11
"""Titles taken out in a round."""
NOISE = 0.95
"""The most that chance takes off a weight in a round: enough to fall behind one of a sixteenth."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that wants to stand at `x`; widths in pixels.

    `short` is that of a shorter text, `stacked` that of the text in two lines; 0 if there is none.
    """

    key: int
    x: float
    width: float
    weight: float
    short: float = 0.0
    stacked: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedTitle:
    """A title that stands: its text fills [left, right], its leader drops from `row` at `x`.

    Of two lines `row` is the lower one.
    """

    key: int
    x: float
    left: float
    right: float
    row: int
    side: Literal["right", "left"]
    shortened: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Placement:
    """The titles that stand, in the order of their candidates; rows used; candidates hidden."""

    titles: tuple[PlacedTitle, ...]
    rows: int
    hidden: int


@dataclass(frozen=True, slots=True)
class _Board:
    """The candidates and all `ways` in which they may stand, as titles in row 0, with their rules.

    `owner` gives the candidate of each way; `welcome` the ways of each candidate from the best on,
    `narrowest` those of them in the place of which no other would fit more easily.
    """

    candidates: Sequence[Candidate]
    ways: Sequence[PlacedTitle]
    owner: Sequence[int]
    welcome: Sequence[Sequence[int]]
    narrowest: Sequence[Sequence[int]]
    rules: Rules


def place_titles(
    candidates: Sequence[Candidate], width: float, rows: int, gap: float = 8.0, pad: float = 0.0
) -> Placement:
    """Chooses which titles stand, and where.

    Args:
        candidates: all are counted, the CONSIDERED most promising are tried. One with its x outside
            [0, width], or with a width or weight that is not positive and finite, is hidden.
        width: pixels that titles and leaders have.
        rows: rows that titles have.
        gap: pixels between a title and any other title or another title's leader.
        pad: pixels between a title and its own leader. Leaders closer than `gap` can both have a
            title only if `pad` keeps the lower title clear of the upper one's leader.

    Raises:
        ValueError: `gap` or `pad` is negative or not a number.
    """
    if not (gap >= 0 and pad >= 0):
        raise ValueError(f"gap and pad must be 0 or more, not {gap} and {pad}")
    board = _board(_most_promising(candidates, width), width, gap, pad)
    found = [_polished(board, layout) for layout in _searched(board, max(rows, 0))]
    layout = max(found, key=lambda layout: _worth(board, layout))
    from_above = reversed(list(enumerate(layout.rows)))
    standing = {way: row for row, mask in from_above for way in bits(mask)}
    return Placement(
        titles=tuple(replace(board.ways[way], row=standing[way]) for way in sorted(standing)),
        rows=sum(mask > 0 for mask in layout.rows),
        hidden=len(candidates) - len(standing),
    )


def _most_promising(candidates: Sequence[Candidate], width: float) -> list[Candidate]:
    """The CONSIDERED with the largest weight / rank within their column, of COLUMNS in the width.

    So the fifth of a crowded column yields to a title of a quarter of its weight that has a column
    to itself, and heavy titles come first without taking all places.
    """
    able = [
        each
        for each in candidates
        if 0 <= each.x <= width and 0 < each.width < inf and 0 < each.weight < inf
    ]
    if len(able) <= CONSIDERED:
        return able
    ranks = [0] * (COLUMNS + 1)
    merits: dict[int, float] = {}
    for index in sorted(range(len(able)), key=lambda index: -able[index].weight):
        column = int(COLUMNS * (able[index].x / width)) if width else 0
        ranks[column] += 1
        merits[index] = able[index].weight / ranks[column]
    return [able[i] for i in sorted(sorted(merits, key=lambda i: -merits[i])[:CONSIDERED])]


def _board(candidates: Sequence[Candidate], width: float, gap: float, pad: float) -> _Board:
    ways: list[PlacedTitle] = []
    welcome: list[range] = []
    for candidate in candidates:
        first = len(ways)
        ways += _ways(candidate, width, pad)
        welcome.append(range(first, len(ways)))
    owner = [index for index, mine in enumerate(welcome) for _ in mine]
    return _Board(
        candidates,
        ways,
        owner,
        welcome,
        narrowest=[_narrowest(ways, mine) for mine in welcome],
        rules=rules(
            owner,
            [(way.x, way.left, way.right) for way in ways],
            [candidates[index].weight for index in owner],
            [way.lines for way in ways],
            gap,
        ),
    )


def _ways(candidate: Candidate, width: float, pad: float) -> Iterator[PlacedTitle]:
    """The ways that stay inside [0, width], the most welcome first."""
    key, x = candidate.key, candidate.x
    texts = [(candidate.width, False, 1)]
    if 0 < candidate.stacked < candidate.width:
        texts.append((candidate.stacked, False, 2))
    if 0 < candidate.short < candidate.width:
        texts.append((candidate.short, True, 1))
    for length, shortened, lines in texts:
        if x + pad + length <= width:
            yield PlacedTitle(key, x, x + pad, x + pad + length, 0, "right", shortened, lines)
        if x - pad - length >= 0:
            yield PlacedTitle(key, x, x - pad - length, x - pad, 0, "left", shortened, lines)


def _narrowest(ways: Sequence[PlacedTitle], mine: Sequence[int]) -> list[int]:
    """The shortened ways, or else those in one line, and after them those in two."""
    single = [way for way in mine if ways[way].lines == 1]
    shortened = [way for way in single if ways[way].shortened]
    return [*(shortened or single), *(way for way in mine if ways[way].lines == 2)]


def _searched(board: _Board, rows: int) -> tuple[Layout, Layout]:
    """Two of the heaviest layouts found."""
    events = board.candidates
    able = [owner for owner, ways in enumerate(board.narrowest) if ways]
    reach = {owner: min(board.ways[way].left for way in board.narrowest[owner]) for owner in able}
    right_to_left = sorted(able, key=lambda owner: -events[owner].x)
    heaviest = sorted(right_to_left, key=lambda owner: -events[owner].weight)
    least_reach = sorted(heaviest, key=lambda owner: (-events[owner].weight, -reach[owner]))
    starts = [_filled(board, empty(rows), heaviest, board.welcome)]
    starts += [
        _filled(board, empty(rows), order, board.narrowest)
        for order in (heaviest, least_reach, right_to_left)
    ]
    return _improved(board, max(starts, key=lambda layout: layout.weight), able)


def _filled(
    board: _Board, layout: Layout, order: Iterable[int], choices: Sequence[Sequence[int]]
) -> Layout:
    """Adds candidates in `order`, each in the first of its `choices` that fits, if one does."""
    clash = board.rules.clash
    for owner in order:
        for way in choices[owner]:
            if not clash[way] & layout.standing:
                grown = added(board.rules, layout, way)
                if grown is not None:
                    layout = grown
                    break
    return layout


def _improved(board: _Board, layout: Layout, able: Sequence[int]) -> tuple[Layout, Layout]:
    """Ruins the layout around a hidden title and refills it: first and last of the heaviest."""
    first, chance = layout, Random(0).random
    events = board.candidates
    turned = [ways[::-1] for ways in board.narrowest]
    for _ in range(ROUNDS_OF_FEW if len(able) <= FEW else EFFORT // len(able)):
        standing = {board.owner[way]: way for way in bits(layout.standing)}
        hidden = [owner for owner in able if owner not in standing]
        if not hidden:
            break
        x = events[hidden[int(chance() * len(hidden))]].x
        size = SMALLEST_RUIN + int(chance() * (LARGEST_RUIN - SMALLEST_RUIN + 1))
        out = sorted(standing, key=lambda owner: abs(events[owner].x - x))[:size]
        ruined = without(board.rules, layout, sum(1 << standing[owner] for owner in out))
        wish = {owner: events[owner].weight * (1 - NOISE * chance()) for owner in hidden + out}
        order = sorted(wish, key=lambda owner: -wish[owner])
        choices = turned if chance() < 0.5 else board.narrowest
        tried = _filled(board, settled(board.rules, ruined), order, choices)
        if tried.weight >= layout.weight:
            layout = tried
        if layout.weight > first.weight:
            first = layout
    return first, layout


def _polished(board: _Board, layout: Layout) -> Layout:
    """Gives each title, heaviest first, the most welcome way that the others leave it."""
    layout = settled(board.rules, layout)
    for way in sorted(bits(layout.standing), key=lambda way: -board.rules.weight[way]):
        rest = without(board.rules, layout, 1 << way)
        tried = _filled(board, rest, [board.owner[way]], board.welcome)
        if tried.standing.bit_count() == layout.standing.bit_count():
            layout = tried
    return settled(board.rules, layout)


def _worth(board: _Board, layout: Layout) -> tuple[float, int, int, int]:
    """What decides between layouts: weight, titles in full, in one line, to the right."""
    titles = [board.ways[way] for way in bits(layout.standing)]
    return (
        layout.weight,
        sum(not title.shortened for title in titles),
        sum(title.lines == 1 for title in titles),
        sum(title.side == "right" for title in titles),
    )
