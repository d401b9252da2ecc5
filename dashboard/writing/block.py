"""Insertion and removal of items and entries in block style, which have one or more lines each.

A comment belongs to an item if it is beside or within the item, or below it with a deeper indent.
A comment directly above an item, with the same indent and no blank line between, belongs to it too.
Exceptions are comments that head more than one item: comments above the first item of a list, rules
(``# -----``), and items that were commented out (``# - date: …``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.reading.nodes import ListNode, MapNode, Node
from dashboard.writing.lines import (
    comments,
    indent_of,
    is_blank_line,
    is_comment_line,
    is_first,
    line_above,
    line_end,
    line_start,
    next_line,
)
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from dashboard.writing.source_map import SourceMap

_HEADS_MORE = re.compile(r"\s*+#(?:#*+\s*+-\s|.*[-=*#~_]{3})")
"""A comment that heads more than one item: a rule, or an item that was commented out."""


def child(node: MapNode | ListNode, k: int) -> Node:
    """Return the k-th item of a list, or the k-th value of a mapping."""
    return node.items[k] if isinstance(node, ListNode) else list(node.entries.values())[k][1]


def size(node: MapNode | ListNode) -> int:
    """Return the number of items or entries."""
    return len(node.items) if isinstance(node, ListNode) else len(node.entries)


def insertion(
    source_map: SourceMap, node: MapNode | ListNode, k: int, lines: list[str], blank: int = 0
) -> Splice:
    """Return the splice that inserts lines below the k-th item or entry and its comments.

    Args:
        source_map: positions of the nodes in the text.
        node: a list or mapping in block style.
        k: index of the item or entry.
        lines: lines of the new item, with their indent.
        blank: number of blank lines above the new item, if the item above allows them.
    """
    text = source_map.text
    column = source_map.part(node, k)[0] - line_start(text, source_map.part(node, k)[0])
    value = child(node, k)
    if source_map.keeper(value) is not None:
        blank = 0
    return below(source_map, _after_comments(text, source_map.rear(value), column), lines, blank)


def below(source_map: SourceMap, place: int, lines: list[str], blank: int = 0) -> Splice:
    """Return the splice that inserts lines at the beginning of a line or the end of the text."""
    newline = source_map.newline
    block = newline * blank + newline.join(lines)
    is_open = (
        place == len(source_map.text) and place > 0 and source_map.text[place - 1] not in "\r\n"
    )
    return Splice(place, place, newline + block if is_open else block + newline)


def _after_comments(text: str, place: int, column: int) -> int:
    while is_comment_line(text, place) and indent_of(text, place) > column:
        place = next_line(text, place)
    return place


def removal(
    source_map: SourceMap, node: MapNode | ListNode, k: int, with_comments: bool
) -> list[Splice]:
    """Return the splices that remove the k-th item or entry, which is not the only one.

    Args:
        source_map: positions of the nodes in the text.
        node: a list or mapping in block style.
        k: index of the item or entry.
        with_comments: whether to remove its comments; else comment lines are kept with the
            indent of the item, so that they do not become part of a text above.
    """
    text = source_map.text
    start, end = source_map.part(node, k)
    column = start - line_start(text, start)
    floor = source_map.part(node, k - 1)[1] if k else 0
    first, last = line_start(text, start), own_end(text, end, column)
    kept = ""
    if with_comments:
        first = _own_start(text, first, column, floor) if k else first
    else:
        comments_within = notes(source_map, node, k, last)
        lines = [note for place, note in comments_within if is_first(text, place)]
        kept = "".join(f"{' ' * column}{line}{source_map.newline}" for line in lines)
    before, blank = _blank_above(text, first, floor), _blank_below(text, last)
    keeps = k > 0 and source_map.keeper(child(node, k - 1)) is not None
    is_under_comment = (
        before == first and first > 0 and is_comment_line(text, line_above(text, first))
    )
    if blank == len(text) and not keeps and not kept:
        return [Splice(before, blank, "")]
    if before < first or keeps or (k == 0 and not is_under_comment and not kept):
        last = blank
    return [Splice(first, last, kept)]


def first_removal(source_map: SourceMap, node: MapNode, k: int) -> Splice:
    """Return the splice that removes the entries before the k-th; the first is after a dash."""
    text = source_map.text
    start, end = source_map.part(node, 0)[0], source_map.part(node, k)[0]
    column = start - line_start(text, start)
    kept = [
        note
        for removed in range(k)
        for _, note in notes(source_map, node, removed, source_map.part(node, removed + 1)[0])
    ]
    if not kept:
        return Splice(start, end, "")
    rows = (source_map.newline + " " * column).join(kept)
    return Splice(start, line_start(text, end), rows + source_map.newline)


def notes(
    source_map: SourceMap, node: MapNode | ListNode, k: int, end: int
) -> list[tuple[int, str]]:
    """Return the comments and their offsets, from the k-th key or dash to ``end``."""
    if isinstance(node, MapNode):
        start = source_map.end(list(node.entries.values())[k][0])
    else:
        start = source_map.part(node, k)[0] + (not source_map.is_flow(node))
    return [
        note
        for first, last in source_map.gaps(child(node, k), start, end)
        for note in comments(source_map.text, first, last)
    ]


def own_end(text: str, end: int, column: int) -> int:
    """Return the start of the line after an item and the deeper comments below it."""
    last = place = next_line(text, end)
    while place < len(text):
        if is_comment_line(text, place) and indent_of(text, place) > column:
            last = next_line(text, place)
        elif not is_blank_line(text, place):
            break
        place = next_line(text, place)
    return last


def _own_start(text: str, first: int, column: int, floor: int) -> int:
    """Return the start of the first comment line above an item that belongs to it."""
    while first > 0 and (above := line_above(text, first)) >= floor:
        line = text[above : line_end(text, above)]
        if not is_comment_line(text, above) or _HEADS_MORE.match(line):
            break
        if indent_of(text, above) != column:
            break
        first = above
    return first


def _blank_above(text: str, first: int, floor: int) -> int:
    while first > 0 and (above := line_above(text, first)) >= floor:
        if not is_blank_line(text, above):
            break
        first = above
    return first


def _blank_below(text: str, last: int) -> int:
    while is_blank_line(text, last):
        last = next_line(text, last)
    return last
