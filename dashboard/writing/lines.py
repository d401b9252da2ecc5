"""Offsets in a text: its lines, and the gaps between the values of YAML."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT_LINE = re.compile(r"[ \t]*#")
_GAP = re.compile(r"(?:[\s\ufeff]++|#[^\r\n]*+)*+")
_COMMENT = re.compile(r"#[^\r\n]*")


def newline_of(text: str) -> str:
    r"""Return the line end of a text: the line end of its first line.

    Example:
        >>> newline_of("a\r\nb\n")
        '\r\n'
    """
    line_break = _BREAK.search(text)
    return line_break[0] if line_break else "\n"


def line_start(text: str, index: int) -> int:
    """Return the start of the line that contains ``index``."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_above(text: str, start: int) -> int:
    """Return the start of the line above the line that begins at ``start``."""
    before = start - (2 if text.endswith("\r\n", 0, start) else 1)
    return line_start(text, before)


def line_end(text: str, index: int) -> int:
    """Return the end of the line that contains ``index``, before its line break."""
    line_break = _BREAK.search(text, index)
    return line_break.start() if line_break else len(text)


def next_line(text: str, index: int) -> int:
    """Return the start of the line after ``index``, or the end of the text."""
    line_break = _BREAK.search(text, index)
    return line_break.end() if line_break else len(text)


def indent_of(text: str, index: int) -> int:
    """Return the column of the first character that is not a space in the line of ``index``."""
    start = line_start(text, index)
    line = text[start : line_end(text, index)]
    return len(line) - len(line.lstrip())


def is_first(text: str, index: int) -> bool:
    """Whether there are only spaces before ``index`` in its line."""
    return not text[line_start(text, index) : index].strip()


def is_blank_line(text: str, index: int) -> bool:
    """Whether the line that begins at ``index`` exists and contains only spaces."""
    return index < len(text) and not text[index : line_end(text, index)].strip()


def is_comment_line(text: str, index: int) -> bool:
    """Whether the line that begins at ``index`` contains only a comment."""
    return _COMMENT_LINE.match(text, index) is not None


def gap_end(text: str, index: int) -> int:
    """Return the start of the next value, key or indicator of YAML, after spaces and comments.

    Example:
        >>> gap_end("a: # comment", 2)
        12
    """
    gap = _GAP.match(text, index)
    return gap.end() if gap else index


def comments(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Return the comments in a part of a text without scalars, each with its offset."""
    comments_found: list[tuple[int, str]] = []
    while (match := _COMMENT.search(text, start, end)) is not None:
        comments_found.append((match.start(), match[0].rstrip()))
        start = match.end()
    return comments_found
