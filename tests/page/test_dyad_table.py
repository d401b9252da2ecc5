"""The table of dyads: the network's edges as rows, each count a link to its events."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.layout import Size, lay_out_nodes
from dashboard.analysis.network import Network, lay_out_network
from dashboard.page.dyad_table import MOST_ROWS, dyad_table
from dashboard.query.selection import Selected, Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.page.components import of_kind, text


def network_of(tables: Tables, selected: Selected) -> Network:
    level = tables.by_country
    return lay_out_network(level, lay_out_nodes(level), selected, Size(760, 500))


def table_of(tables: Tables, query: str = "") -> list[tuple[str, str, str, str, str]]:
    """Who acts, on whom, how often, the mean score and the sum of each row."""
    selection = Selection.from_query(query, tables)
    network = network_of(tables, selection.apply(tables))
    table = dyad_table(network, selection)
    (body,) = of_kind(table, "Tbody")
    return [tuple(map(text, of_kind(row, "Td"))) for row in of_kind(body, "Tr")]


def test_a_row_says_who_acted_on_whom_how_often_and_how() -> None:
    tables = tables_of("""
        - {date: 2023, title: One, type: condemn, actors: [Japan], targets: [Chile]}
        - {date: 2024, title: Two, type: reject, actors: [Japan], targets: [Chile]}
        - {date: 2024, title: Three, score: 7, actors: [Chile], targets: [Japan]}
        """)
    assert table_of(tables) == [
        ("Japan", "Chile", "2", "-3.0", "-6.0"),
        ("Chile", "Japan", "1", "+7.0", "+7.0"),
    ]


def test_a_count_leads_to_the_events_behind_it() -> None:
    tables = shipped()
    selection = Selection.from_query("from=2023-10", tables)
    network = network_of(tables, selection.apply(tables))
    for link in of_kind(dyad_table(network, selection), "A"):
        found = Selection.from_query(link.href, tables)
        assert found.window == selection.window
        assert np.count_nonzero(found.apply(tables).visible) == int(text(link))


def test_the_most_frequent_dyads_come_first_and_the_table_ends_somewhere() -> None:
    counts = [int(row[2].replace(",", "")) for row in table_of(world(3_000))]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == MOST_ROWS


def test_columns_have_headings_and_the_table_a_caption() -> None:
    tables = shipped()
    network = network_of(tables, Selection().apply(tables))
    table = dyad_table(network, Selection())
    assert [text(head) for head in of_kind(table, "Th")] == [
        *("Acts", "On", "Events", "Mean score", "Sum of scores")
    ]
    assert all(head.scope == "col" for head in of_kind(table, "Th"))
    assert text(of_kind(table, "Caption"))


def test_no_dyads_make_no_rows() -> None:
    assert table_of(shipped(), "text=nothing") == []
