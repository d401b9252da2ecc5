"""The book: which status follows from what actors say."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.book import STANCES, STATUSES, Acceptance, Claim, Source, status_from


def test_what_is_accepted_does_not_depend_on_where_it_stands() -> None:
    assert Acceptance("no-source", 3, 5) == Acceptance("no-source", 9, 13)
    assert Acceptance("no-source", 3, 5) != Acceptance("one-sided", 3, 5)


def status(*stances: str) -> str:
    return status_from(Claim(("JPN",), stance) for stance in stances)


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ([], "reported"),
        (["declines_to_comment"], "reported"),
        (["asserts"], "alleged"),
        (["asserts", "asserts"], "alleged"),
        (["asserts", "declines_to_comment"], "alleged"),
        (["confirms"], "reported"),
        (["asserts", "confirms"], "reported"),
        (["asserts", "denies"], "disputed"),
        (["confirms", "denies"], "disputed"),
        (["asserts", "disputes"], "disputed"),
        (["denies"], "denied"),
        (["disputes"], "denied"),
        (["denies", "declines_to_comment"], "denied"),
    ],
)
def test_the_status_follows_from_the_claims(stances: list[str], expected: str) -> None:
    assert status(*stances) == expected


@given(st.lists(st.sampled_from(sorted(STANCES))))
def test_neither_order_nor_repetition_matters(stances: list[str]) -> None:
    found = status(*stances)
    assert found in STATUSES
    assert status(*reversed(stances), *stances) == found


@given(st.lists(st.sampled_from(sorted(STANCES))))
def test_a_denial_never_makes_an_event_surer(stances: list[str]) -> None:
    assert status(*stances, "denies") in ("denied", "disputed")


def test_records_are_frozen_and_equal_by_what_they_say() -> None:
    assert Source(url="https://a.org") == Source(url="https://a.org")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(Source(), "url", "https://b.org")  # noqa: B010 - an assignment would not type
