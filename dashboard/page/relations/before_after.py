"""Before and after: the menu of what is compared, the drawing, and sentences below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.relations.chart_tables import tabulate_moves
from dashboard.figures.before_after import draw_before_after
from dashboard.markup import h
from dashboard.page.options import draw_menu
from dashboard.page.table import draw_folded

if TYPE_CHECKING:
    from dashboard.analysis.relations.before_after import BeforeAfter
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport

_LEGEND = "Hollow: mean {}. Filled: {}. Thin: fewer than three events. Numbers of events; "
_JOINT = "after +, events in which the two only act together on others"


def draw(before_after: BeforeAfter, viewport: Viewport) -> list[Markup]:
    """Return the menu, the rows that fit the panel, and what they show."""
    width, scale = viewport.change[0], viewport.scale
    menu = draw_menu(before_after.options, class_="change-choice", aria_label="Compare")
    if not before_after.rows:
        return [*([menu] if before_after.options else []), h.p(before_after.note, class_="empty")]
    joint = any(row.before.joint or row.after.joint for row in before_after.rows)
    legend = _LEGEND.format(*before_after.sides) + (_JOINT if joint else "a click lists them")
    file = f"api/before_after.csv?{before_after.query}"
    more = h.p(
        f"and {before_after.more:,} more pairs: ", h.a("all as CSV", href=file, download=True)
    )
    return [
        menu,
        draw_before_after(before_after, width, scale),
        *([more] if before_after.more else []),
        h.p(before_after.finding, class_="finding"),
        h.p(f"{legend}. {before_after.note}", class_="quiet"),
        draw_folded(tabulate_moves(before_after)),
    ]
