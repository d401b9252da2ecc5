"""Sequences as two choices and a list; the value of an option is a query string."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import h, link, woven
from dashboard.page.options import draw_menu
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from dashboard.analysis.link import Link
    from dashboard.analysis.relations.sequences import ListedPair, Reactor, Sequences
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport


def draw(sequences: Sequences, _viewport: Viewport) -> list[Markup]:
    """Return the choices of an act and of the days, and the reactions to the act."""
    choices = h.div(
        h.label(
            woven(
                pgettext("a menu of acts; “within {days}” follows", "After {act}"),
                act=draw_menu(sequences.acts),
            )
        ),
        h.label(
            woven(
                pgettext("a menu of numbers of days, after “After {act}”", "within {days}"),
                days=draw_menu({"": sequences.days}),
            )
        ),
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


def _reactor(one: Reactor) -> Markup:
    summary = h.summary(h.b(h.bdi(one.name)), f" {one.words}")
    pairs = h.ul(map(_pair, one.pairs), class_="links")
    return h.li(h.details(summary, pairs, open=one.is_open))


def _pair(pair: ListedPair) -> Markup:
    parts = {"act": _event(pair.act), "when": pair.when, "reaction": _event(pair.reaction)}
    if pair.linked:
        sentence = gettext("{act} → {when}: {reaction}, which answers it by the file's own links")
    else:
        sentence = gettext("{act} → {when}: {reaction}")
    return h.li(woven(sentence, **parts))


def _event(event: Link) -> Markup:
    return link(event.query, h.bdi(event.words))
