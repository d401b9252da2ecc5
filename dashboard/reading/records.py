"""Lists and records: a node becomes actors, sources, claims, places and links by their fields.

The functions have the form of those in ``scalars``; ``KINDS`` names one for each kind of field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.book import Claim, Place, Source
from dashboard.model.fields import RECORDS
from dashboard.reading.nodes import Mapping, Node, Scalar
from dashboard.reading.reader import INVALID, Reader, Values, close_match, is_absent
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model.fields import Field


def read_country(reader: Reader, node: Node, key: str, _field: Field) -> Any:
    """Read one actor and return its id."""
    return reader.actor(node, key)


def read_actors(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a list of actors and return their ids, each once."""
    nodes = reader.items(node, key)
    ids: list[str] = []
    for item in nodes:
        actor = reader.actor(item, key)
        if actor in ids:
            message = f'one actor is named twice in "{key}": keep one of them'
            reader.note(item, "repeated-actor", message)
        elif actor is not INVALID:
            ids.append(actor)
    if field.required and not nodes and not isinstance(node, Mapping):
        return reader.note(node, "empty", f'"{key}" is empty: name at least one actor')
    return tuple(ids) if ids or not field.required else INVALID


def read_texts(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a list of texts."""
    read = (read_line(reader, item, key, field) for item in reader.items(node, key))
    return tuple(text for text in read if text is not INVALID)


def read_identifiers(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a list of ids, each with its node so that it can be checked when all are known."""
    found: list[tuple[str, Node]] = []
    for item in reader.items(node, key):
        word = read_line(reader, item, key, field)
        if word is not INVALID:
            found.append((word, item))
    return tuple(found)


def read_claims(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read the claims of an event."""
    if isinstance(node, Scalar):
        message = f'"{key}" must be a list: begin each {field.record} with "- "'
        return reader.note(node, "wrong-kind", message)
    read = (read_record(reader, item, field.record) for item in reader.items(node, key))
    return tuple(Claim(**values) for values in read if values is not None)


def read_source(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a source: a URL, the id of a listed source, or a source in full."""
    if isinstance(node, Mapping):
        return _source_in_full(reader, node)
    text = read_line(reader, node, key, field)
    if text is INVALID or text in reader.listed_sources:
        return reader.listed_sources.get(text, INVALID)
    if "://" in text or text.startswith("www."):
        url = read_url(reader, node, key, field)
        return INVALID if url is INVALID else Source(url=url)
    hint = close_match(text, reader.listed_sources)
    hint = hint or ": write a URL, or list the source under the top-level sources"
    return reader.note(node, "unknown-source", f'unknown source "{text}"{hint}')


def _source_in_full(reader: Reader, node: Mapping) -> Any:
    values = read_record(reader, node, "source")
    if values is None:
        return INVALID
    if not values.keys() & {"title", "publisher", "url", "author"}:
        message = "this source names nothing: add a publisher, a title or a url"
        return reader.note(node, "empty", message)
    return Source(**values)


def read_sources(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a list of sources."""
    nodes = [node] if isinstance(node, Mapping) else reader.items(node, key)
    read = (read_source(reader, item, key, field) for item in nodes)
    return tuple(source for source in read if source is not INVALID)


def read_place(reader: Reader, node: Node, key: str, field: Field) -> Any:
    """Read a place: its name, or a record with country and coordinates."""
    if not isinstance(node, Mapping):
        name = read_line(reader, node, key, field)
        return INVALID if name is INVALID else Place(name)
    values = read_record(reader, node, "place")
    if values is None:
        return INVALID
    if ("lat" in values) != ("lon" in values):
        return reader.note(node, "half-coordinates", "write both lat and lon, or neither")
    return Place(values["name"], values.get("country", ""), values.get("lat"), values.get("lon"))


def read_links(reader: Reader, node: Node, _key: str, _field: Field) -> Any:
    """Read the links of an event as pairs of kind and (id, node) tuples."""
    values = read_record(reader, node, "links")
    return INVALID if values is None else tuple(values.items())


def read_record(reader: Reader, node: Node, name: str) -> Values | None:
    """Read a mapping by the fields of the record ``name``.

    Returns:
        The values of all fields that could be read, or ``None`` where ``node`` is no mapping
        or a required field is missing or invalid.
    """
    fields = RECORDS[name]
    if not isinstance(node, Mapping):
        known = ", ".join(key for key, field in fields.items() if field.required) or "events"
        reader.note(node, "wrong-kind", f"a {name} must have keys and values, such as {known}: …")
        return None
    values: Values = {}
    complete = True
    for key, (key_node, value) in node.entries.items():
        field = fields.get(key)
        if field is None:
            reader.unknown_field(key_node, fields)
            continue
        if isinstance(value, Scalar) and value.plain and not value.text:
            continue
        read = KINDS[field.kind](reader, value, key, field)
        if read is not INVALID:
            values[key] = read
        elif field.required:
            complete = False
    for key, field in fields.items():
        if field.required and key not in values and is_absent(node, key):
            reader.missing_field(node, name, key, field)
            complete = False
    return values if complete else None


KINDS: dict[str, Callable[[Reader, Node, str, Field], Any]] = {
    "actors": read_actors,
    "choice": read_choice,
    "color": read_color,
    "country": read_country,
    "date": read_date,
    "identifier": read_identifier,
    "identifiers": read_identifiers,
    "integer": read_integer,
    "line": read_line,
    "links": read_links,
    "number": read_number,
    "place": read_place,
    "claims": read_claims,
    "source": read_source,
    "sources": read_sources,
    "text": read_text,
    "texts": read_texts,
    "url": read_url,
    "zone": read_zone,
}
