"""Choices of a person for the table that is imported: columns, words, and what the table omits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.formats.imports.importing import Reading, with_recipe
from dashboard.formats.recipes.guess import guess_recipe
from dashboard.formats.recipes.recipe import RecipeError, shipped_recipes
from dashboard.words.language import ngettext, pgettext, pgettext_noop
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.formats.tables.raw_table import RawTable

OWN = "own"
"""Format of a table whose columns are chosen one by one."""
COLUMN_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "date": pgettext_noop("use of a column", "Date"),
        "end": pgettext_noop("use of a column", "End of the date"),
        "date.year": pgettext_noop("use of a column", "Year"),
        "date.month": pgettext_noop("use of a column", "Month"),
        "date.day": pgettext_noop("use of a column", "Day"),
        "date.time": pgettext_noop("use of a column", "Time"),
        "title": pgettext_noop("use of a column", "Title"),
        "actors": pgettext_noop("use of a column", "Actors"),
        "targets": pgettext_noop("use of a column", "Targets"),
        "aimed_at": pgettext_noop("use of a column", "Aimed at"),
        "type": pgettext_noop("use of a column", "Type"),
        "score": pgettext_noop("use of a column", "Own score"),
        "status": pgettext_noop("use of a column", "Status"),
        "sources": pgettext_noop("use of a column", "Source"),
        "source.url": pgettext_noop("use of a column", "Source: address"),
        "source.title": pgettext_noop("use of a column", "Source: title"),
        "source.publisher": pgettext_noop("use of a column", "Source: publisher"),
        "source.author": pgettext_noop("use of a column", "Source: author"),
        "source.date": pgettext_noop("use of a column", "Source: date"),
        "place": pgettext_noop("use of a column", "Place"),
        "place.country": pgettext_noop("use of a column", "Place: country"),
        "place.lat": pgettext_noop("use of a column", "Place: latitude"),
        "place.lon": pgettext_noop("use of a column", "Place: longitude"),
        "known": pgettext_noop("use of a column", "Known since"),
        "tz": pgettext_noop("use of a column", "Time zone"),
        "description": pgettext_noop("use of a column", "Note"),
        "tags": pgettext_noop("use of a column", "Tags"),
        "importance": pgettext_noop("use of a column", "Importance"),
        "reports": pgettext_noop("use of a column", "Reports"),
        "id": pgettext_noop("use of a column", "Id"),
    }
)
"""English label of each key of an event that a column may become, see ``use_of``; a subset of the
keys of a recipe."""
CONSTANTS = ("actors", "tz")
"""Keys that may have one value for all rows without a cell."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices of a person for one table.

    Attributes:
        format: ``own``, the name of a shipped recipe, or empty for the format that fits best.
        keys: key of each column in the order of the table, empty for a column that is not used;
            ``None`` to guess them.
        date_order: order of day and month, one of ``DATE_ORDERS``; ``None`` to keep that of the
            recipe.
        constants: value of each key of ``CONSTANTS``, empty for none; a missing key keeps the value
            of the recipe.
        values: meaning of words of the table, by ``type`` or ``status``.
    """

    format: str = ""
    keys: Sequence[str] | None = None
    date_order: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def chosen(table: RawTable, choices: Choices) -> Reading:
    """Return a table with the recipe that a person chose.

    Raises:
        RecipeError: there is no such format, or the columns of the table are others.

    Example:
        >>> from dashboard.formats.tables.raw_table import RawTable, Row
        >>> table = RawTable("a.csv", ("A", "B"), [Row(2, {"A": "3/4/2020", "B": "Japan"})])
        >>> reading = chosen(table, Choices(OWN, ("date", "actors"), "dmy"))
        >>> reading.recipe.columns, reading.recipe.date_order
        ({'date': ('A',), 'actors': ('B',)}, 'dmy')
    """
    reading = _reading(table, choices)
    recipe = reading.recipe
    constants = {**recipe.constants, **choices.constants}
    values = {key: dict(words) for key, words in recipe.values.items()}
    for key, words in choices.values.items():
        if words:
            values[key] = {**values.get(key, {}), **words}
    changed = replace(
        recipe,
        constants={key: text for key, text in constants.items() if text},
        values=values,
        date_order=choices.date_order or recipe.date_order,
    )
    # The rules of exported tables are not those of a recipe, and are recognised as this object.
    return reading if changed == recipe else replace(reading, recipe=changed)


def _reading(table: RawTable, choices: Choices) -> Reading:
    if choices.format in ("", OWN) and choices.keys is not None:
        if len(choices.keys) != len(table.columns):
            raise RecipeError("the columns are those of another table: choose the file again")
        columns: dict[str, list[str]] = {}
        for column, key in zip(table.columns, choices.keys, strict=True):
            if key:
                columns.setdefault(key, []).append(column)
        guess = guess_recipe(table, columns)
        return Reading(table, guess.recipe, "given", guess)
    if choices.format == OWN:
        guess = guess_recipe(table)
        return Reading(table, guess.recipe, "guessed", guess)
    if choices.format and choices.format not in shipped_recipes():
        raise RecipeError(f"there is no format {quoted(choices.format)}: choose one of the list")
    return with_recipe(table, shipped_recipes().get(choices.format))


def keys_of_columns(reading: Reading) -> list[str]:
    """Return the key that each column of a table becomes; empty for a column that is not used.

    >>> from dashboard.formats.tables.raw_table import RawTable
    >>> table = RawTable("a.csv", ("A", "B"), ())
    >>> keys_of_columns(chosen(table, Choices(OWN, ("", "title"))))
    ['', 'title']
    """
    keys = {name: key for key, names in reading.recipe.columns.items() for name in names}
    return [keys.get(column, "") for column in reading.table.columns]


def unused_cells(reading: Reading) -> list[str]:
    """Return a sentence for each key of which a row has text in several columns.

    >>> from dashboard.formats.tables.raw_table import RawTable, Row
    >>> table = RawTable("a.csv", ("A", "B"), [Row(2, {"A": "Talks", "B": "Visit"})])
    >>> unused_cells(chosen(table, Choices(OWN, ("title", "title"))))
    ['Title: 1 row has text in "A" and "B", of which only the first is used']
    """
    found = []
    for key, names in reading.recipe.columns.items():
        if len(names) > 1:
            rows = sum(sum(n in row.cells for n in names) > 1 for row in reading.table.rows)
            if rows:
                words = ngettext(
                    "{use}: {n} row has text in {columns}, of which only the first is used",
                    "{use}: {n} rows have text in {columns}, of which only the first is used",
                    rows,
                    use=use_of(key),
                    columns=listed([*map(quoted, names)]),
                )
                found.append(words)
    return found


def use_of(key: str) -> str:
    """Return the label of a key that a column becomes, in the language of the reader.

    >>> use_of("source.url"), use_of("names")
    ('Source: address', 'names')
    """
    label = COLUMN_KEYS.get(key)
    return pgettext("use of a column", label) if label else key
