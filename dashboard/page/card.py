"""The card of one event as markup; the direction of each text of the file is isolated."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from dashboard.analysis.evidence.event_words import parties_sentence
from dashboard.analysis.tone import tone_of
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.figures.voices import draw_voices, key_of_stance
from dashboard.markup import Markup, h, link, outside_link, woven
from dashboard.model.codes import Role
from dashboard.page.counted_dyads import draw_counted
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext, pgettext
from dashboard.words.lists import in_row
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.evidence.event_card import EventCard, LinkLine
    from dashboard.analysis.evidence.event_claims import ClaimLine, SourceLine
    from dashboard.analysis.evidence.event_facts import Party

_SHORT_TEXT = 110
"""Characters of a description that is shown whole; a longer one is folded to two lines."""
_MOST_CLAIMS = 6
"""Claims that are shown at once; a single further one is shown, too."""
_FEW_SOURCES = 3
"""Sources that are shown at once beside claims, each of which links to its own."""


def draw_card(card: EventCard | None, *, edits: bool = False) -> list[Markup]:
    """Return the card, or an empty list if no event is open.

    Args:
        card: the card of the open event.
        edits: whether the card has the buttons that edit and duplicate the event.
    """
    if card is None:
        return []
    facts = [(fact.name, fact.text) for fact in card.facts]
    if card.line:
        place = pgettext("a line of the file, by its number", "line {line}", line=str(card.line))
        facts.append((pgettext("the name of a fact: the line of an event", "In the file"), place))
    tools = [
        h.button(pgettext("a button", "Edit"), class_="button", type="button", data_edit=card.id),
        h.button(
            pgettext("a button", "Duplicate"), class_="button", type="button", data_copy=card.id
        ),
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
            h.span(in_row(card.dates), class_="card-dates"),
        ),
        h.p(_acts(card), class_="card-acts"),
        h.p(card.as_known, class_="quiet") if card.as_known else None,
        _description(card.description, card.lang or None),
        _voices(card),
        _sources(card.sources, is_open=not card.claims or len(card.sources) <= _FEW_SOURCES),
        _links(card.links, card.more_links),
        h.dl(map(_fact, facts), class_="facts") if facts else None,
        draw_counted(card),
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
            h.h2(gettext("Not known on {day}", day=day), id="card-title", tabindex=-1),
            _close(closed),
            class_="card-head",
        ),
        h.p(gettext("The event of this address became known later."), class_="quiet"),
    ]


def _close(query: str) -> Markup:
    cross = h.span("×", aria_hidden="true")
    return link(query, cross, class_="card-close", aria_label=gettext("Close this event"))


def _acts(card: EventCard) -> list[object]:
    """Return parties, type and score: ``North Korea → Russia · Military aid · +8.3``."""
    actors, targets, third_parties = (card.parties.get(role, ()) for role in Role)
    symbol = key(tone_of(card.score), is_established=STATUS_STYLES[card.status].is_established)
    parties = woven(
        parties_sentence(bool(targets), bool(third_parties)),
        actors=_parties(actors),
        targets=_parties(targets),
        third_parties=_parties(third_parties),
    )
    return [
        symbol,
        " ",
        parties,
        " · ",
        h.bdi(card.type.label),
        " · ",
        h.span(pgettext("before the score of an event", "score"), " ", class_="only-heard"),
        signed_as_written(card.score),
    ]


def _parties(parties: Iterable[Party]) -> list[object]:
    return _separated(_comma(), map(_party, parties))


def _party(party: Party) -> list[object]:
    words = gettext("Only events with {name}", name=isolated(party.country or party.name))
    name = link(
        party.query,
        h.bdi(party.name),
        data_tip=words,
        aria_description=words,
        data_actor=party.node,
    )
    if not party.country:
        return [name]
    return woven(
        pgettext("an actor and its country", "{name} ({country})"),
        name=name,
        country=h.bdi(party.country),
    )


def _description(text: str, lang: str | None) -> Markup | None:
    """Return the description with its lines; a long one is folded until it is opened."""
    if len(text) <= _SHORT_TEXT:
        return h.p(text, dir="auto", lang=lang, class_="description") if text else None
    more, less = pgettext("more of a text", "more"), pgettext("less of a text", "less")
    words = h.span(text, dir="auto", lang=lang, class_="description")
    return h.details(h.summary(words, data_more=more, data_less=less), class_="folded")


def _fact(fact: tuple[str, str]) -> Markup:
    return h.div(h.dt(fact[0]), h.dd(fact[1]))


def _voices(card: EventCard) -> list[Markup]:
    """Return the parties over time and the claims."""
    if card.voices is None:
        return []
    most = _MOST_CLAIMS if len(card.claims) > _MOST_CLAIMS + 1 else len(card.claims)
    shown, rest = card.claims[:most], card.claims[most:]
    more = h.summary(ngettext("{n} more claim", "{n} more claims", len(rest)))
    return [
        h.h3(pgettext("heading of the claims", "Who says so"), class_="voices-head"),
        h.div(
            draw_voices(card.voices),
            class_="scroller",
            role="group",
            aria_label=gettext("Who says so, over time"),
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
    stance = f"stance stance-{claim.stance}"
    says = woven(
        pgettext("a claim: who makes it, and what they do: Russia denies", "{names} {stance}"),
        names=h.strong(_separated(_comma(), names)),
        stance=_with_meaning(claim.words, stance, claim.meaning, claim.day),
    )
    first = pgettext("after a claim: it is the first of several denials", "first")
    return h.li(
        h.div(
            h.span(claim.when, class_="claim-date") if claim.when else None,
            key_of_stance(claim.stance),
            " ",
            says,
            h.span(" ", first, class_="quiet") if claim.is_first_denial else None,
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
        return h.p(gettext("No source is given."), class_="quiet")
    items = (h.li(_source(each), value=each.number) for each in sources)
    heading = h.summary(h.h3(ngettext("{n} source", "{n} sources", len(sources))))
    return h.details(heading, h.ol(items, class_="sources"), open=is_open)


def _source(source: SourceLine) -> list[object]:
    """Return the label of a source, linked if there is an address, and its details."""
    label = outside_link(source.url, source.label) if source.url else h.bdi(source.label)
    named = h.span(label, lang=source.lang) if source.lang else label
    parts: list[object] = [named, *map(h.bdi, source.details)]
    if source.archive_url:
        parts.append(outside_link(source.archive_url, gettext("archived copy")))
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
    if more:
        # Translators: after a list of events: the number of those that are not listed.
        parts.append(h.p(ngettext("and {n} more", "and {n} more", more), class_="quiet"))
    return parts


def _separated(separator: str, parts: Iterable[list[object]]) -> list[object]:
    """Return the parts of all lists in one list, with a separator between two lists."""
    return [*chain.from_iterable([separator, *part] for part in parts)][1:]


def _comma() -> str:
    """Return the comma between two names of a row."""
    return in_row(("", ""))
