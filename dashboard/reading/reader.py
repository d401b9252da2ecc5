"""The reader of one file: it notes problems and resolves the names of actors."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from dashboard.model.actors import ActorDirectory, AmbiguousName, UnknownName
from dashboard.model.problems import Problem
from dashboard.reading.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from dashboard.model.book import Source
    from dashboard.model.fields import Field
    from dashboard.model.problems import Severity

Values = dict[str, Any]
"""Field name to what was read: text, number, model record, or a tuple of them."""

INVALID: Any = object()
"""Stands for a value that could not be read; its problem is noted already."""


def close_match(word: str, words: Iterable[str]) -> str:
    """Return ``: did you mean "…"?`` for the nearest of ``words``, or an empty text."""
    near = get_close_matches(word.casefold(), list(words), n=1, cutoff=0.6)
    return f': did you mean "{near[0]}"?' if near else ""


class Reader:
    """What one reading of a file has gathered so far.

    Attributes:
        path: the file's name, for problems.
        problems: all problems noted so far.
        directory: resolves names of actors.
        listed_sources: the file's own list of sources by id.
        actor_places: where each actor of the file's own list stands.
        zone: the time zone in which the days now read are meant.
    """

    def __init__(self, path: str, zone: tzinfo) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.directory = ActorDirectory.standard()
        self.listed_sources: dict[str, Source] = {}
        self.actor_places: dict[str, Node] = {}
        self.zone = zone

    def note(self, node: Node, code: str, message: str, severity: Severity = "error") -> Any:
        """Note a problem at ``node`` and return ``INVALID``."""
        self.problems.append(Problem(self.path, node.line, node.column, code, message, severity))
        return INVALID

    def unknown_field(self, key: Scalar, fields: Iterable[str]) -> None:
        """Note a key that the record does not have."""
        hint = close_match(key.text, fields) or f": use one of {', '.join(fields)}"
        self.note(key, "unknown-field", f'unknown field "{key.text}"{hint}')

    def missing_field(self, node: Node, name: str, key: str, field: Field) -> None:
        """Note a required key that is missing or empty."""
        example = f", such as {key}: {_as_yaml(field.examples[0])}" if field.examples else ""
        self.note(node, "missing-field", f'this {name} has no "{key}": add it{example}')

    def items(self, node: Node, key: str) -> list[Node]:
        """Return the items of a list; a single text counts as a list of one."""
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Mapping):
            self.note(node, "wrong-kind", f'"{key}" must be a list: begin each item with "- "')
            return []
        return [node]

    def actor(self, node: Node, key: str) -> Any:
        """Resolve one name to the id of an actor."""
        if not isinstance(node, Scalar):
            return self.note(node, "wrong-kind", f'"{key}" takes names, such as [Japan, Russia]')
        try:
            return self.directory.resolve(node.text).id
        except AmbiguousName as error:
            return self.note(node, "ambiguous-actor", str(error))
        except UnknownName as error:
            return self.note(node, "unknown-actor", str(error))


def is_absent(node: Mapping, key: str) -> bool:
    """Whether a mapping lacks ``key`` or has nothing after it."""
    if key not in node.entries:
        return True
    value = node.entries[key][1]
    return isinstance(value, Scalar) and value.plain and not value.text


def _as_yaml(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)
