"""Ways to place each title: on either side of its leader, with each of its texts.

┌ a title in full        a title in full ┐
┌ a title                        a title ┐    two lines over two rows
│ in full                        in full │
┌ a title…                      a title… ┐    shortened
x                                        x
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.analysis.timeline.title_rows import Rules, make_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that competes for a place; widths are in pixels.

    Attributes:
        key: any number that identifies the title.
        x: x of its leader.
        width: width of the full text in one line.
        weight: weight of the title; the heaviest titles are shown.
        short: width of the shortened text in one line; 0 if there is none.
        stacked: width of the full text in two lines; 0 if there is none.
    """

    key: int
    x: float
    width: float
    weight: float
    short: float = 0.0
    stacked: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedTitle:
    """A title that is shown.

    Attributes:
        key: key of the candidate.
        x: x of the leader, in pixels.
        left, right: ends of the text, in pixels.
        row: row of the title, the lower one if it has two lines; 0 is the lowest.
        side: side of the leader on which the text is.
        shortened: whether the text is the shortened one.
        lines: number of lines.
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
class Board:
    """The candidates, all ways to place them, and the rules between these ways.

    Attributes:
        candidates: the candidates.
        ways: all ways, as titles in row 0.
        owner: for each way the position of its candidate.
        best_first: for each candidate its ways, the best first.
        narrowest: for each candidate the ways that fit wherever another of its ways fits.
        rules: the rules between the ways.
    """

    candidates: Sequence[Candidate]
    ways: Sequence[PlacedTitle]
    owner: Sequence[int]
    best_first: Sequence[Sequence[int]]
    narrowest: Sequence[Sequence[int]]
    rules: Rules


def make_board(candidates: Sequence[Candidate], width: float, gap: float) -> Board:
    """Return all ways to place some titles within [0, width], ``gap`` pixels apart."""
    ways: list[PlacedTitle] = []
    best_first: list[range] = []
    for candidate in candidates:
        first = len(ways)
        ways += _ways(candidate, width)
        best_first.append(range(first, len(ways)))
    owner = [index for index, own in enumerate(best_first) for _ in own]
    return Board(
        candidates,
        ways,
        owner,
        best_first,
        narrowest=[_narrowest(ways, own) for own in best_first],
        rules=make_rules(
            owner,
            [(way.x, way.left, way.right) for way in ways],
            [candidates[index].weight for index in owner],
            [way.lines for way in ways],
            gap,
        ),
    )


def _ways(candidate: Candidate, width: float) -> Iterator[PlacedTitle]:
    """Yield the ways that stay inside [0, width], the best first."""
    key, x = candidate.key, candidate.x
    texts = [(candidate.width, False, 1)]
    if 0 < candidate.stacked < candidate.width:
        texts.append((candidate.stacked, False, 2))
    if 0 < candidate.short < candidate.width:
        texts.append((candidate.short, True, 1))
    for length, shortened, lines in texts:
        if x + length <= width:
            yield PlacedTitle(key, x, x, x + length, 0, "right", shortened, lines)
        if x - length >= 0:
            yield PlacedTitle(key, x, x - length, x, 0, "left", shortened, lines)


def _narrowest(ways: Sequence[PlacedTitle], own: Sequence[int]) -> list[int]:
    """Return the shortened ways, else the full ways in one line; then the ways in two lines."""
    single = [way for way in own if ways[way].lines == 1]
    shortened = [way for way in single if ways[way].shortened]
    return [*(shortened or single), *(way for way in own if ways[way].lines == 2)]
