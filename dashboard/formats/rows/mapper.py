"""The mapper: the rows of a table become events by a recipe; rows in doubt are left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dashboard.formats.rows.coded_names import NO_ACTOR, CodedNames
from dashboard.formats.rows.errors import RowError
from dashboard.formats.rows.folding import Act, Folded, fold
from dashboard.formats.rows.free_names import FreeNames
from dashboard.formats.rows.row_cells import Cells
from dashboard.formats.rows.row_dates import date_of_parts, event_date
from dashboard.formats.rows.row_events import Events
from dashboard.formats.rows.row_types import RowTypes
from dashboard.model.actors import ActorDirectory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.tables.raw_table import RawTable, Row
    from dashboard.model.actor import Actor
    from dashboard.writing.edits import Value

_SIDES = {"actor": "actors", "target": "targets"}
"""Prefix of the coded columns of a side, with the key of its free names."""
_YEAR = re.compile(r"-?[0-9]{4}")


class LeftOut(NamedTuple):
    """A row that is not imported: the row, the class of reasons, and the sentence for people."""

    row: Row
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The events of one table.

    Attributes:
        table: the table.
        recipe: the recipe.
        events: events in the shape of a file.
        origins: indices of the rows of each event.
        actors: actors that the file has to list.
        sources: entries of the listed sources.
        read: number of rows of the table.
        folded: number of rows that repeat an act, or report its other side.
        left_out: rows that are not imported.
        no_country: number of rows by the name that is of no country.
        unknown: columns that the recipe does not mention.
        entries: entries of the lists ``actors`` and ``types`` of a file that was exported.
    """

    table: RawTable
    recipe: Recipe
    events: list[dict[str, Value]]
    origins: list[tuple[int, ...]]
    actors: tuple[Actor, ...]
    sources: tuple[dict[str, Value], ...]
    read: int
    folded: int
    left_out: tuple[LeftOut, ...]
    no_country: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    entries: Mapping[str, Sequence[Mapping[str, Value]]] = field(default_factory=dict)

    @property
    def reasons(self) -> Mapping[str, int]:
        """Number of left out rows by reason, the most frequent first."""
        return dict(Counter(left.reason for left in self.left_out).most_common())


def map_rows(
    table: RawTable,
    recipe: Recipe,
    directory: ActorDirectory | None = None,
    listed: Iterable[Actor] = (),
) -> Imported:
    """Map the rows of a table to events.

    Args:
        table: the rows.
        recipe: what the columns mean.
        directory: actors of the file to which the events are added; by default the tables alone.
        listed: actors that this file lists itself, which are used under their ids.

    Example:
        >>> from dashboard.formats.tables.raw_table import RawTable, Row
        >>> from dashboard.formats.recipes.recipe import Recipe
        >>> rows = [Row(2, {"When": "2023-10-26", "Who": "Japan", "What": "Talks"})]
        >>> recipe = Recipe(
        ...     "mine", "", {"date": ["When"], "actors": ["Who"], "title": ["What"]}
        ... )
        >>> map_rows(RawTable("a.csv", ("When", "Who", "What"), rows), recipe).events
        [{'date': '2023-10-26', 'title': 'Talks', 'actors': ['Japan']}]
    """
    actors = tuple(listed)
    mapper = _Mapper(recipe, directory or ActorDirectory.standard())
    mapper.coded.reuse(actors)
    acts = mapper.acts(table.rows)
    folded = (
        fold(acts, is_mutual=recipe.mutual)
        if recipe.folds
        else [Folded(act, is_mirrored=recipe.mutual) for act in acts]
    )
    known = {actor.id for actor in actors}
    new = (*mapper.coded.added.values(), *mapper.free.added.values())
    mapper.written.own = known | {actor.id for actor in new}
    events, origins = mapper.events(folded, table.rows)
    used = {id_ for each in folded for id_ in (*each.act.actors, *each.act.targets)}
    return Imported(
        table,
        recipe,
        events,
        origins,
        tuple(actor for actor in new if actor.id not in known and actor.id in used),
        tuple(mapper.written.listed_sources()),
        len(table.rows) + len(table.unread),
        sum(len(rows) - 1 for rows in origins),
        (*mapper.left_out, *_unread(table)),
        mapper.coded.unresolved,
        tuple(column for column in table.columns if column not in recipe.used_columns),
    )


def _unread(table: RawTable) -> Iterable[LeftOut]:
    for row in table.unread:
        yield LeftOut(row, "unreadable row", f"row {row.number}: see the problems of the file")


class _Mapper:
    """Resolves every distinct value once, over all rows of one table."""

    def __init__(self, recipe: Recipe, directory: ActorDirectory) -> None:
        self.recipe = recipe
        self.cells = Cells(recipe)
        self.coded = CodedNames(recipe, directory)
        self.free = FreeNames(directory, recipe.codes)
        self.types = RowTypes(recipe.type_codes == "cameo", recipe.values.get("type", {}))
        self.written = Events(recipe, self.cells, directory)
        self.left_out: list[LeftOut] = []
        self._seen: dict[tuple[object, ...], tuple[str, ...]] = {}

    def acts(self, rows: Sequence[Row]) -> list[Act]:
        """Return the acts of all rows that can be read."""
        get = self.cells.getter("type")
        if self.recipe.type_codes:
            self.types.look_at({get(row.cells) for row in rows})
        acts = []
        for index, row in enumerate(rows):
            try:
                acts.append(self._act(row.cells, index))
            except RowError as error:
                self.left_out.append(LeftOut(row, error.reason, str(error)))
        return acts

    def events(
        self, folded: Iterable[Folded], rows: Sequence[Row]
    ) -> tuple[list[dict[str, Value]], list[tuple[int, ...]]]:
        """Return the events of acts and their rows; those with a wrong value are left out."""
        events, origins = [], []
        for each in folded:
            own = [rows[index] for index in each.rows]
            try:
                events.append(self.written.event(each, [row.cells for row in own]))
                origins.append(each.rows)
            except RowError as error:
                self.left_out += [LeftOut(row, error.reason, str(error)) for row in own]
        return events, origins

    def _act(self, cells: Mapping[str, str], index: int) -> Act:
        of = self.cells
        first = of.text(cells, "date") or date_of_parts(*of.parts(cells, "date"))
        last = of.text(cells, "end") or date_of_parts(*of.parts(cells, "end"))
        precision, zone = of.text(cells, "precision"), of.text(cells, "tz")
        date = event_date(first, last, precision, self.recipe.date_order, zone)
        kind = self.types.type(of.text(cells, "type"), of.text(cells, "type.mode"))
        number = _YEAR.search(date)
        year = int(number[0]) if number else 0
        actors = self._party(cells, "actor", year)
        targets = self._party(cells, "target", year)
        if not actors:
            message = "the row has no actor: fill in the cell, or set a constant in the recipe"
            raise RowError(NO_ACTOR, message)
        if not set(targets).isdisjoint(actors):
            targets = tuple(id_ for id_ in targets if id_ not in actors)
        return Act(date, year, actors, targets, kind, of.text(cells, "type"), index)

    def _party(self, cells: Mapping[str, str], side: str, year: int) -> tuple[str, ...]:
        """Return the ids on one side of a row, from its coded columns and its free names."""
        sides = self.cells.sides(cells, side)
        names = self.cells.texts(cells, _SIDES[side])
        found = self._seen.get((year, sides, names))
        if found is None:
            parts = [self.coded.actors(each, year) for each in sides]
            parts += [self.free.actors(name, year) for name in names]
            actors = {actor.id: actor for part in parts for actor in part}
            self.written.actors.update(actors)
            found = self._seen[year, sides, names] = tuple(actors)
        return found
