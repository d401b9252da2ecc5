"""The facts of one event as names and values: date, parties, place, type and score."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from dashboard.analysis.link_targets import choosing_country
from dashboard.model.date_parts import words_of
from dashboard.model.event_fields import EVENT_FIELDS, ROLE_KEYS
from dashboard.model.labels import ROLE_LABELS
from dashboard.model.zones import day_in_words
from dashboard.query.columns import codes
from dashboard.words.direction import isolated
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dashboard.model.field import Field
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


@dataclass(frozen=True, slots=True)
class Party:
    """An actor that takes part in an event.

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
) -> Iterator[Fact]:
    """Yield the facts of an event, in the order of the card.

    Args:
        tables: tables of the file.
        selection: the selection, for the links of the parties.
        row: row of ``Tables.events``.
        event: value of each column of this row.
    """
    parties = _parties(tables, selection, row)
    for key, field in EVENT_FIELDS.items():
        if key in parties:
            yield parties[key]
        elif field.is_fact and field.columns:
            words = _WORDS.get(key)
            fact = words(tables, event) if words else _fact(field, event)
            if fact:
                yield fact
    if event["line"]:
        yield Fact("In the file", f"line {event['line']}")


def _parties(tables: Tables, selection: Selection, row: int) -> dict[str, Fact]:
    """Return those who take part in each role of an event, by the key of the role."""
    part = tables.participants[tables.participant_event == row]
    roles = codes(part["role"])
    facts: dict[str, Fact] = {}
    for role, key in ROLE_KEYS.items():
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
            facts[key] = Fact(ROLE_LABELS[role.word].alone, parties=parties)
    return facts


def _fact(field: Field, event: Mapping[str, Any]) -> Fact | None:
    """Return the fact of a field without words of its own; ``None`` if it has no value."""
    value = event[field.columns[0].name]
    if isinstance(value, tuple):
        text = ", ".join(map(isolated, value))
    elif not isinstance(value, str):
        text = "" if value is None or isnan(value) else f"{value:,}".removesuffix(".0")
    elif field.kind == "date":
        text = value and words_of(value)
    else:
        text = value and isolated((field.choices or {}).get(value, value))
    return Fact(field.label, text) if text else None


def _when(_tables: Tables, event: Mapping[str, Any]) -> Fact:
    when = words_of(event["date"])
    is_day = event["precision"] == "day"
    return Fact("When", f"{when} ({event['zone']})" if is_day and event["zone"] != "UTC" else when)


def _known(_tables: Tables, event: Mapping[str, Any]) -> Fact | None:
    if event["known"] <= event["lower"]:
        return None
    return Fact(EVENT_FIELDS["known"].label, day_in_words(int(event["known"]), event["zone"]))


def _type(tables: Tables, event: Mapping[str, Any]) -> Fact:
    type_ = tables.types[event["type"]]
    words = (isolated(type_.label), type_.group.inline, type_.code_in_words)
    return Fact("What", " · ".join(words))


def _score(_tables: Tables, event: Mapping[str, Any]) -> Fact:
    return Fact("Score", f"{signed_as_written(event['score'])} on a scale from −10 to +10")


def _place(tables: Tables, event: Mapping[str, Any]) -> Fact | None:
    """Return a place with its country, unless its name already contains the country."""
    place = event["place"]
    if not place:
        return None
    name = tables.actor_names.get(event["place_country"], "")
    words = isolated(place) if name in place else f"{isolated(place)}, {isolated(name)}"
    return Fact("Where", words)


_WORDS: Mapping[str, Callable[[Tables, Mapping[str, Any]], Fact | None]] = {
    "date": _when,
    "known": _known,
    "type": _type,
    "score": _score,
    "place": _place,
}
"""Functions for the facts that are more than a label and a value."""
