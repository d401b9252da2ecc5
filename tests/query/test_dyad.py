"""A dyad in a URL and in words: what is read comes back, and equal dyads have one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.scores import SIDES
from dashboard.query.dyad import ANYONE, Dyad

IDS = {"Russia": "RUS", "North Korea": "PRK", "United States": "USA"}
NAMES = {id_: name for name, id_ in IDS.items()}
ENDS = st.sampled_from([*NAMES, "border-guards", "회담", ANYONE])
DYADS = st.builds(
    lambda ends, both, side: Dyad(*ends, both, side),
    st.tuples(ENDS, ENDS).filter(lambda ends: ends[0] != ends[1]),
    st.booleans(),
    st.sampled_from(["", *SIDES]),
)


def resolve(name: str) -> str:
    if name in IDS or name in NAMES:
        return IDS.get(name, name)
    raise ValueError(f'no country is called "{name}"')


def read(text: str) -> Dyad:
    return Dyad.read(text, resolve)


@given(DYADS)
def test_a_dyad_comes_back_from_its_text(dyad: Dyad) -> None:
    assert Dyad.read(dyad.text(), str) == dyad


@given(DYADS)
def test_only_both_ways_are_the_same_from_either_end(dyad: Dyad) -> None:
    turned = Dyad(dyad.target, dyad.source, dyad.both, dyad.side)
    assert (turned == dyad) == dyad.both
    assert (turned.text() == dyad.text()) == dyad.both


@pytest.mark.parametrize(
    ("written", "dyad", "text"),
    [
        ("RUS:PRK", Dyad("RUS", "PRK"), "RUS:PRK"),
        ("Russia : North Korea", Dyad("RUS", "PRK"), "RUS:PRK"),
        ("RUS:*", Dyad("RUS", ANYONE), "RUS:*"),
        ("*:Russia:conflict", Dyad(ANYONE, "RUS", side="conflict"), "*:RUS:conflict"),
        ("RUS:PRK:both", Dyad("PRK", "RUS", both=True), "PRK:RUS:both"),
        ("RUS:*:both", Dyad(ANYONE, "RUS", both=True), "*:RUS:both"),
        ("RUS:PRK:neutral:both", Dyad("PRK", "RUS", True, "neutral"), "PRK:RUS:both:neutral"),
        ("RUS:PRK:both:both", Dyad("PRK", "RUS", both=True), "PRK:RUS:both"),
        ("RUS:PRK:conflict:conflict", Dyad("RUS", "PRK", side="conflict"), "RUS:PRK:conflict"),
    ],
)
def test_a_dyad_is_read_with_names_and_with_qualifiers_in_any_order(
    written: str, dyad: Dyad, text: str
) -> None:
    assert read(written) == dyad
    assert dyad.text() == text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("RUS", "write source:target, such as RUS:PRK"),
        ("", "write source:target"),
        ("RUS:RUS", "names one actor twice"),
        ("RUS:Russia", "names one actor twice"),
        ("*:*", "names one actor twice"),
        ("RUS:Russsia", 'no country is called "Russsia"'),
        ("RUS:", 'no country is called ""'),
        ("RUS:PRK:friendly", '"friendly" is not a valid qualifier: use one of both, conflict'),
        ("RUS:PRK:", '"" is not a valid qualifier'),
        ("RUS:PRK:conflict:cooperation", "names two sides: choose one of conflict"),
    ],
)
def test_what_is_no_dyad_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"\S") as caught:
        read(written)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RUS:PRK", "Russia → North Korea"),
        ("RUS:*", "Russia → anyone"),
        ("*:RUS:conflict", "anyone → Russia, conflict"),
        ("PRK:RUS:both", "North Korea ↔ Russia"),
        ("PRK:RUS:both:cooperation", "North Korea ↔ Russia, cooperation"),
    ],
)
def test_a_dyad_in_words(text: str, words: str) -> None:
    assert read(text).in_words(NAMES) == words


def test_an_end_without_a_name_goes_by_its_id() -> None:
    assert Dyad("TCD", "RUS").in_words(NAMES) == "TCD → Russia"


def test_the_ends_are_those_that_it_names() -> None:
    assert Dyad("RUS", "PRK").ends == ("RUS", "PRK")
    assert Dyad("RUS", ANYONE).ends == ("RUS",)
    assert Dyad(ANYONE, "PRK", both=True).ends == ("PRK",)
