"""Ticks: round dates at any scale, in order, none labelled like another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.ticks import Tick, choose_ticks
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, parse_date

MINUTE, DAY = 60, 86_400
NOONS = ("00:00 26", "12:00 26", "00:00 27", "12:00 27")
LONGEST = 19_998 * 366 * DAY


def labels(begin: str, end: str, most: int) -> list[str]:
    found = choose_ticks(parse_date(begin).lower, parse_date(end).upper, most)
    return [f"{tick.label} {tick.context}".strip() for tick in found]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (
            "2023-10-26T23:50Z",
            "2023-10-27T00:19Z",
            [
                "23:50 26 Oct 2023 UTC",
                "00:00 27 Oct 2023 UTC",
                "00:10 27 Oct 2023 UTC",
            ],
        ),
        ("2023-10-26", "2023-10-27T23:59Z", [f"{t} Oct 2023 UTC" for t in NOONS]),
        ("2023-10-30", "2023-11-02", ["30 Oct 2023", "31 Oct 2023", "1 Nov 2023", "2 Nov 2023"]),
        ("2023-10-20", "2023-11-12", ["21 Oct 2023", "1 Nov 2023", "11 Nov 2023"]),
        ("2023-11-10", "2024-02-20", ["Dec 2023", "Jan 2024", "Feb 2024"]),
        ("2023", "2024", ["Jan 2023", "Jul 2023", "Jan 2024", "Jul 2024"]),
        ("1995", "2024", ["2000", "2010", "2020"]),
        ("-0099", "0099", ["100 BCE", "50 BCE", "1 CE", "50 CE"]),
        ("-1000", "0900", ["1000 BCE", "500 BCE", "1 CE", "500 CE"]),
        ("-9999", "9999", ["10000 BCE", "5000 BCE", "1 CE", "5000"]),
    ],
)
def test_ticks_fall_on_round_dates(begin: str, end: str, expected: list[str]) -> None:
    assert labels(begin, end, 4) == expected


def test_the_last_days_of_a_month_make_way_for_the_first_of_the_next() -> None:
    days = [label.split()[0] for label in labels("2023-07-20", "2023-08-10", 6)]
    assert days == ["21", "26", "1", "6"]


def test_the_first_years_of_our_era_are_counted_as_people_count_them() -> None:
    assert labels("-0002", "0003", 6) == ["3 BCE", "2 BCE", "1 BCE", "1 CE", "2 CE", "3 CE"]


WINDOWS = st.tuples(
    st.integers(MIN_SECOND, MAX_SECOND),
    st.floats(0, 1).map(lambda share: int(10 * MINUTE * (LONGEST / (10 * MINUTE)) ** share)),
    st.integers(2, 40),
)


def tick_list(window: tuple[int, int, int]) -> list[Tick]:
    lower, span, most = window
    return choose_ticks(lower, lower + span, most)


@given(WINDOWS)
def test_ticks_lie_within_the_window_and_ascend(window: tuple[int, int, int]) -> None:
    lower, span, _ = window
    seconds = [tick.second for tick in tick_list(window)]
    assert all(lower <= second < lower + span for second in seconds)
    assert all(one < other for one, other in pairwise(seconds))


@given(WINDOWS)
def test_no_two_ticks_are_labelled_alike(window: tuple[int, int, int]) -> None:
    found = [(tick.label, tick.context) for tick in tick_list(window)]
    assert len(set(found)) == len(found)
    assert all(label for label, _ in found)


@given(WINDOWS)
def test_there_are_about_as_many_ticks_as_there_is_room_for(window: tuple[int, int, int]) -> None:
    most = window[2]
    found = len(tick_list(window))
    assert found <= most * 1.2 + 1
    assert found >= most // 4


@given(WINDOWS, st.integers(-5000, 5000))
def test_ticks_stay_where_they_are_while_the_window_moves(
    window: tuple[int, int, int], minutes: int
) -> None:
    lower, span, most = window
    moved = choose_ticks(lower + minutes * MINUTE, lower + minutes * MINUTE + span, most)
    low, high = max(lower, lower + minutes * MINUTE), min(lower, lower + minutes * MINUTE) + span
    both = [
        {tick for tick in found if low <= tick.second < high}
        for found in (tick_list(window), moved)
    ]
    assert both[0] == both[1]
