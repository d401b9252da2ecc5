"""Quotes: text of a file inside a message, on one line, printable and not too long."""

from __future__ import annotations

import re

_MOST = 60
"""Characters of a quoted text; a longer one is cut."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w./'()’-]| (?=[\w(]))*+")
_TYPED = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "na", "nan")
)
_MOST_OF_REMEDY = 300
"""Characters of a text that a remedy repeats in full."""


def extract(text: str) -> str:
    r"""Return text of a file for a message: cut, on one line, invisible characters escaped.

    >>> extract("first\nsecond"), extract("bell\a")
    ('first second', 'bell\\u0007')
    """
    return _cut(one_line(_cut(text)))


def quoted(text: str) -> str:
    """Return the extract of a text in double quotes.

    >>> quoted("Joint statement")
    '"Joint statement"'
    """
    return f'"{extract(text)}"'


def in_yaml_quotes(text: str) -> str:
    """Return a text as it is written in YAML, in quotes that it does not contain.

    >>> print(in_yaml_quotes("Launch #3"), in_yaml_quotes('"Iron" Dome'))
    "Launch #3" '"Iron" Dome'
    """
    text = one_line(text)
    if len(text) > _MOST_OF_REMEDY:
        text = f"{text[: _MOST_OF_REMEDY - 1]}…"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def in_yaml(text: str) -> str:
    """Return a text as it is written in a YAML list, in quotes only if it needs them.

    >>> print(in_yaml("UN Doc. S/2024/215"), in_yaml("Oberholt 1997, p. 45"))
    UN Doc. S/2024/215 "Oberholt 1997, p. 45"
    """
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _TYPED
    return text if is_plain and len(text) <= _MOST_OF_REMEDY else in_yaml_quotes(text)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def one_line(text: str) -> str:
    r"""Return text without line breaks; characters that cannot be printed are escaped.

    >>> one_line("a\tb\x1b")
    'a b\\u001b'
    """
    return text if text.isprintable() else printable(" ".join(text.split()))


def printable(text: str) -> str:
    r"""Return text with each character that cannot be printed as an escape, also line breaks.

    >>> print(printable("two\nlines"))
    two\u000alines
    """
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
