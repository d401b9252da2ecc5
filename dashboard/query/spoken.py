"""The language that a query, a command or a call of the library asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.words.catalogue import LANGUAGES, match
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.query.tables import Tables


def read_language(value: str, _tables: Tables) -> str:
    """Return the tag of a language, see ``matched``."""
    return matched(value)


def matched(value: str) -> str:
    """Return the tag of the language with words that fits another tag best.

    Raises:
        ValueError: there are no words in that language; the message lists the others.

    >>> matched("ko-KR")
    'ko'
    """
    tag = match(value)
    if tag is None:
        known = listed((quoted(tag) for tag in LANGUAGES), "or")
        raise ValueError(f"there are no words in {quoted(value)}: choose {known}")
    return tag
