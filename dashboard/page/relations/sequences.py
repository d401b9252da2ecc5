"""Sequences as two choices and a list; the value of an option is a query string."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.page.h import h
from dashboard.page.links import link

if TYPE_CHECKING:
    from dashboard.analysis.link import Link
    from dashboard.analysis.relations.sequences import ListedPair, Reactor, Sequences
    from dashboard.page.h import Markup
    from dashboard.page.viewport import Viewport


def draw(sequences: Sequences, _viewport: Viewport) -> list[Markup]:
    """Return the choices of an act and of the days, and the reactions to the act."""
    options = (
        h.optgroup(map(_option, links), label=group) if group else map(_option, links)
        for group, links in sequences.acts.items()
    )
    days = map(_option, sequences.days)
    choices = h.div(
        h.label("After ", h.select(options, data_follow=True)),
        h.label("within ", h.select(days, data_follow=True)),
        class_="sequence-choices",
    )
    if not sequences.note:
        return [choices, h.p(sequences.lead, class_="empty")]
    reactors = h.ul(map(_reactor, sequences.reactors), class_="reactions")
    return [
        choices,
        h.p(sequences.lead),
        *([reactors] if sequences.reactors else []),
        h.p(sequences.note, class_="quiet"),
    ]


def _option(choice: Link) -> Markup:
    return h.option(choice.words, value=choice.query, selected=choice.chosen)


def _reactor(one: Reactor) -> Markup:
    summary = h.summary(h.b(h.bdi(one.name)), f" {one.words}")
    pairs = h.ul(map(_pair, one.pairs), class_="links")
    return h.li(h.details(summary, pairs, open=one.is_open))


def _pair(pair: ListedPair) -> Markup:
    relation = f", {pair.relation}" if pair.relation else None
    return h.li(_event(pair.act), f" → {pair.when}: ", _event(pair.reaction), relation)


def _event(event: Link) -> Markup:
    return link(event.query, h.bdi(event.words))
