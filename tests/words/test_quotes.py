"""Quotes: text of a file in a message is short, printable and on one line."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.words.quotes import extract, one_line, quoted


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert extract("a" * 60) == "a" * 60
    assert extract("a" * 61) == f"{'a' * 59}…"
    assert quoted("a" * 61) == f'"{"a" * 59}…"'


def test_line_breaks_become_spaces_and_invisible_characters_are_escaped() -> None:
    assert extract("a\n b\tc") == "a b c"
    assert extract("a\u200bb\x1b[31m") == "a\\u200bb\\u001b[31m"


@given(st.text())
@settings(deadline=None, max_examples=60)
def test_any_text_becomes_printable_and_stays_so(text: str) -> None:
    assert one_line(text).isprintable()
    assert one_line(one_line(text)) == one_line(text)
    assert len(extract(text)) <= 60
