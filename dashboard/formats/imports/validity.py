"""The last check of an import: what the reader of events files refuses becomes a left out row."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.formats.imports.documents import actor_entry, document_lines, items_of
from dashboard.formats.rows.mapper import Imported, LeftOut
from dashboard.reading.book import read_book
from dashboard.writing.errors import FieldProblem, InvalidEventError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.formats.imports.target import Target
    from dashboard.model.problems import Problem

REFUSED = "not accepted in an events file"
"""Reason for which a row is left out."""
_BEGIN = "  - "
"""Begin of an item of a list in the text of a new file."""


def accepted(
    imports: Sequence[Imported], target: Target
) -> tuple[list[Imported], list[tuple[str, LeftOut]]]:
    """Return the imports without the events that the reader refuses, and the rows of those.

    Raises:
        InvalidEventError: an actor or a source is refused.
    """
    kept = [*imports]
    refused: list[tuple[str, LeftOut]] = []
    while True:
        lines, problems = _problems(kept, target)
        if not problems:
            return kept, refused
        first = lines.index("events:") + 1
        starts = [k + 1 for k in range(first, len(lines)) if lines[k].startswith(_BEGIN)]
        found: dict[int, Problem] = {}
        for problem in problems:
            place = bisect_right(starts, problem.line) - 1
            if place < 0:
                raise InvalidEventError([FieldProblem((), problem)])
            found.setdefault(place, problem)
        begin = 0
        for k, each in enumerate(kept):
            kept[k] = _without(each, begin, found, refused)
            begin += len(each.events)


def _problems(imports: Sequence[Imported], target: Target) -> tuple[list[str], list[Problem]]:
    """Return the lines of the new items with the actors of the file, and the errors in them."""
    items = items_of(imports, target.directory)
    old = [actor_entry(actor, target.directory) for actor in target.listed]
    types = [*target.types.values(), *items["types"]]
    lines = [*document_lines({**items, "types": types, "actors": [*old, *items["actors"]]})]
    reading = read_book("\n".join(lines) + "\n")
    return lines, [problem for problem in reading.problems if problem.is_error]


def _without(
    each: Imported, begin: int, found: Mapping[int, Problem], refused: list[tuple[str, LeftOut]]
) -> Imported:
    kept = []
    for k, rows in enumerate(each.origins):
        problem = found.get(begin + k)
        if problem is None:
            kept.append(k)
            continue
        for index in rows:
            row = each.table.rows[index]
            refused.append((each.table.path, LeftOut(row, REFUSED, problem.message)))
    events = [each.events[k] for k in kept]
    return replace(each, events=events, origins=[each.origins[k] for k in kept])
