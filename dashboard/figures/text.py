"""Text for Plotly, which reads some characters as a small HTML and knows few of its entities."""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING, Any

from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterable


def escape(text: str) -> str:
    """Return text that Plotly shows unchanged; quotes stay, for it would show ``&quot;``."""
    return html.escape(text, quote=False)


def in_lines(text: str, letters: int, most: int | None = None) -> str:
    """Return a text broken into lines, since Plotly breaks no line by itself.

    The direction of each line is isolated: an embedding that is open at its end ends there.

    Args:
        text: plain text.
        letters: largest number of letters in a line.
        most: largest number of lines; a longer text ends in an ellipsis. Default: no limit.

    >>> in_lines("Japan, Chile → Peru", 14)
    'Japan, Chile →<br>Peru'
    """
    lines = textwrap.wrap(text, letters, max_lines=most, placeholder="…")
    return "<br>".join(escape(isolated(line)) for line in lines or [text])


def text_trace(
    name: str, x: Iterable[float], y: Iterable[float], texts: Iterable[str], **font: object
) -> dict[str, Any]:
    """Return one trace of texts, each centred at its position in pixels.

    Args:
        name: name of the trace.
        x: horizontal position of each text.
        y: vertical position of each text.
        texts: escaped texts.
        font: ``size`` in pixels, and ``color``: one for all texts or one for each.
    """
    return {
        "type": "scatter",
        "mode": "text",
        "name": name,
        "x": [round(each, 1) for each in x],
        "y": [round(each, 1) for each in y],
        "text": list(texts),
        "textposition": "middle center",
        "textfont": font,
        "hoverinfo": "skip",
    }
