"""Lines of a text: each fits its width, and together they are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.text_lines import wrap
from dashboard.analysis.text_width import ELLIPSIS, text_width

WIDTH, SIZE = 190.0, 13.0
TITLE = "White House shows imagery of containers that went to Dunay by sea"


def test_a_text_that_fits_is_one_line() -> None:
    assert wrap("Shoigu visits Pyongyang", WIDTH, SIZE, 3) == ("Shoigu visits Pyongyang",)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_last_line_is_shortened_where_the_rest_is_too_long(most: int) -> None:
    lines = wrap(TITLE, 100, SIZE, most)
    assert len(lines) == most
    assert lines[-1].endswith(ELLIPSIS)
    assert " ".join(lines)[:-1] == TITLE[: len(" ".join(lines)) - 1]


@pytest.mark.parametrize(
    "text", ["Bundesverteidigungsministerium", "外相が平壌を訪問し三か国首脳会談で共同声明を発表"]
)
def test_a_text_without_spaces_is_broken_within(text: str) -> None:
    lines = wrap(text, 100, SIZE, 5)
    assert len(lines) > 1
    assert "".join(lines) == text


def test_words_are_parted_after_a_hyphen() -> None:
    assert wrap("Three-way summit", 70, SIZE, 3)[0] == "Three-way"
    assert wrap("Counter-intelligence", 90, SIZE, 3) == ("Counter-", "intelligence")


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=12),
    min_size=1,
    max_size=20,
).map(" ".join)


@given(WORDS, st.integers(1, 4), st.booleans())
def test_every_line_fits_and_lines_are_few(text: str, most: int, bold: bool) -> None:
    lines = wrap(text, WIDTH, SIZE, most, bold=bold)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, SIZE, bold) <= WIDTH for line in lines)
    if not lines[-1].endswith(ELLIPSIS):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_holds_at_least_one_character() -> None:
    assert wrap("ab", 1, SIZE, 2) == ("a", "b")
