"""Strict YAML: text becomes scalars, sequences and mappings that know their line and column.

Every scalar stays text, so ``NO`` is Norway and ``012`` keeps its zero. Constructs that make a
file mean something else than it shows are refused: duplicate keys, anchors, aliases, merge keys,
tags and several documents.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

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

from dashboard.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


class Mark(NamedTuple):
    """A place in a text, 0-based; libyaml's own marks serve as well."""

    line: int
    column: int


START = Mark(0, 0)

DEEPEST = 20
"""Levels of nesting that a file may have; an events file needs six."""


class Node:
    """A value of the document; its mark (0-based) tells where it begins."""

    __slots__ = ("mark",)
    mark: Mark

    @property
    def line(self) -> int:
        """1-based line."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """1-based column, in characters."""
        return self.mark.column + 1


class Scalar(Node):
    """Text; ``plain`` unless quoted or a block."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, mark: Mark, plain: bool) -> None:
        self.text = text
        self.mark = mark
        self.plain = plain


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, mark: Mark) -> None:
        self.items: list[Node] = []
        self.mark = mark


class Mapping(Node):
    """Entries by key, each with the key's own node."""

    __slots__ = ("entries",)

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.mark = mark


@dataclass(slots=True)
class _Composer:
    """Builds nodes from libyaml's events and notes what it refuses."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    depth: int = 0
    documents: int = 0

    def refuse(self, event: Any, code: str, message: str) -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, code, message))

    def check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"anchor &{event.anchor} is not supported: write the value out where needed"
            self.refuse(event, "anchor", message)
        if event.tag is not None:
            self.refuse(event, "tag", f"tag {event.tag} is not supported: remove it")

    def node(self, event: Any, next_event: Callable[[], Any]) -> Node:
        """Build the node that begins with ``event``."""
        kind = event.__class__
        if kind is AliasEvent:
            message = f"alias *{event.anchor} is not supported: write the value out"
            self.refuse(event, "alias", message)
            return Scalar("", event.start_mark, True)
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event)
        if kind is ScalarEvent:
            return Scalar(event.value, event.start_mark, not event.style)
        self.depth += 1
        if self.depth > DEEPEST:
            raise _TooDeepError(event.start_mark)
        build = self.sequence if kind is SequenceStartEvent else self.mapping
        node = build(event.start_mark, next_event)
        self.depth -= 1
        return node

    def sequence(self, mark: Mark, next_event: Callable[[], Any]) -> Node:
        sequence = Sequence(mark)
        while (event := next_event()).__class__ is not SequenceEndEvent:
            sequence.items.append(self.node(event, next_event))
        return sequence

    def mapping(self, mark: Mark, next_event: Callable[[], Any]) -> Node:
        mapping = Mapping(mark)
        entries = mapping.entries
        while (event := next_event()).__class__ is not MappingEndEvent:
            key = self.node(event, next_event)
            value = self.node(next_event(), next_event)
            if not isinstance(key, Scalar):
                self.refuse(event, "complex-key", "a key must be a word, not a list or a mapping")
            elif key.text in entries or key.text == "<<":
                self.refuse_key(event, key, entries)
            else:
                entries[key.text] = (key, value)
        return mapping

    def refuse_key(self, event: Any, key: Scalar, entries: dict[str, tuple[Scalar, Node]]) -> None:
        if key.text == "<<":
            self.refuse(event, "merge-key", "merge key << is not supported: write the keys out")
            return
        first = entries[key.text][0].line
        message = f'duplicate key "{key.text}" (first on line {first}): keep one of them'
        self.refuse(event, "duplicate-key", message)


class _TooDeepError(Exception):
    """Nesting beyond what any events file needs."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(mark)
        self.mark = mark


def compose(text: str, path: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document.

    Args:
        text: the file's text.
        path: the file's name, for problems.

    Returns:
        The root node, ``None`` for an empty file or where the text cannot be read on; and
        all problems found.
    """
    composer = _Composer(path)
    root: Node | None = None
    try:
        loader = yaml.CLoader(text)
        next_event: Callable[[], Any] = loader.get_event
        while (event := next_event()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                composer.documents += 1
                if composer.documents > 1:
                    message = "a second document begins here: keep one document, without ---"
                    composer.refuse(event, "several-documents", message)
                    return None, composer.problems
                root = composer.node(next_event(), next_event)
    except yaml.YAMLError as error:
        return None, [*composer.problems, _syntax_problem(error, text, path)]
    except _TooDeepError as deep:
        message = f"nested deeper than {DEEPEST} levels: an events file needs at most six"
        problem = Problem(path, deep.mark.line + 1, deep.mark.column + 1, "too-deep", message)
        return None, [*composer.problems, problem]
    return root, composer.problems


_REMEDIES = (
    ("found character that cannot start any token", "quote the text, as in 'text'"),
    ("could not find expected ':'", "write key: value, with a space after the colon"),
    ("mapping values are not allowed", "quote a text that contains ': ', as in 'text: more'"),
    ("did not find expected key", "align this line with the keys above it"),
    ("did not find expected '-' indicator", "align the list's dashes below each other"),
    ("did not find expected ',' or", "close the list with ] or the mapping with }"),
    ("found unexpected end of stream", "close the quote or bracket that was opened"),
    ("found unknown escape character", "use 'single quotes' for text with a backslash"),
    ("block sequence entries are not allowed", "begin the list on a line of its own"),
)


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        line = before.count("\n") + 1
        column = error.position - (before.rfind("\n") + 1) + 1
        message = f"character U+{ord(text[error.position]):04X} is not allowed: remove it"
        return Problem(path, line, column, "character", message)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(getattr(error, "problem", None) or error)
    lines = text.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    indent = shown[: len(shown) - len(shown.lstrip())]
    if "\t" in indent:
        message = "a tab cannot indent: use spaces"
        return Problem(path, line, indent.index("\t") + 1, "tab", message)
    remedy = next((fix for words, fix in _REMEDIES if words in said), "check indents and quotes")
    return Problem(path, line, column, "syntax", f"{said}: {remedy}")
