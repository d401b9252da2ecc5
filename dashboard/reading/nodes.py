"""Strict YAML: a text becomes nodes (texts, lists and mappings) with their line and column.

Every scalar stays text, so ``NO`` is Norway and ``012`` keeps its zero. Constructs that make a
file mean something else than it shows are refused: duplicate keys, anchors, aliases, merge keys,
tags and several documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from dashboard.model.missing_values import MISSING
from dashboard.model.problems import Problem, Problems
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Callable


class Mark(NamedTuple):
    """A line and column in a text, 0-based; libyaml's marks have the same attributes."""

    line: int
    column: int


YamlEvent: TypeAlias = Any
"""An event of libyaml; its class decides which attributes it has."""
NextEvent: TypeAlias = "Callable[[], YamlEvent]"

START = Mark(0, 0)

DEEPEST = 20
"""Most levels of nesting in a file; an events file needs six."""

_NOTHING = frozenset(("", "~", "null")) | MISSING
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


_SWITCH = (
    "(PyYAML writes none with Dumper.ignore_aliases = lambda *_: 1, js-yaml with noRefs: true)"
)
_OR = "or import the file (import FILE -o events.yaml)"
_ANCHOR = (
    f"an anchor (&) is not supported: remove it and write the value out at each place {_SWITCH}; "
    f"text that begins with & needs quotes; {_OR}"
)
_ALIAS = (
    f"an alias (*) is not supported: write the value out {_SWITCH}; "
    f"text that begins with * needs quotes; {_OR}"
)


class Node:
    """A value of the document; its mark (0-based) is its beginning."""

    __slots__ = ("mark",)
    mark: Mark

    @property
    def line(self) -> int:
        """The 1-based line."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """The 1-based column, in characters."""
        return self.mark.column + 1


class TextNode(Node):
    """A text; ``plain`` unless it is quoted or a block scalar."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, mark: Mark, plain: bool) -> None:
        self.text = text
        self.mark = mark
        self.plain = plain


class ListNode(Node):
    """A list of nodes; ``flow`` if it is in brackets."""

    __slots__ = ("flow", "items")

    def __init__(self, mark: Mark, flow: bool = False) -> None:
        self.items: list[Node] = []
        self.mark = mark
        self.flow = flow

    def in_brackets(self) -> str:
        """Return a list of texts in brackets as it is written, to be read as a set of dates.

        The text is empty for a list without brackets, or with an item that is not a text.
        """
        texts = [item.text.strip() for item in self.items if isinstance(item, TextNode)]
        return f"[{','.join(texts)}]" if self.flow and len(texts) == len(self.items) else ""


class MapNode(Node):
    """A mapping: pairs of key node and value node, by key."""

    __slots__ = ("entries",)

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, tuple[TextNode, Node]] = {}
        self.mark = mark

    def spot(self, key: str) -> Node:
        """Return the node to report for ``key``: its value, or the mapping without such a key."""
        return self.entries[key][1] if key in self.entries else self

    def written_id(self) -> str:
        """Return the text of ``id``, valid or not; empty if there is none."""
        node = self.spot("id")
        return node.text.strip() if isinstance(node, TextNode) else ""

    def has(self, key: str) -> bool:
        """Whether ``key`` has a value that is not empty."""
        return key in self.entries and not is_nothing(self.entries[key][1])


def is_nothing(node: Node) -> bool:
    """Whether a value is empty: no text, also in quotes; or ``~``, ``null``, ``NA`` without."""
    if node.__class__ is not TextNode:
        return False
    if node.plain:
        return node.text in _NOTHING
    return not node.text or node.text.isspace()


def is_missing(node: Node) -> bool:
    """Whether a value is one of the words ``MISSING`` without quotes, which counts as nothing."""
    return isinstance(node, TextNode) and node.plain and node.text in MISSING


def is_blank(node: Node) -> bool:
    """Whether all values of a record are nothing, and not just left out behind their keys.

    Programs write such records for empty cells: ``{publisher: "", date: null}``.
    """
    if node.__class__ is not MapNode:
        return False
    is_written = False
    for _, value in node.entries.values():
        if not is_nothing(value):
            return False
        if isinstance(value, TextNode) and (value.text or not value.plain):
            is_written = True
    return is_written


@dataclass(slots=True)
class Composer:
    """Builds the nodes of a text from libyaml's events, and reports refused constructs.

    Attributes:
        path: the file's name, for problems.
        problems: problems of constructs that were refused so far.
        refused: 1-based places of refused values, whose nodes are empty texts.
    """

    path: str
    problems: Problems = field(default_factory=Problems)
    refused: set[tuple[int, int]] = field(default_factory=set)
    _depth: int = 0

    def compose(self, text: str) -> Node | None:
        """Return the root of the first document, ``None`` if it is empty.

        Raises:
            yaml.YAMLError: the text is not valid YAML.
            UnicodeEncodeError: the text has half a surrogate pair.
            TooDeepError: the text is nested deeper than ``DEEPEST`` levels.
        """
        root: Node | None = None
        documents = 0
        next_event = self._events(text)
        while (event := next_event()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = (
                        f"a second document begins here: keep one document, without ---; {_OR}"
                    )
                    self._refuse(event, "several-documents", message)
                    break
                root = self._node(next_event(), next_event)
        return root

    def _events(self, text: str) -> NextEvent:
        """Return the function that returns libyaml's next event."""
        next_event: NextEvent = yaml.CLoader(text).get_event
        return next_event

    def _refuse(self, event: YamlEvent, code: str, message: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, code, message))

    def _node(self, event: YamlEvent, next_event: NextEvent) -> Node:
        kind = event.__class__
        if kind is AliasEvent:
            self._refuse(event, "alias", _ALIAS)
            self.refused.add((event.start_mark.line + 1, event.start_mark.column + 1))
            return TextNode("", event.start_mark, False)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if kind is ScalarEvent:
            if event.style == '"' and not event.value.isprintable():
                self._refuse_control(event)
            return TextNode(event.value, event.start_mark, not event.style)
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError(self.path, event.start_mark)
        build = self._sequence if kind is SequenceStartEvent else self._mapping
        node = build(event, next_event)
        self._depth -= 1
        return node

    def _sequence(self, start: YamlEvent, next_event: NextEvent) -> Node:
        sequence = ListNode(start.start_mark, bool(start.flow_style))
        while (event := next_event()).__class__ is not SequenceEndEvent:
            sequence.items.append(self._node(event, next_event))
        return sequence

    def _mapping(self, start: YamlEvent, next_event: NextEvent) -> Node:
        mapping = MapNode(start.start_mark)
        entries = mapping.entries
        while (event := next_event()).__class__ is not MappingEndEvent:
            key = self._node(event, next_event)
            value = self._node(next_event(), next_event)
            if not isinstance(key, TextNode):
                message = "a key cannot be a list or a mapping: write one word"
                self._refuse(event, "complex-key", message)
            elif key.text in entries or key.text == "<<":
                self._refuse_key(event, key, entries)
            elif event.__class__ is ScalarEvent:
                entries[key.text] = (key, value)
        return mapping

    def _refuse_key(
        self, event: YamlEvent, key: TextNode, entries: dict[str, tuple[TextNode, Node]]
    ) -> None:
        if key.text == "<<":
            self._refuse(event, "merge-key", "merge key << is not supported: write the keys out")
            return
        first = entries[key.text][0].line
        message = f"duplicate key {quoted(key.text)} (first on line {first}): keep one of them"
        self._refuse(event, "duplicate-key", message)

    def _refuse_properties(self, event: YamlEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, "anchor", _ANCHOR)
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"tag {extract(name)} is not supported: remove it, or put text that begins "
            self._refuse(event, "tag", f"{message}with ! in quotes")
        kind = event.__class__
        if kind is ScalarEvent and not event.value:
            # The text itself was read as the name: ``title: !Important``.
            self.refused.add((event.start_mark.line + 1, event.start_mark.column + 1))

    def _refuse_control(self, event: YamlEvent) -> None:
        for found in sorted(set(_CONTROL.findall(event.value))):
            self.refused.add((event.start_mark.line + 1, event.start_mark.column + 1))
            message = f"character U+{ord(found):04X}, here as an escape, is not allowed: remove it"
            self._refuse(event, "character", message)


class TooDeepError(Exception):
    """Nesting deeper than in any events file; ``problem`` has the place."""

    def __init__(self, path: str, mark: Mark) -> None:
        message = f"nested deeper than {DEEPEST} levels: an events file needs at most six"
        self.problem = Problem(path, mark.line + 1, mark.column + 1, "too-deep", message)
        super().__init__(message)
