"""Events in the shape of a file, from the rows of one act: keys in the order of the event."""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from dashboard.formats.rows.errors import RowError
from dashboard.formats.rows.row_dates import single_date
from dashboard.formats.rows.row_places import Places
from dashboard.formats.rows.row_sources import Sources, from_json
from dashboard.model.dates import DateError
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.event_types import DEFAULT_TYPE
from dashboard.model.letters import slug
from dashboard.model.limits import MOST_ITEMS
from dashboard.model.zones import validate_zone
from dashboard.words.lists import first_of
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.rows.folding import Act, Folded
    from dashboard.formats.rows.row_cells import Cells
    from dashboard.model.actor import Actor
    from dashboard.model.actors import ActorDirectory
    from dashboard.writing.edits import Value

    Row = Mapping[str, str]

_NAMES_IN_TITLE = 2
"""Names of one side in a title; further names are counted."""
_BYTES_OF_ID = 7
"""Bytes of the hash in an id: of a million events, two have one id in one of 100,000 files."""


class Events:
    """Writes events, with each distinct value made once.

    Attributes:
        actors: the actors of all events by id.
        own: ids of the actors that the file lists itself, to which events refer by id.
    """

    def __init__(self, recipe: Recipe, cells: Cells, directory: ActorDirectory) -> None:
        self.actors: dict[str, Actor] = {}
        self.own: set[str] = set()
        self._recipe = recipe
        self._cells = cells
        self._directory = directory
        self._refs: dict[tuple[str, int], str] = {}
        self._lists: dict[tuple[tuple[str, ...], int], list[Value]] = {}
        self._sources = Sources(recipe, cells)
        self._places = Places(recipe, cells, directory)
        self._numbers: dict[tuple[str, str], str] = {}

    def event(self, folded: Folded, rows: Sequence[Row]) -> dict[str, Value]:
        """Return the event of an act.

        Args:
            folded: the act.
            rows: cells of its rows, the first one first.

        Raises:
            RowError: a value is not one that an event may have.
        """
        act, first = folded.act, rows[0]
        found: dict[str, Value] = {"date": act.date, "title": self._title(act, first)}
        found["actors"] = self._names(folded.actors, act.year)
        if folded.targets:
            found["targets"] = self._names(folded.targets, act.year)
        found.update(self._others(act, first))
        if sources := self._sources.of(rows):
            found["sources"] = sources
        found.update(self._own_keys(first))
        reports = self._reports(rows)
        if reports > 1:
            found["reports"] = str(reports)
        if id_ := self._id(act, first):
            found["id"] = id_
        return found

    def listed_sources(self) -> Iterator[dict[str, Value]]:
        """Yield the entry of the data set in the file's list of sources."""
        recipe = self._recipe
        if not (recipe.citation or recipe.licence):
            return
        entry: dict[str, Value] = {"id": recipe.name, "title": recipe.title}
        if recipe.citation:
            entry["citation"] = recipe.citation
        if not recipe.redistribute:
            entry["redistribute"] = "no"
        yield entry

    def _names(self, ids: tuple[str, ...], year: int) -> list[Value]:
        """Return the references to actors; the same list for the same actors."""
        found = self._lists.get((ids, year))
        if found is None:
            refs = [self._refs.get((id_, year)) or self._ref(id_, year) for id_ in ids]
            found = self._lists[ids, year] = [*refs]
        return found

    def _ref(self, id_: str, year: int) -> str:
        """Return the text by which a file refers to an actor: its name if that means only it."""
        found, name = id_, self.actors[id_].name
        if id_ not in self.own:
            with suppress(LookupError):
                meant = self._directory.resolve(name, when=lambda: (year, year), suggest=False)
                found = name if meant.id == id_ else id_
        self._refs[id_, year] = found
        return found

    def _title(self, act: Act, row: Row) -> str:
        text = self._cells.text(row, "title")
        if "{" in text and text == self._recipe.constants.get("title"):
            for key, ids in (("{actor}", act.actors), ("{target}", act.targets)):
                names = [self.actors[id_].name for id_ in ids]
                text = text.replace(key, first_of(names, _NAMES_IN_TITLE))
            kind = self._cells.text(row, "type.text") or act.kind.written_label
            text = text.replace("{type}", kind).strip(" –,")
        if not text:
            message = "the row has no title: fill in the cell, or set a constant in the recipe"
            raise RowError("no title", message)
        return " ".join(text.split())

    def _others(self, act: Act, row: Row) -> Iterator[tuple[str, Value]]:
        """Yield the keys between the parties and the sources."""
        cells = self._cells
        if names := cells.texts(row, "aimed_at"):
            yield "aimed_at", [*names]
        if act.kind.id != DEFAULT_TYPE:
            yield "type", act.kind.id
        for key in ("score", "joint_score", "signal_score"):
            number = self._number(cells.text(row, key), key)
            if number and (key != "score" or float(number) != act.kind.score):
                yield key, number
        if status := cells.text(row, "status"):
            word = status.casefold()
            if word not in (EVENT_FIELDS["status"].choices or ()):
                choices = ", ".join(EVENT_FIELDS["status"].choices or ())
                remedy = f"write one of {choices}, or add it to [values.status] of a recipe"
                raise RowError("unknown status", f"{quoted(status)} is not a status: {remedy}")
            yield "status", word
        for key in ("claims", "links"):
            if text := cells.text(row, key):
                yield key, from_json(text, key)

    def _own_keys(self, row: Row) -> Iterator[tuple[str, Value]]:
        """Yield the keys after the sources, without ``reports`` and ``id``."""
        cells = self._cells
        if place := self._places.of(row):
            yield "place", place
        if known := cells.text(row, "known"):
            yield "known", single_date(known, self._recipe.date_order)
        if zone := cells.text(row, "tz"):
            try:
                validate_zone(zone)
            except DateError as error:
                raise RowError("invalid time zone", str(error)) from error
            yield "tz", zone
        if text := cells.text(row, "description"):
            yield "description", text
        for key in ("tags", "accept"):
            if texts := cells.texts(row, key):
                yield key, [*texts[:MOST_ITEMS]]
        if number := self._number(cells.text(row, "importance"), "importance"):
            yield "importance", number

    def _number(self, text: str, key: str) -> str:
        """Return a number as it is written in a file; empty for none."""
        if not text:
            return ""
        found = self._numbers.get((text, key))
        if found is None:
            least, most = EVENT_FIELDS[key].bounds or (0, 0)
            try:
                value = float(text.replace("−", "-"))
            except ValueError:
                value = most + 1
            if not least <= value <= most or (key == "importance" and value % 1):
                message = f"{quoted(text)} is not a number from {least:g} to {most:g}: correct it"
                raise RowError(f"invalid {key.replace('_', ' ')}", message)
            found = self._numbers[text, key] = f"{value:g}"
        return found

    def _reports(self, rows: Sequence[Row]) -> int:
        """Return the number of reports of an event: of different report ids, else of rows."""
        text = self._cells.text(rows[0], "reports")
        if text.removesuffix(".0").isdecimal():
            return int(text.removesuffix(".0"))
        if len(rows) == 1 or not self._cells.has["report"]:
            return len(rows)
        return len(set(map(self._cells.getter("report"), rows)))

    def _id(self, act: Act, row: Row) -> str:
        """Return an id that the same event has in the next import too; empty for the usual one."""
        prefix = f"{self._recipe.name}-" if self._recipe.recognised_by else ""
        if text := self._cells.text(row, "id"):
            return f"{prefix}{slug(text)}" if prefix else text
        if not self._recipe.folds:
            return ""
        sides = [",".join(act.actors), ",".join(act.targets)]
        if act.kind.symmetric or self._recipe.mutual:
            sides.sort()
        content = "|".join((act.date, *sides, act.code))
        return prefix + blake2b(content.encode(), digest_size=_BYTES_OF_ID).hexdigest()
