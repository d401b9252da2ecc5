"""A layout that follows a file: little movement by each event, camps apart, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from dashboard.analysis.relations.layout import NodePositions, lay_out_nodes, place_nodes
from dashboard.analysis.relations.positions import seeds, separation
from dashboard.analysis.relations.revision import Story, checkpoints, revise
from dashboard.query.levels import Level
from tests.analysis.relations.stories import (
    DIAGONAL,
    ROOMS,
    Event,
    Floats,
    camp_story,
    campless_story,
    lay_out,
    lengths,
    random_event,
    random_story,
    relate,
    silhouette,
    size_of,
    story_of,
)
from tests.benchmarks.worlds import world
from tests.examples import shipped

REPOSITORY = Path(__file__).parents[3]
LIMIT = 0.05
CAMP_WORLDS = [
    *((20, 2, 0.8), (30, 2, 0.5), (40, 2, 0.4), (50, 2, 0.4), (60, 2, 0.3)),
    *((27, 3, 1.0), (30, 3, 1.0), (40, 3, 0.8), (50, 3, 0.7), (60, 3, 0.6)),
]


def moves(before: NodePositions, after: NodePositions, event: Event) -> list[float]:
    """The furthest move of a node without a part in the event, in diagonals.

    First in the unit square, then in the rooms that the page has before the event.
    """
    taking_part = {name for *pair, _ in event for name in pair}
    kept = [id_ for id_ in before.ids if id_ not in taking_part]
    if not kept:
        return [0.0]
    was, is_ = ([layout.ids.index(id_) for id_ in kept] for layout in (before, after))
    found = [np.hypot(*(after.place[is_] - before.place[was]).T).max() / DIAGONAL]
    for width in ROOMS:
        size = size_of(len(before.ids), width)
        one, other = place_nodes(before, size), place_nodes(after, size)
        move = np.hypot(other.x[is_] - one.x[was], other.y[is_] - one.y[was])
        found.append(move.max() / np.hypot(size.width, size.height))
    return found


def trials(events: Sequence[Event], count: int, seed: int, anywhere: bool) -> Floats:
    """By each of some added events, how far the unrelated node that moves most goes."""
    generator, before, found = np.random.default_rng(seed), lay_out(events), []
    for _ in range(count):
        event = random_event(before.ids, generator)
        at = int(generator.integers(len(events) + 1)) if anywhere else len(events)
        after = lay_out([*events[:at], event, *events[at:]])
        found.append(max(moves(before, after, event)))
    return np.array(found)


def test_an_event_added_to_the_shipped_file_moves_nobody_else() -> None:
    assert trials(story_of(shipped()), 300, 1, anywhere=False).max() <= LIMIT


def test_an_event_inserted_into_the_shipped_file_hardly_moves_anybody_else() -> None:
    found = trials(story_of(shipped()), 300, 2, anywhere=True)
    assert (found <= LIMIT).mean() >= 0.93
    assert np.median(found) < 0.03


@pytest.mark.parametrize(
    "events",
    [camp_story(40, 2, 0.4, 1)[1], camp_story(60, 3, 0.5, 1)[1][:700], campless_story(30, 1)],
    ids=["two camps", "three camps", "no camps"],
)
def test_large_files_are_as_steady(events: list[Event]) -> None:
    assert trials(events, 8, 1, anywhere=False).max() <= LIMIT
    assert trials(events, 5, 2, anywhere=True).max() <= 2 * LIMIT


@pytest.mark.parametrize("seed", range(4))
def test_a_file_that_grows_from_nothing_moves_only_who_takes_part(seed: int) -> None:
    countries = (5, 12, 30, 60)[seed]
    events = random_story(countries, 90, seed)
    before = lay_out(events[:1])
    for count in range(2, len(events) + 1):
        after = lay_out(events[:count])
        assert max(moves(before, after, events[count - 1])) <= LIMIT, count
        before = after


def test_nodes_that_come_and_go_for_want_of_room_move_no_other() -> None:
    tables = world(500, countries=120)
    part = tables.participants

    def after(events: int) -> NodePositions:
        kept = part[part["event"] < events]
        return lay_out_nodes(Level("country", tables.events[:events], kept, tables.countries))

    before, changes = after(430), 0
    for count in range(431, 461):
        layout = after(count)
        changes += layout.ids != before.ids
        taking_part = set(part["country"][part["event"] == count - 1])
        kept = [id_ for id_ in before.ids if id_ in layout.ids and id_ not in taking_part]
        was, is_ = ([each.ids.index(id_) for id_ in kept] for each in (before, layout))
        moved = np.hypot(*(layout.place[is_] - before.place[was]).T)
        assert moved.max() <= LIMIT * DIAGONAL, count
        before = layout
    assert changes > 1


def test_the_bound_holds_on_both_sides_of_every_checkpoint() -> None:
    events = random_story(25, 200, 7)
    for end in checkpoints(200)[33:-1:2]:
        for count in (end - 1, end, end + 1):
            one, other = lay_out(events[:count]), lay_out(events[: count + 1])
            assert moves(one, other, events[count])[0] <= LIMIT


@pytest.mark.parametrize(("nodes", "camps", "density"), CAMP_WORLDS)
def test_camps_stand_apart_although_a_fifth_of_the_ties_is_flipped(
    nodes: int, camps: int, density: float
) -> None:
    camp, events = camp_story(nodes, camps, density, seed=1)
    layout = lay_out(events)
    of = np.array([camp[id_] for id_ in layout.ids])
    assert silhouette(layout.place, of) > 0.5
    for width in ROOMS:
        drawn = place_nodes(layout, size_of(nodes, width))
        assert silhouette(np.stack([drawn.x, drawn.y], axis=1), of) > 0.5


def test_who_takes_no_side_stands_between_the_camps() -> None:
    camp, events = camp_story(16, 2, 0.8, 1)
    layout = lay_out([*events, [("league", "guards", 5.0)]])
    place = dict(zip(layout.ids, layout.place, strict=True))
    left, right = sorted(
        np.mean([place[id_][0] for id_, own in camp.items() if own == side]) for side in (0, 1)
    )
    for id_ in ("league", "guards"):
        assert left + 0.1 < place[id_][0] < right - 0.1


def test_a_newcomer_stands_with_the_allies_of_its_first_event() -> None:
    camp, events = camp_story(30, 2, 0.8, 1)
    host = next(iter(camp))
    layout = lay_out([*events, [("league", host, 8.0)]])
    at = dict(zip(layout.ids, layout.place, strict=True))
    own, other = (
        np.mean([at[id_] for id_, side in camp.items() if (side == camp[host]) == same], axis=0)
        for same in (True, False)
    )
    assert np.hypot(*(at["league"] - own)) < np.hypot(*(at["league"] - other))


def test_the_square_is_used() -> None:
    for events in (camp_story(40, 2, 0.5, 1)[1], camp_story(40, 3, 0.8, 1)[1]):
        place = lay_out(events).place
        assert np.ptp(place[:, 0]) > 0.75
        assert np.ptp(place[:, 1]) > 0.55


@pytest.mark.parametrize("nodes", [2, 3, 8, 20, 40, 60])
@pytest.mark.parametrize("score", [-8.0, 0.0, 8.0])
def test_nodes_stand_inside_the_square_and_apart(nodes: int, score: float) -> None:
    for events in (random_story(nodes, 4 * nodes, 3), [relate(list("abcdefgh"), [], [], score)]):
        place = lay_out(events).place
        assert 0 <= place.min() <= place.max() <= 1
        assert np.array_equal(place, np.round(place, 4))
        gaps = lengths(place) + 9 * np.eye(len(place))
        assert gaps.min() > 0.5 * separation(len(place))


def test_the_order_of_the_file_decides_and_not_that_of_time() -> None:
    tables = shipped()
    layouts = [lay_out_nodes(tables.by_country), lay_out(story_of(tables))]
    one, other = (dict(zip(layout.ids, layout.place.tolist(), strict=True)) for layout in layouts)
    assert one == other


def test_checkpoints_are_close_at_first_and_end_with_the_file() -> None:
    assert checkpoints(0) == []
    assert checkpoints(3) == [1, 2, 3]
    assert checkpoints(35) == [*range(1, 33), 34, 35]
    assert checkpoints(1_000_000)[-1] == 1_000_000
    assert len(checkpoints(1_000_000)) < 220
    assert checkpoints(1000)[:-1] == checkpoints(1001)[: len(checkpoints(1000)) - 1]


def test_without_relations_nodes_stand_in_the_middle() -> None:
    nothing = np.array([], dtype=int)
    story = Story(nothing, nothing, nothing, np.array([]), 3)
    assert revise(story, seeds(["JPN"]), 60).tolist() == [[0.5, 0.5]]
    assert revise(story, seeds([]), 60).shape == (0, 2)


def test_places_do_not_depend_on_the_process() -> None:
    script = (
        "from tests.analysis.relations.stories import camp_story, lay_out, random_story, story_of\n"
        "from tests.examples import shipped\n"
        "for events in (story_of(shipped()), camp_story(60, 3, 0.5, 1)[1], random_story(9, 40, 1)):"
        "\n    print(lay_out(events).place.tolist())\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=REPOSITORY,
            env=os.environ
            | {"PYTHONHASHSEED": number, "OMP_NUM_THREADS": number}
            | {"OPENBLAS_NUM_THREADS": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].splitlines()[0] == str(lay_out(story_of(shipped())).place.tolist())
