"""The reader of one file: it collects problems and resolves names of actors."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.model.actors import (
    Actor,
    ActorDirectory,
    UnknownNameError,
)
from dashboard.model.calendar import years_between
from dashboard.model.dates import DateError, parse_date
from dashboard.model.event_types import event_types
from dashboard.model.limits import MOST_ITEMS, MOST_SEARCHES
from dashboard.model.missing_actors import Use
from dashboard.model.problems import Problem, Problems
from dashboard.model.type_hints import type_hint
from dashboard.reading.actor_names import read_actor
from dashboard.reading.comments import cut_texts
from dashboard.reading.document import REPLACEMENT, Document
from dashboard.reading.hidden import warn_missing
from dashboard.reading.keys import in_yaml
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode, is_missing, is_nothing
from dashboard.reading.syntax import split_lines
from dashboard.reading.values import INVALID, Invalid
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import HIGH_SIMILARITY, did_you_mean, meant_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from dashboard.model.actor import Years
    from dashboard.model.book import Source
    from dashboard.model.dates import EventDate
    from dashboard.model.event_types import EventType
    from dashboard.model.fields import Field

_HASH = re.compile(r"[-:?]?\s*(#[^\s#].*)")
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
        zone: time zone of the dates that are read next; ``None`` if the file states none.
        missing: number of uses of each unknown name, and whether it has to be a country.
        event: node of the event that is read, for names that depend on its date.
        short_names: names of actors that may be codes, with the first node of each.
    """

    def __init__(self, path: str, document: Document, zone: tzinfo | None = None) -> None:
        self.path = path
        self.problems = Problems(document.problems)
        self.use(ActorDirectory.standard())
        self.listed_sources: dict[str, Source] = {}
        self.types: Mapping[str, EventType] = event_types()
        self.actor_places: dict[str, Node] = {}
        self.zone = zone
        self.event: MapNode | None = None
        self.short_names: dict[str, Node] = {}
        self._document = document
        self._searches: Counter[str] = Counter()
        self._meant: dict[tuple[str, tuple[str, ...]], str] = {}
        self._hints: dict[tuple[str, tuple[str, ...]], str] = {}
        self.missing: Counter[tuple[str, bool]] = Counter()
        self.no_names: dict[str, UnknownNameError] = {}
        self.timeless: dict[str, Actor] = {}

    def use(self, directory: ActorDirectory) -> None:
        """Resolve the names that follow by a directory, without the names known before."""
        self.directory = directory
        self.timeless = {}

    def note(self, node: Node, code: str, message: str, *fix: str) -> Invalid:
        """Add a problem at ``node`` and return ``INVALID``.

        Nothing is added if the node itself was already refused.

        Args:
            node: the value or key.
            code: name of the rule.
            message: what is wrong and what to write instead.
            fix: the text to write in place of the whole value or key, if it is certain; several
                texts for several items of a list. An empty text counts as no text.
        """
        spoilt = self._document.spoilt and isinstance(node, TextNode) and REPLACEMENT in node.text
        if not spoilt and (node.line, node.column) not in self._document.refused:
            place = self.path, node.line, node.column
            certain = fix if all(fix) else ()
            self.problems.append(Problem(*place, code, message, fix=certain))
        return INVALID

    def may_search(self, what: str, most: int = MOST_SEARCHES) -> bool:
        """Count a search and return whether it is among the first ``most`` of its kind."""
        self._searches[what] += 1
        return self._searches[what] <= most

    def hint(self, word: str, words: Iterable[str]) -> str:
        """Return ``: did you mean "…"?`` for the nearest of few words, or an empty text."""
        key = (word, tuple(words))
        if key not in self._hints:
            self._hints[key] = (
                did_you_mean(*key, HIGH_SIMILARITY) if self.may_search("word") else ""
            )
        return self._hints[key]

    def hint_for_type(self, word: str) -> str:
        """Return the end of a message about an unknown type; empty after too many searches."""
        key = (word, ("types",))
        if key not in self._hints:
            may_search = self.may_search("type", _MOST_SEARCHES_OF_IDS)
            self._hints[key] = type_hint(word, self.types) if may_search else ""
        return self._hints[key]

    def meant(self, word: str, words: Iterable[str]) -> str:
        """Return the one of few words that a word certainly means, or an empty text."""
        key = (word, tuple(words))
        if key not in self._meant:
            self._meant[key] = meant_word(*key) if self.may_search("meant") else ""
        return self._meant[key]

    def missing_field(self, node: MapNode, name: str, key: str, field: Field) -> None:
        """Report a required key that is missing or empty."""
        place = node.entries[key][0] if key in node.entries else node
        message = f'this {name} has no "{key}": add it, such as {in_yaml(key, field)}'
        self.note(place, "missing-field", message)

    def unknown_id(
        self, node: TextNode, code: str, word: str, known: Iterable[str], remedy: str
    ) -> Invalid:
        """Report an id that the file does not define, unless an omitted item contains it."""
        if self.is_lost(word):
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

    def is_refused(self, node: Node) -> bool:
        """Whether a value has a problem already, such as an alias."""
        return (node.line, node.column) in self._document.refused

    def warn(self, node: Node, code: str, message: str) -> None:
        """Add a warning at ``node``."""
        self.problems.append(Problem(self.path, node.line, node.column, code, message, "warning"))

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
        items = node.items[:most]
        written = [item for item in items if not is_nothing(item)]
        if len(written) < len(items):
            for item in filter(is_nothing, items):
                self._note_empty(item, key)
        return written

    def actor(self, node: Node, key: str) -> Actor | None:
        """Return the actor of a name, or ``None`` after reporting a problem."""
        return read_actor(self, node, key)

    def missing_uses(self) -> tuple[Use, ...]:
        """Return the names that no actor has, with the number of their uses."""
        return tuple(
            Use(name, uses, self.no_names[name].suggestions, "country" if is_country else None)
            for (name, is_country), uses in self.missing.items()
        )

    def years(self) -> Years | None:
        """Return the first and last year of the event that is read, if its date is valid."""
        node = self.event.spot("date") if self.event is not None else None
        if isinstance(node, TextNode):
            text = node.text
        elif isinstance(node, ListNode):
            text = node.in_brackets()
        else:
            return None
        try:
            date = self.date(text)
        except DateError:
            return None
        return years_between(date.lower, date.upper)

    def date(self, text: str) -> EventDate:
        """Return the date of a text in the zone of the reader.

        Raises:
            DateError: the text is not a valid date.
        """
        return parse_date(text, self.zone)

    def is_lost(self, word: str) -> bool:
        """Whether an omitted item contains a word; ``False`` after too many searches."""
        lost = self._document.lost
        return bool(lost) and self.may_search("lost", _MOST_SEARCHES_OF_LOST) and word in lost

    def too_long(self, node: Node, what: str, text: str, most: int) -> Invalid:
        """Report a text that is longer than its limit."""
        message = f"{what} has {len(text):,} characters, at most {most:,} are read: shorten it"
        return self.note(node, "too-long", f"{message} ({quoted(text)})")

    def _note_empty(self, item: Node, key: str) -> None:
        """Report an item of a list that is nothing, unless it is an empty text in quotes."""
        if is_missing(item):
            warn_missing(self, item)
        elif isinstance(item, TextNode) and item.plain:
            message = f'an item of "{key}" is empty: write it, or remove the "-"'
            if self.hash_after(item):
                message = f'an item of "{key}" is empty, since # begins a comment: put it in quotes'
            self.note(item, "empty", message)

    def hash_after(self, node: Node) -> str:
        """Return the comment without a space after ``#`` behind an empty value: ``#2f6fb0``."""
        line = self.lines[node.line - 1] if node.line <= len(self.lines) else ""
        found = _HASH.match(line, node.column - 1)
        return found[1].rstrip() if found else ""

    @cached_property
    def cut(self) -> Mapping[tuple[int, int], tuple[str, str]]:
        """The texts that a comment may have cut by accident; see ``cut_texts``."""
        return cut_texts(self._document.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, as libyaml counts them."""
        return split_lines(self._document.text)
