"""Sources that are written as one text: addresses, citations, documents, several in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.fields import RECORDS
from dashboard.reading.addresses import JOINED, as_title, is_url, source_remedies
from dashboard.reading.hidden import is_record_in_text
from dashboard.reading.nodes import MapNode, TextNode
from dashboard.reading.remedies import items_of
from dashboard.reading.scalars import read_line
from dashboard.reading.values import INVALID, Invalid
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.model.book import Source
    from dashboard.model.fields import Field
    from dashboard.reading.reader import Reader


def read_source_text(
    reader: Reader, node: TextNode, key: str, field: Field
) -> Source | str | Invalid:
    """Read a source that is one text.

    Returns:
        The source of the file's list with this id, or a web address.
    """
    text = read_line(reader, node, key, field)
    if text is INVALID:
        return INVALID
    if text in reader.listed_sources:
        return reader.listed_sources[text]
    if is_url(text) and not JOINED.search(text):
        return text
    if is_record_in_text(reader, node, RECORDS["source"]):
        return INVALID
    _report(reader, node, text)
    return INVALID


def _report(reader: Reader, node: TextNode, text: str) -> None:
    """Report a text that is neither a web address nor an id, with what it may mean."""
    remedies = source_remedies(node.text.strip() if "\n" in node.text else text)
    if "://" in text or not remedies or remedies[0].startswith("http"):
        example = listed(remedies, "or") or "it in full, such as https://example.org/page"
        message = f"{quoted(text)} is not a valid web address (only http and https, no spaces)"
        is_plain = len(remedies) == 1 and remedies[0].startswith(("http", "["))
        fix = items_of(remedies[0]) if is_plain else ()
        reader.note(node, "bad-url", f"{message}: write {example}", *fix)
        return
    remedy = f"write {listed(remedies, 'or')}"
    if remedies != [as_title(text)] or " " in text:
        reader.note(node, "unknown-source", f"{quoted(text)} is not a web address: {remedy}")
        return
    remedy = f"{remedy}, a web address, or the id of a source of the file"
    reader.unknown_id(node, "unknown-source", text, reader.listed_sources, remedy)


def is_named_url(reader: Reader, node: MapNode) -> bool:
    """Report ``BBC: https://…``, a name with a web address, as one problem."""
    if len(node.entries) != 1:
        return False
    [(key, value)] = node.entries.values()
    if key.text in RECORDS["source"] or not isinstance(value, TextNode) or not is_url(value.text):
        return False
    message = f"{quoted(key.text)} is not a key of a source: write {as_title(key.text, value.text)}"
    reader.note(key, "unknown-field", message)
    return True
