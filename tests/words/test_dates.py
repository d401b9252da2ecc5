"""Dates in words: days, months, years, times, marks, intervals and open ends."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.date_parts import words_of
from dashboard.model.dates import parse_date
from dashboard.words.dates import (
    DateParts,
    clock,
    date_in_words,
    short_date,
    span,
    year_in_words,
)
from dashboard.words.english_dates import MONTHS

# A shared machine may pause at any example.
UNHURRIED = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023", "2023"),
        ("2023-10", "October 2023"),
        ("2023-10-26", "26 October 2023"),
        ("2023-10-06", "6 October 2023"),
        ("1991~", "about 1991"),
        ("1991?", "1991, uncertain"),
        ("1991-12%", "about December 1991, uncertain"),
        ("0476", "476 CE"),
        ("0000", "1 BCE"),
        ("-0043-03~", "about March 44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("2023-11-21T22:42+09:00", "21 November 2023, 22:42 (UTC+09:00)"),
        ("2023-11-21T22:42:28+09:00", "21 November 2023, 22:42:28 (UTC+09:00)"),
        ("2023-11-21T13:42Z?", "21 November 2023, 13:42 (UTC), uncertain"),
        ("2022-02-24/..", "since 24 February 2022"),
        ("../2014", "until 2014"),
        ("../2014~", "until about 2014"),
        ("199X", "1990s"),
        ("199X~", "about 1990s"),
        ("19XX", "between 1900 and 1999"),
        ("190X", "between 1900 and 1909"),
        ("-004X", "between 50 and 41 BCE"),
        ("2023-XX", "some time in 2023"),
        ("2023-10-XX", "some time in October 2023"),
        ("2001-21", "spring 2001"),
        ("1999-24?", "winter 1999–2000, uncertain"),
        ("1999-28", "northern winter 1999–2000"),
        ("1999-29", "southern spring 1999"),
        ("1999-36", "last quarter of 1999"),
        ("1999-41", "second half of 1999"),
        ("1985/", "from 1985 until an unknown date"),
        ("/1985-04~", "from an unknown date until about April 1985"),
    ],
)
def test_a_date_is_said_as_a_reader_says_it(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-10-18/2023-10-19", "18–19 October 2023"),
        ("2023-10-28/2023-11-03", "28 October – 3 November 2023"),
        ("2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"),
        ("2022-10-18/2023-10-18", "18 October 2022 – 18 October 2023"),
        ("2023-03/2023-05", "March–May 2023"),
        ("2023-11/2024-02", "November 2023 – February 2024"),
        ("2014/2016", "2014–2016"),
        ("2023/2023", "2023"),
        ("2023-10/2023-10-18", "October 2023 – 18 October 2023"),
        ("-0048/-0043", "49–44 BCE"),
        ("-0043-03-15/-0043-03-17", "15–17 March 44 BCE"),
        ("-0043/0014", "44 BCE – 14 CE"),
        ("2014~/2016~", "about 2014–2016"),
        ("2014?/2016?", "2014–2016, uncertain"),
        ("2014~/2016", "from about 2014 to 2016"),
        ("2014?/2016%", "from 2014 (uncertain) to about 2016 (uncertain)"),
        ("2014/2014~", "from 2014 to about 2014"),
        (
            "2023-11-21T22:42+09:00/2023-11-21T22:54+09:00",
            "21 November 2023, 22:42–22:54 (UTC+09:00)",
        ),
        (
            "2023-11-21T22:42+09:00/2023-11-21T15:00Z",
            "21 November 2023, 22:42 (UTC+09:00) – 15:00 (UTC)",
        ),
        (
            "2023-11-21T22:42Z/2023-11-22T01:00Z",
            "21 November 2023, 22:42 (UTC) – 22 November 2023, 01:00 (UTC)",
        ),
        ("2023-11-21T22:42Z/2023-11-22", "21 November 2023, 22:42 (UTC) – 22 November 2023"),
    ],
)
def test_an_interval_says_once_what_its_ends_share(text: str, words: str) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[2023-09-01..2023-09-10]", "between 1 and 10 September 2023"),
        ("[2023-09-28..2023-10-02]", "between 28 September and 2 October 2023"),
        ("[2023-12..2024-02]", "between December 2023 and February 2024"),
        ("[2014~..2016]", "between about 2014 and 2016"),
        ("[2014?..2016?]", "between 2014 (uncertain) and 2016 (uncertain)"),
        ("[..1948]", "1948 or before"),
        ("[1945-08-15..]", "15 August 1945 or after"),
        ("[1991,1992]", "1991 or 1992"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[199X,2001-21]", "1990s or spring 2001"),
        (
            "[2023-11-21T22:42Z..2023-11-21T23:10Z]",
            "21 November 2023, between 22:42 and 23:10 (UTC)",
        ),
        ("1998-21/1999-22", "spring 1998 – summer 1999"),
    ],
)
def test_one_event_within_bounds_is_not_said_as_lasting(text: str, words: str) -> None:
    assert words_of(text) == words


def test_words_keep_the_day_that_was_written() -> None:
    # In UTC both begin on the day before.
    assert parse_date("2023-10-26", ZoneInfo("Asia/Seoul")).in_words() == "26 October 2023"
    assert parse_date("2023-10-26T01:00+09:00").in_words().startswith("26 October 2023, 01:00")


@pytest.mark.parametrize(
    ("year", "words"),
    [(2023, "2023"), (1000, "1000"), (999, "999 CE"), (1, "1 CE"), (0, "1 BCE"), (-43, "44 BCE")],
)
def test_a_year_says_its_era_where_it_could_be_missed(year: int, words: str) -> None:
    assert year_in_words(year) == words


def test_an_end_that_is_open_on_both_sides_is_all_time() -> None:
    assert date_in_words(None, None) == span(None, None) == "all time"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("Aug 2023", "Oct 2024", "Aug 2023 – Oct 2024"),
        ("Aug 2023", "Aug 2023", "Aug 2023"),
        (None, "Oct 2024", "until Oct 2024"),
        ("Aug 2023", None, "since Aug 2023"),
    ],
)
def test_a_span_has_one_dash_or_none(first: str | None, last: str | None, words: str) -> None:
    assert span(first, last) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((2023,), "2023"),
        ((0, 1), "Jan 1 BCE"),
        ((2023, 10), "Oct 2023"),
        ((2023, 10, 6), "6 Oct 2023"),
        ((-43, 3, 15), "15 Mar 44 BCE"),
    ],
)
def test_a_short_date_has_three_letters_of_the_month(parts: tuple[int, ...], words: str) -> None:
    assert short_date(*parts) == words


@pytest.mark.parametrize(
    ("second", "time"), [(0, "00:00"), (-1, "23:59"), (86_399, "23:59"), (32_700, "09:05")]
)
def test_a_clock_has_two_digits_of_each(second: int, time: str) -> None:
    assert clock(second) == time


def test_dates_are_made_from_plain_values() -> None:
    start = DateParts(2014, approximate=True)
    assert date_in_words(start, start) == "about 2014"
    assert date_in_words(start, DateParts(2016)) == "from about 2014 to 2016"


@given(st.dates(), st.timedeltas(timedelta(0), timedelta(days=40_000)))
@UNHURRIED
def test_words_name_the_numbers_that_were_written(first: date, length: timedelta) -> None:
    try:
        last = first + length
    except OverflowError:
        return
    words = parse_date(f"{first}/{last}").in_words()
    for end in (first, last):
        assert str(end.day) in words
        assert MONTHS[end.month - 1] in words
        assert str(end.year) in words
