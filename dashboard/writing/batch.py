"""Many new items at once: events, and the actors and sources that they need, in one splice each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.reading.book import collector_at_rest, read_nodes
from dashboard.reading.document import events_in, read_document
from dashboard.reading.nodes import ListNode, MapNode, Node, is_nothing
from dashboard.writing import block
from dashboard.writing.additions import NewItems, addition
from dashboard.writing.editing import Edited
from dashboard.writing.errors import (
    BrokenFileError,
    FieldProblem,
    InvalidEventError,
    UnprovenEditError,
)
from dashboard.writing.habits import habit_of
from dashboard.writing.lines import line_start
from dashboard.writing.proof import path_of
from dashboard.writing.source_map import SourceMap
from dashboard.writing.splices import Splice, spliced
from dashboard.writing.values import same_nodes, same_values, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.model.problems import Problem
    from dashboard.writing.edits import Value

LISTS = ("actors", "types", "sources", "events")
"""Lists of a file to which items are added, in the order in which a file has them."""


def append_items(
    text: str, items: Mapping[str, Sequence[Mapping[str, Value]]], path: str = "events.yaml"
) -> Edited:
    """Add items at the end of lists of a file; all other bytes stay.

    Args:
        text: text of an events file without errors; it may be empty.
        items: new items of each list of ``LISTS``.
        path: the file's name, for messages.

    Raises:
        BrokenFileError: the text has errors already.
        InvalidEventError: the reader does not accept the new items.
        UnprovenEditError: the form of the text does not allow a safe addition.

    Example:
        >>> new = {
        ...     "actors": [{"id": "kim", "name": "Kim", "kind": "person"}],
        ...     "events": [{"date": "2024", "title": "Visit", "actors": ["kim"]}],
        ... }
        >>> print(append_items("- {date: 2023, title: Talks, actors: Japan}  # draft", new).new)
        actors:
          - id: kim
            name: Kim
            kind: person
        events:
        - {date: 2023, title: Talks, actors: Japan}  # draft
        - {date: 2024, title: Visit, actors: [kim]}
    """
    with collector_at_rest():
        source_map = SourceMap(text, path)
        given = {key: items[key] for key in LISTS if items.get(key)}
        new = spliced(source_map.original, _splices(source_map, given))
        return _proved(source_map, new, given)


def _splices(
    source_map: SourceMap, items: Mapping[str, Sequence[Mapping[str, Value]]]
) -> list[Splice]:
    root = source_map.root
    events = events_in(root)
    habit = habit_of(source_map, events)
    splices = []
    for key in items:
        if key == "events":
            splices += addition(source_map, events, NewItems(items[key], habit))
        elif isinstance(root, MapNode):
            node = root.entries[key][1] if root.has(key) else None
            found = node if isinstance(node, ListNode) else None
            last = found.items[-1] if found and found.items else None
            in_braces = last is not None and source_map.is_flow(last)
            usual = replace(habit, flow=in_braces, blank=0, item_indent=2)
            splices += addition(source_map, found, NewItems(items[key], usual, key))
    if isinstance(root, MapNode):
        return splices
    heads = [key for key in items if key != "events"]
    if not heads:
        return splices
    lines = [
        line
        for key in heads
        for line in (f"{key}:", *NewItems(items[key], replace(habit, flow=False), key).lines(2))
    ]
    place = line_start(source_map.text, source_map.start(root)) if root is not None else 0
    if root is None:
        place = len(source_map.text)
    return [block.below(source_map, place, [*lines, "events:"]), *splices]


def _proved(
    source_map: SourceMap, text: str, items: Mapping[str, Sequence[Mapping[str, Value]]]
) -> Edited:
    """Return the edit if the new text reads as the old items followed by the new ones."""
    document = read_document(text, source_map.path)
    reading = read_nodes(document, source_map.path)
    added = items.get("events", ())
    nodes = _items(document.root, "events")
    line = nodes[-len(added)].line if added and len(nodes) >= len(added) else 0
    if reading.book is None:
        if (old := source_map.read()).book is None:
            raise BrokenFileError(source_map.path, old.problems)
        errors = [problem for problem in reading.problems if problem.is_error]
        raise InvalidEventError([_placed(document.root, items, problem) for problem in errors])
    is_meant = all(
        _is_extended(_items(source_map.root, key), _items(document.root, key), items.get(key, ()))
        for key in LISTS
    )
    if not is_meant or _others(source_map.root) != _others(document.root):
        raise UnprovenEditError(source_map.path, line)
    return Edited(source_map.path, source_map.original, text, "", line, reading)


def _placed(
    root: Node | None, items: Mapping[str, Sequence[Mapping[str, Value]]], problem: Problem
) -> FieldProblem:
    """Return a problem with its path: the list, the index of the new item, and its keys."""
    for key, added in items.items():
        nodes = _items(root, key)
        for k, node in enumerate(nodes[len(nodes) - len(added) :]):
            if where := path_of(node, nodes, problem):
                return FieldProblem((key, k, *where), problem)
    return FieldProblem((), problem)


def _items(root: Node | None, key: str) -> list[Node]:
    node: Node | None
    if key == "events":
        node = events_in(root)
    else:
        node = root.entries[key][1] if isinstance(root, MapNode) and root.has(key) else None
    return node.items if isinstance(node, ListNode) else []


def _is_extended(
    old: Sequence[Node], new: Sequence[Node], added: Sequence[Mapping[str, Value]]
) -> bool:
    return (
        len(new) == len(old) + len(added)
        and all(map(same_nodes, old, new))
        and all(
            same_values(value_of(node), dict(item))
            for node, item in zip(new[len(old) :], added, strict=True)
        )
    )


def _others(root: Node | None) -> dict[str, Any]:
    """Return the values of the keys of a file that are not extended."""
    if not isinstance(root, MapNode):
        return {}
    return {
        key: value_of(value)
        for key, (_, value) in root.entries.items()
        if key not in LISTS and not is_nothing(value)
    }
