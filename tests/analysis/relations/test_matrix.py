"""The matrix: rows and columns camp by camp, each cell with its words and its events."""

from __future__ import annotations

import pytest

from dashboard.analysis.relations.matrix import MOST_ROWS, Matrix, compute
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.questions import question_of


def cells(matrix: Matrix) -> dict[tuple[str, str], int]:
    """Number of events of each cell, by the names of its row and column."""
    names = matrix.names
    return {(names[row], names[column]): cell.n for (row, column), cell in matrix.cells.items()}


def test_who_acts_has_the_row_and_the_target_the_column() -> None:
    events = "- {date: 2023, title: T, score: -9, actors: [Japan], targets: [Chile]}"
    matrix = compute(question_of(tables_of(events)))
    assert cells(matrix) == {("Japan", "Chile"): 1}
    (cell,) = matrix.cells.values()
    assert (cell.tone, cell.in_doubt) == (0, False)
    assert cell.link.words.startswith("Japan → Chile: 1 event, mean −9.0, 2023. fewer than three")


@pytest.mark.parametrize("query", ["", "nodes=actor", "dyad=RUS:PRK", "country=JPN&from=2023-10"])
def test_each_cell_leads_to_as_many_events_as_it_counts(query: str) -> None:
    tables = shipped()
    matrix = compute(question_of(tables, query))
    assert matrix.cells
    for cell in matrix.cells.values():
        chosen = Selection.from_query(cell.link.query, tables)
        assert chosen.apply(tables).visible.sum() == cell.n
        is_chosen = chosen.dyads == Selection.from_query(query, tables).dyads
        assert cell.link.chosen == (is_chosen and chosen.dyads == (Dyad("RUS", "PRK"),))


def test_many_columns_are_headed_by_ids() -> None:
    small, large = compute(question_of(shipped())), compute(question_of(world(1_500, countries=14)))
    assert (small.is_large, small.headings) == (False, small.names)
    assert large.is_large
    assert "USA" in large.headings
    assert "United States" in large.names


def test_without_relations_the_caption_says_so() -> None:
    matrix = compute(question_of(shipped(), "text=zzz"))
    words = "No relations between two actors in view."
    assert matrix == Matrix((), (), (), (), False, {}, words, words, ())


def test_nodes_that_are_left_out_are_counted() -> None:
    matrix = compute(question_of(world(3_000, countries=90)))
    assert matrix.caption.endswith(f"{90 - MOST_ROWS} with fewer relations are not shown.")
    assert len(matrix.ids) == MOST_ROWS


def test_the_rows_are_those_with_most_relations_in_view_and_those_that_are_chosen() -> None:
    tables = world(3_000, countries=60)
    every = compute(question_of(tables))
    rare = next(id_ for id_ in tables.country_code if id_ not in every.ids)
    chosen = compute(question_of(tables, f"country={rare}"))
    assert rare in chosen.ids
    assert (
        rare in compute(question_of(tables, f"dyad={every.ids[0]}:{rare}:both&nodes=country")).ids
    )
    least = min(sum(cell.n for at, cell in every.cells.items() if row in at) for row in range(24))
    assert least > 0
