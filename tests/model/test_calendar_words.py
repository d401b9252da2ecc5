"""Dates in words, and what was meant by the texts that people write instead."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.calendar_words import MONTHS, in_words, objections, year_in_words
from dashboard.model.dates import DateError, parse_date

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
    ],
)
def test_a_date_is_said_as_a_reader_says_it(text: str, words: str) -> None:
    assert in_words(parse_date(text)) == words


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
    assert in_words(parse_date(text)) == words


def test_words_keep_the_day_that_was_written() -> None:
    # In UTC both begin on the day before.
    assert in_words(parse_date("2023-10-26", ZoneInfo("Asia/Seoul"))) == "26 October 2023"
    assert in_words(parse_date("2023-10-26T01:00+09:00")).startswith("26 October 2023, 01:00")


@pytest.mark.parametrize(
    ("year", "words"),
    [(2023, "2023"), (1000, "1000"), (999, "999 CE"), (1, "1 CE"), (0, "1 BCE"), (-43, "44 BCE")],
)
def test_a_year_says_its_era_where_it_could_be_missed(year: int, words: str) -> None:
    assert year_in_words(year) == words


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        # the order
        ("18.10.2023", ["2023-10-18"]),
        ("18-10-2023", ["2023-10-18"]),
        ("2023/10/18", ["2023-10-18"]),
        ("20231018", ["2023-10-18"]),
        ("202310", ["2023-10"]),
        ("10/2023", ["2023-10"]),
        ("2023-18-10", ["2023-10-18"]),
        ("10/18/23", ["2023-10-18", "1923-10-18"]),
        # words
        ("1st of May 2023", ["2023-05-01"]),
        ("October 18, 2023", ["2023-10-18"]),
        ("18-Oct-2023", ["2023-10-18"]),
        ("Sept. 2023", ["2023-09"]),
        ("18–19 October 2023", ["2023-10-18/2023-10-19"]),
        ("15 March 44 BC", ["-0043-03-15"]),
        ("44 BCE", ["-0043"]),
        ("1 BCE", ["0000"]),
        ("476 CE", ["0476"]),
        ("31 February 2023", []),
        ("Foo 2023", []),
        # digits
        ("2023-1-5", ["2023-01-05"]),
        ("23", ["2023", "1923"]),
        ("-44-03-15", ["-0044-03-15"]),
        ("+2023", ["2023"]),
        ("−0043", ["-0043"]),
        # marks
        ("c. 1991", ["1991~"]),
        ("circa Oct 1991", ["1991-10~"]),
        ("?2023", ["2023?"]),
        ("~1991?", ["1991%"]),
        ("2023?-10", ["2023-10?"]),
        ("2023-10 ~", ["2023-10~"]),
        ("2023??", ["2023?"]),
        # times
        ("2023-10-18T9:00Z", ["2023-10-18T09:00Z"]),
        ("2023-10-18 09:00 UTC", ["2023-10-18T09:00Z"]),
        ("2023-10-18t09:00:00.5z", ["2023-10-18T09:00:00Z"]),
        ("2023-10-18T09:00+9", ["2023-10-18T09:00+09:00"]),
        ("2023-10-18T09:00+0930", ["2023-10-18T09:00+09:30"]),
        ("2023-12-31T24:00-05:00", ["2024-01-01T00:00-05:00"]),
        ("9999-12-31T24:00Z", []),
        ("2023-10T09:00Z", []),
        # intervals
        ("2023-10-18/19", ["2023-10-18/2023-10-19"]),
        ("2023-10-18/11-02", ["2023-10-18/2023-11-02"]),
        ("2023-10/11", ["2023-10/2023-11"]),
        ("2023/24", ["2023/2024"]),
        ("1914-18", ["1914/1918"]),
        ("2010/12", ["2010/2012", "2010-12"]),
        ("2014–2016", ["2014/2016"]),
        ("2023-10-18 to 2023-10-20", ["2023-10-18/2023-10-20"]),
        ("2023-10-18 / 2023-10-20", ["2023-10-18/2023-10-20"]),
        ("2023..2024", ["2023/2024"]),
        # what the subset leaves out
        ("2023-24", ["2023-12/2024-02"]),
        ("Spring 2023", ["2023-03/2023-05"]),
        ("2023-Q3", ["2023-07/2023-09"]),
        ("1990s", ["1990/1999"]),
        ("20XX", ["2000/2099"]),
        ("-004X", ["-0049/-0040"]),
        ("2023-XX-XX", ["2023"]),
        ("2023-1X", []),
        ("2023-00-00", ["2023"]),
        ("2023-W42", []),
    ],
)
def test_the_parser_proposes_what_was_meant(written: str, proposed: list[str]) -> None:
    with pytest.raises(DateError) as refusal:
        parse_date(written)
    _, _, way_out = str(refusal.value).partition(": write ")
    found = way_out.partition(" (")[0].split(" or ") if " (" in way_out else []
    assert found == proposed


@given(st.text())
@UNHURRIED
def test_the_last_objection_always_says_what_a_date_looks_like(text: str) -> None:
    *_, (rule, meant) = objections(text)
    assert rule.startswith("write YYYY")
    assert meant == []


@given(st.dates(), st.timedeltas(timedelta(0), timedelta(days=40_000)))
@UNHURRIED
def test_words_name_the_numbers_that_were_written(first: date, length: timedelta) -> None:
    try:
        last = first + length
    except OverflowError:
        return
    words = in_words(parse_date(f"{first}/{last}"))
    for end in (first, last):
        assert str(end.day) in words
        assert MONTHS[end.month - 1] in words
        assert str(end.year) in words
