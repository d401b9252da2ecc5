"""Before and after: the menu of what is compared, the drawing, and sentences below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.relations.chart_tables import tabulate_moves
from dashboard.analysis.relations.half_words import legend_of
from dashboard.figures.before_after import draw_before_after
from dashboard.markup import h, woven
from dashboard.page.options import draw_menu
from dashboard.page.table import draw_folded
from dashboard.words.language import gettext, ngettext, pgettext

if TYPE_CHECKING:
    from dashboard.analysis.relations.before_after import BeforeAfter
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport


def draw(before_after: BeforeAfter, viewport: Viewport) -> list[Markup]:
    """Return the menu, the rows that fit the panel, and what they show."""
    width, scale = viewport.change[0], viewport.scale
    label = pgettext("label of a menu: what to compare", "Compare")
    menu = draw_menu(before_after.options, class_="change-choice", aria_label=label)
    if not before_after.rows:
        return [*([menu] if before_after.options else []), h.p(before_after.note, class_="empty")]
    return [
        menu,
        draw_before_after(before_after, width, scale),
        *([_more(before_after)] if before_after.more else []),
        h.p(before_after.finding, class_="finding"),
        h.p(f"{legend_of(before_after)} {before_after.note}", class_="quiet"),
        draw_folded(tabulate_moves(before_after)),
    ]


def _more(before_after: BeforeAfter) -> Markup:
    """Return the number of pairs that are left out, with a link to the file of all."""
    file = f"api/before_after.csv?{before_after.query}"
    sentence = ngettext(
        "and {n} more pair: {all_as_csv}",
        "and {n} more pairs: {all_as_csv}",
        before_after.more,
        all_as_csv="{all_as_csv}",
    )
    download = h.a(gettext("all as CSV"), href=file, download=True)
    return h.p(woven(sentence, all_as_csv=download))
