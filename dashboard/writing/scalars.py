"""Texts as scalars of YAML, which this project's reader and others read as the same text."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

import yaml

from dashboard.model.missing_values import MISSING
from dashboard.reading.comments import needs_more

TYPED = ("date", "number", "integer")
"""Kinds of fields whose values may be unquoted although YAML 1.1 gives them a type."""

WIDTH = 100
"""Largest number of columns of a new line, if it can be broken."""

_SHORT = 60
"""Characters of the longest text of which it is cached whether it needs quotes."""
_PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`.<=]|\.(?!\.)|-(?=[^\s\-]))[^\r\n\t]*")
_NOT_PLAIN = re.compile(r":(?=\s|$)|\s#|\s$")
_NOT_IN_FLOW = re.compile(r"[?,\[\]{}]|:(?=[,\[\]{}\"'])")
_WORDS_OF_YAML = re.compile(r"[yYnN]|0o[0-7]+|[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", re.ASCII)
_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"\\\\]')
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SPACE_BUT_BLANK = re.compile(r"[^\S ]")
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str, kind: str = "", flow: bool = False, style: str = "") -> str:
    """Return text as a scalar on one line.

    Args:
        text: any text.
        kind: kind of the field; dates and numbers may be unquoted.
        flow: whether the scalar is in brackets or braces.
        style: the preferred quote; empty for none.

    Example:
        >>> [scalar(text) for text in ("Japan", "NO", "1984", 'the "Iron" Dome')]
        ['Japan', '"NO"', '"1984"', 'the "Iron" Dome']
        >>> scalar("1984", kind="date"), scalar("a, b", flow=True)
        ('1984', '"a, b"')
    """
    is_typed = kind in TYPED
    if not style and (_is_plain if len(text) > _SHORT else _is_short_plain)(text, is_typed, flow):
        return text
    if _ODD.search(text) or "\n" in text:
        style = '"'
    elif not style:
        style = "'" if '"' in text or "\\" in text else '"'
    if style == "'":
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character, f"\\u{ord(character):04x}")


def _is_plain(text: str, is_typed: bool, flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or _NOT_PLAIN.search(text) or _ODD.search(text):
        return False
    if not text.isprintable() and _SPACE_BUT_BLANK.search(text):
        return False  # unusual spaces are safe only in quotes
    if needs_more(text):
        return False  # a comment after it would read like a part of the text
    if flow and _NOT_IN_FLOW.search(text):
        return False
    return is_typed or not _has_type(text)


_is_short_plain = lru_cache(maxsize=16_384)(_is_plain)


def _has_type(text: str) -> bool:
    """Whether YAML, or this project, reads an unquoted text as something else than text."""
    if text in MISSING or _WORDS_OF_YAML.fullmatch(text):
        return True
    rules = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return any(rule.match(text) for _, rule in rules)


def block_scalar(text: str, column: int) -> list[str] | None:
    r"""Return text as a block scalar: its header, then its lines.

    Args:
        text: any text.
        column: column of its lines.

    Returns:
        ``None`` if one line in quotes is better: for short texts, and for texts with spaces, line
        breaks or characters that a block scalar would not preserve visibly.

    Example:
        >>> block_scalar("First line.\nSecond line.\n", 4)
        ['|', '    First line.', '    Second line.']
    """
    body = text.removesuffix("\n")
    rows = body.split("\n")
    if _ODD.search(body) or any(row != row.rstrip() for row in rows):
        return None
    if not rows[0] or not rows[-1] or rows[0][0] == " ":
        return None
    chomp = "" if body != text else "-"
    indent = " " * column
    if len(rows) > 1:
        return [f"|{chomp}", *(f"{indent}{row}" if row else "" for row in rows)]
    folded = _folded(body, column)
    return [f">{chomp}", *(f"{indent}{row}" for row in folded)] if len(folded) > 1 else None


def _folded(text: str, column: int) -> list[str]:
    """Return the lines of a long text, or no lines if joining them would result in another text."""
    if column + len(text) <= WIDTH:
        return []
    width = max(WIDTH - column, 40)
    rows = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return rows if " ".join(rows) == text else []
