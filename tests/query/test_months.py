"""Months in words, as the dates of events are written."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.query.months import months_between, months_of
from tests.examples import tables_of


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-07-25", "2024-06-19", "Jul 2023 – Jun 2024"),
        ("2023-07-25", "2023-07-31", "Jul 2023"),
        ("2023-07-25/2023-08-01", "2023-09-07/2023-10-01", "Jul 2023 – Oct 2023"),
        ("2023-11-21T22:42:28+09:00", "2023-11-21T22:42:28+09:00", "Nov 2023"),
        ("2023", "2024-02", "2023 – Feb 2024"),
        ("2023~", "2023?", "2023"),
        ("../2022-12", "2023-12-15/..", "Dec 2022 – Dec 2023"),
        ("-0043-03-15", "0014", "Mar 44 BCE – 14 CE"),
    ],
)
def test_from_the_month_of_the_first_to_that_of_the_last(first: str, last: str, words: str) -> None:
    tables = tables_of(f"""
        - {{id: first, date: "{first}", title: First, actors: [Japan]}}
        - {{id: last, date: "{last}", title: Last, actors: [Japan]}}
        """)
    rows = (np.array([tables.row_of[name]]) for name in ("first", "last"))
    assert months_between(tables, *rows) == [words]


def test_an_event_that_ends_later_counts_to_its_end() -> None:
    tables = tables_of("""
        - {date: 2023-01/2023-12, title: Long, actors: [Japan]}
        - {date: 2023-03, title: Short, actors: [Japan]}
        """)
    assert months_of(tables, np.array([0, 1])) == "Jan 2023 – Dec 2023"
    assert months_of(tables, np.array([1])) == "Mar 2023"


def test_the_first_of_a_month_in_seoul_is_of_that_month() -> None:
    tables = tables_of("""
        - {date: 2023-12-01, tz: Asia/Seoul, title: T, actors: [Japan]}
        """)
    assert months_of(tables, np.array([0])) == "Dec 2023"


def test_an_open_end_says_nothing_of_when() -> None:
    tables = tables_of("""
        - {date: ../2022-12, title: Past, actors: [Japan]}
        - {date: 2023-12-15/.., title: Lasting, actors: [Japan]}
        """)
    assert months_of(tables, np.array([0])) == "Dec 2022"
    assert months_of(tables, np.array([0, 1])) == "Dec 2022 – Dec 2023"


def test_an_open_start_does_not_come_before_what_has_a_date() -> None:
    tables = tables_of("""
        - {date: ../2022-12, title: Past, actors: [Japan]}
        - {date: 2021-05, title: Dated, actors: [Japan]}
        """)
    assert months_of(tables, np.array([0, 1])) == "May 2021 – Dec 2022"
