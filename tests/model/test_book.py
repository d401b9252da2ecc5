"""The records of a book: frozen, and equal by what they say."""

from __future__ import annotations

import dataclasses

import pytest

from dashboard.model.book import Acceptance, Source


def test_what_is_accepted_does_not_depend_on_where_it_stands() -> None:
    assert Acceptance("no-source", 3, 5) == Acceptance("no-source", 9, 13)
    assert Acceptance("no-source", 3, 5) != Acceptance("one-sided", 3, 5)


def test_records_are_frozen_and_equal_by_what_they_say() -> None:
    assert Source(url="https://a.org") == Source(url="https://a.org")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(Source(), "url", "https://b.org")  # noqa: B010 - an assignment would not type
