"""Tables that were exported: their rows are read back as the events that they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.formats.recipes.recipe import Recipe
from dashboard.formats.records.records_in import is_own, read_cells
from dashboard.formats.rows.mapper import Imported, LeftOut
from dashboard.words.language import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.formats.tables.raw_table import RawTable

EXPORTED = Recipe("exported", gettext_noop("Events exported as CSV"), {"date": ("date",)})
"""Stands for the rules of exported tables, which are not those of a recipe."""
_UNREADABLE = "unreadable cell"
"""Reason for which a row is left out."""
_ROW = re.compile(r"row ([0-9]+): ")


def is_exported(table: RawTable) -> bool:
    """Whether a table was written by the command ``export``.

    >>> from dashboard.formats.tables.raw_table import RawTable
    >>> is_exported(RawTable("a.csv", ("date", "title", "actors"), ()))
    False
    """
    return is_own(table.columns)


def read_exported(
    table: RawTable, zone: str, events: Iterable[str], known: Iterable[str]
) -> Imported:
    """Return the events of an exported table.

    Args:
        table: the table.
        zone: time zone of the file that the events go into.
        events: ids of the events of that file, to which links may lead.
        known: ids of the actors and types that this file lists already.
    """
    rows = {row.number: row for row in table.rows}
    numbered = ((number, row.cells) for number, row in rows.items())
    found = read_cells(numbered, zone, events)
    left = []
    for problem in found.problems:
        place = _ROW.match(problem)
        if place and int(place[1]) in rows:
            left.append(LeftOut(rows[int(place[1])], _UNREADABLE, problem[place.end() :]))
    refused = {each.row.number for each in left}
    kept = [index for index, row in enumerate(table.rows) if row.number not in refused]
    present = set(known)
    entries = {
        key: [entry for entry in listed if entry["id"] not in present]
        for key, listed in (("actors", found.actors), ("types", found.types))
    }
    return Imported(
        table,
        EXPORTED,
        found.events,
        [(index,) for index in kept],
        (),
        (),
        len(table.rows) + len(table.unread),
        0,
        tuple(left),
        entries=entries,
    )
