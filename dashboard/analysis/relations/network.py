"""The network as a specification: nodes in columns, one line for each pair, words and queries.

Nodes keep the positions that the whole file gives them; a selection only decides which lines there
are and which nodes are set back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.curves import curve_pairs, lengths_of, line_widths
from dashboard.analysis.relations.dyads import Both, Dyads, find_both, tally
from dashboard.analysis.relations.finding import find_camps, find_dyads
from dashboard.analysis.relations.words import NO_RELATIONS, Description, describe_dyads
from dashboard.query.matching import dyads_of
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from dashboard.analysis.relations.layout import NodePositions, Nodes, Size
    from dashboard.analysis.relations.question import Question
    from dashboard.query.columns import BoolArray, FloatArray, IntArray

MOST_PAIRS = 80
"""Largest number of pairs that are drawn: those with the most events."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """One line for each pair of nodes with a relation in view.

    Attributes:
        ends: (pairs, 2) array of positions in ``Network.ids``.
        dyad: (pairs, 2) array: the row in ``Network.dyads`` of what each end did to the other; -1
            where it did nothing.
        halves: (pairs, 2, 4, 2) array of control points in pixels; see ``curve_pairs``.
    """

    ends: IntArray
    dyad: IntArray
    halves: FloatArray


@dataclass(frozen=True, eq=False)
class Network:
    """Everything that is drawn.

    Attributes:
        size: the plot area; higher than asked for where there are many nodes.
        ids: ids of the nodes.
        nodes: centres, radii and names of the nodes.
        node_colors: own colour of each node, or an empty text.
        node_events: number of events in which each node takes part, whoever else is chosen.
        node_words, node_queries: each node in words, and the selection that a click leads to.
        column: 0 for nodes of the left column, 1 for those of the right one.
        active: whether each node has a line in view.
        node_chosen: whether each node is chosen by a filter.
        blocs: (blocs, nodes) array: which nodes are members of each bloc of the file.
        bloc_colors: own colour of each bloc, or an empty text.
        dyads: who acted on whom; ``source`` and ``target`` are positions in ``ids``.
        pairs: the lines; each half is a dyad or empty.
        widths: width of the half of each dyad in pixels.
        tone: code of the ``Tone`` of each dyad; see ``Dyads.tone``.
        both: dyads that are drawn in two colours.
        chosen: whether each dyad is chosen by a filter.
        edge_words, edge_queries: each dyad in words, and the selection that a click leads to.
        hidden_edges: number of dyads in view that are not drawn.
        note: sentences about what is not drawn, or an empty text.
        finding: what the network shows, in words.
        camps: who is in which column, in words; empty where there is only one.
    """

    size: Size
    ids: tuple[str, ...]
    nodes: Nodes
    node_colors: tuple[str, ...]
    node_events: IntArray
    node_words: tuple[Description, ...]
    node_queries: tuple[str, ...]
    column: IntArray
    active: BoolArray
    node_chosen: BoolArray
    blocs: BoolArray
    bloc_colors: tuple[str, ...]
    dyads: Dyads
    pairs: Pairs
    widths: FloatArray
    tone: IntArray
    both: Both
    chosen: BoolArray
    edge_words: tuple[Description, ...]
    edge_queries: tuple[str, ...]
    hidden_edges: int
    note: str
    finding: str
    camps: str


def compute(question: Question) -> Network:
    """Compute the network of the events in view."""
    dataset, selection, size = question.dataset, question.selection, question.size
    level, positions, scope = question.level, question.positions, question.scope
    nodes = dataset.nodes(selection.nodes, size)
    every = tally(level.cells, scope.related, positions.node)
    chosen = _chosen(question, every)
    rows = _strongest(every, chosen, len(positions.ids))
    dyads, chosen = every.take(rows), chosen[rows]
    pairs = _pairs(positions, nodes, dyads)
    active = np.zeros(len(positions.ids), dtype=bool)
    active[dyads.source] = active[dyads.target] = True
    totals = level.count_events(scope.around)[positions.node]
    blocs = [bloc for bloc in dataset.tables.blocs if _members(bloc.members, positions).sum() > 1]
    members = np.array([_members(bloc.members, positions) for bloc in blocs], dtype=bool)
    members = members.reshape(len(blocs), len(positions.ids))
    hidden = len(every.n) - len(dyads.n)
    return Network(
        size=size._replace(height=nodes.height),
        ids=positions.ids,
        nodes=nodes,
        node_colors=tuple(level.nodes["color"].to_numpy()[positions.node].tolist()),
        node_events=totals,
        node_words=_node_words(positions, totals, [bloc.name for bloc in blocs], members),
        node_queries=_node_queries(question),
        column=positions.column,
        active=active,
        node_chosen=np.isin(positions.ids, (*selection.countries, *selection.actors)),
        blocs=members,
        bloc_colors=tuple(bloc.color or "" for bloc in blocs),
        dyads=dyads,
        pairs=pairs,
        widths=line_widths(dyads.n, dyads.few, _lengths(pairs, dyads)),
        tone=dyads.tone,
        both=find_both(level.cells, scope.related, dyads),
        chosen=chosen,
        edge_words=tuple(describe_dyads(question, dyads)),
        edge_queries=_edge_queries(question, dyads, chosen),
        hidden_edges=hidden,
        note=_note(len(dyads.n), positions.hidden, hidden),
        finding=find_dyads(positions.names, every),
        camps=find_camps(positions),
    )


def _chosen(question: Question, dyads: Dyads) -> BoolArray:
    """Return whether each dyad is chosen by a filter."""
    mask = np.zeros(len(dyads.n), dtype=bool)
    for dyad in question.selection.dyads:
        mask |= dyads_of(question.level, dyad)[dyads.number]
    return mask


def _strongest(dyads: Dyads, chosen: BoolArray, nodes: int) -> IntArray:
    """Return the dyads to draw, ascending: of chosen pairs, then of those with the most events."""
    pair = _pair_numbers(dyads, nodes)
    n = np.bincount(pair, dyads.n, nodes * nodes)
    first = np.bincount(pair, chosen, nodes * nodes)
    found = np.unique(pair)
    kept = found[np.lexsort((found, -n[found], first[found] == 0))[:MOST_PAIRS]]
    return np.flatnonzero(np.isin(pair, kept))


def _pair_numbers(dyads: Dyads, nodes: int) -> IntArray:
    low, high = np.minimum(dyads.source, dyads.target), np.maximum(dyads.source, dyads.target)
    return low * nodes + high


def _pairs(positions: NodePositions, nodes: Nodes, dyads: Dyads) -> Pairs:
    """Join both directions of each pair to one line."""
    found, row = np.unique(_pair_numbers(dyads, len(positions.ids)), return_inverse=True)
    ends = np.stack(np.divmod(found, max(1, len(positions.ids))), axis=1)
    dyad = np.full((len(found), 2), -1)
    dyad[row, (dyads.source > dyads.target).astype(np.int64)] = np.arange(len(dyads.n))
    return Pairs(ends, dyad, curve_pairs(positions, nodes, ends[:, 0], ends[:, 1]))


def _lengths(pairs: Pairs, dyads: Dyads) -> FloatArray:
    """Return the length of the half of each dyad."""
    length = np.zeros(len(dyads.n))
    drawn = pairs.dyad >= 0
    length[pairs.dyad[drawn]] = lengths_of(pairs.halves)[drawn]
    return length


def _members(ids: tuple[str, ...], positions: NodePositions) -> BoolArray:
    return np.isin(positions.ids, ids)


def _node_words(
    positions: NodePositions, totals: IntArray, blocs: list[str], members: BoolArray
) -> tuple[Description, ...]:
    """Describe each node: its name, its number of events, and the blocs of which it is a member."""
    words = []
    for node, (name, n) in enumerate(zip(positions.names, totals.tolist(), strict=True)):
        own = [isolated(bloc) for bloc, has in zip(blocs, members[:, node], strict=True) if has]
        notes = (gettext("member of {blocs}", blocs=listed(own)),) if own else ()
        events = ngettext("{n} event", "{n} events", n)
        words.append(Description(isolated(name), events, notes))
    return tuple(words)


def _node_queries(question: Question) -> tuple[str, ...]:
    """Return the query of each node's events; that of a chosen node takes the choice back."""
    selection, ids = question.selection, question.positions.ids
    queries = selection.queries_of_nodes(ids)
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    if len(chosen) == 1 and chosen[0] in ids:
        queries[ids.index(chosen[0])] = replace(selection.of_anyone, event="").to_query()
    return tuple(queries)


def _edge_queries(question: Question, dyads: Dyads, chosen: BoolArray) -> tuple[str, ...]:
    """Return the query of each edge's events; that of a chosen dyad takes the choice back."""
    selection, ids = question.selection, question.positions.ids
    pairs = zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    queries = selection.queries_of_dyads(f"{ids[source]}:{ids[target]}" for source, target in pairs)
    if not selection.dyads:
        return tuple(queries)
    without = replace(selection, dyads=(), event="").to_query()
    return tuple(
        without if is_chosen else query
        for query, is_chosen in zip(queries, chosen.tolist(), strict=True)
    )


def _note(edges: int, hidden_nodes: int, hidden_edges: int) -> str:
    """Return sentences about what is not drawn: too much for the plot area, or nothing at all."""
    notes = []
    if not edges:
        notes.append(gettext(NO_RELATIONS))
    if hidden_nodes:
        notes.append(
            ngettext(
                "{n} actor with fewer relations is not shown.",
                "{n} actors with fewer relations are not shown.",
                hidden_nodes,
            )
        )
    if hidden_edges:
        notes.append(
            ngettext(
                "{n} dyad with fewer events is not drawn.",
                "{n} dyads with fewer events are not drawn.",
                hidden_edges,
            )
        )
    if hidden_nodes or hidden_edges:
        notes.append(gettext("The Measures view lists them all."))
    return " ".join(notes)
