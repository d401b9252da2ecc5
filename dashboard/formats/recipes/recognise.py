"""Recognition of formats by their columns, and the changes that make their rows readable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.formats.rows.table_dates import Doubt, date_text
from dashboard.formats.tables.html_text import plain_text
from dashboard.formats.tables.raw_table import RawTable, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.formats.recipes.recipe import Recipe

_LEAST = 0.25
"""Least share of the columns of a recipe that have text in a table without a header."""
_SLIDES = ("title", "era")
"""Kinds of rows of a TimelineJS table that are not events."""


def recognise(table: RawTable) -> Recipe | None:
    """Return the shipped recipe of a table, ``None`` for an own table.

    A recipe fits by the form of the file, by all columns that it is recognised by, or, without a
    header, by the number of columns and a date in the column of dates. Of several recipes, the one
    with the most such columns is taken.

    Example:
        >>> columns = ("Year", "Month", "Day", "Headline", "Text", "Media")
        >>> recognise(RawTable("a.csv", columns, ())).name
        'timelinejs'
    """
    recipes = shipped_recipes()
    if table.kind in recipes:
        return recipes[table.kind]
    columns = set(table.columns)
    fitting = [
        recipe
        for recipe in recipes.values()
        if (recipe.recognised_by and columns.issuperset(recipe.recognised_by))
        or _fits_without_header(table, recipe)
    ]
    return max(fitting, key=lambda recipe: len(recipe.recognised_by), default=None)


def prepare(table: RawTable, recipe: Recipe) -> RawTable:
    """Return a table as its recipe needs it.

    Columns without a header get the names of the recipe. HTML of TimelineJS becomes text, and its
    title slide and eras are left out.

    Example:
        >>> rows = [Row(2, {"Headline": "<b>Talks</b>"}), Row(3, {"Type": "era", "Headline": "x"})]
        >>> table = RawTable("a.csv", ("Year", "Headline", "Type"), rows)
        >>> ready = prepare(table, shipped_recipes()["timelinejs"])
        >>> ready.rows[0].cells["Headline"], len(ready.unread)
        ('Talks', 1)
    """
    if recipe.header and table.columns[0] == "column 1":
        names = _numbered(recipe.header)
        rows = [
            Row(row.number, {names.get(key, key): text for key, text in row.cells.items()})
            for row in table.rows
        ]
        columns = tuple(names.get(column, column) for column in table.columns)
        return replace(table, columns=columns, rows=rows)
    if recipe.name != "timelinejs" or table.kind != "table":
        return table
    events: list[Row] = []
    others: list[Row] = []
    for row in table.rows:
        cells = {key: plain_text(text) for key, text in row.cells.items()}
        is_slide = cells.get("Type", "").casefold() in _SLIDES
        (others if is_slide else events).append(Row(row.number, cells))
    problems = [
        f"{table.path}: line {row.number} is a slide of kind {row.cells['Type']} and not imported"
        for row in others
    ]
    return replace(
        table,
        rows=events,
        unread=[*table.unread, *others],
        problems=(*table.problems, *problems),
    )


def _fits_without_header(table: RawTable, recipe: Recipe) -> bool:
    """Whether the columns of a table without a header are those of a recipe; some may be blank."""
    names = _numbered(recipe.header)
    if not table.rows or not names or table.columns[0] != "column 1":
        return False
    if not names.keys() >= set(table.columns) or len(table.columns) < _LEAST * len(names):
        return False
    cells = {name: column for column, name in names.items()}
    dates = [
        table.rows[0].cells.get(cells[name], "")
        for name in recipe.columns.get("date", ())
        if name in cells
    ]
    return any(text and not isinstance(date_text(text, recipe.date_order), Doubt) for text in dates)


def _numbered(header: Sequence[str]) -> dict[str, str]:
    """Return the names of a header by the names of columns without one."""
    return {f"column {number}": name for number, name in enumerate(header, 1)}
