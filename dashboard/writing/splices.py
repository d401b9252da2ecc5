"""Splices: parts of a text and their replacements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Splice(NamedTuple):
    """The replacement of the part [start, end) by ``text``."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text after all splices; every character outside them is kept.

    At one offset, insertions are made first, in their order. If two splices overlap, the later one
    removes only the rest of its part.

    Example:
        >>> spliced("title: Talks", [Splice(7, 12, "Summit"), Splice(0, 0, "- ")])
        '- title: Summit'
    """
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[done : max(start, done)], new]
        done = max(done, end)
    pieces.append(text[done:])
    return "".join(pieces)
