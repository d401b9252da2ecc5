"""Splices for new items of a list of the file: below the last item, or as a new list."""

from __future__ import annotations

from dataclasses import dataclass
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
from dashboard.writing.render import fields_of, flow_mapping, list_item
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model.fields import Field
    from dashboard.writing.edits import Value
    from dashboard.writing.render import Habit
    from dashboard.writing.source_map import SourceMap

EVENTS = RECORDS["file"]["events"]


@dataclass(frozen=True, slots=True)
class NewItems:
    """New items at the end of a list of the file.

    Attributes:
        records: values of each item by key.
        habit: habit of the file.
        key: key of the list.
    """

    records: Sequence[Mapping[str, Value]]
    habit: Habit
    key: str = "events"

    @property
    def fields(self) -> Mapping[str, Field]:
        """Fields of an item."""
        return fields_of(RECORDS["file"][self.key])

    def lines(self, column: int) -> list[str]:
        """Return the lines of the items with their dashes at a column."""
        rows: list[str] = []
        for record in self.records:
            if rows:
                rows += [""] * self.habit.blank
            if self.habit.flow:
                rows.append(f"{' ' * column}- {flow_mapping(record, self.fields, self.habit)}")
            else:
                rows += list_item(record, self.fields, column, self.habit.item_indent, self.habit)
        return rows

    def in_braces(self, between: str = ", ") -> str:
        """Return the items in flow style."""
        return between.join(
            flow_mapping(record, self.fields, self.habit) for record in self.records
        )


def addition(source_map: SourceMap, node: ListNode | None, new: NewItems) -> list[Splice]:
    """Return the splices that add items at the end of a list of the file.

    Args:
        source_map: positions of the nodes in the file's text.
        node: the list, ``None`` if the file has none.
        new: the items.
    """
    root = source_map.root
    if node is not None and node.items:
        return _behind(source_map, node, new)
    if node is not None and (root is node or not source_map.is_flow(_root(root))):
        inside = source_map.text[source_map.start(node) + 1 : source_map.end(node) - 1]
        if not inside.strip(" "):
            return _instead(source_map, node, new)
    if node is not None:
        return flow.insertion(source_map, node, -1, new.in_braces())
    if isinstance(root, MapNode):
        return _new_list(source_map, root, new)
    if root is not None and source_map.start(root) < source_map.end(root):
        return _instead(source_map, root, new)
    place = len(source_map.text) if root is None else source_map.start(root)
    above = line_above(source_map.text, place) if place else 0
    blank = int(place > 0 and is_comment_line(source_map.text, above))
    return [block.below(source_map, place, new.lines(0), blank)]


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


def _behind(source_map: SourceMap, node: ListNode, new: NewItems) -> list[Splice]:
    last = len(node.items) - 1
    if source_map.is_flow(node):
        start = source_map.part(node, last)[0]
        indent = source_map.text[line_start(source_map.text, start) : start]
        between = ", " if indent.strip() else f",{source_map.newline}{indent}"
        return flow.insertion(source_map, node, last, new.in_braces(between))
    lines = new.lines(node.mark.column)
    return [block.insertion(source_map, node, last, lines, new.habit.blank)]


def _instead(source_map: SourceMap, node: Node, new: NewItems) -> list[Splice]:
    """Replace ``[]`` or ``null`` by the first items, which begin on the next line."""
    text = source_map.text
    start, end = source_map.start(node), source_map.end(node)
    column = (
        0 if node is source_map.root else _root(source_map.root).mark.column + new.habit.list_indent
    )
    lines = new.lines(column)
    if is_first(text, start) and not text[end : line_end(text, end)].strip():
        return [
            Splice(line_start(text, start), line_end(text, end), source_map.newline.join(lines))
        ]
    before = start - len(text[:start]) + len(text[:start].rstrip(" "))
    return [Splice(before, end, ""), block.below(source_map, next_line(text, end), lines)]


def _new_list(source_map: SourceMap, root: MapNode, new: NewItems) -> list[Splice]:
    """Begin a list in a mapping without its key, or without a value for it."""
    text = source_map.text
    column = root.mark.column
    inner = column + new.habit.list_indent
    if new.key in root.entries:
        key, value = root.entries[new.key]
        if source_map.is_flow(root):
            item = f"[{new.in_braces()}]"
            start, end = source_map.start(value), source_map.end(value)
            colon = "" if text[source_map.end(key) : start].strip() else ":"
            return [Splice(start, end, item if start < end else f"{colon} {item}")]
        if source_map.start(value) < source_map.end(value):
            return _instead(source_map, value, new)
        place = next_line(text, source_map.end(value))
        while is_comment_line(text, place) and indent_of(text, place) > column:
            place = next_line(text, place)
        return [block.below(source_map, place, new.lines(inner))]
    if source_map.is_flow(root):
        item = f"{new.key}: [{new.in_braces()}]"
        return flow.insertion(source_map, root, len(root.entries) - 1, item)
    lines = [f"{' ' * column}{new.key}:", *new.lines(inner)]
    if new.key != "events" and "events" in root.entries:
        return [_above_events(source_map, root, lines)]
    last = len(root.entries) - 1
    blank = 0
    if last > 0:
        start = line_start(text, source_map.part(root, last)[0])
        blank = int(start > 0 and is_blank_line(text, line_above(text, start)))
    return [block.insertion(source_map, root, last, lines, blank)]


def _above_events(source_map: SourceMap, root: MapNode, lines: list[str]) -> Splice:
    """Return the splice that begins a list above the events and the comments on them."""
    text = source_map.text
    place = line_start(text, source_map.start(root.entries["events"][0]))
    while place > 0 and is_comment_line(text, line_above(text, place)):
        place = line_above(text, place)
    blank = place > 0 and is_blank_line(text, line_above(text, place))
    return block.below(source_map, place, [*lines, ""] if blank else lines)
