"""Mistakes in dates: the proposals for what people write instead of EDTF."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.date_mistakes import objections
from dashboard.model.dates import DateError, parse_date

# A shared machine may pause at any example.
UNHURRIED = settings(deadline=None, max_examples=60)


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
    found = re.split(", | or ", way_out.partition(" (")[0]) if " (" in way_out else []
    assert found == proposed


@given(st.text())
@UNHURRIED
def test_the_last_objection_always_says_what_a_date_looks_like(text: str) -> None:
    *_, (rule, meant) = objections(text)
    assert rule.startswith("write YYYY")
    assert meant == []
