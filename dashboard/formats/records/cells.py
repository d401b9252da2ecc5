"""Cells of our own CSV: written so that a spreadsheet runs nothing, and read back exactly.

list            arms; high seas         a ``;`` or a backslash in an item gets a backslash
record          {"follows": ["a"]}      JSON
flag            yes, no
text            '=1+1                   a text that a spreadsheet would run gets an apostrophe
"""

from __future__ import annotations

import json
import re
from typing import Any

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_SPECIAL = re.compile(r"([\\;])")
_ESCAPED_ITEM = re.compile(r"(?:\\.|[^\\;])*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
SEPARATOR = "; "
"""Text between the items of a list."""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula; ``unguarded`` is the way back.

    >>> [guarded(text) for text in ("=1+1", "'=1", "it's")]
    ["'=1+1", "''=1", "it's"]
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text of a cell without its guard.

    >>> [unguarded(text) for text in ("'=1+1", "''=1", "it's", "'quoted'")]
    ['=1+1', "'=1", "it's", "'quoted'"]
    """
    return text[1:] if _GUARDED.match(text) else text


def joined(items: list[str]) -> str:
    r"""Return the items of a list as one text.

    >>> joined(["arms", "high; seas"])
    'arms; high\\; seas'
    """
    return SEPARATOR.join(_SPECIAL.sub(r"\\\1", item) for item in items)


def split(text: str) -> list[str]:
    r"""Return the items of a text made by ``joined``; blank items are dropped.

    >>> split(joined(["arms", "high; seas", "back\\slash"]))
    ['arms', 'high; seas', 'back\\slash']
    """
    items = (_ESCAPED.sub(r"\1", item.strip()) for item in _ESCAPED_ITEM.findall(text))
    return [item for item in items if item]


def cell(value: Any) -> str:
    """Return a value of an event's record as the text of a cell.

    >>> cell(["arms", "sea"]), cell({"follows": ["a"]}), cell(True), cell(-2.5), cell(None)
    ('arms; sea', '{"follows": ["a"]}', 'yes', '-2.5', '')
    """
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict)):
        return json.dumps(trimmed(value), ensure_ascii=False)
    if isinstance(value, list):
        return guarded(joined(value))
    return guarded(value) if isinstance(value, str) else in_digits(value)


def cells_of_event(record: dict[str, Any]) -> dict[str, str]:
    """Return the cells of the record of an event; its sources are those in full."""
    whole = {**record, "sources": record["source_records"]}
    return {key: cell(value) for key, value in whole.items() if key != "source_records"}


def in_digits(value: float) -> str:
    """Return a number as an events file has it.

    >>> in_digits(3.0), in_digits(-2.5), in_digits(1)
    ('3', '-2.5', '1')
    """
    return repr(value).removesuffix(".0")


def trimmed(value: Any) -> Any:
    """Return records without their blank keys.

    >>> trimmed([{"url": "https://example.org/", "title": ""}])
    [{'url': 'https://example.org/'}]
    """
    if isinstance(value, dict):
        return {key: trimmed(each) for key, each in value.items() if each not in ("", None, [])}
    return list(map(trimmed, value)) if isinstance(value, list) else value
