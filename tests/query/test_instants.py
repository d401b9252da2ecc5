"""Instants: where a date of any kind stands as a point in time."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import tables_of


def instant(date: str, zone: str = "UTC") -> datetime:
    tables = tables_of(f"- {{date: '{date}', tz: {zone}, title: An event, actors: [Japan]}}")
    return datetime.fromtimestamp(float(tables.instant[0]), UTC)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-10-26", "2023-10-26T12:00"),
        ("2023-10-26?", "2023-10-26T12:00"),
        ("2023-11-21T22:42+09:00", "2023-11-21T13:42"),
        ("2023-10-18/2023-10-25", "2023-10-18T12:00"),
        ("2023-08/2023-10", "2023-08-01T12:00"),
        ("2023-10-18T09:00Z/2023-10-25T17:00Z", "2023-10-18T09:00"),
        ("2022-02-24/..", "2022-02-24T12:00"),
        ("../2022-02-24", "2022-02-24T12:00"),
        ("2022-02-24T03:30Z/..", "2022-02-24T03:30"),
        ("2023-02", "2023-02-15T00:00"),
        ("2023-02~", "2023-02-15T00:00"),
        ("2023", "2023-07-02T12:00"),
        ("[2023-09-01..2023-09-10]", "2023-09-06T00:00"),
        ("[2023-10-18T09:00Z..2023-10-18T11:00Z]", "2023-10-18T10:00"),
        ("[..2022-02-24]", "2022-02-24T12:00"),
        ("[2022-02-24..]", "2022-02-24T12:00"),
        ("199X", "1995-01-01T00:00"),
        ("1998-21", "1998-04-16T00:00"),
        ("2022-02-24/", "2022-02-24T12:00"),
    ],
)
def test_a_date_stands_in_the_middle_of_what_it_may_mean(date: str, expected: str) -> None:
    assert f"{instant(date):%Y-%m-%dT%H:%M}" == expected


def test_a_day_is_meant_in_its_zone() -> None:
    assert f"{instant('2023-10-26', 'Asia/Seoul'):%Y-%m-%dT%H:%M}" == "2023-10-26T03:00"
    assert f"{instant('2023-10-26', 'Pacific/Auckland'):%Y-%m-%dT%H:%M}" == "2023-10-25T23:00"


@pytest.mark.parametrize("date", ["2023-03-26", "2023-10-29"])
def test_a_day_of_23_or_25_hours_has_its_middle_at_half_past(date: str) -> None:
    assert f"{instant(date, 'Europe/Berlin'):%Y-%m-%dT%H:%M}" == f"{date}T10:30"


def several(date: str, number: int) -> list[datetime]:
    event = f"- {{date: '{date}', title: An event, actors: [Japan]}}\n"
    return [datetime.fromtimestamp(at, UTC) for at in tables_of(event * number).instant.tolist()]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-10-26", ["2023-10-26T10:48", "2023-10-26T13:12"]),
        ("2023-02", ["2023-02-13T14:24", "2023-02-16T09:36"]),
        ("2023-10-18/2023-10-25", ["2023-10-18T10:48", "2023-10-18T13:12"]),
        ("2023-11-21T22:42Z", ["2023-11-21T22:42", "2023-11-21T22:42"]),
    ],
)
def test_events_of_one_date_stand_side_by_side(date: str, expected: list[str]) -> None:
    found = several(date, 2)
    assert [f"{at:%Y-%m-%dT%H:%M}" for at in found] == expected
    assert found[0] < found[1]


@given(st.integers(1, 60), st.sampled_from(["2023-10-26", "2023-02", "2023", "2023-11-21T22:42Z"]))
def test_however_many_they_are_they_stay_within_their_date(number: int, date: str) -> None:
    tables = tables_of(f"- {{date: '{date}', title: An event, actors: [Japan]}}\n" * number)
    at = tables.instant
    assert (np.diff(at) > 0).all()
    assert (tables.lower <= at).all()
    assert (at < tables.upper).all()


def test_times_with_seconds_stay_within_their_second() -> None:
    event = "- {{date: '2023-10-26T12:00:{0}Z', title: An event, actors: [Japan]}}\n"
    tables = tables_of("".join(map(event.format, (50, 50, 50, 55))))
    assert (tables.lower <= tables.instant).all()
    assert (tables.instant < tables.upper).all()
    assert (np.diff(tables.instant) > 0).all()
