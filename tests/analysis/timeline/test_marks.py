"""Marks: where events stand, how far their bars reach, and how crowds are moved apart."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.marks import FARTHEST, GAP, Marks, place_marks, spread_apart
from dashboard.model.codes import Role
from dashboard.query.window import Window
from tests.examples import tables_of

WIDTH = 1000.0
OCTOBER = Window.from_texts("2023-10-01", "2023-10-31")
A_DAY = WIDTH / 31


def marks_of(events: str, window: Window = OCTOBER, lane_height: float = 40.0) -> Marks:
    tables = tables_of(events)
    everything = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", everything)
    lane_y = lane_height * (np.arange(len(found.ids)) + 0.5)
    return place_marks(tables, found, np.flatnonzero(everything), window, WIDTH, lane_y)


def mark_of(date: str, zone: str = "UTC") -> Marks:
    return marks_of(f"- {{date: '{date}', tz: {zone}, title: An event, actors: [Japan]}}")


def test_a_day_stands_in_its_middle_without_a_bar() -> None:
    marks = mark_of("2023-10-26")
    assert marks.x[0] == pytest.approx(25.5 * A_DAY)
    assert not marks.has_bar[0]


def test_a_day_that_is_broad_is_seen_to_be_a_whole_day() -> None:
    week = Window.from_texts("2023-10-24", "2023-10-30")
    event = "- {date: '2023-10-26', title: An event, actors: [Japan]}"
    marks = marks_of(event, week)
    assert (marks.has_bar[0], marks.soft[0]) == (True, True)
    assert marks.right[0] - marks.left[0] == pytest.approx(WIDTH / 7)
    at_noon = marks_of(event.replace("-26", "-26T12:00Z"), week)
    assert not at_noon.has_bar[0]


def test_26_october_in_seoul_begins_on_25_october_in_utc() -> None:
    assert mark_of("2023-10-26", "Asia/Seoul").x[0] == pytest.approx((25.5 - 9 / 24) * A_DAY)


def test_a_day_of_25_hours_is_no_interval() -> None:
    assert not mark_of("2023-10-29", "Europe/Berlin").has_bar[0]


def test_an_interval_is_a_bar_and_stands_at_its_first_day() -> None:
    marks = mark_of("2023-10-18/2023-10-19")
    assert marks.x[0] == pytest.approx(17.5 * A_DAY)
    assert (marks.left[0], marks.right[0]) == (pytest.approx(17 * A_DAY), pytest.approx(19 * A_DAY))
    assert (marks.has_bar[0], marks.soft[0]) == (True, False)


def test_an_interval_within_a_day_is_a_bar_too() -> None:
    marks = mark_of("2023-10-18T06:00Z/2023-10-18T17:59Z")
    assert marks.has_bar[0]
    assert marks.right[0] - marks.left[0] == pytest.approx(A_DAY / 2)


@pytest.mark.parametrize("date", ["2023-10", "2023-10~", "2023-10?"])
def test_a_month_is_soft_and_stands_in_its_middle(date: str) -> None:
    marks = mark_of(date)
    assert marks.x[0] == pytest.approx(WIDTH / 2)
    assert (marks.left[0], marks.right[0]) == (pytest.approx(0), pytest.approx(WIDTH))
    assert (marks.has_bar[0], marks.soft[0]) == (True, True)


def test_a_real_month_long_event_is_not_soft() -> None:
    marks = mark_of("2023-10-01/2023-10-31")
    assert (marks.has_bar[0], marks.soft[0]) == (True, False)
    assert marks.x[0] == pytest.approx(A_DAY / 2)


@pytest.mark.parametrize("date", ["2023-10-26~", "2023-10-26?", "2023-10-26%"])
def test_an_approximate_day_is_soft_and_wide_enough_to_show_it(date: str) -> None:
    marks = mark_of(date)
    assert marks.soft[0]
    assert marks.right[0] - marks.left[0] >= 26
    assert (marks.left[0] + marks.right[0]) / 2 == pytest.approx(marks.x[0])


def test_an_approximate_day_is_centred_and_wide_also_when_all_of_history_is_in_view() -> None:
    event = "- {date: 2023-10-26~, title: An event, actors: [Japan]}"
    marks = marks_of(event, Window.from_texts("-3000", "2100"))
    assert marks.right[0] - marks.left[0] == pytest.approx(26, abs=0.1)


def test_an_open_interval_stands_at_its_known_end_and_its_bar_leaves_the_picture() -> None:
    since = mark_of("2023-10-11/..")
    assert since.x[0] == pytest.approx(10.5 * A_DAY)
    assert since.left[0] == pytest.approx(10 * A_DAY)
    assert WIDTH < since.right[0] <= 2 * WIDTH
    until = mark_of("../2023-10-11")
    assert until.x[0] == pytest.approx(10.5 * A_DAY)
    assert -WIDTH <= until.left[0] < 0


@pytest.mark.parametrize(
    ("date", "left", "right"),
    [
        ("[2023-10-11..2023-10-20]", 10, 20),
        ("[2023-10-11,2023-10-14]", 10, 14),
        ("2023-10-XX", 0, 31),
    ],
)
def test_one_event_within_bounds_is_soft_and_stands_in_their_middle(
    date: str, left: int, right: int
) -> None:
    marks = mark_of(date)
    assert (marks.left[0], marks.right[0]) == (
        pytest.approx(left * A_DAY),
        pytest.approx(right * A_DAY),
    )
    assert marks.x[0] == pytest.approx((left + right) / 2 * A_DAY)
    assert (marks.has_bar[0], marks.soft[0]) == (True, True)


@pytest.mark.parametrize("date", ["[..2023-10-11]", "[2023-10-11..]", "2023-10-11/", "/2023-10-11"])
def test_what_is_known_on_one_side_alone_does_not_leave_the_picture(date: str) -> None:
    marks = mark_of(date)
    assert marks.x[0] == pytest.approx(10.5 * A_DAY)
    assert (marks.has_bar[0], marks.soft[0]) == (True, True)
    assert marks.right[0] - marks.left[0] <= 2 * A_DAY


def test_links_reach_from_the_uppermost_to_the_lowest_lane_of_all_who_take_part() -> None:
    marks = marks_of("""
        - {date: 2023-10-03, title: One, actors: [Austria], targets: [Chile]}
        - {date: 2023-10-13, title: Two, actors: [Austria, Brazil, Chile]}
        - {date: 2023-10-23, title: Three, actors: [Brazil]}
        """)
    assert marks.top.tolist() == [marks.y[marks.owner == event].min() for event in range(3)]
    assert marks.bottom.tolist() == [marks.y[marks.owner == event].max() for event in range(3)]
    assert marks.bottom[2] == marks.top[2]
    assert marks.bottom[1] - marks.top[1] == 80


def test_the_mark_of_one_aimed_at_has_the_tone_of_the_act_toward_it() -> None:
    event = "- {date: 2023-10-03, title: One, type: joint_exercise, actors: [Austria, Brazil], "
    for more, tone in (("", 0), (", signal_score: -2", 1), (", signal_score: 3", 3)):
        marks = marks_of(f"{event}aimed_at: [Chile]{more}}}")
        tones = {
            (int(role), int(tone)) for role, tone in zip(marks.role, marks.mark_tone, strict=True)
        }
        assert tones == {(Role.ACTOR, 4), (Role.AIMED_AT, tone)}
        assert marks.tone.tolist() == [4]


def test_events_of_one_day_stand_side_by_side_in_the_order_of_the_file() -> None:
    events = "\n".join(
        f"- {{date: 2023-10-26, title: Event {number}, actors: [Japan]}}" for number in range(3)
    )
    marks = marks_of(events)
    middle = 25.5 * A_DAY
    assert marks.event.tolist() == [0, 1, 2]
    assert marks.x.tolist() == pytest.approx([middle - GAP, middle, middle + GAP])


def test_a_bar_moves_with_its_mark() -> None:
    event = "- {{date: 2023-10-18/2023-10-19, title: Event {0}, actors: [Japan]}}"
    marks = marks_of("\n".join(event.format(number) for number in range(2)))
    assert marks.x[1] - marks.x[0] == pytest.approx(GAP)
    # Events of one date stand a tenth of a day apart, before they are moved.
    assert marks.left[1] - marks.left[0] == pytest.approx(GAP - A_DAY / 10)
    assert marks.right[1] - marks.right[0] == pytest.approx(GAP - A_DAY / 10)


def test_marks_are_in_order_of_time_whatever_the_order_of_begins() -> None:
    marks = marks_of("""
        - {date: 2023-10, title: Some time, actors: [Japan]}
        - {date: 2023-10-05, title: That day, actors: [Japan]}
        """)
    assert marks.x[0] < marks.x[1]
    assert marks.event.tolist() == [1, 0]


PLACES = st.lists(
    st.floats(-500, 1500) | st.integers(0, 30).map(lambda tens: 10.0 * tens), max_size=40
).map(lambda places: np.sort(np.array(places, dtype=float)))


@given(PLACES)
def test_moving_apart_keeps_the_order_and_moves_nobody_far(x: np.ndarray) -> None:
    placed = spread_apart(x)
    assert (np.diff(placed) >= -1e-6).all()
    assert (np.abs(placed - x) <= FARTHEST + 1e-6).all()


@given(PLACES)
def test_marks_are_a_gap_apart_where_nobody_has_to_move_too_far(x: np.ndarray) -> None:
    placed = spread_apart(x)
    if np.abs(placed - x).max(initial=0) < FARTHEST - 1e-6:
        assert (np.diff(placed) >= GAP - 1e-6).all()


@pytest.mark.parametrize("events", [2, 3, 4, 9, 40])
def test_a_crowd_at_one_place_is_spread_evenly(events: int) -> None:
    placed = spread_apart(np.full(events, 100.0))
    assert placed.mean() == pytest.approx(100)
    step = min(GAP, 2 * FARTHEST / (events - 1))
    assert np.diff(placed) == pytest.approx(np.full(events - 1, step))


@given(PLACES)
def test_what_is_apart_already_stays(x: np.ndarray) -> None:
    spread = x + GAP * np.arange(len(x))
    assert spread_apart(spread) == pytest.approx(spread)


@given(PLACES, st.floats(-1000, 1000))
def test_moving_apart_does_not_depend_on_where_the_window_lies(x: np.ndarray, by: float) -> None:
    assert spread_apart(x + by) == pytest.approx(spread_apart(x) + by, abs=1e-6)


def test_one_or_none_need_no_room() -> None:
    assert spread_apart(np.array([])).tolist() == []
    assert spread_apart(np.array([5.0])).tolist() == [5.0]
