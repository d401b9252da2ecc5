"""Problems that are hard to see in a text: comments, missing values, characters that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.missing_values import MISSING_VALUE, counts_as_nothing
from dashboard.reading.lookalikes import (
    described,
    first_lookalike,
    key_of,
    plain,
    slips,
)
from dashboard.reading.nodes import ListNode, MapNode, Mark, Node, TextNode, is_missing
from dashboard.words.quotes import extract, in_yaml_quotes, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.reading.reader import Reader


def is_lost(reader: Reader, node: Node, key: TextNode) -> bool:
    """Report what is written for a value that is nothing; return whether it has an error.

    ``title: #1`` loses its text to a comment, ``place: NA`` is a missing value.
    """
    if reader.is_refused(node):
        return True
    if is_missing(node):
        warn_missing(reader, node)
        return False
    hidden = reader.hash_after(node)
    if hidden == "#N/A":
        reader.warn(node, MISSING_VALUE, counts_as_nothing(hidden))
    elif hidden:
        message = f'"{key.text}" is empty, since # begins a comment: put the text in quotes'
        reader.note(key, "comment", f"{message}, or a space after #")
        return True
    return False


def warn_missing(reader: Reader, node: Node) -> None:
    """Add a warning for each word in a value that is read as a missing value."""
    if isinstance(node, MapNode):
        for _, value in node.entries.values():
            warn_missing(reader, value)
    elif isinstance(node, TextNode) and is_missing(node):
        reader.warn(node, MISSING_VALUE, counts_as_nothing(node.text))


def is_cut(reader: Reader, node: TextNode, key: str) -> bool:
    """Report a text that ends too early, since `` #`` begins a comment: ``War #2 begins``."""
    cut = reader.cut.get((node.line, node.column))
    if cut is None:
        return False
    whole, rest = cut
    message = (
        f'"{key}" ends before {quoted(rest)}, which is a comment for YAML: '
        f"write {in_yaml_quotes(whole)}, or {in_yaml_quotes(node.text)} if the rest is a comment"
    )
    reader.note(node, "comment", message)
    return True


def lookalike(reader: Reader, node: Node, key: str, accept: Callable[[str], bool]) -> bool:
    """Report a value that is valid with plain characters, such as a date in curly quotes.

    Returns:
        Whether the problem was reported.
    """
    at = first_lookalike(node.text) if isinstance(node, TextNode) else None
    if at is None or not isinstance(node, TextNode):
        return False
    meant = plain(node.text)
    if not accept(meant):
        return False
    column = f" in column {node.column + at}" if node.plain else ""
    what = f"{described(node.text[at])}{column}, which is only text for YAML"
    fix = "" if "," in meant else meant
    reader.note(node, "character", f'"{key}" contains {what}: write {extract(meant)}', fix)
    return True


def are_names(reader: Reader, text: str) -> bool:
    """Whether a text is a name, or several names with commas between them."""
    text = text.strip("[]{}")
    if "," in text:
        return True
    try:
        reader.directory.resolve(text, suggest=False)
    except LookupError:
        return False
    return True


def no_name(node: Node, key: str) -> str:
    """Return the message about a list or mapping for a name; note apps write ``[[Japan]]``."""
    items = node.items if isinstance(node, ListNode) else []
    name = extract(items[0].text) if len(items) == 1 and isinstance(items[0], TextNode) else ""
    example = f"{name}, without the inner brackets" if name else "[Japan, Russia]"
    return f'"{key}" takes names alone, not lists or keys: write {example}'


def is_record_in_text(reader: Reader, node: Node, fields: Mapping[str, object]) -> bool:
    """Report a record that is one text, since its first key has no plain colon: ``name：Tokyo``."""
    if not isinstance(node, TextNode) or not node.plain:
        return False
    slip = next(slips(node.text), None) if key_of(node.text) in fields else None
    if slip is not None:
        reader.note(character_of(node, slip.column), "character", slip.message)
    return slip is not None


def character_of(node: TextNode, at: int) -> Node:
    """Return the place of a character of a text, or of the text if it is quoted."""
    if not node.plain:
        return node
    return TextNode("", Mark(node.mark.line, node.mark.column + at), True)
