"""A whole events file: text becomes a book, or the list of all its problems."""

from __future__ import annotations

import gc
import re
import unicodedata
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.model.actors import Actor, collisions
from dashboard.model.book import (
    DEFAULT_IMPORTANCE,
    Book,
    Event,
    Period,
    Source,
    status_from,
)
from dashboard.model.dates import DateError, validate_zone
from dashboard.model.event_types import DEFAULT_TYPE, event_types
from dashboard.model.fields import RECORDS
from dashboard.reading.nodes import START, Mapping, Node, Scalar, Sequence, compose
from dashboard.reading.reader import INVALID, Reader, Values, close_match
from dashboard.reading.records import KINDS, read_record
from dashboard.reading.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: ``book`` is ``None`` when any problem is an error."""

    book: Book | None
    problems: tuple[Problem, ...]


def read_book(text: str, path: str = "events.yaml") -> Reading:
    """Read the text of an events file.

    Args:
        text: YAML, either a list of events or a mapping with ``events``.
        path: the file's name, for problems.

    Returns:
        The book and all warnings, or no book and all problems, ordered by their place.
    """
    with _collector_at_rest():
        root, problems = compose(text, path)
        reader = Reader(path, UTC)
        book = _read_root(reader, root) if root is not None or not problems else None
        problems += reader.problems
        if book is not None and not any(problem.is_error for problem in problems):
            problems += warn(book, path, reader.actor_places)
        else:
            book = None
        del root, reader  # frees the tree before the collector would walk it
    return Reading(
        book, tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from scanning the growing tree, which holds no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_root(reader: Reader, root: Node | None) -> Book | None:
    if root is None or (isinstance(root, Scalar) and root.plain and not root.text):
        root = Mapping(START)
    elif isinstance(root, Sequence):
        events = root
        root = Mapping(START)
        root.entries["events"] = (Scalar("events", START, True), events)
    if not isinstance(root, Mapping):
        message = "an events file is a list of events, or a mapping with events: see the README"
        reader.note(root, "wrong-kind", message)
        return None
    return _read_file(reader, root)


def _read_file(reader: Reader, root: Mapping) -> Book:
    """Read the parts of a file in the order in which they need each other."""
    fields = RECORDS["file"]
    for key, (key_node, _) in root.entries.items():
        if key not in fields:
            reader.unknown_field(key_node, fields)
    simple: Values = {}
    for key in ("timezone", "title", "description"):
        node = _present(root, key)
        if node is not None:
            simple[key] = KINDS[fields[key].kind](reader, node, key, fields[key])
    zone = simple.get("timezone", "UTC")
    zone = "UTC" if zone is INVALID else zone
    reader.zone = validate_zone(zone)
    listed = _read_actors(reader, _records(reader, root, "actors"))
    for values, node in _complete(reader, root, "sources"):
        if values["id"] in reader.listed_sources:
            message = f'two sources have the id "{values["id"]}": give one another id'
            reader.note(node, "duplicate-id", message)
        reader.listed_sources[values["id"]] = Source(**values)
    periods = tuple(Period(**values) for values, _ in _complete(reader, root, "periods"))
    return Book(
        title=simple.get("title", ""),
        description=simple.get("description", ""),
        zone=zone,
        listed=listed,
        directory=reader.directory,
        sources=MappingProxyType(reader.listed_sources),
        periods=periods,
        events=_read_events(reader, _records(reader, root, "events"), zone),
    )


def _present(root: Mapping, key: str) -> Node | None:
    """Return the node of a key that has something after it."""
    node = root.entries[key][1] if key in root.entries else None
    return None if isinstance(node, Scalar) and node.plain and not node.text else node


def _records(reader: Reader, root: Mapping, key: str) -> list[Node]:
    node = _present(root, key)
    if node is None:
        return []
    if isinstance(node, Scalar):
        reader.note(node, "wrong-kind", f'"{key}" must be a list: begin each item with "- "')
        return []
    return reader.items(node, key)


def _complete(reader: Reader, root: Mapping, key: str) -> Iterator[tuple[Values, Node]]:
    record = RECORDS["file"][key].record
    for node in _records(reader, root, key):
        values = read_record(reader, node, record)
        if values is not None:
            yield values, node


def _read_actors(reader: Reader, nodes: list[Node]) -> tuple[Actor, ...]:
    """Read the file's own actors; all their names are known before any refers to another."""
    reader.directory = reader.directory.with_actors(
        actor for node in nodes if isinstance(node, Mapping) for actor in _outline(node)
    )
    actors: list[Actor] = []
    places = reader.actor_places
    for node in nodes:
        values = read_record(reader, node, "actor")
        if values is None:
            continue
        if values["id"] in places:
            message = f'two actors have the id "{values["id"]}": give one another id'
            reader.note(node, "duplicate-id", message)
            continue
        places[values["id"]] = node
        actors.append(Actor(**{"name": values["id"], **values}))
    for name, first, second in collisions(actors):
        message = f'"{name}" stands for both "{first.id}" and "{second.id}": drop one of the two'
        reader.note(places[second.id], "alias-collision", message)
    reader.directory = reader.directory.with_actors(actors)
    return tuple(actors)


def _outline(node: Mapping) -> Iterator[Actor]:
    """Yield an actor with only its names, whatever else may be wrong with it."""
    texts = {
        key: value.text.strip()
        for key, (_, value) in node.entries.items()
        if isinstance(value, Scalar)
    }
    aliases = node.entries.get("aliases")
    items = aliases[1].items if aliases and isinstance(aliases[1], Sequence) else []
    if texts.get("id"):
        names = tuple(item.text for item in items if isinstance(item, Scalar) and item.text)
        yield Actor(texts["id"], texts.get("name") or texts["id"], "organization", aliases=names)


def _read_events(reader: Reader, nodes: list[Node], zone: str) -> tuple[Event, ...]:
    events: list[Event] = []
    places: dict[str, Node] = {}
    links: list[tuple[str, Node]] = []
    repeats: Counter[str] = Counter()
    for node in nodes:
        values = _read_event_values(reader, node, zone)
        if values is None:
            continue
        written = "id" in values
        event = _event(values, node, zone)
        if event.id in places:
            if written:
                first = places[event.id].line
                message = f'id "{event.id}" is taken by the event on line {first}: choose another'
                reader.note(node, "duplicate-id", message)
            while event.id in places:
                repeats[event.title] += 1
                numbered = f"{slug(event.date.text)}-{slug(event.title)}-{repeats[event.title]}"
                event = replace(event, id=numbered)
        places[event.id] = node
        links += [item for _, items in values.get("links", ()) for item in items]
        events.append(event)
    for target, node in links:
        if target not in places:
            hint = close_match(target, places)
            reader.note(node, "unknown-event", f'no event has the id "{target}"{hint}')
    return tuple(events)


def _read_event_values(reader: Reader, node: Node, zone: str) -> Values | None:
    """Read one event; its own zone must be known before its dates are read."""
    own = node.entries.get("tz") if isinstance(node, Mapping) else None
    if own is None or not isinstance(own[1], Scalar):
        return read_record(reader, node, "event")
    usual = reader.zone
    with suppress(DateError):  # noted when the field itself is read
        reader.zone = validate_zone(own[1].text.strip() or zone)
    values = read_record(reader, node, "event")
    reader.zone = usual
    return values


def _event(values: Values, node: Node, zone: str) -> Event:
    """Fill in what an event leaves out."""
    get: Any = values.get
    claims = get("claims", ())
    kind = get("type", DEFAULT_TYPE)
    score = get("score")
    date = values["date"]
    return Event(
        id=get("id") or slug(f"{date.text}-{values['title']}"),
        title=values["title"],
        date=date,
        actors=values["actors"],
        targets=get("targets", ()),
        aimed_at=get("aimed_at", ()),
        type=kind,
        score=event_types()[kind].score if score is None else score,
        status=get("status") or status_from(claims),
        claims=claims,
        sources=get("sources", ()),
        links=tuple((kind, tuple(id_ for id_, _ in items)) for kind, items in get("links", ())),
        place=get("place"),
        known=get("known"),
        zone=get("tz", zone),
        description=get("description", ""),
        tags=get("tags", ()),
        importance=get("importance", DEFAULT_IMPORTANCE),
        line=node.line,
        column=node.column,
    )


def slug(text: str) -> str:
    """Return a word for URLs: lower case, accents dropped, anything else but letters a hyphen."""
    plain = text
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
        plain = unicodedata.normalize("NFC", plain)
    return re.sub(r"[\W_]+", "-", plain.lower()).strip("-")
