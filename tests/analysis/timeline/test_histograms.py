"""Histograms: round bins of time, counts that lose no event and double none, words for each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.histograms import (
    MOST_BINS,
    Crowd,
    Histograms,
    bin_edges,
    bin_in_words,
    count_histograms,
)
from dashboard.model.calendar import days_from_civil
from dashboard.model.codes import Role, Side
from dashboard.query.window import Window

DAY = 86_400
NAMES = ("Japan", "Russia", "ישראל")


def at(year: int, month: int = 1, day: int = 1) -> int:
    return days_from_civil(year, month, day) * DAY


MONTHS = np.array([at(2023, month) for month in range(1, 13)], dtype=float)

Mark = tuple[float, int, Side, bool, Role]
"""Instant, lane, side, whether in doubt, and role."""


def counted(*marks: Mark, seconds: np.ndarray = MONTHS, of_actors: bool = True) -> Histograms:
    instant, lane, side, in_doubt, role = (
        (np.array(column) for column in zip(*marks, strict=True))
        if marks
        else (np.empty(0, dtype=int) for _ in range(5))
    )
    crowd = Crowd(
        instant.astype(float), side, in_doubt.astype(bool), np.arange(len(marks)), lane, role
    )
    return count_histograms(crowd, NAMES, seconds, lambda at: at / DAY, of_actors=of_actors)


MARCH = (
    (at(2023, 3, 1), 0, Side.COOPERATION, False, Role.ACTOR),
    (at(2023, 3, 9), 0, Side.COOPERATION, True, Role.TARGET),
    (at(2023, 3, 31), 0, Side.CONFLICT, False, Role.ACTOR),
)


def test_an_event_counts_in_its_lane_bin_side_and_status() -> None:
    found = counted(*MARCH, (at(2023, 5, 2), 1, Side.NEUTRAL, True, Role.ACTOR))
    assert found.established[Side.COOPERATION, 0].tolist() == [0, 0, 1] + [0] * 8
    assert found.in_doubt[Side.COOPERATION, 0].tolist() == [0, 0, 1] + [0] * 8
    assert found.conflict[0].tolist() == [0, 0, 1] + [0] * 8
    assert found.neutral[1].tolist() == [0, 0, 0, 0, 1] + [0] * 6
    assert found.most.tolist() == [2, 1, 0]
    assert found.edges.tolist() == (MONTHS / DAY).tolist()


def test_a_cell_says_its_counts_in_words() -> None:
    (cell,) = counted(*MARCH).cells
    assert cell == (
        0,
        2,
        "Japan, March 2023: 3 events, 2 cooperation, 1 conflict, 1 not established, acts in 2",
    )
    (plain,) = counted(MARCH[0], of_actors=False).cells
    assert plain.words == "Japan, March 2023: 1 event, 1 cooperation"


def test_a_name_keeps_its_direction() -> None:
    (cell,) = counted((at(2023, 1, 5), 2, Side.NEUTRAL, False, Role.TARGET)).cells
    assert cell.words.startswith("\u2068ישראל\u2069, January 2023: 1 event, 1 neutral, acts in 0")


@pytest.mark.parametrize("second", [at(2022, 12, 31), at(2023, 12, 1), np.nan])
def test_an_event_outside_the_bins_or_without_a_time_is_not_counted(second: float) -> None:
    assert counted((second, 0, Side.NEUTRAL, False, Role.ACTOR)).cells == ()


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        (at(2023, 3), at(2023, 4), "March 2023"),
        (at(2023, 1), at(2023, 4), "January–March 2023"),
        (at(2020), at(2025), "2020–2024"),
        (at(2023, 3, 6), at(2023, 3, 11), "6–10 March 2023"),
        (at(2023, 3, 6), at(2023, 3, 7), "6 March 2023"),
        (at(-43), at(-42), "44 BCE"),
        (at(2023, 3, 6), at(2023, 3, 6) + 3_600, "6 March 2023, 00:00–01:00 (UTC)"),
    ],
)
def test_the_time_of_a_bin_is_as_coarse_as_the_bin(lower: int, upper: int, words: str) -> None:
    assert bin_in_words(lower, upper) == words


@given(st.integers(at(-3000), at(2900)), st.integers(60, 4_000 * 366 * DAY), st.integers(0, 40))
def test_bins_fill_the_window_and_are_few(lower: int, span: int, lanes: int) -> None:
    window = Window.spanning(lower, lower + span)
    seconds = bin_edges(window, lanes)
    assert (seconds[0], seconds[-1]) == (window.lower, window.upper)
    assert (np.diff(seconds) > 0).all()
    assert len(seconds) - 1 <= MOST_BINS + 2


MARKS = st.tuples(
    st.floats(at(2022), at(2025)),
    st.integers(0, 2),
    st.sampled_from(Side),
    st.booleans(),
    st.sampled_from(Role),
)


@given(st.lists(MARKS, max_size=40))
def test_every_event_inside_is_counted_once(marks: list[Mark]) -> None:
    found = counted(*marks)
    inside = [mark for mark in marks if MONTHS[0] <= mark[0] < MONTHS[-1]]
    for lane in range(3):
        own = [mark for mark in inside if mark[1] == lane]
        by_side = found.established[:, lane].sum(axis=1) + found.in_doubt[:, lane].sum(axis=1)
        assert by_side.tolist() == [sum(mark[2] == side for mark in own) for side in Side]
        assert found.in_doubt[:, lane].sum() == sum(mark[3] for mark in own)
    numbers = [int(cell.words.split(": ")[1].split()[0]) for cell in found.cells]
    assert sum(numbers) == len(inside)
