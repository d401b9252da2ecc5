"""Detection of a file's habit: the format of its last events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.reading.nodes import ListNode, MapNode, Node
from dashboard.writing.lines import (
    gap_end,
    is_blank_line,
    is_comment_line,
    line_start,
    next_line,
)
from dashboard.writing.render import Habit

if TYPE_CHECKING:
    from dashboard.writing.source_map import SourceMap

_EXAMINED = 5
"""Number of events at the end of the file that are examined."""


def habit_of(source_map: SourceMap, events: ListNode | None) -> Habit:
    """Return the habit of a file.

    Args:
        source_map: positions of the nodes in its text.
        events: the list of events, ``None`` if there is none.
    """
    if events is None or not events.items:
        return Habit(list_indent=0 if _is_flush(source_map, events) else 2)
    nodes = [node for node in events.items[-_EXAMINED:] if isinstance(node, MapNode)]
    last = nodes[-1] if nodes else None
    is_flow = last is not None and source_map.is_flow(last)
    inside = (
        source_map.text[source_map.start(last) + 1 :][:2] if last is not None and is_flow else ""
    )
    is_quoted = is_flow and _is_quoted(source_map, last)
    item_indent = 2
    if last is not None and not is_flow and not source_map.is_flow(events):
        dash = source_map.dash(events, len(events.items) - 1)
        if line_start(source_map.text, dash) == line_start(source_map.text, source_map.start(last)):
            item_indent = source_map.start(last) - dash
    mapping_indents, list_indents, listed = _nesting(source_map, nodes)
    return Habit(
        mapping_indent=mapping_indents[-1] if mapping_indents else 2,
        list_indent=list_indents[-1]
        if list_indents
        else (0 if _is_flush(source_map, events) else 2),
        item_indent=item_indent,
        blank=0 if source_map.is_flow(events) else _blank_lines(source_map, events),
        flow=is_flow,
        listed=frozenset(listed),
        space=" " if inside[:1].isspace() and inside[1:].strip() else "",
        quote='"' if is_quoted else "",
    )


def _is_quoted(source_map: SourceMap, node: MapNode | None) -> bool:
    """Whether all keys of an event are in double quotes."""
    keys = [key for key, _ in node.entries.values()] if node is not None else []
    return bool(keys) and all(source_map.style(key) == '"' for key in keys)


def _nesting(source_map: SourceMap, nodes: list[MapNode]) -> tuple[list[int], list[int], set[str]]:
    """Return the indents of mappings and of lists in events, and the keys of the lists."""
    mapping_indents: list[int] = []
    list_indents: list[int] = []
    listed: set[str] = set()
    for node in nodes:
        for name, (key, value) in node.entries.items():
            if not isinstance(value, (MapNode, ListNode)) or source_map.is_flow(value):
                continue
            by = value.mark.column - key.mark.column
            if isinstance(value, MapNode):
                mapping_indents.append(max(by, 1))
            else:
                list_indents.append(max(by, 0))
                listed.add(name)
    return mapping_indents, list_indents, listed


def _is_flush(source_map: SourceMap, events: Node | None) -> bool:
    """Whether the dashes of the file's lists are in the same column as their keys."""
    root = source_map.root
    if not isinstance(root, MapNode):
        return False
    flush = [
        value.mark.column == key.mark.column
        for key, value in root.entries.values()
        if isinstance(value, ListNode) and not source_map.is_flow(value) and value.items
    ]
    return bool(flush) and (flush[-1] if events is None else all(flush))


def _blank_lines(source_map: SourceMap, events: ListNode) -> int:
    """Return the number of blank lines between the last two events."""
    if len(events.items) < 2:
        return 0
    text = source_map.text
    before = events.items[-2]
    if source_map.keeper(before) is not None:
        return 0
    place = next_line(text, source_map.end(before))
    dash = gap_end(text, source_map.end(before))
    blank = most = 0
    while place < dash and place < len(text):
        if is_blank_line(text, place):
            blank += 1
        elif is_comment_line(text, place):
            blank = 0
        else:
            break
        most = max(most, blank)
        place = next_line(text, place)
    return min(most, 2)
