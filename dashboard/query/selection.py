"""The selection: what the reader of the page chose, as URL, as filter and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode

import numpy as np

from dashboard.model.actors import ActorDirectory
from dashboard.model.book import STATUSES
from dashboard.model.dates import DateError, parse_date
from dashboard.model.event_types import event_types
from dashboard.query.matching import has_countries, has_dyad
from dashboard.query.window import Window, months_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.query.tables import BoolArray, Tables

MATCHES = {"any": "any of the countries takes part", "all": "all of them take part"}
LANES = {"country": "Country", "actor": "Actor", "type": "Type"}


class Unknown(NamedTuple):
    """A part of a query that means nothing here: shown and removable, never fatal."""

    name: str
    value: str
    reason: str


class Selected(NamedTuple):
    """Which events a selection picks, one flag for each row of ``Tables.events``.

    Attributes:
        matching: passes all filters, at whatever time.
        visible: passes all filters and overlaps the window.
    """

    matching: BoolArray
    visible: BoolArray


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose; each field bears the name it has in the URL, in the plural if many.

    Attributes:
        countries: ids of countries (or organisations of no country).
        match: a key of ``MATCHES``.
        types: ids of event types.
        statuses: statuses.
        text: words that all must occur in title, description, place or tags.
        dyad: source and target country: only events in which the one acts on the other.
        window: the stretch of time in view; ``None`` is all of it.
        event: id of the event whose card is open, or an empty text.
        lanes: what the timeline has lanes for, a key of ``LANES``.
        as_known_on: an EDTF date; what was not public by its end is left out.
        unknown: parts of the query that mean nothing here.
    """

    countries: tuple[str, ...] = ()
    match: str = "any"
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    text: str = ""
    dyad: tuple[str, str] | None = None
    window: Window | None = None
    event: str = ""
    lanes: str = "country"
    as_known_on: str = ""
    unknown: tuple[Unknown, ...] = field(default=(), compare=False)

    @classmethod
    def from_query(cls, query: str | Iterable[tuple[str, str]], tables: Tables) -> Selection:
        """Read a query string, or its pairs of name and value.

        Countries may go by any name that an events file may use. What means nothing with these
        tables is gathered in ``unknown``.
        """
        if isinstance(query, str):
            pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=False)
        else:
            pairs = list(query)
        selection = cls()
        ends = {"from": "", "to": ""}
        for name, value in pairs:
            if name in ends:
                ends[name] = value.strip()
                continue
            reader = _READERS.get(name)
            if reader is None:
                reason = f"there is no parameter {name}: use one of {', '.join(QUERY_NAMES)}"
                selection = selection.without_meaning(name, value, reason)
                continue
            try:
                selection = reader(selection, value.strip(), tables)
            except ValueError as error:
                selection = selection.without_meaning(name, value, str(error))
        return selection.with_window_texts(ends["from"], ends["to"])

    def with_window_texts(self, begin: str, end: str) -> Selection:
        """Return the selection with the window between two EDTF dates, both included."""
        if not begin and not end:
            return self
        try:
            return replace(self, window=Window.from_texts(begin, end))
        except DateError as error:
            bad = "to" if _is_date(begin) else "from"
            return self.without_meaning(bad, end if bad == "to" else begin, str(error))
        except ValueError as error:
            return self.without_meaning("to", end, str(error))

    def without_meaning(self, name: str, value: str, reason: str) -> Selection:
        """Return the selection with one more unknown part."""
        return replace(self, unknown=(*self.unknown, Unknown(name, value, reason)))

    def to_query(self) -> str:
        """Return the query string, without ``?``: only what differs from the default."""
        begin, end = self.window.texts() if self.window else ("", "")
        pairs = [
            *(("country", id_) for id_ in self.countries),
            ("match", self.match if self.match != "any" else ""),
            *(("type", id_) for id_ in self.types),
            *(("status", status) for status in self.statuses),
            ("text", self.text),
            ("dyad", ":".join(self.dyad or ())),
            ("from", begin),
            ("to", end),
            ("event", self.event),
            ("lanes", self.lanes if self.lanes != "country" else ""),
            ("as_known_on", self.as_known_on),
        ]
        return urlencode([(name, value) for name, value in pairs if value], safe=":")

    def apply(self, tables: Tables) -> Selected:
        """Return which events the selection picks."""
        matching = np.ones(len(tables.events), dtype=bool)
        if self.countries:
            matching &= has_countries(tables, self.countries, self.match)
        if self.types:
            chosen = [list(event_types()).index(id_) for id_ in self.types]
            matching &= np.isin(tables.type_code, chosen)
        if self.statuses:
            chosen = [list(STATUSES).index(status) for status in self.statuses]
            matching &= np.isin(tables.status_code, chosen)
        if self.text:
            matching &= tables.text.matches(self.text)
        if self.dyad:
            matching &= has_dyad(tables, *self.dyad)
        if self.as_known_on:
            matching &= tables.events["known"].to_numpy() < parse_date(self.as_known_on).upper
        if self.window is None:
            return Selected(matching, matching)
        overlaps = (tables.lower < self.window.upper) & (tables.upper > self.window.lower)
        return Selected(matching, matching & overlaps)

    def describe(self, tables: Tables, selected: Selected | None = None) -> str:
        """Return the selection in words: ``5 of 16 events · Japan · Aug 2023 – Oct 2024``."""
        visible = (selected or self.apply(tables)).visible
        count = int(np.count_nonzero(visible))
        total = len(visible)
        noun = "event" if total == 1 else "events"
        counted = f"{total:,} {noun}" if count == total else f"{count:,} of {total:,} {noun}"
        return " · ".join([counted, *self.criteria(tables), *self._time_in_words(tables, visible)])

    def criteria(self, tables: Tables) -> list[str]:
        """Return each filter but the window in words."""
        names = tables.country_names
        types = event_types()
        words = []
        if self.countries:
            joint = " and " if self.match == "all" else " or "
            words.append(joint.join(names.get(id_, id_) for id_ in self.countries))
        if self.dyad:
            words.append(" → ".join(names.get(id_, id_) for id_ in self.dyad))
        if self.types:
            words.append(" or ".join(types[id_].label for id_ in self.types))
        if self.statuses:
            words.append(" or ".join(self.statuses))
        if self.text:
            words.append(f"“{self.text}”")
        if self.as_known_on:
            words.append(f"as known on {self.as_known_on}")
        return words

    def _time_in_words(self, tables: Tables, visible: BoolArray) -> list[str]:
        if self.window is not None:
            return [self.window.in_words()]
        if not visible.any():
            return []
        # An open end says nothing of when; the other bound of the same event does.
        events = tables.events
        lower = np.where(events["open_start"], tables.upper - 1, tables.lower)[visible].min()
        upper = np.where(events["open_end"], tables.lower + 1, tables.upper)[visible].max()
        return [months_in_words(int(lower), int(upper))]

    @property
    def filters_anything(self) -> bool:
        """Whether anything but the view (event, lanes) is chosen."""
        return replace(self, event="", lanes="country", match="any") != Selection()


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return not text
    return True


def country_id(text: str, tables: Tables) -> str:
    """Return the id of a country of the tables that goes by a name.

    Raises:
        ValueError: where no country of that name takes part in any event.
    """
    if text in tables.country_names:
        return text
    try:
        id_ = ActorDirectory.standard().resolve(text).id
    except LookupError as error:
        raise ValueError(str(error)) from error
    if id_ not in tables.country_names:
        raise ValueError(f"{text} takes part in no event of this file")
    return id_


def _add(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return values if value in values else (*values, value)


def _one_of(value: str, choices: Iterable[str], name: str) -> str:
    if value not in choices:
        raise ValueError(f'unknown {name} "{value}": use one of {", ".join(choices)}')
    return value


def _read_country(selection: Selection, value: str, tables: Tables) -> Selection:
    return replace(selection, countries=_add(selection.countries, country_id(value, tables)))


def _read_type(selection: Selection, value: str, _tables: Tables) -> Selection:
    return replace(selection, types=_add(selection.types, _one_of(value, event_types(), "type")))


def _read_status(selection: Selection, value: str, _tables: Tables) -> Selection:
    status = _one_of(value, STATUSES, "status")
    return replace(selection, statuses=_add(selection.statuses, status))


def _read_dyad(selection: Selection, value: str, tables: Tables) -> Selection:
    source, colon, target = value.partition(":")
    if not colon:
        raise ValueError(f'"{value}" is no dyad: write source:target, such as RUS:PRK')
    return replace(selection, dyad=(country_id(source, tables), country_id(target, tables)))


def _read_event(selection: Selection, value: str, tables: Tables) -> Selection:
    if value not in tables.row_of:
        raise ValueError(f'no event has the id "{value}"')
    return replace(selection, event=value)


def _read_as_known_on(selection: Selection, value: str, _tables: Tables) -> Selection:
    return replace(selection, as_known_on=parse_date(value).text)


_READERS: dict[str, Callable[[Selection, str, Tables], Selection]] = {
    "country": _read_country,
    "match": lambda chosen, value, _: replace(chosen, match=_one_of(value, MATCHES, "match")),
    "type": _read_type,
    "status": _read_status,
    "text": lambda chosen, value, _: replace(chosen, text=" ".join(value.split())),
    "dyad": _read_dyad,
    "event": _read_event,
    "lanes": lambda chosen, value, _: replace(chosen, lanes=_one_of(value, LANES, "lanes")),
    "as_known_on": _read_as_known_on,
}
QUERY_NAMES = (
    "country",
    "match",
    "type",
    "status",
    "text",
    "dyad",
    "from",
    "to",
    "event",
    "lanes",
    "as_known_on",
)
