"""The parameters of a query string: how each is read, and why a value may mean nothing here."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from dashboard.model.actors import AmbiguousName, UnknownName
from dashboard.model.book import STATUSES
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.model.limits import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    LONGEST_VALUE,
    MOST_VALUES,
    MOST_WORDS,
)
from dashboard.model.problems import shown
from dashboard.model.similar import close_match
from dashboard.query.dyad import Dyad
from dashboard.query.window import OPEN, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.query.tables import Tables

MATCHES = MappingProxyType(
    {"any": "any of the countries takes part", "all": "all of them take part"}
)
LANES = MappingProxyType(
    {"country": "Country", "actor": "Actor", "type": "Type", "status": "Status"}
)
OTHERS = MappingProxyType(
    {"folded": "lanes beyond the twelfth share one", "open": "each has a lane of its own"}
)
LINKS = MappingProxyType(
    {"chain": "links of the open event and its chain", "all": "links of all events in view"}
)
NODES = MappingProxyType({"country": "Countries", "actor": "Actors"})
RELATIONS = MappingProxyType(
    {
        "network": "Network",
        "matrix": "Matrix",
        "over_time": "Over time",
        "measures": "Measures",
        "sequences": "Sequences",
    }
)
_DIGITS = re.compile(r"[0-9]+")
_LOST_PLUS = re.compile(r" (?=[0-9]{2}:[0-9]{2}$)")
"""The space before an offset, which was a plus before the query string was decoded."""
WITHIN = 14
"""Days within which something followed, unless the reader says otherwise."""
_MOST_DAYS = 3_660
_MORE = "rest"
"""Name under which the values beyond ``MOST_VALUES`` are reported."""


class Unknown(NamedTuple):
    """A part of a query that means nothing here: shown and removable, never fatal."""

    name: str
    value: str
    reason: str


class Parameter(NamedTuple):
    """How one name of a query is read.

    Attributes:
        field: the field of a selection that it sets.
        read: turns the text into the field's value, or raises ValueError with the reason.
        many: whether it may be given more than once; of others the last counts.
        longest: characters that a value may have.
    """

    field: str
    read: Callable[[str, Tables], Any]
    many: bool = False
    longest: int = LONGEST_VALUE


def read_query(
    query: str | Iterable[tuple[str, str]], tables: Tables
) -> tuple[dict[str, Any], tuple[Unknown, ...]]:
    """Read a query string, or its pairs of name and value.

    Returns:
        The fields of a selection that are given, and what means nothing with these tables.
    """
    pairs = list(parse_qsl(query.removeprefix("?")) if isinstance(query, str) else query)
    fields: dict[str, Any] = {}
    unknown: list[Unknown] = []
    if len(pairs) > MOST_VALUES:
        reason = f"a query holds at most {MOST_VALUES} values: the others are left out"
        unknown.append(Unknown(_MORE, f"{len(pairs) - MOST_VALUES:,} values", reason))
    for name, written in pairs[:MOST_VALUES]:
        value = written.strip()
        try:
            if value:
                parameter = _parameter(name)
                _check_length(value, parameter.longest)
                read = parameter.read(value, tables)
                before = fields.get(parameter.field, ()) if parameter.many else ()
                fields[parameter.field] = (*before, read) if parameter.many else read
        except ValueError as error:
            unknown.append(Unknown(name, value, str(error)))
    if "dyad" in fields and (problem := _misplaced(fields, tables)):
        unknown.append(Unknown("dyad", fields.pop("dyad").text(), problem))
    begin, end = fields.pop("begin", ""), fields.pop("end", "")
    try:
        fields["window"] = Window.from_texts(begin, end)
    except ValueError as error:
        fields["window"] = Window.from_texts(begin, "")
        unknown.append(Unknown("to", end, str(error)))
    return fields, tuple(unknown)


def _parameter(name: str) -> Parameter:
    if name not in PARAMETERS:
        hint = close_match(name, PARAMETERS) or f": use one of {', '.join(PARAMETERS)}"
        raise ValueError(f'there is no parameter "{shown(name)}"{hint}')
    return PARAMETERS[name]


def _check_length(value: str, most: int) -> None:
    """Refuse what is longer than any value that means something."""
    if len(value) > most:
        count = f"{len(value):,} characters, at most {most:,} are read"
        raise ValueError(f'"{shown(value)}" has {count}: shorten it')


def country_id(text: str, tables: Tables) -> str:
    """Return the id of the country that goes by a name, whether or not it takes part in an event.

    Raises:
        ValueError: where no country has that name, or it is that of a person or group.
    """
    if text in tables.country_code:
        return text
    try:
        actor = tables.directory.resolve(text)
    except AmbiguousName as error:
        raise ValueError(str(error)) from error
    except UnknownName as error:
        choices = " or ".join(f'"{shown(name)}"' for name in error.suggestions)
        hint = f"did you mean {choices}?" if choices else "write a name or code, such as JPN"
        raise ValueError(f'no country is called "{shown(text)}": {hint}') from error
    if actor.id not in tables.country_code and actor.country is not None:
        country = tables.directory.get(actor.country).name
        counts = f"{shown(actor.name)} counts for {shown(country)}"
        raise ValueError(f"{counts}: choose that country")
    return actor.id


def _one_of(choices: Mapping[str, object], noun: str) -> Callable[[str, Tables], str]:
    def read(value: str, _tables: Tables) -> str:
        if value not in choices:
            hint = close_match(value, choices) or f": use one of {', '.join(choices)}"
            raise ValueError(f'unknown {noun} "{shown(value)}"{hint}')
        return value

    return read


def _read_text(value: str, _tables: Tables) -> str:
    words = len(set(value.split()))
    if words > MOST_WORDS:
        count = f"{words:,} different words, at most {MOST_WORDS} are searched"
        raise ValueError(f'"{shown(value)}" has {count}: leave some out')
    return value


def actor_id(text: str, tables: Tables) -> str:
    """Return the id of the actor (or country) that goes by a name, whether or not it takes part.

    Raises:
        ValueError: where no actor has that name.
    """
    if text in tables.by_actor.code:
        return text
    try:
        return tables.directory.resolve(text).id
    except (AmbiguousName, UnknownName):
        return country_id(text, tables)


def _read_dyad(value: str, tables: Tables) -> Dyad:
    return Dyad.read(value, lambda name: actor_id(name, tables))


def _misplaced(fields: dict[str, Any], tables: Tables) -> str:
    """Return why a dyad cannot be one of the nodes that are chosen, or an empty text."""
    if fields.get("nodes") == "actor":
        return ""
    try:
        for end in fields["dyad"].ends:
            country_id(end, tables)
    except ValueError as error:
        return f"{error}, or add nodes=actor"
    return ""


def _read_after(value: str, tables: Tables) -> str:
    if value in event_types():
        return value
    try:
        return actor_id(value, tables)
    except ValueError as error:
        hint = close_match(value, event_types())
        raise ValueError(f'"{shown(value)}" is no event type{hint}; {error}') from error


def _read_within(value: str, _tables: Tables) -> int:
    # Python converts no more than some thousand digits.
    days = int(value) if len(value) <= LONGEST_NUMBER and _DIGITS.fullmatch(value) else 0
    if not 1 <= days <= _MOST_DAYS:
        message = f'"{shown(value)}" is no number of days'
        raise ValueError(f"{message}: write one from 1 to {_MOST_DAYS:,}")
    return days


def _read_event(value: str, tables: Tables) -> str:
    if value not in tables.row_of:
        hint = close_match(value, tables.row_of) if len(tables.row_of) <= _FEW else ""
        raise ValueError(f'no event has the id "{shown(value)}"{hint}')
    return value


def _read_pin(value: str, tables: Tables) -> str:
    """Return the id of a lane, whatever the lanes are for: countries also go by their names."""
    if value in tables.actor_names or value in event_types() or value in STATUSES:
        return value
    try:
        return country_id(value, tables)
    except ValueError as error:
        raise ValueError(f'no lane is called "{shown(value)}": {error}') from error


def _read_end(value: str, _tables: Tables) -> str:
    """Read one end of the window; the plus of an offset is a space in a query string."""
    text = _LOST_PLUS.sub("+", value)
    return text if text in OPEN else parse_date(text).text


def _read_day(value: str, tables: Tables) -> str:
    day = parse_date(_read_end(value, tables))
    if day.interval:
        raise ValueError(f'"{shown(value)}" is an interval: write one date, such as 2023-10-20')
    return day.text


_FEW = 1_000
"""Ids among which it takes no time to find a similar one."""
PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        "country": Parameter("countries", country_id, many=True, longest=LONGEST_NAME),
        "match": Parameter("match", _one_of(MATCHES, "match")),
        "type": Parameter("types", _one_of(event_types(), "type"), many=True),
        "status": Parameter("statuses", _one_of(STATUSES, "status"), many=True),
        "text": Parameter("text", _read_text),
        "actor": Parameter("actors", actor_id, many=True, longest=LONGEST_NAME),
        "dyad": Parameter("dyad", _read_dyad),
        "from": Parameter("begin", _read_end),
        "to": Parameter("end", _read_end),
        "event": Parameter("event", _read_event),
        "lanes": Parameter("lanes", _one_of(LANES, "lanes")),
        "pin": Parameter("pins", _read_pin, many=True, longest=LONGEST_NAME),
        "others": Parameter("others", _one_of(OTHERS, "others")),
        "links": Parameter("links", _one_of(LINKS, "links")),
        "nodes": Parameter("nodes", _one_of(NODES, "nodes")),
        "relations": Parameter("relations", _one_of(RELATIONS, "relations")),
        "after": Parameter("after", _read_after, longest=LONGEST_NAME),
        "within": Parameter("within", _read_within),
        "as_known_on": Parameter("as_known_on", _read_day),
    }
)
QUERY_NAMES = tuple(PARAMETERS)
