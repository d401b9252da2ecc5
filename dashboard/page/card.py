"""The card of one event as markup; the direction of each text of the file is isolated."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dashboard.page.h import Markup, h
from dashboard.page.links import link, outside_link
from dashboard.words.direction import isolated
from dashboard.words.numbers import count, signed_as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.evidence.event_card import ClaimLine, EventCard, LinkLine, SourceLine
    from dashboard.analysis.evidence.event_facts import Fact, Party
    from dashboard.analysis.evidence.event_relations import CountedDyad


def draw_card(card: EventCard | None, *, edits: bool = False) -> list[Markup]:
    """Return the card, or an empty list if no event is open.

    Args:
        card: the card of the open event.
        edits: whether the card has the button that edits the event.
    """
    if card is None:
        return []
    edit = h.button("Edit", class_="button", type="button", data_edit=card.id)
    return [
        h.div(
            h.h2(card.title, id="card-title", dir="auto"),
            edit if edits else None,
            _close(card.closed),
            class_="card-head",
        ),
        h.p(
            h.span(card.standing, class_=f"badge badge-{card.status}"),
            h.span(card.meaning, class_="quiet"),
        ),
        *([h.p(card.as_known, class_="quiet")] if card.as_known else []),
        h.dl(map(_fact, card.facts), class_="facts"),
        *([h.p(card.description, dir="auto")] if card.description else []),
        *_claims(card.claims),
        *_sources(card.sources),
        *_links(card.links, card.more_links),
        *_counted(card.counted, card.more_counted),
    ]


def draw_no_card(day: str, closed: str) -> list[Markup]:
    """Return the words in place of the card of an event that was not known on a day.

    Args:
        day: the day in words.
        closed: query string without the event.
    """
    return [
        h.div(
            h.h2(f"Not known on {day}", id="card-title"),
            _close(closed),
            class_="card-head",
        ),
        h.p("The event of this address became known later.", class_="quiet"),
    ]


def _close(query: str) -> Markup:
    return link(query, "Close", class_="card-close", aria_label="Close this event")


def _fact(fact: Fact) -> Markup:
    parties = _separated(", ", map(_party, fact.parties))
    return h.div(h.dt(fact.name), h.dd(parties if fact.parties else fact.text))


def _party(party: Party) -> list[object]:
    name = link(party.query, h.bdi(party.name), title=f"Only events with {isolated(party.name)}")
    return [name, " (", h.bdi(party.country), ")"] if party.country else [name]


def _claims(claims: tuple[ClaimLine, ...]) -> list[Markup]:
    if not claims:
        return []
    return [h.h3("Who says so"), h.ul(map(_claim, claims), class_="claims")]


def _claim(claim: ClaimLine) -> Markup:
    return h.li(
        h.div(
            h.strong(_separated(", ", ([h.bdi(name)] for name in claim.by))),
            " ",
            h.span(claim.words, class_=f"stance stance-{claim.stance}", title=claim.meaning),
            h.span(f" · {claim.when}", class_="quiet") if claim.when else None,
        ),
        h.div(claim.note, dir="auto") if claim.note else None,
        h.div(_source(claim.source), class_="quiet") if claim.source else None,
    )


def _sources(sources: tuple[SourceLine, ...]) -> list[Markup]:
    if not sources:
        return [h.h3("Sources"), h.p("No source is given.", class_="quiet")]
    return [h.h3("Sources"), h.ul((h.li(_source(each)) for each in sources), class_="sources")]


def _source(source: SourceLine) -> list[object]:
    """Return the label of a source, linked if there is an address, and its details."""
    label = outside_link(source.url, source.label) if source.url else h.bdi(source.label)
    parts: list[object] = [label, *map(h.bdi, source.details)]
    if source.archive_url:
        parts.append(outside_link(source.archive_url, "archived copy"))
    if source.reliability:
        parts.append(source.reliability)
    return _separated(" · ", ([part] for part in parts))


def _links(links: tuple[LinkLine, ...], more: int) -> list[Markup]:
    if not links:
        return []
    items = (
        h.li(
            f"{each.words} ",
            link(each.query, h.bdi(each.title)),
            h.span(f" · {each.about}", class_="quiet"),
        )
        for each in links
    )
    rest = h.li(f"and {more:,} more") if more else None
    return [h.h3("Links"), h.ul(items, rest, class_="links")]


def _counted(dyads: tuple[CountedDyad, ...], more: int) -> list[Markup]:
    """Return the dyads that the event counts in the charts of relations, on demand."""
    if not dyads:
        return []
    rows = (
        h.tr(
            h.th(h.bdi(one.source), " ↔ " if one.both else " → ", h.bdi(one.target), scope="row"),
            h.td(signed_as_written(one.score), class_="number"),
            h.td(one.reason, class_="quiet"),
        )
        for one in dyads
    )
    rest = h.p(f"and {more:,} more dyads", class_="quiet") if more else None
    heads = [h.th(words, scope="col") for words in ("Dyad", "Score")]
    heads.append(h.th("Reason", scope="col", class_="words"))
    table = h.table(h.thead(h.tr(heads)), h.tbody(rows), class_="dyads")
    summary = h.summary(f"How this event counts: {count(len(dyads) + more, 'dyad')}")
    return [h.details(summary, h.div(table, class_="scroller", tabindex=0), rest, class_="counted")]


def _separated(separator: str, parts: Iterable[list[object]]) -> list[object]:
    """Return the parts of all lists in one list, with a separator between two lists."""
    return [*chain.from_iterable([separator, *part] for part in parts)][1:]
