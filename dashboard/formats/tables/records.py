"""Records of JSON and YAML become cells: nested keys are joined by dots, lists by semicolons."""

from __future__ import annotations

import json

from dashboard.formats.tables.raw_table import FormatError
from dashboard.model.limits import DEEPEST_RECORD

JOINT = "; "
"""Text between the items of a list in one cell."""


def cells_of(record: object, path: str, number: int) -> dict[str, str]:
    """Return the texts of a record by key.

    A list of texts is joined; a list of mappings, or with a semicolon in an item, is a cell of
    JSON, as in the CSV of this program: joined, its items could not be separated again.

    Args:
        record: a mapping of JSON or YAML; any other value is the cell ``value``.
        path: name of the file, for the message.
        number: position of the record from 1.

    Raises:
        FormatError: the record is nested too deeply.

    Example:
        >>> cells_of({"start": {"year": 2022}, "who": ["a", "b"], "ok": True}, "a.json", 1)
        {'start.year': '2022', 'who': 'a; b', 'ok': 'yes'}
        >>> cells_of({"sources": [{"url": "https://a.org"}]}, "a.json", 1)
        {'sources': '[{"url": "https://a.org"}]'}
    """
    cells: dict[str, str] = {}
    waiting = [("", record, 0)]
    while waiting:
        key, value, depth = waiting.pop()
        if depth > DEEPEST_RECORD:
            message = f"more than {DEEPEST_RECORD} levels: write one flat record for each event"
            raise FormatError(f"{path}: record {number}: {message}")
        if isinstance(value, dict):
            inner = [
                (f"{key}.{name}" if key else str(name), each, depth + 1)
                for name, each in value.items()
            ]
            waiting += reversed(inner)
        elif text := _list_text(value) if isinstance(value, list) else text_of(value):
            cells[key or "value"] = text
    return cells


def _list_text(items: list[object]) -> str:
    texts = [text_of(item) for item in items if not isinstance(item, dict | list)]
    if len(texts) < len(items) or any(JOINT.strip() in text for text in texts):
        return json.dumps(items, ensure_ascii=False, default=str) if items else ""
    return JOINT.join(filter(None, map(str.strip, texts)))


def text_of(value: object) -> str:
    """Return a single value of JSON as text; ``null`` is blank.

    >>> text_of(2022.0), text_of(True), text_of(None)
    ('2022', 'yes', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
