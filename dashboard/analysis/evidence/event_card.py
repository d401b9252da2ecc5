"""The card of one event as plain words: who, when, where, who says so, and in which sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.evidence.event_claims import list_claims
from dashboard.analysis.evidence.event_facts import describe_parties, list_facts, name_dates
from dashboard.analysis.evidence.event_relations import list_counted
from dashboard.analysis.evidence.left_out import describe_cut
from dashboard.analysis.evidence.linked import name_linked
from dashboard.analysis.evidence.voices import lay_out_voices
from dashboard.analysis.link_targets import opening
from dashboard.model.book import STATUSES
from dashboard.model.codes import Role
from dashboard.model.date_parts import compact_of
from dashboard.model.labels import LINK_HEADINGS, STATUS_LABELS
from dashboard.model.limits import MOST_ITEMS
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.evidence.event_claims import ClaimLine, SourceLine
    from dashboard.analysis.evidence.event_facts import Fact, Party
    from dashboard.analysis.evidence.event_relations import CountedDyad
    from dashboard.analysis.evidence.linked import Linked
    from dashboard.analysis.evidence.voices import Voices
    from dashboard.model.event_types import EventType
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_HEADINGS = tuple((kind, end) for kind in LINK_HEADINGS for end in range(2))
"""Kind of link and position in ``LINK_HEADINGS`` of each heading, in the order of the card."""


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link to another event.

    Attributes:
        heading: what the other event is to the open one: ``Answered by``.
        id: id of the other event; ``query`` opens its card.
        title: its title; ``lang`` is its language, a BCP 47 tag.
        when: its date in few characters.
    """

    heading: str
    id: str
    title: str
    lang: str
    when: str
    query: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """The card of an event, without any markup.

    Attributes:
        id: id of the event.
        title: its title, as the file has it.
        status: its status; ``standing`` is its label and ``meaning`` its meaning.
        closed: query string that closes the card.
        linked: the actors and dyads that it touches.
        dates: its date in words, and the day on which it became known, if later.
        parties: those who take part, by role; a role without anyone is left out.
        type: its type.
        score: its score, from -10 to +10.
        facts: place, tags and the other fields that have a value.
        line: 1-based line of the file, or 0.
        as_known: the day of ``as_known_on`` and what it leaves out, or an empty text.
        description: the description, or an empty text.
        voices: the parties over time; ``None`` without claims.
        claims: what is said about the event, in the order of the dates.
        sources: the sources of the event and of its claims, numbered.
        links: links from and to other events, at most ``MOST_ITEMS``, those of a heading together.
        more_links: number of links that are not listed.
        counted: the dyads that the event counts, by country or by actor as the relations are.
        more_counted: number of dyads that are not listed.
    """

    id: str
    title: str
    lang: str
    status: str
    standing: str
    meaning: str
    closed: str
    linked: Linked
    dates: tuple[str, ...]
    parties: Mapping[Role, tuple[Party, ...]]
    type: EventType
    score: float
    facts: tuple[Fact, ...]
    line: int
    as_known: str
    description: str
    voices: Voices | None
    claims: tuple[ClaimLine, ...]
    sources: tuple[SourceLine, ...]
    links: tuple[LinkLine, ...]
    more_links: int
    counted: tuple[CountedDyad, ...]
    more_counted: int


def describe_event(tables: Tables, selection: Selection) -> EventCard | None:
    """Return the card of the event that a selection opens; ``None`` if it opens no event."""
    row = tables.row_of.get(selection.event)
    if row is None:
        return None
    event: dict[str, Any] = {str(name): column.iat[row] for name, column in tables.events.items()}
    said, given = (
        table[table["event"] == row].to_dict("records") for table in (tables.claims, tables.sources)
    )
    claims, sources = list_claims(said, given, tables.directory)
    links, more_links = _links(tables, selection, row)
    counted, more_counted = list_counted(tables.level(selection.nodes), row)
    return EventCard(
        id=event["id"],
        title=str(event["title"]),
        lang=tables.languages[row],
        status=event["status"],
        standing=STATUS_LABELS[event["status"]].inline,
        meaning=gettext(STATUSES[event["status"]]),
        closed=opening(selection, ""),
        linked=name_linked(tables, np.array([row]), selection.nodes)[0],
        dates=name_dates(event),
        parties=describe_parties(tables, selection, row),
        type=tables.types[event["type"]],
        score=float(event["score"]),
        facts=tuple(list_facts(tables, event)),
        line=int(event["line"]),
        as_known=describe_cut(tables, selection.as_known_on, row),
        description=event["description"],
        voices=lay_out_voices(said, tables.directory),
        claims=claims,
        sources=sources,
        links=links,
        more_links=more_links,
        counted=counted,
        more_counted=more_counted,
    )


def _links(tables: Tables, selection: Selection, row: int) -> tuple[tuple[LinkLine, ...], int]:
    """Return the first links of an event, and the number of its other links."""
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    kinds = tables.links["kind"].to_numpy()
    forth, back = event == row, target == row
    headings = [
        *(_HEADINGS.index((each, 0)) for each in kinds[forth]),
        *(_HEADINGS.index((each, 1)) for each in kinds[back]),
    ]
    others = np.concatenate([target[forth], event[back]]).tolist()
    pairs = sorted(zip(headings, others, strict=True))[:MOST_ITEMS]
    events = tables.events.iloc[[other for _, other in pairs]]
    columns = zip(*(events[name] for name in ("id", "title", "date")), strict=True)
    lines = tuple(
        LinkLine(
            heading=gettext(LINK_HEADINGS[kind][end]),
            id=id_,
            title=str(title),
            lang=tables.languages[other],
            when=compact_of(date),
            query=opening(selection, id_),
        )
        for (each, other), (id_, title, date) in zip(pairs, columns, strict=True)
        for kind, end in [_HEADINGS[each]]
    )
    return lines, len(headings) - len(lines)
