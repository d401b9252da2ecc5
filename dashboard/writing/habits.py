"""How a file writes its events, seen from the last of them."""

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
    from dashboard.writing.layout import Layout

_LOOKED_AT = 5


def habit_of(layout: Layout, events: ListNode | None) -> Habit:
    """Return the habit of a file.

    Args:
        layout: of its text.
        events: the list of events, if there is one.
    """
    if events is None or not events.items:
        return Habit(dent=0 if _is_flush(layout, events) else 2)
    nodes = [node for node in events.items[-_LOOKED_AT:] if isinstance(node, MapNode)]
    last = nodes[-1] if nodes else None
    is_flow = last is not None and layout.is_flow(last)
    inside = layout.text[layout.start(last) + 1 :][:2] if last is not None and is_flow else ""
    is_quoted = is_flow and _is_quoted(layout, last)
    hang = 2
    if last is not None and not is_flow and not layout.is_flow(events):
        dash = layout.dash(events, len(events.items) - 1)
        if line_start(layout.text, dash) == line_start(layout.text, layout.start(last)):
            hang = layout.start(last) - dash
    steps, dents, listed = _nesting(layout, nodes)
    return Habit(
        step=steps[-1] if steps else 2,
        dent=dents[-1] if dents else (0 if _is_flush(layout, events) else 2),
        hang=hang,
        blank=0 if layout.is_flow(events) else _blank_lines(layout, events),
        flow=is_flow,
        listed=frozenset(listed),
        space=" " if inside[:1].isspace() and inside[1:].strip() else "",
        quote='"' if is_quoted else "",
    )


def _is_quoted(layout: Layout, node: MapNode | None) -> bool:
    """Whether all keys of an event are in double quotes."""
    keys = [key for key, _ in node.entries.values()] if node is not None else []
    return bool(keys) and all(layout.style(key) == '"' for key in keys)


def _nesting(layout: Layout, nodes: list[MapNode]) -> tuple[list[int], list[int], set[str]]:
    """Return the indents of mappings and of lists in events, and the keys of the latter."""
    steps: list[int] = []
    dents: list[int] = []
    listed: set[str] = set()
    for node in nodes:
        for name, (key, value) in node.entries.items():
            if not isinstance(value, (MapNode, ListNode)) or layout.is_flow(value):
                continue
            by = value.mark.column - key.mark.column
            if isinstance(value, MapNode):
                steps.append(max(by, 1))
            else:
                dents.append(max(by, 0))
                listed.add(name)
    return steps, dents, listed


def _is_flush(layout: Layout, events: Node | None) -> bool:
    """Whether the file's lists stand right below their keys, without an indent."""
    root = layout.root
    if not isinstance(root, MapNode):
        return False
    flush = [
        value.mark.column == key.mark.column
        for key, value in root.entries.values()
        if isinstance(value, ListNode) and not layout.is_flow(value) and value.items
    ]
    return bool(flush) and (flush[-1] if events is None else all(flush))


def _blank_lines(layout: Layout, events: ListNode) -> int:
    """Return the number of blank lines between the last two events."""
    if len(events.items) < 2:
        return 0
    text = layout.text
    before = events.items[-2]
    if layout.keeper(before) is not None:
        return 0
    place = next_line(text, layout.end(before))
    dash = gap_end(text, layout.end(before))
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
