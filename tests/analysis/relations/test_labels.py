"""Labels of nodes: beside their node, covering nothing, in the room, or not at all."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations.labels import HEIGHT, RIM, LabelBox, place_labels

WIDTH, LENGTH = 400.0, 300.0
Node = tuple[float, float, float, float]
"""x, y, radius, and the width of the name."""


def place(*nodes: Node) -> tuple[LabelBox, ...]:
    """Labels of nodes whose short label is half as wide as the name."""
    x, y, radius, widths = (np.array(column, dtype=float) for column in zip(*nodes, strict=True))
    texts = [(f"node {number}", f"n{number}") for number in range(len(nodes))]
    both = np.stack([widths, widths / 2], axis=1)
    return place_labels(np.stack([x, y], axis=1), radius, texts, both, (WIDTH, LENGTH))


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1e-6
        and min(one[3], other[3]) - max(one[1], other[1]) > 1e-6
    )


def test_a_label_stands_below_its_node() -> None:
    (label,) = place((200, 150, 10, 60))
    assert (label.text, label.x) == ("node 0", 200)
    assert label.top == 150 + 10 + 2
    assert label.bottom - label.top == HEIGHT
    assert label.right - label.left >= 60


@pytest.mark.parametrize(
    ("x", "y", "where"),
    [(200, 290, "above"), (200, 10, "below"), (15, 150, "right"), (385, 150, "left")],
)
def test_at_the_edge_of_the_room_it_stands_inward(x: float, y: float, where: str) -> None:
    (label,) = place((x, y, 10, 100))
    sides = {
        "above": label.bottom <= y - 10,
        "below": label.top >= y + 10,
        "right": label.left >= x + 10,
        "left": label.right <= x - 10,
    }
    assert sides[where]


def test_a_label_makes_way_for_a_node_and_for_the_label_of_a_larger_one() -> None:
    large, small = place((200, 150, 14, 60), (200, 178, 7, 60))
    assert not overlap(large[3:], (193, 171, 207, 185))
    assert not overlap(large[3:], small[3:])


def test_a_label_that_fits_nowhere_is_left_out() -> None:
    crowd = [(150.0 + 30 * (n % 4), 100.0 + 24 * (n // 4), 14.0 - 0.1 * n, 90.0) for n in range(16)]
    texts = [label.text for label in place(*crowd)]
    assert "" in texts
    assert texts[0]


def test_where_the_name_has_no_room_the_id_stands() -> None:
    at, radius = np.array([[40.0, 150.0]]), np.array([10.0])
    for width, text in ((120.0, "name"), (80.0, "id"), (20.0, "")):
        room = (width, LENGTH)
        (label,) = place_labels(at, radius, [("name", "id")], np.array([[90.0, 24.0]]), room)
        assert label.text == text


def test_no_name_costs_another_node_its_label() -> None:
    # Either name alone has room for one side only, where the other's id must stand.
    texts = [label.text for label in place((130, 150, 10, 200), (270, 150, 9, 200))]
    assert "" not in texts


def test_an_id_longer_than_the_name_is_no_help() -> None:
    widths = np.array([[60.0, 500.0]])
    at, radius = np.array([[200.0, 150.0]]), np.array([10.0])
    (label,) = place_labels(at, radius, [("name", "very-long-id")], widths, (WIDTH, LENGTH))
    assert label.text == "name"


def test_no_nodes_have_no_labels() -> None:
    nothing = np.zeros((0, 2))
    assert place_labels(nothing, np.zeros(0), [], nothing, (WIDTH, LENGTH)) == ()


NODES = st.lists(
    st.tuples(st.floats(0, WIDTH), st.floats(0, LENGTH), st.floats(3, 14), st.floats(10, 150)),
    min_size=1,
    max_size=25,
)


@given(NODES)
def test_labels_cover_no_label_and_no_node_and_stay_in_the_room(nodes: list[Node]) -> None:
    shown = [label for label in place(*nodes) if label.text]
    for label in shown:
        assert label.left >= -1e-6
        assert label.top >= -1e-6
        assert label.right <= WIDTH + 1e-6
        assert label.bottom <= LENGTH + 1e-6
        for x, y, radius, _ in nodes:
            reach = radius + RIM
            assert not overlap(label[3:], (x - reach, y - reach, x + reach, y + reach))
    assert not any(overlap(one[3:], other[3:]) for one, other in combinations(shown, 2))


@given(NODES)
def test_a_label_stands_beside_its_own_node(nodes: list[Node]) -> None:
    for number, (label, (x, y, radius, _)) in enumerate(zip(place(*nodes), nodes, strict=True)):
        assert label.text in ("", f"node {number}", f"n{number}")
        beside = max(label.left - x, x - label.right, 0)
        over = max(label.top - y, y - label.bottom, 0)
        assert np.hypot(beside, over) <= radius + 8
