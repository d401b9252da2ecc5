"""Rules about dates: only what is certain is told."""

from __future__ import annotations

import pytest

from tests.linting.examples import codes, event, linted


def dated(event: str, *sources: str) -> list[str]:
    """The codes told of an event and its sources, each by its date."""
    listed = ", ".join(
        f"{{publisher: P{number}{f', date: {date}' if date else ''}}}"
        for number, date in enumerate(sources)
    )
    return codes(f"- {{title: A, actors: Japan, date: {event}, sources: [{listed}]}}")


@pytest.mark.parametrize(
    ("event", "sources"),
    [
        ("2023-10-18", ["2023-10"]),
        ("2023-10-18", ["2023"]),
        ("2023-10-18T09:00Z", ["2023-10", "2023"]),
        ("2023-10-18/2023-10-19", ["2023-10"]),
    ],
)
def test_a_day_that_no_source_is_known_to_follow(event: str, sources: list[str]) -> None:
    assert dated(event, *sources) == ["date-too-precise"]


@pytest.mark.parametrize(
    ("event", "sources"),
    [
        ("2023-10-18", ["2023-10", "2023-10-19"]),  # one is exact
        ("2023-10-18", ["2023-10", ""]),  # one has no date
        ("2023-10-18", ["2023-11"]),  # certainly later
        ("1945-08-06", ["1994"]),  # a book of history
        ("2023-10", ["2023-10"]),
        ("2023-10", ["2023"]),
        ("2023-10-18~", ["2023-10"]),
        ("2023-10-18?", ["2023-10"]),
        ("2023-09-29/2023-10-02", ["2023-10"]),  # began before the month
        ("2023-10-30/2023-11-02", ["2023-10"]),  # ended after it
    ],
)
def test_a_day_that_may_well_be_known(event: str, sources: list[str]) -> None:
    assert dated(event, *sources) == []


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2023-10-26T00:00:00Z", "2023-10-26T00:00:00Z is one second at midnight"),
        ("2023-10-26T00:00+09:00", "often the whole day: write 2023-10-26, or accept it"),
        ("2001-21", "is read as spring 2001, and may mean 2001 to 2021: write 2001/2021, or"),
        ("1914-33", "is read as first quarter of 1914, and may mean 1914 to 1933"),
    ],
)
def test_a_date_that_may_mean_something_else(date: str, words: str) -> None:
    text = event(f"actors: Japan, date: {date}")
    [found] = linted(text)
    assert found.code == "doubtful-date"
    assert words in found.message
    accepted = event(f"actors: Japan, date: {date}, accept: doubtful-date")
    assert codes(accepted) == []


@pytest.mark.parametrize("date", ["2023-10-26T00:01Z", "1998-21", "2023-XX", "2023-10-26"])
def test_a_date_that_means_what_it_says(date: str) -> None:
    assert codes(event(f"actors: Japan, date: {date}")) == []


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Etc/GMT+4", "4 hours behind UTC: write Etc/GMT-4 if it is ahead"),
        ("Etc/GMT-9", "9 hours ahead of UTC: write Etc/GMT+9 if it is behind"),
        ("EST", "no summer time: write America/New_York"),
    ],
)
def test_a_zone_that_may_be_misread_is_reported_once(zone: str, words: str) -> None:
    one = "- {title: A, date: 2023, actors: Japan, sources: ['https://a.org']}"
    other = "- {title: Other, date: 2022, actors: Chile, sources: ['https://a.org']}"
    [found] = linted(f"timezone: {zone}\nevents:\n{one}\n{other}")
    assert (found.code, found.line) == ("doubtful-date", 3)
    assert words in found.message


def test_the_sources_of_claims_count_as_well() -> None:
    claim = "claims: [{by: Japan, stance: confirms, source: {publisher: NHK, date: 2023-10}}]"
    text = f"- {{title: A, actors: Japan, date: 2023-10-18, {claim}}}"
    [found] = linted(text)
    assert found.message == (
        '"A" is dated 2023-10-18, but its sources only 2023-10: '
        "date the sources to the day, or the event less exactly"
    )


def linked(kind: str, mine: str, other: str, more: str = "") -> list[str]:
    """The codes told of an event and the one it links to."""
    sources = "sources: https://example.org"
    return codes(
        f"- {{id: b, title: Other, actors: Japan, date: {other}, {sources}}}\n"
        f"- {{title: Mine, actors: Russia, date: {mine}, {sources}, links: {{{kind}: b}}{more}}}\n"
    )


@pytest.mark.parametrize("kind", ["responds_to", "follows", "implements", "violates", "corrects"])
def test_what_must_come_later(kind: str) -> None:
    assert linked(kind, "2023-10-18", "2023-10-26") == ["response-before-event"]
    assert linked(kind, "2023-10-28", "2023-10-26") == []


@pytest.mark.parametrize(
    ("mine", "other", "told"),
    [
        ("2023-10-26", "2023-10-26", False),
        ("2023-10-25", "2023-10-26", False),  # the same moment in another zone
        ("2023-10-24", "2023-10-26", True),
        ("2023-10-26T09:00Z", "2023-10-26T10:00Z", True),
        ("2023-10-26T09:59Z", "2023-10-26T10:00Z", True),
        ("2023-10-26T10:00Z", "2023-10-26T10:00Z", False),
        ("2023-10-26T09:00Z", "2023-10-27", False),
        ("2023-10-01/2023-10-20", "2023-10-15/2023-10-30", False),  # they overlap
        ("2023-10-01/2023-10-10", "2023-10-15/2023-10-30", True),
        ("2023-10-01/..", "2023-10-15", False),
        ("2023-10-01", "../2023-10-15", False),
        ("2023-10", "2023-10-31", False),
        ("2023", "2023-06", False),
        ("2022", "2023-06", True),
        ("2022~", "2023-06", False),
        ("2022", "2023-06?", False),
    ],
)
def test_only_certain_violations_are_told(mine: str, other: str, told: bool) -> None:
    assert linked("responds_to", mine, other) == (["response-before-event"] if told else [])


def test_of_a_correction_the_day_counts_on_which_it_became_public() -> None:
    assert linked("corrects", "2023-08-23", "2023-10-26", ", known: 2023-11-02") == []
    assert linked("responds_to", "2023-08-23", "2023-10-26", ", known: 2023-11-02") != []


def test_it_names_both_dates() -> None:
    sources = "sources: https://example.org"
    [found] = linted(
        f"- {{id: b, title: Other, actors: Japan, date: 2023-10-26, {sources}}}\n"
        f"- {{title: Mine, actors: Russia, date: 2023, {sources}}}\n"
        f"- {{title: Third, actors: Russia, date: 2022, {sources}, links: {{responds_to: [b]}}}}\n"
    )
    assert (found.line, found.column) == (3, 3)
    assert found.message == (
        '"Third" (2022) responds to a later event, "Other" (2023-10-26): '
        "check both dates, or reverse the link"
    )
