"""The window: read from two dates, made by gestures, written as URL and in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.model.dates import MAX_SECOND, MIN_SECOND, DateError
from dashboard.query.window import Window
from tests.query.books import UNHURRIED

DAY = 86_400
INSTANTS = st.integers(MIN_SECOND, MAX_SECOND) | st.floats(MIN_SECOND, MAX_SECOND)
OPEN_START, OPEN_END = MIN_SECOND, MAX_SECOND


def at(text: str) -> int:
    return int(np.datetime64(text, "s").astype(np.int64))


@pytest.mark.parametrize(
    ("begin", "end", "lower", "upper"),
    [
        ("2023-10-18", "2023-10-19", "2023-10-18", "2023-10-20"),
        ("2023-10-18", "2023-10-18", "2023-10-18", "2023-10-19"),
        ("2023-10", "2023-10", "2023-10-01", "2023-11-01"),
        ("2023", "2024-02", "2023-01-01", "2024-03-01"),
        ("-0043-03-15", "-0043-03", "-0043-03-15", "-0043-04-01"),
        ("0000", "0000", "0000-01-01", "0001-01-01"),
        ("2023-10-26T06:00Z", "2023-10-26T06:59Z", "2023-10-26T06:00", "2023-10-26T07:00"),
        ("2023-10-26T15:00+09:00", "2023-10-26", "2023-10-26T06:00", "2023-10-27"),
        ("2023-10-18~", "2023-10-20?", "2023-10-18", "2023-10-21"),
        ("2023-01/2023-03", "2023-05/2023-06", "2023-01-01", "2023-07-01"),
    ],
)
def test_a_window_includes_both_its_dates(begin: str, end: str, lower: str, upper: str) -> None:
    assert Window.from_texts(begin, end) == Window(at(lower), at(upper))


@pytest.mark.parametrize("none", ["", ".."])
def test_an_end_without_a_date_is_open(none: str) -> None:
    assert Window.from_texts("2023-10", none) == Window(at("2023-10-01"), OPEN_END)
    assert Window.from_texts(none, "2023-10") == Window(OPEN_START, at("2023-11-01"))
    assert Window.from_texts(none, none).is_unlimited


def test_a_single_second_is_within_its_minute() -> None:
    window = Window.from_texts("2023-11-21T13:42:28Z", "2023-11-21T13:42:28Z")
    assert window == Window(at("2023-11-21T13:42"), at("2023-11-21T13:43"))
    assert window.texts() == ("2023-11-21T13:42Z", "2023-11-21T13:42Z")


@pytest.mark.parametrize(("begin", "end"), [("2024", "2023"), ("2023-10-02", "2023-10-01")])
def test_an_end_before_the_begin_is_refused(begin: str, end: str) -> None:
    with pytest.raises(ValueError, match=r'"to" \(.*\) lies before "from" .*: exchange them'):
        Window.from_texts(begin, end)


def test_a_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(DateError, match="write 2023-10-18"):
        Window.from_texts("18 Oct 2023", "")


@pytest.mark.parametrize(
    ("lower", "upper", "texts"),
    [
        ("2023-08-01T11:00", "2024-10-31T13:00", ("2023-08-01", "2024-10-31")),
        ("2023-08-01T13:00:01", "2024-10-31T11:00:01", ("2023-08-02", "2024-10-30")),
        ("2023-08-01T06:00:31", "2023-08-02T07:00:29", ("2023-08-01T06:01Z", "2023-08-02T06:59Z")),
        ("2023-08-01T06:00:01", "2023-08-01T06:00:02", ("2023-08-01T05:55Z", "2023-08-01T06:04Z")),
        ("-0043-03-15T01:00", "0014-08-19T01:00:01", ("-0043-03-15", "0014-08-18")),
    ],
)
def test_a_gesture_is_rounded_to_days_or_minutes(
    lower: str, upper: str, texts: tuple[str, str]
) -> None:
    assert Window.spanning(at(lower) + 0.25, at(upper) + 0.25).texts() == texts


@given(INSTANTS, INSTANTS)
@example(MIN_SECOND, MAX_SECOND)
@example(MIN_SECOND, MIN_SECOND)
@example(MAX_SECOND, MAX_SECOND)
@example(at("-9999-01-01") - 1, at("-9999-01-01") + 1)
@example(at("9999-12-31T23:59:59"), MAX_SECOND)
@example(at("9999-12-31"), at("9999-12-31") + 2 * DAY + 30)
@example(1e300, -1e300)
@UNHURRIED
def test_any_window_comes_back_from_its_texts_and_from_its_bounds(one: float, two: float) -> None:
    window = Window.spanning(one, two)
    assert window.lower < window.upper
    assert window.span >= 60
    assert Window.from_texts(*window.texts()) == window
    assert Window.spanning(window.lower, window.upper) == window


@given(st.floats(at("-9000-01-01"), at("9000-01-01")), st.floats(0, 1e10))
@UNHURRIED
def test_a_gesture_is_moved_by_half_a_step_at_most(middle: float, span: float) -> None:
    lower, upper = middle - span / 2, middle + span / 2
    window = Window.spanning(lower, upper)
    # The shortest window lasts ten minutes.
    most = DAY / 2 if span >= 60 * DAY else 30 if span >= 600 else 330
    assert abs(window.lower - lower) <= most + 0.001
    assert abs(window.upper - upper) <= most + 0.001


def test_years_that_no_date_can_name_are_open() -> None:
    assert Window.spanning(MIN_SECOND + DAY, at("2023-01-01")).texts() == ("", "2022-12-31")
    assert Window.from_texts("-9999-01-01T00:00+14:00", "2023").lower == OPEN_START


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2023-08", "2024-10", "Aug 2023 – Oct 2024"),
        ("2023-10", "2023-10", "Oct 2023"),
        ("2023", "2023", "Jan 2023 – Dec 2023"),
        ("2023-10-18", "2023-10-22", "18 Oct 2023 – 22 Oct 2023"),
        ("2023-10-18", "2023-10-31", "18 Oct 2023 – 31 Oct 2023"),
        ("2023-10-18", "2023-10-18", "18 Oct 2023"),
        ("2023-10-18T06:00Z", "2023-10-18T06:59Z", "18 Oct 2023, 06:00 – 07:00 (UTC)"),
        ("2023-10-18T06:00Z", "2023-10-19T06:59Z", "18 Oct 2023, 06:00 – 19 Oct 2023, 07:00 (UTC)"),
        ("2023-10-18T06:00Z", "2023-10-20T05:59Z", "18 Oct 2023 – 20 Oct 2023"),
        ("2023-12-12T02:43Z", "2024-01-25T13:33Z", "12 Dec 2023 – 25 Jan 2024"),
        ("2023-10-18", "2023-10-19", "18 Oct 2023 – 19 Oct 2023"),
        ("-0043-03", "-0042-01", "Mar 44 BCE – Jan 43 BCE"),
        ("0476-09-04", "0476-09-04", "4 Sep 476 CE"),
        ("2023-10", "", "since Oct 2023"),
        ("2023-10-18", "", "since 18 Oct 2023"),
        ("2023-10-18T06:00Z", "", "since 18 Oct 2023"),
        ("", "2023-10", "until Oct 2023"),
        ("", "2023-10-18", "until 18 Oct 2023"),
        ("", "", "all time"),
    ],
)
def test_a_window_is_said_in_words(begin: str, end: str, words: str) -> None:
    assert Window.from_texts(begin, end).in_words() == words
