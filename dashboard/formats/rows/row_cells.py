"""Cells of rows by the keys of a recipe: constants, missing values, value tables, separators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.formats.recipes.recipe import KEYS
from dashboard.formats.rows.coded_names import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.formats.recipes.recipe import Recipe

    Cell = Mapping[str, str]
_SEPARATOR = ";"
"""Text between several values in a cell if the recipe names no other."""
_PARTS = ("year", "month", "day", "time")


class Cells:
    """Reads the cells of one row by the keys of a recipe.

    Example:
        >>> from dashboard.formats.recipes.recipe import Recipe
        >>> recipe = Recipe("a", "", {"tags": ["T", "U"]}, {"title": "Talks"}, missing=("NA",))
        >>> cells = Cells(recipe)
        >>> cells.texts({"T": "NA", "U": "arms; visit"}, "tags"), cells.text({}, "title")
        (('arms', 'visit'), 'Talks')
    """

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._get = {key: self._reader(key) for key in KEYS}
        self._lists: dict[tuple[str, str], tuple[str, ...]] = {}
        columns = {*recipe.columns, *recipe.constants}
        self.has = {key: key in columns for key in KEYS}
        self._has_side = {
            side: any(key.startswith(f"{side}.") for key in columns) for side in ("actor", "target")
        }
        self._has_parts = {key: f"{key}.year" in columns for key in ("date", "end")}

    def getter(self, key: str) -> Callable[[Cell], str]:
        """Return the function that returns the text of a key for the cells of a row."""
        return self._get[key]

    def text(self, cells: Cell, key: str) -> str:
        """Return the text of a key; empty if there is none."""
        return self._get[key](cells)

    def texts(self, cells: Cell, key: str) -> tuple[str, ...]:
        """Return the values of a key with several values in a cell."""
        return self.split(key, self._get[key](cells))

    def split(self, key: str, text: str) -> tuple[str, ...]:
        """Return the values in the text of a cell."""
        if not text:
            return ()
        found = self._lists.get((key, text))
        if found is None:
            between = self._recipe.separators.get(key, _SEPARATOR)
            parts = text.split(between) if between else [text]
            found = tuple(dict.fromkeys(filter(None, map(str.strip, parts))))
            self._lists[key, text] = found
        return found

    def parts(self, cells: Cell, key: str) -> tuple[str, ...]:
        """Return year, month, day and time of a date with a column for each."""
        if not self._has_parts[key]:
            return ("",)
        return tuple(self._get[f"{key}.{part}"](cells) for part in _PARTS)

    def sides(self, cells: Cell, side: str) -> tuple[Side, ...]:
        """Return the coded sides of a row: one, or one for each of several countries."""
        if not self._has_side[side]:
            return ()
        get = self._get
        name, country = get[f"{side}.name"](cells), get[f"{side}.country"](cells)
        kind, code = get[f"{side}.kind"](cells), get[f"{side}.code"](cells)
        if f"{side}.country" in self._recipe.separators:
            countries = self.texts(cells, f"{side}.country")
            if len(countries) > 1:
                return tuple(Side(country=each) for each in countries)
        found = Side(name, country, kind, code)
        return (found,) if name or country or code else ()

    def _reader(self, key: str) -> Callable[[Cell], str]:
        columns = tuple(self._recipe.columns.get(key, ()))
        constant = self._recipe.constants.get(key, "")
        missing = frozenset(self._recipe.missing)
        values = self._recipe.values.get(key, {}) if key != "type" else {}
        is_kind = key.endswith(".kind")

        def read(cells: Cell) -> str:
            for column in columns:
                text = cells.get(column, "")
                if text and text not in missing:
                    return values.get(text, "" if is_kind else text)
            return constant

        return read if columns else lambda _: constant
