"""The card of one event as markup; the direction of each text of the file is isolated."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from dashboard.analysis.tone import tone_of
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.figures.voices import draw_voices, key_of_stance
from dashboard.markup import Markup, h, link, outside_link
from dashboard.model.codes import Role
from dashboard.words.direction import isolated
from dashboard.words.numbers import count, signed_as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.evidence.event_card import EventCard, LinkLine
    from dashboard.analysis.evidence.event_claims import ClaimLine, SourceLine
    from dashboard.analysis.evidence.event_facts import Party
    from dashboard.analysis.evidence.event_relations import CountedDyad

_SHORT_TEXT = 110
"""Characters of a description that is shown whole; a longer one is folded to two lines."""
_MOST_CLAIMS = 6
"""Claims that are shown at once; a single further one is shown, too."""
_FEW_SOURCES = 3
"""Sources that are shown at once beside claims, each of which links to its own."""
_COUNTED = "Dyads that the event counts"
_NO_DYAD = "no dyad: nobody else takes part"


def draw_card(card: EventCard | None, *, edits: bool = False) -> list[Markup]:
    """Return the card, or an empty list if no event is open.

    Args:
        card: the card of the open event.
        edits: whether the card has the buttons that edit and duplicate the event.
    """
    if card is None:
        return []
    facts = [(fact.name, fact.text) for fact in card.facts]
    facts += [("In the file", f"line {card.line}")] if card.line else []
    tools = [
        h.button("Edit", class_="button", type="button", data_edit=card.id),
        h.button("Duplicate", class_="button", type="button", data_copy=card.id),
    ]
    body = [
        h.div(
            h.h2(card.title, id="card-title", dir="auto", lang=card.lang or None, tabindex=-1),
            *(tools if edits else ()),
            _close(card.closed),
            class_="card-head",
        ),
        h.p(
            _with_meaning(card.standing, f"badge badge-{card.status}", card.meaning),
            h.span(card.meaning, class_="only-heard"),
            h.span(", ".join(card.dates), class_="card-dates"),
        ),
        h.p(_acts(card), class_="card-acts"),
        h.p(card.as_known, class_="quiet") if card.as_known else None,
        _description(card.description, card.lang or None),
        _voices(card),
        _sources(card.sources, is_open=not card.claims or len(card.sources) <= _FEW_SOURCES),
        _links(card.links, card.more_links),
        h.dl(map(_fact, facts), class_="facts") if facts else None,
        _counted(card),
    ]
    linked = {"data_actors": card.linked.actors, "data_dyads": card.linked.dyads}
    return [h.article(body, class_="card", data_event=card.id, **linked)]


def draw_no_card(day: str, closed: str) -> list[Markup]:
    """Return the words in place of the card of an event that was not known on a day.

    Args:
        day: the day in words.
        closed: query string without the event.
    """
    return [
        h.div(
            h.h2(f"Not known on {day}", id="card-title", tabindex=-1),
            _close(closed),
            class_="card-head",
        ),
        h.p("The event of this address became known later.", class_="quiet"),
    ]


def _close(query: str) -> Markup:
    cross = h.span("×", aria_hidden="true")
    return link(query, cross, class_="card-close", aria_label="Close this event")


def _acts(card: EventCard) -> list[object]:
    """Return parties, type and score: ``North Korea → Russia · Military aid · +8.3``."""
    actors, targets, aimed_at = (card.parties.get(role, ()) for role in Role)
    symbol = key(tone_of(card.score), is_established=STATUS_STYLES[card.status].is_established)
    return [
        symbol,
        " ",
        _parties(actors),
        *([" → ", _parties(targets)] if targets else []),
        *([" (aimed at ", _parties(aimed_at), ")"] if aimed_at else []),
        " · ",
        h.bdi(card.type.label),
        " · ",
        h.span("score ", class_="only-heard"),
        signed_as_written(card.score),
    ]


def _parties(parties: Iterable[Party]) -> list[object]:
    return _separated(", ", map(_party, parties))


def _party(party: Party) -> list[object]:
    words = f"Only events with {isolated(party.country or party.name)}"
    name = link(
        party.query,
        h.bdi(party.name),
        data_tip=words,
        aria_description=words,
        data_actor=party.node,
    )
    return [name, " (", h.bdi(party.country), ")"] if party.country else [name]


def _description(text: str, lang: str | None) -> Markup | None:
    """Return the description with its lines; a long one is folded until it is opened."""
    if len(text) <= _SHORT_TEXT:
        return h.p(text, dir="auto", lang=lang, class_="description") if text else None
    folded = h.summary(h.span(text, dir="auto", lang=lang, class_="description"))
    return h.details(folded, class_="folded")


def _fact(fact: tuple[str, str]) -> Markup:
    return h.div(h.dt(fact[0]), h.dd(fact[1]))


def _voices(card: EventCard) -> list[Markup]:
    """Return the parties over time and the claims."""
    if card.voices is None:
        return []
    most = _MOST_CLAIMS if len(card.claims) > _MOST_CLAIMS + 1 else len(card.claims)
    shown, rest = card.claims[:most], card.claims[most:]
    more = h.summary(f"{count(len(rest), 'more claim')}")
    return [
        h.h3("Who says so", class_="voices-head"),
        h.div(
            draw_voices(card.voices),
            class_="scroller",
            role="group",
            aria_label="Who says so, over time",
            tabindex=0,
        ),
        h.ol(map(_claim, enumerate(shown, 1)), class_="claims"),
        *(
            [h.details(more, h.ol(map(_claim, enumerate(rest, most + 1)), class_="claims"))]
            if rest
            else []
        ),
    ]


def _claim(numbered: tuple[int, ClaimLine]) -> Markup:
    number, claim = numbered
    names: list[list[object]] = [[h.bdi(one.name, data_actor=one.party)] for one in claim.by]
    note: list[object] = (
        [h.span(claim.note, dir="auto", class_="description")] if claim.note else []
    )
    source = _reference(claim.source) if claim.source else []
    return h.li(
        h.div(
            h.span(claim.when, class_="claim-date") if claim.when else None,
            key_of_stance(claim.stance),
            " ",
            h.strong(_separated(", ", names)),
            " ",
            _with_meaning(claim.words, f"stance stance-{claim.stance}", claim.meaning, claim.day),
            h.span(" first", class_="quiet") if claim.is_first_denial else None,
            class_="claim-head",
        ),
        h.div(_separated(" · ", filter(None, [note, source])), class_="quiet")
        if note or source
        else None,
        class_=f"claim claim-{claim.stance}",
        data_claim=number,
    )


def _with_meaning(words: str, names: str, *meaning: str) -> Markup:
    """Return a word whose meaning is a tip, by pointer and by keyboard, and its description."""
    lines = "\n".join(filter(None, meaning))
    return h.span(words, class_=names, data_tip=lines, aria_description=lines, tabindex=0)


def _reference(source: SourceLine) -> list[object]:
    """Return the short name of the source of a claim, linked, and its number in the list."""
    name = outside_link(source.url, source.short) if source.url else h.bdi(source.short)
    return [name, f" [{source.number}]"]


def _sources(sources: tuple[SourceLine, ...], *, is_open: bool) -> Markup:
    if not sources:
        return h.p("No source is given.", class_="quiet")
    items = (h.li(_source(each), value=each.number) for each in sources)
    heading = h.summary(h.h3(count(len(sources), "source")))
    return h.details(heading, h.ol(items, class_="sources"), open=is_open)


def _source(source: SourceLine) -> list[object]:
    """Return the label of a source, linked if there is an address, and its details."""
    label = outside_link(source.url, source.label) if source.url else h.bdi(source.label)
    named = h.span(label, lang=source.lang) if source.lang else label
    parts: list[object] = [named, *map(h.bdi, source.details)]
    if source.archive_url:
        parts.append(outside_link(source.archive_url, "archived copy"))
    if source.reliability:
        parts.append(source.reliability)
    return _separated(" · ", ([part] for part in parts))


def _links(links: tuple[LinkLine, ...], more: int) -> list[Markup]:
    """Return the linked events, under a heading for each kind of link."""
    parts = []
    for heading, lines in groupby(links, lambda line: line.heading):
        items = (
            h.li(
                h.span(each.when, class_="row-date"),
                link(
                    each.query, each.title, dir="auto", lang=each.lang or None, data_event=each.id
                ),
            )
            for each in lines
        )
        parts += [h.h3(heading), h.ul(items, class_="links")]
    return [*parts, h.p(f"and {more:,} more", class_="quiet")] if more else parts


def _counted(card: EventCard) -> Markup:
    """Return the type and the score, and the dyads that the event counts, on demand."""
    dyads, more = card.counted, card.more_counted
    kind = [h.bdi(card.type.label), f" · {card.type.group.inline} · {card.type.code_in_words}"]
    score = f" · score {signed_as_written(card.score)} on a scale from −10 to +10"
    number = count(len(dyads) + more, "dyad") if dyads else _NO_DYAD
    return h.details(
        h.summary(h.h3(f"How it counts: {number}")),
        h.p(kind, score, class_="quiet"),
        h.div(_dyads(dyads), class_="scroller", tabindex=0, role="region", aria_label=_COUNTED)
        if dyads
        else None,
        h.p(f"and {more:,} more dyads", class_="quiet") if more else None,
        class_="counted",
    )


def _dyads(dyads: tuple[CountedDyad, ...]) -> Markup:
    rows = (
        h.tr(
            h.th(h.bdi(one.source), " ↔ " if one.both else " → ", h.bdi(one.target), scope="row"),
            h.td(signed_as_written(one.score), class_="number"),
            h.td(one.reason, class_="quiet"),
            data_dyad=one.ids,
        )
        for one in dyads
    )
    heads = [h.th(words, scope="col") for words in ("Dyad", "Score")]
    heads.append(h.th("Reason", scope="col", class_="words"))
    return h.table(h.thead(h.tr(heads)), h.tbody(rows), class_="dyads", aria_label=_COUNTED)


def _separated(separator: str, parts: Iterable[list[object]]) -> list[object]:
    """Return the parts of all lists in one list, with a separator between two lists."""
    return [*chain.from_iterable([separator, *part] for part in parts)][1:]
