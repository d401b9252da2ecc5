"""Lists and records: a node becomes actors, sources, claims, places and links by their fields.

The functions have the form of those in ``scalars``; ``KINDS`` names one for each kind of field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.book import Claim, Place, Source
from dashboard.model.dates import EventDate
from dashboard.model.fields import RECORDS
from dashboard.model.labels import ACTOR_KIND_LABELS
from dashboard.reading.acceptances import read_accept
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode, is_nothing
from dashboard.reading.reader import Reader, in_yaml
from dashboard.reading.scalars import (
    read_choice,
    read_color,
    read_date,
    read_identifier,
    read_integer,
    read_line,
    read_number,
    read_text,
    read_url,
    read_zone,
)
from dashboard.reading.types import read_cameo, read_flag, read_type
from dashboard.reading.values import INVALID, Invalid, LinkGroup, Reference, Values
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.model.fields import Field

_NAMING = ("title", "publisher", "author", "url")
"""Keys of which a source needs at least one, or nobody could find it."""


def read_country(reader: Reader, node: Node, key: str, _field: Field) -> str | Invalid:
    """Read one country and return its id."""
    actor = reader.actor(node, key)
    if actor is None:
        return INVALID
    if actor.kind != "country":
        kind = ACTOR_KIND_LABELS[actor.kind].inline
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
    if field.required and isinstance(node, ListNode) and not node.items:
        return reader.note(node, "empty", f'"{key}" is empty: name at least one actor')
    return tuple(ids) if ids or not field.required else INVALID


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


def read_claims(reader: Reader, node: Node, key: str, field: Field) -> tuple[Claim, ...] | Invalid:
    """Read the claims of an event."""
    if isinstance(node, TextNode):
        message = f'"{key}" must be a list: begin each {field.record} with "- "'
        return reader.note(node, "wrong-kind", message)
    read = (read_record(reader, item, field.record) for item in reader.items(node, key))
    return tuple(_claim(values) for values in read if values is not None)


def _claim(values: Values) -> Claim:
    return Claim(
        by=values.many("by", str),
        stance=values.text("stance"),
        date=values.one("date", EventDate),
        note=values.text("note"),
        source=values.one("source", Source),
    )


def read_source(reader: Reader, node: Node, key: str, field: Field) -> Source | Invalid:
    """Read a source: a URL, the id of a listed source, or a source in full."""
    if isinstance(node, MapNode):
        values = read_source_record(reader, node, "source")
        return INVALID if values is None else source_of(values)
    if not isinstance(node, TextNode):
        message = "a source cannot be a list: write a URL, the id of a listed source, or its keys"
        return reader.note(node, "wrong-kind", message)
    text = read_line(reader, node, key, field)
    if text is INVALID or text in reader.listed_sources:
        return INVALID if text is INVALID else reader.listed_sources[text]
    if ":" in text or "/" in text or text.startswith("www."):
        url = read_url(reader, node, key, field)
        return INVALID if url is INVALID else Source(url=url)
    remedy = 'write a URL, or list the source in full under the top-level "sources"'
    return reader.unknown_id(node, "unknown-source", text, reader.listed_sources, remedy)


def read_source_record(reader: Reader, node: Node, name: str) -> Values | None:
    """Read a source in full, which needs one of the keys by which people can find it."""
    values = read_record(reader, node, name)
    if isinstance(node, MapNode) and not any(map(node.has, _NAMING)):
        message = "this source names nothing: add a publisher, a title or a url"
        reader.note(node, "empty", message)
        return None
    return values


def source_of(values: Values) -> Source:
    """Return the source that a record describes."""
    return Source(
        id=values.text("id"),
        title=values.text("title"),
        publisher=values.text("publisher"),
        author=values.text("author"),
        date=values.one("date", EventDate),
        url=values.text("url"),
        archive_url=values.text("archive_url"),
        reliability=values.text("reliability"),
    )


def read_sources(reader: Reader, node: Node, key: str, field: Field) -> tuple[Source, ...]:
    """Read a list of sources."""
    nodes = [node] if isinstance(node, MapNode) else reader.items(node, key)
    read = (read_source(reader, item, key, field) for item in nodes)
    return tuple(source for source in read if source is not INVALID)


def read_place(reader: Reader, node: Node, key: str, field: Field) -> Place | Invalid:
    """Read a place: its name, or a record with country and coordinates."""
    if not isinstance(node, MapNode):
        name = read_line(reader, node, key, field)
        return INVALID if name is INVALID else Place(name)
    if node.has("lat") != node.has("lon"):
        has, lacks = ("lat", "lon") if node.has("lat") else ("lon", "lat")
        message = f"{has} without {lacks} is not a valid point: add {lacks}, or remove {has}"
        reader.note(node.entries[has][0], "half-point", message)
    values = read_record(reader, node, "place")
    if values is None:
        return INVALID
    return Place(
        name=values.text("name"),
        country=values.text("country"),
        latitude=values.one("lat", float),
        longitude=values.one("lon", float),
    )


def read_links(
    reader: Reader, node: Node, _key: str, _field: Field
) -> tuple[LinkGroup, ...] | Invalid:
    """Read the links of an event by their kind."""
    if not isinstance(node, MapNode):
        message = '"links" takes kinds with ids: write responds_to: [id-of-an-event]'
        return reader.note(node, "wrong-kind", message)
    values = read_record(reader, node, "links")
    if values is None:
        return INVALID
    return tuple(LinkGroup(kind, values.many(kind, Reference)) for kind in values)


def read_record(reader: Reader, node: Node, name: str) -> Values | None:
    """Read a mapping by the fields of the record ``name``.

    Returns:
        The values of all valid fields, or ``None`` if ``node`` is not a mapping or a required
        field is missing or invalid.
    """
    fields = RECORDS[name]
    if not isinstance(node, MapNode):
        first = next(key for key in (*_REQUIRED[name], *fields))
        example = in_yaml(first, fields[first])
        message = f"{_A[name]} must be a mapping, such as `{example}`"
        reader.note(node, "wrong-kind", message)
        return None
    values = Values()
    noted: set[str] = set()
    readers = _READERS[name]
    for key, (key_node, value) in node.entries.items():
        if key not in readers:
            reader.unknown_field(key_node, fields, node.entries)
        elif is_nothing(value):
            if reader.is_comment(value, key_node):
                noted.add(key)
        else:
            read_value, field = readers[key]
            read = read_value(reader, value, key, field)
            if read is INVALID:
                noted.add(key)
            else:
                values[key] = read
    missing = [key for key in _REQUIRED[name] if key not in values]
    for key in missing:
        if key not in noted:
            reader.missing_field(node, name, key, fields[key])
    return None if missing else values


_A = {name: f"an {name}" if name[0] in "aeiou" else f"a {name}" for name in RECORDS}
_REQUIRED = {
    name: tuple(key for key, field in fields.items() if field.required)
    for name, fields in RECORDS.items()
}

KINDS: Mapping[str, Callable[[Reader, Node, str, Field], object]] = {
    "accept": read_accept,
    "actors": read_actors,
    "cameo": read_cameo,
    "choice": read_choice,
    "color": read_color,
    "country": read_country,
    "date": read_date,
    "flag": read_flag,
    "identifier": read_identifier,
    "identifiers": read_identifiers,
    "integer": read_integer,
    "line": read_line,
    "name": read_line,
    "links": read_links,
    "number": read_number,
    "place": read_place,
    "claims": read_claims,
    "source": read_source,
    "sources": read_sources,
    "text": read_text,
    "texts": read_texts,
    "type": read_type,
    "url": read_url,
    "zone": read_zone,
}
"""The function that reads the value of a field, by the field's kind."""

_READERS = {
    name: {key: (KINDS[field.kind], field) for key, field in fields.items()}
    for name, fields in RECORDS.items()
    if name != "file"
}
