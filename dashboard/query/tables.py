"""The tables behind every query and figure: events, participants, relations, sources."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.model.actors import Actor, ActorDirectory
from dashboard.model.country_names import name_in_language
from dashboard.model.event_fields import COLUMNS, SEARCHED
from dashboard.model.event_types import EventType, event_types
from dashboard.model.fields import RECORDS
from dashboard.query.columns import IntArray, codes
from dashboard.query.instants import instants
from dashboard.query.levels import Level
from dashboard.query.packed import Packed, pack, pooled
from dashboard.query.postings import Postings
from dashboard.query.recent import Spoken
from dashboard.query.rows_by_id import RowsById
from dashboard.query.text_index import TextIndex
from dashboard.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE_COLUMNS = tuple(
    key for key, field in RECORDS["source"].items() if field.kind not in ("flag", "number")
)
"""Keys of a source whose values are texts."""

EVENT_COLUMNS = {column.name: column.dtype for column in COLUMNS}
"""Types of the columns of ``events``, see ``model.event_fields``; ``lower``, ``upper`` and
``known`` are seconds since 1970 in UTC, ``lower`` inclusive and ``upper`` exclusive; ``known`` is
the time at which the event became public, and ``status_since`` that from which a written status
holds."""
ACTOR_COLUMNS = dict.fromkeys(("id", "name", "kind", "country", "color"), "object")
SOURCE_TABLE = (
    {"event": "int32"}
    | dict.fromkeys(SOURCE_COLUMNS, "object")
    | {"restricted": "bool", "known": "int64"}
)
CLAIM_COLUMNS = {
    "event": "int32",
    "by": "object",
    "by_ids": "object",
    "stance": "object",
    "date": "object",
    "known": "int64",
    "status": "int8",
    "note": "object",
    **{f"source_{name}": kind for name, kind in SOURCE_TABLE.items() if name != "event"},
}
LINK_COLUMNS = {"event": "int32", "kind": "object", "target": "int32"}
_LARGE = 100_000
"""Number of events from which the memory of the tables matters."""
PERIOD_COLUMNS = {"name": "object", "date": "object", "lower": "int64", "upper": "int64"}


class Cut(NamedTuple):
    """The cut that leaves what was known on a day, see ``query.known``.

    Attributes:
        second: end of the day (exclusive), in seconds since 1970 in UTC.
        whole: tables of the whole file.
        rows: row in ``whole.events`` of each event that is left.
    """

    second: int
    whole: Tables
    rows: IntArray


@dataclass(frozen=True, eq=False)
class Tables:
    """Content of one events file as columns.

    Attributes:
        events: one row for each event, ordered by ``lower``, then the more precise first; the
            columns are ``EVENT_COLUMNS``.
        participants: event (row of ``events``) × actor × role × country, ordered by event;
            ``actor`` and ``country`` are categories of ids, ``country`` being the actor itself
            if it belongs to no country.
        actors: ``ACTOR_COLUMNS`` of each actor that takes part, in the order of the categories.
        countries: the same for each category of ``country``.
        sources: event, ``SOURCE_COLUMNS``, restricted (whether its content may not be passed on),
            known (the second at which its date has passed; ``MAX_SECOND`` without a date).
        claims: event, by (tuple of names), by_ids (tuple of ids), stance, date, known (as of a
            source, by the date of the claim or else of its source), status (code of the ``Status``
            to which this and the earlier claims lead), note, and the columns of the source with
            the prefix ``source_``; ordered by event and date, see ``model.standing.in_order``.
        links: event, kind, target (rows of ``events``).
        periods: name, date, lower, upper.
        lang: language of the texts of the file, a BCP 47 tag; empty if not given.
        directory: names by which the file and URLs may refer to an actor.
        blocs: blocs that the file lists or that take part, with their members.
        listed: ids of the actors that the file lists.
        zone: name of the time zone in which days are meant unless an event has its own.
        cut: the cut to what was known on a day; ``None`` for the whole file.
        types: the event types by id: the shipped ones, then those of the file.
        withheld: rows of the events without their content, see ``query.withheld``.
    """

    events: pd.DataFrame
    participants: pd.DataFrame
    actors: pd.DataFrame
    countries: pd.DataFrame
    sources: pd.DataFrame
    claims: pd.DataFrame
    links: pd.DataFrame
    periods: pd.DataFrame
    title: str = ""
    description: str = ""
    zone: str = "UTC"
    lang: str = ""
    directory: ActorDirectory = field(default_factory=ActorDirectory.standard, repr=False)
    blocs: tuple[Actor, ...] = ()
    listed: frozenset[str] = frozenset()
    cut: Cut | None = None
    types: Mapping[str, EventType] = field(default_factory=event_types, repr=False)
    withheld: IntArray = field(default_factory=lambda: np.empty(0, dtype=np.int64), repr=False)

    def prepare(self) -> None:
        """Compute the columns for which the first request would otherwise wait."""
        _ = (self.instant, self.rows_of_country, self.by_country.members, self.by_country.cells)

    def packed(self) -> Tables:
        """Return the tables in less memory if they are large, with the same values.

        Its columns of texts are then of the type of ``query.packed``, without ``.str``.
        """
        if len(self.events) < _LARGE:
            return self
        return replace(
            self,
            events=pack(self.events),
            sources=pack(self.sources),
            claims=pack(self.claims),
            links=pack(self.links),
        )

    @cached_property
    def languages(self) -> Packed:
        """The language of the texts of each event, a BCP 47 tag; empty if not given."""
        own, codes = pooled(self.events["lang"])
        return Packed(codes, np.array([lang or self.lang for lang in own], dtype=object))

    @cached_property
    def by_country(self) -> Level:
        """Relations and members by country."""
        return Level("country", self.events, self.participants, self.countries)

    @cached_property
    def by_actor(self) -> Level:
        """Relations and members by actor."""
        return Level("actor", self.events, self.participants, self.actors)

    def level(self, name: str) -> Level:
        """Return the relations and members by ``country`` or by ``actor``."""
        return self.by_actor if name == "actor" else self.by_country

    @property
    def relations(self) -> pd.DataFrame:
        """Event × source × target × score × kind between countries; see ``build_relations``."""
        return self.by_country.relations

    @cached_property
    def source_counts(self) -> IntArray:
        """Number of sources of each event."""
        rows = self.sources["event"].to_numpy()
        return np.bincount(rows, minlength=len(self.events)).astype(np.int32)

    @cached_property
    def lower(self) -> NDArray[np.int64]:
        """Start of each event, in seconds since 1970 in UTC."""
        return self.events["lower"].to_numpy()

    @cached_property
    def upper(self) -> NDArray[np.int64]:
        """End of each event (exclusive), in seconds since 1970 in UTC."""
        return self.events["upper"].to_numpy()

    @cached_property
    def instant(self) -> NDArray[np.float64]:
        """Second of the point that represents each event; see ``instants``."""
        return instants(self.events)

    @cached_property
    def participant_event(self) -> IntArray:
        """Row of the event of each participant."""
        return self.participants["event"].to_numpy()

    @cached_property
    def rows_of_country(self) -> Postings:
        """Rows of the events in which each country takes part, by its code."""
        country = codes(self.participants["country"])
        return Postings.of(country, self.participant_event, len(self.countries), len(self.events))

    @property
    def country_code(self) -> Mapping[str, int]:
        """Code of each country (or organisation of no country) that takes part, by id."""
        return self.by_country.code

    @cached_property
    def type_code(self) -> IntArray:
        """Code of the type of each event."""
        return codes(self.events["type"])

    @cached_property
    def status_code(self) -> IntArray:
        """Code of the status of each event."""
        return codes(self.events["status"])

    @cached_property
    def text(self) -> TextIndex:
        """The columns that the text filter searches."""
        return TextIndex.of(self.events[list(SEARCHED)])

    @cached_property
    def withheld_ids(self) -> frozenset[str]:
        """Ids of the events without their content."""
        return frozenset(self.events["id"].array[self.withheld])

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Row of ``events`` by id."""
        ids = self.events["id"].array
        if isinstance(ids, Packed):
            return RowsById(ids)
        return {id_: row for row, id_ in enumerate(self.events["id"])}

    @property
    def country_names(self) -> Mapping[str, str]:
        """Name of each country (or organisation of no country) that takes part, by id.

        It is in the language of this context, as is ``actor_names``.
        """
        level = self.by_country
        return self._spoken.remember(
            "countries", lambda: dict(zip(level.ids, level.names, strict=True))
        )

    @property
    def actor_names(self) -> Mapping[str, str]:
        """Name of each actor of the directory or the file, by id."""
        return self._spoken.remember("actors", self._name_actors)

    def _name_actors(self) -> Mapping[str, str]:
        known = {actor.id: name_in_language(actor.id, actor.name) for actor in self.directory}
        return known | dict(zip(self.by_actor.ids, self.by_actor.names, strict=True))

    @cached_property
    def _spoken(self) -> Spoken:
        return Spoken(2 * len(LANGUAGES))
