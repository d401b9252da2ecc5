"""One function for each kind of single value: a node becomes text, a number, a date or a word.

Every function takes the reader, the node, the field's key and the field, and returns the value
or ``INVALID`` after noting what is wrong and what to write instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dashboard.model.dates import DateError, parse_date, validate_zone
from dashboard.reading.nodes import Node, Scalar
from dashboard.reading.reader import INVALID, Reader, close_match

if TYPE_CHECKING:
    from dashboard.model.fields import Field

_IDENTIFIER = re.compile(r"[^\W_][\w.\-]*")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_URL_SCHEMES = ("http", "https")


def read_line(reader: Reader, node: Node, key: str, _field: Field) -> Any:
    """Read text that stands on one line."""
    if not isinstance(node, Scalar):
        return reader.note(node, "wrong-kind", f'"{key}" must be text: quote it if it has : or [')
    text = node.text.strip()
    if not text:
        return reader.note(node, "empty", f'"{key}" is empty: write it, or remove the key')
    return " ".join(text.split()) if "\n" in text else text


def read_text(reader: Reader, node: Node, key: str, _field: Field) -> Any:
    """Read text of any length, line breaks kept."""
    if not isinstance(node, Scalar):
        return reader.note(node, "wrong-kind", f'"{key}" must be text: quote it if it has : or [')
    return node.text.strip()


def read_date(reader: Reader, node: Node, key: str, _field: Field) -> Any:
    """Read an EDTF date, its days meant in the reader's zone."""
    if not isinstance(node, Scalar):
        return reader.note(node, "wrong-kind", f'"{key}" must be one date, such as 2023-10-26')
    try:
        return parse_date(node.text, reader.zone)
    except DateError as error:
        return reader.note(node, "bad-date", str(error))


def read_zone(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read the name of a time zone."""
    name = read_line(reader, node, key, field)
    if name is INVALID:
        return INVALID
    try:
        validate_zone(name)
    except DateError as error:
        return reader.note(node, "bad-zone", str(error))
    return name


def read_identifier(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a word of letters, digits, ``-``, ``_`` and ``.`` that begins with a letter or digit."""
    word = read_line(reader, node, key, field)
    if word is INVALID or _IDENTIFIER.fullmatch(word):
        return word
    better = re.sub(r"[^\w.\-]+", "-", word).strip("-_.").lower() or "some-word"
    return reader.note(
        node, "bad-id", f'"{word}" is no id (letters, digits, - _ .): write {better}'
    )


def read_choice(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read one of the field's words."""
    word = read_line(reader, node, key, field)
    choices = field.choices or {}
    if word is INVALID or word in choices:
        return word
    hint = close_match(word, choices) or f": use one of {', '.join(choices)}"
    return reader.note(node, f"unknown-{key}", f'unknown {key} "{word}"{hint}')


def read_number(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a number within the field's bounds."""
    text = read_line(reader, node, key, field)
    if text is INVALID:
        return INVALID
    least, most = field.bounds or (float("-inf"), float("inf"))
    try:
        value = float(text.replace("−", "-"))
    except ValueError:
        value = float("nan")
    if least <= value <= most:
        return value
    rule = f"a number from {least:g} to {most:g}"
    return reader.note(node, f"bad-{key}", f'"{text}" is no {key}: write {rule}')


def read_integer(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a whole number within the field's bounds."""
    value = read_number(reader, node, key, field)
    if value is INVALID or value == int(value):
        return value if value is INVALID else int(value)
    return reader.note(node, f"bad-{key}", f'"{key}" must be a whole number: write {round(value)}')


def read_url(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read an http or https address."""
    text = read_line(reader, node, key, field)
    if text is INVALID:
        return INVALID
    try:
        parts = urlsplit(text)
        good = parts.scheme in _URL_SCHEMES and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        good = False
    if good:
        return text
    message = f'"{text}" is no web address: write it in full, such as https://example.org/page'
    return reader.note(node, "bad-url", message)


def read_color(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a colour as ``#rrggbb``."""
    text = read_line(reader, node, key, field)
    if text is INVALID or _COLOR.fullmatch(text):
        return text
    return reader.note(node, "bad-color", f'"{text}" is no colour: write #rrggbb in quotes')
