"""The network as a drawing in SVG: names, lines of two halves, nodes.

    North Korea  ●━━━━━━━━┯━━━──────────●  Japan
                          └ middle: each half is a link to what the node at its end did

Colours are classes (``tone-0`` …); a half of a dyad that is strongly both has a stripe of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.curves import beside, points_of
from dashboard.analysis.relations.layout import FONT, LINE
from dashboard.figures.shapes import px
from dashboard.figures.signs import sign
from dashboard.markup import h
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.network import Network
    from dashboard.analysis.relations.words import Description
    from dashboard.markup import Markup
    from dashboard.query.columns import FloatArray

_REACH = 14.0
"""Width of the invisible line at which a half is pointed at, in pixels."""
_CASE = 5.0
"""Pixels by which the outline of a chosen half is wider than the half."""
_STRIPE = 1.8
"""Least width of each of two stripes, in pixels."""
_SIGN, _AT = 7.0, 8
"""Size in pixels of the sign on each half, by which conflict and cooperation differ without colour,
and its place among the twelve points of the half."""
_RING = 3.0
"""Distance of the rings of a node, in pixels: of blocs, and of a chosen node."""


def draw_network(network: Network) -> Markup:
    """Return the drawing of a network.

    Halves have ``data-dyad`` and ``data-order``, the rank by the number of events from 0; nodes
    have ``data-actor``.
    """
    size = network.size
    return h.svg(
        h.g(_silent(network), class_="silent"),
        _halves(network),
        (_node(network, number) for number in range(len(network.ids))),
        class_="network",
        width=px(size.width),
        height=px(size.height),
    )


def _silent(network: Network) -> Iterator[Markup]:
    """Yield thin lines where one of two did nothing to the other."""
    pairs, ids = network.pairs, network.ids
    for number, side in np.argwhere(pairs.dyad < 0).tolist():
        one, other = pairs.ends[number].tolist()
        yield h.path(d=_path(pairs.halves[number, side]), data_dyad=f"{ids[one]}:{ids[other]}")


def _halves(network: Network) -> Iterator[Markup]:
    """Yield each half as a link to its events, those with the most events on top."""
    pairs, dyads = network.pairs, network.dyads
    where = np.zeros((len(dyads.n), 2), dtype=np.int64)
    numbers, sides = np.nonzero(pairs.dyad >= 0)
    where[pairs.dyad[numbers, sides]] = np.stack([numbers, sides], axis=1)
    order = np.lexsort((np.arange(len(dyads.n)), -dyads.n)).tolist()
    for rank, row in reversed(list(enumerate(order))):
        number, side = where[row].tolist()
        words, half = network.edge_words[row], pairs.halves[number, side]
        path = _path(half)
        width = float(network.widths[row])
        case = h.path(d=path, class_="case", stroke_width=px(width + _CASE))
        ends = network.ids[dyads.source[row]], network.ids[dyads.target[row]]
        yield h.a(
            h.path(d=path, class_="reach", stroke_width=px(max(_REACH, width))),
            case if network.chosen[row] else None,
            _strokes(network, row, half),
            class_="tip half chosen" if network.chosen[row] else "tip half",
            href=f"?{network.edge_queries[row]}",
            tabindex=-1,
            aria_label=words.sentence,
            aria_current="true" if network.chosen[row] else None,
            data_tip=_tip(words),
            data_dyad=":".join(ends),
            data_order=rank,
        )


def _strokes(network: Network, row: int, half: FloatArray) -> list[Markup]:
    """Return one line with its sign, or two stripes where a dyad is strongly both."""
    width, both = float(network.widths[row]), network.both
    dashed = " dashed" if network.dyads.in_doubt[row] else ""
    if not both.holds[row]:
        lines = [(int(network.tone[row]), half, width)]
    else:
        stripe = max(_STRIPE, width / 2)
        tones = int(both.conflict[row]), int(both.cooperation[row])
        halves = (beside(half, stripe / 2), beside(half, -stripe / 2))
        lines = [(tone, part, stripe) for tone, part in zip(tones, halves, strict=True)]
    parts = []
    for tone, part, wide in lines:
        x, y = points_of(part)[_AT].tolist()
        parts += [
            h.path(d=_path(part), class_=f"line tone-{tone}{dashed}", stroke_width=px(wide)),
            *sign(x, y, tone, size=_SIGN),
        ]
    return parts


def _node(network: Network, number: int) -> Markup:
    """Return a node with its rings and its name."""
    nodes, words = network.nodes, network.node_words[number]
    x, y, radius = (float(column[number]) for column in (nodes.x, nodes.y, nodes.radius))
    at = {"cx": px(x), "cy": px(y)}
    rings: list[Markup] = []
    for bloc in np.flatnonzero(network.blocs[:, number]).tolist():
        own = network.bloc_colors[bloc]
        reach = px(radius + _RING * (len(rings) + 1))
        style = f"stroke:{own}" if own else None
        rings.append(h.circle(r=reach, class_=f"ring bloc-{bloc % 3}", style=style, **at))
    states = {"idle": not network.active[number], "chosen": network.node_chosen[number]}
    if states["chosen"]:
        reach = px(radius + _RING * (len(rings) + 1) + 1)
        rings.insert(0, h.circle(r=reach, class_="halo", **at))
    own = network.node_colors[number]
    return h.a(
        rings,
        h.circle(r=px(radius), class_="dot", style=f"fill:{own}" if own else None, **at),
        _name(network, number, y),
        class_=" ".join(["tip node", *(name for name, holds in states.items() if holds)]),
        href=f"?{network.node_queries[number]}",
        tabindex=-1,
        aria_label=words.sentence,
        aria_current="true" if states["chosen"] else None,
        data_tip=_tip(words),
        data_actor=network.ids[number],
    )


def _name(network: Network, number: int, y: float) -> Markup:
    nodes = network.nodes
    lines = nodes.names[number]
    first = y + 0.34 * FONT - LINE * (len(lines) - 1) / 2
    x = px(float(nodes.name_x[number]))
    spans = (
        h.tspan(isolated(text), x=x, y=px(first + LINE * row)) for row, text in enumerate(lines)
    )
    return h.text(spans, class_="name" if network.column[number] else "name end")


def _tip(words: Description) -> str:
    return "\n".join([words.who, words.numbers, *words.notes])


def _path(half: FloatArray) -> str:
    start, *points = (f"{px(x)} {px(y)}" for x, y in half.tolist())
    return f"M{start}C{' '.join(points)}"
