"""Direction: text of a file that keeps its order inside a sentence of another direction."""

from __future__ import annotations

import unicodedata

from dashboard.words.language import is_right_to_left

_FIRST_STRONG, _POP = "\u2068", "\u2069"
"""First strong isolate and pop directional isolate (Unicode Standard Annex 9)."""
_OPENING = frozenset("\u2066\u2067\u2068")
_TURNING = frozenset({"R", "AL", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"})
"""Bidirectional classes that can change the order of the text around them."""


def isolated(text: str) -> str:
    r"""Return ``text`` so that it cannot change the order of the sentence around it.

    Arabic or Hebrew names would otherwise turn ``A → B`` around, and an override character would
    reverse the rest of the line. Text without such characters stays as it is, except among the
    words of a language that runs from right to left.

    >>> isolated("Russia")
    'Russia'
    >>> isolated("צבא")
    '\u2068צבא\u2069'
    """
    may_turn = not text.isascii() and any(map(_turns, text))
    if not may_turn and not (text and is_right_to_left()):
        return text
    return f"{_FIRST_STRONG}{_balanced(text)}{_POP}"


def _turns(character: str) -> bool:
    return unicodedata.bidirectional(character) in _TURNING


def _balanced(text: str) -> str:
    """Return ``text`` with as many pop characters as it has openings, in their places."""
    depth, kept = 0, []
    for char in text:
        if char in _OPENING:
            depth += 1
        elif char == _POP:
            if not depth:
                continue
            depth -= 1
        kept.append(char)
    return "".join(kept) + _POP * depth
