"""Keys of records: those that no record has, and those that only look different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.dates import DateError, parse_date
from dashboard.model.other_words import as_key, meant_keys
from dashboard.reading.hidden import character_of
from dashboard.reading.lookalikes import PLAIN, Slip, first_lookalike, plain, slips
from dashboard.reading.nodes import MapNode, Node, TextNode
from dashboard.words.lists import listed
from dashboard.words.quotes import extract, quoted
from dashboard.words.suggestions import use_one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model.fields import Field
    from dashboard.reading.reader import Reader

_SENTENCE = 3
"""Number of words from which an unknown key is taken for a line of text."""


def unknown_field(
    reader: Reader, key: TextNode, fields: Mapping[str, Field], others: Iterable[str] = ()
) -> list[str]:
    """Report a key that the record does not have; return the keys that may be meant.

    Args:
        reader: collects the problems.
        key: the key.
        fields: the keys of the record.
        others: all keys that are written.
    """
    if first_lookalike(key.text) is not None:
        return lookalike_key(reader, key, fields)
    known = meant_keys(key.text, fields)
    words = listed((f'"{field}"{how}' for field, how in known), "or")
    hint = f": did you mean {words}?" if known else reader.hint(as_key(key.text), fields)
    meant = "" if known else reader.meant(key.text, fields)
    is_one = meant not in others and all(
        other == key.text or reader.meant(other, fields) != meant for other in others
    )
    fix = meant if meant and is_one else ""
    message = f"unknown field {quoted(key.text)}{hint or _no_key(key.text) or use_one_of(fields)}"
    reader.note(key, "unknown-field", message, fix)
    return [field for field, _ in known]


def _no_key(text: str) -> str:
    """Return the end of the message about a text that is the date of an event, or a sentence.

    >>> _no_key("second line without indent")
    ': if it continues the text above, indent it further'
    """
    if date := _date_of(text):
        return f': an event is "- date: {date}", then on lines of their own title and actors'
    is_sentence = len(text.split()) >= _SENTENCE
    return ": if it continues the text above, indent it further" if is_sentence else ""


def _date_of(text: str) -> str:
    """Return the date that a text is or certainly means, or an empty text."""
    if not text[:1].isdigit():
        return ""
    try:
        return parse_date(text).text
    except DateError as error:
        return error.certain


def lookalike_key(reader: Reader, key: TextNode, fields: Mapping[str, Field]) -> list[str]:
    """Report a key with a character that is not plain, such as ``date：2023``.

    Returns:
        The fields that may be meant.
    """
    slip = next(slips(key.text), None)
    if slip is None:
        at = first_lookalike(key.text) or 0
        slip = Slip(at, key.text[at], PLAIN[key.text[at]])
    reader.note(character_of(key, slip.column), "character", slip.message)
    return [field for field in fields if field in as_key(plain(key.text))]


def entries_of(
    reader: Reader, node: MapNode, fields: Mapping[str, object]
) -> dict[str, tuple[TextNode, Node]]:
    """Return the entries of a record; keys that differ in case alone are reported and read."""
    entries: dict[str, tuple[TextNode, Node]] = {}
    capital: dict[str, TextNode] = {}
    for key, entry in node.entries.items():
        meant = as_key(key)
        if key in fields or meant not in fields or meant in node.entries or meant in entries:
            entries[key] = entry
        else:
            entries[meant] = entry
            capital[meant] = entry[0]
    if capital:
        first, *_ = keys = capital.values()
        written = extract(", ".join(key.text for key in keys))
        message = f"keys are written in lower case: write {', '.join(capital)} instead of {written}"
        reader.note(first, "unknown-field", message, next(iter(capital)))
    return entries


def in_yaml(key: str, field: Field) -> str:
    """Return an example of a field as YAML.

    Example:
        >>> from dashboard.model.fields import RECORDS
        >>> in_yaml("members", RECORDS["actor"]["members"])
        'members: [South Korea, Japan]'
    """
    example = next(iter(field.examples), "…")
    value = f"[{', '.join(example)}]" if isinstance(example, list) else example
    return f"{key}: {value}"
