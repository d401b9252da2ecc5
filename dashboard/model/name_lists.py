"""Several actors in one text: "Japan, South Korea, and the United States" becomes a YAML list."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_JOINT = re.compile(r"[,;、،，；|/&+\n]|\b(?:and|vs|versus|with)\b\.?|(?<=\w)[-–—](?=\w)| [-–—] ")
_OPEN, _CLOSE = "[({", "])}"
_QUOTES = "'\"‘’“” \t\n"
_MOST_PARTS = 40
"""Parts of a text up to which it is read as a list; each part may join the next ones."""
_LONGEST_NAME = 5
"""Largest number of parts of one name: "Congo, Democratic Republic of the" has two."""
_READINGS = 3
"""Number of readings that are searched."""
_NOT_PLAIN = re.compile(r"[,\[\]{}]|: | #|^[-?:!&*#|>@`%\"' ]|[: ]$")


def readings(text: str, is_name: Callable[[str], bool]) -> list[tuple[str, ...]]:
    """Return the lists of at least two known names that a text may mean, the shortest first.

    Args:
        text: names with commas, "and", "&", "/", "|", "vs." or hyphens between them; also the
            text of a Python list.
        is_name: whether a text is the name of an actor.

    Example:
        >>> known = {"Japan", "South Korea", "United States", "US", "ROK"}
        >>> readings("Japan, South Korea, and the United States", known.__contains__)
        [('Japan', 'South Korea', 'United States')]
        >>> readings("['Japan', 'South Korea']", known.__contains__)
        [('Japan', 'South Korea')]
        >>> readings("US-ROK", known.__contains__), readings("Japan/Atlantis", known.__contains__)
        ([('US', 'ROK')], [])
    """
    text = text.strip()
    if text[:1] in _OPEN and text[-1:] in _CLOSE:
        text = text.strip(_OPEN + _CLOSE)
    ends = [0]
    starts = []
    for joint in _JOINT.finditer(text):
        starts.append(joint.start())
        ends.append(joint.end())
    starts.append(len(text))
    parts = [(ends[i], starts[i]) for i in range(len(ends)) if text[ends[i] : starts[i]].strip()]
    if not 1 < len(parts) <= _MOST_PARTS:
        return []
    found = sorted(_split(text, parts, is_name, 0, {}), key=len)
    return [names for names in found if len(names) > 1]


def _split(
    text: str,
    parts: list[tuple[int, int]],
    is_name: Callable[[str], bool],
    first: int,
    known: dict[int, list[tuple[str, ...]]],
) -> list[tuple[str, ...]]:
    """Return the lists of names of the parts from ``first`` upward, at most ``_READINGS``."""
    if first == len(parts):
        return [()]
    if first not in known:
        lists: list[tuple[str, ...]] = []
        for last in range(min(first + _LONGEST_NAME, len(parts)) - 1, first - 1, -1):
            name = text[parts[first][0] : parts[last][1]].strip(_QUOTES).removeprefix("the ")
            if name.count("(") != name.count(")"):
                name = name.strip("() ")
            if is_name(name):
                rest = _split(text, parts, is_name, last + 1, known)
                lists += [(name, *names) for names in rest]
        known[first] = lists[:_READINGS]
    return known[first]


def in_flow(names: tuple[str, ...]) -> str:
    """Return names as a YAML list.

    >>> in_flow(("Japan", "Korea, South"))
    '[Japan, "Korea, South"]'
    """
    written = (
        json.dumps(name, ensure_ascii=False) if _NOT_PLAIN.search(name) else name for name in names
    )
    return f"[{', '.join(written)}]"
