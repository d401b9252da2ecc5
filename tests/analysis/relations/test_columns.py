"""Columns: camps face each other, few lines cross, and an event moves only its own actors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from dashboard.analysis.relations.columns import Columns, arrange, count_crossings
from tests.analysis.relations.stories import (
    Event,
    camp_story,
    campless_story,
    lay_out,
    random_event,
    random_story,
    relate,
    story_of,
)
from tests.examples import shipped


def columns_of(events: Sequence[Event]) -> tuple[list[str], list[str]]:
    """The ids of the left and of the right column, from top to bottom."""
    ids, columns = lay_out(events)
    left, right = ([ids[node] for node in column.tolist()] for column in columns)
    return left, right


def without(columns: tuple[list[str], ...], event: Event) -> list[list[str]]:
    """The columns without those who take part in an event."""
    taking_part = {name for *pair, _ in event for name in pair}
    return [[id_ for id_ in column if id_ not in taking_part] for column in columns]


def test_camps_of_the_shipped_events_face_each_other() -> None:
    columns = columns_of(story_of(shipped()))
    first, second = (set(column) for column in columns)
    assert {"RUS", "PRK"} == first
    assert {"USA", "KOR", "JPN", "NATO", "UKR"} <= second


@pytest.mark.parametrize(
    ("nodes", "density"), [(8, 1.0), (12, 0.8), (19, 0.6), (20, 0.8), (40, 0.4)]
)
def test_two_camps_have_a_column_each_although_a_fifth_of_the_ties_is_flipped(
    nodes: int, density: float
) -> None:
    camp, events = camp_story(nodes, 2, density, seed=1)
    for column in columns_of(events):
        sides = [camp[id_] for id_ in column]
        assert min(sides.count(0), sides.count(1)) <= nodes // 10


def test_friends_of_all_fill_both_columns() -> None:
    sizes = [len(column) for column in columns_of(campless_story(12, 3))]
    assert max(sizes) <= 8
    assert [len(part) for part in columns_of([relate(["a", "b", "c", "d"], [], [], 5.0)])] == [2, 2]


@pytest.mark.parametrize(
    "events",
    [story_of(shipped()), camp_story(9, 2, 0.7, 1)[1]],
    ids=["shipped", "nine"],
)
def test_an_event_at_the_end_of_the_file_keeps_the_order_of_all_others(
    events: Sequence[Event],
) -> None:
    generator, before = np.random.default_rng(1), columns_of(events)
    kept = []
    for _ in range(15):
        event = random_event(sorted(before[0] + before[1]), generator)
        kept.append(without(columns_of([*events, event]), event) == without(before, event))
    assert np.mean(kept) >= 0.9


@pytest.mark.parametrize("seed", range(2))
def test_a_file_that_grows_rarely_moves_others_than_those_who_take_part(seed: int) -> None:
    events = random_story((5, 8)[seed], 40, seed)
    kept = [
        without(columns_of(events[:count]), events[count])
        == without(columns_of(events[: count + 1]), events[count])
        for count in range(15, 39)
    ]
    assert np.mean(kept) >= 0.7


def test_an_event_between_two_who_are_tied_moves_nobody() -> None:
    events = story_of(shipped())
    again = [[("USA", "RUS", -4.0)], [("PRK", "RUS", 6.0)], [("JPN", "KOR", 3.0)]]
    assert columns_of([*events, *again]) == columns_of(events)


def test_few_lines_cross() -> None:
    ids, columns = lay_out(story_of(shipped()))
    pairs = {frozenset(pair) for event in story_of(shipped()) for *pair, _ in event}
    tied = np.array([[float(frozenset((one, other)) in pairs) for one in ids] for other in ids])
    assert count_crossings(tied, columns) <= 15


@pytest.mark.parametrize("nodes", [0, 1, 2, 5, 30])
def test_each_node_has_one_row(nodes: int) -> None:
    n, pairs = 1.0 - np.eye(nodes), np.array([*combinations(range(nodes), 2)]).reshape(-1, 2)
    columns = arrange(n, n, pairs)
    assert sorted(np.concatenate(columns).tolist()) == list(range(nodes))


def test_lines_and_bows_that_cross_are_counted() -> None:
    nodes, left, right = np.arange(8), np.arange(4), np.arange(4, 8)
    every = (nodes[:, None] != nodes).astype(float)
    # Four to four: 36 crossings of lines; in each column one of two bows.
    assert count_crossings(every, Columns(left, right)) == 38
    assert count_crossings(np.zeros((8, 8)), Columns(left, right)) == 0
    assert count_crossings(every[:2, :2], Columns(left[:1], left[1:2])) == 0
