"""The network: nodes that never move, one line a pair, clear of names and of foreign nodes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.layout import Size, lay_out_nodes
from dashboard.analysis.relations.network import MOST_PAIRS, Network, compute
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.analysis.relations.pictures import (
    crossings,
    filled,
    foreign_nodes_hit,
    ink_against_events,
    names_crossed,
)
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.questions import question_of

SIZE = Size(760, 500)
WORLDS = ((16, 5), (40, 8), (40, 12), (120, 12), (60, 16))
"""Numbers of events and of countries."""


def network_of(tables: Tables, query: str = "", size: Size = SIZE) -> Network:
    return compute(question_of(tables, query, size))


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


ROOMS = pytest.mark.parametrize(
    "size", [Size(500, 330), Size(360, 420), Size(700, 420)], ids=["1440", "390", "768"]
)
OF_WORLDS = pytest.mark.parametrize(
    ("tables", "query"),
    [
        (shipped(), ""),
        (shipped(), "nodes=actor"),
        *((world(events, countries=countries), "") for events, countries in WORLDS),
        (tables_of("- {date: 2023, title: An act, actors: [Japan, Chile]}"), ""),
    ],
    ids=["shipped", "its actors", *(f"{n} of {events}" for events, n in WORLDS), "two"],
)


@ROOMS
@OF_WORLDS
def test_lines_keep_off_names_and_foreign_nodes_and_the_chart_fills_its_room(
    tables: Tables, query: str, size: Size
) -> None:
    network = network_of(tables, query, size)
    assert names_crossed(network) == 0
    assert foreign_nodes_hit(network) == 0
    assert min(filled(network)) >= 0.87


@ROOMS
@OF_WORLDS
def test_the_ink_of_each_pair_follows_its_number_of_events(
    tables: Tables, query: str, size: Size
) -> None:
    ink = ink_against_events(network_of(tables, query, size))
    assert 1 / 3 <= ink.min() <= ink.max() <= 3


@ROOMS
def test_few_lines_of_the_shipped_events_cross(size: Size) -> None:
    assert crossings(network_of(shipped(), size=size)) <= 15


def test_each_pair_has_one_line_and_each_half_is_what_its_end_did() -> None:
    network = network_of(shipped())
    ends = network.pairs.ends.tolist()
    assert len({frozenset(pair) for pair in ends}) == len(ends)
    found = edges(network)
    for (one, other), dyads in zip(ends, network.pairs.dyad.tolist(), strict=True):
        ids = network.ids[one], network.ids[other]
        for pair, dyad in zip((ids, ids[::-1]), dyads, strict=True):
            assert dyad == found.get(pair, -1)


def test_a_half_of_strong_conflict_and_cooperation_is_both() -> None:
    acts = [("consult", 3), ("condemn", 2)]
    lines = [
        f"- {{date: 2023, title: E{kind}{number}, type: {kind}, actors: [Japan], targets: [Chile]}}"
        for kind, count in acts
        for number in range(count)
    ]
    both = network_of(tables_of("\n".join(lines))).both
    assert both.holds.tolist() == [True]
    assert (both.conflict.tolist(), both.cooperation.tolist()) == ([1], [3])
    assert network_of(tables_of("\n".join(lines[:4]))).both.holds.tolist() == [False]


def test_members_of_a_bloc_are_marked_and_named() -> None:
    tables = tables_of("""
        actors: [{id: bloc, name: Bloc, kind: bloc, members: [Japan, Chile], color: "#123456"}]
        events:
          - {date: 2023, title: One, actors: [Japan, Peru]}
          - {date: 2024, title: Two, actors: [Chile, Peru]}
        """)
    network = network_of(tables)
    assert network.bloc_colors == ("#123456",)
    members = [id_ for id_, has in zip(network.ids, network.blocs[0], strict=True) if has]
    assert sorted(members) == ["CHL", "JPN"]
    assert network.node_words[network.ids.index("JPN")].notes == ("member of Bloc",)


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
    assert some.nodes.names == everything.nodes.names


def test_nodes_without_an_event_in_view_stand_back() -> None:
    tables = shipped()
    network = network_of(tables, "event=&text=Vostochny")
    active = [id_ for id_, is_active in zip(network.ids, network.active, strict=True) if is_active]
    assert sorted(active) == ["PRK", "RUS"]
    assert sorted(edges(network)) == [("PRK", "RUS"), ("RUS", "PRK")]


def test_the_same_file_gives_the_same_network() -> None:
    one, other = network_of(world(500)), network_of(world(500))
    assert (one.nodes.x == other.nodes.x).all()
    assert (one.pairs.halves == other.pairs.halves).all()


def test_of_many_pairs_those_with_the_most_events_are_drawn() -> None:
    tables = world(3_000, countries=90)
    network = network_of(tables)
    everyone = np.ones(3_000, dtype=bool)
    every = tally(tables.by_country.cells, everyone, lay_out_nodes(tables.by_country).node)
    n: dict[frozenset[int], int] = {}
    for source, target, count in zip(every.source, every.target, every.n, strict=True):
        pair = frozenset((int(source), int(target)))
        n[pair] = n.get(pair, 0) + int(count)
    drawn = [n[frozenset(pair)] for pair in network.pairs.ends.tolist()]
    assert sorted(drawn) == sorted(n.values())[-MOST_PAIRS:]
    assert network.hidden_edges == len(every.n) - len(network.dyads.n)


@pytest.mark.parametrize(
    "events", ["[]", "- {date: 2023, title: Alone, actors: [Japan]}"], ids=["none", "one"]
)
def test_files_without_relations_have_an_empty_network(events: str) -> None:
    network = network_of(tables_of(events))
    assert len(network.nodes.x) == len(network.dyads.n) == len(network.nodes.names) == 0
    assert len(network.pairs.ends) == 0


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
    network = compute(question_of(tables, Selection(dyads=(Dyad(*weak),)), SIZE))
    found = edges(network)
    assert len(network.pairs.ends) == MOST_PAIRS
    assert [pair for pair, at in found.items() if network.chosen[at]] == [weak]
