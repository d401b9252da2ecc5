"""Splices: stretches of a text and what takes their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Splice(NamedTuple):
    """The text of [start, end) becomes ``text``."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with splices made; everything outside them stays, sign by sign.

    Of splices at one place, insertions come first, in their order. Where two overlap, the later
    gives way: it takes out only what is still there.
    """
    pieces: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[done : max(start, done)], new]
        done = max(done, end)
    pieces.append(text[done:])
    return "".join(pieces)
