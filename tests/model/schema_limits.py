"""Problems that the reader reports and the JSON Schema cannot: codes, each with the reason."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_YAML: Mapping[str, str] = MappingProxyType(
    {
        "encoding": "bytes that are no text never reach a schema",
        "syntax": "the editor's YAML parser says it, before any schema",
        "tab": "the editor's YAML parser says it, before any schema",
        "character": "a schema sees texts after their signs were read or refused",
        "directive": "it stands outside the document",
        "several-documents": "a schema describes one document",
        "duplicate-key": "a mapping has a key once; the editor's parser says it",
        "complex-key": "keys of JSON are texts",
        "merge-key": "a schema sees the file after merging",
        "anchor": "a schema sees values, not how they were named",
        "alias": "a schema sees the value that an alias stands for",
        "tag": "a schema sees the value that a tag made",
        "too-deep": "nesting is counted nowhere in a schema",
    }
)
"""Codes of texts that are not YAML, or use more of YAML than the reader accepts."""

NO_PATTERN: Mapping[str, str] = MappingProxyType(
    {
        "alias-collision": "names are compared across entries",
        "ambiguous-actor": "names are looked up in the table and in the file",
        "unknown-actor": "names are looked up in the table and in the file",
        "no-country": "names are looked up in the table and in the file",
        "repeated-actor": "two spellings may name one actor",
        "duplicate-id": "ids are compared across entries",
        "self-link": "ids are compared across entries",
        "unknown-event": "ids are compared across entries",
        "unknown-source": "ids are compared across entries",
        "too-many-pairs": "a schema cannot multiply the lengths of two lists",
        "comment": "a schema does not see comments",
    }
)
"""Codes that need the rest of the file; the schema accepts all of them."""

IN_PART: Mapping[str, str] = MappingProxyType(
    {
        "bad-date": "a pattern knows the form of a date, not the calendar, nor which end of an "
        "interval is earlier; a year without quotes is a number to it, so 33 may be 0033",
        "bad-zone": "the list of time zones is too long, and changes",
        "bad-url": "a pattern knows the form of an address, not all of its rules",
        "bad-id": "a pattern knows no letters beyond ASCII, so any other sign passes",
        "bad-score": "a number may have any count of digits: 0.000…",
    }
)
"""Codes whose problems the schema reports in most cases, but not in all."""

BEYOND_THE_SCHEMA: Mapping[str, str] = MappingProxyType({**NO_YAML, **NO_PATTERN, **IN_PART})
"""All codes that ``check`` may report for a file that the schema accepts."""
