"""A table of any subject as markup."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from dashboard.analysis.table import Kind
from dashboard.page.h import h
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.analysis.link import Link
    from dashboard.analysis.table import Table
    from dashboard.page.h import Markup

_NOTHING = "–"
_FORMATS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: str,
    Kind.COUNT: "{:,}".format,
    Kind.NUMBER: str,
    Kind.SCORE: lambda score: _NOTHING if isnan(score) else signed(score),
    Kind.SHARE: "{:.2f}".format,
    Kind.FLAG: lambda flag: "yes" if flag else "no",
}


def draw_table(table: Table) -> Markup:
    """Return a table; the first column heads the rows, columns of numbers are set to the right."""
    columns = [table.columns[key] for key in table.shown]
    heads = (
        h.th(column.heading, scope="col", class_="words" if column.kind is Kind.TEXT else None)
        for column in columns
    )
    cells = (
        _cells(column.kind, table.values[column.key], table.links.get(column.key), is_first=not at)
        for at, column in enumerate(columns)
    )
    return h.div(
        h.table(
            h.caption(table.note) if table.note else None,
            h.thead(h.tr(heads)),
            h.tbody(h.tr(row) for row in zip(*cells, strict=True)),
            class_="dyads",
        ),
        class_="scroller",
        tabindex=0,
        role="region",
        aria_label=table.title,
    )


def _cells(
    kind: Kind, values: Iterable[Any], links: Iterable[Link | None] | None, *, is_first: bool
) -> list[Markup]:
    texts = [_FORMATS[kind](value) for value in values]
    if is_first:
        return [h.th(_names(text), scope="row") for text in texts]
    class_ = None if kind is Kind.TEXT else "number"
    if links is None and kind is Kind.TEXT:
        return [h.td(_names(text)) for text in texts]
    if links is None:
        return [h.td(text, class_=class_) for text in texts]
    return [
        h.td(_link(text, link) if link else _NOTHING, class_=class_)
        for text, link in zip(texts, links, strict=True)
    ]


def _names(text: str) -> Markup:
    """Return the text of a cell of words, which alone may take several lines."""
    return h.span(text, class_="names")


def _link(text: str, link: Link) -> Markup:
    current = "true" if link.chosen else None
    return h.a(text, href=f"?{link.query}", title=link.words, aria_current=current)
