"""Rules about evidence: who has been heard, and what the status makes of it."""

from __future__ import annotations

import pytest

from tests.linting.examples import codes, linted

FILE = """
accept: [unused-actor]
actors:
  - {{id: lavrov, kind: person, country: Russia}}
  - {{id: allies, kind: bloc, members: [Japan, South Korea]}}
events:
  - title: Deliveries
    date: 2023-10-13
    actors: [{actors}]
    status: {status}
    sources: [https://example.org/1, https://example.org/2]
    claims: [{claims}]
"""


def told(claims: str, status: str = "alleged", actors: str = "Russia") -> list[str]:
    """The codes told of an event with claims such as "Japan asserts, Russia denies"."""
    listed = ", ".join(
        f"{{by: {by.strip()}, stance: {stance}}}"
        for by, _, stance in (claim.strip().rpartition(" ") for claim in claims.split(",") if claim)
    )
    text = FILE.format(claims=listed, status=status, actors=actors)
    return [code for code in codes(text) if code != "unused-accept"]


@pytest.mark.parametrize(
    "claims",
    [
        "Japan asserts",
        "Japan asserts, Japan confirms",
        "Japan asserts, JP declines_to_comment",
        "allies asserts",
        "Japan asserts, South Korea confirms",  # of one bloc of the file
        "Japan asserts, allies confirms",
        "E3 asserts, France confirms",  # a bloc that speaks, and a member
    ],
)
def test_one_party_alone_is_heard(claims: str) -> None:
    assert told(claims) == ["one-sided"]


@pytest.mark.parametrize(
    "claims",
    [
        "",
        "Japan asserts, Russia denies",
        "Japan asserts, lavrov declines_to_comment",  # counts for Russia
        "Japan asserts, United States asserts",
        "allies asserts, United States confirms",
        "Germany asserts, France confirms",  # no bloc of this file
        "lavrov asserts",  # the accused themselves
    ],
)
def test_several_parties_or_the_accused_are_heard(claims: str) -> None:
    assert told(claims) == []


def test_a_bloc_that_is_accused_is_heard_when_a_member_is() -> None:
    assert told("Japan asserts", actors="allies") == []
    assert told("Russia asserts", actors="allies") == ["one-sided"]


def test_an_organisation_speaks_for_itself_and_not_for_its_members() -> None:
    assert told("NATO asserts", actors="United States") == ["one-sided"]
    assert told("NATO asserts, United States confirms") == []


def test_only_allegations_must_be_heard_from_two_sides() -> None:
    assert told("Japan asserts", status="reported") == []


def test_it_says_who_alone_is_heard() -> None:
    text = FILE.format(claims="{by: Japan, stance: asserts}", status="", actors="Russia")
    found = next(problem for problem in linted(text) if problem.code == "one-sided")
    assert found.message.startswith('"Deliveries" is a claim of Japan alone: add what the accused')


@pytest.mark.parametrize("status", ["confirmed", "reported", "denied"])
@pytest.mark.parametrize(
    "claims", ["Japan asserts, Russia denies", "Japan confirms, lavrov disputes, China denies"]
)
def test_a_status_that_hides_a_conflict(status: str, claims: str) -> None:
    assert told(claims, status) == ["status-conflict"]


@pytest.mark.parametrize("status", ["disputed", "alleged", ""])
def test_a_status_that_tells_of_it(status: str) -> None:
    assert told("Japan asserts, Russia denies", status) == []


@pytest.mark.parametrize(
    "claims",
    [
        "Japan confirms, Russia confirms",
        "Japan asserts, Russia declines_to_comment",
        "Russia denies, Japan disputes",
        "Japan asserts, Russia denies, lavrov confirms",  # Russia changed its mind
        "Russia denies, Russia confirms",
        "Japan asserts, China denies, Russia confirms",  # an admission settles it
    ],
)
def test_no_conflict(claims: str) -> None:
    assert told(claims, "confirmed") == []


def test_a_conflict_names_both() -> None:
    claims = "{by: Japan, stance: asserts}, {by: lavrov, stance: denies}"
    text = FILE.format(claims=claims, status="confirmed", actors="Russia")
    found = next(problem for problem in linted(text) if problem.code == "status-conflict")
    assert found.message == (
        'Japan says that "Deliveries" happened, Russia denies it: '
        'write status: disputed, or remove it, instead of "confirmed"'
    )
