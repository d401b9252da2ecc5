"""Proof of an edit: the new text must read back as the old events with exactly the change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.reading.book import read_nodes
from dashboard.reading.document import events_in, read_document
from dashboard.reading.nodes import ListNode, MapNode, Node, is_nothing
from dashboard.writing.errors import (
    BrokenFileError,
    FieldProblem,
    InvalidEventError,
    UnprovenEditError,
)
from dashboard.writing.values import same_nodes, same_values, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model.problems import Problem
    from dashboard.reading.book import Reading
    from dashboard.writing.source_map import SourceMap

_OF_VALUES = ("character", "too-deep")
"""Codes of problems of YAML that are caused by a value, not by a splice."""
_MISSING = re.compile(r'has no "(\w+)"')


class Expected(NamedTuple):
    """An event of the new text: its unchanged old node, or its values; and its id."""

    old: Node | None
    values: dict[str, Any]
    id: str


def prove(
    source_map: SourceMap, text: str, expected: Sequence[Expected], target: int
) -> tuple[int, Reading]:
    """Read a new text and compare it with the expected events.

    Args:
        source_map: positions of the nodes in the old text.
        text: the new text.
        expected: its expected events, in their order.
        target: index of the edited event; -1 for none.

    Returns:
        The first line of the edited event (0 for none), and the reading of the new text.

    Raises:
        BrokenFileError: the old text already had errors.
        InvalidEventError: the new text has errors, which are caused by the new values.
        UnprovenEditError: the events of the new text differ from the expected ones.
    """
    document = read_document(text, source_map.path)
    reading = read_nodes(document, source_map.path)
    events = events_in(document.root)
    items = events.items if events is not None else []
    line = items[target].line if 0 <= target < len(items) else 0
    if reading.book is None:
        if (old := source_map.read()).book is None:
            raise BrokenFileError(source_map.path, old.problems)
        if any(problem.code not in _OF_VALUES for problem in document.problems):
            raise UnprovenEditError(source_map.path, line)
        event = items[target] if line else None
        errors = [problem for problem in reading.problems if problem.is_error]
        raise InvalidEventError([FieldProblem(path_of(event, items, it), it) for it in errors])
    is_meant = (
        len(items) == len(expected)
        and all(map(_is_as_expected, items, expected))
        and [event.id for event in reading.book.events] == [event.id for event in expected]
        and _same_surroundings(source_map.root, document.root)
    )
    if not is_meant:
        raise UnprovenEditError(source_map.path, line)
    return line, reading


def _is_as_expected(node: Node, expected: Expected) -> bool:
    if expected.old is not None:
        return same_nodes(expected.old, node)
    return same_values(value_of(node), expected.values)


def _same_surroundings(old: Node | None, new: Node | None) -> bool:
    """Whether everything except the events is unchanged."""
    if not isinstance(old, MapNode):
        return new is None or is_nothing(new) or isinstance(new, ListNode)
    if not isinstance(new, MapNode):
        return False
    one, other = ({**node.entries} for node in (old, new))
    for entries in (one, other):
        entries.pop("events", None)
    return one.keys() == other.keys() and all(
        same_nodes(value, other[key][1]) for key, (_, value) in one.items()
    )


def path_of(event: Node | None, items: Sequence[Node], problem: Problem) -> tuple[str | int, ...]:
    """Return the path of the value that a problem concerns; empty if it is not in the event.

    Args:
        event: the event, or another item of a list of the file.
        items: all items of the list.
        problem: the problem.
    """
    place = (problem.line, problem.column)
    if event is None or place < _mark(event):
        return ()
    if any(_mark(event) < _mark(item) <= place for item in items):
        return ()
    missing = _MISSING.search(problem.message) if problem.code == "missing-field" else None
    where: list[str | int] = []
    node: Node | None = event
    while node is not None and not (missing and _mark(node) == place):
        node = _step(node, place, where)
    if missing and where[-1:] != [missing[1]]:
        where.append(missing[1])
    return tuple(where)


def _mark(node: Node) -> tuple[int, int]:
    return node.line, node.column


def _step(node: Node, place: tuple[int, int], where: list[str | int]) -> Node | None:
    """Return the child of a node that contains a place, and add its key or index to ``where``."""
    children: list[tuple[str | int, Node, Node]] = []
    if isinstance(node, MapNode):
        children = [(name, key, value) for name, (key, value) in node.entries.items()]
    elif isinstance(node, ListNode):
        children = [(position, item, item) for position, item in enumerate(node.items)]
    reached = [(name, value) for name, begin, value in children if _mark(begin) <= place]
    if not reached:
        return None
    where.append(reached[-1][0])
    return reached[-1][1]
