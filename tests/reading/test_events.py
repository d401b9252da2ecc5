"""Events: their defaults, their ids, their links and the zone of their days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.letters import slug
from dashboard.reading.book import read_book
from tests.examples import book_of


def ids(text: str) -> list[str]:
    return [event.id for event in book_of(text).events]


def test_what_the_smallest_event_leaves_out() -> None:
    [event] = book_of(
        """
        - date: 2023-10-22
          title: First trilateral air exercise
          actors: [South Korea, United States, Japan]
        """
    ).events
    assert event.id == "2023-10-22-first-trilateral-air-exercise"
    assert event.actors == ("KOR", "USA", "JPN")
    assert (event.type, event.score, event.status, event.importance) == (
        "statement",
        0.0,
        "reported",
        3,
    )
    assert (event.targets, event.aimed_at, event.tags) == ((), (), ())
    assert (event.claims, event.sources, event.links) == ((), (), ())
    assert (event.place, event.known, event.zone, event.description) == (None, None, "UTC", "")
    assert (event.line, event.column) == (2, 3)


def test_the_score_is_the_types_unless_it_is_written() -> None:
    kinds = "- {date: 2023, title: A, actors: Japan, type: joint_exercise}\n"
    own = "- {date: 2023, title: B, actors: Japan, type: joint_exercise, score: 0}\n"
    assert [event.score for event in book_of(kinds + own).events] == [7.4, 0.0]


def test_the_status_follows_from_the_claims_unless_it_is_written() -> None:
    claims = "claims: [{by: USA, stance: asserts}, {by: Russia, stance: denies}]"
    follows = f"- {{date: 2023, title: A, actors: Russia, {claims}}}\n"
    written = f"- {{date: 2023, title: B, actors: Russia, {claims}, status: confirmed}}\n"
    assert [event.status for event in book_of(follows + written).events] == [
        "disputed",
        "confirmed",
    ]


def test_ids_of_equal_events_are_numbered() -> None:
    event = "- {date: 2023-10-26, title: Statement, actors: Japan}\n"
    base = "2023-10-26-statement"
    assert ids(event * 3) == [base, f"{base}-2", f"{base}-3"]


def test_an_id_that_is_written_wins_over_one_that_is_made() -> None:
    made = "- {date: 2023-10-26, title: Statement, actors: Japan}\n"
    written = "- {date: 2023-10-27, title: Other, actors: Japan, id: 2023-10-26-statement}\n"
    assert ids(made + written) == ["2023-10-26-statement-2", "2023-10-26-statement"]


def test_an_id_may_be_made_of_any_letters() -> None:
    assert slug("2023-10-26-한미일 공동성명") == "2023-10-26-한미일-공동성명"
    assert slug("Türkiye’s “answer” — №1") == "turkiye-s-answer-no1"
    assert slug("-0043-03-15-Caesar") == "0043-03-15-caesar"


@given(st.text())
def test_slugs_are_words_for_urls(text: str) -> None:
    word = slug(text)
    assert slug(word) == word
    assert not set(word) & set(" /?#&=%+'\"<>_")


@given(st.lists(st.sampled_from(["A", "a", "A!", "B", "A 2"]), max_size=8))
def test_ids_are_always_unique(titles: list[str]) -> None:
    text = "".join(f"- {{date: 2023, title: '{title}', actors: Japan}}\n" for title in titles)
    found = ids(text)
    assert len(set(found)) == len(titles)


def test_links_may_point_forward_and_at_made_ids() -> None:
    text = """
        - {date: 2023-10-26, title: A, actors: Japan, links: {follows: [2023-10-27-b, late]}}
        - {date: 2023-10-27, title: B, actors: Japan}
        - {date: 2023-10-28, title: C, actors: Japan, id: late}
        """
    assert book_of(text).events[0].links == (("follows", ("2023-10-27-b", "late")),)


def test_a_link_to_an_event_with_problems_is_no_problem() -> None:
    broken = "- {id: first, date: soon, title: A, actors: Japan}\n"
    link = "- {date: 2023, title: B, actors: Japan, links: {follows: first}}\n"
    assert [problem.code for problem in read_book(broken + link).problems] == ["bad-date"]


def test_a_link_to_an_event_that_was_left_out_is_no_problem() -> None:
    broken = "- {id: first, date: 2023, title: 'A}\n"
    link = "- {date: 2023, title: B, actors: Japan, links: {follows: first}}\n"
    assert [problem.code for problem in read_book(broken + link).problems] == ["syntax"]


def test_many_links_to_nobody_are_told_in_time() -> None:
    event = "- {{date: 2023, title: A, actors: Japan, id: a-{0}, links: {{follows: b-{0}}}}}\n"
    text = "".join(event.format(number) for number in range(1000))
    assert len(read_book(text).problems) == 1000


@pytest.mark.parametrize(
    ("zone", "own", "lower"),
    [
        ("UTC", "", 1698278400),
        ("Asia/Seoul", "", 1698278400 - 9 * 3600),
        ("Asia/Seoul", "America/New_York", 1698278400 + 4 * 3600),
    ],
)
def test_a_day_begins_in_the_zone_of_its_event(zone: str, own: str, lower: int) -> None:
    first, second = book_of(
        f"""
        timezone: {zone}
        events:
          - date: 2023-10-26
            title: A
            actors: Japan
            tz: {own}
          - date: 2023-10-26
            title: B
            actors: Japan
            tz: UTC
        """
    ).events
    assert (first.date.lower, first.zone) == (lower, own or zone)
    assert (second.date.lower, second.zone) == (1698278400, "UTC")
