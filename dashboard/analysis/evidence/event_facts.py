"""The facts of one event as names and values: date, parties, place, type and score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.analysis.link_targets import choosing_country
from dashboard.model.codes import Role
from dashboard.model.dates import words_of
from dashboard.model.event_types import QUAD_CLASSES, event_types
from dashboard.model.labels import ROLE_LABELS
from dashboard.model.zones import day_in_words
from dashboard.query.columns import codes
from dashboard.words.direction import isolated
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in an event.

    Attributes:
        name: name of the actor.
        country: name of the country for which the actor counts, if it is not the actor itself.
        query: query string that keeps only the events of this country.
    """

    name: str
    country: str
    query: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the card: a name with either a text or a list of parties."""

    name: str
    text: str = ""
    parties: tuple[Party, ...] = ()


def list_facts(
    tables: Tables, selection: Selection, row: int, event: Mapping[str, Any]
) -> tuple[Fact, ...]:
    """Return the facts of an event, in the order of the card.

    Args:
        tables: tables of the file.
        selection: the selection, for the links of the parties.
        row: row of ``Tables.events``.
        event: value of each column of this row.
    """
    return tuple(_facts(tables, selection, row, event))


def _facts(
    tables: Tables, selection: Selection, row: int, event: Mapping[str, Any]
) -> Iterator[Fact]:
    type_ = event_types()[event["type"]]
    when = words_of(event["date"])
    is_day = event["precision"] == "day"
    yield Fact("When", f"{when} ({event['zone']})" if is_day and event["zone"] != "UTC" else when)
    if event["known"] > event["lower"]:
        yield Fact("Known since", day_in_words(int(event["known"]), event["zone"]))
    yield from _parties(tables, selection, row)
    if event["place"]:
        yield Fact("Where", _place_in_words(tables, event["place"], event["place_country"]))
    quad_class = QUAD_CLASSES[type_.quad_class]
    yield Fact("What", f"{type_.label} · {quad_class} · CAMEO {type_.cameo_code}")
    yield Fact("Score", f"{signed(event['score'])} on the Goldstein scale (−10 to +10)")
    if event["tags"]:
        yield Fact("Tags", isolated(event["tags"]))
    if event["line"]:
        yield Fact("In the file", f"line {event['line']}")


def _parties(tables: Tables, selection: Selection, row: int) -> Iterator[Fact]:
    part = tables.participants[tables.participant_event == row]
    roles = codes(part["role"])
    for role in Role:
        of_role = part[roles == role]
        parties = tuple(
            Party(
                name=tables.actor_names[actor],
                country=tables.country_names[country] if country != actor else "",
                query=choosing_country(selection, country),
            )
            for actor, country in zip(of_role["actor"], of_role["country"], strict=True)
        )
        if parties:
            yield Fact(ROLE_LABELS[role.word].alone, parties=parties)


def _place_in_words(tables: Tables, place: str, country: str) -> str:
    """Return a place with its country, unless its name already contains the country."""
    name = tables.actor_names.get(country, "")
    return isolated(place) if name in place else f"{isolated(place)}, {isolated(name)}"
