"""The rules that plain check tells: what a careful editor would ask, and what is no reason to."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dashboard.model.problems import Problem
from dashboard.reading.book import read_book


def warnings(text: str) -> list[Problem]:
    """The warnings on a text that has no errors."""
    reading = read_book(dedent(text))
    assert reading.book is not None, reading.problems
    assert {problem.severity for problem in reading.problems} <= {"warning"}
    return list(reading.problems)


def codes(text: str) -> list[str]:
    return [problem.code for problem in warnings(text)]


def event(keys: str, source: str = "https://example.org") -> str:
    """An event with a source, and with more keys in braces."""
    sources = f"sources: ['{source}'], " if source else ""
    return f"- {{title: Statement, {sources}{keys}}}\n"


JAPAN = "date: 2023-10-26, actors: Japan"


def test_an_event_with_a_source_asks_nothing() -> None:
    assert warnings(event(JAPAN)) == []


def test_no_source() -> None:
    [found] = warnings(event(JAPAN, source=""))
    assert str(found) == (
        'events.yaml:1:3: warning[no-source]: "Statement" has no source: add sources: [https://…]'
    )


def test_the_source_of_a_claim_is_a_source() -> None:
    claim = "claims: [{by: Japan, stance: confirms, source: https://example.org}]"
    assert codes(event(f"{JAPAN}, {claim}", source="")) == []


def test_an_allegation_by_a_single_source() -> None:
    assert codes(event(f"{JAPAN}, status: alleged")) == ["single-source"]
    same = "claims: [{by: Japan, stance: asserts, source: https://example.org}]"
    assert codes(event(f"{JAPAN}, {same}")) == ["single-source"]
    other = "claims: [{by: Japan, stance: asserts, source: https://example.com}]"
    assert codes(event(f"{JAPAN}, {other}")) == []
    assert codes(event(f"{JAPAN}, status: reported")) == []


@pytest.mark.parametrize(
    ("dated", "asks"),
    [
        ("2023-10-24", True),
        ("2023-09", True),
        ("2023-10-25", False),  # the day before, as a zone may have it
        ("2023-10-26", False),
        ("2023-10", False),
        ("2023", False),
        ("../2023-01-01", True),
    ],
)
def test_a_source_before_its_event(dated: str, asks: bool) -> None:
    text = f"- {{title: A, {JAPAN}, sources: [{{publisher: NHK, date: {dated}}}]}}\n"
    assert codes(text) == (["source-before-event"] if asks else [])


def test_a_source_before_its_event_is_named() -> None:
    [found] = warnings(f"- {{title: A, {JAPAN}, sources: [{{author: Kim, date: 2022}}]}}\n")
    assert found.message == (
        'source "Kim" is dated 2022, before the event (2023-10-26): check both dates'
    )


def test_a_source_that_stands_twice_is_told_once() -> None:
    source = "{publisher: NHK, date: 2022}"
    assert codes(f"- {{title: A, {JAPAN}, sources: [{source}, {source}]}}\n") == [
        "source-before-event"
    ]


def test_known_before_it_happened() -> None:
    assert codes(event(f"{JAPAN}, known: 2023-10-25")) == ["known-before-event"]
    assert codes(event(f"{JAPAN}, known: 2023-10")) == []
    assert codes(event(f"{JAPAN}, known: 2023-12")) == []


@pytest.mark.parametrize(
    ("date", "actor", "asks"),
    [
        ("1972", "Soviet Union", False),
        ("1991-12-25", "Soviet Union", False),
        ("2023", "Soviet Union", True),
        ("1900", "Soviet Union", True),
        ("1985/..", "East Germany", False),
        ("2023", "Japan", False),
    ],
)
def test_a_state_outside_its_years(date: str, actor: str, asks: bool) -> None:
    found = warnings(event(f"date: {date}, actors: {actor}"))
    assert [problem.code for problem in found] == (["actor-years"] if asks else [])
    assert all(problem.message.endswith('name "Russia", or correct the date') for problem in found)


def test_a_state_that_acts_upon_itself_is_asked_about_once() -> None:
    assert codes(event("date: 2023, actors: SUN, targets: SUN")) == ["actor-years"]


def test_near_duplicates() -> None:
    one = event(JAPAN)
    assert codes(one + event("date: 2023-10-27, actors: Japan")) == ["near-duplicate"]
    assert codes(one + event("date: 2023-10-29, actors: Japan")) == []
    assert codes(one + event("date: 2023-10-26, actors: Russia")) == []
    assert codes(one + event("date: 2023-10-26, actors: Japan, type: deny")) == []
    other = event(JAPAN).replace("Statement", "Exercise at sea")
    assert codes(one + other) == []


def test_near_duplicates_within_one_import_are_not_reported() -> None:
    text = """
    sources: [{id: data, title: Some data}]
    events:
    - {id: data-1, date: 2023-10-26, title: Talks, actors: Japan, sources: [data]}
    - {id: OTHER, date: 2023-10-27, title: Talks, actors: Japan, sources: [data]}
    """
    found = [problem.code for problem in read_book(text.replace("OTHER", "data-2")).problems]
    assert "near-duplicate" not in found
    found = [problem.code for problem in read_book(text.replace("OTHER", "by-hand")).problems]
    assert "near-duplicate" in found


def test_near_duplicates_are_found_past_another_event() -> None:
    between = event(JAPAN).replace("Statement", "Exercise at sea")
    found = warnings(event(JAPAN) + between + event(JAPAN))
    assert [problem.line for problem in found] == [3]
    assert '"Statement" may repeat the event on line 1: keep one' in found[0].message


def test_an_actor_that_is_listed_but_never_used() -> None:
    text = """
        actors:
          - {id: lavrov, kind: person, country: Russia}
          - {id: kim, kind: person}
          - {id: wagner, kind: armed_group, country: north}
          - {id: north, kind: country}
          - {id: three, kind: bloc, members: [kim, choe]}
          - {id: choe, kind: person}
          - {id: shrine, kind: country}
          - {id: un-command, kind: organization}
        events:
          - title: A
            date: 2023
            actors: [lavrov]
            targets: [three]
            place: {name: Shrine, country: shrine}
            claims: [{by: wagner, stance: denies, source: https://example.org}]
        """
    [found] = warnings(text)
    assert (found.line, found.column, found.code) == (10, 5, "unused-actor")
    assert found.message == 'actor "un-command" is listed but never used: remove it, or use it'
