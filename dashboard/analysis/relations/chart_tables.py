"""The charts of relations as tables: dyads, actors by camp, bars over time, and changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.dyads import find_both
from dashboard.analysis.relations.half_words import headings_of
from dashboard.analysis.relations.measuring import measure_dyads
from dashboard.analysis.relations.tables import tabulate_dyads
from dashboard.analysis.table import Column, Kind, Table
from dashboard.model.codes import RelationKind
from dashboard.query.ordering import rows_within
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, gettext_noop, ngettext, pgettext, pgettext_noop
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
_KINDS = {
    RelationKind.DIRECTED: pgettext_noop("some of the relations of a dyad", "{n} directed"),
    RelationKind.SIGNAL: pgettext_noop("some of the relations of a dyad", "{n} signal"),
    RelationKind.MUTUAL: pgettext_noop("some of the relations of a dyad", "{n} mutual"),
    RelationKind.JOINT: pgettext_noop("some of the relations of a dyad", "{n} joint"),
}
_NOTES = (
    gettext_noop("strongly both"),
    gettext_noop("none confirmed or reported"),
    gettext_noop("only acting together"),
)
"""Notes about a dyad and its events."""
_SIDES = {
    "conflict": pgettext_noop("side of the events of a bar", "conflict"),
    "neutral": pgettext_noop("side of the events of a bar", "neutral"),
    "cooperation": pgettext_noop("side of the events of a bar", "cooperation"),
}
"""Words for the sides, by the word of the ``Side``."""


def tabulate_edges(question: Question) -> Table:
    """Return the dyads of the network and of the matrix, with the kinds of their relations."""
    measures = measure_dyads(question.level, question.scope.related)
    (table,) = tabulate_dyads(question, measures, MOST_DYADS, linked=True)
    columns = {
        **table.columns,
        "kinds": Column(Kind.TEXT, gettext("Kinds of relations")),
        "notes": Column(Kind.TEXT, pgettext("heading of a column", "Notes")),
    }
    values = {
        **table.values,
        "kinds": list(_kinds(question, measures)),
        "notes": list(_notes(question, measures)),
    }
    shown = (*table.shown, "kinds", "notes")
    rest = table.total - table.rows
    note = (
        ngettext(
            "The first {rows}; the Measures view has {n} more.",
            "The first {rows}; the Measures view has {n} more.",
            rest,
            rows=table.rows,
        )
        if rest
        else ""
    )
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
        yield listed(
            pgettext("some of the relations of a dyad", words, n=numbers[kind])
            for kind, words in _KINDS.items()
            if numbers[kind]
        )


def _notes(question: Question, measures: DyadMeasures) -> Iterator[str]:
    """Yield the caveats of each dyad that its drawing shows by its colours and lines."""
    both = find_both(question.level.cells, question.scope.related, measures.dyads).holds
    flags = (both, measures.dyads.in_doubt, measures.dyads.joint)
    words = [gettext(note) for note in _NOTES]
    for holds in zip(*(column[:MOST_DYADS].tolist() for column in flags), strict=True):
        yield listed(word for word, is_so in zip(words, holds, strict=True) if is_so) or "–"


def tabulate_nodes(question: Question) -> Table:
    """Return the nodes of the network, with their camps and their numbers of events."""
    positions, blocs = question.positions, question.dataset.tables.blocs
    order = positions.order.tolist()
    totals = question.level.count_events(question.scope.around)[positions.node].tolist()
    own = positions.names
    names = [isolated(own[node]) for node in order]
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
        "actor": Column(Kind.TEXT, pgettext("heading of a column", "Actor")),
        "camp": Column(Kind.COUNT, pgettext("heading of a column", "Camp")),
        "events": Column(Kind.COUNT, pgettext("heading of a column", "Events")),
        "blocs": Column(Kind.TEXT, pgettext("heading of a column", "Member of")),
    }
    return Table.whole(
        gettext("Actors by camp"), columns, values, {"actor": list(map(Link, names, queries))}
    )


def tabulate_courses(over_time: OverTime) -> Table:
    """Return the bars over time."""
    bars = [(one.who, bar) for one in over_time.directions for bar in one.bars]
    values: dict[str, list[Any]] = {
        "who": [who for who, _ in bars],
        "when": [bar.when for _, bar in bars],
        "side": [pgettext("side of the events of a bar", _SIDES[bar.side]) for _, bar in bars],
        "events": [bar.top - bar.bottom for _, bar in bars],
        "mean": [bar.mean for _, bar in bars],
    }
    columns = {
        "who": Column(Kind.TEXT, pgettext("heading of a column", "Direction")),
        "when": Column(Kind.TEXT, pgettext("heading of a column", "When")),
        "side": Column(Kind.TEXT, pgettext("heading of a column", "Side")),
        "events": Column(Kind.COUNT, pgettext("heading of a column", "Events")),
        "mean": Column(Kind.SCORE, pgettext("heading of a column", "Mean")),
    }
    return Table.whole(
        pgettext("title of a table: the bars of a chart", "Bars"),
        columns,
        values,
        few={"mean": [bar.few for _, bar in bars]},
    )


def tabulate_moves(spec: BeforeAfter) -> Table:
    """Return the pairs of before and after that are drawn."""
    columns = {"pair": Column(Kind.TEXT, pgettext("heading of a column", "Pair"))}
    values: dict[str, list[Any]] = {"pair": [row.names for row in spec.rows]}
    for name, side in zip(("before", "after"), spec.sides, strict=True):
        halves = [getattr(row, name) for row in spec.rows]
        events, joint, mean = headings_of(side)
        columns[f"n_{name}"] = Column(Kind.COUNT, events)
        columns[f"joint_{name}"] = Column(Kind.COUNT, joint)
        columns[f"mean_{name}"] = Column(Kind.SCORE, mean)
        values[f"n_{name}"] = [half.n for half in halves]
        values[f"joint_{name}"] = [half.joint for half in halves]
        values[f"mean_{name}"] = [half.mean for half in halves]
    columns["change"] = Column(Kind.SCORE, pgettext("heading of a column", "Change"))
    values["change"] = [row.change for row in spec.rows]
    few = {"change": [row.few for row in spec.rows]}
    title = pgettext("title of a table: the pairs of a chart", "Pairs")
    return Table.whole(title, columns, values, {"pair": [row.link for row in spec.rows]}, few)


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
        "event": Column(Kind.TEXT, pgettext("heading of a column", "Event")),
        "zero": Column(Kind.TEXT, pgettext("heading of a column", "Day 0")),
        "when": Column(Kind.TEXT, pgettext("heading of a column", "Distance")),
        "occasion": Column(Kind.TEXT, pgettext("heading of a column", "Date, type and score")),
        "standing": Column(Kind.TEXT, pgettext("heading of a column", "Status and sources")),
    }
    queries = (mark.query for _, mark in marks)
    links = {"event": list(map(Link, titles, queries))}
    return Table.whole(pgettext("title of a table", "Events"), columns, values, links)
