"""The network: nodes that never move, curved edges between their rims, labels that fit."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.layout import MOST_NODES, Size, lay_out_nodes
from dashboard.analysis.relations.network import MOST_EDGES, Network, compute
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.questions import question_of

SIZE = Size(760, 500)


def network_of(tables: Tables, query: str = "", size: Size = SIZE) -> Network:
    return compute(question_of(tables, query, size))


def size_of(width: float) -> Size:
    """The room that the page has at a width."""
    return Size(width, min(max(width * 0.66, 320.0), 560.0))


def edges(network: Network) -> dict[tuple[str, str], int]:
    """Position of each edge by the ids of its ends."""
    names = network.ids
    pairs = zip(network.dyads.source, network.dyads.target, strict=True)
    return {(names[source], names[target]): at for at, (source, target) in enumerate(pairs)}


def test_an_edge_leads_from_who_acts_to_whom_it_is_done() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, type: condemn, actors: [Japan], targets: [Russia]}
        - {date: 2024, title: Two, type: reject, actors: [Japan], targets: [Russia]}
        """)
    network = network_of(tables)
    assert list(edges(network)) == [("JPN", "RUS")]
    dyads = network.dyads
    assert (dyads.n.tolist(), dyads.sum.tolist(), dyads.mean.tolist()) == ([2], [-6], [-3])
    assert network.tone.tolist() == [1]


def test_an_edge_is_unsure_where_no_event_behind_it_is_confirmed_or_reported() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, status: alleged, actors: [Japan], targets: [Russia, Chile]}
        - {date: 2024, title: Two, status: denied, actors: [Japan], targets: [Russia]}
        - {date: 2025, title: Three, status: reported, actors: [Japan], targets: [Chile]}
        """)
    network = network_of(tables)
    found = {pair: bool(network.dyads.in_doubt[at]) for pair, at in edges(network).items()}
    assert found == {("JPN", "RUS"): True, ("JPN", "CHL"): False}


def test_camps_of_the_shipped_events_stand_apart() -> None:
    tables = shipped()
    layout = lay_out_nodes(tables.by_country)
    at = dict(zip(layout.ids, layout.place, strict=True))

    def mean(*pairs: tuple[str, str]) -> float:
        return float(np.mean([np.hypot(*(at[one] - at[other])) for one, other in pairs]))

    camps = [("RUS", "PRK"), ("USA", "KOR", "JPN")]
    within = [mean(*combinations(camp, 2)) for camp in camps]
    between = mean(*[(one, other) for one in camps[0] for other in camps[1]])
    assert max(within) < between / 2


@pytest.mark.parametrize("width", range(340, 1201, 20))
def test_labels_of_the_shipped_events_overlap_nothing_at_any_width(width: int) -> None:
    network = network_of(shipped(), size=size_of(width))
    boxes = [label[3:] for label in network.nodes.labels]
    assert all(label.text for label in network.nodes.labels)
    for (ax, ay, bx, by), (cx, cy, dx, dy) in combinations(boxes, 2):
        assert min(bx, dx) <= max(ax, cx) or min(by, dy) <= max(ay, cy)
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= network.size.width
        assert 0 <= top < bottom <= network.size.height
        over = np.maximum(np.maximum(left - network.nodes.x, network.nodes.x - right), 0)
        down = np.maximum(np.maximum(top - network.nodes.y, network.nodes.y - bottom), 0)
        assert (np.hypot(over, down) >= network.nodes.radius - 1e-6).all()


@pytest.mark.parametrize("width", [240, 340, 760, 1200])
@pytest.mark.parametrize("countries", [8, 60])
def test_edges_end_at_the_rims_and_stay_in_the_room(width: int, countries: int) -> None:
    tables = world(1_000, countries=countries)
    network = network_of(tables, size=size_of(width))
    dyads = network.dyads
    for node, end in ((dyads.source, 0), (dyads.target, -1)):
        x, y = network.curves.x[:, end], network.curves.y[:, end]
        off = (
            np.hypot(x - network.nodes.x[node], y - network.nodes.y[node])
            - network.nodes.radius[node]
        )
        assert -2 < off.min() <= off.max() < 11
    assert network.curves.x.min() >= 0
    assert network.curves.x.max() <= network.size.width
    assert network.curves.y.min() >= 0
    assert network.curves.y.max() <= network.size.height


@pytest.mark.parametrize("width", [240, 340, 760, 1200])
def test_nodes_do_not_touch(width: int) -> None:
    network = network_of(world(1_000), size=size_of(width))
    assert len(network.nodes.x) == MOST_NODES
    apart = np.hypot(
        network.nodes.x[:, None] - network.nodes.x, network.nodes.y[:, None] - network.nodes.y
    )
    room = apart - network.nodes.radius[:, None] - network.nodes.radius
    np.fill_diagonal(room, np.inf)
    assert room.min() >= 0


def test_the_two_directions_of_a_dyad_stand_apart() -> None:
    tables = shipped()
    network = network_of(tables)
    found = edges(network)
    there, back = found["RUS", "USA"], found["USA", "RUS"]
    gap = np.hypot(
        network.curves.handle_x[there] - network.curves.handle_x[back],
        network.curves.handle_y[there] - network.curves.handle_y[back],
    )
    assert gap > 15


def test_arrows_point_at_their_targets() -> None:
    network = network_of(shipped())
    target = network.dyads.target
    turn = np.radians(network.curves.angle)
    towards_x, towards_y = (
        network.nodes.x[target] - network.curves.tip_x,
        network.nodes.y[target] - network.curves.tip_y,
    )
    length = np.hypot(towards_x, towards_y)
    cosine = (np.sin(turn) * towards_x - np.cos(turn) * towards_y) / length
    assert cosine.min() > 0.95


QUERIES = st.lists(
    st.sampled_from(
        [
            *("country=JPN", "country=RUS", "match=all", "status=reported", "type=condemn"),
            *("text=joint", "from=2023-10", "to=2024-01", "dyad=RUS:PRK", "event=treaty"),
        ]
    ),
    max_size=4,
).map("&".join)


@settings(max_examples=40)
@given(QUERIES)
def test_no_selection_moves_a_node_or_its_label(query: str) -> None:
    everything, some = network_of(shipped()), network_of(shipped(), query)
    assert (some.nodes.x == everything.nodes.x).all()
    assert (some.nodes.y == everything.nodes.y).all()
    assert (some.nodes.radius == everything.nodes.radius).all()
    assert some.nodes.labels == everything.nodes.labels


def test_nodes_without_an_event_in_view_stand_back() -> None:
    tables = shipped()
    network = network_of(tables, "event=&text=Vostochny")
    active = [id_ for id_, is_active in zip(network.ids, network.active, strict=True) if is_active]
    assert sorted(active) == ["PRK", "RUS"]
    assert sorted(edges(network)) == [("PRK", "RUS"), ("RUS", "PRK")]


def test_the_same_file_gives_the_same_network() -> None:
    one, other = network_of(world(500)), network_of(world(500))
    assert (one.nodes.x == other.nodes.x).all()
    assert (one.curves.x == other.curves.x).all()
    assert one.nodes.labels == other.nodes.labels


def test_of_many_nodes_and_edges_the_weightiest_are_drawn() -> None:
    tables = world(3_000, countries=90)
    network = network_of(tables)
    layout = lay_out_nodes(tables.by_country)
    weight = np.bincount(
        np.concatenate(
            [tables.relations[end].cat.codes.to_numpy() for end in ("source", "target")]
        ),
        minlength=len(tables.countries),
    )
    assert len(network.nodes.x) == MOST_NODES
    assert layout.hidden == 30
    left_out = np.setdiff1d(np.arange(90), layout.node)
    assert weight[layout.node].min() >= weight[left_out].max()
    everyone = np.ones(3_000, dtype=bool)
    assert len(network.dyads.n) == MOST_EDGES
    all_edges = tally(tables.by_country.cells, everyone, layout.node)
    assert network.hidden_edges == len(all_edges.n) - MOST_EDGES
    assert network.dyads.n.min() >= np.sort(all_edges.n)[-MOST_EDGES]


@pytest.mark.parametrize(
    "events", ["[]", "- {date: 2023, title: Alone, actors: [Japan]}"], ids=["none", "one"]
)
def test_files_without_relations_have_an_empty_network(events: str) -> None:
    network = network_of(tables_of(events))
    assert len(network.nodes.x) == len(network.dyads.n) == len(network.nodes.labels) == 0
    assert network.curves.x.shape[0] == 0


def test_a_network_of_two_fills_its_room_without_leaving_it() -> None:
    network = network_of(tables_of("- {date: 2023, title: An act, actors: [Japan, Chile]}"))
    assert (network.nodes.x >= network.nodes.radius).all()
    assert (network.nodes.x <= SIZE.width - network.nodes.radius).all()
    assert (network.nodes.y >= network.nodes.radius).all()
    assert (network.nodes.y <= SIZE.height - network.nodes.radius).all()
    # Without spreading it would be 26 % of the width and 37 % of the height.
    assert np.ptp(network.nodes.x) > 0.32 * SIZE.width
    assert np.ptp(network.nodes.y) > 0.45 * SIZE.height


def test_what_is_not_drawn_is_said() -> None:
    assert network_of(shipped()).note == ""
    assert "No relations" in network_of(shipped(), "text=nothing").note
    large = network_of(world(3_000, countries=90)).note
    assert "30 actors" in large
    assert "dyads with fewer events are not drawn" in large
    assert large.endswith("The Measures view lists them all.")
    assert "Measures" not in network_of(shipped(), "text=nothing").note


def test_nodes_and_edges_are_described_and_lead_to_their_events() -> None:
    tables = shipped()
    network = network_of(tables, "status=confirmed&event=treaty")
    for words, query, n in zip(
        network.node_words, network.node_queries, network.node_events, strict=True
    ):
        assert words.numbers == f"{n} event{'' if n == 1 else 's'}"
        assert Selection.from_query(query, tables).apply(tables).visible.sum() == n
    for words, query, n in zip(
        network.edge_words, network.edge_queries, network.dyads.n, strict=True
    ):
        assert words.numbers.startswith(f"{n} event")
        assert Selection.from_query(query, tables).apply(tables).visible.sum() == n


def test_a_second_click_on_the_chosen_dyad_takes_it_back() -> None:
    network = network_of(shipped(), "dyad=RUS:PRK&event=treaty")
    (chosen,) = np.flatnonzero(network.chosen)
    assert network.edge_queries[chosen] == ""
    assert network.edge_words[chosen].who == "Russia → North Korea"


def test_the_chosen_dyad_is_drawn_however_weak() -> None:
    tables = world(3_000)
    everything = network_of(tables)
    drawn = edges(everything)
    layout = lay_out_nodes(tables.by_country)
    every = tally(tables.by_country.cells, np.ones(3_000, dtype=bool), layout.node)
    names = layout.ids
    pairs = [(names[s], names[t]) for s, t in zip(every.source, every.target, strict=True)]
    weak = next(pair for pair in pairs if pair not in drawn)
    network = compute(question_of(tables, Selection(dyad=Dyad(*weak)), SIZE))
    found = edges(network)
    assert len(found) == MOST_EDGES
    assert [pair for pair, at in found.items() if network.chosen[at]] == [weak]
