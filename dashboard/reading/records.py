"""Lists and records: a node becomes actors, sources, claims, places and links by their fields.

The functions have the form of those in ``scalars``; ``KINDS`` names one for each kind of field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from dashboard.model.book import Claim, Place, Source
from dashboard.model.dates import EventDate
from dashboard.model.fields import RECORDS
from dashboard.reading.acceptances import read_accept
from dashboard.reading.hidden import is_lost, is_record_in_text, warn_missing
from dashboard.reading.keys import entries_of, in_yaml, unknown_field
from dashboard.reading.lists import read_actors, read_country, read_identifiers, read_texts
from dashboard.reading.nodes import (
    MapNode,
    Node,
    TextNode,
    is_blank,
    is_nothing,
)
from dashboard.reading.reader import Reader
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
from dashboard.reading.source_texts import is_named_url, read_source_text
from dashboard.reading.types import read_cameo, read_flag, read_language, read_type
from dashboard.reading.values import INVALID, Invalid, LinkGroup, Reference, Values
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.model.fields import Field

_POINT = re.compile(r"([-+]?\d{1,3}(?:\.\d+)?)[°,;\s]+([-+]?\d{1,3}(?:\.\d+)?)°?")
_NAMING = ("title", "publisher", "author", "url")
"""Keys of which a source needs at least one, or nobody could find it."""


def read_claims(reader: Reader, node: Node, key: str, field: Field) -> tuple[Claim, ...] | Invalid:
    """Read the claims of an event."""
    if isinstance(node, TextNode):
        message = f'"{key}" must be a list: begin each {field.record} with "- "'
        return reader.note(node, "wrong-kind", message)
    nodes = _without_blank(reader, reader.items(node, key))
    read = (read_record(reader, item, field.record) for item in nodes)
    return tuple(_claim(values) for values in read if values is not None)


def _without_blank(reader: Reader, nodes: list[Node]) -> list[Node]:
    """Return the nodes without records of which all values are missing."""
    if not any(map(is_blank, nodes)):
        return nodes
    for node in filter(is_blank, nodes):
        warn_missing(reader, node)
    return [node for node in nodes if not is_blank(node)]


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
    if isinstance(node, TextNode):
        read = read_source_text(reader, node, key, field)
        return Source(url=read) if isinstance(read, str) else read
    if not isinstance(node, MapNode):
        message = "a source cannot be a list: write a URL, the id of a listed source, or its keys"
        return reader.note(node, "wrong-kind", message)
    if is_blank(node):
        warn_missing(reader, node)
        return INVALID
    if is_named_url(reader, node):
        return INVALID
    values = read_source_record(reader, node, "source")
    return INVALID if values is None else source_of(values)


def read_source_record(reader: Reader, node: Node, name: str) -> Values | None:
    """Read a source in full, which needs one of the keys by which people can find it."""
    values = read_record(reader, node, name)
    if values and not values.keys().isdisjoint(_NAMING):
        return values
    if isinstance(node, MapNode) and not any(map(node.has, _NAMING)):
        message = "this source names nothing: add a publisher, a title or a url"
        reader.note(node, "empty", message)
        return None
    return values


def source_of(values: Values) -> Source:
    """Return the source that a record describes; the keys that it leaves out are empty."""
    # The keys and the types of the record are the attributes of the class.
    return Source(**cast("dict[str, Any]", values))


def read_sources(reader: Reader, node: Node, key: str, field: Field) -> tuple[Source, ...]:
    """Read a list of sources."""
    nodes = [node] if isinstance(node, MapNode) else reader.items(node, key)
    read = [read_source(reader, item, key, field) for item in nodes]
    return tuple([source for source in read if source is not INVALID])


def read_place(reader: Reader, node: Node, key: str, field: Field) -> Place | Invalid:
    """Read a place: its name, or a record with country and coordinates."""
    if not isinstance(node, MapNode):
        if is_record_in_text(reader, node, RECORDS["place"]):
            return INVALID
        name = read_line(reader, node, key, field)
        if name is not INVALID and (point := _POINT.fullmatch(name)):
            record = f"{{name: …, lat: {point[1]}, lon: {point[2]}}}"
            message = f"{quoted(name)} is a point without a name: write {record}"
            return reader.note(node, "wrong-kind", message)
        return INVALID if name is INVALID else Place(name)
    if is_blank(node):
        warn_missing(reader, node)
        return INVALID
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
        _no_mapping(reader, node, name)
        return None
    values = Values()
    noted: set[str] = set()
    readers = _READERS[name]
    entries = node.entries
    if not entries.keys() <= readers.keys():
        entries = entries_of(reader, node, readers)
    for key, (key_node, value) in entries.items():
        if key not in readers:
            noted.update(unknown_field(reader, key_node, fields, node.entries))
        elif is_nothing(value):
            if is_lost(reader, value, key_node):
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


def _no_mapping(reader: Reader, node: Node, name: str) -> None:
    fields = RECORDS[name]
    if not is_record_in_text(reader, node, fields):
        first = next(key for key in (*_REQUIRED[name], *fields))
        example = in_yaml(first, fields[first])
        reader.note(node, "wrong-kind", f"{_A[name]} must be a mapping, such as `{example}`")


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
    "language": read_language,
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
