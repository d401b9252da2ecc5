"""Curves of edges: separate directions, ends at the rims, and handles away from nodes."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.relations.curves import Curves, curve_edges


def curves_of(nodes: list[tuple[float, float]], *edges: tuple[int, int]) -> Curves:
    """The curves of edges between nodes with a radius of ten pixels."""
    x, y = (np.array(column) for column in zip(*nodes, strict=True))
    source, target = (np.array(column) for column in zip(*edges, strict=True))
    return curve_edges(x, y, np.full(len(nodes), 10.0), source, target)


def handle(curves: Curves, edge: int = 0) -> tuple[float, float]:
    return float(curves.handle_x[edge]), float(curves.handle_y[edge])


def test_the_handle_of_a_free_edge_is_its_middle() -> None:
    curves = curves_of([(0.0, 0.0), (400.0, 0.0)], (0, 1))
    assert handle(curves) == (curves.x[0, 5], curves.y[0, 5])
    assert curves.x[0, 5] == pytest.approx(200, abs=5)


@pytest.mark.parametrize("length", [300.0, 400.0, 700.0])
def test_the_handle_keeps_away_from_a_node_on_the_middle_of_an_edge(length: float) -> None:
    free = curves_of([(0.0, 0.0), (length, 0.0)], (0, 1))
    middle = handle(free)
    crossed = curves_of([(0.0, 0.0), (length, 0.0), middle], (0, 1))
    assert np.hypot(*np.subtract(handle(crossed), middle)) >= 26
    points = zip(crossed.x[0].tolist(), crossed.y[0].tolist(), strict=True)
    assert handle(crossed) in list(points), "it is a point of the edge"


def test_an_edge_without_a_free_point_has_its_handle_where_there_is_most_room() -> None:
    near = curves_of([(0.0, 0.0), (40.0, 0.0)], (0, 1))
    gaps = np.hypot(near.x[0, 3:8, None] - [0.0, 40.0], near.y[0, 3:8, None]).min(axis=1)
    own = np.hypot(np.subtract(handle(near)[0], [0.0, 40.0]), handle(near)[1]).min()
    assert own == pytest.approx(gaps.max())


def test_directions_bend_to_their_own_left() -> None:
    curves = curves_of([(0.0, 0.0), (400.0, 0.0)], (0, 1), (1, 0))
    # y runs downwards: the left of a way to the right is up.
    assert curves.y[0, 5] < -15
    assert curves.y[1, 5] > 15
    assert curves.angle[0] == pytest.approx(90, abs=20)
    assert abs(curves.angle[1]) == pytest.approx(90, abs=20)
