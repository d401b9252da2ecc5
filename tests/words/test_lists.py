"""Lists in words: commas, the word before the last item, and a count of the rest."""

from __future__ import annotations

import pytest

from dashboard.words.lists import first_of, listed


@pytest.mark.parametrize(
    ("items", "words"),
    [("", ""), ("a", "a"), ("ab", "a or b"), ("abc", "a, b or c"), ("abcd", "a, b, c or d")],
)
def test_the_last_item_is_joined_by_a_word(items: str, words: str) -> None:
    assert listed(iter(items), "or") == words


@pytest.mark.parametrize(
    ("items", "words"),
    [("", ""), ("a", "a"), ("abc", "a, b, c"), ("abcd", "a, b and 2 more")],
)
def test_items_beyond_the_first_are_counted(items: str, words: str) -> None:
    assert first_of(items, 2) == words
    assert first_of(items) == ", ".join(items)
