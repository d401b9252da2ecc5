"""Text search: what is found, and that nothing else is."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.text_index import TextIndex, folded
from tests.query.books import UNHURRIED

TEXTS = [
    ("Lavrov visits Pyongyang", "Talks with Choe Son Hui", "Pyongyang", "visit diplomacy"),
    ("Türkiye vetoes", "It's the R&D of 50% (of C++) [sic] \\n .*", "", "nato"),
    ("공동 성명 발표", "한국과 일본", "서울", ""),
    ("Ёлка у посольства Łódź", "Straße ⅷ ﬁrst", "İzmir", ""),
    ("بيان مُشترك", "", "القاهرة", ""),
    ("", "", "", ""),
    ("l´été", "", "", ""),
    ("con\u00adsul\u200bate don’t — “no”", "Ærø", "", "a b"),
]
INDEX = TextIndex.of(pd.DataFrame(TEXTS, columns=["title", "description", "place", "tags"]))


def found(text: str) -> list[int]:
    return [row for row, hit in enumerate(INDEX.matches(text)) if hit]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("lavrov", [0]),
        ("LAVROV", [0]),
        ("avro", [0]),
        ("pyongyang", [0]),
        ("turkiye", [1]),
        ("TÜRKİYE", [1]),
        ("공동", [2]),
        ("елка", [3]),
        ("lodz", [3]),
        ("strasse", [3]),
        ("STRAẞE", [3]),
        ("viii", [3]),
        ("first", [3]),
        ("izmir", [3]),
        ("مشترك", [4]),
        ("consulate", [7]),
        ("don't", [7]),
        ("don´t", [7]),
        ('"no"', [7]),
        ("aero", [7]),
        ("l'ete", [6]),
    ],
)
def test_case_and_accents_do_not_matter(text: str, rows: list[int]) -> None:
    assert found(text) == rows


def test_words_may_stand_in_any_order_and_in_different_fields() -> None:
    assert found("diplomacy choe lavrov") == [0]
    assert found("pyongyang nato") == []


def test_a_match_never_reaches_over_words_or_rows() -> None:
    assert found("lavrovvisits") == []
    assert found("visitdiplomacy") == []
    assert found("diplomacytürkiye") == []
    assert found("발표한국과") == []


@pytest.mark.parametrize("text", ["it's", "r&d", "50%", "(of", "c++)", "[sic]", "\\n", ".*"])
def test_special_characters_mean_themselves(text: str) -> None:
    assert found(text) == [1]


@pytest.mark.parametrize("text", ["zebra", "%00", "\x00", "|", "^", "$", ".*.*", "💣"])
def test_what_is_nowhere_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u0301"])
def test_no_word_finds_all(text: str) -> None:
    assert len(found(text)) == len(TEXTS)


def test_nothing_is_found_in_no_texts() -> None:
    empty = TextIndex.of(pd.DataFrame({"title": pd.Series([], dtype="object")}))
    assert empty.matches("a").tolist() == []
    assert empty.matches("").tolist() == []


ALPHABET = st.sampled_from("abcABéE ßİıΣς\n\t'’-—ﷺ½가각ёЁ́")
LINES = st.text(ALPHABET, max_size=12)


@given(st.lists(st.tuples(LINES, LINES), max_size=6), LINES)
@UNHURRIED
def test_each_word_is_found_where_a_plain_search_finds_it(
    texts: list[tuple[str, str]], text: str
) -> None:
    index = TextIndex.of(pd.DataFrame(texts, columns=["title", "tags"], dtype="object"))
    words = folded(text).split()
    for hit, row in zip(index.matches(text), texts, strict=True):
        parts = [folded(part) for part in " ".join(row).split()]
        assert hit == all(any(word in part for part in parts) for word in words)


@given(st.text())
@UNHURRIED
def test_plain_is_the_same_applied_twice_and_in_capitals(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text.lower()) == folded(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_has_no_second_form(text: str) -> None:
    assert folded(text + "é") == folded(text) + "e"


def test_more_texts_than_one_chunk_keep_their_rows() -> None:
    count = 40_000
    numbers = [f"incident no{number}x" for number in range(count)]
    index = TextIndex.of(pd.DataFrame({"title": numbers}))
    assert index.matches("no39999x incident").nonzero()[0].tolist() == [39_999]
    assert index.matches("incident").all()
    assert index.matches("99x").sum() == count // 100
