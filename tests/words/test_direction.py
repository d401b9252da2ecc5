"""Direction: names in any script stay in their place in a sentence."""

from __future__ import annotations

import pytest

from dashboard.words.direction import isolated

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize("text", ["", "Russia", "Türkiye", "日本", "Россия", "12 %"])
def test_text_from_left_to_right_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize("text", ["حركة حماس", "צבא ההגנה", "Hamas (حماس)", "a\u202eb"])
def test_text_that_could_turn_a_sentence_is_isolated(text: str) -> None:
    assert isolated(text) == f"{FSI}{text}{PDI}"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"a{PDI}b\u202e", "ab\u202e"),
        (f"{FSI}a", f"{FSI}a{PDI}"),
        (f"{FSI}a{PDI}{PDI}", f"{FSI}a{PDI}"),
        ("\u2067a\u2066b" + PDI, "\u2067a\u2066b" + PDI * 2),
    ],
)
def test_a_text_cannot_close_the_isolate_around_it(text: str, kept: str) -> None:
    assert isolated(text) == f"{FSI}{kept}{PDI}"
