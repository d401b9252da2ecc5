"""Plan of an import: tables with their recipes become new items of a file, and left out rows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.formats.imports.documents import items_of
from dashboard.formats.imports.exported import EXPORTED, is_exported, read_exported
from dashboard.formats.imports.target import New, Target, without_present
from dashboard.formats.imports.validity import accepted
from dashboard.formats.recipes.guess import Guess, guess_recipe
from dashboard.formats.recipes.recognise import prepare, recognise
from dashboard.formats.rows.joining import joined
from dashboard.formats.rows.mapper import Imported, LeftOut, map_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.formats.imports.documents import Items
    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.tables.raw_table import RawTable
    from dashboard.model.actor import Actor


@dataclass(frozen=True, slots=True)
class Reading:
    """A table with its recipe.

    Attributes:
        table: the table, prepared for the recipe.
        recipe: the recipe.
        how: how the recipe was found: ``given``, ``recognised`` or ``guessed``.
        guess: the guess, if the recipe was guessed.
    """

    table: RawTable
    recipe: Recipe
    how: str
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The result of an import before anything is written.

    Attributes:
        imports: the import of each table.
        new: the imports without the events that the file has already.
        items: new items of each list of the file.
        left_out: the left out rows, each with the name of its table.
    """

    imports: Sequence[Imported]
    new: New
    items: Items
    left_out: Sequence[tuple[str, LeftOut]]


def with_recipe(table: RawTable, given: Recipe | None = None) -> Reading:
    """Return a table with the given recipe, or the one that fits its columns, or a guess.

    >>> from dashboard.formats.tables.raw_table import RawTable
    >>> columns = ("Year", "Month", "Day", "Headline", "Text", "Media")
    >>> reading = with_recipe(RawTable("a.csv", columns, ()))
    >>> reading.recipe.name, reading.how
    ('timelinejs', 'recognised')
    """
    if given is None and is_exported(table):
        return Reading(table, EXPORTED, "recognised")
    recipe = given or recognise(table)
    if recipe is not None:
        return Reading(prepare(table, recipe), recipe, "given" if given else "recognised")
    guess = guess_recipe(table)
    return Reading(table, guess.recipe, "guessed", guess)


def plan_import(readings: Sequence[Reading], target: Target, *, checks: bool = True) -> Plan:
    """Map all rows and return the items that the file does not have.

    Args:
        readings: the tables with their recipes.
        target: present content of the file.
        checks: whether events that a file may not have are left out, which takes as long again.

    Raises:
        InvalidEventError: an actor or a source is refused.

    Example:
        >>> from dashboard.formats.tables.raw_table import RawTable, Row
        >>> rows = [Row(2, {"Date": "2023", "Actor": "Japan", "Event": "Talks"}), Row(3, {})]
        >>> reading = with_recipe(RawTable("a.csv", ("Date", "Actor", "Event"), rows))
        >>> plan = plan_import([reading], Target())
        >>> len(plan.items["events"]), [left.reason for _, left in plan.left_out]
        (1, ['no date'])
    """
    imports = joined([*_mapped(readings, target)])
    new = without_present(imports, target)
    kept, refused = accepted(new.imports, target) if checks else (new.imports, [])
    items = dict(items_of(kept, target.directory))
    items["sources"] = [entry for entry in items["sources"] if entry["id"] not in target.sources]
    left = [(each.table.path, left) for each in imports for left in each.left_out]
    return Plan(imports, new, items, [*left, *refused])


def _mapped(readings: Iterable[Reading], target: Target) -> Iterable[Imported]:
    """Yield the import of each table; each knows the actors that those before have added."""
    directory, listed = target.directory, target.listed
    added: tuple[Actor, ...] = ()
    for each in readings:
        if each.recipe is EXPORTED:
            known = {*(actor.id for actor in (*listed, *added)), *target.types}
            yield read_exported(each.table, target.zone, target.events, known)
            continue
        found = map_rows(each.table, each.recipe, directory, (*listed, *added))
        added = (*added, *found.actors)
        directory = target.directory.with_actors(added)
        yield found


def rows_text(plan: Plan) -> str:
    r"""Return the left out rows whole as CSV, with the columns of their tables.

    >>> from dashboard.formats.tables.raw_table import RawTable, Row
    >>> table = RawTable("a.csv", ("date", "title", "note"), [Row(7, {"title": "Talks"})])
    >>> rows_text(plan_import([with_recipe(table)], Target()))
    'date,title,note\n,Talks,\n'
    """
    columns = (column for each in plan.imports for column in each.table.columns)
    rows = [left.row.cells for _, left in plan.left_out]
    names = dict.fromkeys([*columns, *(column for cells in rows for column in cells)])
    out = io.StringIO()
    writer = csv.DictWriter(out, [*names], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
