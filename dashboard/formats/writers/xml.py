"""XML documents from the same nested lists as the markup of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.markup import to_text

if TYPE_CHECKING:
    from dashboard.markup import Markup

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    r"""Return a text without the characters that XML cannot hold.

    >>> readable("a\x0bb")
    'a b'
    """
    return _FORBIDDEN.sub(" ", text)


def document(root: Markup) -> str:
    """Return a document with its declaration.

    >>> from dashboard.markup import h
    >>> document(h.feed(h.title("R&D"))).splitlines()
    ['<?xml version="1.0" encoding="UTF-8"?>', '<feed><title>R&amp;D</title></feed>']
    """
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{to_text([root])}\n'
