"""Sources of rows: addresses, several in a cell, and publications with their parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.formats.rows.cell_sources import sources_of
from dashboard.formats.rows.errors import RowError
from dashboard.formats.rows.row_dates import single_date
from dashboard.model.limits import LONGEST_NAME, MOST_ITEMS
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.rows.cell_sources import CellSource
    from dashboard.formats.rows.row_cells import Cells
    from dashboard.writing.edits import Value

_PARTS = ("title", "publisher", "author", "date")


def from_json(text: str, key: str) -> Any:
    """Return the value of a cell in JSON, with every scalar as text.

    Raises:
        RowError: the text is not JSON.

    >>> from_json('[{"by": ["Russia"], "stance": "denies"}]', "claims")
    [{'by': ['Russia'], 'stance': 'denies'}]
    """
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except ValueError as error:
        message = f"{quoted(text)} is not JSON, as {key} are written in a table: {error}"
        raise RowError(f"invalid {key}", message) from error


class Sources:
    """Makes the sources of events, each distinct combination of cells once."""

    def __init__(self, recipe: Recipe, cells: Cells) -> None:
        self._recipe = recipe
        self._cells = cells
        self._listed = [recipe.name] if recipe.citation or recipe.licence else []
        keys = ("sources", "source.url", *(f"source.{part}" for part in _PARTS))
        self._keys = tuple(key for key in keys if cells.has[key])
        self._known: dict[tuple[str, ...], list[Value]] = {}
        self._lists: dict[tuple[tuple[str, ...], ...], list[Value]] = {}

    def of(self, rows: Iterable[Mapping[str, str]]) -> list[Value]:
        """Return the sources of the rows of an event, the data set first."""
        texts = tuple(dict.fromkeys(map(self._texts, rows))) if self._keys else ()
        found = self._lists.get(texts)
        if found is None:
            found = [*self._listed]
            for each in texts:
                found += [item for item in self._row(each) if item not in found]
            found = self._lists[texts] = found[:MOST_ITEMS]
        return found

    def _texts(self, row: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(self._cells.text(row, key) for key in self._keys)

    def _row(self, texts: tuple[str, ...]) -> list[Value]:
        known = self._known.get(texts)
        if known is None:
            found = dict(zip(self._keys, texts, strict=True))
            known = self._known[texts] = [*self._sources(found)]
        return known

    def _sources(self, texts: Mapping[str, str]) -> Iterable[Value]:
        listed = texts.get("sources", "")
        if listed.startswith("["):
            yield from from_json(listed, "sources")
            listed = ""
        cells = (texts.get("source.url", ""), listed)
        found = [source for text in cells if text for source in sources_of(text)]
        parts = self._parts(texts)
        publishers = self._cells.split("source.publisher", texts.get("source.publisher", ""))
        if len(publishers) > 1 and "source.publisher" in self._recipe.separators:
            for name in publishers:
                yield {"publisher": name[:LONGEST_NAME]}
            parts.pop("publisher")
        is_named = bool(parts.keys() - {"date"})
        if is_named and len(found) == 1:
            [source] = found
            only = {"title": source.title, "url": source.url}
            yield {**{key: text for key, text in only.items() if text}, **parts}
            return
        for source in found:
            yield {"title": source.title, "url": source.url} if all(source) else _one(source)
        if is_named:
            yield parts

    def _parts(self, texts: Mapping[str, str]) -> dict[str, Value]:
        """Return the parts of one publication, each in a column of its own."""
        parts: dict[str, Value] = {}
        for part in _PARTS:
            if text := texts.get(f"source.{part}", ""):
                is_date = part == "date"
                order = self._recipe.date_order
                parts[part] = single_date(text, order) if is_date else " ".join(text.split())
        return parts


def _one(source: CellSource) -> Value:
    return source.url or {"title": source.title}
