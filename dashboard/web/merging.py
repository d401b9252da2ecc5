"""What a form changed, applied to what the file says now: all else stays as it is written."""

from __future__ import annotations

from typing import Any


def merged(file: Any, began: Any, now: Any) -> Any:
    """Return the value of the file with what a form changed.

    What the form did not change keeps the file's own shape, and what somebody else changed
    meanwhile stays.

    Args:
        file: as the file has it.
        began: as the form had it when it was opened.
        now: as the form has it; ``None`` for what is empty, like ``began``.
    """
    if now == began:
        return file
    if isinstance(now, dict) and isinstance(began, dict) and isinstance(file, dict):
        keys = dict.fromkeys([*file, *now])
        found = {key: merged(file.get(key), began.get(key), now.get(key)) for key in keys}
        return {key: value for key, value in found.items() if value is not None}
    if isinstance(now, list) and isinstance(began, list):
        return _list(file if isinstance(file, list) else [file], began, now)
    return now


def _list(file: list[Any], began: list[Any], now: list[Any]) -> list[Any]:
    """Return the list of the form, its items as the file has them where they are the same."""
    if len(file) != len(began):
        return now
    if len(now) == len(began):
        return [merged(*items) for items in zip(file, began, now, strict=True)]
    left = list(zip(began, file, strict=True))
    found = []
    for item in now:
        same = next((k for k, (old, _) in enumerate(left) if old == item), None)
        found.append(item if same is None else left.pop(same)[1])
    return found
