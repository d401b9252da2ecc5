"""Merging of the changes made in a form into the values that the file has now."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any


def merged(file: Any, began: Any, now: Any) -> Any:
    """Return the value of the file with the changes that were made in a form.

    A part that was not changed in the form keeps the shape and the value of the file, so changes by
    others meanwhile are kept as well.

    Args:
        file: value in the file.
        began: value in the form when it was opened; ``None`` if empty.
        now: value in the form now; ``None`` if empty.

    Example:
        >>> merged({"title": "Talks", "tags": "arms"}, {"title": "Talk"}, {"title": "Talk"})
        {'title': 'Talks', 'tags': 'arms'}
        >>> merged({"title": "Talks", "tags": "arms"}, {"title": "Talk"}, {"title": "Summit"})
        {'title': 'Summit', 'tags': 'arms'}
    """
    if now == began:
        return file
    if isinstance(now, dict) and isinstance(began, dict) and isinstance(file, dict):
        keys = dict.fromkeys([*file, *now])
        values = {key: merged(file.get(key), began.get(key), now.get(key)) for key in keys}
        return {key: value for key, value in values.items() if value is not None}
    if isinstance(now, list) and isinstance(began, list):
        return _list(file if isinstance(file, list) else [file], began, now)
    return now


def _list(file: list[Any], began: list[Any], now: list[Any]) -> list[Any]:
    """Return the list of the form; items that were not changed are those of the file."""
    if len(file) != len(began):
        return now
    if len(now) == len(began):
        return [merged(*items) for items in zip(file, began, now, strict=True)]
    unchanged: defaultdict[str, list[Any]] = defaultdict(list)
    for old, item in zip(reversed(began), reversed(file), strict=True):
        unchanged[_key(old)].append(item)
    return [unchanged[key].pop() if unchanged[key := _key(item)] else item for item in now]


def _key(item: Any) -> str:
    return json.dumps(item, sort_keys=True)
