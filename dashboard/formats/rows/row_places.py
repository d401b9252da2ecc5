"""Places of rows: a name, a country by its code system, and coordinates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.formats.rows.coded_names import state_in
from dashboard.formats.rows.errors import RowError
from dashboard.model.limits import LONGEST_NAME
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.rows.row_cells import Cells
    from dashboard.model.actors import ActorDirectory
    from dashboard.writing.edits import Value

_KEYS = ("place", "place.country", "place.lat", "place.lon")
_BOUNDS = {"lat": 90.0, "lon": 180.0}
_NOW = 2000
"""Year for the codes of countries of places: the data describe places of today."""


class Places:
    """Makes the places of events, each distinct combination of cells once."""

    def __init__(self, recipe: Recipe, cells: Cells, directory: ActorDirectory) -> None:
        self._recipe = recipe
        self._cells = cells
        self._directory = directory
        self._known: dict[tuple[str, ...], Value] = {}

    def of(self, row: Mapping[str, str]) -> Value:
        """Return the place of a row; an empty text if it has none.

        Raises:
            RowError: the coordinates are not valid.
        """
        texts = tuple(self._cells.text(row, key) for key in _KEYS)
        known = self._known.get(texts)
        if known is None:
            known = self._known[texts] = self._place(*texts)
        return known

    def _place(self, name: str, country: str, lat: str, lon: str) -> Value:
        found: dict[str, Value] = {"name": " ".join(name.split())[:LONGEST_NAME]}
        system = self._recipe.place_code_system or self._recipe.code_system
        state = state_in(system, country, self._recipe, self._directory, _NOW) if country else None
        if state is not None:
            found["country"] = state.name
        if lat or lon:
            for key, text in (("lat", lat), ("lon", lon)):
                found[key] = _coordinate(key, text)
        if not name:
            found["name"] = state.name if state else f"{lat}, {lon}".strip(", ")
        if len(found) == 1 or found == {"name": found["name"], "country": found["name"]}:
            return found["name"]
        return found


def _coordinate(key: str, text: str) -> str:
    try:
        value = float(text)
    except ValueError:
        value = float("inf")
    if abs(value) > _BOUNDS[key]:
        bound = f"{_BOUNDS[key]:g}"
        remedy = f"write degrees from -{bound} to {bound}, as lat and lon"
        raise RowError("invalid place", f"{quoted(text)} is not a valid {key}: {remedy}")
    return f"{value:.6f}".rstrip("0").rstrip(".")
