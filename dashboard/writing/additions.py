"""Splices for a new event: below the last event, or at the beginning of the list."""

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
from dashboard.writing.render import EVENT, flow_mapping, list_item
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from dashboard.writing.edits import Value
    from dashboard.writing.render import Habit
    from dashboard.writing.source_map import SourceMap

EVENTS = RECORDS["file"]["events"]


def addition(
    source_map: SourceMap, events: ListNode | None, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    """Return the splices that add an event at the end of a file's list.

    Args:
        source_map: positions of the nodes in the file's text.
        events: the list of events, ``None`` if the file has none.
        fields: fields of the event.
        habit: habit of the file.
    """
    root = source_map.root
    if events is not None and events.items:
        return _behind(source_map, events, fields, habit)
    if events is not None and (root is events or not source_map.is_flow(_root(root))):
        inside = source_map.text[source_map.start(events) + 1 : source_map.end(events) - 1]
        if not inside.strip(" "):
            return _instead(source_map, events, fields, habit)
    if events is not None:
        return flow.insertion(source_map, events, -1, flow_mapping(fields, EVENT, habit))
    if isinstance(root, MapNode):
        return _new_list(source_map, root, fields, habit)
    if root is not None and source_map.start(root) < source_map.end(root):
        return _instead(source_map, root, fields, habit)
    place = len(source_map.text) if root is None else source_map.start(root)
    above = line_above(source_map.text, place) if place else 0
    blank = int(place > 0 and is_comment_line(source_map.text, above))
    return [block.below(source_map, place, _lines(fields, 0, habit), blank)]


def emptied(source_map: SourceMap, events: ListNode) -> list[Splice]:
    """Return the splices that replace the only event of a list in block style by ``[]``."""
    text = source_map.text
    first = line_start(text, source_map.part(events, 0)[0])
    last = block.own_end(text, source_map.part(events, 0)[1], events.mark.column)
    if source_map.root is events:
        return [Splice(first, last, f"[]{source_map.newline}")]
    key = _root(source_map.root).entries["events"][0]
    colon = text.index(":", source_map.end(key)) + 1
    return [Splice(colon, colon, " []"), Splice(first, last, "")]


def _root(root: Node | None) -> MapNode:
    if not isinstance(root, MapNode):
        raise TypeError("a list of events is the root, or a value of the root mapping")
    return root


def _lines(fields: dict[str, Value], column: int, habit: Habit) -> list[str]:
    if habit.flow:
        return [f"{' ' * column}- {flow_mapping(fields, EVENT, habit)}"]
    return list_item(fields, EVENT, column, habit.item_indent, habit)


def _behind(
    source_map: SourceMap, events: ListNode, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    last = len(events.items) - 1
    if source_map.is_flow(events):
        return flow.insertion(source_map, events, last, flow_mapping(fields, EVENT, habit))
    lines = _lines(fields, events.mark.column, habit)
    return [block.insertion(source_map, events, last, lines, habit.blank)]


def _instead(
    source_map: SourceMap, node: Node, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    """Replace ``[]`` or ``null`` by the first event, which begins on the next line."""
    text = source_map.text
    start, end = source_map.start(node), source_map.end(node)
    column = (
        0 if node is source_map.root else _root(source_map.root).mark.column + habit.list_indent
    )
    lines = _lines(fields, column, habit)
    if is_first(text, start) and not text[end : line_end(text, end)].strip():
        return [
            Splice(line_start(text, start), line_end(text, end), source_map.newline.join(lines))
        ]
    before = start - len(text[:start]) + len(text[:start].rstrip(" "))
    return [Splice(before, end, ""), block.below(source_map, next_line(text, end), lines)]


def _new_list(
    source_map: SourceMap, root: MapNode, fields: dict[str, Value], habit: Habit
) -> list[Splice]:
    """Begin the list of events in a mapping without ``events``, or without a value for it."""
    text = source_map.text
    column = root.mark.column
    if "events" in root.entries:
        key, value = root.entries["events"]
        if source_map.is_flow(root):
            item = f"[{flow_mapping(fields, EVENT, habit)}]"
            start, end = source_map.start(value), source_map.end(value)
            colon = "" if text[source_map.end(key) : start].strip() else ":"
            return [Splice(start, end, item if start < end else f"{colon} {item}")]
        if source_map.start(value) < source_map.end(value):
            return _instead(source_map, value, fields, habit)
        place = next_line(text, source_map.end(value))
        while is_comment_line(text, place) and indent_of(text, place) > column:
            place = next_line(text, place)
        return [block.below(source_map, place, _lines(fields, column + habit.list_indent, habit))]
    if source_map.is_flow(root):
        item = f"events: [{flow_mapping(fields, EVENT, habit)}]"
        return flow.insertion(source_map, root, len(root.entries) - 1, item)
    lines = [f"{' ' * column}events:", *_lines(fields, column + habit.list_indent, habit)]
    last = len(root.entries) - 1
    blank = 0
    if last > 0:
        start = line_start(text, source_map.part(root, last)[0])
        blank = int(start > 0 and is_blank_line(text, line_above(text, start)))
    return [block.insertion(source_map, root, last, lines, blank)]
