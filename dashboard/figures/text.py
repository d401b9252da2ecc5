"""Text for Plotly, which reads some characters as a small HTML and knows few of its entities."""

from __future__ import annotations

import html
import textwrap

from dashboard.words.direction import isolated


def escape(text: str) -> str:
    """Return text that Plotly shows as it is; quotes stay, for it would show ``&quot;``."""
    return html.escape(text, quote=False)


def in_lines(text: str, letters: int, most: int | None = None) -> str:
    """Return a text in lines of at most so many letters, since Plotly breaks no line by itself.

    Each line is isolated: an embedding that is still open at the end of a line ends there.

    Args:
        text: plain text.
        letters: largest number of letters in a line.
        most: largest number of lines; a longer text ends in an ellipsis. Default: no limit.

    >>> in_lines("Japan, Chile → Peru", 14)
    'Japan, Chile →<br>Peru'
    """
    lines = textwrap.wrap(text, letters, max_lines=most, placeholder="…")
    return "<br>".join(escape(isolated(line)) for line in lines or [text])
