"""Insertion and removal of items and entries in flow style, in brackets or braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.reading.nodes import ListNode, MapNode
from dashboard.writing.block import notes, size
from dashboard.writing.lines import (
    gap_end,
    indent_of,
    is_first,
    line_end,
    line_start,
    next_line,
)
from dashboard.writing.splices import Splice

if TYPE_CHECKING:
    from dashboard.writing.source_map import SourceMap

_REST = re.compile(r"[ \t]*+(#.*+)?")
_COMMA_AND_REST = re.compile(r"[ \t]*+(,?)[ \t]*+(#.*+)?")
_COMMENT_OR_BREAK = re.compile(r"[#\r\n]")


def insertion(source_map: SourceMap, node: MapNode | ListNode, k: int, item: str) -> list[Splice]:
    """Return the splices that insert an item after the k-th; on a separate line if that has one.

    Args:
        source_map: positions of the nodes in the text.
        node: a list or mapping in flow style.
        k: index of the item before the new one; -1 for none.
        item: text of the new item.
    """
    text = source_map.text
    if size(node) == 0:
        bracket = source_map.end(node) - 1
        return [Splice(bracket, bracket, item)]
    if k < 0:
        first = source_map.part(node, 0)[0]
        return [Splice(first, first, f"{item}, ")]
    start, end = source_map.part(node, k)
    comma = gap_end(text, end)
    has_comma = text[comma] == ","
    place = comma + 1 if has_comma else end
    line = line_end(text, place)
    if is_first(text, start) and _REST.fullmatch(text, place, line):
        row = f"{source_map.newline}{text[line_start(text, start) : start]}{item}"
        if has_comma:
            return [Splice(line, line, f"{row},")]
        return [Splice(end, end, ","), Splice(line, line, row)]
    return [Splice(place, place, f" {item}," if has_comma else f", {item}")]


def replacement(source_map: SourceMap, node: MapNode, k: int, item: str) -> Splice:
    """Return the splice that replaces the k-th entry; comment lines within it are kept."""
    start, end = source_map.part(node, k)
    kept = _kept(source_map, node, k, end, source_map.newline)
    return Splice(start, end, item + kept)


def removal(
    source_map: SourceMap, node: MapNode | ListNode, k: int, with_comments: bool
) -> list[Splice]:
    """Return the splices that remove the k-th item or entry, its comma, and lines left empty.

    Args:
        source_map: positions of the nodes in the text.
        node: a list or mapping in flow style.
        k: index of the item or entry.
        with_comments: whether to remove the comment lines within it.
    """
    text = source_map.text
    start, end = source_map.part(node, k)
    is_last = k == size(node) - 1
    comma = gap_end(text, end)
    has_comma = text[comma] == ","
    before = gap_end(text, source_map.part(node, k - 1)[1]) if k > 0 else start
    rest = _COMMA_AND_REST.fullmatch(text, end, line_end(text, end))
    if is_first(text, start) and rest and (rest[1] or (is_last and not has_comma)):
        kept = "" if with_comments else _kept(source_map, node, k, end, "")
        lines = Splice(line_start(text, start), next_line(text, end), kept)
        # JSON and other formats do not allow a comma after the last item.
        needs_none = is_last and k > 0 and not has_comma
        return [Splice(before, before + 1, ""), lines] if needs_none else [lines]
    begin, finish = start, comma + 1 if has_comma else end
    if is_last and k > 0 and not _COMMENT_OR_BREAK.search(text, before, start):
        begin, finish = before, end
    elif not is_last:
        after = text[finish : line_end(text, finish)]
        is_followed = after.strip() and not after.lstrip().startswith("#")
        finish += len(after) - len(after.lstrip()) if is_followed else 0
    kept = "" if with_comments else _kept(source_map, node, k, finish, source_map.newline)
    return [Splice(begin, finish, kept)]


def _kept(source_map: SourceMap, node: MapNode | ListNode, k: int, end: int, before: str) -> str:
    """Return the comment lines within an item, with their line ends."""
    text = source_map.text
    indent = " " * indent_of(text, source_map.part(node, k)[0])
    lines = [note for place, note in notes(source_map, node, k, end) if is_first(text, place)]
    return before * bool(lines) + "".join(f"{indent}{line}{source_map.newline}" for line in lines)
