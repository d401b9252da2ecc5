"""Layouts in plot areas: the columns fill them, and each name has room of its own."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from dashboard.analysis.relations.layout import (
    FONT,
    LINE,
    MOST_NODES,
    Size,
    lay_out_nodes,
    place_nodes,
)
from dashboard.analysis.text_width import text_width
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

SIZES = [Size(500, 330), Size(360, 420, 1.1), Size(700, 420), Size(240, 200)]
WORLDS = [shipped(), world(40, countries=5), world(200, countries=12), world(1_000)]
IN_ROOMS = pytest.mark.parametrize("size", SIZES, ids=str)
OF_WORLDS = pytest.mark.parametrize("tables", WORLDS, ids=["shipped", "5", "12", "60"])


@IN_ROOMS
@OF_WORLDS
def test_names_are_in_the_plot_area_and_cover_no_other(tables: Tables, size: Size) -> None:
    positions = lay_out_nodes(tables.by_country)
    nodes = place_nodes(positions, size)
    assert all(nodes.names)
    for column in (0, 1):
        own = positions.order[positions.column[positions.order] == column]
        halves = [LINE * (len(nodes.names[node]) - 1) / 2 + FONT / 2 for node in own]
        gaps = np.diff(nodes.y[own])
        assert all(
            gap >= one + other for gap, (one, other) in zip(gaps, pairwise(halves), strict=True)
        )
        assert nodes.y[own[0]] >= halves[0]
        assert nodes.y[own[-1]] <= nodes.height - halves[-1]
        for node in own:
            width = max(text_width(line, FONT, False, size.scale) for line in nodes.names[node])
            inner, outer = nodes.name_x[node], nodes.name_x[node] + (width if column else -width)
            assert 0 <= outer <= size.width
            assert abs(inner - nodes.x[node]) > nodes.radius[node]


@IN_ROOMS
@OF_WORLDS
def test_nodes_do_not_touch_and_the_left_column_is_left(tables: Tables, size: Size) -> None:
    positions = lay_out_nodes(tables.by_country)
    nodes = place_nodes(positions, size)
    apart = np.hypot(nodes.x[:, None] - nodes.x, nodes.y[:, None] - nodes.y)
    np.fill_diagonal(apart, np.inf)
    assert (apart > nodes.radius[:, None] + nodes.radius).all()
    left, right = (nodes.x[positions.column == column] for column in (0, 1))
    assert left.max() + 40 < right.min()
    assert left.min() - nodes.bow[0] > 0
    assert right.max() + nodes.bow[1] < size.width


def test_the_chart_is_higher_than_its_room_only_where_rows_need_it() -> None:
    few, many = (lay_out_nodes(tables.by_country) for tables in (shipped(), world(1_000)))
    assert place_nodes(few, Size(500, 330)).height == 330
    assert place_nodes(many, Size(500, 330)).height > 450


def test_names_of_nodes_without_bows_are_beside_them() -> None:
    positions = lay_out_nodes(shipped().by_country)
    nodes = place_nodes(positions, Size(500, 330))
    gap = np.abs(nodes.name_x - nodes.x)
    assert gap[~positions.beside_bow].max() < 15 < gap[positions.beside_bow].min()
    assert {positions.ids[node] for node in np.flatnonzero(~positions.beside_bow)} >= {"NATO"}


def test_long_names_are_broken_and_then_cut() -> None:
    events = "- {date: 2023, title: T, actors: [Japan], targets: [x]}"
    name = "The United Confederation of Incomparably Long Names"
    tables = tables_of(
        f"actors: [{{id: x, name: {name}, kind: organization}}]\nevents:\n  {events}"
    )
    positions = lay_out_nodes(tables.by_country)
    lines = place_nodes(positions, Size(500, 330)).names[positions.ids.index("x")]
    assert len(lines) == 2
    assert name.startswith(lines[0])
    assert lines[1].endswith("…")


def test_of_many_nodes_the_weightiest_are_shown() -> None:
    tables = world(3_000, countries=90)
    positions = lay_out_nodes(tables.by_country)
    ends = [tables.relations[end].cat.codes.to_numpy() for end in ("source", "target")]
    weight = np.bincount(np.concatenate(ends), minlength=90)
    assert (len(positions.ids), positions.hidden) == (MOST_NODES, 30)
    left_out = np.setdiff1d(np.arange(90), positions.node)
    assert weight[positions.node].min() >= weight[left_out].max()
    assert positions.weight.tolist() == weight[positions.node].tolist()


def test_the_order_of_the_nodes_is_down_the_left_and_then_down_the_right_column() -> None:
    positions = lay_out_nodes(shipped().by_country)
    ids = [positions.ids[node] for node in positions.order]
    assert set(ids[:2]) == {"RUS", "PRK"}
    assert positions.column[positions.order].tolist() == sorted(positions.column)
    assert sorted(ids) == sorted(positions.ids)


def test_the_same_file_gives_the_same_positions_in_the_unit_square() -> None:
    one, other = (lay_out_nodes(world(500, countries=12).by_country) for _ in range(2))
    assert (one.place == other.place).all()
    assert one.place.min() >= 0
    assert one.place.max() <= 1


@pytest.mark.parametrize("events", ["[]", "- {date: 2023, title: Alone, actors: [Japan]}"])
def test_files_without_relations_have_no_nodes(events: str) -> None:
    positions = lay_out_nodes(tables_of(events).by_country)
    assert len(positions.ids) == len(place_nodes(positions, Size(500, 330)).x) == 0
