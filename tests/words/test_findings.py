"""Findings: one sentence for any number of events, of names and of ties."""

from __future__ import annotations

import pytest

from dashboard.words.findings import (
    camps_in_words,
    dyads_in_words,
    events_in_words,
    highest,
)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([], ""),
        ([("A", 1), ("B", 1)], ""),
        ([("A", 2)], "A with 2"),
        ([("A", 2), ("B", 2)], "A and B with 2 each"),
        ([("A", 2), ("B", 2), ("C", 2)], "A, B and C with 2 each"),
        ([("A", 2), ("B", 2), ("C", 2), ("D", 2)], ""),
        ([("A", 2), ("B", 2), ("C", 2), ("D", 2), ("E", 1)], "A, B and 2 more with 2 each"),
        ([("A", 1_200), ("B", 0)], "A with 1,200"),
    ],
)
def test_the_highest_count_has_all_its_names_unless_it_says_nothing(
    counts: list[tuple[str, int]], words: str
) -> None:
    assert highest(counts).words == words


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ({"conflict": 1, "cooperation": 0, "neutral": 0}, "of conflict"),
        ({"conflict": 0, "cooperation": 1, "neutral": 0}, "of cooperation"),
        ({"conflict": 0, "cooperation": 0, "neutral": 1}, "neutral"),
        ({"conflict": 2, "cooperation": 0, "neutral": 0}, "all of conflict"),
        ({"conflict": 0, "cooperation": 2, "neutral": 0}, "all of cooperation"),
        ({"conflict": 0, "cooperation": 0, "neutral": 2}, "all neutral"),
        (
            {"conflict": 2, "cooperation": 1, "neutral": 1},
            "2 of conflict, 1 of cooperation and 1 neutral",
        ),
    ],
)
def test_sides_are_counted_unless_there_is_one(sides: dict[str, int], words: str) -> None:
    for months in (("May 2023", "May 2023"), ("May 2023", "July 2023")):
        assert events_in_words(months, sides).endswith(f"2023, {words}.")
    assert dyads_in_words(3, sides, "").endswith(f" among 3 actors, {words}.")


@pytest.mark.parametrize("busiest", ["", "May 2023 with 2"])
@pytest.mark.parametrize("most", ["", "Japan with 2"])
@pytest.mark.parametrize("n", [0, 1, 2, 1_000])
def test_a_finding_is_one_sentence(n: int, busiest: str, most: str) -> None:
    words = events_in_words(("May 2023", "May 2023"), {"conflict": n}, busiest, most)
    assert words.endswith(".")
    assert words.count(".") == 1
    assert ("1 events" in words, "  " in words, ";;" in words) == (False, False, False)
    assert not n or (busiest in words and most in words and f"{n:,} event" in words)


def test_a_camp_without_members_faces_nobody() -> None:
    assert camps_in_words(["A"], []) == ""
    many = list("ABCDEFGHIJKL")
    assert camps_in_words(many, ["X"]).startswith("Two camps: A, B, C, D, E, F, G, H and 4 more,")
