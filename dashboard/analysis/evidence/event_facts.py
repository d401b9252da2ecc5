"""The facts of one event: its dates, its parties by role, and its other fields with a value."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from dashboard.analysis.link_targets import choosing_country
from dashboard.model.book import DEFAULT_IMPORTANCE, MOST_IMPORTANCE
from dashboard.model.codes import Role
from dashboard.model.date_parts import words_of
from dashboard.model.event_fields import EVENT_FIELDS, ROLE_KEYS
from dashboard.model.zones import day_in
from dashboard.query.columns import codes
from dashboard.words.compact_dates import compact_day
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, grouped, pgettext
from dashboard.words.lists import in_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.model.field import Field
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_IN_THE_HEAD = {"date", "known", "type", "score", *ROLE_KEYS.values()}
"""Keys of the fields that the head of the card shows."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor that takes part in an event.

    Attributes:
        name: name of the actor.
        node: id of its node in the charts: of the country, or of the actor itself.
        country: name of the country for which the actor counts, if it is not the actor itself.
        query: query string that keeps only the events of this country.
    """

    name: str
    node: str
    country: str
    query: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the card: a name and a text."""

    name: str
    text: str


def name_dates(event: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the date of an event in words, and the day on which it became known, if later.

    Args:
        event: value of each column of a row of ``Tables.events``.
    """
    when = words_of(event["date"], is_short=True)
    if event["known"] <= event["lower"]:
        return (when,)
    known = compact_day(*day_in(int(event["known"]), event["zone"]))
    return when, pgettext("when an event became known", "known {date}", date=known)


def describe_parties(
    tables: Tables, selection: Selection, row: int
) -> Mapping[Role, tuple[Party, ...]]:
    """Return those who take part in each role of an event; a role without anyone is left out.

    Args:
        tables: tables of the file.
        selection: the selection, for the links and the nodes of the parties.
        row: row of ``Tables.events``.
    """
    part = tables.participants[tables.participant_event == row]
    roles = codes(part["role"])
    parties: dict[Role, tuple[Party, ...]] = {}
    for role in Role:
        of_role = part[roles == role]
        found = tuple(
            Party(
                name=tables.actor_names[actor],
                node=actor if selection.nodes == "actor" else country,
                country=tables.country_names[country] if country != actor else "",
                query=choosing_country(selection, country),
            )
            for actor, country in zip(of_role["actor"], of_role["country"], strict=True)
        )
        if found:
            parties[role] = found
    return parties


def list_facts(tables: Tables, event: Mapping[str, Any]) -> Iterator[Fact]:
    """Yield the facts of an event that its head does not show, in the order of the fields.

    Args:
        tables: tables of the file.
        event: value of each column of a row of ``Tables.events``.
    """
    for key, field in EVENT_FIELDS.items():
        if field.is_fact and field.columns and key not in _IN_THE_HEAD:
            fact = _FACTS[key](tables, event) if key in _FACTS else _fact(field, event)
            if fact:
                yield fact
    if event["precision"] == "day" and event["zone"] != "UTC":
        yield Fact(EVENT_FIELDS["tz"].heading, event["zone"])


def _fact(field: Field, event: Mapping[str, Any]) -> Fact | None:
    """Return the fact of a field without words of its own; ``None`` if it has no value."""
    value = event[field.columns[0].name]
    if isinstance(value, tuple):
        text = in_row(list(map(isolated, value)))
    elif not isinstance(value, str):
        text = "" if value is None or isnan(value) else _number(value)
    elif field.kind == "date":
        text = value and words_of(value)
    else:
        choices = field.choices or {}
        text = value and isolated(gettext(choices[value]) if value in choices else value)
    return Fact(field.heading, text) if text else None


def _number(value: float) -> str:
    return grouped(int(value)) if value == int(value) else f"{value:,}"


def _place(tables: Tables, event: Mapping[str, Any]) -> Fact | None:
    """Return a place with its country, unless its name already contains the country."""
    place = event["place"]
    if not place:
        return None
    name = tables.actor_names.get(event["place_country"], "")
    words = isolated(place)
    if name not in place:
        words = pgettext(
            "a place and its country", "{place}, {country}", place=words, country=isolated(name)
        )
    return Fact(pgettext("the name of a fact: the place of an event", "Where"), words)


def _importance(_: Tables, event: Mapping[str, Any]) -> Fact | None:
    """Return the importance out of the highest one, unless it is that of most events."""
    value = event["importance"]
    if value == DEFAULT_IMPORTANCE:
        return None
    text = pgettext(
        "an importance out of the highest one", "{n} of {most}", n=int(value), most=MOST_IMPORTANCE
    )
    return Fact(EVENT_FIELDS["importance"].heading, text)


_FACTS = {"place": _place, "importance": _importance}
"""Functions for the facts of fields whose value alone is not clear."""
