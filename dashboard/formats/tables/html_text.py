"""HTML of other programs becomes plain text: no markup is kept, addresses of links are."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*|[!?])([^<>]*)>")
_HREF = re.compile(r"""href\s{0,9}=\s{0,9}["']?(https?://[^\s"'<>]{1,4000})""", re.IGNORECASE)
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"))
_HIDDEN = frozenset(("script", "style", "iframe"))


def plain_text(html: str) -> str:
    r"""Return the text of HTML with one line for each paragraph.

    Example:
        >>> plain_text('<p>Talks &amp; a <a href="https://a.org">note</a></p><p>End</p>')
        'Talks & a note (https://a.org)\nEnd'
        >>> plain_text("5 < 6"), plain_text("<script>run()</script>x")
        ('5 < 6', 'x')
    """
    parts: list[str] = []
    address = hidden = ""
    end = 0
    for tag in _TAG.finditer(html):
        text, end = html[end : tag.start()], tag.end()
        name, closes = tag[2].lower(), bool(tag[1])
        parts += [] if hidden else [text]
        if name in _HIDDEN:
            hidden = "" if closes else hidden or name
        elif name in _BREAKS:
            parts.append("\n")
        elif name == "a":
            parts += [f" ({address})"] if closes and address not in text else []
            found = _HREF.search(tag[3])
            address = found[1] if found and not closes else ""
    parts.append("" if hidden else html[end:])
    lines = (" ".join(line.split()) for line in unescape("".join(parts)).split("\n"))
    return "\n".join(filter(None, lines))
