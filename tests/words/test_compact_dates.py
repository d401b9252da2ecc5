"""Compact dates: short, and never to be mistaken for another date."""

from __future__ import annotations

import pytest

from dashboard.model.date_parts import compact_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-10-26", "26 Oct 23"),
        ("2023-10-06", "6 Oct 23"),
        ("1923-10-26", "26 Oct 1923"),
        ("2100-01-01", "1 Jan 2100"),
        ("2023-10", "Oct 2023"),
        ("2023", "2023"),
        ("-0043-03-15", "15 Mar 44 BCE"),
        ("2023-10-26T09:00+09:00", "26 Oct 23"),
        ("2023-10-26~", "about 26 Oct 23"),
        ("2023-10?", "Oct 2023?"),
        ("2001-21", "spring 2001"),
        ("2023-10-18/2023-10-19", "18–19 Oct 23"),
        ("2023-10-18/2023-11-01", "18 Oct 23 – 1 Nov 23"),
        ("2023-10-18/2024-10-19", "18 Oct 23 – 19 Oct 24"),
        ("2022-02-24/..", "since 24 Feb 22"),
        ("../2022-02-24", "until 24 Feb 22"),
        ("2023-10-01~/2023-10-05", "about 1 Oct 23 – 5 Oct 23"),
        ("[2023-09-01..2023-09-10]", "between 1 and 10 September 2023"),
        ("1985/", "from 1985 until an unknown date"),
    ],
)
def test_a_date_is_said_in_few_characters(text: str, words: str) -> None:
    assert compact_of(text) == words
