"""Where a new event goes: below the last one, or where the list would begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.fields import RECORDS
from dashboard.reading.nodes import ListNode, MapNode, Node
from dashboard.writing import block, flow
from dashboard.writing.lines import (
    indent_of,
    is_blank_line,
    is_comment_line,
    is_first,
    line_above,
    line_end,
    line_start,
    next_line,
)
from dashboard.writing.render import EVENT, flow_mapping, hung
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from dashboard.writing.edits import Value
    from dashboard.writing.layout import Layout
    from dashboard.writing.render import Habit

EVENTS = RECORDS["file"]["events"]


def addition(
    layout: Layout, events: ListNode | None, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    """Put an event at the end of a file's list.

    Args:
        layout: of the file's text.
        events: its list, ``None`` where it has none.
        fields: of the event.
        habit: of the file.
    """
    root = layout.root
    if events is not None and events.items:
        return _behind(layout, events, fields, habit)
    if events is not None and (root is events or not layout.is_flow(_root(root))):
        inside = layout.text[layout.start(events) + 1 : layout.end(events) - 1]
        if not inside.strip(" "):
            return _instead(layout, events, fields, habit)
    if events is not None:
        return flow.insertion(layout, events, -1, flow_mapping(fields, EVENT, habit))
    if isinstance(root, MapNode):
        return _new_list(layout, root, fields, habit)
    if root is not None and layout.start(root) < layout.end(root):
        return _instead(layout, root, fields, habit)
    place = len(layout.text) if root is None else layout.start(root)
    above = line_above(layout.text, place) if place else 0
    blank = int(place > 0 and is_comment_line(layout.text, above))
    return [block.below(layout, place, _lines(fields, 0, habit), blank)]


def emptied(layout: Layout, events: ListNode) -> list[Splice]:
    """Take out the only event of a list in block style: ``[]`` stands in its place."""
    text = layout.text
    first = line_start(text, layout.part(events, 0)[0])
    last = block.own_end(text, layout.part(events, 0)[1], events.mark.column)
    if layout.root is events:
        return [Splice(first, last, f"[]{layout.newline}")]
    key = _root(layout.root).entries["events"][0]
    colon = text.index(":", layout.end(key)) + 1
    return [Splice(colon, colon, " []"), Splice(first, last, "")]


def _root(root: Node | None) -> MapNode:
    if not isinstance(root, MapNode):
        raise TypeError("a list of events is the root, or stands in a mapping")
    return root


def _lines(fields: dict[str, Value], column: int, habit: Habit) -> list[str]:
    if habit.flow:
        return [f"{' ' * column}- {flow_mapping(fields, EVENT, habit)}"]
    return hung(fields, EVENT, column, habit.hang, habit)


def _behind(
    layout: Layout, events: ListNode, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    last = len(events.items) - 1
    if layout.is_flow(events):
        return flow.insertion(layout, events, last, flow_mapping(fields, EVENT, habit))
    lines = _lines(fields, events.mark.column, habit)
    return [block.insertion(layout, events, last, lines, habit.blank)]


def _instead(layout: Layout, node: Node, fields: dict[str, Value], habit: Habit) -> list[Splice]:
    """Put the first event in the place of ``[]`` or ``null``, beginning on the next line."""
    text = layout.text
    start, end = layout.start(node), layout.end(node)
    column = 0 if node is layout.root else _root(layout.root).mark.column + habit.dent
    lines = _lines(fields, column, habit)
    if is_first(text, start) and not text[end : line_end(text, end)].strip():
        return [Splice(line_start(text, start), line_end(text, end), layout.newline.join(lines))]
    before = start - len(text[:start]) + len(text[:start].rstrip(" "))
    return [Splice(before, end, ""), block.below(layout, next_line(text, end), lines)]


def _new_list(
    layout: Layout, root: MapNode, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    """Begin the list of events in a mapping that has none, or nothing after ``events``."""
    text = layout.text
    column = root.mark.column
    if "events" in root.entries:
        key, value = root.entries["events"]
        if layout.is_flow(root):
            item = f"[{flow_mapping(fields, EVENT, habit)}]"
            start, end = layout.start(value), layout.end(value)
            colon = "" if text[layout.end(key) : start].strip() else ":"
            return [Splice(start, end, item if start < end else f"{colon} {item}")]
        if layout.start(value) < layout.end(value):
            return _instead(layout, value, fields, habit)
        place = next_line(text, layout.end(value))
        while is_comment_line(text, place) and indent_of(text, place) > column:
            place = next_line(text, place)
        return [block.below(layout, place, _lines(fields, column + habit.dent, habit))]
    if layout.is_flow(root):
        item = f"events: [{flow_mapping(fields, EVENT, habit)}]"
        return flow.insertion(layout, root, len(root.entries) - 1, item)
    lines = [f"{' ' * column}events:", *_lines(fields, column + habit.dent, habit)]
    last = len(root.entries) - 1
    blank = 0
    if last > 0:
        start = line_start(text, layout.part(root, last)[0])
        blank = int(start > 0 and is_blank_line(text, line_above(text, start)))
    return [block.insertion(layout, root, last, lines, blank)]
