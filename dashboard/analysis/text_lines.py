"""Lines of a text that fit a width: broken between words, and within a word that is too long."""

from __future__ import annotations

from bisect import bisect_right

from dashboard.analysis.text_width import cut, text_width, widest_head

_BREAKS = ("-", "‐", "–", "/")
"""Characters after which a text may be broken, besides spaces."""
_BOLDER = 1.15
"""Width of bold text as a multiple of that of regular text, on the safe side."""


def wrap(
    text: str, width: float, size: float, most: int, *, bold: bool = False, scale: float = 1.0
) -> tuple[str, ...]:
    """Break a text into lines; the last of ``most`` lines is shortened if the rest is too long.

    >>> wrap("White House shows imagery of containers", 190, 13, most=3)
    ('White House shows imagery', 'of containers')
    >>> wrap("White House shows imagery of containers", 120, 13, most=2)
    ('White House', 'shows imagery…')

    Args:
        text: one line.
        width: width of a line in pixels.
        size: font size in pixels.
        most: largest number of lines, at least 1.
        bold: weight 700 instead of 400.
        scale: see ``text_width``.
    """
    lines: list[str] = []
    rest = text.strip()
    while text_width(rest, size, bold, scale) > width:
        if len(lines) == most - 1:
            # A text of which not even one character fits is shown all the same.
            rest = cut(rest, width, size, bold, scale) or rest[:1]
            break
        end = _end_of_line(rest, width, size, bold, scale)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return (*lines, rest) if rest else tuple(lines)


def _end_of_line(text: str, width: float, size: float, bold: bool, scale: float) -> int:
    """Return the end of the longest head that fits: after a word, else within the first word."""
    ends = range(1, len(text) + 1)
    longest = bisect_right(ends, width, key=lambda end: text_width(text[:end], size, bold, scale))
    whole = (end for end in range(longest, 0, -1) if _may_end(text, end))
    inside = widest_head(text, width, size * (_BOLDER if bold else 1.0), scale)
    return next(whole, max(1, inside))


def _may_end(text: str, end: int) -> bool:
    return text[end : end + 1].isspace() or text[end - 1] in _BREAKS
