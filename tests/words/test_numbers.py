"""Numbers in words: plurals, thousands, signs and shares."""

from __future__ import annotations

import pytest

from dashboard.words.numbers import count, percent, signed, signed_as_written


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1000, "1,000 events")],
)
def test_a_count_has_its_noun(n: int, words: str) -> None:
    assert count(n, "event") == words


def test_an_irregular_plural_is_given() -> None:
    assert [count(n, "party", "parties") for n in (1, 3)] == ["1 party", "3 parties"]


@pytest.mark.parametrize(
    ("score", "words", "as_written"),
    [
        (3.14, "+3.1", "+3.14"),
        (-2.0, "−2.0", "−2"),
        (0.0, "0.0", "0"),
        (-0.0, "0.0", "0"),
        (0.04, "0.0", "+0.04"),
        (-0.04, "0.0", "−0.04"),
        (10, "+10.0", "+10"),
    ],
)
def test_a_score_has_its_sign(score: float, words: str, as_written: str) -> None:
    assert (signed(score), signed_as_written(score)) == (words, as_written)


def test_a_share_is_in_whole_percent() -> None:
    assert [percent(share) for share in (0, 0.004, 0.256, 1)] == ["0%", "0%", "26%", "100%"]
