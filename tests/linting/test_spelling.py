"""Spellings: what sounds alike, and what is one slip away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.linting.spelling import near_keys, one_letter_apart, sound

WORDS = st.text("abcdefghi", min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Sergei LAVROV", "lavruv sirgi"),
        ("Lavrov, Sergey", "lavruv sirgi"),
        ("Сергей Лавров", "lavruv sirgi"),
        ("Сергеи\u0306 Лавров", "lavruv sirgi"),
        ("Щербак", "chirbak"),
        ("Kim Yong", "kim yung"),
        ("Kim Jong", "jung kim"),
        ("Éva Müller", "eva mulir"),
        ("習近平", "習近平"),
        ("", ""),
    ],
)
def test_names_as_they_sound(name: str, heard: str) -> None:
    assert sound(name) == heard


@given(st.text(max_size=30))
def test_sound_never_fails_and_ignores_case_and_space(name: str) -> None:
    assert sound(f"  {name} ") == sound(name)


@given(WORDS, st.data())
def test_every_slip_is_found_by_a_shared_key(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    slips = {
        word[:place] + "x" + word[place + 1 :],
        word[:place] + "x" + word[place:],
        f"{word}x",
    }
    if place + 1 < len(word) and word[place] != word[place + 1]:
        slips.add(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
    for slip in slips:
        assert one_letter_apart(word, slip), slip
        assert one_letter_apart(slip, word), slip
        assert set(near_keys(word)) & set(near_keys(slip)), slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lavrov", "lavrov"),
        ("iran", "iraq"),
        ("gambia", "zambia"),  # the first letter
        ("petrov", "petrova"),  # a woman of the family
        ("army1", "army2"),
        ("abcdefg", "abxdexg"),
        ("abcdefg", "acdefgb"),
        ("lavrov sergei", "lavroff"),
        ("lavrov sergei", "lavrok sergej"),
    ],
)
def test_more_or_less_than_one_slip(one: str, other: str) -> None:
    assert not one_letter_apart(one, other)


def test_a_long_name_has_no_keys_of_its_letters() -> None:
    assert near_keys("x" * 300) == ["x" * 300]
