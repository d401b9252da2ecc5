"""Links: words that lead to a selection, for any mark, cell, bar or option."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """A selection that a click leads to.

    Attributes:
        words: plain text; the link's own text, tooltip or label for screen readers.
        query: query string of the selection, without ``?``.
        chosen: whether the link stands for the present choice.
    """

    words: str
    query: str
    chosen: bool = False
