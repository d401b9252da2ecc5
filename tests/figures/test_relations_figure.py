"""The network drawn: valid and small, escaped, each node and edge leading to its events."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest

from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.network import Network, compute
from dashboard.figures.relations import draw_network
from dashboard.figures.theme import THEMES
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE, Figure, assert_good, numbers, texts, trace
from tests.questions import question_of

MARKUP = re.compile(r"</?b>|<br>")
THEME = THEMES["light"]
SIZE = Size(760, 500)


def network_of(
    tables: Tables, query: str = "", size: Size = SIZE, scheme: str = "light"
) -> tuple[Network, Figure]:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    network = compute(question_of(tables, selection, size))
    return network, draw_network(network, scheme)


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("width", [300.0, 760.0, 1300.0])
@pytest.mark.parametrize("events", [0, 16, 1_000, 5_000])
def test_figures_of_any_number_of_events_are_valid_and_small(
    events: int, width: float, scheme: str
) -> None:
    tables = shipped() if events == 16 else world(events)
    assert_good(network_of(tables, "", Size(width, 400), scheme)[1])


def test_each_node_leads_to_the_events_of_its_country_and_keeps_the_other_filters() -> None:
    tables = shipped()
    network, figure = network_of(tables, "status=reported&country=RUS&event=treaty")
    nodes = trace(figure, "nodes")
    for (query, *_), id_ in zip(nodes["customdata"], network.ids, strict=True):
        selection = Selection.from_query(query, tables)
        # A second click on the country that is chosen takes the first one back.
        assert selection.countries == (() if id_ == "RUS" else (id_,))
        assert (selection.statuses, selection.event) == (("reported",), "")


def test_each_edge_leads_to_the_events_behind_it() -> None:
    tables = shipped()
    network, figure = network_of(tables, "from=2023-10-01")
    edges = trace(figure, "edges")
    assert len(edges["customdata"]) == len(network.dyads.n) > 10
    for (query, told, _), n in zip(edges["customdata"], network.dyads.n, strict=True):
        selection = Selection.from_query(query, tables)
        assert selection.dyad is not None
        assert np.count_nonzero(selection.apply(tables).visible) == n == told


def test_an_edge_says_who_acted_on_whom_how_often_and_how() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, type: condemn, actors: [Japan], targets: [Chile]}
        - {date: 2024, title: Two, type: reject, actors: [Japan], targets: [Chile]}
        """)
    (text,) = trace(network_of(tables)[1], "edges")["hovertext"]
    for part in ("Japan → Chile", "2 events", "−3.0"):
        assert part in text.replace("-", "−")


def test_the_colour_of_an_edge_is_that_of_its_mean_score() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, score: -9, actors: [Japan], targets: [Chile]}
        - {date: 2024, title: Two, score: 8, actors: [Chile], targets: [Japan]}
        """)
    _, figure = network_of(tables)
    filled = [drawn["fillcolor"] for drawn in figure["data"] if drawn.get("name") == "arrows"]
    assert [color[:7] for color in filled] == [THEME.tones[0], THEME.tones[4]]


def test_only_an_unsure_edge_is_dashed() -> None:
    event = "- {{date: 2023, title: One, status: {0}, actors: [Japan], targets: [Chile]}}"
    dashes = {
        status: [
            drawn["line"]["dash"]
            for drawn in network_of(tables_of(event.format(status)))[1]["data"]
            if drawn["mode"] == "lines" and drawn.get("name") != "outlined"
        ]
        for status in ("confirmed", "reported", "alleged", "disputed", "denied")
    }
    assert dashes["confirmed"] == dashes["reported"] == []
    assert dashes["alleged"] == dashes["disputed"] == dashes["denied"] != []


def test_an_edge_of_more_events_is_broader() -> None:
    event = "- {{date: 2023, title: E{0}, score: 5, actors: [Japan], targets: [Chile]}}\n"

    def breadth(events: int) -> float:
        tables = tables_of("".join(map(event.format, range(events))))
        area = trace(network_of(tables)[1], "arrows")
        x, y = (numbers(area[name])[:-1] for name in ("x", "y"))
        # The outline runs along one side and back on the other: its ends face each other.
        return float(np.hypot(x[0] - x[-2], y[0] - y[-2]))

    widths = [breadth(events) for events in (1, 2, 4, 8, 16)]
    assert all(narrow < broad for narrow, broad in pairwise(widths))


def test_an_edge_of_fewer_than_three_events_has_an_outlined_head() -> None:
    event = "- {{date: 2023, title: E{0}, score: -5, actors: [Japan], targets: [Chile]}}\n"

    def heads(events: int) -> list[tuple[str, str]]:
        drawn = network_of(tables_of("".join(map(event.format, range(events)))))[1]["data"]
        outlined = [each for each in drawn if each.get("name") == "outlined"]
        return [(each["fillcolor"], each["line"]["color"][:7]) for each in outlined]

    assert heads(1) == heads(2) == [(THEME.paper, THEME.tones[0])]
    assert heads(3) == heads(4) == []


def test_an_edge_of_joint_acts_alone_is_thin_and_grey() -> None:
    event = "- {{date: 2023, title: E{0}, score: -5, actors: [Japan, Peru], targets: [Chile]{1}}}\n"

    def edge(more: str) -> tuple[str, float]:
        tables = tables_of("".join(event.format(number, more) for number in range(20)))
        network, figure = network_of(tables)
        (at,) = (i for i, query in enumerate(network.edge_queries) if "JPN:PER" in query)
        same = [i for i, tone in enumerate(network.tone) if tone == network.tone[at]]
        color = THEME.tones[network.tone[at]]
        (area,) = (each for each in figure["data"] if each.get("fillcolor", "")[:7] == color)
        x, y = (numbers(area[name]).reshape(len(same), -1)[same.index(at)] for name in ("x", "y"))
        return color, float(np.hypot(x[0] - x[-3], y[0] - y[-3]))

    for more in ("", ", joint_score: 9"):
        assert edge(more) == (THEME.tones[2], pytest.approx(1.4, abs=0.2))


def test_strokes_are_relative_to_the_strongest_edge() -> None:
    event = "- {{date: 2023, title: E{0}, score: 5, actors: [{1}], targets: [{2}]}}\n"

    def stroke_of_five(strongest: int) -> float:
        """The stroke of an edge of five events beside an edge of so many."""
        five = [event.format(n, "Japan", "Chile") for n in range(5)]
        others = [event.format(n, "Peru", "Chad") for n in range(strongest)]
        network, figure = network_of(tables_of("".join(five + others)))
        (at,) = (i for i, n in enumerate(network.dyads.n) if n == 5)
        (area,) = (drawn for drawn in figure["data"] if drawn.get("fill") == "toself")
        x, y = (numbers(area[name]).reshape(len(network.ids) // 2, -1)[at] for name in ("x", "y"))
        return float(np.hypot(x[0] - x[-3], y[0] - y[-3]))

    for strongest, stroke in ((6, 4.6), (15, 3.2), (20, 2.2), (30, 1.4), (100, 1.4)):
        assert stroke_of_five(strongest) == pytest.approx(stroke, abs=0.2)


def test_the_click_data_of_a_mark_are_query_count_and_plain_words() -> None:
    tables = tables_of("""
        actors: [{id: x, name: "<b>X</b>", kind: organization}]
        events: [{date: 2023, title: One, type: condemn, actors: [x], targets: [Chile]}]
        """)
    network, figure = network_of(tables, "nodes=actor")
    assert trace(figure, "edges")["customdata"] == [
        [network.edge_queries[0], 1, network.edge_words[0].sentence]
    ]
    assert network.edge_words[0].sentence.startswith("<b>X</b> → Chile: 1 event, mean ")
    (_, n, words), _ = sorted(trace(figure, "nodes")["customdata"], key=lambda row: row[2])
    assert (n, words) == (1, "<b>X</b>: 1 event")
    assert trace(figure, "edges")["hovertext"][0].startswith(
        "<b>&lt;b&gt;X&lt;/b&gt; → Chile</b>:<br>1 event, mean "
    )


def test_a_country_without_events_in_view_stands_back_but_stays() -> None:
    everything, some = (network_of(shipped(), query)[1] for query in ("", "country=JPN"))
    all_nodes, nodes = (trace(figure, "nodes") for figure in (everything, some))
    assert nodes["x"] == all_nodes["x"]
    assert min(all_nodes["marker"]["opacity"]) == 1
    assert min(nodes["marker"]["opacity"]) < 0.5


def test_an_actors_own_colour_is_used() -> None:
    tables = tables_of("""
        actors: [{id: JPN, name: Japan, kind: country, color: '#bc002d'}]
        events: [{date: 2023, title: One, actors: [Japan], targets: [Chile]}]
        """)
    network, figure = network_of(tables)
    colors = trace(figure, "nodes")["marker"]["color"]
    assert dict(zip(network.ids, colors, strict=True)) == {"JPN": "#bc002d", "CHL": THEME.text}


def test_no_text_of_a_file_becomes_markup() -> None:
    tables = tables_of(f"""
        actors:
          - {{id: evil, name: '{HOSTILE}', kind: organization}}
          - {{id: worse, name: '<a href="x">y</a>', kind: organization}}
        events:
          - {{date: 2023-01-01, title: '{HOSTILE}', actors: [evil], targets: [worse]}}
        """)
    found = list(texts(network_of(tables)[1]))
    assert any("&lt;" in text for text in found)
    for text in found:
        assert "<" not in MARKUP.sub("", text), text
