"""Curves: two halves that meet in the middle, bows outside of their column, widths by events."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.relations.curves import beside, curve_pairs, line_widths, points_of
from dashboard.analysis.relations.layout import Size, lay_out_nodes, place_nodes
from dashboard.query.columns import FloatArray
from tests.examples import shipped

POSITIONS = lay_out_nodes(shipped().by_country)
NODES = place_nodes(POSITIONS, Size(500, 330))
LINE = np.array([[0, 0], [10, 0], [20, 0], [30, 0]], dtype=float)


def halves_of(one: str, other: str) -> FloatArray:
    """The two halves of the line between two nodes, as points."""
    ends = (np.array([POSITIONS.ids.index(id_)]) for id_ in (one, other))
    return points_of(curve_pairs(POSITIONS, NODES, *ends))[0]


def test_halves_begin_at_their_nodes_and_meet_in_the_middle() -> None:
    for one, other in (("USA", "RUS"), ("USA", "JPN")):
        first, second = halves_of(one, other)
        for half, id_ in ((first, one), (second, other)):
            node = POSITIONS.ids.index(id_)
            assert np.allclose(half[0], [NODES.x[node], NODES.y[node]])
        assert np.allclose(first[-1], second[-1])
        lengths = [np.hypot(*np.diff(half, axis=0).T).sum() for half in (first, second)]
        assert np.isclose(*lengths)


def test_a_line_between_the_columns_is_straight() -> None:
    points = np.concatenate(halves_of("USA", "RUS"))
    way = points - points[0]
    assert np.allclose(way[:, 0] * way[-1, 1], way[:, 1] * way[-1, 0])


def test_a_bow_is_on_the_outer_side_of_its_column_and_deeper_for_rows_farther_apart() -> None:
    for near, far in ((("JPN", "USA"), ("JPN", "UKR")), (("USA", "KOR"), ("USA", "UKR"))):
        depths = []
        for pair in (near, far):
            points = np.concatenate(halves_of(*pair))
            node = POSITIONS.ids.index(pair[0])
            out = (points[:, 0] - NODES.x[node]) * (1 if POSITIONS.column[node] else -1)
            assert out.min() >= -1e-9
            depths.append(out.max())
        assert 0 < depths[0] < depths[1] <= max(NODES.bow) + 1e-9


def test_a_half_is_shifted_to_its_side() -> None:
    assert np.allclose(beside(LINE, 2.0), LINE + np.array([0, 2]))
    assert np.allclose(beside(LINE[::-1], 2.0), LINE[::-1] - [0, 2])


def test_widths_grow_with_the_events_and_too_few_are_thinner_than_all_others() -> None:
    n = np.arange(1, 60)
    widths = line_widths(n, n < 3, np.full(59, 80.0))
    assert (np.diff(widths) >= 0).all()
    assert widths[:2].max() <= widths[2:].min()
    assert widths.max() <= 12
    few = line_widths(n[:8], n[:8] < 3, np.full(8, 80.0))
    assert np.allclose(few[2:] / n[2:8], few[2] / 3)
    near, far = line_widths(np.array([4, 4]), np.array([False, False]), np.array([40.0, 160.0]))
    assert near == 2 * far
    assert len(line_widths(n[:0], n[:0] < 3, np.zeros(0))) == 0
