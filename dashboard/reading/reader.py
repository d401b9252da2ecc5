"""The reader of one file: it collects problems and resolves names of actors."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.model.actors import Actor, ActorDirectory, AmbiguousNameError, UnknownNameError
from dashboard.model.event_types import event_types
from dashboard.model.limits import LONGEST_NAME, MOST_ITEMS, MOST_SEARCHES
from dashboard.model.other_words import OTHER_WORDS
from dashboard.model.problems import Problem, Problems
from dashboard.model.type_hints import type_hint
from dashboard.reading.document import REPLACEMENT, Document
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode, is_nothing
from dashboard.reading.syntax import split_lines
from dashboard.reading.values import INVALID, Invalid
from dashboard.words.quotes import extract, quoted
from dashboard.words.suggestions import did_you_mean, use_one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from dashboard.model.book import Source
    from dashboard.model.dates import EventDate
    from dashboard.model.event_types import EventType
    from dashboard.model.fields import Field

_BETWEEN_NAMES = re.compile(r"[,;/&+]|\band\b")
_HASH = re.compile(r"[-:?]?\s*#[^\s#]")
"""Rest of a line after a key or dash: ``#`` and no space after it."""
_MOST_SEARCHES_OF_IDS = 50
"""Most searches for similar ids in one file; each search compares all ids."""
_MOST_SEARCHES_OF_LOST = 1_000
"""Most searches for words in the omitted items of one file; each search reads all their text."""


class Reader:
    """State of reading one file.

    Attributes:
        path: the file's name, for problems.
        problems: all problems found so far.
        directory: directory that resolves names of actors.
        listed_sources: sources of the file's own list, by id.
        types: event types by id, shipped and of the file's own list.
        actor_places: nodes of the actors of the file's own list, by id.
        zone: time zone of the dates that are read next.
        dates: dates already parsed, by text and zone; many events share a date.
    """

    def __init__(self, path: str, document: Document, zone: tzinfo) -> None:
        self.path = path
        self.problems = Problems(document.problems)
        self.directory = ActorDirectory.standard()
        self.listed_sources: dict[str, Source] = {}
        self.types: Mapping[str, EventType] = event_types()
        self.actor_places: dict[str, Node] = {}
        self.zone = zone
        self.dates: dict[tuple[str, tzinfo], EventDate] = {}
        self._document = document
        self._searches: Counter[str] = Counter()
        self._hints: dict[tuple[str, tuple[str, ...]], str] = {}
        self._no_names: dict[str, tuple[str, str]] = {}

    def note(self, node: Node, code: str, message: str) -> Invalid:
        """Add a problem at ``node`` and return ``INVALID``.

        Nothing is added if the node itself was already refused.
        """
        spoilt = self._document.spoilt and isinstance(node, TextNode) and REPLACEMENT in node.text
        if not spoilt and (node.line, node.column) not in self._document.refused:
            self.problems.append(Problem(self.path, node.line, node.column, code, message))
        return INVALID

    def may_search(self, what: str, most: int = MOST_SEARCHES) -> bool:
        """Count a search and return whether it is among the first ``most`` of its kind."""
        self._searches[what] += 1
        return self._searches[what] <= most

    def hint(self, word: str, words: Iterable[str]) -> str:
        """Return ``: did you mean "…"?`` for the nearest of few words, or an empty text."""
        key = (word, tuple(words))
        if key not in self._hints:
            self._hints[key] = did_you_mean(*key) if self.may_search("word") else ""
        return self._hints[key]

    def hint_for_type(self, word: str) -> str:
        """Return the end of a message about an unknown type; empty after too many searches."""
        key = (word, ("types",))
        if key not in self._hints:
            may_search = self.may_search("type", _MOST_SEARCHES_OF_IDS)
            self._hints[key] = type_hint(word, self.types) if may_search else ""
        return self._hints[key]

    def unknown_field(self, key: TextNode, fields: Iterable[str]) -> None:
        """Report a key that the record does not have."""
        field, how = OTHER_WORDS.get(key.text.casefold(), ("", ""))
        hint = f': did you mean "{field}"{how}?' if field in fields else ""
        hint = hint or self.hint(key.text, fields) or use_one_of(fields)
        self.note(key, "unknown-field", f"unknown field {quoted(key.text)}{hint}")

    def missing_field(self, node: MapNode, name: str, key: str, field: Field) -> None:
        """Report a required key that is missing or empty."""
        place = node.entries[key][0] if key in node.entries else node
        message = f'this {name} has no "{key}": add it, such as {in_yaml(key, field)}'
        self.note(place, "missing-field", message)

    def unknown_id(
        self, node: TextNode, code: str, word: str, known: Iterable[str], remedy: str
    ) -> Invalid:
        """Report an id that the file does not define, unless an omitted item contains it."""
        if self._is_lost(word):
            return INVALID
        may_search = self.may_search(code, _MOST_SEARCHES_OF_IDS)
        hint = did_you_mean(word, known) if may_search else ""
        what = code.removeprefix("unknown-")
        return self.note(node, code, f"unknown {what} {quoted(word)}{hint or f': {remedy}'}")

    def claim_id(self, places: dict[str, Node], node: Node, word: str, name: str) -> bool:
        """Enter the node of an id in ``places``, or report that the id is taken.

        Returns:
            Whether the id was free.
        """
        first = places.setdefault(word, node)
        if first is node:
            return True
        message = f"id {quoted(word)} is taken by the {name} on line {first.line}: choose another"
        spot = node.spot("id") if isinstance(node, MapNode) else node
        self.note(spot, "duplicate-id", message)
        return False

    def is_comment(self, node: Node, key: TextNode) -> bool:
        """Report text that is lost because its first character begins a comment: ``title: #1``."""
        if not self._hash_after(node):
            return False
        message = f'"{key.text}" is empty, since # begins a comment: put the text in quotes'
        self.note(key, "comment", f"{message}, or a space after #")
        return True

    def items(self, node: Node, key: str, most: int = MOST_ITEMS) -> list[Node]:
        """Return the items of a list, no more than ``most``; a single text is a list of one."""
        if isinstance(node, MapNode):
            self.note(node, "wrong-kind", f'"{key}" must be a list: begin each item with "- "')
            return []
        if not isinstance(node, ListNode):
            return [node]
        if len(node.items) > most:
            message = f'"{key}" has {len(node.items):,} items, at most {most:,} are read'
            message = f"{message}: leave some out, or split it"
            self.note(node.items[most], "too-many", message)
        return [item for item in node.items[:most] if not self._is_empty_item(item, key)]

    def actor(self, node: Node, key: str) -> Actor | None:
        """Return the actor of a name, or ``None`` after reporting a problem."""
        if not isinstance(node, TextNode):
            message = f'"{key}" takes names alone, not lists or keys: write [Japan, Russia]'
            self.note(node, "wrong-kind", message)
            return None
        text = node.text.strip()
        if not text:
            self.note(node, "empty", f'an actor in "{key}" is empty: write a name')
            return None
        if len(text) > LONGEST_NAME:
            self.too_long(node, "an actor", text, LONGEST_NAME)
            return None
        if text not in self._no_names:
            try:
                return self.directory.resolve(text, suggest=False)
            except AmbiguousNameError as error:
                self._no_names[text] = "ambiguous-actor", str(error)
            except UnknownNameError:
                self._no_names[text] = "unknown-actor", self._unknown_actor(text)
        code, message = self._no_names[text]
        if code != "unknown-actor" or not self._is_lost(text):
            self.note(node, code, message)
        return None

    def _is_lost(self, word: str) -> bool:
        """Whether an omitted item contains a word; ``False`` after too many searches."""
        lost = self._document.lost
        return bool(lost) and self.may_search("lost", _MOST_SEARCHES_OF_LOST) and word in lost

    def too_long(self, node: Node, what: str, text: str, most: int) -> Invalid:
        """Report a text that is longer than its limit."""
        message = f"{what} has {len(text):,} characters, at most {most:,} are read: shorten it"
        return self.note(node, "too-long", f"{message} ({quoted(text)})")

    def _unknown_actor(self, text: str) -> str:
        names = [part.strip() for part in _BETWEEN_NAMES.split(text)]
        if len(names) > 1 and all(map(self._is_name, names)):
            return f"{quoted(text)} is more than one actor: write [{extract(', '.join(names))}]"
        near = self.directory.suggestions(text) if self.may_search("actor") else ()
        return str(UnknownNameError(text, near))

    def _is_name(self, text: str) -> bool:
        try:
            self.directory.resolve(text, suggest=False)
        except LookupError:
            return False
        return True

    def _is_empty_item(self, item: Node, key: str) -> bool:
        if not is_nothing(item):
            return False
        message = f'an item of "{key}" is empty: write it, or remove the "-"'
        if self._hash_after(item):
            message = f'an item of "{key}" is empty, since # begins a comment: put it in quotes'
        self.note(item, "empty", message)
        return True

    def _hash_after(self, node: Node) -> bool:
        """Whether ``#`` without a space follows an empty value, as in ``color: #2f6fb0``."""
        line = self._lines[node.line - 1] if node.line <= len(self._lines) else ""
        return _HASH.match(line, node.column - 1) is not None

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._document.text)


def in_yaml(key: str, field: Field) -> str:
    """Return an example of a field as YAML.

    Example:
        >>> from dashboard.model.fields import RECORDS
        >>> in_yaml("members", RECORDS["actor"]["members"])
        'members: [South Korea, Japan]'
    """
    example = next(iter(field.examples), "…")
    value = f"[{', '.join(example)}]" if isinstance(example, list) else example
    return f"{key}: {value}"
