"""Findings: one sentence for any number of events, of names and of ties."""

from __future__ import annotations

import pytest

from dashboard.words.findings import (
    Change,
    camps_in_words,
    changes_in_words,
    course_in_words,
    events_in_words,
    highest,
    sides_in_words,
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
        ({"conflict": 0, "cooperation": 0, "neutral": 2}, "all neutral"),
        (
            {"conflict": 2, "cooperation": 1, "neutral": 1},
            "2 of conflict, 1 of cooperation and 1 neutral",
        ),
    ],
)
def test_sides_are_counted_unless_there_is_one(sides: dict[str, int], words: str) -> None:
    assert sides_in_words(sides) == words


@pytest.mark.parametrize("busiest", ["", "May 2023 with 2"])
@pytest.mark.parametrize("most", ["", "Japan with 2"])
@pytest.mark.parametrize("n", [0, 1, 2, 1_000])
def test_a_finding_is_one_sentence(n: int, busiest: str, most: str) -> None:
    words = events_in_words(n, "in May 2023", {"conflict": n}, busiest, most)
    assert words.endswith(".")
    assert words.count(".") == 1
    assert ("1 events" in words, "  " in words, ";;" in words) == (False, False, False)
    assert not n or (busiest in words and most in words and f"{n:,} event" in words)


@pytest.mark.parametrize(
    ("pairs", "both", "changes", "words"),
    [
        (1, 1, [Change("A – B", 1, 1.04)], "1 pair has acts on both sides; no mean changed."),
        (3, 1, [], "1 of 3 pairs have acts on both sides, too few to conclude from."),
        (2, 0, [], "2 pairs have acts, each on one side only."),
    ],
)
def test_changes_are_compared_only_where_there_are_enough(
    pairs: int, both: int, changes: list[Change], words: str
) -> None:
    assert changes_in_words(pairs, both, changes) == words


def test_a_camp_without_members_faces_nobody() -> None:
    assert camps_in_words(["A"], []) == ""
    many = list("ABCDEFGHIJKL")
    assert camps_in_words(many, ["X"]).startswith("Two camps: A, B, C, D, E, F, G, H and 4 more,")


def test_a_course_without_a_busiest_period_has_its_total() -> None:
    assert course_in_words("All acts", "no event", "") == "All acts: no event."
