"""Readers of flags, types, CAMEO codes and languages, in the form of those in ``scalars``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model.patterns import LANGUAGE_TAG
from dashboard.reading.hidden import lookalike
from dashboard.reading.nodes import TextNode
from dashboard.reading.scalars import read_line
from dashboard.reading.values import INVALID, Invalid
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.model.fields import Field
    from dashboard.reading.nodes import Node
    from dashboard.reading.reader import Reader

_CAMEO = re.compile(r"(0[1-9]|1[0-9]|20)[0-9]{0,2}")
_LANGUAGE = re.compile(LANGUAGE_TAG)
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def read_type(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read the id of a type, shipped or of the file's own."""
    if isinstance(node, TextNode) and node.text in reader.types:
        return node.text
    word = read_line(reader, node, key, field)
    if word is INVALID or word in reader.types:
        return word
    if lookalike(reader, node, key, lambda text: text in reader.types):
        return INVALID
    message = f"unknown {key} {quoted(word)}{reader.hint_for_type(word)}"
    return reader.note(node, f"unknown-{key}", message, reader.meant(word, reader.types))


def read_cameo(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read a CAMEO code: two to four digits, of which the first two are 01 to 20."""
    code = read_line(reader, node, key, field)
    if code is INVALID or _CAMEO.fullmatch(code):
        return code
    remedy = "write two to four digits, of which the first two are 01 to 20"
    if _CAMEO.fullmatch(f"0{code}"):
        remedy = f'write "0{code}"'
    return reader.note(node, "bad-cameo", f"{quoted(code)} is not a valid CAMEO code: {remedy}")


def read_flag(reader: Reader, node: Node, key: str, field: Field) -> bool | Invalid:
    """Read yes or no."""
    word = read_line(reader, node, key, field)
    if word is INVALID:
        return INVALID
    if word.casefold() not in _FLAGS:
        message = f'"{key}" cannot be {quoted(word)}: write yes or no'
        return reader.note(node, f"bad-{key}", message)
    return _FLAGS[word.casefold()]


def read_language(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read a BCP 47 tag, such as ``ko`` or ``zh-Hant``."""
    tag = read_line(reader, node, key, field)
    if tag is INVALID or _LANGUAGE.fullmatch(tag):
        return tag
    hyphens = tag.replace("_", "-")
    remedy = f'"{hyphens}"' if _LANGUAGE.fullmatch(hyphens) else "a tag such as ko, en or zh-Hant"
    message = f"{quoted(tag)} is not a valid language tag (BCP 47): write {remedy}"
    return reader.note(node, "bad-language", message)
