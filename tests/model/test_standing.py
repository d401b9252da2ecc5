"""The standing of events: since when claims are known, and which status follows from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.book import STANCES, STATUSES, Claim, Source
from dashboard.model.dates import MAX_SECOND, parse_date
from dashboard.model.standing import claim_known_by, known_by, status_from
from dashboard.model.zones import validate_zone
from tests.examples import book_of

ENDS = {"2023-10-13": 1_697_241_600, "2023-10": 1_698_796_800, "2023": 1_704_067_200}
"""Second of UTC at which each date has passed."""


def said(text: str) -> list[Claim]:
    """Claims such as ``USA asserts, KOR+JPN confirms, RUS denies 2024``."""
    claims = []
    for part in filter(None, text.split(", ")):
        by, stance, *date = part.split()
        claims.append(Claim(tuple(by.split("+")), stance, parse_date(date[0]) if date else None))
    return claims


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ("", "reported"),
        ("USA declines_to_comment", "reported"),
        ("USA asserts", "alleged"),
        ("NATO confirms", "reported"),
        ("USA asserts, NATO confirms", "reported"),
        # One side's repeated statements are one voice.
        ("USA asserts, USA confirms", "alleged"),
        ("USA asserts, KOR+JPN+USA confirms", "alleged"),
        ("KOR+USA asserts, USA+JPN asserts, JPN confirms", "alleged"),
        ("USA asserts, KOR+JPN confirms", "reported"),
        # Somebody contradicts.
        ("RUS denies", "denied"),
        ("RUS denies, PRK disputes", "denied"),
        ("RUS disputes", "disputed"),
        ("USA asserts, RUS denies", "disputed"),
        ("USA asserts, RUS disputes", "disputed"),
        ("NATO confirms, RUS denies", "disputed"),
        ("RUS denies, RUS declines_to_comment", "denied"),
        # The last stance of a party counts.
        ("USA asserts, USA denies", "denied"),
        ("CHN denies, CHN confirms", "reported"),
        ("USA asserts, CHN denies, CHN asserts", "alleged"),
        ("USA asserts, CHN disputes, CHN confirms", "reported"),
        ("USA asserts, CHN denies, CHN confirms", "confirmed"),
        ("USA asserts, CHN denies, IRN denies, CHN confirms", "disputed"),
        ("USA asserts, RUS denies, USA disputes", "denied"),
        # An admission by one who acts or is the target; a person speaks for its country.
        ("RUS confirms", "confirmed"),
        ("USA asserts, RUS denies, PRK denies, RUS confirms", "confirmed"),
        ("USA asserts, RUS denies, lavrov confirms", "confirmed"),
        ("USA asserts, lavrov confirms, RUS denies", "disputed"),
        ("USA asserts, RUS asserts", "alleged"),
        # Order is that of the dates; a claim without one follows its predecessor in the file.
        ("RUS confirms 2025, RUS denies 2024, USA asserts 2024", "confirmed"),
        ("USA asserts 2024, RUS denies, RUS confirms 2025", "confirmed"),
        ("RUS confirms 2025, USA asserts 2024, RUS denies", "confirmed"),
        ("USA asserts 2024, RUS confirms 2025, RUS denies", "disputed"),
    ],
)
def test_the_status_follows_from_the_last_stance_of_each_party(claims: str, expected: str) -> None:
    party = {"lavrov": "RUS"}
    found = status_from(said(claims), ("RUS", "PRK"), lambda id_: party.get(id_, id_))
    assert found == expected


def claims_of_few() -> st.SearchStrategy[list[Claim]]:
    by = st.lists(st.sampled_from("abcd"), min_size=1, max_size=2, unique=True).map(tuple)
    return st.lists(st.builds(Claim, by, st.sampled_from(sorted(STANCES))), max_size=6)


@given(claims_of_few(), st.sampled_from(["asserts", "confirms", "denies", "disputes"]))
def test_repetition_and_a_denial_by_another_never_make_an_event_surer(
    claims: list[Claim], stance: str
) -> None:
    found = status_from(claims)
    assert found in STATUSES
    assert status_from([*claims, *claims[-1:]]) == found
    assert status_from([*claims, Claim(("new",), "denies")]) in ("denied", "disputed")
    assert status_from([*claims, Claim(("own",), "confirms")], ["own"]) == "confirmed"


def test_a_file_has_persons_and_bodies_speak_for_their_country_and_the_targets_admit() -> None:
    book = book_of("""
        actors:
          - {id: peskov, name: Dmitry Peskov, kind: person, country: Russia}
          - {id: kcna, name: KCNA, kind: organization, country: North Korea}
          - {id: band, name: Band, kind: armed_group, country: Russia}
        events:
          - date: 2024-10-08
            title: Troops
            actors: [North Korea]
            targets: [Russia]
            aimed_at: [Ukraine]
            claims:
              - {by: South Korea, stance: asserts}
              - {by: peskov, stance: denies}
        """)
    (event,) = book.events
    assert (event.status, event.status_written) == ("disputed", False)
    for by, expected in (
        ("Russia", "confirmed"),
        ("kcna", "confirmed"),
        ("Ukraine", "disputed"),
        ("band", "disputed"),
    ):
        claims = (*event.claims, Claim((book.directory.resolve(by).id,), "confirms"))
        involved = (*event.actors, *event.targets)
        assert status_from(claims, involved, book.directory.party_of) == expected


@pytest.mark.parametrize("zone", ["UTC", "Asia/Seoul", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("text", ENDS)
def test_a_date_is_known_when_it_has_passed_in_utc_wherever_it_is_meant(
    text: str, zone: str
) -> None:
    assert known_by(parse_date(text, validate_zone(zone))) == ENDS[text]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2023-10-13/..", "2023-10-13"),
        ("2023-09/2023-10", "2023-10"),
        ("../2023", "2023"),
        ("2023-10~", "2023-10"),
        ("2023-10-13T20:00-04:00", ""),
    ],
)
def test_the_end_of_a_date_counts_unless_it_is_open(text: str, end: str) -> None:
    expected = ENDS[end] if end else 1_697_241_660
    assert known_by(parse_date(text, validate_zone("Asia/Seoul"))) == expected


def test_a_claim_is_known_by_its_own_date_or_else_that_of_its_source() -> None:
    source = Source(title="A report", date=parse_date("2023"))
    own = parse_date("2023-10")
    assert claim_known_by(Claim(("USA",), "asserts", own, source=source)) == ENDS["2023-10"]
    assert claim_known_by(Claim(("USA",), "asserts", source=source)) == ENDS["2023"]
    assert claim_known_by(Claim(("USA",), "asserts", source=Source(title="A book"))) == MAX_SECOND
