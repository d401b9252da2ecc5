"""The file to which events are imported: its actors, and which of the events it has already."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.model.actors import ActorDirectory
from dashboard.reading.book import read_nodes
from dashboard.reading.document import events_in, read_document
from dashboard.reading.events import event_ids
from dashboard.reading.nodes import ListNode, MapNode
from dashboard.writing.errors import BrokenFileError
from dashboard.writing.render import EVENT, field_of
from dashboard.writing.store import EventsFile
from dashboard.writing.values import reads_alike, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dashboard.formats.rows.mapper import Imported
    from dashboard.model.actor import Actor
    from dashboard.reading.nodes import Node
    from dashboard.writing.edits import Value


PARTIES = ("actors", "targets", "aimed_at")
"""Keys of an event that list actors."""


@dataclass(frozen=True, slots=True)
class Target:
    """The present content of the file.

    Attributes:
        text: its text, ``None`` if the file does not exist.
        revision: name of its version.
        directory: its actors, and those of the tables.
        listed: the actors that it lists.
        sources: ids of the sources that it lists.
        types: entries of the event types that it lists, by id.
        zone: its time zone.
        events: values of its events by id.
    """

    text: str | None = None
    revision: str | None = None
    directory: ActorDirectory = field(default_factory=ActorDirectory.standard)
    listed: tuple[Actor, ...] = ()
    sources: frozenset[str] = frozenset()
    types: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    zone: str = "UTC"
    events: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class New(NamedTuple):
    """The events that the file does not have.

    Attributes:
        imports: the imports without the other events.
        present: number of events that the file has with the same content.
        changed: ids of events that the file has with other content.
    """

    imports: list[Imported]
    present: int
    changed: list[str]


def read_target(path: Path) -> Target:
    """Return the content of a file; a file that does not exist is empty.

    Raises:
        BrokenFileError: the file has errors.
        StoreError: the file cannot be read.
    """
    if not os.path.lexists(path):
        return Target()
    store = EventsFile(path)
    store.check_writable()
    version = store.read()
    document = read_document(version.text, store.name)
    book = read_nodes(document, store.name).book
    if book is None:
        raise BrokenFileError(store.name, read_nodes(document, store.name).problems)
    events = events_in(document.root)
    nodes = events.items if events is not None else []
    values = map(value_of, nodes)
    return Target(
        version.text,
        version.revision,
        book.directory,
        book.listed,
        frozenset(book.sources),
        {str(entry["id"]): entry for entry in map(value_of, _listed(document.root, "types"))},
        book.zone,
        {event.id: value for event, value in zip(book.events, values, strict=True)},
    )


def _listed(root: Node | None, key: str) -> list[Node]:
    node = root.entries[key][1] if isinstance(root, MapNode) and root.has(key) else None
    return node.items if isinstance(node, ListNode) else []


def without_present(imports: Sequence[Imported], target: Target) -> New:
    """Return the imports without the events whose ids the file has."""
    present, changed = 0, []
    found = []
    for each in imports:
        ids = event_ids([_named(event) for event in each.events])
        kept = []
        for k, (id_, event) in enumerate(zip(ids, each.events, strict=True)):
            old = target.events.get(id_)
            if old is None:
                kept.append(k)
            elif _is_alike(old, event, target.directory):
                present += 1
            else:
                changed.append(id_)
        found.append(_only(each, kept))
    return New(found, present, changed)


def _only(each: Imported, kept: Sequence[int]) -> Imported:
    if len(kept) == len(each.events):
        return each
    events = [each.events[k] for k in kept]
    named = {str(name) for event in events for name in _parties(event)}
    return replace(
        each,
        events=events,
        origins=[each.origins[k] for k in kept],
        actors=tuple(actor for actor in each.actors if actor.id in named),
    )


def _parties(event: Mapping[str, Value]) -> list[Value]:
    lists = (event.get(key, []) for key in PARTIES)
    return [name for names in lists if isinstance(names, list) for name in names]


def _named(event: Mapping[str, Value]) -> tuple[str, str, str]:
    return str(event.get("id", "")), str(event["date"]), str(event["title"])


def _is_alike(old: Mapping[str, Any], new: Mapping[str, Value], directory: ActorDirectory) -> bool:
    """Whether the file has all values of an imported event of the same id; it may have more."""
    for key, value in new.items():
        if key == "id" or (key in old and reads_alike(old[key], value, field_of(EVENT, key))):
            continue
        if key not in PARTIES or _ids(old.get(key), directory) != _ids(value, directory):
            return False
    return True


def _ids(names: Any, directory: ActorDirectory) -> list[str]:
    """Return the ids of actors; a name whose meaning depends on the date stays a name."""
    found = []
    for name in names if isinstance(names, list) else [names]:
        try:
            found.append(directory.resolve(str(name), suggest=False).id)
        except LookupError:
            found.append(str(name))
    return found
