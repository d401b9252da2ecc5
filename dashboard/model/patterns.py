"""Patterns that are compiled at their first use: only a file with a wrong date needs them."""

from __future__ import annotations

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return a compiled pattern.

    Some of the patterns take time in proportion to the square of the length of a text:
    ``parse_date`` limits the length to ``LONGEST_DATE``.

    >>> pattern("[0-9]{4}").fullmatch("2023")[0]
    '2023'
    """
    return re.compile(text)
