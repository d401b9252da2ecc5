"""Instants: where a date of any kind stands as a point in time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

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
