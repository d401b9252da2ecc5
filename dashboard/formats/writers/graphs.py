"""The relations in view as a graph: GEXF 1.3 for Gephi, GraphML for everything else.

Nodes are countries or actors, edges are directed dyads. The weight of an edge is its number of
relations, its mean their mean score. Positions are those of the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.question import Question
from dashboard.analysis.tone import tone_of
from dashboard.figures.theme import THEMES
from dashboard.formats.records.relation_records import relation_records
from dashboard.formats.writers.xml import document, readable
from dashboard.markup import element, h
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, format_seconds
from dashboard.words.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.formats.export import Export
    from dashboard.markup import Markup

_GEXF = "http://gexf.net/1.3"
_SPREAD = 1000.0
"""Width and height of the positions."""
_NODE = {"kind": "string", "acts": "long"}
_EDGE = {
    "mean": "double",
    "sum": "double",
    "few": "boolean",
    "joint": "boolean",
    "first": "string",
    "last": "string",
}
"""Types of the attributes, in the words of GEXF; those of GraphML are the same."""


class _Graph(NamedTuple):
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    about: str


def write_gexf(export: Export) -> Iterator[str]:
    """Yield the graph with positions, colours, sizes, weights, and the days of each edge."""
    graph = _graph(export)
    colors = THEMES[export.look.scheme].tones
    nodes = (
        h.node(
            _values(_NODE, node),
            _place(node),
            element("viz:size", value=f"{4 + 4 * np.sqrt(node['acts']):.2f}"),
            id=node["id"],
            label=readable(node["name"]),
        )
        for node in graph.nodes
    )
    edges = (
        h.edge(
            _values(_EDGE, edge),
            element("viz:color", **_rgb(colors[tone_of(edge["mean"])])),
            id=number,
            source=edge["source"],
            target=edge["target"],
            weight=edge["n"],
            start=edge["first"],
            end=edge["last"],
        )
        for number, edge in enumerate(graph.edges)
    )
    meta = h.meta(
        h.creator("geopolitical-timeline"),
        h.description(readable(graph.about)),
        h.keywords(readable(export.title)),
        lastmodifieddate=export.day,
    )
    body = h.graph(
        *(_declared(of, kinds) for of, kinds in (("node", _NODE), ("edge", _EDGE))),
        h.nodes(nodes),
        h.edges(edges),
        defaultedgetype="directed",
        mode="dynamic",
        timeformat="date",
    )
    spaces = {"xmlns": _GEXF, "xmlns:viz": f"{_GEXF}/viz"}
    yield document(h.gexf(meta, body, version="1.3", **spaces))


def write_graphml(export: Export) -> Iterator[str]:
    """Yield the graph as GraphML."""
    graph = _graph(export)
    kinds = {
        "node": {"name": "string", "x": "double", "y": "double", **_NODE},
        "edge": {"weight": "long", **_EDGE},
    }
    keys = (
        h.key(id=f"{of}-{name}", for_=of, **{"attr.name": name, "attr.type": kind})
        for of, names in kinds.items()
        for name, kind in names.items()
    )
    nodes = (h.node(_data("node", kinds, node), id=node["id"]) for node in graph.nodes)
    edges = (
        h.edge(
            _data("edge", kinds, {**edge, "weight": edge["n"]}),
            source=edge["source"],
            target=edge["target"],
        )
        for edge in graph.edges
    )
    root = h.graphml(
        h.desc(readable(graph.about)),
        keys,
        h.graph(nodes, edges, edgedefault="directed"),
        xmlns="http://graphml.graphdrawing.org/xmlns",
    )
    yield document(root)


def _graph(export: Export) -> _Graph:
    question = Question.of(export.dataset, export.selection)
    found = relation_records(question)
    level = question.level
    kinds = dict(zip(level.ids, level.nodes["kind"].tolist(), strict=True))
    acts: dict[str, int] = {}
    days = _days(question)
    for edge in found["edges"]:
        acts[edge["source"]] = acts.get(edge["source"], 0) + edge["n"]
        edge["first"], edge["last"] = days[edge["source"], edge["target"]]
    for node in found["nodes"]:
        node |= {"acts": acts.get(node["id"], 0), "kind": kinds[node["id"]]}
    title = pgettext("a description as a sentence of its own", "{words}.", words=export.title)
    head = [title, export.stated, export.revised]
    about = " ".join(filter(None, [*head, export.note, export.query, *export.citations]))
    return _Graph(found["nodes"], found["edges"], about)


def _days(question: Question) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the first and the last day of each dyad in view."""
    level, tables = question.level, question.dataset.tables
    cells, related = level.cells, question.scope.related
    dyads, in_view = tally(cells, related), related[cells.event]
    size = int(cells.dyad.max(initial=-1)) + 1
    first, last = np.full(size, MAX_SECOND), np.full(size, MIN_SECOND)
    rows, numbers = cells.event[in_view], cells.dyad[in_view]
    known = np.where(tables.lower > MIN_SECOND, tables.lower, tables.upper - 1)
    np.minimum.at(first, numbers, known[rows])
    np.maximum.at(last, numbers, np.where(tables.upper < MAX_SECOND, tables.upper - 1, known)[rows])
    return {
        (level.ids[source], level.ids[target]): (
            format_seconds(int(first[number]), "day"),
            format_seconds(int(last[number]), "day"),
        )
        for source, target, number in zip(
            *(each.tolist() for each in (dyads.source, dyads.target, dyads.number)), strict=True
        )
    }


def _declared(of: str, kinds: Mapping[str, str]) -> Markup:
    attributes = (h.attribute(id=name, title=name, type=kind) for name, kind in kinds.items())
    return h.attributes(attributes, class_=of)


def _values(kinds: Mapping[str, str], values: Mapping[str, Any]) -> Markup:
    return h.attvalues(h.attvalue(for_=name, value=_word(values[name])) for name in kinds)


def _data(
    of: str, kinds: Mapping[str, Mapping[str, str]], values: Mapping[str, Any]
) -> Iterator[Markup]:
    for name in kinds[of]:
        if values[name] is not None:
            yield h.data(_word(values[name]), key=f"{of}-{name}")


def _place(node: Mapping[str, Any]) -> Markup | None:
    if node["x"] is None:
        return None
    x, y = (f"{node[axis] * _SPREAD:.2f}" for axis in "xy")
    return element("viz:position", x=x, y=y, z=0)


def _rgb(color: str) -> dict[str, int]:
    return {name: int(color[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else readable(str(value))
