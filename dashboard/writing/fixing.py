"""The certain remedies of a file's problems, applied as proved edits of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dashboard.reading.book import Reading, collector_at_rest, read_book, read_nodes
from dashboard.reading.document import read_document
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode, is_nothing
from dashboard.writing.diffs import text_diff
from dashboard.writing.scalars import scalar
from dashboard.writing.source_map import SourceMap
from dashboard.writing.splices import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_ROUNDS = 5
"""Most times that the remedies of the problems found after the last ones are applied."""
_OF_NUMBERS = "+-.0123456789"
"""First characters of dates and numbers."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The text of a file after its certain remedies; nothing is written to disk.

    Attributes:
        path: the file's name.
        old: its text before.
        new: its text after; the same if no remedy was applied.
        applied: number of remedies that were applied.
        reading: reading of the new text.
    """

    path: str
    old: str
    new: str
    applied: int
    reading: Reading = field(repr=False, compare=False)

    def diff(self) -> str:
        """Return the changes as a unified diff, empty if nothing changes."""
        return text_diff(self.old, self.new, self.path)


def fix_text(text: str, path: str = "events.yaml") -> Fixed:
    """Apply all certain remedies to a text.

    Only the values and keys with a remedy change. A remedy is not applied if the new text would
    not read as intended, or if the new value would be refused as well.

    Args:
        text: text of an events file.
        path: the file's name, for messages.

    Raises:
        BrokenFileError: a remedy is certain, but the text is not valid YAML, or contains
            constructs that are refused.

    Example:
        >>> print(fix_text("- {date: 2023, titel: Talks, actors: Japan}  # draft").new)
        - {date: 2023, title: Talks, actors: Japan}  # draft
    """
    with collector_at_rest():
        state = _State(text, read_book(text, path), 0)
        for _ in range(_MOST_ROUNDS):
            after = _fixed_once(state, path)
            if after is state:
                break
            state = after
    return Fixed(path, text, state.text, state.applied, state.reading)


class _State(NamedTuple):
    """A text, its reading, and the number of remedies applied so far."""

    text: str
    reading: Reading
    applied: int


class _Spot(NamedTuple):
    """A key or value: its node, the list or mapping that has it, and the texts to write."""

    node: TextNode | ListNode
    parent: Node
    is_key: bool
    texts: tuple[str, ...] = ()


def _fixed_once(state: _State, path: str) -> _State:
    """Return the state after the remedies of the problems of a text; the state itself if none."""
    fixes = {(p.line, p.column): p.fix for p in state.reading.problems if p.fix}
    if not fixes:
        return state
    source_map = SourceMap(state.text, path)
    spots = [
        spot._replace(texts=texts)
        for spot in _spots(source_map.root)
        if (texts := fixes.get((spot.node.line, spot.node.column)))
    ]
    spots = [spot for spot in spots if _can_fix(source_map, spot)]
    good = _provable(state, source_map, [], spots)
    return (_applied(state, source_map, good) if good else None) or state


def _provable(
    state: _State, source_map: SourceMap, good: list[_Spot], spots: list[_Spot]
) -> list[_Spot]:
    """Return ``good`` and those further remedies of which the proof succeeds together with it.

    If the proof of all fails, each half is tried, down to single remedies.
    """
    if not spots or _applied(state, source_map, [*good, *spots]) is not None:
        return [*good, *spots]
    if len(spots) == 1:
        return good
    middle = len(spots) // 2
    good = _provable(state, source_map, good, spots[:middle])
    return _provable(state, source_map, good, spots[middle:])


def _applied(state: _State, source_map: SourceMap, spots: list[_Spot]) -> _State | None:
    """Return the state after some remedies, or ``None`` if the new text is not as intended."""
    fixes = {id(spot.node): spot.texts for spot in spots}
    written: list[tuple[int, Node]] = []
    splices = [_splice(source_map, spot) for spot in spots]
    text = spliced(source_map.original, splices)
    document = read_document(text, source_map.path)
    is_meant = (
        not document.problems
        and source_map.root is not None
        and document.root is not None
        and _is_meant(source_map.root, document.root, fixes, written)
    )
    if not is_meant:
        return None
    reading = read_nodes(document, source_map.path)
    # A key that is read now may have a value with errors of its own, which were hidden before.
    keys = {id(spot.node) for spot in spots if spot.is_key}
    values = {(node.line, node.column) for old, node in written if old not in keys}
    if any(p.is_error and (p.line, p.column) in values for p in reading.problems):
        return None
    return _State(text, reading, state.applied + len(spots))


def _spots(node: Node | None) -> Iterator[_Spot]:
    """Yield all keys and values that are texts, and all lists in them."""
    children: list[tuple[Node, bool]] = []
    if isinstance(node, MapNode):
        children = [
            (part, part is key) for key, value in node.entries.values() for part in (key, value)
        ]
    elif isinstance(node, ListNode):
        children = [(item, False) for item in node.items]
    for child, is_key in children:
        if isinstance(child, (TextNode, ListNode)) and node is not None:
            yield _Spot(child, node, is_key)
        yield from _spots(child)


def _can_fix(source_map: SourceMap, spot: _Spot) -> bool:
    """Whether a node is written on its own, not as a block of lines, and can hold the texts."""
    node = spot.node
    is_written = source_map.start(node) < source_map.end(node)
    if isinstance(node, ListNode):
        return is_written and len(spot.texts) == 1 and source_map.is_flow(node)
    can_hold = len(spot.texts) == 1 or not spot.is_key
    return is_written and can_hold and source_map.style(node) not in ("|", ">")


def _splice(source_map: SourceMap, spot: _Spot) -> Splice:
    node, parent, texts = spot.node, spot.parent, spot.texts
    style = source_map.style(node) if isinstance(node, TextNode) else ""
    is_flow = source_map.is_flow(parent)
    in_brackets = is_flow or len(texts) > 1
    # Dates and numbers stay without quotes, words that YAML gives another type do not.
    kinds = ["date" if text[0] in _OF_NUMBERS else "" for text in texts]
    items = [
        scalar(text, kind, in_brackets, style) for text, kind in zip(texts, kinds, strict=True)
    ]
    if len(items) == 1:
        new = items[0]
    elif isinstance(parent, MapNode):
        new = f"[{', '.join(items)}]"
    elif is_flow:
        new = ", ".join(items)
    else:
        new = f"{source_map.newline}{' ' * parent.mark.column}- ".join(items)
    return Splice(source_map.start(node), source_map.end(node), new)


def _is_meant(
    old: Node, new: Node, fixes: Mapping[int, tuple[str, ...]], written: list[tuple[int, Node]]
) -> bool:
    """Whether a new node is the old one with exactly the given texts replaced.

    Args:
        old: a node of the old text.
        new: the node in its place in the new text.
        fixes: texts to write, by the ``id`` of the old node that they replace.
        written: receives the ``id`` of each replaced node and a new node with its text.
    """
    if wanted := fixes.get(id(old), ()):
        items = new.items if len(wanted) > 1 and isinstance(new, ListNode) else [new]
        return _is_written(old, items, wanted, written)
    if isinstance(old, TextNode) and isinstance(new, TextNode):
        return new.text == old.text and is_nothing(old) == is_nothing(new)
    if isinstance(old, ListNode) and isinstance(new, ListNode):
        return _same_items(old, new, fixes, written)
    if not isinstance(old, MapNode) or not isinstance(new, MapNode):
        return False
    pairs = zip(old.entries.values(), new.entries.values(), strict=False)
    return len(old.entries) == len(new.entries) and all(
        _is_meant(key, new_key, fixes, written) and _is_meant(value, new_value, fixes, written)
        for (key, value), (new_key, new_value) in pairs
    )


def _same_items(
    old: ListNode,
    new: ListNode,
    fixes: Mapping[int, tuple[str, ...]],
    written: list[tuple[int, Node]],
) -> bool:
    """Whether the items of a list are the old ones, some replaced by one or more texts."""
    start = 0
    for item in old.items:
        wanted = fixes.get(id(item), ())
        stop = start + max(len(wanted), 1)
        found = new.items[start:stop]
        if wanted:
            if not _is_written(item, found, wanted, written):
                return False
        elif not found or not _is_meant(item, found[0], fixes, written):
            return False
        start = stop
    return start == len(new.items)


def _is_written(
    old: Node, new: Sequence[Node], texts: tuple[str, ...], written: list[tuple[int, Node]]
) -> bool:
    """Whether new nodes are the texts that replace an old node."""
    written += [(id(old), node) for node in new]
    found = [node.text for node in new if isinstance(node, TextNode) and not is_nothing(node)]
    return found == list(texts)
