"""The matrix: who acts (rows) on whom (columns), camp by camp; a count opens its events."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING

from dashboard.analysis.dyads import first_and_last, tally
from dashboard.analysis.tone import TONES, tone
from dashboard.figures.hover import dyads_in_words
from dashboard.page.markup import Markup, element
from dashboard.query.months import months_between

if TYPE_CHECKING:
    from dashboard.analysis.dyads import Dyads
    from dashboard.analysis.layout import Layout
    from dashboard.page.state import Dataset
    from dashboard.query.columns import BoolArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_NAMES_FIT = 12
"""Columns up to which they bear names; more bear the ids, which are shorter."""


def matrix(dataset: Dataset, selection: Selection, related: BoolArray) -> Markup:
    """Return the matrix of the nodes that the network shows; ``related`` flags the events."""
    tables, layout = dataset.tables, dataset.layout(selection.nodes)
    level = tables.level(selection.nodes)
    dyads = tally(level.cells, related, layout.node)
    if not len(dyads.n):
        return element("p", {"class": "empty"}, "No relations between two actors in view.")
    order = dataset.order(selection.nodes)
    columns = layout.names if len(order) <= _NAMES_FIT else layout.ids
    heads = [
        element(
            "th",
            {"scope": "col", "title": layout.names[node]},
            element("span", {}, columns[node]),
        )
        for node in order.tolist()
    ]
    cells = _cells(tables, level, layout, selection, related, dyads)
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row", "title": layout.names[row]}, layout.names[row]),
            *(cells.get((row, column), _EMPTY if row != column else _SELF) for column in order),
        )
        for row in order.tolist()
    ]
    hidden = f" {layout.hidden} with fewer relations are not shown." if layout.hidden else ""
    caption = (
        "Rows act on columns. The number counts events, the colour is their mean score; those of "
        f"one camp follow one another.{hidden}"
    )
    table = element(
        "table",
        {"class": "matrix large" if len(order) > _NAMES_FIT else "matrix"},
        element("caption", {}, caption),
        element("thead", {}, element("tr", {}, element("td"), *heads)),
        element("tbody", {}, *rows),
    )
    frame = {"class": "scroller", "tabindex": 0, "role": "region", "aria-label": "Matrix"}
    return element("div", {}, element("div", frame, table), _legend())


_EMPTY = element("td")
_SELF = element("td", {"class": "self"})


def _cells(
    tables: Tables,
    level: Level,
    layout: Layout,
    selection: Selection,
    related: BoolArray,
    dyads: Dyads,
) -> dict[tuple[int, int], Markup]:
    """Return a cell for each dyad, by the positions of its source and target in the layout."""
    dates = tables.events["date"].to_numpy()
    first, last = first_and_last(level.cells, related, dyads.number)
    months = starmap(months_between, zip(dates[first], dates[last], strict=True))
    codes = dyads.of_nodes(layout.node)
    words = [". ".join(parts) for parts in dyads_in_words(level, codes, months)]
    pairs = list(zip(dyads.source.tolist(), dyads.target.tolist(), strict=True))
    chosen = selection.dyad
    queries = selection.queries_of_dyads(
        f"{layout.ids[source]}:{layout.ids[target]}" for source, target in pairs
    )
    found = {}
    for pair, n, shade, unsure, text, query in zip(
        pairs,
        dyads.n.tolist(),
        tone(dyads.mean).tolist(),
        dyads.alleged.tolist(),
        words,
        queries,
        strict=True,
    ):
        ends = tuple(layout.ids[end] for end in pair)
        is_chosen = chosen is not None and (chosen.source, chosen.target) == ends
        link = {
            "href": f"?{query}",
            "class": f"tip tone-{shade}" + (" unsure" if unsure else ""),
            "aria-label": text,
            "aria-current": "true" if is_chosen else None,
        }
        found[pair] = element("td", {}, element("a", link, f"{n:,}"))
    return found


def _legend() -> Markup:
    tones = [
        element(
            "span", {"class": "legend-item"}, element("span", {"class": f"swatch tone-{n}"}), words
        )
        for n, words in enumerate(TONES)
    ]
    unsure = element(
        "span",
        {"class": "legend-item"},
        element("span", {"class": "swatch unsure"}),
        "no event behind it is confirmed or reported",
    )
    return element(
        "div",
        {"class": "legend"},
        element("span", {"class": "legend-name"}, "Mean score"),
        *tones,
        unsure,
    )
