"""The measures as tables, each with a link to its CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import h, woven
from dashboard.page.table import draw_table
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from dashboard.analysis.relations.measures import Measures, Section
    from dashboard.analysis.table import Table
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport

_LONG = 10
"""Number of rows from which upward a link skips a table."""
_FILE = "CSV"
"""The part of the words of a link to a file that is seen; the others are only heard."""


def draw(measures: Measures, _viewport: Viewport) -> list[Markup]:
    """Return the sections and the definitions, or a sentence if there is nothing to measure."""
    if measures.note:
        return [h.p(measures.note, class_="empty")]
    terms = ((h.dt(term), h.dd(words)) for term, words in measures.definitions)
    return [
        *map(_section, measures.sections),
        h.details(h.summary(gettext("What the numbers mean")), h.dl(terms), class_="definitions"),
    ]


def _section(section: Section) -> Markup:
    download = h.a(
        (
            part if part == _FILE else h.span(part, class_="only-heard")
            for part in woven(section.download, CSV=_FILE)
        ),
        href=f"api/measures/{section.name}.csv?{section.query}",
        class_="button",
        download=f"{section.name}.csv",
    )
    first, *others = section.tables
    return h.section(
        h.div(h.h3(section.title), download, class_="panel-head"),
        _with_skip_link(first, section.name),
        (h.details(h.summary(table.title), draw_table(table)) for table in others),
        class_="measures",
    )


def _with_skip_link(table: Table, name: str) -> list[Markup]:
    """Return a table; a long one has a link to the element after it, for the keyboard."""
    drawn = draw_table(table)
    if table.rows < _LONG:
        return [drawn]
    skip = h.a(
        gettext("Skip the table {title}", title=table.title),
        href=f"#after-{name}",
        class_="jump",
    )
    return [skip, drawn, h.span(id=f"after-{name}", tabindex=-1)]
