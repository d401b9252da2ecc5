"""Aligned on an event: the menu of days zero, and a strip with its heading for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.relations.chart_tables import tabulate_strips
from dashboard.figures.aligned import draw_strip
from dashboard.markup import h, link
from dashboard.page.options import draw_menu
from dashboard.page.table import draw_folded
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.aligned import Aligned, Strip
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport


def draw(aligned: Aligned, viewport: Viewport) -> list[Markup]:
    """Return the menu and the strips, or an invitation to choose day 0."""
    label = pgettext("label of a menu of events", "Day 0")
    menu = draw_menu(aligned.options, class_="change-choice", aria_label=label)
    lead = h.p(aligned.lead, class_="quiet" if aligned.strips else "empty")
    strips = (part for strip in aligned.strips for part in _strip(aligned, strip, viewport))
    if not aligned.strips:
        return [menu, lead]
    finding = h.p(aligned.finding, class_="finding")
    return [menu, lead, *strips, finding, draw_folded(tabulate_strips(aligned))]


def _strip(aligned: Aligned, strip: Strip, viewport: Viewport) -> Iterator[Markup]:
    remove = link(
        strip.without,
        h.span("×", aria_hidden="true"),
        h.span(gettext("Remove {event}", event=strip.name.words), class_="only-heard"),
        class_="button",
    )
    yield h.h3(link(strip.name.query, strip.name.words), remove, class_="strip-name")
    yield draw_strip(aligned, strip, viewport.change[0])
    yield h.p(strip.words, class_="quiet")
