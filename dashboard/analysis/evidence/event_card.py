"""The card of one event as plain words: who, when, where, who says so, and in which sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.evidence.event_facts import Fact, list_facts
from dashboard.analysis.evidence.event_relations import CountedDyad, list_counted
from dashboard.analysis.evidence.event_words import name_parties
from dashboard.analysis.evidence.left_out import describe_cut
from dashboard.analysis.link_targets import opening
from dashboard.model.book import LINK_KINDS, RELIABILITIES, STANCES, STATUSES
from dashboard.model.date_parts import words_of
from dashboard.model.labels import BACKWARD_LINKS, STANCE_LABELS, STATUS_LABELS
from dashboard.model.limits import MOST_ITEMS
from dashboard.query.tables import SOURCE_COLUMNS

if TYPE_CHECKING:
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with its label and the details that the file gives.

    Attributes:
        label: title, else publisher, author or address.
        url: address of the source, or an empty text.
        details: publisher, author and date in words, without the label.
        archive_url: address of an archived copy, or an empty text.
        reliability: letter and meaning: ``B: usually reliable``; or an empty text.
    """

    label: str
    url: str
    details: tuple[str, ...]
    archive_url: str
    reliability: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim about the event.

    Attributes:
        by: names of those who say it.
        stance: a key of ``STANCES``; ``words`` is its label and ``meaning`` its meaning.
        when: date in words, or an empty text.
        note: quote or summary, or an empty text.
        source: where it is said, if the file gives a source.
    """

    by: tuple[str, ...]
    stance: str
    words: str
    meaning: str
    when: str
    note: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link to another event.

    Attributes:
        words: what the open event is to the other one: ``is an answer to``.
        title: title of the other event; ``query`` opens its card.
        about: its date and its parties, in words.
    """

    words: str
    title: str
    query: str
    about: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """The card of an event, without any markup.

    Attributes:
        id: id of the event.
        title: its title, as the file has it.
        status: its status; ``standing`` is its label and ``meaning`` its meaning.
        closed: query string that closes the card.
        facts: date, parties, place, type, score, tags and line in the file.
        as_known: the day of ``as_known_on`` and what it leaves out, or an empty text.
        description: the description, or an empty text.
        claims: what is said about the event, in the order of the dates.
        sources: the sources of the event.
        links: links from and to other events, at most ``MOST_ITEMS``.
        more_links: number of links that are not listed.
        counted: the dyads that the event counts, by country or by actor as the relations are.
        more_counted: number of dyads that are not listed.
    """

    id: str
    title: str
    status: str
    standing: str
    meaning: str
    closed: str
    facts: tuple[Fact, ...]
    as_known: str
    description: str
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
    sources = tables.sources[tables.sources["event"] == row]
    links, more_links = _links(tables, selection, row)
    counted, more_counted = list_counted(tables.level(selection.nodes), row)
    return EventCard(
        id=event["id"],
        title=str(event["title"]),
        status=event["status"],
        standing=STATUS_LABELS[event["status"]].inline,
        meaning=STATUSES[event["status"]],
        closed=opening(selection, ""),
        facts=tuple(list_facts(tables, selection, row, event)),
        as_known=describe_cut(tables, selection.as_known_on, row),
        description=event["description"],
        claims=_claims(tables, row),
        sources=tuple(_source(source) for source in sources.to_dict("records")),
        links=links,
        more_links=more_links,
        counted=counted,
        more_counted=more_counted,
    )


def _claims(tables: Tables, row: int) -> tuple[ClaimLine, ...]:
    claims = tables.claims[tables.claims["event"] == row]
    return tuple(map(_claim, claims.to_dict("records")))


def _claim(claim: dict[Any, Any]) -> ClaimLine:
    source = {name: claim[f"source_{name}"] for name in SOURCE_COLUMNS}
    return ClaimLine(
        by=tuple(claim["by"]),
        stance=claim["stance"],
        words=STANCE_LABELS[claim["stance"]].inline,
        meaning=STANCES[claim["stance"]],
        when=words_of(claim["date"]) if claim["date"] else "",
        note=claim["note"],
        source=_source(source) if any(source.values()) else None,
    )


def _source(source: dict[Any, Any]) -> SourceLine:
    label = source["title"] or source["publisher"] or source["author"] or source["url"]
    when = words_of(source["date"]) if source["date"] else ""
    letter = source["reliability"]
    return SourceLine(
        label=label,
        url=source["url"],
        details=tuple(
            text
            for text in (source["publisher"], source["author"], when)
            if text not in ("", label)
        ),
        archive_url=source["archive_url"],
        reliability=f"{letter}: {RELIABILITIES[letter]}" if letter else "",
    )


def _links(tables: Tables, selection: Selection, row: int) -> tuple[tuple[LinkLine, ...], int]:
    """Return the first links of an event, and the number of its other links."""
    event, target = (tables.links[name].to_numpy() for name in ("event", "target"))
    kind = tables.links["kind"].to_numpy()
    forth, back = event == row, target == row
    words = [
        *(LINK_KINDS[each] for each in kind[forth]),
        *(BACKWARD_LINKS[each] for each in kind[back]),
    ]
    others = np.concatenate([target[forth], event[back]])[:MOST_ITEMS]
    events = tables.events.iloc[others]
    columns = (events[name] for name in ("id", "title", "date"))
    parts = zip(words[:MOST_ITEMS], *columns, name_parties(tables, others, 3), strict=True)
    lines = tuple(
        LinkLine(each, str(title), opening(selection, id_), f"{words_of(date)} · {parties}")
        for each, id_, title, date, parties in parts
    )
    return lines, len(words) - len(lines)
