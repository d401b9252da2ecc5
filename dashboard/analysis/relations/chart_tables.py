"""The charts of relations as tables: dyads, actors by camp, bars over time, and changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.dyads import find_both
from dashboard.analysis.relations.measuring import measure_dyads
from dashboard.analysis.relations.tables import tabulate_dyads
from dashboard.analysis.table import Column, Kind, Table
from dashboard.model.codes import RelationKind
from dashboard.query.ordering import rows_within
from dashboard.words.direction import isolated
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.aligned import Aligned
    from dashboard.analysis.relations.before_after import BeforeAfter
    from dashboard.analysis.relations.measuring import DyadMeasures
    from dashboard.analysis.relations.over_time import OverTime
    from dashboard.analysis.relations.question import Question

MOST_DYADS = 200
"""Largest number of dyads in a table of a chart; the measures and their file hold all."""


def tabulate_edges(question: Question) -> Table:
    """Return the dyads of the network and of the matrix, with the kinds of their relations."""
    measures = measure_dyads(question.level, question.scope.related)
    (table,) = tabulate_dyads(question, measures, MOST_DYADS, linked=True)
    columns = {
        **table.columns,
        "kinds": Column(Kind.TEXT, "Kinds of relations"),
        "notes": Column(Kind.TEXT, "Notes"),
    }
    values = {
        **table.values,
        "kinds": list(_kinds(question, measures)),
        "notes": list(_notes(question, measures)),
    }
    shown = (*table.shown, "kinds", "notes")
    rest = table.total - table.rows
    note = f"The first {table.rows:,}; the Measures view has {rest:,} more." if rest else ""
    return replace(table, columns=columns, values=values, shown=shown, note=note)


def _kinds(question: Question, measures: DyadMeasures) -> Iterator[str]:
    """Yield the number of relations of each kind of the dyads: ``3 directed and 1 joint``."""
    cells = question.level.cells
    rows = rows_within(cells.event, question.scope.related)
    kind = question.level.relations["kind"].cat.codes.to_numpy()[rows]
    chosen = question.scope.related[cells.event[rows]]
    group = cells.dyad[rows][chosen].astype(np.int64) * len(RelationKind) + kind[chosen]
    counts = np.bincount(group, minlength=cells.dyads * len(RelationKind))
    of_dyad = counts.reshape(-1, len(RelationKind))[measures.dyads.number[:MOST_DYADS]]
    for numbers in of_dyad.tolist():
        yield listed(f"{numbers[kind]:,} {kind.word}" for kind in RelationKind if numbers[kind])


def _notes(question: Question, measures: DyadMeasures) -> Iterator[str]:
    """Yield the caveats of each dyad that its drawing shows by its colours and lines."""
    both = find_both(question.level.cells, question.scope.related, measures.dyads).holds
    flags = (both, measures.dyads.in_doubt, measures.dyads.joint)
    words = ("strongly both", "none confirmed or reported", "only acting together")
    for holds in zip(*(column[:MOST_DYADS].tolist() for column in flags), strict=True):
        yield listed(word for word, is_so in zip(words, holds, strict=True) if is_so) or "–"


def tabulate_nodes(question: Question) -> Table:
    """Return the nodes of the network, with their camps and their numbers of events."""
    positions, blocs = question.positions, question.dataset.tables.blocs
    order = positions.order.tolist()
    totals = question.level.count_events(question.scope.around)[positions.node].tolist()
    names = [isolated(positions.names[node]) for node in order]
    queries = question.selection.queries_of_nodes([positions.ids[node] for node in order])
    members = [
        listed(isolated(bloc.name) for bloc in blocs if positions.ids[node] in bloc.members)
        for node in order
    ]
    values: dict[str, list[Any]] = {
        "actor": names,
        "camp": [int(positions.column[node]) + 1 for node in order],
        "events": [totals[node] for node in order],
        "blocs": [words or "–" for words in members],
    }
    columns = {
        "actor": Column(Kind.TEXT, "Actor"),
        "camp": Column(Kind.COUNT, "Camp"),
        "events": Column(Kind.COUNT, "Events"),
        "blocs": Column(Kind.TEXT, "Member of"),
    }
    return Table.whole(
        "Actors by camp", columns, values, {"actor": list(map(Link, names, queries))}
    )


def tabulate_courses(over_time: OverTime) -> Table:
    """Return the bars over time."""
    bars = [(one.who, bar) for one in over_time.directions for bar in one.bars]
    values: dict[str, list[Any]] = {
        "who": [who for who, _ in bars],
        "when": [bar.when for _, bar in bars],
        "side": [bar.side for _, bar in bars],
        "events": [bar.top - bar.bottom for _, bar in bars],
        "mean": [bar.mean for _, bar in bars],
    }
    columns = {
        "who": Column(Kind.TEXT, "Direction"),
        "when": Column(Kind.TEXT, "When"),
        "side": Column(Kind.TEXT, "Side"),
        "events": Column(Kind.COUNT, "Events"),
        "mean": Column(Kind.SCORE, "Mean"),
    }
    return Table.whole("Bars", columns, values, few={"mean": [bar.few for _, bar in bars]})


def tabulate_moves(spec: BeforeAfter) -> Table:
    """Return the pairs of before and after that are drawn."""
    columns = {"pair": Column(Kind.TEXT, "Pair")}
    values: dict[str, list[Any]] = {"pair": [row.names for row in spec.rows]}
    for name, side in zip(("before", "after"), spec.sides, strict=True):
        halves = [getattr(row, name) for row in spec.rows]
        columns[f"n_{name}"] = Column(Kind.COUNT, f"Events, {side}")
        columns[f"joint_{name}"] = Column(Kind.COUNT, f"Only together, {side}")
        columns[f"mean_{name}"] = Column(Kind.SCORE, f"Mean, {side}")
        values[f"n_{name}"] = [half.n for half in halves]
        values[f"joint_{name}"] = [half.joint for half in halves]
        values[f"mean_{name}"] = [half.mean for half in halves]
    columns["change"] = Column(Kind.SCORE, "Change")
    values["change"] = [row.change for row in spec.rows]
    few = {"change": [row.few for row in spec.rows]}
    return Table.whole("Pairs", columns, values, {"pair": [row.link for row in spec.rows]}, few)


def tabulate_strips(aligned: Aligned) -> Table:
    """Return the events of the strips around their days 0."""
    marks = [(strip, mark) for strip in aligned.strips for mark in strip.marks]
    titles = [mark.event.title for _, mark in marks]
    values: dict[str, list[Any]] = {
        "event": titles,
        "zero": [strip.name.words for strip, _ in marks],
        "when": [mark.when for _, mark in marks],
        "occasion": [mark.event.occasion for _, mark in marks],
        "standing": [mark.event.standing for _, mark in marks],
    }
    columns = {
        "event": Column(Kind.TEXT, "Event"),
        "zero": Column(Kind.TEXT, "Day 0"),
        "when": Column(Kind.TEXT, "Distance"),
        "occasion": Column(Kind.TEXT, "Date, type and score"),
        "standing": Column(Kind.TEXT, "Status and sources"),
    }
    queries = (mark.query for _, mark in marks)
    return Table.whole("Events", columns, values, {"event": list(map(Link, titles, queries))})
