"""Records: what an event's keys become, in full and in short."""

from __future__ import annotations

import pytest

from dashboard.model.book import Claim, Event, Place, Source
from dashboard.reading.book import read_book
from tests.examples import book_of

EVENT = "- date: 2023-10-26\n  title: Statement\n  actors: Japan\n"


def event(keys: str) -> Event:
    """An event with more keys, indented by two."""
    return book_of(EVENT + keys).events[0]


def problems(text: str) -> list[str]:
    """Place and code of each problem."""
    return [f"{found.line}:{found.column} {found.code}" for found in read_book(text).problems]


def test_a_place_is_a_name_or_a_record() -> None:
    assert event("  place: Tokyo").place == Place("Tokyo")
    full = event("  place: {name: Tokyo, country: JP, lat: 35.68, lon: 139.69}").place
    assert full == Place("Tokyo", "JPN", 35.68, 139.69)


def test_a_source_is_an_address_an_id_or_a_record() -> None:
    book = book_of(
        """
        sources:
          - {id: yonhap, publisher: Yonhap, reliability: B}
        events:
          - date: 2023-10-26
            title: Statement
            actors: Japan
            sources: [https://example.org, yonhap, {publisher: NHK, url: https://nhk.example}]
        """
    )
    listed = Source(id="yonhap", publisher="Yonhap", reliability="B")
    assert book.sources == {"yonhap": listed}
    assert book.events[0].sources == (
        Source(url="https://example.org"),
        listed,
        Source(publisher="NHK", url="https://nhk.example"),
    )


def test_claims_have_speakers_and_a_stance() -> None:
    claims = event("  claims: [{by: [Russia, DPRK], stance: denies, note: No proof}]").claims
    assert claims == (Claim(("RUS", "PRK"), "denies", note="No proof"),)


def test_one_value_may_stand_for_a_list() -> None:
    one = event("  targets: Russia\n  tags: talks\n  sources: https://example.org")
    assert one.targets == ("RUS",)
    assert one.tags == ("talks",)
    assert len(one.sources) == 1


def test_links_are_pairs_of_kind_and_ids() -> None:
    text = f"{EVENT}  id: first\n{EVENT}  links: {{follows: first, corrects: [first]}}\n"
    assert book_of(text).events[1].links == (("follows", ("first",)), ("corrects", ("first",)))


@pytest.mark.parametrize("value", ["", " ~", " null", "   # not known yet"])
def test_keys_with_nothing_after_them_say_nothing(value: str) -> None:
    keys = ("targets", "score", "status", "claims", "sources", "place", "tags", "importance", "id")
    assert event("".join(f"  {key}:{value}\n" for key in keys)) == event("")


def test_a_problem_does_not_hide_the_next() -> None:
    text = "- date: soon\n  title: []\n  actors: [Jpan, Koria]\n  score: x\n  tags: {a: b}\n"
    assert problems(text) == [
        "1:9 bad-date",
        "2:10 wrong-kind",
        "3:12 unknown-actor",
        "3:18 unknown-actor",
        "4:10 bad-score",
        "5:9 wrong-kind",
    ]


def test_missing_keys_are_told_at_the_record_and_empty_ones_at_the_key() -> None:
    assert problems("- date: 2023\n  title:\n") == ["1:3 missing-field", "2:3 missing-field"]


def test_an_alias_is_one_problem_not_two() -> None:
    text = f"- &a\n  date: 2023\n  title: A\n  actors: Japan\n{EVENT}  targets: *a\n  tags: [*a]\n"
    assert [found.split()[1] for found in problems(text)] == ["anchor", "alias", "alias"]


def test_a_text_with_a_forbidden_sign_is_one_problem_not_two() -> None:
    assert problems("- date: 2023\n  title: A\n  actors: [Ja\x07pan]\n") == ["3:14 character"]


def test_half_a_point_is_told_once_though_its_number_is_wrong() -> None:
    assert problems(EVENT + "  place: {name: X, lat: 99, lon: 1}") == ["4:25 bad-lat"]
    assert problems(EVENT + "  place: {name: X, lat: 9, lon: }") == ["4:20 half-point"]


@pytest.mark.parametrize("joint", ["Japan, South Korea", "Japan and ROK", "USA/Japan", "UK & US"])
def test_two_names_in_one_text_are_told_apart(joint: str) -> None:
    [found] = read_book(f"- date: 2023\n  title: A\n  actors: {joint}\n").problems
    assert "is more than one actor: write [" in found.message


def test_a_name_with_a_comma_is_one_name() -> None:
    assert book_of("- {date: 2023, title: A, actors: 'Korea, South'}").events[0].actors == ("KOR",)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("start", 'did you mean "date" with an interval A/B?'),
        ("Title", 'did you mean "title"?'),
        ("countries", 'did you mean "actors"?'),
        ("url", 'did you mean "sources"?'),
        ("name", 'did you mean "title"?'),
        ("target", 'did you mean "targets"?'),
        ("zzz", "use one of date, title, actors"),
    ],
)
def test_words_that_people_write_instead(key: str, meant: str) -> None:
    [found] = read_book(f"{EVENT}  {key}: x\n").problems
    assert found.code == "unknown-field"
    assert meant in found.message
