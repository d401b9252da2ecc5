"""The network drawn: valid and small, escaped, each node and half leading to its events."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest

from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.network import Network, compute
from dashboard.figures.relations import draw_network
from dashboard.markup import Markup, to_text
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import (
    HOSTILE,
    assert_good,
    classes,
    drawn_text,
    number,
    of_class,
    tones,
)
from tests.questions import question_of

SIZE = Size(760, 500)
EVENT = "- {{date: 2023, title: E{0}, score: {1}, actors: [Japan], targets: [Chile]}}\n"


def network_of(tables: Tables, query: str = "", size: Size = SIZE) -> tuple[Network, Markup]:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    network = compute(question_of(tables, selection, size))
    return network, draw_network(network)


def halves_of(tables: Tables, query: str = "") -> dict[str, Markup]:
    """The half of each dyad, by source and target."""
    return {half[1]["data-dyad"]: half for half in of_class(network_of(tables, query)[1], "half")}


def nodes_of(tables: Tables, query: str = "") -> dict[str, Markup]:
    return {node[1]["data-actor"]: node for node in of_class(network_of(tables, query)[1], "node")}


def stroke_of(half: Markup) -> float:
    """Width of the line of a half in pixels, or of its two stripes together."""
    return sum(number(line, "stroke-width") for line in of_class(half, "line"))


@pytest.mark.parametrize("width", [300.0, 760.0, 1300.0])
@pytest.mark.parametrize("events", [0, 16, 1_000, 5_000])
def test_drawings_of_any_number_of_events_are_valid_and_small(events: int, width: float) -> None:
    tables = shipped() if events == 16 else world(events)
    _, drawing = network_of(tables, "", Size(width, 400))
    assert_good(drawing)
    assert number(drawing, "width") == width


def test_each_node_leads_to_the_events_of_its_country_and_keeps_the_other_filters() -> None:
    tables = shipped()
    nodes = nodes_of(tables, "status=reported&country=RUS&event=treaty")
    assert len(nodes) == 8
    for id_, node in nodes.items():
        selection = Selection.from_query(node[1]["href"][1:], tables)
        # A second click on the country that is chosen takes the first one back.
        assert selection.countries == (() if id_ == "RUS" else (id_,))
        assert (selection.statuses, selection.event) == (("reported",), "")
        assert ("chosen" in classes(node)) == (id_ == "RUS")


def test_each_half_leads_to_the_events_behind_it_and_the_most_come_first() -> None:
    tables = shipped()
    network, drawing = network_of(tables, "from=2023-10-01")
    halves = of_class(drawing, "half")
    assert len(halves) == len(network.dyads.n) > 10
    found = {}
    for half in halves:
        selection = Selection.from_query(half[1]["href"][1:], tables)
        (dyad,) = selection.dyads
        assert half[1]["data-dyad"] == f"{dyad.source}:{dyad.target}"
        count = int(np.count_nonzero(selection.apply(tables).visible))
        assert f": {count} event" in half[1]["aria-label"]
        found[int(half[1]["data-order"])] = count
    counts = [found[order] for order in range(len(halves))]
    assert counts == sorted(counts, reverse=True)


def test_a_half_says_who_acted_on_whom_how_often_and_how() -> None:
    halves = halves_of(tables_of(EVENT.format(1, -4) + EVENT.format(2, -2)))
    (half,) = halves.values()
    words = half[1]["aria-label"]
    for part in ("Japan → Chile", "2 events", "−3.0"):
        assert part in words
    assert len(half[1]["data-tip"].split("\n")) >= 2


def test_the_tone_of_a_half_is_that_of_its_mean_score() -> None:
    halves = halves_of(
        tables_of("""
        - {date: 2023, title: One, score: -9, actors: [Japan], targets: [Chile]}
        - {date: 2024, title: Two, score: 8, actors: [Chile], targets: [Japan]}
        """)
    )
    found = {dyad: tones(of_class(half, "line")) for dyad, half in halves.items()}
    assert found == {"JPN:CHL": [0], "CHL:JPN": [4]}


@pytest.mark.parametrize("status", ["confirmed", "reported", "alleged", "disputed", "denied"])
def test_only_a_half_in_doubt_is_dashed(status: str) -> None:
    event = f"- {{date: 2023, title: One, status: {status}, actors: [Japan], targets: [Chile]}}"
    (half,) = halves_of(tables_of(event)).values()
    dashed = {"dashed" in classes(line) for line in of_class(half, "line")}
    assert dashed == {status not in ("confirmed", "reported")}


def test_a_half_of_more_events_is_broader() -> None:
    def breadth(events: int) -> float:
        more = "".join(EVENT.format(n, 5) for n in range(events))
        most = "".join(EVENT.format(n, 5).replace("Japan", "Peru") for n in range(16))
        return stroke_of(halves_of(tables_of(more + most))["JPN:CHL"])

    widths = [breadth(events) for events in (1, 2, 4, 8, 16)]
    assert all(narrow <= broad for narrow, broad in pairwise(widths))
    assert 2 * widths[0] < widths[-1]


def test_a_half_that_is_strongly_both_has_a_stripe_of_each() -> None:
    scores = (-8, -8, -8, 8, 8, 8)
    text = "".join(EVENT.format(n, score) for n, score in enumerate(scores))
    (half,) = halves_of(tables_of(text)).values()
    low, high = sorted(tones(of_class(half, "line")))
    assert low <= 1
    assert high >= 3


def test_a_country_without_events_in_view_is_set_back_but_stays() -> None:
    everything, some = (nodes_of(shipped(), query) for query in ("", "country=JPN"))

    def places(nodes: dict[str, Markup]) -> dict[str, tuple[str, str]]:
        return {
            id_: (dot[1]["cx"], dot[1]["cy"])
            for id_, node in nodes.items()
            for dot in of_class(node, "dot")
        }

    assert places(everything) == places(some)
    assert not [id_ for id_, node in everything.items() if "idle" in classes(node)]
    assert {id_ for id_, node in some.items() if "idle" in classes(node)} == {"UKR", "NATO", "UNSC"}


def test_an_actors_own_colour_is_used() -> None:
    nodes = nodes_of(
        tables_of("""
        actors: [{id: JPN, name: Japan, kind: country, color: '#bc002d'}]
        events: [{date: 2023, title: One, actors: [Japan], targets: [Chile]}]
        """)
    )
    styles = {id_: of_class(node, "dot")[0][1].get("style") for id_, node in nodes.items()}
    assert styles == {"JPN": "fill:#bc002d", "CHL": None}


def test_no_text_of_a_file_becomes_markup() -> None:
    _, drawing = network_of(
        tables_of(f"""
        actors:
          - {{id: evil, name: '{HOSTILE}', kind: organization}}
          - {{id: worse, name: '<a href="x">y</a>', kind: organization}}
        events:
          - {{date: 2023-01-01, title: '{HOSTILE}', actors: [evil], targets: [worse]}}
        """),
        "nodes=actor",
    )
    assert_good(drawing)
    text = to_text([drawing])
    assert "&lt;" in text
    assert not re.search(r'<img|<b>|<a href="x"', text)
    assert "quoted" in drawn_text(of_class(drawing, "node"))


def test_a_chosen_dyad_is_outlined_and_members_of_a_bloc_have_a_ring() -> None:
    chosen = [id_ for id_, half in halves_of(shipped(), "dyad=RUS:PRK").items() if _case(half)]
    assert chosen == ["RUS:PRK"]
    nodes = nodes_of(
        tables_of("""
        actors: [{id: bloc, name: Bloc, kind: bloc, members: [Japan, Chile], color: "#123456"}]
        events:
          - {date: 2023, title: One, actors: [Japan, Peru]}
          - {date: 2024, title: Two, actors: [Chile, Peru]}
        """)
    )
    rings = {id_: [ring[1]["style"] for ring in of_class(nodes[id_], "ring")] for id_ in nodes}
    assert rings == {"JPN": ["stroke:#123456"], "CHL": ["stroke:#123456"], "PER": []}


def _case(half: Markup) -> list[Markup]:
    return of_class(half, "case")
