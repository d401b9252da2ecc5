"""Patterns shared by reader and schema, and those compiled at first use for wrong dates."""

from __future__ import annotations

import re
from functools import cache

LANGUAGE_TAG = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
"""A language tag of BCP 47, such as ``ko`` or ``zh-Hant``."""


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Return a compiled pattern.

    Some of the patterns take time in proportion to the square of the length of a text:
    ``parse_date`` limits the length to ``LONGEST_DATE``.

    >>> pattern("[0-9]{4}").fullmatch("2023")[0]
    '2023'
    """
    return re.compile(text)
