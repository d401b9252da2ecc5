"""Imports as actors, sources and events of a file, and as the text of a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.actors import ActorDirectory
from dashboard.model.fields import RECORDS
from dashboard.writing.batch import LISTS
from dashboard.writing.render import Habit, block_entry, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dashboard.formats.rows.mapper import Imported
    from dashboard.model.actor import Actor
    from dashboard.model.field import Field
    from dashboard.writing.edits import Value

    Items = Mapping[str, Sequence[Mapping[str, Value]]]

_HABIT = Habit()
_COLUMN = 4
"""Column of the keys of an item."""
_DASH, _INDENT = "  - ", " " * _COLUMN
_DIFFERENT = ("id", "title", "name", "description")
"""Keys whose values are different in almost every item."""


def items_of(imports: Iterable[Imported], directory: ActorDirectory | None = None) -> Items:
    """Return the new items of each list of a file.

    Args:
        imports: imports whose actors know of each other.
        directory: actors of the file; by default the tables alone.
    """
    known = directory or ActorDirectory.standard()
    types: dict[str, Mapping[str, Value]] = {}
    actors: dict[str, Mapping[str, Value]] = {}
    sources: dict[str, Mapping[str, Value]] = {}
    events: list[Mapping[str, Value]] = []
    for each in imports:
        actors |= {actor.id: actor_entry(actor, known) for actor in each.actors}
        sources |= {str(source["id"]): source for source in each.sources}
        for entry in each.entries.get("actors", ()):
            actors.setdefault(str(entry["id"]), entry)
        types |= {str(entry["id"]): entry for entry in each.entries.get("types", ())}
        events += each.events
    lists = {"actors": actors, "types": types, "sources": sources}
    return {**{key: [*entries.values()] for key, entries in lists.items()}, "events": events}


def actor_entry(actor: Actor, directory: ActorDirectory) -> dict[str, Value]:
    """Return the entry of an actor under ``actors``.

    >>> from dashboard.model.actor import Actor
    >>> kim = Actor("kim-prk", "Kim", "person", "PRK")
    >>> actor_entry(kim, ActorDirectory.standard())
    {'id': 'kim-prk', 'name': 'Kim', 'kind': 'person', 'country': 'North Korea'}
    """
    entry: dict[str, Value] = {"id": actor.id, "name": actor.name, "kind": actor.kind}
    if actor.country:
        name = directory.get(actor.country).name
        try:
            is_clear = directory.resolve(name, suggest=False).id == actor.country
        except LookupError:
            is_clear = False
        entry["country"] = name if is_clear else actor.country
    return entry


def _items(records: Iterable[Mapping[str, Value]], fields: Mapping[str, Field]) -> Iterator[str]:
    """Yield the lines of records, as ``list_item`` does; equal values are rendered once.

    The values of an import are shared: many events have the same list of actors or sources.
    """
    known: dict[tuple[str, str | int], list[str]] = {}
    for record in records:
        mark = _DASH
        for key, value in record.items():
            name = (key, value if isinstance(value, str) else id(value))
            lines = known.get(name)
            if lines is None:
                lines = block_entry(key, value, fields, _COLUMN, _HABIT)
                if key not in _DIFFERENT:
                    known[name] = lines
            yield mark + lines[0][_COLUMN:]
            yield from lines[1:]
            mark = _INDENT


def document_lines(items: Items) -> Iterator[str]:
    r"""Yield the lines of a new file.

    >>> new = {"events": [{"date": "2023", "title": "Talks", "actors": ["Japan"]}]}
    >>> print(*document_lines(new), sep="\n")
    events:
      - date: 2023
        title: Talks
        actors: [Japan]
    """
    for key in LISTS:
        if records := items.get(key):
            yield f"{key}:"
            yield from _items(records, fields_of(RECORDS["file"][key]))
    if not items.get("events"):
        yield "events: []"
