"""Measures as CSV: every actor, dyad or triad in view, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.analysis.dyads import FEW
from dashboard.analysis.measures import list_triads, measure_actors, measure_dyads, triad_ties
from dashboard.web.answers import check_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.analysis.measures import DyadMeasures
    from dashboard.query.columns import BoolArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

MEASURE_TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actors": (
            *("id", "name", "events_out", "mean_out", "events_in", "mean_in"),
            *("most_against", "conflict_events"),
        ),
        "dyads": (
            *("source", "target", "source_name", "target_name", "events", "mean", "sum"),
            *("conflict", "neutral", "cooperation", "reciprocity", "first", "last", "few"),
        ),
        "triads": ("one", "two", "three", "one_two", "one_three", "two_three", "balanced"),
    }
)
"""The tables and their columns."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""
_MOST_TRIADS = 100_000


def measures_csv(tables: Tables, selection: Selection, table: str) -> str:
    """Return one of ``MEASURE_TABLES`` for the events in view, whatever dyad is chosen.

    Texts that a spreadsheet would run as a formula get an apostrophe in front.

    Raises:
        TooLargeError: there are too many dyads.
    """
    level = tables.level(selection.nodes)
    related = selection.scope(tables).related
    dyads = measure_dyads(level, related)
    rows: Iterator[tuple[object, ...]]
    if table == "actors":
        rows = _actors(level, related, dyads)
    elif table == "dyads":
        names = [id_ + name for id_, name in zip(level.ids, level.names, strict=True)]
        check_size(dyads.dyads, names)
        rows = _dyads(tables, level, dyads)
    else:
        rows = _triads(level, dyads)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(MEASURE_TABLES[table])
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    if isinstance(cell, float):
        return "" if isnan(cell) else round(cell, 4)
    return cell


def _actors(level: Level, related: BoolArray, dyads: DyadMeasures) -> Iterator[tuple[object, ...]]:
    found = measure_actors(level, related, dyads)
    columns = (found.node, found.n_out, found.mean_out, found.n_in, found.mean_in)
    rows = (*columns, found.rival, found.against)
    for node, n_out, out, n_in, into, rival, n in zip(*(c.tolist() for c in rows), strict=True):
        against = level.ids[rival] if n else ""
        yield level.ids[node], level.names[node], n_out, out, n_in, into, against, n


def _dyads(tables: Tables, level: Level, found: DyadMeasures) -> Iterator[tuple[object, ...]]:
    dates = tables.events["date"].to_numpy()
    dyads = found.dyads
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.sum, found.reciprocity)
    for source, target, n, mean, total, returned, sides, first, last in zip(
        *(column.tolist() for column in columns),
        found.sides.tolist(),
        dates[found.first],
        dates[found.last],
        strict=True,
    ):
        ends = level.ids[source], level.ids[target], level.names[source], level.names[target]
        yield *ends, n, mean, total, *sides, returned, first, last, "yes" if n < FEW else "no"


def _triads(level: Level, found: DyadMeasures) -> Iterator[tuple[object, ...]]:
    ties = triad_ties(level, found.dyads)
    for one, two, three, *signs in list_triads(ties, _MOST_TRIADS):
        ids = (level.ids[ties.node[place]] for place in (one, two, three))
        balanced = "yes" if signs[0] * signs[1] * signs[2] > 0 else "no"
        yield *ids, *signs, balanced
