"""Layouts in rooms: nothing overlaps at any width, names or ids stand where there is room."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from dashboard.analysis.relations.labels import RIM
from dashboard.analysis.relations.layout import (
    MOST_NODES,
    NodePositions,
    Nodes,
    Size,
    lay_out_nodes,
    place_nodes,
    plot_height,
    spread,
)
from dashboard.analysis.text_width import text_width
from tests.analysis.relations.stories import (
    COUNTRIES,
    ROOMS,
    Event,
    camp_story,
    campless_story,
    lay_out,
    relate,
    size_of,
)
from tests.benchmarks.worlds import world
from tests.examples import tables_of

WIDTHS = (240.0, 350.0, 430.0, 560.0, 750.0, 1100.0, 1800.0)


def faults(layout: NodePositions, size: Size) -> list[str]:
    """Every overlap of boxes, and every box that leaves the room, in words."""
    drawn = place_nodes(layout, size)
    reach = drawn.radius + RIM
    names = [*(f"node {id_}" for id_ in layout.ids), *(label.text for label in drawn.labels)]
    around = np.stack([drawn.x - reach, drawn.y - reach, drawn.x + reach, drawn.y + reach], axis=1)
    boxes = np.concatenate([around, np.array([label[3:] for label in drawn.labels])])
    low = np.maximum(boxes[:, None, :2], boxes[:, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[:, 2:])
    both = np.triu((high - low > 1e-6).all(axis=2), 1)
    outside = (boxes[:, :2] < -1e-6).any(axis=1)
    outside |= (boxes[:, 2:] > np.array([size.width, size.height]) + 1e-6).any(axis=1)
    return [
        *(f"{names[one]} covers {names[other]}" for one, other in np.argwhere(both)),
        *(f"{names[at]} leaves the room" for at in np.flatnonzero(outside)),
    ]


def shown(drawn: Nodes) -> float:
    return float(np.mean([bool(label.text) for label in drawn.labels]))


def stories(nodes: int) -> list[list[Event]]:
    """A world without camps, one with two, and one where all deal with all in one event."""
    return [
        campless_story(nodes, nodes),
        camp_story(nodes, 2, 1.0, nodes)[1],
        [relate(COUNTRIES[:nodes], [], [], 5.0)],
    ]


@pytest.mark.parametrize("nodes", [2, 3, 4, 5, 7, 10, 15, 22, 32, 45, 60])
def test_no_box_overlaps_another_or_leaves_the_room(nodes: int) -> None:
    for events in stories(nodes):
        layout = lay_out(events)
        for width in WIDTHS:
            assert faults(layout, size_of(nodes, width)) == [], width
            # The page's height if it did not ask for one, and a font a fifth wider.
            low = Size(width, min(max(width * 0.66, 320.0), 560.0), 1.2)
            assert faults(layout, low) == [], width


@pytest.mark.parametrize("countries", [8, 60, 90])
def test_generated_worlds_have_no_overlaps(countries: int) -> None:
    layout = lay_out_nodes(world(1_000, countries=countries).by_country)
    for width in (*ROOMS, 1100.0):
        assert faults(layout, size_of(len(layout.ids), width)) == []


@pytest.mark.parametrize(
    ("nodes", "width", "least"),
    [
        *((8, 350, 1.0), (12, 350, 0.9), (20, 350, 0.8), (40, 350, 0.6), (60, 350, 0.5)),
        *((8, 750, 1.0), (20, 750, 1.0), (40, 750, 0.9), (60, 750, 0.8)),
    ],
)
def test_most_nodes_have_labels(nodes: int, width: float, least: float) -> None:
    layouts = [
        lay_out(events) for events in (campless_story(nodes, 1), camp_story(nodes, 2, 1, 1)[1])
    ]
    found = [shown(place_nodes(layout, size_of(nodes, width))) for layout in layouts]
    assert np.mean(found) >= least


def test_labels_are_names_or_ids_and_as_wide_as_their_text() -> None:
    layout = lay_out(campless_story(40, 1))
    drawn = place_nodes(layout, size_of(40, 350))
    kinds = set()
    for label, id_, name in zip(drawn.labels, layout.ids, layout.names, strict=True):
        assert label.text in {"", id_, name}
        if label.text:
            kinds.add(label.text == id_)
            assert label.right - label.left >= text_width(label.text, 13)
    assert kinds == {True, False}


def test_few_nodes_are_spread_and_many_are_not() -> None:
    place = np.array([[0.3, 0.4], [0.7, 0.6]])

    def spans(nodes: int) -> list[float]:
        return [float(span) for span in np.ptp(spread(np.tile(place, (nodes // 2, 1))), axis=0)]

    assert spans(2) == spans(10) == pytest.approx([0.52, 0.26], rel=0.01)
    assert spans(20) == spans(60) == pytest.approx([0.4, 0.2], rel=0.01)
    assert spans(20)[0] < spans(16)[0] < spans(14)[0] < spans(10)[0]


def test_every_node_keeps_an_area_of_its_own() -> None:
    for events in stories(60):
        layout = lay_out(events)
        for width in WIDTHS[1:]:
            assert place_nodes(layout, size_of(60, width)).radius.min() > 2.5


def test_the_more_relations_the_larger_the_node() -> None:
    layout = lay_out([[("JPN", "KOR", 1.0)]] * 9 + [[("JPN", "CHL", 1.0)]])
    radius = dict(zip(layout.ids, place_nodes(layout, Size(750, 495)).radius, strict=True))
    assert radius["JPN"] > radius["KOR"] > radius["CHL"] >= 7


def test_where_a_node_stands_in_the_room_depends_on_no_other_node() -> None:
    events = camp_story(12, 2, 1.0, 1)[1]
    layout = lay_out(events)
    moved = layout.place.copy()
    moved[0] = 0.03, 0.97
    other = NodePositions(layout.node, layout.ids, layout.names, moved, layout.weight, 0)
    one, two = (place_nodes(each, Size(750, 495)) for each in (layout, other))
    assert np.array_equal(one.x[1:], two.x[1:])
    assert np.array_equal(one.y[1:], two.y[1:])


def test_a_step_in_the_square_is_none_larger_in_the_room() -> None:
    corners = np.array([[0.0, 0.0], [1.0, 1.0]])
    layout = NodePositions(np.arange(2), ("A", "B"), ("A", "B"), corners, np.ones(2, dtype=int), 0)
    for width in range(240, 4001, 40):
        size = size_of(2, width)
        drawn = place_nodes(layout, size)
        sides = np.array([np.ptp(drawn.x), np.ptp(drawn.y)])
        assert sides.max() * 2**0.5 <= 1.02 * np.hypot(size.width, size.height)
        assert sides.min() > 0


def test_the_room_is_higher_for_many_nodes_on_a_small_screen() -> None:
    assert plot_height(8, 350) == 270
    assert plot_height(60, 350) > plot_height(40, 350) > plot_height(20, 350) == 320
    assert plot_height(60, 750) == plot_height(20, 750) == pytest.approx(435)
    assert plot_height(8, 750) == pytest.approx(352.5)
    assert plot_height(8, 4000) == 560
    for nodes in (0, 8, 60):
        heights = [plot_height(nodes, width) for width in range(600, 2000, 20)]
        assert all(one <= other for one, other in pairwise(heights))


def test_of_more_nodes_than_can_be_told_apart_those_with_the_most_relations_stay() -> None:
    layout = lay_out_nodes(world(3_000, countries=90).by_country)
    assert (len(layout.ids), layout.hidden) == (MOST_NODES, 30)


def test_the_order_of_dates_does_not_matter() -> None:
    lines = [
        "- {date: 2020, title: One, actors: [Japan], targets: [Russia], type: condemn}",
        "- {date: 2021, title: Two, actors: [Japan, Chile]}",
        "- {date: 2022, title: Three, actors: [Chile], targets: [Russia], type: visit}",
    ]
    later = [line.replace("202", "203") if "One" in line else line for line in lines]
    one, other = (lay_out_nodes(tables_of("\n".join(text)).by_country) for text in (lines, later))
    assert np.array_equal(one.place, other.place)


def test_a_node_of_one_endless_word_has_a_label() -> None:
    names = ("W" * 300, "Росвооружение" * 9)
    actors = "".join(
        f"  - {{id: {'a' * 40}{n}, name: {name}, kind: person}}\n" for n, name in enumerate(names)
    )
    tables = tables_of(
        f"actors:\n{actors}events:\n"
        f"  - {{date: 2023, title: An act, actors: [{'a' * 40}0], targets: [{'a' * 40}1]}}\n"
    )
    layout = lay_out_nodes(tables.by_actor)
    for width in (320.0, 700.0):
        labels = place_nodes(layout, Size(width, 320.0)).labels
        assert all(label.text for label in labels)
        assert all(label.right - label.left <= 0.7 * width + 2 for label in labels)
