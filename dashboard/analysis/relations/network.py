"""The network as a specification: nodes, curved edges, blocs, words and link targets.

Nodes keep the positions that the whole file gives them; a selection only decides which edges there
are and which nodes are faded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.curves import Curves, curve_edges
from dashboard.analysis.relations.dyads import Dyads, tally
from dashboard.analysis.relations.words import NO_RELATIONS, Description, describe_dyads
from dashboard.query.matching import dyads_of
from dashboard.words.direction import isolated
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from dashboard.analysis.relations.hulls import Hull
    from dashboard.analysis.relations.layout import Nodes, Size
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import BoolArray, IntArray

MOST_EDGES = 120
"""Largest number of edges that are drawn: those with the most events."""


@dataclass(frozen=True, eq=False)
class Network:
    """Everything that is drawn.

    Attributes:
        size: the plot area.
        ids: ids of the nodes.
        nodes: centres, radii and labels of the nodes.
        node_colors: own colour of each node, or an empty text.
        node_events: number of events in which each node takes part, whoever else is chosen.
        node_words, node_queries: each node in words, and the selection that a click leads to.
        active: whether each node has an edge in view.
        dyads: the edges; ``source`` and ``target`` are positions in ``ids``.
        curves: their paths, arrow heads and handles.
        tone: code of the ``Tone`` of each edge; see ``Dyads.tone``.
        chosen: whether each edge is of the chosen dyad; all are if none is chosen.
        edge_words, edge_queries: each edge in words, and the selection that a click leads to.
        hulls: outlines of the blocs.
        hidden_edges: number of edges in view that are not drawn.
        note: sentences about what is not drawn, or an empty text.
    """

    size: Size
    ids: tuple[str, ...]
    nodes: Nodes
    node_colors: tuple[str, ...]
    node_events: IntArray
    node_words: tuple[Description, ...]
    node_queries: tuple[str, ...]
    active: BoolArray
    dyads: Dyads
    curves: Curves
    tone: IntArray
    chosen: BoolArray
    edge_words: tuple[Description, ...]
    edge_queries: tuple[str, ...]
    hulls: tuple[Hull, ...]
    hidden_edges: int
    note: str


def compute(question: Question) -> Network:
    """Compute the network of the events in view."""
    dataset, selection, size = question.dataset, question.selection, question.size
    positions = question.positions
    nodes = dataset.nodes(selection.nodes, size)
    every = tally(question.level.cells, question.scope.related, positions.node)
    chosen = _chosen(question, every)
    rows = _strongest(every, chosen)
    dyads, chosen = every.take(rows), chosen[rows]
    active = np.zeros(len(positions.ids), dtype=bool)
    active[dyads.source] = active[dyads.target] = True
    totals = question.level.count_events(question.scope.around)[positions.node]
    hidden = len(every.n) - len(dyads.n)
    return Network(
        size=size,
        ids=positions.ids,
        nodes=nodes,
        node_colors=tuple(question.level.nodes["color"].to_numpy()[positions.node].tolist()),
        node_events=totals,
        node_words=tuple(
            Description(isolated(name), count(n, "event"))
            for name, n in zip(positions.names, totals.tolist(), strict=True)
        ),
        node_queries=_node_queries(question),
        active=active,
        dyads=dyads,
        curves=curve_edges(nodes.x, nodes.y, nodes.radius, dyads.source, dyads.target),
        tone=dyads.tone,
        chosen=chosen,
        edge_words=tuple(describe_dyads(question, dyads)),
        edge_queries=_edge_queries(question, dyads, chosen),
        hulls=dataset.hulls(selection.nodes, size),
        hidden_edges=hidden,
        note=_note(len(dyads.n), positions.hidden, hidden),
    )


def _chosen(question: Question, dyads: Dyads) -> BoolArray:
    """Return whether each dyad is the chosen one; all are if none is chosen."""
    if question.selection.dyad is None:
        return np.ones(len(dyads.n), dtype=bool)
    return dyads_of(question.level, question.selection.dyad)[dyads.number]


def _strongest(dyads: Dyads, chosen: BoolArray) -> IntArray:
    """Return the rows to draw, ascending: the chosen dyad, then those with the most events."""
    order = np.lexsort((np.arange(len(dyads.n)), -dyads.n, ~chosen))
    return np.sort(order[:MOST_EDGES])


def _node_queries(question: Question) -> tuple[str, ...]:
    """Return the query of each node's events; that of a chosen node takes the choice back."""
    selection, ids = question.selection, question.positions.ids
    queries = selection.queries_of_nodes(ids)
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    if len(chosen) == 1 and chosen[0] in ids:
        queries[ids.index(chosen[0])] = replace(selection.of_anyone, event="").to_query()
    return tuple(queries)


def _edge_queries(question: Question, dyads: Dyads, chosen: BoolArray) -> tuple[str, ...]:
    """Return the query of each edge's events; that of the chosen dyad takes the choice back."""
    selection, ids = question.selection, question.positions.ids
    pairs = zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    queries = selection.queries_of_dyads(f"{ids[source]}:{ids[target]}" for source, target in pairs)
    if selection.dyad is None:
        return tuple(queries)
    without = replace(selection, dyad=None, event="").to_query()
    return tuple(
        without if is_chosen else query
        for query, is_chosen in zip(queries, chosen.tolist(), strict=True)
    )


def _note(edges: int, hidden_nodes: int, hidden_edges: int) -> str:
    """Return sentences about what is not drawn: too much for the plot area, or nothing at all."""
    notes = []
    if not edges:
        notes.append(NO_RELATIONS)
    if hidden_nodes:
        notes.append(f"{hidden_nodes:,} actors with fewer relations are not shown.")
    if hidden_edges:
        notes.append(f"{hidden_edges:,} dyads with fewer events are not drawn.")
    if hidden_nodes or hidden_edges:
        notes.append("The Measures view lists them all.")
    return " ".join(notes)
