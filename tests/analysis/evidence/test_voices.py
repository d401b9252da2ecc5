"""The parties over time: each claim of a day in the row of its party, nothing on anything else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dashboard.analysis.evidence.event_card import describe_event
from dashboard.analysis.evidence.voices import MARK, WIDTH, Voices
from dashboard.analysis.text_width import text_width
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of


def voices_of(claims: str, actors: str = "") -> Voices:
    tables = tables_of(f"""
        actors: [{{id: lavrov, kind: person, country: Russia}}{actors}]
        events: [{{id: a, date: 2023, title: T, actors: [Japan], claims: [{claims}]}}]
        """)
    card = describe_event(tables, Selection(event="a"))
    assert card is not None
    assert card.voices is not None
    return card.voices


def claim(by: str, date: str = "", stance: str = "asserts") -> str:
    return f"{{by: [{by}], stance: {stance}{f', date: {date}' if date else ''}}}"


def test_an_event_without_claims_has_no_drawing() -> None:
    card = describe_event(shipped(), Selection(event="treaty"))
    assert card is not None
    assert card.voices is None


def test_who_denied_first_is_stated() -> None:
    card = describe_event(shipped(), Selection(event="container-shipments"))
    assert card is not None
    assert card.voices is not None
    assert "First denied by Russia, 17 October 2023" in card.voices.words
    assert card.voices.words.startswith("First asserted by United States, 13 October 2023")


def test_persons_speak_for_their_country_and_those_who_only_spoke_together_share_a_row() -> None:
    voices = voices_of(
        ", ".join(
            [
                claim("United States", "2023-10-13"),
                claim("lavrov", "2023-10-17", "denies"),
                claim("Russia", "2023-10-18", "denies"),
                claim("South Korea, Japan, United States", "2023-10-26", "confirms"),
            ]
        )
    )
    assert [row.words for row in voices.rows] == ["United States", "Russia", "South Korea, Japan"]
    y = {row.words: row.y for row in voices.rows}
    said = {(mark.y, mark.stance) for mark in voices.marks}
    assert (y["United States"], "confirms") in said
    assert (y["South Korea, Japan"], "confirms") in said
    assert len([mark for mark in voices.marks if mark.y == y["Russia"]]) == 2


def test_marks_are_in_the_order_of_their_days_and_never_on_each_other() -> None:
    days = [f"2023-10-{day:02d}" for day in (1, 2, 3, 4, 30)] + ["2025-01-01"]
    stances = ("asserts", "denies")
    voices = voices_of(", ".join(claim("Chile", day, each) for day in days for each in stances))
    x = [mark.x for mark in voices.marks]
    assert len(x) == 12
    assert all(after - before >= MARK for before, after in pairwise(x))
    assert voices.left <= x[0] - MARK / 2
    assert x[-1] + MARK / 2 <= voices.width == WIDTH
    gaps = [after - before for before, after in pairwise(x[::2])]
    assert gaps[-1] > gaps[-2] > gaps[0]


def test_a_record_of_very_many_days_is_wider_than_the_card() -> None:
    days = (f"2023-{month:02d}-{day:02d}" for month in (1, 2, 3) for day in range(1, 26))
    voices = voices_of(", ".join(claim("Chile", day) for day in days))
    assert voices.width > WIDTH
    assert all(after.x - before.x >= MARK for before, after in pairwise(voices.marks))


@pytest.mark.parametrize(
    ("date", "is_vague", "label"),
    [
        ("2023-10-13", False, "13 Oct"),
        ("2023-10", True, "Oct"),
        ("2023", True, "2023"),
        ("2023-10-13/2023-10-15", True, "13 Oct"),
        ("", True, "no date"),
    ],
)
def test_a_claim_without_a_day_is_marked(date: str, is_vague: bool, label: str) -> None:
    voices = voices_of(claim("Chile", date))
    assert [mark.is_vague for mark in voices.marks] == [is_vague]
    assert [text for _, _, text in voices.dates] == [label]


def test_the_date_of_the_source_is_that_of_a_claim_without_one() -> None:
    voices = voices_of("{by: Chile, stance: denies, source: {title: T, date: 2023-10-14}}")
    assert [text for _, _, text in voices.dates] == ["14 Oct"]


def test_dates_do_not_touch_and_have_a_year_where_there_are_several() -> None:
    days = ("2023-12-30", "2023-12-31", "2024-01-01", "2024-01-02", "2025-05-29", "2025-06-02")
    voices = voices_of(", ".join(claim("Chile", day) for day in days))
    texts = [text for _, _, text in voices.dates]
    assert texts[:2] == ["30 Dec 23", "2 Jun 25"]
    spans = sorted(
        (x - text_width(t, 12) / 2, x + text_width(t, 12) / 2) for x, _, t in voices.dates
    )
    assert all(left > right for (_, right), (left, _) in pairwise(spans))
    assert spans[-1][1] <= voices.width


def test_of_very_many_parties_the_last_row_has_all_others() -> None:
    names = ["Chile", "Peru", "Japan", "Italy", "France", "Spain", "Iran", "Iraq", "Cuba", "Kenya"]
    claims = (claim(name, f"2023-10-{day:02d}") for day, name in enumerate(names, 1))
    voices = voices_of(", ".join(claims))
    assert len(voices.rows) == 8
    assert voices.rows[-1].words == "Iraq, Cuba, Kenya"
    assert len(voices.marks) == 10


def test_names_fit_their_room() -> None:
    voices = voices_of(
        f"{claim('Bosnia and Herzegovina, Central African Republic', '2023-10-01')}, "
        f"{claim('league', '2023-10-02')}",
        ", {id: league, name: Parliamentary Assembly of Ports of the North, kind: organization}",
    )
    for row in voices.rows:
        assert text_width(row.name, 12) <= voices.left
    assert voices.rows[1].words.endswith("of the North")
    assert voices.rows[1].name.endswith("…")
