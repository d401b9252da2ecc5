"""The whole events file: its text becomes a book, or the list of all its problems."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from dashboard.linting.lint import warn
from dashboard.model.actors import Actor, ActorDirectory, collisions
from dashboard.model.book import Acceptance, Book, Period, Source
from dashboard.model.dates import EventDate
from dashboard.model.event_types import EventType, event_types, quad_class_of
from dashboard.model.fields import ACTOR_KINDS, RECORDS
from dashboard.model.limits import MOST_ITEMS
from dashboard.model.zones import validate_zone
from dashboard.reading.codes import warn_of_codes
from dashboard.reading.document import read_document
from dashboard.reading.events import read_events
from dashboard.reading.hidden import is_lost
from dashboard.reading.keys import entries_of, unknown_field
from dashboard.reading.nodes import START, ListNode, MapNode, Node, TextNode, is_nothing
from dashboard.reading.other_shapes import IMPORT, is_record_by_id, other_shape
from dashboard.reading.reader import Reader
from dashboard.reading.records import KINDS, read_record, read_source_record, source_of
from dashboard.reading.values import INVALID, Values
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import speaking
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.model.actors import ActorKind
    from dashboard.model.missing_actors import Use
    from dashboard.model.problems import Problem
    from dashboard.reading.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a file.

    Attributes:
        book: the content, ``None`` if any problem is an error.
        problems: all warnings, or all errors, ordered by line and column.
        missing: names that the file uses for actors, and that no actor has.
        directory: the actors that the file knows.
    """

    book: Book | None
    problems: tuple[Problem, ...]
    missing: tuple[Use, ...] = ()
    directory: ActorDirectory = field(default_factory=ActorDirectory.standard, repr=False)


@speaking(ENGLISH)
def read_book(text: str, path: str = "events.yaml") -> Reading:
    """Read the text of an events file.

    Args:
        text: YAML, either a list of events or a mapping with ``events``.
        path: the file's name, for problems.

    Returns:
        The book and all warnings, or no book and all errors, ordered by line and column.

    Example:
        >>> print(*read_book("- {date: 2023-10-22, title: Talks}").problems)
        events.yaml:1:3: error[missing-field]: this event has no "actors": add it, such as ...
    """
    with collector_at_rest():  # includes the release of the tree, which the collector would scan
        return read_nodes(read_document(text, path), path)


@speaking(ENGLISH)
def read_nodes(document: Document, path: str = "events.yaml") -> Reading:
    """Read a document that is already parsed into nodes."""
    reader = Reader(path, document)
    book = None
    if document.root is not None or not document.problems:
        book = _read_root(reader, document.root)
    problems = reader.problems.complete()
    if book is None or any(problem.is_error for problem in problems):
        book = None
    else:
        problems += warn(book, path)
    problems = [document.placed(problem) for problem in problems]
    ordered = sorted(problems, key=lambda problem: (problem.line, problem.column))
    return Reading(book, tuple(ordered), reader.missing_uses(), reader.directory)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Pause the garbage collector, which would scan the growing tree; the tree has no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_root(reader: Reader, root: Node | None) -> Book | None:
    if root is None or is_nothing(root):
        root = MapNode(START)
    elif isinstance(root, ListNode):
        events = root
        root = MapNode(START)
        root.entries["events"] = (TextNode("events", START, True), events)
    message = other_shape(root)
    if message or not isinstance(root, MapNode):
        reader.note(root, "wrong-kind", message)
        return None
    return _read_file(reader, root)


def _read_file(reader: Reader, root: MapNode) -> Book:
    """Read the parts of a file, each after the parts that it refers to."""
    fields = RECORDS["file"]
    root.entries = entries_of(reader, root, fields)
    for key, (key_node, value) in root.entries.items():
        if key not in fields:
            _unknown_key(reader, key_node, root)
        elif is_nothing(value):
            is_lost(reader, value, key_node)
    values = Values()
    for key in ("timezone", "title", "description", "lang", "codes", "accept"):
        if root.has(key):
            field = fields[key]
            read = KINDS[field.kind](reader, root.entries[key][1], key, field)
            if read is not INVALID:
                values[key] = read
    zone = values.text("timezone", "UTC")
    reader.zone = validate_zone(zone) if "timezone" in values else None
    reader.use(reader.directory.with_codes(values.text("codes", "iso")))
    listed = _read_actors(reader, _records(reader, root, "actors"))
    reader.types = _read_types(reader, _records(reader, root, "types", MOST_ITEMS))
    _read_sources(reader, _records(reader, root, "sources"))
    periods = [read_record(reader, node, "period") for node in _records(reader, root, "periods")]
    events = read_events(reader, _records(reader, root, "events"), zone)
    if not root.has("codes"):
        warn_of_codes(reader)
    return Book(
        title=values.text("title"),
        description=values.text("description"),
        zone=zone,
        listed=listed,
        directory=reader.directory.with_codes("iso"),
        sources=MappingProxyType(reader.listed_sources),
        types=reader.types,
        periods=tuple(_period(values) for values in periods if values is not None),
        events=events,
        places={id_: (node.line, node.column) for id_, node in reader.actor_places.items()},
        accept=values.many("accept", Acceptance),
        lang=values.text("lang"),
    )


def _period(values: Values) -> Period:
    return Period(name=values.text("name"), date=values.need("date", EventDate))


def _unknown_key(reader: Reader, key: TextNode, root: MapNode) -> None:
    if key.text in RECORDS["event"]:
        message = f'"{key.text}" belongs to an event: put it under "events:", in an item with "- "'
        reader.note(key, "unknown-field", message)
    elif is_record_by_id(root.spot(key.text)):
        message = f'{quoted(key.text)} is an event by its id: {IMPORT}, or begin it with "- id: …"'
        reader.note(key, "unknown-field", message)
    else:
        unknown_field(reader, key, RECORDS["file"], root.entries)


def _records(reader: Reader, root: MapNode, key: str, most: int = sys.maxsize) -> list[Node]:
    if not root.has(key):
        return []
    node = root.entries[key][1]
    if isinstance(node, TextNode):
        reader.note(node, "wrong-kind", f'"{key}" must be a list: begin each item with "- "')
        return []
    return reader.items(node, key, most=most)


def _read_types(reader: Reader, nodes: list[Node]) -> Mapping[str, EventType]:
    """Return the shipped types and then the file's own, none of which repeats a shipped id."""
    types = dict(event_types())
    places: dict[str, Node] = {}
    for node in nodes:
        values = read_record(reader, node, "type")
        if values is None:
            if isinstance(node, MapNode):  # uses of its id are not reported as well
                types.setdefault(node.written_id(), EventType(node.written_id(), "", 0.0))
            continue
        id_, spot = values.text("id"), node.spot("id") if isinstance(node, MapNode) else node
        if id_ in event_types():
            remedy = 'choose another id, or write the "score" of each event'
            message = f"{quoted(id_)} is a shipped type, which a file cannot change: {remedy}"
            reader.note(spot, "shipped-type", message)
        elif reader.claim_id(places, node, id_, "type"):
            types[id_] = _type(reader, spot, values)
    return MappingProxyType(types)


def _type(reader: Reader, node: Node, values: Values) -> EventType:
    code, quad_class = values.text("cameo"), values.one("quad_class", int) or 0
    expected = quad_class_of(code)
    if expected and quad_class not in (0, expected):
        message = (
            f"CAMEO {code} is of quad class {expected}, not {quad_class}: remove one of the two"
        )
        reader.note(node, "quad-class", message)
    return EventType(
        id=values.text("id"),
        written_label=values.text("label"),
        score=values.need("score", float),
        quad_class=quad_class or expected,
        cameo_code=code,
        symmetric=values.one("symmetric", bool) or False,
    )


def _read_sources(reader: Reader, nodes: list[Node]) -> None:
    places: dict[str, Node] = {}
    for node in nodes:
        values = read_source_record(reader, node, "listed source")
        if values is None and isinstance(node, MapNode):
            # Enter the invalid source by its id, so that uses of the id are not reported as well.
            reader.listed_sources.setdefault(node.written_id(), Source())
        elif values is not None and reader.claim_id(places, node, values.text("id"), "source"):
            reader.listed_sources[values.text("id")] = source_of(values)


def _read_actors(reader: Reader, nodes: list[Node]) -> tuple[Actor, ...]:
    """Read the file's own actors; all names are entered first, so that actors may use them."""
    outlines = (actor for node in nodes if isinstance(node, MapNode) for actor in _outline(node))
    reader.use(reader.directory.with_actors(outlines))
    actors: list[Actor] = []
    places = reader.actor_places
    for node in nodes:
        values = read_record(reader, node, "actor")
        if values is not None and reader.claim_id(places, node, values.text("id"), "actor"):
            actors.append(_actor(values))
    for name, first, second in collisions(actors):
        message = f"{quoted(name)} is also a name of {quoted(first.id)}"
        message = f"{message}: one of the two needs another"
        reader.note(_spelling(places[second.id], name), "alias-collision", message)
    reader.use(reader.directory.with_actors(actors))
    return tuple(actors)


def _actor(values: Values) -> Actor:
    return Actor(
        id=values.text("id"),
        name=values.text("name", values.text("id")),
        kind=cast("ActorKind", values.text("kind")),
        country=values.one("country", str),
        members=values.many("members", str),
        aliases=values.many("aliases", str),
        color=values.one("color", str),
    )


def _outline(node: MapNode) -> Iterator[Actor]:
    """Yield an actor with only its names and kind, even if other values are invalid."""
    texts = {
        key: value.text.strip()
        for key, (_, value) in node.entries.items()
        if isinstance(value, TextNode)
    }
    # A misspelt kind is reported once, not again for each use of the actor.
    kind = texts["kind"] if texts.get("kind") in ACTOR_KINDS else "country"
    names = tuple(item.text.strip() for item in _alias_nodes(node))
    if texts.get("id"):
        name = texts.get("name") or texts["id"]
        yield Actor(texts["id"], name, cast("ActorKind", kind), aliases=names)


def _alias_nodes(node: MapNode) -> list[TextNode]:
    aliases = node.spot("aliases")
    items = aliases.items if isinstance(aliases, ListNode) else [aliases]
    return [item for item in items[:MOST_ITEMS] if isinstance(item, TextNode)]


def _spelling(node: Node, name: str) -> Node:
    """Return the node of an actor's entry that contains one of its names."""
    if not isinstance(node, MapNode):
        return node
    spots = [node.spot("id"), node.spot("name"), *_alias_nodes(node)]
    spellings = (spot for spot in spots if isinstance(spot, TextNode) and spot.text.strip() == name)
    return next(spellings, node)
