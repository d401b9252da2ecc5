"""A table as markup."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from dashboard.analysis.table import Kind
from dashboard.markup import h, link
from dashboard.words.language import gettext, grouped, pgettext
from dashboard.words.numbers import hundredths, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.analysis.link import Link
    from dashboard.analysis.table import Table
    from dashboard.markup import Markup

_NOTHING = "–"
_FORMATS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: str,
    Kind.COUNT: lambda n: grouped(int(n)),
    Kind.NUMBER: str,
    Kind.SCORE: lambda score: _NOTHING if isnan(score) else signed(score),
    Kind.SHARE: hundredths,
    Kind.FLAG: lambda flag: (
        pgettext("a cell of a table", "yes") if flag else pgettext("a cell of a table", "no")
    ),
}


def draw_table(table: Table, *, titled: bool = False) -> Markup:
    """Return a table; its first column heads the rows, and numbers are aligned to the right.

    Args:
        table: the table.
        titled: whether its title is seen; otherwise it is only heard, below a heading.
    """
    columns = {key: table.columns[key] for key in table.shown}
    heads = (
        h.th(column.heading, scope="col", class_="words" if column.kind is Kind.TEXT else None)
        for column in columns.values()
    )
    cells = (_cells(table, key, column.kind) for key, column in columns.items())
    return h.div(
        h.table(
            h.caption(
                h.span(table.title, class_="table-title" if titled else "only-heard"),
                h.span(f" {table.note}") if table.note else None,
            ),
            h.thead(h.tr(heads)),
            h.tbody(h.tr(row) for row in zip(*cells, strict=True)),
            class_="dyads",
            aria_label=table.title,
        ),
        class_="scroller",
        tabindex=0,
        role="region",
        aria_label=table.title,
    )


def draw_folded(table: Table) -> Markup:
    """Return a table of a chart that is shown on demand."""
    return h.details(
        h.summary(gettext("Table of this chart")), draw_table(table), class_="definitions"
    )


def _cells(table: Table, key: str, kind: Kind) -> list[Markup]:
    texts: Iterable[object] = map(_FORMATS[kind], table.values[key])
    if key in table.links:
        texts = map(_linked, texts, table.links[key])
    elif kind is Kind.TEXT:
        # Only text that is not a link may take several lines.
        texts = (h.span(text, class_="names") for text in texts)
    if key in table.few:
        texts = map(_outlined, texts, table.few[key])
    if key == table.shown[0]:
        return [h.th(text, scope="row") for text in texts]
    return [h.td(text, class_=None if kind is Kind.TEXT else "number") for text in texts]


def _outlined(text: object, is_few: bool) -> object:
    """Return the text of a cell, outlined if it rests on too few events."""
    if not is_few or text == _NOTHING:
        return text
    return h.span(text, class_="few", data_tip=gettext("fewer than three events"))


def _linked(text: object, to: Link | None) -> object:
    if to is None:
        return _NOTHING if text == "0" else text
    shown = str(text)
    # The name begins with what is shown, and says what the link lists.
    name = to.words
    if not name.startswith(shown):
        name = pgettext(
            "a cell of a table: its text, and what its link lists",
            "{text}: {words}",
            text=shown,
            words=to.words,
        )
    current = "true" if to.chosen else None
    return link(
        to.query,
        text,
        data_tip=None if to.words == shown else to.words,
        aria_label=name,
        aria_current=current,
    )
