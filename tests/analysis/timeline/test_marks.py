"""Marks: where events stand, how far their bars reach, and how events of a day share it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.marks import Marks
from dashboard.analysis.timeline.placement import PITCH
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.model.codes import Role
from dashboard.query.window import Window
from tests.analysis.timeline.placed import place_marks
from tests.examples import shipped, tables_of

WIDTH = 1000.0
OCTOBER = Window.from_texts("2023-10-01", "2023-10-31")
A_DAY = WIDTH / 31


def marks_of(events: str, window: Window = OCTOBER, lane_height: float = 40.0) -> Marks:
    tables = tables_of(events)
    everything = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", everything)
    lane_y = lane_height * (np.arange(len(found.ids)) + 0.5)
    return place_marks(tables, found, np.flatnonzero(everything), window, WIDTH, lane_y)


def to_x(seconds: np.ndarray, window: Window) -> np.ndarray:
    return TimeScale.even(window, WIDTH).to_x(seconds)


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


def test_an_open_interval_stands_at_its_known_end_and_its_bar_reaches_the_edge() -> None:
    since = mark_of("2023-10-11/..")
    assert since.x[0] == pytest.approx(10.5 * A_DAY)
    assert (since.left[0], since.right[0]) == pytest.approx((10 * A_DAY, WIDTH))
    until = mark_of("../2023-10-11")
    assert until.x[0] == pytest.approx(10.5 * A_DAY)
    assert (until.left[0], until.right[0]) == pytest.approx((0.0, 11 * A_DAY))


@pytest.mark.parametrize("date", ["2012/..", "../2030", "2012/2030", "2012-05~/2023-10-12"])
def test_what_goes_on_beyond_the_window_is_no_pointed_bar(date: str) -> None:
    marks = mark_of(date)
    assert (marks.has_bar[0], marks.soft[0]) == (True, False)


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
    assert (marks.has_bar[0], marks.soft[0]) == (True, "[" in date)
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


def test_events_of_one_day_stand_side_by_side_around_its_middle() -> None:
    events = "\n".join(
        f"- {{date: 2023-10-26, title: Event {number}, actors: [Japan]}}" for number in range(3)
    )
    marks = marks_of(events)
    assert sorted(marks.event.tolist()) == [0, 1, 2]
    middle = 25.5 * A_DAY
    free = (A_DAY - PITCH) / 2
    assert marks.x.tolist() == pytest.approx([middle - free, middle, middle + free])


def test_events_of_one_day_without_a_common_lane_share_its_middle() -> None:
    marks = marks_of("""
        - {date: 2023-10-26, title: One, actors: [Austria]}
        - {date: 2023-10-26, title: Other, actors: [Chile]}
        """)
    assert marks.x.tolist() == pytest.approx([25.5 * A_DAY] * 2)


def test_a_narrow_day_has_all_its_events_in_its_middle() -> None:
    event = "- {date: 2023-10-26, title: Event, actors: [Japan]}\n"
    century = Window.from_texts("1950", "2049")
    marks = marks_of(event * 3, century)
    assert np.ptp(marks.x) < 0.1


def test_a_broad_day_of_several_events_has_bars_only_if_each_has_a_sub_row() -> None:
    day = Window.from_texts("2023-10-26", "2023-10-26")
    event = "- {{date: 2023-10-26, title: Event {0}, actors: [Japan]}}\n"
    few, many = (marks_of("".join(map(event.format, range(n))), day) for n in (1, 6))
    assert few.has_bar.all()
    assert not many.has_bar.any()
    assert np.ptp(many.x) == pytest.approx(5 * PITCH)


DATES = st.dates(date(2023, 9, 20), date(2023, 11, 10)).map(str)
ZONES = st.sampled_from(["UTC", "Asia/Seoul", "America/New_York"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(DATES, ZONES), min_size=1, max_size=12), st.integers(1, 900))
def test_every_mark_of_a_day_is_within_the_pixels_of_its_own_day(
    days: list[tuple[str, str]], span: int
) -> None:
    events = "".join(
        f"- {{date: {day}, tz: {zone}, title: Event {number}, actors: [Japan]}}\n"
        for number, (day, zone) in enumerate(days)
    )
    begin = OCTOBER.lower
    window = Window.spanning(begin, begin + span * 86_400)
    tables, marks = tables_of(events), marks_of(events, window)
    bounds = [to_x(column[marks.event], window) for column in (tables.lower, tables.upper)]
    left, right = (np.clip(bound, 0, WIDTH) for bound in bounds)
    inside = marks.in_view
    assert ((marks.x >= left - 1e-6) & (marks.x <= right + 1e-6))[inside].all()
    assert ((marks.x < 0) | (marks.x > WIDTH))[~inside].all()


@pytest.mark.parametrize(
    ("date", "before", "after", "x", "left", "right"),
    [
        ("2023-09-01/2023-10-10", True, False, 0.0, 0.0, 10 * A_DAY),
        ("2023-10-11/2023-12-01", False, True, 10.5 * A_DAY, 10 * A_DAY, WIDTH),
        ("2023-09-01/2023-12-01", True, True, 0.0, 0.0, WIDTH),
        ("../2023-12-01", True, True, WIDTH, 0.0, WIDTH),
    ],
)
def test_an_interval_that_passes_the_edge_of_the_window_keeps_to_the_plot(
    date: str, before: bool, after: bool, x: float, left: float, right: float
) -> None:
    marks = mark_of(date)
    assert (marks.before[0], marks.after[0]) == (before, after)
    assert (marks.x[0], marks.left[0], marks.right[0]) == pytest.approx((x, left, right))


@pytest.mark.parametrize(
    ("date", "flags"),
    [
        ("2023-10-11/..", {"open_end"}),
        ("../2023-10-11", {"open_start"}),
        ("2023-10-11/", {"unknown_end"}),
        ("/2023-10-11", {"unknown_start"}),
        ("[..2023-10-11]", set()),
        ("2023-10-11/2023-10-13", set()),
    ],
)
def test_ends_that_are_open_or_unknown_are_flagged(date: str, flags: set[str]) -> None:
    marks = mark_of(date)
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {name for name in names if getattr(marks, name)[0]} == flags


def test_a_bar_with_an_unknown_end_reaches_beyond_its_known_day_on_that_side_only() -> None:
    year = Window.from_texts("2023", "2023")
    event = "- {{date: {0}, title: An event, actors: [Japan]}}"
    ends, begins = (marks_of(event.format(each), year) for each in ("2023-10-11/", "/2023-10-11"))
    day = WIDTH / 365
    assert ends.left[0] == pytest.approx(283 * day)
    assert begins.right[0] == pytest.approx(284 * day)
    assert ends.right[0] - ends.left[0] == pytest.approx(26)
    assert begins.right[0] - begins.left[0] == pytest.approx(26)


def test_names_are_beside_the_marks_of_the_shared_lane_where_they_fit() -> None:
    tables = shipped()
    found = lay_out_lanes(Dataset(tables), "country", np.ones(len(tables.events), dtype=bool))
    lane_y = 40.0 * np.arange(len(found.ids))
    window = Window.from_texts("2023-07", "2024-11")
    marks = place_marks(tables, found, np.arange(16), window, WIDTH, lane_y)
    beside = np.flatnonzero(marks.name_side).tolist()
    named = {(marks.actor[at], marks.name[at].strip("\u2068\u2069")) for at in beside}
    assert named == {("NATO", "NATO"), ("UKR", "Ukraine"), ("UNSC", "UN Security Council")}
    assert (marks.lane[marks.name_side != 0] == len(found.ids) - 1).all()


def test_marks_are_in_order_of_time_whatever_the_order_of_begins() -> None:
    marks = marks_of("""
        - {date: 2023-10, title: Some time, actors: [Japan]}
        - {date: 2023-10-05, title: That day, actors: [Japan]}
        """)
    assert marks.x[0] < marks.x[1]
    assert marks.event.tolist() == [1, 0]
