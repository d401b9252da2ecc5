"""The parameter of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.words.catalogue import LANGUAGES, match
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.query.tables import Tables


def read_language(value: str, _tables: Tables) -> str:
    """Return the tag of a language in which there are words.

    Raises:
        ValueError: there are none in that language.
    """
    tag = match(value)
    if tag is None:
        known = listed((quoted(tag) for tag in LANGUAGES), "or")
        raise ValueError(f"there are no words in {quoted(value)}: choose {known}")
    return tag
