"""The dyads that an event counts, with its type and score, as markup for its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import Markup, h, woven
from dashboard.words.language import gettext, ngettext, pgettext
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from dashboard.analysis.evidence.event_card import EventCard
    from dashboard.analysis.evidence.event_relations import CountedDyad


def draw_counted(card: EventCard) -> Markup:
    """Return the type and the score, and the dyads that the event counts, on demand."""
    dyads, more = card.counted, card.more_counted
    kind = [h.bdi(card.type.label), f" · {card.type.group.inline} · {card.type.code_in_words}"]
    score = gettext("score {score} on a scale from −10 to +10", score=signed_as_written(card.score))
    heading = (
        ngettext("How it counts: {n} dyad", "How it counts: {n} dyads", len(dyads) + more)
        if dyads
        else gettext("How it counts: no dyad: nobody else takes part")
    )
    return h.details(
        h.summary(h.h3(heading)),
        h.p(kind, f" · {score}", class_="quiet"),
        _dyads(dyads) if dyads else None,
        h.p(ngettext("and {n} more dyad", "and {n} more dyads", more), class_="quiet")
        if more
        else None,
        class_="counted",
    )


def _dyads(dyads: tuple[CountedDyad, ...]) -> Markup:
    rows = (
        h.tr(
            h.th(_ends(one), scope="row"),
            h.td(signed_as_written(one.score), class_="number"),
            h.td(one.reason, class_="quiet"),
            data_dyad=one.ids,
        )
        for one in dyads
    )
    heads = [
        h.th(pgettext("a heading of a table", "Dyad"), scope="col"),
        h.th(pgettext("a heading of a table", "Score"), scope="col"),
        h.th(pgettext("a heading of a table", "Reason"), scope="col", class_="words"),
    ]
    label = gettext("Dyads that the event counts")
    table = h.table(h.thead(h.tr(heads)), h.tbody(rows), class_="dyads", aria_label=label)
    return h.div(table, class_="scroller", tabindex=0, role="region", aria_label=label)


def _ends(dyad: CountedDyad) -> list[object]:
    ends = {"source": h.bdi(dyad.source), "target": h.bdi(dyad.target)}
    if dyad.both:
        # Translators: the arrow of a language from right to left needs U+200F on both sides.
        return woven(gettext("{source} ↔ {target}"), **ends)
    # Translators: the arrow points from the source to the target; from right to left it is ← with
    # U+200F on both sides.
    return woven(gettext("{source} → {target}"), **ends)
