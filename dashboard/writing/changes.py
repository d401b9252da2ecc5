"""Changes of values as the fewest splices of a text.

Lists and mappings are compared item by item, so that unchanged items keep their quotes, their order
and the comments beside them.
"""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from dashboard.reading.nodes import ListNode, MapNode
from dashboard.writing import block, flow
from dashboard.writing.lines import is_first, line_start
from dashboard.writing.render import (
    block_entry,
    block_item,
    field_of,
    fields_of,
    flow_entry,
)
from dashboard.writing.render import flow as in_flow
from dashboard.writing.rewriting import rewritten
from dashboard.writing.values import same_values, value_of, value_of_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.fields import Field
    from dashboard.writing.edits import Value
    from dashboard.writing.render import Habit
    from dashboard.writing.source_map import SourceMap
    from dashboard.writing.splices import Splice

    Fields = Mapping[str, Field]


class Changes:
    """Collects the splices of one edit.

    Attributes:
        splices: splices collected so far.
    """

    def __init__(self, source_map: SourceMap, habit: Habit) -> None:
        self.splices: list[Splice] = []
        self._source_map = source_map
        self._habit = habit

    def mapping(self, node: MapNode, new: dict[str, Any], fields: Fields) -> None:
        """Change a mapping to ``new``, which has at least one key of the mapping.

        Args:
            node: the mapping now.
            new: its new entries.
            fields: fields of its record, whose order determines the position of new keys.
        """
        keys = list(node.entries)
        stay = [key for key in keys if key in new]
        gone = [key for key in keys if key not in new]
        added = _in_order([key for key in new if key not in node.entries], fields)
        if self._source_map.is_flow(node):
            # Replace entries in place: splices for a removal and an insertion share a comma.
            for key, other in zip(gone, added, strict=False):
                item = flow_entry(other, new[other], fields, self._habit)
                self.splices.append(flow.replacement(self._source_map, node, keys.index(key), item))
            gone, added = gone[len(added) :], added[len(gone) :]
        self._remove(node, [key in gone for key in keys])
        for key in stay:
            if not same_values(value_of_key(key, node.entries[key][1]), new[key]):
                self.value(node, keys.index(key), new[key], field_of(fields, key), key)
        for key in added:
            after = keys.index(_place(key, stay, fields))
            self._insert(node, after, key, new[key], fields)

    def sequence(self, node: ListNode, new: list[Any], field: Field) -> None:
        """Change a list to ``new``; both have at least one item.

        Args:
            node: the list now.
            new: its new items.
            field: field of the list.
        """
        old = [_frozen(value_of(item)) for item in node.items]
        matcher = SequenceMatcher(None, old, [_frozen(item) for item in new], autojunk=False)
        removed = [False] * len(old)
        for kind, first, last, begin, end in matcher.get_opcodes():
            if kind == "equal":
                continue
            paired = min(last - first, end - begin)
            for k in range(paired):
                self.value(node, first + k, new[begin + k], field, "")
            for k in range(first + paired, last):
                removed[k] = True
            for k in range(begin + paired, end):
                self._insert_item(node, first + paired - 1, new[k], field)
        self._remove(node, removed)

    def remove_event(self, events: ListNode, k: int) -> None:
        """Remove an event, which is not the only one, with its comments."""
        style = flow if self._source_map.is_flow(events) else block
        self.splices += style.removal(self._source_map, events, k, with_comments=True)

    def _remove(self, node: MapNode | ListNode, removed: list[bool]) -> None:
        source_map = self._source_map
        style = flow if source_map.is_flow(node) else block
        start = 0
        if (
            style is block
            and removed[0]
            and not is_first(source_map.text, source_map.part(node, 0)[0])
        ):
            start = removed.index(False)
            if isinstance(node, MapNode):
                self.splices.append(block.first_removal(source_map, node, start))
        for k in range(start, len(removed)):
            if removed[k]:
                self.splices += style.removal(source_map, node, k, with_comments=False)

    def _insert(self, node: MapNode, k: int, key: str, value: Value, fields: Fields) -> None:
        source_map, habit = self._source_map, self._habit
        if source_map.is_flow(node):
            item = flow_entry(key, value, fields, habit)
            self.splices += flow.insertion(source_map, node, k, item)
        else:
            lines = block_entry(key, value, fields, node.mark.column, habit)
            self.splices.append(block.insertion(source_map, node, k, lines))

    def _insert_item(self, node: ListNode, k: int, value: Value, field: Field) -> None:
        source_map = self._source_map
        if source_map.is_flow(node):
            item = in_flow(value, field, self._habit)
            self.splices += flow.insertion(source_map, node, k, item)
            return
        lines = block_item(value, field, node.mark.column, self._habit)
        if k >= 0:
            self.splices.append(block.insertion(source_map, node, k, lines))
            return
        place = line_start(source_map.text, source_map.part(node, 0)[0])
        self.splices.append(block.below(source_map, place, lines))

    def value(self, node: MapNode | ListNode, k: int, new: Value, field: Field, key: str) -> None:
        """Change the k-th value of a list or mapping to ``new``.

        Args:
            node: the list or mapping.
            k: index of the value.
            new: the new value.
            field: field of the value, or of the list's items.
            key: key of the value in a mapping.
        """
        old = block.child(node, k)
        if isinstance(old, MapNode) and isinstance(new, dict) and self._can_grow(old, new):
            self.mapping(old, new, fields_of(field))
        elif isinstance(old, ListNode) and isinstance(new, list) and new and old.items:
            self.sequence(old, new, field)
        else:
            splice = rewritten(self._source_map, node, k, new, field, key, self._habit)
            self.splices.append(splice)

    def _can_grow(self, old: MapNode, new: dict[str, Value]) -> bool:
        """Whether a mapping can become another entry by entry."""
        if self._source_map.is_bare(old):
            return new.keys() == old.entries.keys()
        return bool(new.keys() & old.entries.keys())


def _in_order(keys: list[str], fields: Fields) -> list[str]:
    order = list(fields)
    return sorted(keys, key=lambda key: order.index(key) if key in fields else len(order))


def _place(key: str, stay: list[str], fields: Fields) -> str:
    """Return the kept key that a new key follows: the last one before it in the table of fields."""
    order = list(fields)
    if key in fields:
        before = [other for other in stay if other in order[: order.index(key)]]
        if before:
            return before[-1]
    return stay[-1]


def _frozen(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
