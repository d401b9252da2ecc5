"""Replacement of one value by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.reading.nodes import ListNode, MapNode, TextNode
from dashboard.writing.block import child, notes
from dashboard.writing.lines import comments, indent_of, line_end, line_start
from dashboard.writing.render import block, block_item, flow
from dashboard.writing.scalars import block_scalar, scalar
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from dashboard.model.fields import Field
    from dashboard.writing.edits import Value
    from dashboard.writing.render import Habit
    from dashboard.writing.source_map import SourceMap


def rewritten(
    source_map: SourceMap,
    node: MapNode | ListNode,
    k: int,
    new: Value,
    field: Field,
    key: str,
    habit: Habit,
) -> Splice:
    """Return the splice that replaces the k-th value of a list or mapping; its comments are kept.

    Args:
        source_map: positions of the nodes in the text.
        node: the list or mapping.
        k: index of the value.
        new: the new value.
        field: field of the value, or of the list's items.
        key: key of the value in a mapping.
        habit: habit of the file.
    """
    if source_map.is_flow(node):
        return _in_flow(source_map, node, k, new, field, habit)
    old = child(node, k)
    if (
        isinstance(new, str)
        and isinstance(old, TextNode)
        and source_map.style(old) not in ("|", ">")
    ):
        is_text = field.kind == "text"
        if not (is_text and block_scalar(new, node.mark.column + habit.mapping_indent)):
            return _in_place(
                source_map, old, scalar(new, field.kind, style=_quote(source_map, old))
            )
    return _lines(source_map, node, k, new, field, key, habit)


def _in_place(source_map: SourceMap, old: TextNode, written: str) -> Splice:
    start, end = source_map.start(old), source_map.end(old)
    return Splice(start, end, f" {written}" if start == end else written)


def _quote(source_map: SourceMap, old: TextNode) -> str:
    style = source_map.style(old)
    return style if style in ('"', "'") else ""


def _in_flow(
    source_map: SourceMap,
    node: MapNode | ListNode,
    k: int,
    new: Value,
    field: Field,
    habit: Habit,
) -> Splice:
    old = child(node, k)
    start, end = source_map.start(old), source_map.end(old)
    if isinstance(new, str) and isinstance(old, TextNode):
        written = scalar(new, field.kind, flow=True, style=_quote(source_map, old))
    else:
        written = flow(new, field, habit)
    if start == end:
        has_colon = source_map.text[start - 1] == ":"
        return Splice(start, end, f" {written}" if has_colon else f": {written}")
    comments_within = [note for place, note in notes(source_map, node, k, end) if place > start]
    if comments_within:
        indent = " " * indent_of(source_map.text, start)
        rows = source_map.newline.join(f"{indent}{note}" for note in comments_within)
        written = f"{written}{source_map.newline}{rows}{source_map.newline}{indent}"
    return Splice(start, end, written)


def _lines(
    source_map: SourceMap,
    node: MapNode | ListNode,
    k: int,
    new: Value,
    field: Field,
    key: str,
    habit: Habit,
) -> Splice:
    """Replace a value in block style, from its key or dash to the end of its last line."""
    text = source_map.text
    start, end = source_map.part(node, k)
    column = node.mark.column
    if isinstance(node, MapNode):
        head = source_map.end(list(node.entries.values())[k][0])
        head = text.index(":", head) + 1
        first, *rest = block(new, field, key, column, habit)
    else:
        head = start + 1
        first, *rest = block_item(new, field, column, habit)
        first = first[column + 2 :]
    comments_within = [note for note in notes(source_map, node, k, end) if note[0] >= head]
    old = child(node, k)
    is_block = isinstance(old, TextNode) and source_map.style(old) in ("|", ">")
    stop = source_map.blank_end(old) if isinstance(old, TextNode) and is_block else end
    beside = [note for place, note in comments_within if place < line_end(text, head)]
    if rest and (tail := comments(text, end, line_end(text, end))):
        stop = line_end(text, end)
        comments_within.append(tail[0])
        if not beside and line_start(text, end) == line_start(text, head):
            beside = [tail[0][1]]
    kept = [note for _, note in comments_within]
    if beside:
        kept.remove(beside[0])
    opening = "".join((f" {first}" if first else "", f"  {beside[0]}" if beside else ""))
    rows = [opening, *rest, *(f"{' ' * column}{note}" for note in kept)]
    return Splice(head, stop, source_map.newline.join(rows))
