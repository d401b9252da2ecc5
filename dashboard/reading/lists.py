"""Lists of actors, texts and ids; the readers have the form of those in ``scalars``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.labels import ACTOR_KIND_LABELS
from dashboard.reading.nodes import ListNode, Node, TextNode, is_missing
from dashboard.reading.scalars import read_line
from dashboard.reading.values import INVALID, Invalid, Reference
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from dashboard.model.fields import Field
    from dashboard.reading.reader import Reader


def read_country(reader: Reader, node: Node, key: str, _field: Field) -> str | Invalid:
    """Read one country and return its id."""
    actor = reader.actor(node, key)
    if actor is None:
        return INVALID
    if actor.kind != "country":
        kind = ACTOR_KIND_LABELS[actor.kind].english_inline
        message = f"{quoted(actor.name)} is of the kind {kind}: name a country, or remove the key"
        return reader.note(node, "no-country", message)
    return actor.id


def read_actors(reader: Reader, node: Node, key: str, field: Field) -> tuple[str, ...] | Invalid:
    """Read a list of actors and return their ids without repetitions."""
    nodes = reader.items(node, key)
    ids: list[str] = []
    for item in nodes:
        actor = reader.actor(item, key)
        if actor is None:
            continue
        if actor.id in ids:
            message = f'{extract(actor.name)} is named twice in "{key}": keep one of them'
            reader.note(item, "repeated-actor", message)
        else:
            ids.append(actor.id)
    if ids or not field.required:
        return tuple(ids)
    if isinstance(node, ListNode) and all(map(_is_silent, node.items)):
        return reader.note(node, "empty", f'"{key}" is empty: name at least one actor')
    return INVALID


def _is_silent(item: Node) -> bool:
    """Whether an item of a list is nothing and yet has no error: ``""`` or ``NA``."""
    return isinstance(item, TextNode) and (is_missing(item) or not (item.plain or item.text))


def read_texts(reader: Reader, node: Node, key: str, field: Field) -> tuple[str, ...]:
    """Read a list of texts."""
    read = (read_line(reader, item, key, field) for item in reader.items(node, key))
    return tuple(text for text in read if text is not INVALID)


def read_identifiers(reader: Reader, node: Node, key: str, field: Field) -> tuple[Reference, ...]:
    """Read a list of ids, each with its node: they are checked after all events are read."""
    references: list[Reference] = []
    for item in reader.items(node, key):
        word = read_line(reader, item, key, field)
        if word is not INVALID and isinstance(item, TextNode):
            references.append(Reference(word, item))
    return tuple(references)
