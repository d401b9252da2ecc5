"""The matrix as a table whose cells open their events."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.analysis.tone import TONES_WITH_BOUNDS
from dashboard.markup import h, link
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, grouped, pgettext

if TYPE_CHECKING:
    from dashboard.analysis.relations.matrix import Cell, Matrix
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport

_EMPTY, _SELF = h.td(), h.td(class_="self")
"""The cell of two nodes without a relation, and that of a node with itself."""


def draw(matrix: Matrix, _viewport: Viewport) -> list[Markup]:
    """Return the matrix and its legend, or a sentence if there is no relation."""
    if not matrix.cells:
        return [h.p(matrix.caption, class_="empty")]
    heads = (
        h.th(_name(matrix, at, heading, tabindex=-1), scope="col")
        for at, heading in enumerate(matrix.headings)
    )
    groups = groupby(range(len(matrix.names)), key=matrix.camps.__getitem__)
    table = h.table(
        h.caption(matrix.caption),
        h.thead(h.tr(h.td(), heads)),
        (_camp(matrix, camp, list(rows)) for camp, rows in groups),
        class_="matrix large" if matrix.is_large else "matrix",
    )
    frame = h.div(table, class_="scroller", tabindex=0, role="region", aria_label=gettext("Matrix"))
    return [h.div(frame, _legend())]


def _camp(matrix: Matrix, camp: int, rows: list[int]) -> Markup:
    """Return the rows of one camp, below its name where two camps face each other."""
    columns = range(len(matrix.names))
    words = gettext("Camp {number}", number=camp + 1)
    heading = h.th(words, scope="rowgroup", colspan=len(columns) + 1, class_="camp")
    return h.tbody(
        h.tr(heading) if len(set(matrix.camps)) > 1 else None,
        (
            h.tr(
                h.th(_name(matrix, row, matrix.names[row]), scope="row"),
                (_cell(matrix, row, column) for column in columns),
            )
            for row in rows
        ),
    )


def _name(matrix: Matrix, node: int, text: str, **attributes: int) -> Markup:
    """Return the name of a row or of a column as a link to the events of its node."""
    return link(
        matrix.queries[node],
        h.bdi(text),
        data_actor=matrix.ids[node],
        class_="name",
        data_tip=isolated(matrix.names[node]),
        **attributes,
    )


def _cell(matrix: Matrix, row: int, column: int) -> Markup:
    cell = matrix.cells.get((row, column))
    if cell is None:
        return _SELF if row == column else _EMPTY
    return h.td(_count(cell))


def _count(cell: Cell) -> Markup:
    """Return the number of a cell: square for conflict, round for cooperation, parted for both."""
    shape = "both" if cell.both else f"tone-{cell.tone}"
    parts = (h.span(class_=f"part tone-{tone}") for tone in cell.both or ())
    flags = {"in-doubt": cell.in_doubt, "few": cell.few, "joint": cell.joint}
    return link(
        cell.link.query,
        parts,
        h.b(grouped(cell.n)) if cell.both else grouped(cell.n),
        class_=" ".join(["tip", shape, *(name for name, holds in flags.items() if holds)]),
        aria_label=cell.link.words,
        aria_current="true" if cell.link.chosen else None,
        data_dyad=cell.dyad,
    )


def _legend() -> Markup:
    keys = {f"tone-{code}": gettext(words) for code, words in enumerate(TONES_WITH_BOUNDS)}
    keys["both"] = gettext("both: a quarter or more of the acts on either side")
    keys["tone-2 few"] = gettext("outlined: fewer than three events")
    keys["tone-2 joint"] = gettext("grey, in italics: only acting together on others")
    keys["in-doubt"] = gettext("no event behind it is confirmed or reported")
    items = (
        h.li(h.span(_halves(key), class_=f"swatch {key}"), words, class_="legend-item")
        for key, words in keys.items()
    )
    name = h.span(
        pgettext("name of a legend", "Mean score"), class_="legend-name", id="matrix-legend"
    )
    list_ = h.ul(items, class_="legend", role="list", aria_labelledby="matrix-legend")
    return h.div(name, list_, class_="legend")


def _halves(key: str) -> list[Markup]:
    return [h.span(class_="part tone-1"), h.span(class_="part tone-3")] if key == "both" else []
