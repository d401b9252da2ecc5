"""The events of a file: each read by its fields, then given an id and joined by links."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dashboard.model.book import Event
from dashboard.model.dates import DateError, EventDate
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.letters import slug
from dashboard.model.limits import MOST_PAIRS, MOST_PAIRS_OF_EVENT, PAIRS_FOR_EACH_EVENT
from dashboard.model.standing import status_from
from dashboard.model.zones import validate_zone
from dashboard.reading.nodes import MapNode, Node, TextNode
from dashboard.reading.records import read_record
from dashboard.reading.values import LinkGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.reading.reader import Reader
    from dashboard.reading.values import Values

_DEFAULTS = {key: field.default for key, field in EVENT_FIELDS.items()}


def read_events(reader: Reader, nodes: list[Node], zone: str) -> tuple[Event, ...]:
    """Read all events; events with problems are left out.

    Args:
        reader: collects the problems.
        nodes: one node for each event.
        zone: name of the file's time zone.
    """
    read = [(values, node) for node in nodes if (values := _read(reader, node)) is not None]
    places: dict[str, Node] = {}
    for values, node in read:
        # A written id has priority over a generated one, in any order of the two events.
        if "id" in values and not reader.claim_id(places, node, values.text("id"), "event"):
            del values["id"]
    maker = IdMaker(places)
    for values, node in read:
        if "id" not in values:
            word = maker.make(values.need("date", EventDate).text, values.text("title"))
            values["id"] = word
            places[word] = node
    _check_links(reader, [values for values, _ in read if "links" in values], places, nodes)
    events = tuple(_event(reader, values, node, zone) for values, node in read)
    _check_pairs(reader, events, [node for _, node in read])
    return events


def _read(reader: Reader, node: Node) -> Values | None:
    """Read one event; its own time zone is needed before its dates are read."""
    reader.event = node if isinstance(node, MapNode) else None
    own = node.entries.get("tz") if isinstance(node, MapNode) else None
    if own is None or not isinstance(own[1], TextNode):
        return read_record(reader, node, "event")
    usual = reader.zone
    with suppress(DateError):  # reported when the field itself is read
        name = own[1].text.strip()
        reader.zone = validate_zone(name, suggest=False) if name else usual
    values = read_record(reader, node, "event")
    reader.zone = usual
    return values


def _check_pairs(reader: Reader, events: Sequence[Event], nodes: Iterable[Node]) -> None:
    """Refuse events with more pairs of an actor and a target than a chart can show."""
    remedy = "name a bloc or an organisation instead of its members, or split the event"
    most = max(MOST_PAIRS, PAIRS_FOR_EACH_EVENT * len(events))
    total = 0
    for event, node in zip(events, nodes, strict=True):
        actors = len(event.actors)
        others = actors - 1 + len(event.targets) + len(event.aimed_at)
        pairs = actors * others
        total += pairs
        if pairs > MOST_PAIRS_OF_EVENT:
            message = f"{actors} actors and {others} others to act on are {pairs:,} pairs"
            message = f"{message}, at most {MOST_PAIRS_OF_EVENT:,} are read"
        elif total - pairs <= most < total:
            message = f"with this event the file has more than {most:,} pairs of who acts on whom"
        else:
            continue
        spot = node.spot("actors") if isinstance(node, MapNode) else node
        reader.note(spot, "too-many-pairs", f"{message}: {remedy}")


def event_ids(events: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return the ids of events: the written id, else one generated from date and title.

    If several events would have the same id, the second and later ones get a number.

    Args:
        events: for each event its written id (or an empty text), its date and its title.

    Example:
        >>> event_ids([("", "2023", "Talks"), ("", "2023", "Talks"), ("summit", "2024", "Talks")])
        ['2023-talks', '2023-talks-2', 'summit']
    """
    maker = IdMaker(written for written, _, _ in events)
    return [written or maker.make(date, title) for written, date, title in events]


class IdMaker:
    """Generates the ids of events from date and title, in the order of the file."""

    def __init__(self, written: Iterable[str]) -> None:
        """Start with the written ids of all events; empty texts are ignored."""
        self._taken = set(filter(None, written))
        self._last: dict[str, int] = {}

    def make(self, date: str, title: str, held: str = "") -> str:
        """Return the id of the next event without a written id.

        Args:
            date: its date.
            title: its title.
            held: id that the event has to keep: if another is generated, ``held`` counts as
                written from here on, and the generated id stays free.
        """
        word = base = slug(f"{date}-{title}")
        number = self._last.get(base, 1)
        while word in self._taken:
            number += 1
            word = f"{base}-{number}"
        if not held or word == held:
            self._last[base] = number
        self._taken.add(held or word)
        return word


def _check_links(
    reader: Reader, linking: list[Values], places: Iterable[str], nodes: Iterable[Node]
) -> None:
    """Refuse links of events to themselves, and to ids that no event has, valid or not."""
    if not linking:
        return
    known = {*places, *(node.written_id() for node in nodes if isinstance(node, MapNode))}
    remedy = "write the id of an event of this file"
    for values in linking:
        for kind, references in values.many("links", LinkGroup):
            for target, node in references:
                if target == values["id"]:
                    message = f"this event links to itself: write the id of another after {kind}"
                    reader.note(node, "self-link", message)
                elif target not in known:
                    reader.unknown_id(node, "unknown-event", target, known, remedy)


def _event(reader: Reader, values: Values, node: Node, zone: str) -> Event:
    """Return an event; the keys that it leaves out have their defaults."""
    # The rows of the table decide which attributes there are, so their types are known to it alone.
    filled: dict[str, Any] = {**_DEFAULTS, **values}
    filled["zone"] = filled.pop("tz") or zone
    filled["status_written"] = bool(filled["status"])
    filled["status"] = filled["status"] or status_from(
        filled["claims"], (*filled["actors"], *filled["targets"]), reader.directory.party_of
    )
    type_ = reader.types[filled["type"]]
    filled["quad_class"] = type_.quad_class
    if filled["score"] is None:
        filled["score"] = type_.score
    if filled["links"]:
        filled["links"] = tuple(
            (group.kind, tuple(link.id for link in group.targets)) for group in filled["links"]
        )
    return Event(**filled, line=node.line, column=node.column)
