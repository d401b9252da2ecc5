"""Measures as tables: actors, dyads and triads, each number with its events, each table as CSV."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap
from math import isnan
from typing import TYPE_CHECKING

from dashboard.analysis.dyads import FEW, triads
from dashboard.analysis.measures import list_triads, measure_actors, measure_dyads, triad_ties
from dashboard.model.scores import SIDES, signed
from dashboard.page.links import follow
from dashboard.page.markup import Markup, element
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.months import months_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.dyads import Dyads, Triads
    from dashboard.analysis.measures import ActorMeasures, DyadMeasures
    from dashboard.query.columns import BoolArray
    from dashboard.query.levels import Level
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

MOST_ROWS = 100
_MOST_TRIADS = 20
_CLASSES = dict.fromkeys(("Most against it", "When", "Ties", "Meaning"), "words")
"""Headings of columns of words, which are set to the left."""
TRIAD_KINDS = {
    "balanced_positive": ("balanced", "+ + +", "three friends"),
    "balanced_negative": ("balanced", "+ − −", "two friends with a common enemy"),
    "unbalanced_one": ("unbalanced", "+ + −", "two enemies with a common friend"),
    "unbalanced_all": ("unbalanced", "− − −", "three enemies"),
    "incomplete": ("incomplete", "two of three", "one of the three ties is missing or neutral"),
}
_DEFINITIONS = (
    (
        "Events out, in",
        "events in which the actor acts on somebody, and in which somebody acts on it. Of an event "
        "without targets all who take part act on each other.",
    ),
    (
        "Mean",
        "the mean Goldstein score (Goldstein 1992) of these acts, from −10 to +10; an event in "
        "which one acts on two others holds two acts. A sum would measure how much is reported.",
    ),
    ("Most against it", "the actor with the most acts of a score of −1 or less on it."),
    (
        "Reciprocity",
        "of all acts of two on each other the share that the other returns: 2 · min(n, n back) / "
        "(n + n back), 1 where both act equally often (Squartini and others 2013).",
    ),
    (
        "Triads",
        "a tie is positive from a mean of +1 up and negative from −1 down, both directions "
        "together. A triad is balanced if the product of its three signs is positive (Heider 1946; "
        "Cartwright and Harary 1956); whether states tend to balance is disputed (Doreian and "
        "Mrvar 2015), so this describes and does not predict.",
    ),
    ("Few", f"fewer than {FEW} events: a mean of so few says little."),
)


def measure_tables(tables: Tables, selection: Selection, related: BoolArray) -> list[Markup]:
    """Return the tables of the events in view, whatever dyad is chosen."""
    level = tables.level(selection.nodes)
    dyads = measure_dyads(level, related)
    if not len(dyads.dyads.n):
        return [element("p", {"class": "empty"}, "No relations between two actors in view.")]
    actors = measure_actors(level, related, dyads)
    return [
        _section("Actors", "actors", selection, _actor_table(level, selection, actors)),
        _section("Dyads", "dyads", selection, _dyad_table(tables, level, selection, dyads)),
        _section("Triads", "triads", selection, *_triad_tables(level, selection, dyads.dyads)),
        element(
            "details",
            {"class": "definitions"},
            element("summary", {}, "What the numbers mean"),
            element(
                "dl",
                {},
                *(
                    part
                    for term, words in _DEFINITIONS
                    for part in (element("dt", {}, term), element("dd", {}, words))
                ),
            ),
        ),
    ]


def _section(title: str, name: str, selection: Selection, *children: Markup) -> Markup:
    address = f"api/measures/{name}.csv{follow(replace(selection.of_any_dyad, event=''))}"
    download = element(
        "a",
        {"href": address, "class": "button", "download": f"{name}.csv"},
        "CSV",
        element("span", {"class": "only-heard"}, f" of {title.lower()}"),
    )
    head = element("div", {"class": "panel-head"}, element("h3", {}, title), download)
    return element("section", {"class": "measures"}, head, *children)


def _actor_table(level: Level, selection: Selection, measures: ActorMeasures) -> Markup:
    columns = (
        measures.node,
        measures.n_out,
        measures.mean_out,
        measures.n_in,
        measures.mean_in,
        measures.rival,
        measures.against,
    )
    rows = []
    for node, n_out, out, n_in, into, rival, against in zip(
        *(column[:MOST_ROWS].tolist() for column in columns), strict=True
    ):
        id_, name = level.ids[node], level.names[node]
        hostile = Dyad(level.ids[rival], id_, side=SIDES[0]) if against else None
        rows.append(
            [
                _names("th", name),
                _count(n_out, selection, Dyad(id_, ANYONE), f"{name} acts"),
                _score(out),
                _count(n_in, selection, Dyad(ANYONE, id_), f"acts on {name}"),
                _score(into),
                _names("td", level.names[rival] if hostile else "–"),
                _count(against, selection, hostile, f"conflict against {name}"),
            ]
        )
    heads = ("Actor", "Events out", "Mean out", "Events in", "Mean in", "Most against it", "Events")
    return _table(heads, rows, len(measures.node))


def _dyad_table(
    tables: Tables, level: Level, selection: Selection, measures: DyadMeasures
) -> Markup:
    dates = tables.events["date"].to_numpy()
    first, last = measures.first[:MOST_ROWS], measures.last[:MOST_ROWS]
    months = starmap(months_between, zip(dates[first], dates[last], strict=True))
    dyads = measures.dyads
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.sum, measures.reciprocity)
    sides = measures.sides[:MOST_ROWS].tolist()
    rows = []
    for source, target, n, mean, total, returned, by_side, when in zip(
        *(column[:MOST_ROWS].tolist() for column in columns), sides, months, strict=True
    ):
        dyad = Dyad(level.ids[source], level.ids[target])
        words = f"{level.names[source]} → {level.names[target]}"
        counts = [
            _count(count, selection, replace(dyad, side=side), f"{words}, {side}")
            for count, side in reversed(list(zip(by_side, SIDES, strict=True)))
        ]
        rows.append(
            [
                _names("th", words),
                _count(n, selection, dyad, words),
                _score(mean),
                _score(total),
                *counts,
                element("td", {"class": "number"}, f"{returned:.2f}"),
                element("td", {}, when + (" · few" if n < FEW else "")),
            ]
        )
    sides_words = ("Cooperation", "Neutral", "Conflict")
    heads = ("Dyad", "Events", "Mean", "Sum", *sides_words, "Reciprocity", "When")
    return _table(heads, rows, len(dyads.n))


def _triad_tables(level: Level, selection: Selection, dyads: Dyads) -> list[Markup]:
    ties = triad_ties(level, dyads)
    counts: Triads = triads(ties.signs)
    rows = [
        [
            element("th", {"scope": "row"}, kind),
            element("td", {}, signs),
            element("td", {}, words),
            element("td", {"class": "number"}, f"{getattr(counts, name):,}"),
        ]
        for name, (kind, signs, words) in TRIAD_KINDS.items()
    ]
    found = [_table(("Triad", "Ties", "Meaning", "Number"), rows, len(rows))]
    listed = [
        _triad(level, selection, [int(ties.node[place]) for place in triad[:3]], triad[3:])
        for triad in list_triads(ties, _MOST_TRIADS)
    ]
    if listed:
        lead = "Which triads: unbalanced ones first, then those with the most events behind them"
        found.append(
            element("details", {}, element("summary", {}, lead), element("ol", {}, *listed))
        )
    return found


def _triad(
    level: Level, selection: Selection, nodes: Sequence[int], signs: Sequence[int]
) -> Markup:
    """Return a triad, each of its ties a link to the events of both directions."""
    a, b, c = nodes
    parts: list[object] = []
    for (one, other), sign in zip(((a, b), (a, c), (b, c)), signs, strict=True):
        dyad = Dyad(level.ids[one], level.ids[other], both=True)
        words = f"{level.names[one]} {'+' if sign > 0 else '−'} {level.names[other]}"
        address = follow(replace(selection, dyad=dyad, event=""))
        parts += [element("a", {"href": address}, words), ", "]
    balanced = "balanced" if signs[0] * signs[1] * signs[2] > 0 else "unbalanced"
    return element("li", {}, f"{balanced}: ", *parts[:-1])


def _table(heads: Sequence[str], rows: Sequence[Sequence[Markup]], total: int) -> Markup:
    more = f"The first {len(rows):,} of {total:,}; the CSV has all." if total > len(rows) else ""
    return element(
        "div",
        {"class": "scroller", "tabindex": 0, "role": "region", "aria-label": heads[0]},
        element(
            "table",
            {"class": "dyads"},
            element("caption", {}, more) if more else "",
            element(
                "thead",
                {},
                element(
                    "tr",
                    {},
                    *(
                        element("th", {"scope": "col", "class": _CLASSES.get(words)}, words)
                        for words in heads
                    ),
                ),
            ),
            element("tbody", {}, *(element("tr", {}, *cells) for cells in rows)),
        ),
    )


def _count(n: int, selection: Selection, dyad: Dyad | None, words: str) -> Markup:
    """Return a count that opens its events."""
    if not n or dyad is None:
        return element("td", {"class": "number"}, "–")
    chosen = replace(selection, dyad=dyad, event="")
    current = "true" if selection.dyad == dyad else None
    link = {"href": follow(chosen), "title": f"List them: {words}", "aria-current": current}
    return element("td", {"class": "number"}, element("a", link, f"{n:,}"))


def _names(tag: str, words: str) -> Markup:
    """Return a cell of names, which alone may take several lines."""
    scope = {"scope": "row"} if tag == "th" else {}
    return element(tag, scope, element("span", {"class": "names"}, words))


def _score(value: float) -> Markup:
    return element("td", {"class": "number"}, "–" if isnan(value) else signed(value))
