"""Hulls: an outline around the members of a bloc, and a name where there is room for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.hulls import Hull, convex_hull, place_hulls
from dashboard.analysis.relations.layout import (
    NodePositions,
    Nodes,
    Size,
    lay_out_nodes,
    place_nodes,
)
from dashboard.analysis.text_width import text_width
from dashboard.model.actors import Actor
from dashboard.query.columns import FloatArray
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

BLOCS = """
actors:
  - {id: axis, name: The Axis, kind: bloc, members: [Japan, Chile], color: "#aa3355"}
  - {id: pact, name: The Pact, kind: bloc, members: [Peru, Chad, Kenya]}
  - {id: lonely, name: The Lonely, kind: bloc, members: [Chad, Fiji]}
  - {id: club, name: The Club, kind: organization, members: [Japan, Chile]}
events:
  - {date: 2021, title: T, type: summit, actors: [Japan, Chile]}
  - {date: 2022, title: T, type: summit, actors: [Peru, Chad, Kenya]}
  - {date: 2023, title: T, type: condemn, actors: [Japan], targets: [Peru, Chad]}
"""
SIZES = [Size(240, 320), Size(390, 320), Size(760, 500), Size(1200, 560), Size(760, 500, 1.6)]
NAME_HEIGHT = 16.0


def hulls_of(tables: Tables, size: Size) -> tuple[NodePositions, Nodes, tuple[Hull, ...]]:
    layout = lay_out_nodes(tables.by_country)
    nodes = place_nodes(layout, size)
    return layout, nodes, place_hulls(tables.blocs, layout, nodes, size)


def crowded(seed: int) -> Tables:
    """A world of thirty countries and four blocs of some of them, drawn by chance."""
    tables = world(300, seed=seed, countries=30)
    ids, generator = list(tables.countries["id"]), np.random.default_rng(seed)
    blocs = tuple(
        Actor(f"bloc{n}", f"Bloc of {n} {'x' * n * 4}", "bloc", members=tuple(members))
        for n in range(4)
        for members in [generator.choice(ids, 2 + 2 * n, replace=False).tolist()]
    )
    return replace(tables, blocs=blocs)


def distance_inside(hull: Hull, x: float, y: float) -> float:
    """How far a point lies within a convex outline; negative where it lies outside."""
    corners = list(zip(hull.x.tolist(), hull.y.tolist(), strict=True))
    turn = np.sign(sum((bx - ax) * (by + ay) for (ax, ay), (bx, by) in pairwise(corners)))
    return min(
        float(-turn * ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / np.hypot(bx - ax, by - ay))
        for (ax, ay), (bx, by) in pairwise(corners)
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "tables", [tables_of(BLOCS), crowded(1), crowded(2)], ids=["few", "1", "2"]
)
def test_an_outline_holds_the_circles_of_all_members(tables: Tables, size: Size) -> None:
    layout, nodes, hulls = hulls_of(tables, size)
    blocs = {bloc.name: bloc for bloc in tables.blocs}
    assert hulls
    for hull in hulls:
        for at, id_ in enumerate(layout.ids):
            if id_ in blocs[hull.name].members:
                inside = distance_inside(hull, nodes.x[at], nodes.y[at])
                assert inside >= nodes.radius[at] - 1e-6


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "tables", [tables_of(BLOCS), crowded(1), crowded(2)], ids=["few", "1", "2"]
)
def test_an_outline_is_closed_and_stays_in_the_room(tables: Tables, size: Size) -> None:
    for hull in hulls_of(tables, size)[2]:
        assert (hull.x[0], hull.y[0]) == (hull.x[-1], hull.y[-1])
        assert hull.x.min() >= 0
        assert hull.x.max() <= size.width
        assert hull.y.min() >= 0
        assert hull.y.max() <= size.height


def name_box(hull: Hull, size: Size) -> tuple[float, float, float, float]:
    half = text_width(hull.name, 12, False, size.scale) / 2
    x, y = hull.label_x, hull.label_y
    return x - half, y - NAME_HEIGHT / 2, x + half, y + NAME_HEIGHT / 2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(4))
def test_a_name_covers_no_node_no_label_and_no_other_name(seed: int, size: Size) -> None:
    _, nodes, hulls = hulls_of(crowded(seed), size)
    boxes = [label[3:] for label in nodes.labels if label.text]
    for hull in hulls:
        if isnan(hull.label_x):
            assert isnan(hull.label_y)
            continue
        left, top, right, bottom = name_box(hull, size)
        assert 0 <= left < right <= size.width
        assert 0 <= top < bottom <= size.height
        over = np.maximum(np.maximum(left - nodes.x, nodes.x - right), 0)
        down = np.maximum(np.maximum(top - nodes.y, nodes.y - bottom), 0)
        assert (np.hypot(over, down) >= nodes.radius - 1e-6).all()
        for ax, ay, bx, by in boxes:
            assert min(bx, right) <= max(ax, left) + 1e-6 or min(by, bottom) <= max(ay, top) + 1e-6
        boxes.append((left, top, right, bottom))


def test_names_have_room_on_a_wide_page() -> None:
    hulls = hulls_of(tables_of(BLOCS), Size(1200, 560))[2]
    assert not any(isnan(hull.label_x) for hull in hulls)


def test_a_name_that_fits_nowhere_is_left_out() -> None:
    tables = tables_of(BLOCS)
    (bloc, *_) = tables.blocs
    tables = replace(tables, blocs=(replace(bloc, name="x" * 400),))
    (hull,) = hulls_of(tables, Size(760, 500))[2]
    assert isnan(hull.label_x)
    assert isnan(hull.label_y)


def test_only_blocs_with_two_or_more_nodes_have_a_hull() -> None:
    hulls = hulls_of(tables_of(BLOCS), Size(760, 500))[2]
    assert [(hull.name, hull.color) for hull in hulls] == [
        ("The Axis", "#aa3355"),
        ("The Pact", ""),
    ]


def test_a_file_without_blocs_has_no_hulls() -> None:
    assert hulls_of(shipped(), Size(760, 500))[2] == ()
    assert hulls_of(tables_of(""), Size(760, 500))[2] == ()


POINTS = st.lists(
    st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=3, max_size=30, unique=True
).map(lambda points: np.array(points, dtype=float))


@given(POINTS)
def test_a_convex_hull_holds_all_points_and_turns_one_way(points: FloatArray) -> None:
    corners = convex_hull(points)
    assert corners[0].tolist() == corners[-1].tolist()
    assert {tuple(corner) for corner in corners.tolist()} <= {tuple(one) for one in points.tolist()}
    for (ax, ay), (bx, by) in pairwise(corners.tolist()):
        assert all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 for x, y in points.tolist())
